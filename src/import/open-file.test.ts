import { existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TABLE_NAMES } from '@/domain/tables'
import { checkPackage } from '@/import/package/check-package'
import { openFile } from '@/import/open-file'
import type { OpenedFile } from '@/import/opening'
import { readPackage } from '@/import/package/read-package'
import { SMALL_BASE } from '../../tests/fixtures/csv/base'
import { bytesOf, open, opened } from '../../tests/fixtures/csv/opened'

const ANSWERS = { index: 'par', period: '2024', block: 'districts' }
const pick = (rows: readonly Readonly<Record<string, string>>[], ...keys: readonly string[]) =>
  rows.map((row) => keys.map((key) => row[key]).join(' | '))

/** What the shipped packages are held against must hold for a viewer's file as well. */
function structuralErrors(outcome: OpenedFile) {
  const files = new Map(TABLE_NAMES.map((table) => [`${table}.csv`, bytesOf(outcome, table)]))
  const { tables, problems } = readPackage(files)
  const all = tables === null ? problems : [...problems, ...checkPackage(tables)]
  return all.filter(({ severity, kind }) => severity === 'error' && kind !== 'outside-unit-dates')
}

const LONG = `index,period,block,unit,sub_index,score,max_score
PAR Index,2024,"Quận, huyện",Quận 1,"Chỉ đạo, điều hành",25.5,30
PAR Index,2024,"Quận, huyện",Quận 1,Cải cách thủ tục hành chính,60.25,70
PAR Index,2024,"Quận, huyện",Quận 1,total,85.75,100
PAR Index,2024,"Quận, huyện",UBND Quận Bình Tân,"Chỉ đạo, điều hành",30,30
PAR Index,2024,"Quận, huyện",UBND Quận Bình Tân,Cải cách thủ tục hành chính,,70
PAR Index,2024,"Quận, huyện",UBND Quận Bình Tân,total,,100`

describe('a long table', async () => {
  const { outcome, tables, kinds } = await opened(LONG)
  test('becomes results and scores with the row of the file', async () => {
    expect(pick(tables.results, 'unit_id', 'total_score', 'max_score', 'missing_reason', 'source_row')).toEqual([
      'quan-1 | 85.75 | 100 |  | 4',
      'quan-binh-tan |  | 100 | not-published | 7',
    ])
    expect(pick(tables.scores, 'unit_id', 'sub_index_id', 'score', 'missing_reason', 'source_row')).toEqual([
      'quan-1 | direction | 25.5 |  | 2',
      'quan-1 | procedures | 60.25 |  | 3',
      'quan-binh-tan | direction | 30 |  | 5',
      'quan-binh-tan | procedures |  | not-published | 6',
    ])
    expect(kinds).toEqual([])
    expect(outcome).toMatchObject({ rowCount: 6, unitCount: 2 })
    expect(outcome.reading).toMatchObject({ file: { delimiter: ',', encoding: 'utf-8' }, table: { form: 'long' } })
    expect(outcome.reading.columns?.map(({ mark }) => mark)).toContain('.')
  })
  test('has the version of the base whose sub-indices and maxima it has, with its bands and themes', async () => {
    expect(
      pick(tables.editions, 'index_id', 'period', 'period_end', 'block_id', 'version_id', 'status', 'decimals'),
    ).toEqual(['par | 2024 | 2024-12-31 | districts | 2023 | provisional | 2'])
    expect(pick(tables.sub_indices, 'version_id', 'sub_index_id', 'max_score')).toEqual([
      '2023 | direction | 30',
      '2023 | procedures | 70',
    ])
    expect(pick(tables.bands, 'band_id')).toEqual(['good'])
    expect(pick(tables.themes, 'theme_id')).toEqual(['procedures'])
  })
  test('is a package that passes the checks of a shipped one', async () => {
    expect(structuralErrors(outcome)).toEqual([])
  })
  test('with other maxima has a version of its own, in which known sub-indices keep their ids', async () => {
    const other = await opened(
      LONG.replaceAll(',30\n', ',20\n').replace(',25.5,', ',15.5,').replace(',30,20', ',20,20'),
    )
    expect(pick(other.tables.sub_indices, 'version_id', 'sub_index_id', 'max_score', 'theme_id')).toEqual([
      'file | direction | 20 | procedures',
      'file | procedures | 70 | procedures',
    ])
    expect(other.tables.bands).toEqual([])
  })
  test('has Vietnamese headers in any case, with or without diacritics', async () => {
    const [, ...rows] = LONG.split('\n')
    const header = 'CHỈ SỐ,Năm,Khối,Tên đơn vị,Chi so thanh phan,Điểm,Thang điểm'
    expect((await opened([header, ...rows].join('\n'))).tables.scores).toEqual(tables.scores)
  })
  test('keeps sub-indices under the ones whose path they bear', async () => {
    const { tables: nested } = await opened(
      'index,year,block,unit,sub_index,score\nPAPI,2020,tỉnh,Hà Nội,A,5\nPAPI,2020,tỉnh,Hà Nội,A > B,2',
    )
    expect(pick(nested.sub_indices, 'sub_index_id', 'parent_id', 'name_vi')).toEqual(['a |  | A', 'a-b | a | B'])
  })
  test('keeps the source of each total', async () => {
    const { tables: sourced } = await opened(
      'index,year,block,unit,sub_index,score,max_score,source\nX,2020,quận huyện,Quận 1,total,5,10,https://example.org/a',
    )
    expect(pick(sourced.sources, 'source_id', 'title', 'url')).toEqual([
      'file | file.csv | ',
      'file-1 | https://example.org/a | https://example.org/a',
    ])
    expect(sourced.results[0]).toMatchObject({ source_id: 'file-1' })
  })
})

