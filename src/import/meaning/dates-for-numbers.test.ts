import { describe, expect, test } from 'vitest'
import { readDateForNumber, scoresOfDate } from '@/import/meaning/dates-for-numbers'

const scores = (text: string, limit: number, decimals: readonly number[], mark: '.' | ',' = '.') => {
  const date = readDateForNumber(text)
  return date === null ? null : scoresOfDate(date, limit, new Set(decimals), mark)
}

describe('a date that Excel made of a score', () => {
  test.each(['12-May', '12-thg 5', '12 tháng 5', '12/05/2024', '05/12/2024', '12-5-24', '2024-05-12', '12-May-24'])(
    '%s can have been 12.5, 12.05, 5.12',
    (text) => {
      expect(scores(text, 100, [])?.toSorted()).toEqual(['12.05', '12.5', '5.12'])
    },
  )
  test('is one score where only one is not above the maximum', () => {
    expect(scores('12-May', 10, [])).toEqual(['5.12'])
  })
  test('is one score where the others of the column have that many decimals', () => {
    expect(scores('12-May', 20, [0, 1])).toEqual(['12.5'])
    expect(scores('12-May', 20, [1], ',')).toEqual(['12,5'])
  })
  test('is the first part of a month that has no such day', () => {
    expect(scores('thg 5-85', 10, [2])).toEqual(['5.85'])
  })
  test('of the year 1900 is the number itself, shown as a date', () => {
    expect(scores('1900-03-25', 100, [0])).toEqual(['85'])
    expect(scores('1900-04-03T06:28:48', 100, [2])).toEqual(['94.27'])
  })
  test.each(['85.5', '32-May', '12-Foo', '1/2/3', 'thg 13-5', 'Quận 1', ''])('%s is no date', (text) => {
    expect(readDateForNumber(text)).toBeNull()
  })
})
