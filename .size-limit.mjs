/** Budgets of the first view, compressed, read off what Vite built. The rest is in tests/e2e/built-site.spec.ts. */
import { existsSync, readFileSync } from 'node:fs'

const MANIFEST = 'dist/.vite/manifest.json'
if (!existsSync(MANIFEST)) throw new Error(`${MANIFEST} is missing: run \`npm run build\` first.`)

/** @type {Record<string, { file: string, isEntry?: boolean, imports?: string[], css?: string[] }>} */
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'))

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
collect('index.html')
if (scripts.size === 0) throw new Error(`${MANIFEST} names no entry "index.html".`)

/** Every font that a Vietnamese text may ask for; the browser fetches the weights that occur. */
const fonts = new Set(
  [...styles].flatMap((style) =>
    [
      ...readFileSync(style, 'utf8').matchAll(/url\(["']?\.\/([^"')]*-(?:vietnamese|latin)-\d+-normal[^"')]*\.woff2)/g),
    ].map(([, name]) => `dist/assets/${name}`),
  ),
)

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
  { name: 'What draws charts', path: charts, limit: '220 kB', gzip: true },
]