const WIDE = `STT;Đơn vị;Chỉ đạo, điều hành (30);Cải cách thủ tục hành chính /70 điểm;Tổng điểm;Xếp hạng;Xếp loại
1;Quận 1;25,5;60,25;85,75;2;Tốt
2;TP Thủ Đức;30;x;;-;Khá`

describe('a wide table', async () => {
  const { outcome, tables, kinds } = await opened(WIDE, ANSWERS)
  test('has one row a unit and one column a sub-index', async () => {
    expect(
      pick(
        tables.results,
        'unit_id',
        'total_score',
        'max_score',
        'rank',
        'band_id',
        'ranked',
        'missing_reason',
        'source_row',
      ),
    ).toEqual(['quan-1 | 85.75 |  | 2 | good | true |  | 2', 'tp-thu-duc |  |  |  | kha | false | rank-only | 3'])
    expect(pick(tables.scores, 'unit_id', 'sub_index_id', 'score', 'missing_reason')).toEqual([
      'quan-1 | direction | 25.5 | ',
      'quan-1 | procedures | 60.25 | ',
      'tp-thu-duc | direction | 30 | ',
      'tp-thu-duc | procedures |  | not-published',
    ])
    expect(kinds).toEqual([])
    expect(structuralErrors(outcome)).toEqual([])
  })
  test('lists every column with what it was read as', async () => {
    expect(outcome.reading.columns?.map(({ letter, role }) => `${letter} ${role}`)).toEqual([
      'A row-number',
      'B unit',
      'C sub-index',
      'D sub-index',
      'E total',
      'F rank',
      'G class',
    ])
  })
  test('asks for what neither the file nor the viewer says, with suggestions', async () => {
    const asked = await open(WIDE, { block: 'districts' }, SMALL_BASE, 'DTI_2024_quý.csv')
    expect(asked).toMatchObject({
      outcome: 'needs-answer',
      questions: [
        { id: 'index', options: [{ value: 'dti' }, { value: 'par' }], free: true },
        { id: 'period', options: [{ value: '2024' }], free: true },
      ],
    })
  })
  test('asks again where the answer is no period', async () => {
    expect(await open(WIDE, { ...ANSWERS, period: 'năm nay' })).toMatchObject({
      outcome: 'needs-answer',
      questions: [{ id: 'period' }],
      problemCounts: { 'unknown-period': 1 },
    })
  })
  test('may give the maxima in the row below the header', async () => {
    const { outcome: second, tables: read } = await opened(
      'Đơn vị,A,B,Tổng điểm\nĐiểm tối đa,10,20,30\nQuận 1,9,18,27',
      ANSWERS,
    )
    expect(pick(read.sub_indices, 'name_vi', 'max_score')).toEqual(['A | 10', 'B | 20'])
    expect(pick(read.results, 'total_score', 'max_score', 'source_row')).toEqual(['27 | 30 | 3'])
    expect(second.rowCount).toBe(1)
  })
  test('may have its own index, period and block columns', async () => {
    const { tables: read } = await opened(
      'Chỉ số,Kỳ,Khối,Đơn vị,Tổng điểm (100)\nDTI,Quý I/2024,"UBND TP Thủ Đức, quận, huyện",Quận 1,50\nPAR INDEX TP.HCM,2023,quận huyện,Quận 1,60',
    )
    expect(pick(read.editions, 'index_id', 'period', 'period_end', 'block_id')).toEqual([
      'dti | 2024-Q1 | 2024-03-31 | districts',
      'par | 2023 | 2023-12-31 | districts',
    ])
  })
  test('whose totals have no maximum is read on the scale that all versions of the index have', async () => {
    const { tables: read, kinds: found } = await opened('Đơn vị,Tổng điểm\nQuận 1,89.5\nTP Thủ Đức,77', ANSWERS)
    expect(pick(read.results, 'total_score', 'max_score')).toEqual(['89.5 | 100', '77 | 100'])
    expect(found).toEqual([])
  })
  test('whose totals have no maximum is asked for it where the index has no scale, or another', async () => {
    const table = (total: string) => `Đơn vị,Tổng điểm\nQuận 1,${total}\nTP Thủ Đức,5`
    const asked = { outcome: 'needs-answer', questions: [{ id: 'max:B' }] }
    expect(await open(table('89.5'), { ...ANSWERS, index: 'dti' })).toMatchObject(asked)
    expect(await open(table('8.9'), ANSWERS)).toMatchObject(asked)
    expect(await open(table('330'), ANSWERS)).toMatchObject(asked)
    const { tables: read } = await opened(table('330'), { ...ANSWERS, 'max:B': '400' })
    expect(pick(read.results, 'max_score')).toEqual(['400', '400'])
  })
  test('may call its total after the index', async () => {
    const { outcome: read } = await opened('Đơn vị,A,PAR INDEX 2024\nQuận 1,5,50', {
      ...ANSWERS,
      'max:C': '100',
    })
    expect(read.reading.columns?.map(({ role }) => role)).toEqual(['unit', 'sub-index', 'total'])
  })
  test('names sub-indices that the criteria of the index do not have', async () => {
    const { outcome: read } = await opened('Đơn vị,A,Tổng điểm (100)\nQuận 1,5,50', ANSWERS)
    expect(read.problems).toMatchObject([{ kind: 'unknown-id', severity: 'warning', row: 1, column: 'B', value: 'A' }])
  })
  test('with a column of words says that it was not read', async () => {
    const { outcome: read } = await opened('Đơn vị,Địa chỉ,Tổng điểm (100)\nQuận 1,47 Lê Duẩn,89.5', ANSWERS)
    expect(read.problems).toMatchObject([
      { kind: 'unknown-column', severity: 'warning', column: 'B', value: 'Địa chỉ' },
    ])
  })
  test('orders new classes by the totals of their units', async () => {
    const { tables: read } = await opened(
      'Đơn vị,Tổng điểm (100),Xếp loại\nQuận 1,60,Trung bình\nTP Thủ Đức,90,Xuất sắc\nQuận Bình Tân,80,Tốt',
      { ...ANSWERS, index: 'Chỉ số mới' },
    )
    expect(pick(read.bands, 'position', 'name_vi', 'min_share')).toEqual([
      '1 | Xuất sắc | ',
      '2 | Tốt | ',
      '3 | Trung bình | ',
    ])
  })
})

