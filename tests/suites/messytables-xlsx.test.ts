import { describe, expect, test } from 'vitest'
import { namesIn, readSuiteFile } from './read-file'

// The workbooks of messytables-horror (its CSV files: messytables.test.ts).
const FOLDER = 'messytables-horror'
const names = namesIn(FOLDER)
const read = (name: string) => readSuiteFile(`${FOLDER}/${name}`)

describe.skipIf(names.length === 0)('workbooks of messytables (skipped where the suites do not lie beside)', () => {
  test('dates, negative figures and texts', async () => {
    const { rows, grid } = await read('simple.xlsx')
    expect(rows).toEqual([
      ['date', 'temperature', 'place'],
      ['2011-01-01', '1', 'Galway'],
      ['2011-01-02', '-1', 'Galway'],
      ['2011-01-03', '0', 'Galway'],
      ['2011-01-01', '6', 'Berkeley'],
      ['2011-01-02', '8', 'Berkeley'],
      ['2011-01-03', '5', 'Berkeley'],
    ])
    expect(grid?.odd.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'date'))
  })
  test('a visible report is read, not the hidden sheets it is made from; a hidden column is named', async () => {
    const { read: file, rows, problems } = await read('large.xlsx')
    expect(file?.sheets).toEqual([
      { name: 'Report', hidden: false, rowCount: 37 },
      { name: 'data', hidden: true, rowCount: 8547 },
      { name: 'criteria', hidden: true, rowCount: 12 },
    ])
    expect(rows[5]?.slice(0, 5)).toEqual(["Series 'E'", 'E', '4599418678', '4566649251', '32769427'])
    expect(problems).toMatchObject([{ kind: 'hidden-row', column: 'B' }])
  })
  test('identifiers beyond fifteen digits are whole where they are texts', async () => {
    const { rows } = await read('sw_gen.xlsx')
    expect(rows).toHaveLength(16)
    expect(rows[1]?.[0]).toBe('474939423470395392')
  })
  test('a workbook without a cell is empty', async () => {
    expect((await read('libreoffice.xlsx')).problems).toMatchObject([{ kind: 'empty-file' }])
  })
  test.each(names.filter((name) => /\.(?:xls|ods)$/.test(name)))('%s is refused by name', async (name) => {
    const { rows, problems } = await read(name)
    expect(rows).toEqual([])
    expect(problems).toMatchObject([{ kind: 'binary-file', severity: 'error', value: name.split('.').at(-1) }])
  })
})
