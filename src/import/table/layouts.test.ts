import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '@/import/file/grid'
import { startFindings } from '@/import/findings'
import type { Answers } from '@/import/opening'
import type { ColumnMeaning } from '@/import/meaning/column-meaning'
import type { Cells } from '@/import/table/cells'
import { findTable } from '@/import/table/find-table'
import type { FoundTable } from '@/import/table/found-table'
import { readRange } from '@/import/table/range'
import { unfold } from '@/import/table/unfold'
import { gridOf, knownOf } from '../../../tests/fixtures/layouts/grid-of'
import { meanings } from '../../../tests/fixtures/layouts/meanings'

const SOS = ['HEPZA', 'Sở Y tế', 'Sở Tư pháp', 'Sở Du lịch', 'Thanh tra Thành phố']
const DISTRICTS = ['Quận 1', 'Quận 3', 'Bình Tân', 'Huyện Cần Giờ', 'Gò Vấp', 'Thành phố Thủ Đức']
const SUBS = ['Gia nhập thị trường', 'Tiếp cận đất đai', 'Tính minh bạch', 'Cải cách thể chế', 'Tài chính công']
const PERIODS = ['2021', '2022', '2023']
// Some of each are new to the package, and one has a name like none.
const KNOWN = knownOf([...SOS.slice(2), ...DISTRICTS.slice(1)], SUBS.slice(1))

type Figures = ReadonlyMap<string, string>
const keyOf = (unit: string, sub: string, period: string) => [unit, sub, period].join(' · ')

interface Made {
  readonly units: readonly string[]
  readonly subs: readonly string[]
  readonly periods: readonly string[]
  readonly figures: Figures
}
interface Trim {
  readonly titles: readonly (readonly string[])[]
  readonly blankAbove: boolean
  readonly leftBlank: number
  readonly counter: boolean
  readonly notes: boolean
  readonly numbering: boolean
  readonly maxima: boolean
  readonly summaries: readonly string[]
  readonly feet: readonly string[]
  readonly blankEvery: number
  readonly excel: boolean
}

const score = fc.integer({ min: 100, max: 999 }).map((value) => (value / 100).toFixed(2).replace('.', ','))
const pick = (from: readonly string[], min: number) => fc.shuffledSubarray([...from], { minLength: min })
const made = (units: readonly string[], minPeriods: number, maxPeriods: number): fc.Arbitrary<Made> =>
  fc
    .record({
      units: pick(units, 3),
      subs: pick(SUBS, 2),
      periods: fc.shuffledSubarray([...PERIODS], { minLength: minPeriods, maxLength: maxPeriods }),
    })
    .chain(({ units, subs, periods }) => {
      const keys = units.flatMap((unit) =>
        subs.flatMap((sub) => (periods.length === 0 ? [''] : periods).map((period) => keyOf(unit, sub, period))),
      )
      return fc
        .array(
          fc.oneof(
            { weight: 8, arbitrary: score },
            { weight: 1, arbitrary: fc.constantFrom('-', 'x', '0', 'chưa chấm', '#REF!', '1e400') },
          ),
          {
            minLength: keys.length,
            maxLength: keys.length,
          },
        )
        .map((texts) => ({
          units,
          subs,
          periods,
          figures: new Map(keys.map((key, at) => [key, texts[at] ?? ''])),
        }))
    })