describe('every dialect gives the same tables', async () => {
  const cells = [
    ['Đơn vị', 'Chỉ đạo, điều hành (30)', 'Cải cách thủ tục hành chính (70)', 'Tổng điểm (100)'],
    ['Quận 1', '25.5', '60.25', '85.75'],
    ['TP Thủ Đức', '0', '', '70'],
  ]
  const long = [
    ['Đơn vị', 'Lĩnh vực', 'Điểm', 'Điểm tối đa'],
    ['Quận 1', 'Chỉ đạo, điều hành', '25.5', '30'],
    ['Quận 1', 'Cải cách thủ tục hành chính', '60.25', '70'],
    ['Quận 1', 'Tổng', '85.75', '100'],
    ['TP Thủ Đức', 'Chỉ đạo, điều hành', '0', '30'],
    ['TP Thủ Đức', 'Cải cách thủ tục hành chính', '', '70'],
    ['TP Thủ Đức', 'Tổng', '70', '100'],
  ]
  const write = (rows: readonly (readonly string[])[], delimiter: string, mark: string, newline: string, bom: string) =>
    bom +
    rows
      .map((row) =>
        row
          .map((cell) => (/^[\d.]+$/.test(cell) ? cell.replace('.', mark) : cell))
          .map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell))
          .join(delimiter),
      )
      .join(newline)
  const plain = async (text: string) => {
    const { results, scores } = (await opened(text, ANSWERS)).tables
    return [
      pick(results, 'unit_id', 'total_score', 'max_score'),
      pick(scores, 'unit_id', 'sub_index_id', 'score', 'missing_reason'),
    ]
  }
  const expected = await plain(write(cells, ',', '.', '\n', ''))
  const all = [cells, long].flatMap((rows, form) =>
    [',', ';', '\t'].flatMap((delimiter) =>
      ['.', ','].flatMap((mark) =>
        ['\n', '\r\n'].flatMap((newline) =>
          ['', '\uFEFF'].map((bom) => ({ rows, form: form === 0 ? 'wide' : 'long', delimiter, mark, newline, bom })),
        ),
      ),
    ),
  )
  test.each(all)(
    '$form, parted by "$delimiter", decimals with "$mark"',
    async ({ rows, delimiter, mark, newline, bom }) => {
      expect(await plain(write(rows, delimiter, mark, newline, bom))).toEqual(expected)
    },
  )
})

