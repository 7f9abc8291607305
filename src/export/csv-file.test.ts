import { expect, test } from 'vitest'
import { csvFile } from '@/export/csv-file'
import { csvForm } from '@/export/csv-form'
import type { Separator } from '@/export/csv-form'
import { exportedTable } from '@/export/exported-table'
import type { ExportedCell, ExportedColumn } from '@/export/exported-table'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { asciiName } from '@/ui/download-file'

await loadScreenTexts()

const TEXT: ExportedColumn = { label: 'Đơn vị', kind: 'text' }
const NUMBER: ExportedColumn = { label: 'Điểm', kind: 'number', decimals: 2 }
const SHARE: ExportedColumn = { label: 'Tỷ lệ', kind: 'share', decimals: 2 }
const CHANGE: ExportedColumn = { label: 'Thay đổi', kind: 'change', decimals: 2 }

async function lines(
  columns: readonly ExportedColumn[],
  cells: readonly ExportedCell[],
  separator: Separator = 'comma',
): Promise<readonly string[]> {
  const file = await csvFile({ columns, rows: [cells] }, csvForm(separator, 'vi'), VIETNAMESE)
  return (await file.text()).replace('\uFEFF', '').split('\r\n')
}

test('the name of a file is ASCII whatever it is called', () => {
  expect(asciiName('So sánh Đống Đa, PAR 2024/2025')).toBe('so-sanh-dong-da-par-2024-2025')
  expect(asciiName('../../x:*?')).toBe('x')
  expect(asciiName('图')).toBe('file')
  expect(asciiName('a'.repeat(200))).toHaveLength(80)
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1'])(
  'a name that a spreadsheet would compute is a text in the file: %j',
  async (name) => {
    const [head, row] = await lines([{ label: name, kind: 'text' }], [name])
    expect([head, row].map((text) => text?.replaceAll('"', ''))).toEqual([`'${name}`, `'${name}`])
  },
)

test('numbers stay numbers, also below zero; absent is empty and zero is 0', async () => {
  const [, row] = await lines([NUMBER, NUMBER, NUMBER, NUMBER], [-2.5, 0, null, 1e-7])
  expect(row).toBe('-2.5,0,,1e-7')
})

test('shares and changes of shares are in per cent, which the header says, without the noise of binary fractions', async () => {
  expect(await lines([SHARE, CHANGE], [0.58, -0.07])).toEqual(['Tỷ lệ (%),Thay đổi (điểm\u00A0%)', '58,-7', ''])
})

test.each([
  ['semicolon', '"Sở A; B";-2,5;58,25'],
  ['tab', 'Sở A; B\t-2,5\t58,25'],
  ['comma', 'Sở A; B,-2.5,58.25'],
] as const)('beside a %s stands the decimal mark that cannot be mistaken for it', async (separator, expected) => {
  const [, row] = await lines([TEXT, NUMBER, SHARE], ['Sở A; B', -2.5, 0.5825], separator)
  expect(row).toBe(expected)
})

test('a file begins with a byte order mark, has CRLF lines and quotes what needs it', async () => {
  const table = exportedTable('Bảng', ['10"5, a'], [{ ...TEXT, of: (name: string) => name }])
  const file = await csvFile(table, csvForm('comma', 'en'), VIETNAMESE)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())
  expect(text).toBe('\uFEFFĐơn vị\r\n"10""5, a"\r\n')
})
