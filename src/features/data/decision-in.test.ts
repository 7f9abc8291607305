import { describe, expect, it } from 'vitest'
import type { Problem } from '@/domain/problem'
import { dayText, isoDay } from '@/features/data/day-text'
import { decisionsIn } from '@/features/data/decision-in'

const aside = (value: string, kind: Problem['kind'] = 'row-aside'): Problem => ({
  kind,
  severity: 'info',
  file: 'a.xlsx',
  row: 2,
  column: null,
  value,
  expected: null,
})

describe('the decision that a file names beside its figures', () => {
  it('is found with its date, in words and in figures', () => {
    expect(
      decisionsIn([
        aside('PHỤ LỤC I'),
        aside('(Kèm theo Quyết định số 812/QĐ-UBND ngày 27 tháng 02 năm 2027 của UBND Thành phố)'),
        aside('Theo QĐ 766/QĐ-TTg ngày 23/6/2022 và các văn bản khác'),
        aside('Quyết định số 35/2025/QĐ-UBND'),
      ]),
    ).toEqual([
      { number: '812/QĐ-UBND', day: '2027-02-27' },
      { number: '766/QĐ-TTg', day: '2022-06-23' },
      { number: '35/2025/QĐ-UBND', day: null },
    ])
  })

  it('is offered once, with its date where one row gives it, and only from rows that are no figures', () => {
    const first = aside('Quyết định số 812/QĐ-UBND')
    expect(decisionsIn([first, aside('Xem 812/QĐ-UBND ngày 01/03/2027')])).toEqual([
      { number: '812/QĐ-UBND', day: '2027-03-01' },
    ])
    expect(decisionsIn([aside('Quyết định số 812/QĐ-UBND', 'unknown-unit')])).toEqual([])
  })
})

describe('a day', () => {
  it('is typed as officials write it', () => {
    expect(['27/02/2027', '7/2/2027', ' 27.02.2027 ', '27-2-2027'].map(isoDay)).toEqual([
      '2027-02-27',
      '2027-02-07',
      '2027-02-27',
      '2027-02-27',
    ])
    expect(dayText('2027-02-07')).toBe('07/02/2027')
  })

  it('is none where the calendar has none, or where another order is meant', () => {
    expect(['31/02/2027', '02/27/2027', '2027-02-27', '27/02/27', 'mai', ''].map(isoDay)).toEqual(Array(6).fill(null))
  })
})