const wide = (...rows: readonly string[]) =>
  opened(`Đơn vị,A (10),Tổng điểm (100)\n${rows.join('\n')}`, { ...ANSWERS, index: 'dti' })

describe('cells that cannot be right', async () => {
  test.each([
    ['above the maximum', '11', 'above-max', '10'],
    ['negative', '-1', 'negative', null],
    ['not a number', 'tốt', 'bad-number', null],
    ['beyond all numbers', '1e400', 'bad-number', null],
  ])('a score %s is refused and named with row, column and value', async (_, value, kind, expected) => {
    const { tables, outcome } = await wide(`Quận 1,${value},50`, 'TP Thủ Đức,5,50')
    expect(tables.scores[0]).toMatchObject({ score: '', missing_reason: 'refused', source_row: '2' })
    expect(outcome.problems.filter(({ severity }) => severity === 'error')).toEqual([
      { kind, severity: 'error', file: 'file.csv', row: 2, column: 'B', value, expected },
    ])
  })
  test('the same unit twice with different scores: neither counts', async () => {
    const { tables, outcome } = await wide('Quận 1,5,50', 'UBND Quận 1,6,50')
    expect(pick(tables.scores, 'score', 'missing_reason')).toEqual([' | refused'])
    expect(pick(tables.results, 'total_score')).toEqual(['50'])
    expect(outcome.problems.filter(({ kind }) => kind === 'conflicting-rows').map(({ row }) => row)).toEqual([2, 3])
  })
  test('the same unit twice with equal scores counts once', async () => {
    const { tables, outcome } = await wide('Quận 1,5,50', 'Quận 01,5,50')
    expect(tables.results).toHaveLength(1)
    expect(outcome.problemCounts).toEqual({ 'duplicate-row': 1, 'unknown-id': undefined })
  })
  test('one total with two ranks is in conflict with itself', async () => {
    const { tables } = await opened('Đơn vị,Tổng điểm (100),Hạng\nQuận 1,50,1\nQuận 1,50,2', ANSWERS)
    expect(pick(tables.results, 'total_score', 'rank', 'missing_reason')).toEqual([' |  | refused'])
  })
  test('a row with a cell too many is refused as a whole, its unit stays', async () => {
    const { tables, outcome } = await wide('Quận 1,5,50,7', 'TP Thủ Đức,5,50')
    expect(tables.results[0]).toMatchObject({ unit_id: 'quan-1', missing_reason: 'refused' })
    expect(tables.scores[0]).toMatchObject({ missing_reason: 'refused' })
    expect(outcome.problems.find(({ kind }) => kind === 'wrong-cell-count')).toMatchObject({
      row: 2,
      value: '7',
      expected: '3',
      severity: 'error',
    })
  })
  test('blank cells that Excel leaves out at the end of a row are blank', async () => {
    const { outcome } = await opened('Đơn vị,Tổng điểm (100),Xếp loại\nQuận 1,50', ANSWERS)
    expect(outcome.problems).toMatchObject([{ kind: 'wrong-cell-count', severity: 'warning' }])
  })
  test('a row without a unit is named', async () => {
    const { outcome } = await wide(',5,50', 'Quận 1,5,50')
    expect(outcome.problems).toMatchObject([{ kind: 'missing-value', row: 2, column: 'A' }])
  })
  test('a rank that is no rank is named', async () => {
    const { outcome, tables } = await opened('Đơn vị,Tổng điểm (100),Hạng\nQuận 1,50,nhất\nTP Thủ Đức,40,1.5', ANSWERS)
    expect(outcome.problems.map(({ kind, value }) => `${kind} ${value}`)).toEqual(['bad-value nhất', 'bad-value 1.5'])
    expect(pick(tables.results, 'rank')).toEqual(['', ''])
  })
  test('a period that does not exist is named', async () => {
    const { outcome } = await opened('Năm,Đơn vị,Tổng điểm (100)\n2025-W54,Quận 1,50\n2024,Quận 1,50', ANSWERS)
    expect(outcome.problems).toMatchObject([{ kind: 'unknown-period', row: 2, value: '2025-W54' }])
  })
  test('numbers that can be read in two ways are asked for', async () => {
    const text = 'Đơn vị,Tổng điểm (1000)\nQuận 1,0\nTP Thủ Đức,1.000'
    expect(await open(text, ANSWERS)).toMatchObject({
      outcome: 'needs-answer',
      questions: [{ id: 'mark:B', options: [{ value: '.' }, { value: ',' }], free: false }],
    })
    const { tables } = await opened(text, { ...ANSWERS, 'mark:B': ',' })
    expect(pick(tables.results, 'total_score', 'missing_reason')).toEqual(['0 | ', '1000 | '])
  })
  test('of very many problems the first thousand are listed and all are counted', async () => {
    const rows = Array.from({ length: 2500 }, () => 'Quận 1,x1,50')
    const { outcome } = await wide(...rows)
    expect(outcome.problemCounts['bad-number']).toBe(2500)
    expect(outcome.problems.filter(({ kind }) => kind === 'bad-number')).toHaveLength(1000)
  })
})

