import { describe, expect, it } from 'vitest'
import type { Problem } from '@/domain/problem'
import { problemsTable } from '@/features/data/problems-table'
import { en } from '@/i18n/en'
import { createTranslate } from '@/i18n/translate'
import { viScreens } from '@/i18n/vi-screens'
import { csvFile } from '@/export/csv-file'
import { csvForm } from '@/export/csv-form'

const vi = createTranslate('vi', viScreens)
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
const headerOf = (letter: string) => (letter === 'E' ? 'Thể chế' : null)

const problemsCsv = async (problems: readonly Problem[], t = vi) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await (await csvFile(problemsTable('', problems, headerOf, t), csvForm('comma', 'vi'), { t })).arrayBuffer(),
  )

describe('the list of problems for Excel', () => {
  it('says in words what each cell was, where, and what became of it', async () => {
    expect(await problemsCsv([problem({ value: '10"5' })])).toBe(
      '\uFEFFVấn đề,Mức,Tệp,Dòng,Cột,Tên cột,Giá trị,Đối chiếu,Nghĩa là\r\n' +
        'Vượt điểm tối đa,Lỗi,diem.csv,12,E,Thể chế,"10""5",100,' +
        '"Điểm lớn hơn điểm tối đa. Ô bị loại, không vào phép tính nào. Tối đa: 100."\r\n',
    )
  })

  it('is written in the language that is asked for', async () => {
    expect(await problemsCsv([problem({ severity: 'info', kind: 'row-aside' })], createTranslate('en', en))).toContain(
      'Row that is no data,For information,diem.csv,12,E,',
    )
  })

  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\tx', '\r=1'])('runs %j nowhere as a formula', async (value) => {
    const [, line = ''] = (await problemsCsv([problem({ value, expected: null })])).split(/\r\n(?=Vượt)/)
    expect(line).toContain(`'${value.replaceAll('"', '""')}`)
  })

  it('writes what is unknown as an empty cell', async () => {
    expect(await problemsCsv([problem({ row: null, column: null, value: null })])).toContain('diem.csv,,,,,100')
  })
})
