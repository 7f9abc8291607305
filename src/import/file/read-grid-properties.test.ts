import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { savedAsUtf8, tcvn3, utf16, utf8, vni, windows1258 } from '../../../tests/fixtures/csv/legacy-bytes'
import { readBytes } from '../../../tests/fixtures/csv/read-bytes'
import { readRows } from '@/import/file/csv-rows'
import { textAt } from '@/import/file/grid'
import { startGrid } from '@/import/file/grid-builder'

type Rows = readonly (readonly string[])[]

interface Written {
  readonly delimiter: string
  readonly newline: string
  readonly quoteAll: boolean
  readonly sep: boolean
  readonly lastEnd: boolean
}
const DIALECT = fc.record<Written>({
  delimiter: fc.constantFrom(',', ';', '\t', '|', '^', '\u001F'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quoteAll: fc.boolean(),
  sep: fc.boolean(),
  lastEnd: fc.boolean(),
})

function write(rows: Rows, { delimiter, newline, quoteAll, sep, lastEnd }: Written): string {
  const cell = (text: string) =>
    quoteAll || text.includes(delimiter) || /["'\n\\]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const lines = rows.map((cells) => cells.map(cell).join(delimiter))
  return (sep ? `sep=${delimiter}${newline}` : '') + lines.join(newline) + (lastEnd ? newline : '')
}

const filled = (rows: Rows) => rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))

const WRITERS = [
  ['utf-8', utf8],
  ['utf-8', (text: string) => utf8(`\uFEFF${text}`)],
  ['utf-8', (text: string) => utf8(text.normalize('NFD'))],
  ['utf-16le', (text: string) => utf16(text, 'le', true)],
  ['utf-16be', (text: string) => utf16(text, 'be', false)],
  ['windows-1258', windows1258],
  ['tcvn3', tcvn3],
  ['vni', vni],
] as const
const STORED = [
  ...WRITERS,
  ['utf-8+tcvn3', (text: string) => savedAsUtf8(tcvn3(text))],
  ['utf-8+vni', (text: string) => savedAsUtf8(vni(text))],
  ['utf-8+utf-8', (text: string) => savedAsUtf8(utf8(text))],
] as const

// Small letters: TCVN3 has capitals in its fonts only.
const LETTER = fc.constantFrom(
  ...Array.from('abcdeghiklmnopqrstuvxy0123456789àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ'),
)
const MARK = fc.constantFrom(' ', ',', ';', '\t', '|', '^', '"', "'", '\n', '\\', '.', '-', '\u001F')
const TEXT = fc.string({
  unit: fc.oneof({ weight: 4, arbitrary: LETTER }, { weight: 1, arbitrary: MARK }),
  maxLength: 12,
})
const TABLE = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 8 }))
  .chain(([width, height]) =>
    fc.array(fc.array(TEXT, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
  )
  .filter((rows) => filled(rows).length > 0)

const UNIT = fc.constantFrom(
  'Sở Tài nguyên và Môi trường',
  'Sở Thông tin và Truyền thông',
  'Văn phòng Ủy ban nhân dân Thành phố',
  'Ban Quản lý khu chế xuất; công nghiệp',
  'Quận Gò Vấp',
  'Huyện Củ Chi, ngoại thành',
  'Phường "Bến Nghé"',
  'Thanh tra\nThành phố',
)
const SCORE = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2))
const SCORES = fc
  .tuple(fc.constantFrom('.', ','), fc.array(fc.tuple(UNIT, SCORE, SCORE), { minLength: 3, maxLength: 12 }))
  .map(([mark, rows]): Rows => [
    ['Đơn vị', 'Công khai, minh bạch', 'Tổng điểm'],
    ...rows.map((cells) => cells.map((cell, place) => (place === 0 ? cell : cell.replace('.', mark)))),
  ])

/** What a writer of capitals without tones makes of them. */
const likeTcvn3 = (rows: Rows) =>
  rows.map((cells) =>
    cells.map((cell) =>
      cell.replaceAll(/[ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ]/g, (letter) =>
        letter.toLowerCase(),
      ),
    ),
  )

