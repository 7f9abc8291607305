import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { minifySync } from 'vite'
import { askDatabase } from '@/answers/engine'
import { precompute } from '@/answers/precompute'
import { PAGES, prerender } from '@/app/prerender'
import type { TableFiles } from '@/db/database'
import { loadPackage } from '@/db/load'
import { openNodeDatabase } from '@/db/node'
import { questionNamed } from '@/db/questions/named'
import { Catalog } from '@/domain/catalog'
import { TABLE_NAMES } from '@/domain/tables'
import { withPolicy } from './content-security-policy.ts'
import { finishServiceWorker, withBuild } from './service-worker.ts'

const DIST = 'dist'

async function readTables(folder: string): Promise<TableFiles> {
  const files = await Promise.all(
    TABLE_NAMES.map(async (table) => [table, await readFile(join('data', folder, `${table}.csv`), 'utf8')] as const),
  )
  return Object.fromEntries(files) as Record<(typeof TABLE_NAMES)[number], string>
}

async function write(path: string, text: string): Promise<void> {
  const file = join(DIST, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/**
 * The style sheet in the page itself: one request less before the first ranking can be drawn. Its fonts are not
 * preloaded: the first paint would wait for them.
 */
async function inlineStyles(html: string): Promise<string> {
  const [link, href] = /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/.exec(html) ?? []
  if (link === undefined || href === undefined) throw new Error('The built page has no style sheet')
  const css = await readFile(join(DIST, href), 'utf8')
  const inPage = css.replaceAll('url(./', `url(./${dirname(href)}/`)
  return html.replace(link, () => `<style>${inPage}</style>`)
}

/** What Vite leaves as it is written: the scripts in the page itself, which reasons stand in. */
const minifyScripts = (html: string): string =>
  html.replaceAll(/(?<=<script>)[\s\S]*?(?=<\/script>)/g, (text) => {
    const { code, errors } = minifySync('in-page.js', text, { module: false, compress: { target: 'es2015' } })
    if (errors.length > 0) throw new Error(`A script of the page is none: ${errors.map(String).join()}`)
    return code
  })

/** After `vite build`: the data, every answer about them, and the default view in the HTML of each page. */
export async function main(): Promise<number> {
  const catalog = v.parse(Catalog, JSON.parse(await readFile('data/catalog.json', 'utf8')))
  await cp('data', join(DIST, 'data'), { recursive: true })
  await cp('src/ui/fonts/OFL.txt', join(DIST, 'assets/be-vietnam-pro-OFL.txt'))

  for (const entry of catalog.packages) {
    const database = await openNodeDatabase()
    await loadPackage(database, await readTables(entry.folder))
    let count = 0
    for await (const { path, file } of precompute(database, entry.id, entry.version)) {
      await write(path, JSON.stringify(file))
      count += 1
    }
    console.log(`${entry.id}: ${count} answers`)
    if (entry.id === catalog.default) {
      for (const page of PAGES) {
        const built = minifyScripts(await inlineStyles(await readFile(join(DIST, page), 'utf8')))
        const { html, boot } = await prerender(page, catalog, async (packageId, name, params) => {
          if (packageId !== entry.id) throw new Error(`The default view asks ${packageId} for ${name}`)
          return askDatabase(database, await questionNamed(name), params)
        })
        const finished = built.replace('<!--app-->', () => html).replace('<!--boot-->', () => boot)
        await write(page, withPolicy(withBuild(finished)))
      }
    }
    await database.close()
  }
  await finishServiceWorker(DIST)
  return 0
}
