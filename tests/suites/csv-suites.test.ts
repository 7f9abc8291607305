import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openFile } from '@/import/open-file'
import { SMALL_BASE } from '../fixtures/csv/base'
import { namesIn, readSuiteFile as read, SUITES } from './read-file'

const spectrum = namesIn('csv-spectrum/csvs').map((file) => file.replace('.csv', ''))
describe.skipIf(spectrum.length === 0)('csv-spectrum', () => {
  // The suite's own JSON of location_coordinates gives another telephone number than its CSV, and its other columns.
  test.each(spectrum.filter((name) => name !== 'location_coordinates'))(
    '%s has the cells of its json',
    async (name) => {
      const { rows } = await read(`csv-spectrum/csvs/${name}.csv`)
      const [header = [], ...data] = rows
      const records = data.map((cells) => Object.fromEntries(header.map((key, place) => [key, cells[place]])))
      // A line end within a cell is LF here, and CRLF in some of the JSON.
      const json = readFileSync(join(SUITES, `csv-spectrum/json/${name}.json`), 'utf8').replaceAll('\\r\\n', '\\n')
      expect(records).toEqual(JSON.parse(json))
    },
  )
  test('location_coordinates has quotes and characters that were lost before, named by cell', async () => {
    const { rows, problems } = await read('csv-spectrum/csvs/location_coordinates.csv')
    expect(rows[1]?.slice(0, 1)).toEqual(['2095257564'])
    expect(rows[1]?.slice(2)).toEqual(['Modesto', 'Stanislaus'])
    expect(problems).toMatchObject([{ kind: 'bad-byte', row: 2, column: 'B' }])
  })
})

interface Case {
  readonly file: string
  readonly expected: string
  readonly delimiter: string
}
const TORTURE = join(SUITES, 'rvl-torture/expected.json')
const cases: readonly Case[] = existsSync(TORTURE) ? JSON.parse(readFileSync(TORTURE, 'utf8')) : []
const characterOf = (delimiter: string) =>
  delimiter === '\\t' ? '\t' : delimiter.startsWith('0x') ? String.fromCodePoint(Number(delimiter)) : delimiter

describe.skipIf(cases.length === 0)('rvl-torture', () => {
  // A delimiter that no table uses on purpose is not guessed: it is among the options.
  const FORCED = 'control_byte_header.csv'
  const parsed = cases.filter(({ expected, file }) => expected === 'parse_ok' && file !== FORCED)
  test.each(parsed.map(({ file, delimiter }) => [file, delimiter]))('%s is parted by %s', async (file, delimiter) => {
    const { read: as } = await read(`rvl-torture/${file}`)
    expect(as).toMatchObject({ delimiter: characterOf(delimiter), encoding: 'utf-8' })
  })
  test('a control character as delimiter is offered, and believed once it is answered', async () => {
    const { questions } = await read(`rvl-torture/${FORCED}`)
    expect(questions.map(({ id, options }) => [id, options.map(({ value }) => value)])).toEqual([
      ['delimiter', ['\u0001', '']],
    ])
    const { rows } = await read(`rvl-torture/${FORCED}`, { delimiter: '\u0001' })
    expect(rows).toEqual([
      ['id', 'value'],
      ['A', '1'],
      ['B', '2'],
    ])
  })
  test('backslashes escape quotes only in the file that needs it', async () => {
    const { rows: escaped } = await read('rvl-torture/backslash_escape.csv')
    expect(escaped).toEqual([['col'], ['a"b']])
    const { rows: plain } = await read('rvl-torture/backslash_in_quoted_rfc.csv')
    expect(plain.slice(1).map(([, comment]) => comment)).toEqual(['path C:\\temp\\file', 'literal \\\\ backslash'])
  })

  // What makes a header bad (no cells, names twice, rows that are wider) is seen where the table is found, but for
  // files without any cell. UTF-16 is read, because officials have it: these two have its mark and nothing of it.
  const TABLE_STAGE = new Map([
    ['duplicate_headers.csv', 'unknown-layout'],
    ['extra_fields_non_empty.csv', 'wrong-cell-count'],
    ['extra_trailing_nonempty.csv', 'wrong-cell-count'],
    ['wide_row_extra_non_empty.csv', 'unknown-layout'],
  ])
  const refused = cases.filter(({ expected, file }) => expected !== 'parse_ok' && !TABLE_STAGE.has(file))
  test.each(refused.map(({ file, expected }) => [file, expected]))(
    '%s (%s) is refused or asked about',
    async (file, expected) => {
      const { grid, questions, problems } = await read(`rvl-torture/${file}`)
      expect(grid).toBeNull()
      const kinds = [...problems.map(({ kind }) => kind), ...questions.map(({ kind }) => kind)]
      const reasons: Readonly<Record<string, readonly string[]>> = {
        E_DIALECT: ['delimiter'],
        E_CSV_PARSE: ['bad-csv'],
        E_HEADERS: ['empty-file'],
        E_ENCODING: ['not-utf8', 'nul-byte', 'empty-file'],
      }
      expect(reasons[expected]).toContain(kinds[0])
      expect(kinds).toHaveLength(1)
    },
  )
  test.each([...TABLE_STAGE])('%s is refused once its table is looked for: %s', async (file, kind) => {
    const bytes = readFileSync(join(SUITES, 'rvl-torture', file))
    // All that a table could be asked about is answered: nothing but the table itself can stop it.
    const answers = { index: 'par', period: '2024', block: 'districts', 'of-unit': 'quan-1' }
    const outcome = await openFile(new File([bytes], file), SMALL_BASE, answers)
    expect(outcome.outcome).toBe('refused')
    expect(outcome.problems).toMatchObject([{ kind, severity: 'error' }])
  })
})