describe('whatever dialect and encoding a table was written in', () => {
  test('it reads back equal once both are known', async () => {
    await fc.assert(
      fc.asyncProperty(TABLE, DIALECT, fc.constantFrom(...WRITERS), async (rows, dialect, [encoding, bytesOf]) => {
        const { rows: back } = await readBytes(bytesOf(write(rows, dialect)), {
          encoding,
          delimiter: dialect.delimiter,
        })
        expect(back).toEqual(filled(rows))
      }),
      { numRuns: 400 },
    )
  })
  test('tables of units and scores are recognised by themselves, or asked about, never misread', async () => {
    let asked = 0
    let known = 0
    await fc.assert(
      fc.asyncProperty(SCORES, DIALECT, fc.constantFrom(...STORED), async (rows, dialect, [encoding, bytesOf]) => {
        const { rows: back, read, questions } = await readBytes(bytesOf(write(rows, dialect)))
        if (questions.length > 0) {
          asked++
          return
        }
        known++
        expect([read?.encoding, read?.delimiter]).toEqual([encoding, dialect.delimiter])
        expect(back).toEqual(encoding.endsWith('tcvn3') ? likeTcvn3(rows) : rows)
      }),
      { numRuns: 400 },
    )
    expect(asked).toBeLessThan(known / 20)
  })
})

async function* inParts(text: string, cuts: readonly number[]) {
  let from = 0
  for (const cut of [...cuts.map((share) => Math.floor(share * text.length)), text.length].toSorted((a, b) => a - b)) {
    yield await Promise.resolve(text.slice(from, cut))
    from = cut
  }
}

describe('pieces of a file', () => {
  test('give the same rows wherever they are cut', async () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(TABLE, DIALECT, shares, async (rows, written, cuts) => {
        const text = write(rows, { ...written, newline: '\n' })
        const skipped = written.sep ? 'sep=,\n'.length : 0
        const dialect = { delimiter: written.delimiter, quote: '"', escape: 'double', skipped } as const
        const builder = startGrid()
        const { broken, faults } = await readRows(inParts(text, cuts), dialect, builder)
        expect([broken, faults]).toEqual([null, []])
        const grid = builder.finish(faults)
        const read = Array.from({ length: grid.rowCount }, (_, row) =>
          Array.from({ length: grid.widths[row] ?? 0 }, (__, place) => textAt(grid, row, place)),
        )
        expect(read).toEqual(filled(rows))
      }),
      { numRuns: 300 },
    )
  })
  test.each([0, 1, 2, 3, 4])('may part a letter, a line end or a quote: %i bytes on', async (shift) => {
    const MEGABYTE = 1 << 20
    const head = `a,b\r\n${'x'.repeat(MEGABYTE - 16 + shift)},1\r\n`
    const line = '"Sở ""ế""",2\r\n'
    const { rows, problems } = await readBytes(utf8(head + line.repeat(3)))
    expect(problems).toEqual([])
    expect(rows.slice(2)).toEqual(Array.from({ length: 3 }, () => ['Sở "ế"', '2']))
  })
})

test('whatever bytes a file has, it is read, asked about or refused', async () => {
  const start = fc.constantFrom('', '\uFEFF', 'sep=', 'a;b\n', '"', '<html', '{"a":', 'PK\u0003\u0004', 'Sở,1\n')
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), fc.boolean(), async (head, tail, asText) => {
      const body = asText ? tail.map((byte) => (byte % 2 === 0 ? byte : (byte % 64) + 32)) : tail
      const { grid, questions, problems } = await readBytes(Uint8Array.from([...utf8(head), ...body]))
      expect(grid !== null || questions.length > 0 || problems.some(({ severity }) => severity === 'error')).toBe(true)
      if (grid === null) return
      expect(grid.columns.every(({ codes, texts }) => codes.length === grid.rowCount && texts[0] === '')).toBe(true)
      expect(grid.columns.every(({ codes, texts }) => codes.every((code) => code < texts.length))).toBe(true)
      expect(grid.columns.every(({ texts }) => new Set(texts).size === texts.length)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