describe('files that are refused', async () => {
  test.each([
    ['header only', 'Đơn vị,Tổng điểm\n', 'header-only'],
    ['no scores', 'unit,sub_index\nQuận 1,A', 'missing-column'],
    ['an unclosed quote', 'Đơn vị,Tổng điểm\n"Quận 1,5\n', 'bad-csv'],
  ])('%s', async (_, text, kind) => {
    const outcome = await open(text, ANSWERS)
    expect(outcome).toMatchObject({ outcome: 'refused', problems: [{ kind, severity: 'error' }] })
  })
})

describe('files that leave something open', () => {
  test.each([
    ['one table without units', 'index,year,sub_index,score\nDTI,2024,total,5', 'of-unit'],
    ['two columns of one sub-index', 'Đơn vị,A,A\nQuận 1,5,6', 'column'],
    ['two equally likely delimiters', 'a,b;c\n1,2;3', 'delimiter'],
    ['an ordinary text', 'Kính gửi các đồng chí.\nTrân trọng', 'delimiter'],
    ['rows without a unit', 'Đơn vị,Tổng điểm (100)\n,5', 'of-unit'],
  ])('%s', async (_, text, kind) => {
    const outcome = await open(text, ANSWERS)
    expect(outcome).toMatchObject({ outcome: 'needs-answer' })
    expect(outcome.outcome === 'needs-answer' && outcome.questions.map((question) => question.kind)).toContain(kind)
  })
})

