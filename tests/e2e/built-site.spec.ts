import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'

const DIST = join(import.meta.dirname, '../../dist')
const ANSWER_LIMIT = 15_000
const FILE_LIMIT = 25_000_000

const filesUnder = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('no file is larger than small hosts take', async () => {
  const large: string[] = []
  for (const file of await filesUnder(DIST)) {
    const { length } = await readFile(file)
    if (length > FILE_LIMIT) large.push(`${file}: ${length} bytes`)
  }
  expect(large).toEqual([])
})

test('every answer travels in at most 15 kB', async () => {
  const answers = (await filesUnder(join(DIST, 'answers'))).filter((file) => file.endsWith('.json'))
  expect(answers.length).toBeGreaterThan(0)
  const large: string[] = []
  for (const file of answers) {
    const bytes = await readFile(file)
    if (bytes.length <= ANSWER_LIMIT) continue
    const { length } = gzipSync(bytes)
    if (length > ANSWER_LIMIT) large.push(`${file}: ${length} bytes`)
  }
  expect(large).toEqual([])
})
