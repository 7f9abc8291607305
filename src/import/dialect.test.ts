import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decode } from '@/import/decode'
import { detectDialect, forEachRow } from '@/import/dialect'
import type { Dialect } from '@/import/dialect'
import { countKnownHeaders } from '@/import/layout'

const detect = (text: string) => detectDialect(text, countKnownHeaders)
function rowsOf(dialect: Dialect) {
  const rows: { cells: readonly string[]; row: number }[] = []
  const faults = forEachRow(dialect, (cells, row) => rows.push({ cells, row }))
  return { rows, faults }
}
const read = (text: string) => rowsOf(detect(text)!)
const cellsOf = (text: string) => read(text).rows.map(({ cells }) => cells)

describe('the delimiter', () => {
  test('semicolons part cells although decimals have commas', () => {
    expect(detect('mã;A;B\nx;1,5;2,5\ny;1,25;3,5')?.delimiter).toBe(';')
  })
  test('commas in quotes part nothing', () => {
    expect(detect('a;b\n"1, 2";3\n"4, 5";6')?.delimiter).toBe(';')
  })
  test('known headers decide where all rows have as many commas as semicolons', () => {
    expect(detect('Đơn vị;Điểm, số\nSở X;1,5')?.delimiter).toBe(';')
  })
  test('tabs are a delimiter', () => {
    expect(detect('Đơn vị\tĐiểm\nSở X\t1,5')?.delimiter).toBe('\t')
  })
  test('a sep= line is believed and is not a row', () => {
    const { rows } = read('sep=|\r\na|b;c\r\n1|2;3\r\n')
    expect(rows.slice(0, 2)).toEqual([
      { cells: ['a', 'b;c'], row: 1 },
      { cells: ['1', '2;3'], row: 2 },
    ])
  })
  test('two equally likely delimiters are not guessed between', () => {
    expect(detect('a,b;c\n1,2;3')).toBeNull()
  })
})

describe('rows', () => {
  test('rows are counted as Excel counts them: blank ones, and one for a cell of two lines', () => {
    const { rows } = read('a,b\n\n"1\n2",3\n4,5')
    expect(rows.map(({ row, cells }) => [row, cells.length])).toEqual([
      [1, 2],
      [2, 1],
      [3, 2],
      [4, 2],
    ])
  })
  test('Excel ends rows with CRLF and lines in a cell with LF', () => {
    expect(cellsOf('a,b\r\n"x\ny",1\r\n2,3')).toEqual([
      ['a', 'b'],
      ['x\ny', '1'],
      ['2', '3'],
    ])
  })
  test('an unclosed quote is found and swallows nothing silently', () => {
    expect(read('a,b\n1,2\n"3,4\n5,6\n').faults).toEqual([{ row: 3, fatal: true }])
  })
  test('a stray quote within one line does no harm beyond it', () => {
    const { rows, faults } = read('a,b\n"Sở "một" cửa",2\n5,6')
    expect(faults).toEqual([{ row: 2, fatal: false }])
    expect(rows.at(-1)?.cells).toEqual(['5', '6'])
  })
  test('rows over the edge of a piece are whole', () => {
    const line = `"${'x'.repeat(500)}\n",1`
    const cells = cellsOf(`a,b\n${`${line}\n`.repeat(5000)}`)
    expect(cells.slice(1, -1).every((row) => row.length === 2 && row[0]?.length === 501)).toBe(true)
    expect(cells).toHaveLength(5002)
  })
})

const SPECTRUM = '../shared/suites/csv-spectrum'
describe.skipIf(!existsSync(SPECTRUM))('csv-spectrum', () => {
  // The suite's own JSON of location_coordinates gives another telephone number than its CSV.
  const files = existsSync(SPECTRUM) ? readdirSync(`${SPECTRUM}/csvs`) : []
  const names = files.map((file) => file.replace('.csv', '')).filter((name) => name !== 'location_coordinates')
  test.each(names)('%s reads as expected', (name) => {
    const decoded = decode(readFileSync(`${SPECTRUM}/csvs/${name}.csv`))
    if (!('text' in decoded)) throw new Error(decoded.kind)
    const [header = [], ...rows] = cellsOf(decoded.text).filter((cells) => cells.join('') !== '')
    const records = rows.map((cells) => Object.fromEntries(header.map((key, place) => [key, cells[place]])))
    // The checkout of the suite has LF where its JSON has CRLF.
    const expected = readFileSync(`${SPECTRUM}/json/${name}.json`, 'utf8').replaceAll(String.raw`\r\n`, String.raw`\n`)
    expect(JSON.parse(JSON.stringify(records).replaceAll(String.raw`\r\n`, String.raw`\n`))).toEqual(
      JSON.parse(expected),
    )
  })
})

const TORTURE = '../shared/suites/rvl-torture'
describe.skipIf(!existsSync(TORTURE))('rvl-torture', () => {
  interface Case {
    readonly file: string
    readonly expected: string
    readonly delimiter: string
  }
  const all: readonly Case[] = existsSync(TORTURE) ? JSON.parse(readFileSync(`${TORTURE}/expected.json`, 'utf8')) : []
  const ours = all.filter(
    ({ expected, delimiter }) => expected === 'parse_ok' && [',', ';', '\\t', 'tab', 'TAB'].includes(delimiter),
  )
  test.each(ours.map(({ file, delimiter }) => [file, delimiter]))('%s is parted by %s', (file, delimiter) => {
    const decoded = decode(readFileSync(`${TORTURE}/${file}`))
    if (!('text' in decoded)) throw new Error(decoded.kind)
    expect(detect(decoded.text)?.delimiter).toBe(delimiter === ',' || delimiter === ';' ? delimiter : '\t')
  })
  test.each(all.filter(({ expected }) => expected === 'E_ENCODING').map(({ file }) => file))(
    '%s is refused',
    (file) => {
      expect(decode(readFileSync(`${TORTURE}/${file}`))).toHaveProperty('kind')
    },
  )
})