const trim: fc.Arbitrary<Trim> = fc.record({
  titles: fc.subarray([
    ['ỦY BAN NHÂN DÂN', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['PHỤ LỤC I'],
    ['KẾT QUẢ ĐÁNH GIÁ, XẾP HẠNG'],
    ['', 'Bảng điểm của các đơn vị'],
    ['(Kèm theo Quyết định số 658/QĐ-UBND ngày 05/3/2024)'],
    ['', '', 'Đơn vị tính: điểm'],
  ]),
  blankAbove: fc.boolean(),
  leftBlank: fc.integer({ min: 0, max: 2 }),
  counter: fc.boolean(),
  notes: fc.boolean(),
  numbering: fc.boolean(),
  maxima: fc.boolean(),
  summaries: fc.subarray(['Trung bình', 'Cao nhất', 'Thấp nhất', 'Tổng cộng']),
  feet: fc.subarray(['Ghi chú: số liệu tạm tính', 'Nguồn: Sở Nội vụ', '* Chưa tính điểm thưởng', 'Người lập biểu']),
  blankEvery: fc.integer({ min: 0, max: 3 }),
  excel: fc.boolean(),
})

interface Sheet {
  readonly head: readonly (readonly string[])[]
  /** Rows of the head and columns that Excel merges, from the table's own corner. */
  readonly spans: readonly Span[]
  readonly body: readonly (readonly string[])[]
  /** Whether rows are named by units: only these have summaries. */
  readonly unitsDown: boolean
  readonly width: number
  /** Rows of `body` before which the header stands again. */
  readonly pages?: readonly number[]
}

/** Puts around a table what officials put around it. */
function dress(sheet: Sheet, trim: Trim): { readonly lines: string[][]; readonly merged: Span[] } {
  const { head, body, unitsDown, spans } = sheet
  const counter = trim.counter && unitsDown
  const notes = trim.notes && unitsDown
  const pad = Array.from({ length: trim.leftBlank }, () => '')
  const row = (cells: readonly string[], first: string, last: string) => [
    ...pad,
    ...(counter ? [first] : []),
    ...cells,
    ...(notes ? [last] : []),
  ]
  const lines: string[][] = trim.titles.map((cells) => [...cells])
  if (trim.blankAbove) lines.push([])
  const top = lines.length
  lines.push(...head.map((cells, at) => row(cells, at === 0 ? 'STT' : '', at === 0 ? 'Ghi chú' : '')))
  const width = sheet.width + (counter ? 1 : 0) + (notes ? 1 : 0)
  if (trim.numbering && width >= 3) lines.push([...pad, ...Array.from({ length: width }, (_, at) => `(${at + 1})`)])
  let count = 0
  for (const [at, cells] of body.entries()) {
    if (sheet.pages?.includes(at) === true)
      lines.push(...head.map((cells, nth) => row(cells, nth === 0 ? 'STT' : '', nth === 0 ? 'Ghi chú' : '')))
    if (trim.blankEvery > 0 && at % trim.blankEvery === 0) lines.push([])
    const isSection = cells.slice(1).every((text) => text === '')
    if (isSection) count = 0
    else count++
    lines.push(row(cells, isSection ? '' : String(count), ''))
  }
  if (unitsDown)
    for (const label of trim.summaries)
      lines.push(row([label, ...Array.from({ length: sheet.width - 1 }, () => '5,00')], '', ''))
  lines.push(...trim.feet.map((text) => [...pad, text]))
  const shift = trim.leftBlank + (counter ? 1 : 0)
  const merged = trim.excel
    ? spans.map((span) => ({
        top: span.top + top + 1,
        bottom: span.bottom + top + 1,
        left: span.left + shift,
        right: span.right + shift,
      }))
    : []
  return { lines, merged }
}

/** Gives the columns the meaning that their headers have in these tables. */
function meaningsOf({ headers, left, grid, dataRows }: FoundTable): readonly ColumnMeaning[] {
  let unitPlace: number | null = null
  const firstText = (place: number) => {
    const column = grid.columns[place]
    return column?.texts[column.codes[dataRows[0] ?? 0] ?? 0] ?? ''
  }
  const isPairs = headers.filter((texts, at) => texts.length === 0 && /\p{L}{2}/u.test(firstText(left + at))).length > 0
  return meanings(
    headers.map((texts, at) => {
      const last = texts.at(-1) ?? ''
      const period = texts.find((text) => PERIODS.includes(text)) ?? null
      const sub = texts.find((text) => SUBS.includes(text))
      if (last === 'STT') return { role: 'row-number' }
      if (last === 'Đơn vị' || (texts.length === 0 && isPairs)) {
        unitPlace = left + at
        return { role: 'unit' }
      }
      if (last === 'Lĩnh vực') return { role: 'sub-index' }
      if (last === 'Năm') return { role: 'period' }
      if (last === 'Ghi chú' || last === 'Hạng') return { role: 'note', name: texts.join(), period }
      if (sub !== undefined) return { role: 'sub-index', name: sub, period, unitPlace: isPairs ? unitPlace : null }
      if (last === 'Điểm' || period !== null) return { role: 'score', period }
      return null
    }),
    left,
  )
}

function figuresOf({ columns, rowCount }: Cells, onlyUnit = ''): Figures {
  const textIn = (column: Cells['columns'][number] | undefined, row: number) =>
    column?.cells.texts[column.cells.codes[row] ?? 0] ?? ''
  const unit = columns.find(({ role }) => role === 'unit')
  const period = columns.find(({ role }) => role === 'period')
  const names =
    columns.find(({ role }) => role === 'score') === undefined
      ? undefined
      : columns.find(({ role }) => role === 'sub-index')
  const figures = new Map<string, string>()
  for (let row = 0; row < rowCount; row++) {
    for (const column of columns) {
      const isFigure = names === undefined ? column.role === 'sub-index' : column.role === 'score'
      if (!isFigure) continue
      const sub = names === undefined ? column.name : textIn(names, row)
      const key = keyOf(unit === undefined ? onlyUnit : textIn(unit, row), sub, textIn(period, row))
      if (figures.has(key)) throw new Error(`twice: ${key}`)
      figures.set(key, textIn(column, row))
    }
  }
  return figures
}

const sorted = (figures: Figures) => [...figures].map((entry) => entry.join(' = ')).toSorted()

function readBack(
  sheet: Sheet,
  trim: Trim,
  onlyUnit = '',
): { readonly figures: readonly string[]; readonly cells: Cells; readonly lines: readonly (readonly string[])[] } {
  const { lines, merged } = dress(sheet, trim)
  const { add, problems } = startFindings('x')
  const read = (answers: Answers) =>
    findTable(gridOf(lines, merged), { fileName: 'x', sheet: null }, KNOWN, answers, add)
  let found = read({})
  if (found !== null && 'asked' in found && found.asked.every(({ kind }) => kind === 'row')) {
    // A unit that no package knows and that has no figures could be a heading.
    const answers = found.asked.map(({ id, about }) => [id, about[0]?.includes('HEPZA') === true ? 'data' : 'note'])
    found = read(Object.fromEntries(answers))
  }
  if (found === null || 'asked' in found) throw new Error(JSON.stringify(found ?? problems))
  const { table } = found.done
  const { cells } = unfold(table, meaningsOf(table), {})
  return { figures: sorted(figuresOf(cells, onlyUnit)), cells, lines }
}

/** Every cell of the unfolded table is the one that stands at its origin. */
function expectOrigins(cells: Cells, lines: readonly (readonly string[])[], roles: readonly string[]) {
  for (const [at, column] of cells.columns.entries()) {
    if (!roles.includes(column.role)) continue
    for (let row = 0; row < cells.rowCount; row++) {
      const { row: fileRow, letter } = cells.originOf(row, at)
      const place = Array.from(letter).reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0) - 1
      expect(lines[fileRow - 1]?.[place]).toBe(column.cells.texts[column.cells.codes[row] ?? 0])
    }
  }
}

