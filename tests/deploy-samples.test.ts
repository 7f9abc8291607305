import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hostPolicy, pagePolicy } from '../scripts/content-security-policy'

const SAMPLES = ['nginx/reform-index-board.conf', 'apache/.htaccess', 'iis/web.config', 'cloudflare-pages/_headers']

const sample = (name: string) => readFileSync(join(import.meta.dirname, '../deploy', name), 'utf8')

it.each(SAMPLES)('%s sends the policy of the site, and lets only its embeds into frames elsewhere', (name) => {
  const sent = new Set(Array.from(sample(name).matchAll(/default-src [^"\n]+/g), ([policy]) => policy))
  expect(sent).toEqual(new Set([hostPolicy("'self'"), hostPolicy('*')]))
})

it('what a page allows itself, the host allows it too: of two policies both bind', () => {
  const [, allowed = ''] = /default-src ([^;]+)/.exec(hostPolicy('*')) ?? []
  const own = pagePolicy('<script>start()</script><style>a{}</style>')
  const sources = Object.entries(own)
    .filter(([directive]) => directive.endsWith('-src') || directive.endsWith('-src-attr'))
    .flatMap(([, values]) => values)
    .filter((source) => source !== "'none'" && !source.startsWith("'sha256-"))
  expect(sources.length).toBeGreaterThan(0)
  expect(sources.filter((source) => !allowed.split(' ').includes(source))).toEqual([])
})

it('a page’s own scripts and styles are allowed by their hash, and data in it needs none', () => {
  const { 'script-src': scripts = [], 'style-src': styles = [] } = pagePolicy(
    '<script>start()</script><script type="application/json">{}</script><script type="module" src="./a.js"></script><style>a{}</style>',
  )
  expect(scripts.filter((source) => source.startsWith("'sha256-"))).toEqual([
    "'sha256-DIm7WJS6ZKDYe5qFLPy+h4JFI9Bol5QmYC57mt3Fb00='",
  ])
  expect(styles.filter((source) => source.startsWith("'sha256-"))).toHaveLength(1)
})
