import Papa from 'papaparse'
import type { Row } from '@/domain/tables'

/** A row of a CSV file by column name; a Map, because a name of a column may be anything. */
export type SourceRow = ReadonlyMap<string, string>

export function parseSource(text: string): readonly SourceRow[] {
  const [header = [], ...records] = Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true }).data
  return records.map(
    (record) => new Map(header.map((name, position) => [name, (record[position] ?? '').normalize('NFC')])),
  )
}

/** The text of a column; a missing column is a mistake in the script, not in the data. */
export function cell(row: SourceRow, column: string): string {
  const text = row.get(column)
  if (text === undefined) throw new Error(`The source has no column ${column}.`)
  return text
}

/** ASCII letters of a Vietnamese text, without marks. */
export function ascii(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')
}

export function slug(text: string): string {
  return ascii(text)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

export interface Registry {
  readonly units: readonly Row<'units'>[]
  readonly lineage: readonly Row<'lineage'>[]
  /** Unit ids by block of the registry (`quan_huyen`, `phuong`, …), in the registry's order. */
  readonly idsByBlock: ReadonlyMap<string, readonly string[]>
}

/** Blocks of the registry whose codes are slugs of the project, not codes of the statistics office. */
const AGENCY_BLOCKS: ReadonlySet<string> = new Set(['so_nganh', 'nganh_doc'])

/** The key of old Quận 2 in the registry: its code went to Thành phố Thủ Đức. */
const REUSED_CODE_SUFFIX = /-.*$/

function territorialSlug(name: string): string {
  return slug(name.replace(/^Thành phố /, 'TP '))
}

function idsByCode(rows: readonly SourceRow[]): ReadonlyMap<string, string> {
  const count = new Map<string, number>()
  const slugs = rows.map((row) => {
    const id = AGENCY_BLOCKS.has(cell(row, 'block'))
      ? cell(row, 'code').toLowerCase()
      : territorialSlug(cell(row, 'name_vi'))
    count.set(id, (count.get(id) ?? 0) + 1)
    return id
  })
  return new Map(
    rows.map((row, index) => {
      const code = cell(row, 'code')
      const id = slugs[index] ?? ''
      // Xã Thanh An and Xã Thạnh An are one slug: the official code tells them apart.
      return [code, (count.get(id) ?? 0) > 1 ? `${id}-${code}` : id]
    }),
  )
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

type Kind = Row<'lineage'>['kind']

const DECISIONS = {
  thuDuc: 'Nghị quyết 1111/NQ-UBTVQH14',
  provinces: 'Nghị quyết 202/2025/QH15',
  communes: 'Nghị quyết 1685/NQ-UBTVQH15',
  departmentsMarch: 'Nghị quyết 07/NQ-HĐND ngày 20/02/2025',
  departmentsMay: 'Nghị quyết 26/NQ-HĐND ngày 18/04/2025',
  hepza: 'Quyết định 1625/QĐ-TTg',
} as const

/** Successions that the registry's one successor column cannot hold, or whose kind it does not show. */
const DEPARTMENT_KINDS: Readonly<Record<string, Kind>> = {
  // With the committee for religious affairs, which is no unit of the registry.
  'bandt>sdttg': 'merge',
  // With part of the old Sở Xây dựng.
  'sgtvt>sgtcc': 'merge',
  // With the boards of industrial parks of Bình Dương and Bà Rịa - Vũng Tàu.
  'hepza>hepza-2025': 'merge',
  'bqlattp>sattp': 'rename',
}
const EXTRA_LINEAGE: readonly Row<'lineage'>[] = [
  {
    from_unit_id: 'sxd',
    to_unit_id: 'sgtcc',
    on_date: '2025-03-01',
    kind: 'split',
    decision: DECISIONS.departmentsMarch,
  },
  { from_unit_id: 'sxd-202505', to_unit_id: 'sqhkt-2025', on_date: '2025-10-01', kind: 'split', decision: null },
]

function decisionOf(toId: string, onDate: string, territorial: boolean): string | null {
  if (toId === 'tp-thu-duc') return DECISIONS.thuDuc
  if (toId === 'tp-ho-chi-minh') return DECISIONS.provinces
  if (territorial) return DECISIONS.communes
  if (toId === 'hepza-2025') return DECISIONS.hepza
  if (onDate === '2025-03-01') return DECISIONS.departmentsMarch
  if (onDate === '2025-05-01') return DECISIONS.departmentsMay
  return null
}

/**
 * The unit registry as tables of a package. A succession without a known date
 * (the renamed vertical agencies) has no row in `lineage`: its date is not ours
 * to invent.
 */
export function readRegistry(text: string): Registry {
  const rows = parseSource(text)
  const ids = idsByCode(rows)
  const idOf = (code: string) => {
    const id = ids.get(code)
    if (id === undefined) throw new Error(`The registry has no unit ${code}.`)
    return id
  }
  const idsByBlock = new Map<string, string[]>()
  const predecessors = new Map<string, number>()
  const byId = new Map<string, SourceRow>()
  for (const row of rows) {
    const id = idOf(cell(row, 'code'))
    byId.set(id, row)
    const block = cell(row, 'block')
    idsByBlock.set(block, [...(idsByBlock.get(block) ?? []), id])
    for (const code of successorCodes(row)) predecessors.set(idOf(code), (predecessors.get(idOf(code)) ?? 0) + 1)
  }

  const lineage: Row<'lineage'>[] = []
  for (const row of rows) {
    const from = idOf(cell(row, 'code'))
    const territorial = !AGENCY_BLOCKS.has(cell(row, 'block'))
    const successors = successorCodes(row).map(idOf)
    for (const to of successors) {
      const ended = cell(row, 'valid_to')
      const begun = cell(byId.get(to) ?? row, 'valid_from')
      const onDate = begun !== '' ? begun : ended === '' ? null : dayAfter(ended)
      if (onDate === null) continue
      const kind =
        DEPARTMENT_KINDS[`${from}>${to}`] ??
        ((predecessors.get(to) ?? 0) > 1 ? 'merge' : successors.length > 1 ? 'split' : 'rename')
      lineage.push({
        from_unit_id: from,
        to_unit_id: to,
        on_date: onDate,
        // A province that joined another went into it with all it had.
        kind: cell(row, 'block') === 'province' ? 'merge' : kind,
        decision: decisionOf(to, onDate, territorial),
      })
    }
  }
  return {
    units: rows.map((row) => toUnit(row, idOf(cell(row, 'code')))),
    lineage: [...lineage, ...EXTRA_LINEAGE],
    idsByBlock,
  }
}

function successorCodes(row: SourceRow): readonly string[] {
  const codes = cell(row, 'successor_code')
  return codes === '' ? [] : codes.split(';')
}

function toUnit(row: SourceRow, id: string): Row<'units'> {
  const textOrNull = (column: string) => cell(row, column) || null
  const numberOrNull = (column: string) => (cell(row, column) === '' ? null : Number(cell(row, column)))
  return {
    unit_id: id,
    name_vi: cell(row, 'name_vi'),
    name_en: cell(row, 'name_en'),
    short_vi: textOrNull('short_vi'),
    short_en: null,
    valid_from: textOrNull('valid_from'),
    valid_to: textOrNull('valid_to'),
    official_code: AGENCY_BLOCKS.has(cell(row, 'block')) ? null : cell(row, 'code').replace(REUSED_CODE_SUFFIX, ''),
    grid_column: numberOrNull('grid_column'),
    grid_row: numberOrNull('grid_row'),
    aliases: textOrNull('aliases'),
  }
}