describe('what the viewer sees of a file', () => {
  test('is its first rows and every row with a problem, wherever it stands', async () => {
    const rows = Array.from({ length: 300 }, (_, at) => `Đơn vị ${at},${at === 250 ? 11 : 5},50`)
    const { outcome } = await wide(...rows)
    const shown = outcome.reading.table?.preview.map(({ row }) => row) ?? []
    expect(shown.slice(0, 3)).toEqual([1, 2, 3])
    expect(shown).toContain(252)
    expect(shown.length).toBeLessThanOrEqual(200)
  })
  test('is there while something is asked: the sheet, its columns, the fields to choose from', async () => {
    const asked = await open(WIDE, { index: 'par', block: 'districts' })
    expect(asked).toMatchObject({ outcome: 'needs-answer', questions: [{ id: 'period' }] })
    expect(asked.reading.table?.preview).toHaveLength(3)
    expect(asked.reading.columns).toHaveLength(7)
    expect(asked.reading.subIndices?.map(({ id }) => id)).toEqual(['direction', 'procedures'])
  })
})

describe('names', async () => {
  const HOSTILE = [
    '<img src=x onerror=alert(1)>',
    "'); DROP TABLE scores;--",
    '__proto__',
    'constructor',
    '=HYPERLINK("http://x","y")',
    'a,"b"',
  ]
  test.each(HOSTILE)('%s is text, as unit, sub-index, index, block and class', async (name) => {
    const cell = `"${name.replaceAll('"', '""')}"`
    const { tables, outcome } = await opened(
      `Chỉ số,Năm,Khối,Đơn vị,${cell},Tổng điểm (100),Xếp loại\n${cell},2024,${cell},${cell},5,50,${cell}`,
    )
    expect(tables.indices[0]).toMatchObject({ name_vi: name })
    expect(tables.blocks[0]).toMatchObject({ name_vi: name })
    expect(tables.units[0]).toMatchObject({ name_vi: name })
    expect(tables.sub_indices[0]).toMatchObject({ name_vi: name })
    expect(tables.bands[0]).toMatchObject({ name_vi: name })
    expect(structuralErrors(outcome)).toEqual([])
  })
  test('a unit that nobody knows stays a unit, and is named once', async () => {
    const { tables, outcome } = await wide('Quận Mới,5,50', 'Quận 1,5,50')
    expect(pick(tables.units, 'unit_id', 'name_vi')).toEqual(['quan-1 | Quận 1', 'quan-moi | Quận Mới'])
    expect(outcome.problemCounts['unknown-unit']).toBe(1)
  })
  test('a new unit never takes the id of a known one', async () => {
    const { tables } = await opened('Đơn vị,Tổng điểm (100)\nQuán 1,5\nQuận 1,6', {
      ...ANSWERS,
      'unit:Quán 1': 'new',
    })
    expect(pick(tables.results, 'unit_id')).toEqual(['quan-1-2', 'quan-1'])
  })
  test('units that lineage ties to those of the file come along', async () => {
    const { tables } = await opened('Đơn vị,Tổng điểm (100)\nSở Tài chính,5', {
      index: 'par',
      period: '2025',
      block: 'departments',
    })
    expect(pick(tables.units, 'unit_id')).toEqual(['so-tai-chinh', 'so-tai-chinh-2025', 'so-khdt'])
    expect(tables.lineage).toHaveLength(2)
  })
  test('a unit outside its dates is kept and named', async () => {
    const { tables, kinds } = await opened('Đơn vị,Tổng điểm (100)\nQuận 1,5', { ...ANSWERS, period: '2026' })
    expect(pick(tables.results, 'unit_id')).toEqual(['quan-1'])
    expect(kinds).toEqual(['warning outside-unit-dates'])
  })

  const BLNS = '../shared/suites/blns/blns.json'
  test.skipIf(!existsSync(BLNS))('naughty strings are names like any other', async () => {
    const strings: readonly string[] = JSON.parse(readFileSync(BLNS, 'utf8'))
    const tidied = (text: string) => text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
    const names = strings.filter((text) => text.trim() !== '' && !text.includes('\0'))
    const rows = names.map((name, place) => `"${name.replaceAll('"', '""')}",${place % 100}`)
    const text = `Đơn vị,Tổng điểm (100)\n${rows.join('\r\n')}`
    const asked = await open(text, ANSWERS)
    // Some of them differ by a mark or two: they are other names all the same.
    const alike = asked.outcome === 'needs-answer' ? asked.questions.map(({ id }) => [id, 'new'] as const) : []
    const { tables, outcome } = await opened(text, { ...ANSWERS, ...Object.fromEntries(alike) })
    const namesRead = new Set(tables.units.map((unit) => unit['name_vi']?.toLowerCase()))
    const inProblems = new Set(outcome.problems.map(({ row }) => row))
    const lost = names.filter((name, place) => !namesRead.has(tidied(name).toLowerCase()) && !inProblems.has(place + 2))
    expect(lost).toEqual([])
    expect(structuralErrors(outcome)).toEqual([])
  })
})

