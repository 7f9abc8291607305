import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as v from 'valibot'
import type { SiteFiles } from '@/app/site-files'

const Manifest = v.record(
  v.string(),
  v.object({
    file: v.string(),
    css: v.optional(v.array(v.string()), []),
    assets: v.optional(v.array(v.string()), []),
  }),
)

/** What only a viewer with a file, or with other thresholds, needs: the engine and the code around it. */
const ON_DEMAND = /^(?:engine\/|assets\/browser-engine)/
const NAMED = ['index.html', 'manifest.json', 'icons/icon.svg', 'icons/192.png']

const hashOf = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Files that the site's own entry leads to; those of the embed alone are not among them. */
async function hashedFiles(dist: string): Promise<readonly string[]> {
  const filesOf = async (name: string) => {
    const chunks = Object.values(v.parse(Manifest, JSON.parse(await readFile(join(dist, '.vite', name), 'utf8'))))
    return new Set(chunks.flatMap(({ file, css, assets }) => [file, ...css, ...assets]))
  }
  const [site, embed] = [await filesOf('manifest.json'), await filesOf('embed-manifest.json')]
  // Parts of workers are in no manifest.
  const parts = (await readdir(join(dist, 'assets'))).map((name) => `assets/${name}`)
  return [...new Set([...site, ...parts])]
    .filter((file) => !file.endsWith('.txt') && (site.has(file) || !embed.has(file)))
    .toSorted()
}

const BUILD = /<meta name="build" content="(\w+)" \/>/

/** A page that says which build it is of, so that it knows when the host has another. */
export function withBuild(html: string): string {
  const viewport = '<meta name="viewport"'
  if (!html.includes(viewport)) throw new Error(`The page has no ${viewport}`)
  return html.replace(viewport, () => `<meta name="build" content="${hashOf(html)}" />\n    ${viewport}`)
}

/** Writes what is to be kept before the script of the service worker, once everything else is finished. */
export async function finishServiceWorker(dist: string): Promise<void> {
  const [, build] = BUILD.exec(await readFile(join(dist, 'index.html'), 'utf8')) ?? []
  if (build === undefined) throw new Error('The page does not say its build')
  const files = await hashedFiles(dist)
  const shell = files.filter((file) => !ON_DEMAND.test(file)).map((url) => ({ url, revision: null }))
  const named = await Promise.all(
    NAMED.map(async (url) => ({ url, revision: hashOf(await readFile(join(dist, url))) })),
  )
  const site: SiteFiles = { build, shell: [...named, ...shell], onDemand: files.filter((file) => ON_DEMAND.test(file)) }
  const script = await readFile(join(dist, 'sw.js'), 'utf8')
  await writeFile(join(dist, 'sw.js'), `const SITE = ${JSON.stringify(site)};\n${script}`)
  const bytes = await Promise.all(site.shell.map(async ({ url }) => gzipSync(await readFile(join(dist, url))).length))
  const total = bytes.reduce((sum, length) => sum + length, 0)
  console.log(`Offline, without the engine: ${bytes.length} files, ${Math.ceil(total / 1000)} kB`)
}
