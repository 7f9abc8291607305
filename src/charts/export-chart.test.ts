import { expect, test } from 'vitest'
import { chartCsv } from '@/charts/chart-csv'
import { asciiName } from '@/charts/export-chart'

test('the name of a file is ASCII whatever the chart is called', () => {
  expect(asciiName('So sánh Đống Đa, PAR 2024/2025')).toBe('so-sanh-dong-da-par-2024-2025')
  expect(asciiName('../../x:*?')).toBe('x')
  expect(asciiName('图')).toBe('chart')
  expect(asciiName('a'.repeat(200))).toHaveLength(80)
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])(
  'a name that a spreadsheet would compute is a text in the file: %j',
  async (name) => {
    const csv = await chartCsv({ columns: [{ label: name, numeric: false }], rows: [[{ text: '', value: name }]] })
    const [head, row] = (await csv.text()).replace('\uFEFF', '').split('\r\n')
    expect(head).toBe(`"'${name}"`)
    expect(row).toBe(`"'${name}"`)
  },
)

test('numbers stay numbers, also below zero; absent is empty and zero is 0', async () => {
  const row = [-2.5, 0, null, 1e-7].map((value) => ({ text: '', value }))
  const csv = await chartCsv({ columns: row.map(() => ({ label: 'n', numeric: true })), rows: [row] })
  expect((await csv.text()).split('\r\n')[1]).toBe('-2.5,0,,1e-7')
})