const horror = namesIn('messytables-horror').filter((name) => !/README|\.xlsx$/.test(name))
describe.skipIf(horror.length === 0)('messytables', () => {
  test.each(horror)('%s comes to an end, whatever is answered; no answer is asked for again', async (name) => {
    const file = new File([readFileSync(join(SUITES, 'messytables-horror', name))], name)
    const answers = new Map<string, string>()
    let outcome = await openFile(file, SMALL_BASE)
    while (outcome.outcome === 'needs-answer') {
      const asked = outcome.questions.map(({ id }) => id)
      expect(asked).not.toEqual([])
      expect(asked.filter((id) => answers.has(id))).toEqual([])
      for (const { id, kind, options } of outcome.questions)
        answers.set(id, options[0]?.value ?? (kind === 'max' ? '100' : '2024'))
      // oxlint-disable-next-line no-await-in-loop -- an answer leads to the next question
      outcome = await openFile(file, SMALL_BASE, Object.fromEntries(answers))
    }
    // What is refused says why; what is opened has the figures of someone.
    const hasReason = outcome.problems.some(({ severity }) => severity === 'error')
    expect(outcome.outcome === 'refused' ? hasReason : outcome.unitCount > 0).toBe(true)
  })
  test('old Mac lines, UTF-16 and Latin-1 are cells', async () => {
    const mac = await read('messytables-horror/mixedGLB.csv')
    expect(mac.rows.every(({ length }) => length === 19)).toBe(true)
    const wide = await read('messytables-horror/utf-16le_encoded.csv')
    expect([wide.read?.encoding, wide.rows[0]?.slice(0, 2)]).toEqual([
      'utf-16le',
      ['Organisation_code', 'Organisation_name'],
    ])
    const latin = await read('messytables-horror/spanish_chars.csv')
    expect([latin.read?.encoding, latin.rows[0]?.at(-1)]).toEqual(['windows-1252', 'Descripción'])
  })
})

const vietnamese = namesIn('uchardet-vi')
describe.skipIf(vietnamese.length === 0)('uchardet', () => {
  test.each(vietnamese)('%s is Vietnamese in the encoding of its name', async (name) => {
    const { read: as, rows } = await read(`uchardet-vi/${name}`, { delimiter: '' })
    expect([`${as?.encoding}.txt`, rows[0]?.[0]?.slice(0, 40)]).toEqual([
      name,
      'Chữ Quốc ngữ là hệ chữ viết thống nhất c',
    ])
  })
})
