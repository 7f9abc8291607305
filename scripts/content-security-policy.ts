import { createHash } from 'node:crypto'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Of elements that run or apply: data in a script element does neither. */
function hashesOf(html: string, element: 'script' | 'style'): readonly string[] {
  const found = html.matchAll(new RegExp(`<${element}((?:\\s[^>]*)?)>([\\s\\S]*?)</${element}>`, 'g'))
  return Array.from(found, ([, attributes = '', text = '']) =>
    text === '' || /\b(?:src|type="application\/json")/.test(attributes) ? [] : [hashOf(text)],
  ).flat()
}

/**
 * What a finished page may do, and nothing else. Frames: the site shows its own embeds. Blobs: the engine's two files are
 * unpacked in the page, and a worker that starts from a blob is bound by this policy too. Style attributes: bars and
 * drawings have sizes. `default` is the policy of the charts, `workers` that of `domain/trusted-script`.
 */
export const pagePolicy = (html: string): Readonly<Record<string, readonly string[]>> => ({
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'", ...hashesOf(html, 'script')],
  'style-src': ["'self'", ...hashesOf(html, 'style')],
  'style-src-attr': ["'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'", 'blob:'],
  'worker-src': ["'self'", 'blob:'],
  'frame-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['default', 'workers'],
})

/**
 * What a host sends with every file, on top of what the pages say themselves: who may show the site in a frame, which a page
 * cannot say, and the same bounds for what is no page (the service worker has no policy but this). Without hashes, so that
 * no build changes it. The samples in `deploy/` have it.
 */
export const hostPolicy = (ancestors: "'self'" | '*'): string =>
  [
    "default-src 'self' data: blob: 'unsafe-inline' 'wasm-unsafe-eval'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join('; ')

/** Writes the policy into a page that nothing is written into afterwards; only what comes after it is bound by it. */
export function withPolicy(html: string): string {
  const charset = '<meta charset="utf-8" />'
  if (!html.includes(charset)) throw new Error(`The page does not begin with ${charset}`)
  const directives = Object.entries(pagePolicy(html)).map(([name, values]) => `${name} ${values.join(' ')}`)
  const policy = `<meta http-equiv="Content-Security-Policy" content="${directives.join('; ')}" />`
  return html.replace(charset, () => `${charset}\n    ${policy}`)
}
