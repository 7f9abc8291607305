import type { Column, Grid } from '@/import/file/grid'
import type { TableColumns } from '@/import/table/columns-of'
import type { Scene } from '@/import/table/find-header'
import { MARK, NUMBER, WORDS } from '@/import/table/texture'
import { isSubIndexHeader } from '@/import/table/words'

/** Cells that are merged over several rows of data, without figures: one figure merged over two units would count twice. */
export function withMerged(grid: Grid, bodyTop: number, { left, right, figures }: TableColumns): Grid | null {
  const spans = grid.merged.filter(
    (span) =>
      span.bottom > span.top &&
      span.top >= bodyTop &&
      span.left === span.right &&
      span.left >= left &&
      span.right <= right &&
      !figures.includes(span.left),
  )
  if (spans.length === 0) return null
  const columns: Column[] = [...grid.columns]
  for (const place of new Set(spans.map((span) => span.left))) {
    const column = columns[place]
    if (column === undefined) continue
    const codes = Uint32Array.from(column.codes)
    for (const span of spans) if (span.left === place) codes.fill(codes[span.top] ?? 0, span.top, span.bottom + 1)
    columns[place] = { texts: column.texts, codes }
  }
  return { ...grid, columns }
}

/** The column of the names of sub-indices beside that of the units, in a table of one row a score. */
const subIndexPlace = ({ known }: Scene, { name, subsDown, profiles, figures }: TableColumns): number | null => {
  if (subsDown) return null
  const isSubs = profiles.find(
    ({ place, header, names, words, filled }) =>
      place !== name &&
      !figures.includes(place) &&
      words * 2 >= filled &&
      words > 0 &&
      (header.some((text) => isSubIndexHeader(text)) ||
        [...names].filter((text) => known.isSubIndex(text)).length * 2 >= names.size),
  )
  return isSubs?.place ?? null
}

export interface FilledDown {
  readonly grid: Grid
  /** Grid rows whose unit is the one above, though nothing but their blank cell says so. */
  readonly rows: readonly number[]
}

/**
 * Blank cells of units below the first row of their group, as merged cells are saved in CSV and pivot tables show
 * them: filled where the row has a sub-index that its group does not have yet, a figure, and no blank row above.
 */
export function withGroups(scene: Scene, bodyTop: number, bottom: number, columns: TableColumns): FilledDown | null {
  const { texture } = scene
  const { grid } = texture
  const subs = subIndexPlace(scene, columns)
  const names = grid.columns[columns.name]
  if (subs === null || names === undefined) return null
  const labels = columns.labels.filter((place) => place !== subs)
  const rows: number[] = []
  const filled = new Map(labels.map((place) => [place, Uint32Array.from(grid.columns[place]?.codes ?? [])]))
  const group = new Set<string>()
  for (let row = bodyTop; row <= bottom; row++) {
    const sub = texture.lookAt(row, subs) === WORDS ? texture.textAt(row, subs) : ''
    const hasFigure = columns.figures.some((place) => [NUMBER, MARK].includes(texture.lookAt(row, place)))
    const isNamed = (names.codes[row] ?? 0) !== 0
    const isNext = (grid.rows[row] ?? 0) - (grid.rows[row - 1] ?? 0) === 1
    if (sub === '' || !hasFigure) group.clear()
    else if (isNamed) {
      group.clear()
      group.add(sub)
    } else if (
      group.size > 0 &&
      isNext &&
      !group.has(sub) &&
      labels.every((place) => (grid.columns[place]?.codes[row] ?? 0) === 0)
    ) {
      group.add(sub)
      rows.push(row)
      for (const codes of filled.values()) codes[row] = codes[row - 1] ?? 0
    } else group.clear()
  }
  if (rows.length === 0) return null
  return {
    grid: {
      ...grid,
      columns: grid.columns.map((column, place) => ({ ...column, codes: filled.get(place) ?? column.codes })),
    },
    rows,
  }
}