const figureAt = ({ figures }: Made, unit: string, sub: string, period = '') =>
  figures.get(keyOf(unit, sub, period)) ?? ''

const wide = (table: Made): Sheet => ({
  head: [['Đơn vị', ...table.subs]],
  spans: [],
  body: table.units.map((unit) => [unit, ...table.subs.map((sub) => figureAt(table, unit, sub))]),
  unitsDown: true,
  width: table.subs.length + 1,
})

interface Layout {
  readonly title: string
  readonly table: fc.Arbitrary<Made>
  readonly lay: (table: Made, trim: Trim) => Sheet
  /** Roles of the columns whose cells all stand in the file. */
  readonly roles: readonly string[]
}
const layout = (
  title: string,
  table: Layout['table'],
  lay: Layout['lay'],
  roles: Layout['roles'] = ['unit', 'sub-index', 'score'],
): Layout => ({ title, table, lay, roles })

const units = [...SOS, ...DISTRICTS]
const one = made(units, 2, 3).map((table) => {
  const [unit = ''] = table.units
  const figures = new Map([...table.figures].filter(([key]) => key.startsWith(`${unit} · `)))
  return { ...table, figures }
})

const LAYOUTS: readonly Layout[] = [
  layout('wide, with its maxima below the header', made(units, 0, 0), (table, trim) => {
    const sheet = wide(table)
    return trim.maxima ? { ...sheet, body: [['Điểm tối đa', ...table.subs.map(() => '10')], ...sheet.body] } : sheet
  }),
  layout('wide, the header on each printed page', made(units, 0, 0), (table) => ({ ...wide(table), pages: [2, 5] })),
  layout('wide, below a header of two rows', made(units, 0, 0), (table) => {
    const sheet = wide(table)
    return {
      ...sheet,
      head: [
        ['Đơn vị', 'Điểm thành phần', ...table.subs.slice(1).map(() => '')],
        ['', ...table.subs],
      ],
      spans: [
        { top: 0, left: 0, bottom: 1, right: 0 },
        { top: 0, left: 1, bottom: 0, right: table.subs.length },
      ],
    }
  }),
  layout('wide, below a header of three rows with scores and ranks', made(units, 0, 0), (table) => ({
    head: [
      ['Đơn vị', 'Kết quả đánh giá', ...table.subs.flatMap(() => ['', '']).slice(1)],
      ['', ...table.subs.flatMap((sub) => [sub, ''])],
      ['', ...table.subs.flatMap(() => ['Điểm', 'Hạng'])],
    ],
    spans: [
      { top: 0, left: 0, bottom: 2, right: 0 },
      { top: 0, left: 1, bottom: 0, right: table.subs.length * 2 },
      ...table.subs.map((_, at) => ({ top: 1, left: 1 + at * 2, bottom: 1, right: 2 + at * 2 })),
    ],
    body: table.units.map((unit, rank) => [
      unit,
      ...table.subs.flatMap((sub) => [figureAt(table, unit, sub), String(rank + 1)]),
    ]),
    unitsDown: true,
    width: table.subs.length * 2 + 1,
  })),
  layout('wide, with a blank column between', made(units, 0, 0), (table) => {
    const sheet = wide(table)
    const part = ([first = '', second = '', ...rest]: readonly string[]) => [first, second, '', ...rest]
    return { ...sheet, head: sheet.head.map(part), body: sheet.body.map(part), width: sheet.width + 1 }
  }),
  layout('wide, in sections', made(units, 0, 0), (table) => {
    const sheet = wide(table)
    const part = (of: readonly string[]) => sheet.body.filter(([unit = '']) => of.includes(unit))
    const section = (name: string) => [name, ...table.subs.map(() => '')]
    const groups = [part(SOS), part(DISTRICTS)].filter((group) => group.length > 0)
    return {
      ...sheet,
      body: groups.flatMap((group, at) => [section(at === 0 ? 'I. KHỐI SỞ' : 'II. QUẬN, HUYỆN'), ...group]),
    }
  }),
  layout('long, with and without a period', made(units, 0, 2), (table) => {
    const periods = table.periods.length === 0 ? [''] : table.periods
    const cut = (cells: readonly string[]) => (table.periods.length === 0 ? cells.slice(0, 3) : cells)
    return {
      head: [cut(['Đơn vị', 'Lĩnh vực', 'Điểm', 'Năm'])],
      spans: [],
      body: table.units.flatMap((unit) =>
        table.subs.flatMap((sub) =>
          periods.map((period) => cut([unit, sub, figureAt(table, unit, sub, period), period])),
        ),
      ),
      unitsDown: true,
      width: table.periods.length === 0 ? 3 : 4,
    }
  }),
  layout('periods across, below the sub-indices', made(units, 2, 3), (table) => ({
    head: [
      ['Đơn vị', ...table.subs.flatMap((sub) => table.periods.map((_, at) => (at === 0 ? sub : '')))],
      ['', ...table.subs.flatMap(() => table.periods)],
    ],
    spans: [
      { top: 0, left: 0, bottom: 1, right: 0 },
      ...table.subs.map((_, at) => ({
        top: 0,
        left: 1 + at * table.periods.length,
        bottom: 0,
        right: (at + 1) * table.periods.length,
      })),
    ],
    body: table.units.map((unit) => [
      unit,
      ...table.subs.flatMap((sub) => table.periods.map((period) => figureAt(table, unit, sub, period))),
    ]),
    unitsDown: true,
    width: table.subs.length * table.periods.length + 1,
  })),
  layout('units across', made(units, 0, 0), (table) => ({
    head: [['Lĩnh vực', ...table.units]],
    spans: [],
    body: table.subs.map((sub) => [sub, ...table.units.map((unit) => figureAt(table, unit, sub))]),
    unitsDown: false,
    width: table.units.length + 1,
  })),
  layout(
    'pairs that are sorted each on its own',
    made(units, 0, 0),
    (table) => {
      const orders = table.subs.map((_, at) => [...table.units.slice(at), ...table.units.slice(0, at)])
      return {
        head: [table.subs.flatMap((sub, at) => [at === 0 ? 'Đơn vị' : '', sub])],
        spans: [],
        body: table.units.map((_, row) =>
          table.subs.flatMap((sub, at) => {
            const unit = orders[at]?.[row] ?? ''
            return [unit, figureAt(table, unit, sub)]
          }),
        ),
        unitsDown: true,
        width: table.subs.length * 2,
      }
    },
    ['unit', 'score'],
  ),
  layout(
    'one unit, years across',
    one,
    (table) => ({
      head: [
        ['Lĩnh vực', ...table.periods.flatMap((period) => [period, ''])],
        ['', ...table.periods.flatMap(() => ['Điểm', 'Hạng'])],
      ],
      spans: table.periods.map((_, at) => ({ top: 0, left: 1 + at * 2, bottom: 0, right: 2 + at * 2 })),
      body: table.subs.map((sub) => [
        sub,
        ...table.periods.flatMap((period, at) => [figureAt(table, table.units[0] ?? '', sub, period), String(at + 1)]),
      ]),
      unitsDown: false,
      width: table.periods.length * 2 + 1,
    }),
    ['score'],
  ),
]

