import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AMBIGUOUS,
  BAD,
  bothReadings,
  commonMark,
  MISSING,
  NOT_APPLICABLE,
  NOT_ASSESSED,
  READ,
  readNumbers,
} from '@/import/meaning/numbers'

const read = (texts: readonly string[], limit = 100, mark: '.' | ',' | null = null) => {
  const { values, states } = readNumbers(texts, { limit, fileMark: mark })
  return [...values].map((value, place) => {
    const state = states[place]
    return state === READ
      ? value
      : state === MISSING
        ? 'missing'
        : state === AMBIGUOUS
          ? 'ambiguous'
          : state === BAD
            ? 'bad'
            : null
  })
}

describe('numbers', () => {
  test('a comma is a decimal mark where some value has not three digits after it', () => {
    expect(read(['83,44', '1,234', '1.234,5'], 2000)).toEqual([83.44, 1.234, 1234.5])
  })
  test('a point parts thousands where commas are decimal marks', () => {
    expect(read(['0,5', '1.234'], 2000)).toEqual([0.5, 1234])
  })
  test('commas and points in one column are each read by what they can only be', () => {
    expect(read(['8,59', '7.98', '5', '1.234'])).toEqual([8.59, 7.98, 5, 'ambiguous'])
  })
  test('three digits after the only mark are decimals where as thousands they would be above the maximum', () => {
    expect(read(['91.651', '9.125'])).toEqual([91.651, 9.125])
  })
  test('three digits after the only mark are not guessed where both readings are possible', () => {
    expect(read(['1.000', '0'], 1000)).toEqual(['ambiguous', 0])
    expect(read(['1.234', '1,234'])).toEqual(['ambiguous', 'ambiguous'])
  })
  test('what the other columns show decides', () => {
    expect(read(['1.000'], 1000, ',')).toEqual([1000])
  })
  test('two marks of one kind part thousands', () => {
    expect(read(['1.234.567', '1,234,5'], 1e9)).toEqual([1_234_567, 'bad'])
  })
  test('0 is a score; a dash, x, N/A and a blank are none', () => {
    expect(read(['0', '0,0', '', ' ', '-', '–', 'x', 'X', 'N/A', '…'])).toEqual([
      0,
      0,
      ...Array.from({ length: 8 }, () => 'missing'),
    ])
  })
  test.each([
    ['không áp dụng', NOT_APPLICABLE],
    ['Không áp  dụng', NOT_APPLICABLE],
    ['không đánh giá', NOT_ASSESSED],
    ['Chưa đánh giá', NOT_ASSESSED],
    ['chưa có', MISSING],
    ['n/a', MISSING],
    ['#N/A', MISSING],
    ['\u00A0', MISSING],
  ])('%s says why there is no value', (text, state) => {
    expect(readNumbers([text], { limit: 100 }).states[0]).toBe(state)
  })
  test('narrow and other blanks part thousands', () => {
    expect(read(['1\u202F234,5', '12\u2009345', '1 234 567,25'], 2e6)).toEqual([1234.5, 12_345, 1_234_567.25])
  })
  test('a mark that is settled wins over what the column shows', () => {
    const { values } = readNumbers(['0,5', '1.234'], { limit: 2000, mark: '.' })
    expect([...values]).toEqual([0.5, 1.234])
  })
  test('numbers of Excel have a decimal point whatever the typed ones beside them have, and decide nothing', () => {
    const texts = ['', '1.234', '87.35%', '83,44', '2.345']
    const { values, mark } = readNumbers(texts, { limit: 2000, pointed: new Set([1, 2]) })
    expect([...values].slice(1)).toEqual([1.234, 87.35, 83.44, 2345])
    expect(mark).toBe(',')
    expect(commonMark([{ texts: ['', '1.25'], pointed: new Set([1]) }])).toBeNull()
  })
  test('a number of Excel is read in full, also small and large ones', () => {
    const texts = ['1e-7', '123456789012', '0.1', '-3']
    expect([...readNumbers(texts, { limit: 1, pointed: new Set([0, 1, 2, 3]) }).values]).toEqual([
      1e-7, 123_456_789_012, 0.1, -3,
    ])
  })
  test.each([
    ['1.234', [1.234, 1234]],
    ['1,234', [1234, 1.234]],
    ['1.23', null],
    ['12', null],
    ['-', null],
  ])('%s with a decimal point and with a decimal comma', (text, readings) => {
    expect(bothReadings(text)).toEqual(readings)
  })
  test('per cent signs, the word điểm and blanks are no part of a number', () => {
    expect(read(['83,4%', ' 83,4 % ', '94.27 điểm', '\u00A01 234,5', '+5', '−3'], 2000)).toEqual([
      83.4, 83.4, 94.27, 1234.5, 5, -3,
    ])
  })
  test.each(['NaN', 'Infinity', '1e400', '0x10', '=1+1', '12a', '1..2', '(5)', '5,', '12 3', '1/2', '٣'])(
    '%s is no number',
    (text) => {
      expect(read([text])).toEqual(['bad'])
    },
  )
  test('numbers read back as written, with either decimal mark', () => {
    const number = fc
      .integer({ min: -1_000_000, max: 1_000_000 })
      .chain((whole) => fc.integer({ min: 0, max: 6 }).map((digits) => ({ value: whole / 10 ** digits, digits })))
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), fc.constantFrom('.', ','), (numbers, mark) => {
        // One value of two decimals shows which mark the column has.
        const texts = ['0.25', ...numbers.map(({ value, digits }) => value.toFixed(digits))].map((text) =>
          text.replace('.', mark),
        )
        expect(read(texts)).toEqual([0.25, ...numbers.map(({ value, digits }) => Number(value.toFixed(digits)))])
      }),
    )
  })
})
