import { isMissing } from '@/import/meaning/numbers'
import { addAt, columnOf, NO_ROW, placeOf, TOTAL } from '@/import/meaning/resolve-rows'
import type { ResolvedRows } from '@/import/meaning/resolve-rows'
import type { Column } from '@/import/file/grid'
import type { AddProblem } from '@/import/findings'
import type { Cells } from '@/import/table/cells'
import { fold, tidy } from '@/import/text-keys'

const NOT_RANKED: ReadonlySet<string> = new Set(['khong xep hang', 'khong xh', 'kxh', 'not ranked', 'unranked'])

/** Rank, class and source of data rows, as the file gives them. */
export interface Standings {
  readonly rank: (row: number) => number | null
  readonly ranked: (row: number) => boolean
  readonly band: (row: number) => string | null
  readonly source: (row: number) => string | null
  readonly same: (rowA: number, rowB: number) => boolean
  /** Whether the row has neither rank nor class. */
  readonly none: (row: number) => boolean
}

export const textAt = (column: Column | null, row: number) =>
  column === null ? '' : (column.texts[column.codes[row] as number] ?? '')

/** `12`, `12/22`, `Thứ 3`, `hạng 3`: the place, without that of how many. */
const RANK = /^(?:thứ|hạng|xếp thứ|no\.?)?\s*(\d{1,6})(?:\.0+|\s*\/\s*\d{1,6}|\.)?$/iu

export function readStandings(cells: Cells): Standings {
  const rankColumn = columnOf(cells, 'rank')
  const bandColumn = columnOf(cells, 'class')
  const sourceColumn = columnOf(cells, 'source')
  const ranks = (rankColumn?.texts ?? []).map((text) => Number(RANK.exec(text.trim())?.[1] ?? Number.NaN))
  const codeAt = (column: Column | null, row: number) => (column === null ? 0 : (column.codes[row] as number))
  const given = (text: string) => (isMissing(text) ? null : tidy(text))
  return {
    rank(row) {
      const value = ranks[codeAt(rankColumn, row)] ?? Number.NaN
      return Number.isInteger(value) && value >= 1 ? value : null
    },
    ranked(row) {
      const text = textAt(rankColumn, row).trim()
      return text === '' || !(isMissing(text) || NOT_RANKED.has(fold(text)))
    },
    band: (row) => given(textAt(bandColumn, row)),
    source: (row) => given(textAt(sourceColumn, row)),
    same: (a, b) => codeAt(rankColumn, a) === codeAt(rankColumn, b) && codeAt(bandColumn, a) === codeAt(bandColumn, b),
    none: (row) => [rankColumn, bandColumn].every((column) => isMissing(textAt(column, row))),
  }
}

/** Ranks that are no ranks. */
export function nameBadRanks(cells: Cells, resolved: ResolvedRows, standings: Standings, add: AddProblem): void {
  const column = columnOf(cells, 'rank')
  if (column === null) return
  const place = placeOf(cells, 'rank')
  for (let row = 0; row < cells.rowCount; row++) {
    const text = textAt(column, row)
    if (text === '' || resolved.resultOfRow[row] === NO_ROW || isMissing(text)) continue
    if (resolved.subIndexOfRow !== null && resolved.subIndexOfRow[row] !== TOTAL) continue
    if (standings.rank(row) === null && standings.ranked(row)) {
      addAt(cells, add, 'bad-value', 'error', { row, place }, text, '1, 2, 3 …')
    }
  }
}

/** Once a file and column: ranks and classes of sub-indices have no place in the tables. */
export function nameLostStandings(cells: Cells, resolved: ResolvedRows, add: AddProblem): void {
  if (resolved.subIndexOfRow === null) return
  for (const role of ['rank', 'class'] as const) {
    const column = columnOf(cells, role)
    if (column === null) continue
    const row = resolved.subIndexOfRow.findIndex(
      (sub, at) => sub !== TOTAL && resolved.resultOfRow[at] !== NO_ROW && !isMissing(textAt(column, at)),
    )
    if (row !== -1)
      addAt(cells, add, 'bad-value', 'warning', { row, place: placeOf(cells, role) }, textAt(column, row), 'total')
  }
}
