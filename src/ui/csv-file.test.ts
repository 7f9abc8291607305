import { expect, test } from 'vitest'
import { csvFile } from '@/ui/csv-file'
import { asciiName } from '@/ui/download-file'

test('the name of a file is ASCII whatever it is called', () => {
  expect(asciiName('So sánh Đống Đa, PAR 2024/2025')).toBe('so-sanh-dong-da-par-2024-2025')
  expect(asciiName('../../x:*?')).toBe('x')
  expect(asciiName('图')).toBe('file')
  expect(asciiName('a'.repeat(200))).toHaveLength(80)
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'])(
  'a name that a spreadsheet would compute is a text in the file: %j',
  async (name) => {
    const csv = await csvFile({ header: [name], rows: [[name]] })
    const [head, row] = (await csv.text()).replace('\uFEFF', '').split('\r\n')
    expect(head).toBe(`"'${name}"`)
    expect(row).toBe(`"'${name}"`)
  },
)

test('numbers stay numbers, also below zero; absent is empty and zero is 0', async () => {
  const row = [-2.5, 0, null, 1e-7]
  const csv = await csvFile({ header: row.map(() => 'n'), rows: [row] })
  expect((await csv.text()).split('\r\n')[1]).toBe('-2.5,0,,1e-7')
})

test('a file begins with a byte order mark, has CRLF lines and quotes what needs it', async () => {
  const bytes = new Uint8Array(await (await csvFile({ header: ['Đơn vị'], rows: [['10"5, a']] })).arrayBuffer())
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe('\uFEFFĐơn vị\r\n"10""5, a"\r\n')
})
