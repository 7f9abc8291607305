import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'

const PACKAGE = '@expo-google-fonts/be-vietnam-pro'
const FOLDER = 'src/ui/fonts'
/** The licence wants its text beside every copy. */
const LICENSE = { from: 'LICENSE_FONT', to: 'OFL.txt' }
const FONTS = {
  'be-vietnam-pro-400.woff2': '400Regular/BeVietnamPro_400Regular.ttf',
  'be-vietnam-pro-600.woff2': '600SemiBold/BeVietnamPro_600SemiBold.ttf',
} as const

const LICENSE_NAME_IDS = [13, 14]

const between = (first: string, last: string) => {
  const from = first.charCodeAt(0)
  return String.fromCharCode(...Array.from({ length: last.charCodeAt(0) - from + 1 }, (_, index) => from + index))
}

/**
 * What the files hold: Vietnamese, Western European languages, Č of the place names of Tây Nguyên, and signs. Arrows
 * and triangles are not in the font; another font of the machine draws them, and whatever else a viewer's file has.
 * No combining marks: the precomposed letter is drawn for them where there is one.
 */
export const CHARACTERS = [
  between(' ', '~'),
  between('\u00a0', 'ÿ'),
  'ĂăĐđĨĩŨũƠơƯư',
  between('Ạ', 'ỹ'),
  'ČčŒœŠšŽžŸ',
  '–—‘’‚“”„†‡•…‰‹›€₫™−≈≠≤≥',
].join('')

/** The files of `src/ui/fonts`, by name. */
export async function fontFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  const { resolve } = createRequire(import.meta.url)
  const read = (path: string) => readFile(resolve(`${PACKAGE}/${path}`))
  const files = new Map<string, Uint8Array>()
  for (const [name, path] of Object.entries(FONTS)) {
    files.set(
      name,
      await subsetFont(await read(path), CHARACTERS, {
        targetFormat: 'woff2',
        // Half of the bytes.
        noHinting: true,
        keepFeatures: ['kern', 'liga', 'locl'],
        preserveNameIds: LICENSE_NAME_IDS,
      }),
    )
  }
  files.set(LICENSE.to, await read(LICENSE.from))
  return files
}

/** Makes the fonts of the page from the whole ones: two weights, one file each. */
export async function main(): Promise<number> {
  await mkdir(FOLDER, { recursive: true })
  for (const [name, bytes] of await fontFiles()) await writeFile(join(FOLDER, name), bytes)
  return 0
}
