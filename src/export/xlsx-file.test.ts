import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openXlsx } from '../../tests/fixtures/xlsx/opened'
import { exportedTable } from '@/export/exported-table'
import type { ExportedCell, ExportedColumn } from '@/export/exported-table'
import { xlsxFile } from '@/export/xlsx-file'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'

await loadScreenTexts()
const ENGLISH = createI18n('en', en)

const NAME: ExportedColumn = { label: 'Đơn vị', kind: 'text' }
const POINTS: ExportedColumn = { label: 'Điểm', kind: 'number', decimals: 2 }
const SHARE: ExportedColumn = { label: 'Tỷ lệ', kind: 'share', decimals: 1 }
const CHANGE: ExportedColumn = { label: 'Thay đổi', kind: 'change', decimals: 2 }
const PLACES: ExportedColumn = { label: 'Bậc', kind: 'number', decimals: 0, signed: true }
const DATE: ExportedColumn = { label: 'Ngày', kind: 'date' }

function made(
  columns: readonly ExportedColumn[],
  rows: readonly (readonly ExportedCell[])[],
  source: Parameters<typeof xlsxFile>[1] = [],
  i18n = VIETNAMESE,
): Blob {
  const table = exportedTable(
    'Xếp hạng',
    rows,
    columns.map((column, place) => ({ ...column, of: (row: readonly ExportedCell[]) => row[place] ?? null })),
  )
  return xlsxFile(table, source, i18n)
}

const opened = async (file: Blob, sheet = 'Số liệu') => openXlsx(new File([file], 'bang.xlsx'), { sheet })
const partOf = async (file: Blob, path: string) =>
  strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))[path] ?? new Uint8Array())
const SHEET = 'xl/worksheets/sheet1.xml'

describe('the figures of an Excel file', () => {
  test('are read back by the importer as they were, Vietnamese names and figures below zero among them', async () => {
    const { rows, grid, problems } = await opened(
      made(
        [NAME, POINTS, SHARE, CHANGE, PLACES],
        [
          ['Quận Gò Vấp', 83.214, 0.832, -0.0123, -3],
          ['Sở Y tế', 0, null, 0.05, 0],
        ],
      ),
    )
    expect(problems).toEqual([])
    expect(rows).toEqual([
      ['Đơn vị', 'Điểm', 'Tỷ lệ', 'Thay đổi (điểm\u00A0%)', 'Bậc'],
      ['Quận Gò Vấp', '83.214', '83.2%', '-1.23', '-3'],
      ['Sở Y tế', '0', '', '5', '0'],
    ])
    // Number cells, not texts that look like numbers.
    expect([...(grid?.columns[1]?.pointed ?? [])]).toHaveLength(2)
  })

  test('have the format of their column: decimals of the edition, per cent, a sign before changes', async () => {
    const file = made([POINTS, SHARE, CHANGE, PLACES, DATE], [[1, 0.5, 0.1, 1, '2024-12-31']])
    const styles = await partOf(file, 'xl/styles.xml')
    expect([...styles.matchAll(/formatCode="([^"]*)"/g)].map(([, code]) => code)).toEqual([
      '#,##0.00',
      '0.0%',
      '+0.00;-0.00;0.00',
      '+0;-0;0',
      'dd/mm/yyyy',
    ])
    // 31 December 2024 is day 45,657 of Excel.
    expect(await partOf(file, SHEET)).toContain('<c r="E2" s="7"><v>45657</v></c>')
  })

  test('stand under a bold header that stays in view', async () => {
    const xml = await partOf(made([NAME], [['a']]), SHEET)
    expect(xml).toContain('ySplit="1"')
    expect(xml).toContain('<c r="A1" s="1" t="inlineStr">')
  })
})

describe('hostile texts in an Excel file', () => {
  const HOSTILE = [
    '=HYPERLINK("http://x";"y")',
    '__proto__',
    'toString',
    '<b>&amp;"\'',
    '_x0041_',
    ' hai\ndòng ',
    '-1',
    '00123',
  ]

  test('come back letter by letter; none is a formula', async () => {
    const file = made(
      [NAME, POINTS],
      HOSTILE.map((name, index) => [name, index]),
    )
    const { rows, problems } = await opened(file)
    expect(problems).toEqual([])
    expect(rows?.slice(1).map(([name]) => name)).toEqual(HOSTILE)
    expect(await partOf(file, SHEET)).not.toMatch(/<f[ >]|hyperlink/)
  })

  test('control characters and halves of a pair are left out: they would make the file unreadable', async () => {
    const file = made([{ label: 'T\u0000ên', kind: 'text' }], [['S\u0001ở \uD83D A\uFFFF 😀']])
    expect((await opened(file)).rows).toEqual([['Tên'], ['Sở  A 😀']])
  })

  test('a text longer than Excel takes is cut to 32,767 characters, never in the middle of one', async () => {
    const { rows } = await opened(made([NAME], [['x'.repeat(40_000)], [`${'x'.repeat(32_766)}😀`]]))
    expect(rows?.map(([name]) => name?.length)).toEqual([6, 32_767, 32_766])
  })

  test('whatever a name is made of, the sheet is well-formed XML', async () => {
    const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) })
    await fc.assert(
      fc.asyncProperty(anyText, async (name) => {
        const xml = await partOf(made([{ label: name, kind: 'text' }], [[name]]), SHEET)
        // oxlint-disable-next-line no-control-regex -- they are what must not be there
        expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u)
        expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/)
        expect(xml.match(/<t /g)?.length ?? 0).toBe(xml.match(/<\/t>/g)?.length ?? 0)
      }),
    )
  })

  test('what is no number is an empty cell', async () => {
    const xml = await partOf(made([POINTS, POINTS], [[Number.NaN, Infinity]]), SHEET)
    expect(xml).toContain('<row r="2"></row>')
  })
})

test('the sheet on the source has a line each for package, status and link, as text', async () => {
  const source = [
    { name: 'Tình trạng', text: 'Số liệu minh hoạ.' },
    { name: 'Đường dẫn', text: 'https://example.org/?screen=ranking&index=par' },
  ]
  expect((await opened(made([NAME], [['a']], source), 'Nguồn')).rows).toEqual([
    ['Mục', 'Nội dung'],
    ['Bảng', 'Xếp hạng'],
    ['Tình trạng', 'Số liệu minh hoạ.'],
    ['Đường dẫn', 'https://example.org/?screen=ranking&index=par'],
  ])
  expect((await opened(made([NAME], [['a']], source, ENGLISH), 'Source')).rows?.[1]).toEqual(['Table', 'Xếp hạng'])
})
