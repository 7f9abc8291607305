import { describe, expect, it } from 'vitest'
import { readPackage } from '@/import/package/read-package'
import { writeTable } from '@/import/package/write-package'
import type { Problem } from '@/domain/problem'
import type { TableName } from '@/domain/tables'
import { filesOf, minimalTables } from '../../../tests/fixtures/packages/minimal-package'

const textOf = (table: TableName) => writeTable(table, minimalTables[table] as never)

/** Problems of the minimal package in which one text of one table is replaced by another. */
function problemsAfter(table: TableName, from: string, to: string): readonly Problem[] {
  const text = textOf(table)
  if (!text.includes(from)) throw new Error(`${table} has no ${from}`)
  return readPackage(filesOf(minimalTables, { [table]: text.replace(from, to) })).problems
}

function problem(kind: Problem['kind'], place: Partial<Problem>): Problem {
  return { kind, severity: 'error', file: 'scores.csv', row: null, column: null, value: null, expected: null, ...place }
}

describe('cells that cannot be right', () => {
  it.each([
    ['a decimal comma', '55', '"55,5"', '55,5'],
    ['a unit of measure', '55', '55 điểm', '55 điểm'],
    ['an exponent', '55', '5.5e1', '5.5e1'],
    ['a number beyond all numbers', '55', '9'.repeat(400), '9'.repeat(400)],
    ['not a number', '55', 'NaN', 'NaN'],
  ])('a score with %s is no number', (_what, from, to, value) => {
    expect(problemsAfter('scores', `final,${from}`, `final,${to}`)).toEqual([
      problem('bad-number', { row: 2, column: 'score', value, expected: '12.34' }),
    ])
  })

  it('a score below 0 is refused', () => {
    expect(problemsAfter('scores', 'final,35', 'final,-35')).toEqual([
      problem('negative', { row: 3, column: 'score', value: '-35', expected: '≥ 0' }),
    ])
  })

  it('a rank below 1 is out of range', () => {
    expect(problemsAfter('results', '90,100,1,', '90,100,0,')).toEqual([
      problem('out-of-range', { file: 'results.csv', row: 2, column: 'rank', value: '0', expected: '≥ 1' }),
    ])
  })

  it('a rank is a whole number', () => {
    expect(problemsAfter('results', '90,100,1,', '90,100,1.5,')).toMatchObject([{ kind: 'bad-number', value: '1.5' }])
  })

  it.each(['2024-02-30', '2023-02-29', '31/12/2024', '2024-13-01', '2024-00-10', '0'])(
    '%s is no date of the calendar',
    (date) => {
      expect(problemsAfter('editions', '2024-12-31', date)).toEqual([
        problem('bad-date', {
          file: 'editions.csv',
          row: 2,
          column: 'period_end',
          value: date,
          expected: '2025-12-31',
        }),
      ])
    },
  )

  it('29 February is a date in a leap year', () => {
    expect(problemsAfter('editions', '2024-12-31', '2024-02-29')).toEqual([])
  })

  it('an id is lower case ASCII', () => {
    expect(problemsAfter('themes', 'procedures', 'Thủ tục')).toMatchObject([
      { kind: 'bad-value', file: 'themes.csv', row: 2, column: 'theme_id', value: 'Thủ tục' },
    ])
  })

  it('a value outside its closed set is refused, with the set', () => {
    expect(problemsAfter('scores', 'final', 'Final')).toEqual([
      problem('bad-value', {
        row: 2,
        column: 'part',
        value: 'Final',
        expected: 'final, self, appraised, survey, bonus, penalty',
      }),
    ])
  })

  it('yes and no are written true and false', () => {
    expect(problemsAfter('results', 'true', 'TRUE')).toMatchObject([
      { kind: 'bad-value', column: 'ranked', value: 'TRUE', expected: 'true, false' },
    ])
  })

  it('a required cell may not be empty', () => {
    expect(problemsAfter('units', 'quan-3,quan-3,', 'quan-3,,')).toEqual([
      problem('missing-value', { file: 'units.csv', row: 3, column: 'name_vi' }),
    ])
  })

  it('text in decomposed Unicode is refused, because it equals no other text', () => {
    expect(problemsAfter('themes', 'Thủ tục hành chính', 'Thủ tục'.normalize('NFD'))).toEqual([
      problem('not-nfc', {
        file: 'themes.csv',
        row: 2,
        column: 'name_vi',
        value: 'Thủ tục'.normalize('NFD'),
        expected: 'Thủ tục',
      }),
    ])
  })
})

