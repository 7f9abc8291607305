/** Budgets of the first view, compressed, read off what Vite built. The rest is in tests/e2e/built-site.spec.ts. */
import { existsSync, readFileSync } from 'node:fs'

/** @typedef {Record<string, { file: string, isEntry?: boolean, imports?: string[], css?: string[] }>} Manifest */

/**
 * What the entry fetches before anything is asked of it.
 * @param {string} path of the manifest
 * @param {string} entry
 */
function firstFiles(path, entry) {
  if (!existsSync(path)) throw new Error(`${path} is missing: run \`npm run build\` first.`)
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  /** @type {Set<string>} */
  const scripts = new Set()
  /** @type {Set<string>} */
  const styles = new Set()
  /** @param {string} key */
  function collect(key) {
    const chunk = manifest[key]
    if (chunk === undefined || scripts.has(`dist/${chunk.file}`)) return
    scripts.add(`dist/${chunk.file}`)
    for (const file of chunk.css ?? []) styles.add(`dist/${file}`)
    for (const imported of chunk.imports ?? []) collect(imported)
  }
  collect(entry)
  if (scripts.size === 0) throw new Error(`${path} names no entry "${entry}".`)
  return { manifest, scripts, styles }
}

const MANIFEST = 'dist/.vite/manifest.json'
const { manifest, scripts, styles } = firstFiles(MANIFEST, 'index.html')
const embed = firstFiles('dist/.vite/embed-manifest.json', 'embed.html')

/** Every weight; the browser fetches those that occur. */
const fonts = new Set(
  [...styles].flatMap((style) =>
    [...readFileSync(style, 'utf8').matchAll(/url\(["']?\.\/([^"')]+\.woff2)/g)].map(
      ([, name]) => `dist/assets/${name}`,
    ),
  ),
)
if (fonts.size === 0) throw new Error(`${[...styles].join(', ')} name no font.`)

/** What a screen with a chart fetches besides itself, once. */
const charts = ['src/charts/draw-svg.ts', 'src/charts/Drawing.tsx'].map((key) => {
  const chunk = manifest[key]
  if (chunk === undefined) throw new Error(`${MANIFEST} names no chunk "${key}".`)
  if (scripts.has(`dist/${chunk.file}`)) throw new Error(`"${key}" is in the first view.`)
  return `dist/${chunk.file}`
})

export default [
  { name: 'JavaScript of the first view', path: [...scripts], limit: '130 kB', gzip: true },
  {
    name: 'Everything of the first view',
    // The style sheet is in the page.
    path: ['dist/index.html', ...scripts, ...fonts],
    limit: '200 kB',
    gzip: true,
  },
  { name: 'A ranking in another page', path: ['dist/embed.html', ...embed.scripts], limit: '120 kB', gzip: true },
  { name: 'What draws charts', path: charts, limit: '220 kB', gzip: true },
]
