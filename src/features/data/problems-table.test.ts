import { describe, expect, it } from 'vitest'
import type { Problem } from '@/domain/problem'
import { problemsTable } from '@/features/data/problems-table'
import { csvFile } from '@/ui/csv-file'

const words = {
  header: ['Vấn đề', 'Mức', 'Tệp', 'Dòng', 'Cột', 'Giá trị', 'Đối chiếu', 'Nghĩa là'],
  severity: { error: 'Lỗi', warning: 'Lưu ý' },
  title: (kind: string) => kind,
  text: () => 'Điểm lớn hơn, ô bị loại',
}
const problem = (given: Partial<Problem>): Problem => ({
  kind: 'above-max',
  severity: 'error',
  file: 'diem.csv',
  row: 12,
  column: 'E',
  value: '105',
  expected: '100',
  ...given,
})

const problemsCsv = async (...given: Parameters<typeof problemsTable>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await (await csvFile(problemsTable(...given))).arrayBuffer())

describe('the list of problems for Excel', () => {
  it('starts with a BOM, has CRLF lines and quotes what needs it', async () => {
    expect(await problemsCsv([problem({ value: '10"5' })], words)).toBe(
      '\uFEFFVấn đề,Mức,Tệp,Dòng,Cột,Giá trị,Đối chiếu,Nghĩa là\r\n' +
        'above-max,Lỗi,diem.csv,12,E,"10""5",100,"Điểm lớn hơn, ô bị loại"\r\n',
    )
  })

  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\tx', '\r=1'])('runs %j nowhere as a formula', async (value) => {
    const [, line = ''] = (await problemsCsv([problem({ value, expected: null })], words)).split(/\r\n(?=above)/)
    expect(line).toContain(`'${value.replaceAll('"', '""')}`)
  })

  it('writes what is unknown as an empty cell', async () => {
    expect(await problemsCsv([problem({ row: null, column: null, value: null })], words)).toContain('diem.csv,,,,100')
  })
})