describe('rows and headers', () => {
  it('a cell with line breaks is one row, as in Excel', () => {
    const themes = 'theme_id,name_vi,name_en\na,"Một\nhai\nba",One\nb,Hai,\n'
    expect(readPackage(filesOf(minimalTables, { themes })).problems).toEqual([
      problem('missing-value', { file: 'themes.csv', row: 3, column: 'name_en' }),
    ])
  })

  it('columns come in any order, and lines end in LF or CRLF', () => {
    const themes = 'name_en,theme_id,name_vi\r\nOne,a,Một\r\n'
    const { tables, problems } = readPackage(filesOf(minimalTables, { themes }))
    expect(problems).toEqual([])
    expect(tables?.themes).toEqual([{ theme_id: 'a', name_vi: 'Một', name_en: 'One' }])
  })

  it('a byte order mark, which Excel writes, is no part of the first column', () => {
    expect(readPackage(filesOf(minimalTables, { themes: `\uFEFF${textOf('themes')}` })).problems).toEqual([])
  })

  it('a column that is missing, unknown or double is named', () => {
    const themes = 'theme_id,name_vi,name_vi,__proto__\na,A,A,x\n'
    expect(readPackage(filesOf(minimalTables, { themes })).problems).toEqual([
      problem('duplicate-column', { file: 'themes.csv', row: 1, column: 'name_vi', value: 'name_vi' }),
      problem('unknown-column', {
        file: 'themes.csv',
        row: 1,
        column: '__proto__',
        value: '__proto__',
        expected: 'theme_id, name_vi, name_en',
      }),
      problem('missing-column', { file: 'themes.csv', row: 1, column: 'name_en', expected: 'name_en' }),
    ])
  })

  it('a row has as many cells as the header', () => {
    const themes = 'theme_id,name_vi,name_en\na,A\n\nb,B,B\n'
    expect(readPackage(filesOf(minimalTables, { themes })).problems).toEqual([
      problem('wrong-cell-count', { file: 'themes.csv', row: 2, value: '2', expected: '3' }),
      problem('wrong-cell-count', { file: 'themes.csv', row: 3, value: '1', expected: '3' }),
    ])
  })

  it('a table may have no rows, and empty lines at its end', () => {
    const { tables, problems } = readPackage(filesOf(minimalTables, { themes: 'theme_id,name_vi,name_en\n\n\n' }))
    expect(problems).toEqual([])
    expect(tables?.themes).toEqual([])
  })
})

describe('files', () => {
  it('a missing table is named', () => {
    const files = filesOf(minimalTables)
    files.delete('rules.csv')
    expect(readPackage(files)).toEqual({ tables: null, problems: [problem('missing-table', { file: 'rules.csv' })] })
  })

  it('a table in another encoding than UTF-8 is refused', () => {
    const files = filesOf(minimalTables)
    // "Thể" in the Vietnamese code page of Windows.
    files.set('themes.csv', Uint8Array.from([0x54, 0x68, 0xea, 0xd2, 0x0a]))
    expect(readPackage(files).problems).toEqual([problem('not-utf8', { file: 'themes.csv' })])
  })

  it('a quote that is not closed makes the whole table unreadable', () => {
    expect(readPackage(filesOf(minimalTables, { themes: 'theme_id,name_vi,name_en\na,"A,A\n' })).problems).toEqual([
      problem('bad-csv', { file: 'themes.csv' }),
    ])
  })

  it('an empty file has not even a header', () => {
    expect(readPackage(filesOf(minimalTables, { themes: '' })).problems).toEqual([
      problem('empty-file', { file: 'themes.csv' }),
    ])
  })
})