describe('real files', async () => {
  const files = [
    'hcmc_par_index_2021',
    'hcmc_ddci_2022',
    'hcmc_par_ddci_dti_2023_ranks',
    'hcmc_par_dti_2024_ranks',
    'bocs766_gialai_units_2026',
    'bocs766_34provinces_2026',
    'pci_2005_2016_vcci_workbooks',
    'papi_2011_2016_official_workbook',
    'national_par_index_partial',
  ]
  test.each(files.map((file) => [file, `../shared/data/${file}.csv`] as const).filter(([, path]) => existsSync(path)))(
    '%s opens without an error',
    async (_, path) => {
      const outcome = await openFile(new File([readFileSync(path)], path), SMALL_BASE)
      if (outcome.outcome !== 'opened') throw new Error(outcome.outcome)
      expect(outcome.problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(outcome.reading.table?.form).toBe('long')
      expect(structuralErrors(outcome)).toEqual([])
    },
  )
})

describe('whatever the file', async () => {
  const cell = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 120 }).map(String) },
    fc.constantFrom('', '-', 'x', '0', '5,5', '5.5', '1.234', '-3', 'tốt', '1e400'),
  )
  const unit = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom('Quận 1', 'UBND quận 1', 'TP Thủ Đức', 'Bình Tân', 'Quận mới', '', 'tổng'),
    },
    fc.string({ maxLength: 8 }),
  )
  const row = fc.tuple(unit, fc.array(cell, { minLength: 1, maxLength: 5 }))
  const quoted = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`
  const textOf = (rows: readonly (readonly [string, readonly string[]])[]) =>
    ['Đơn vị,A (10),B,Tổng điểm (100)', ...rows.map(([name, cells]) => [name, ...cells].map(quoted).join(','))].join(
      '\n',
    )

  test('no row is dropped silently: it has a source_row or a problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const outcome = await open(textOf(rows), ANSWERS)
        if (outcome.outcome !== 'opened') return
        const { tables } = await opened(textOf(rows), ANSWERS)
        const named = new Set(outcome.problems.map((problem) => problem.row))
        const used = new Set([...tables.results, ...tables.scores].map((entry) => Number(entry['source_row'])))
        const maximaRow =
          outcome.rowCount < rows.filter(([name, cells]) => [name, ...cells].some((text) => text.trim() !== '')).length
            ? 2
            : 0
        for (const [place, [name, cells]] of rows.entries()) {
          const blank = [name, ...cells].every((text) => text.trim() === '')
          expect(blank || place + 2 === maximaRow || used.has(place + 2) || named.has(place + 2)).toBe(true)
        }
        expect(structuralErrors(outcome)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('the order of the rows does not matter', async () => {
    const line = fc.tuple(
      fc.constantFrom('Quận 1', 'TP Thủ Đức', 'Tân Hòa', 'Tân Hóa', 'TÂN HOÀ'),
      fc.constantFrom('A', 'B', 'total'),
      fc.constantFrom('2023', '2024'),
      cell,
    )
    const lines = fc
      .array(line, { minLength: 1, maxLength: 25 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })))
    const table = (rows: readonly (readonly string[])[]) =>
      ['unit,sub_index,year,score', ...rows.map((cells) => cells.map(quoted).join(','))].join('\n')
    const comparable = async (text: string) => {
      const outcome = await open(text, ANSWERS)
      if (outcome.outcome !== 'opened') return outcome.outcome
      const { tables } = await opened(text, ANSWERS)
      return TABLE_NAMES.map((name) =>
        tables[name].map((entry) => JSON.stringify({ ...entry, source_row: '', position: '' })).toSorted(),
      )
    }
    await fc.assert(
      fc.asyncProperty(lines, async ([rows, shuffled]) => {
        expect(await comparable(table(shuffled))).toEqual(await comparable(table(rows)))
      }),
      { numRuns: 200 },
    )
  })
})