test.each(LAYOUTS)('a table ($title) reads back equal, whatever stands around it', ({ table, lay, roles }) => {
  fc.assert(
    fc.property(table, trim, (table, trim) => {
      const sheet = lay(table, trim)
      const read = readBack(sheet, trim, table.units[0])
      expect(read.figures).toEqual(sorted(table.figures))
      expectOrigins(read.cells, read.lines, roles)
    }),
    { numRuns: 100 },
  )
})

const ANY_TEXT = fc.constantFrom(
  '',
  '',
  '',
  '1',
  '2',
  '3',
  '8,5',
  '90',
  '2023',
  '-',
  'x',
  '(1)',
  'STT',
  'Đơn vị',
  'Điểm',
  'Hạng',
  'Lĩnh vực',
  'Tổng',
  'Trung bình',
  'Điểm tối đa',
  'Ghi chú: a',
  'KT. CHỦ TỊCH',
  'I',
  'II. QUẬN, HUYỆN',
  'KHỐI SỞ',
  'PHỤ LỤC',
  'A',
  '__proto__',
  ...SOS,
  ...DISTRICTS,
  ...SUBS,
)

test('no row of any file is dropped: it is header, data, set aside, of another table, or asked about', () => {
  fc.assert(
    fc.property(fc.array(fc.array(ANY_TEXT, { maxLength: 6 }), { maxLength: 12 }), (lines) => {
      const grid = gridOf(lines)
      const { add } = startFindings('x')
      const found = findTable(grid, { fileName: 'x', sheet: null }, KNOWN, {}, add)
      const done = found === null ? null : 'asked' in found ? found.soFar : found.done
      if (done === null || done === undefined) return
      const { table, ranges } = done
      expect(unfold(table, meaningsOf(table), {}).cells.rowCount).toBeGreaterThanOrEqual(0)
      const asked = found !== null && 'asked' in found ? found.asked : []
      const told = new Set([
        ...ranges.headerRows,
        ...ranges.aside.map(({ row }) => row),
        ...asked.map(({ id }) => Number(id.slice('row:'.length))),
        ...(table.turned ? table.grid.columns.flatMap(({ texts }, at) => (texts.length > 1 ? at + 1 : [])) : []),
        ...(table.turned ? [] : Array.from(table.dataRows, (row) => grid.rows[row] ?? 0)),
      ])
      const isOther = (row: number) =>
        ranges.others.some((other) => {
          const range = readRange(other)
          return range !== null && row >= range.firstRow && row <= range.lastRow
        })
      const dropped = Array.from(grid.rows).filter((row) => !told.has(row) && !isOther(row))
      expect(dropped).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
