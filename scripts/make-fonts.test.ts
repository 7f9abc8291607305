import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CHARACTERS, fontFiles } from './make-fonts'

const FOLDER = 'src/ui/fonts'

it('the fonts of the page are what the script makes of the whole ones, with their licence', async () => {
  const made = await fontFiles()
  expect(readdirSync(FOLDER).toSorted()).toEqual([...made.keys()].toSorted())
  for (const [name, bytes] of made) {
    expect(readFileSync(join(FOLDER, name)).equals(bytes), `${name}: run scripts/make-fonts.ts`).toBe(true)
  }
})

it('the fonts hold every letter, figure and point of both languages and of the packages', () => {
  const texts = ['src/i18n/messages', 'data'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  )
  const used = new Set(texts.join('').match(/[\p{L}\p{N}\p{P}\p{Sc}−×≤≥]/gu))
  expect([...used].filter((letter) => !CHARACTERS.includes(letter))).toEqual([])
})
