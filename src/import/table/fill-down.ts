import type { Column, Grid } from '@/import/file/grid'
import type { Answers } from '@/import/opening'
import type { TableColumns } from '@/import/table/columns-of'
import type { Scene } from '@/import/table/find-header'
import { BLANK, MARK, NUMBER, WORDS } from '@/import/table/texture'
import { isSubIndexHeader, summaryOf } from '@/import/table/words'

/** Different texts of a column of blocks or periods. */
const GROUPS = 200

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
  /** Cells that were blank, with what stands above them: nothing but the blank says so. */
  readonly cells: readonly { readonly row: number; readonly place: number }[]
}

const isFigure = (look: number) => look === NUMBER || look === MARK
const isNext = ({ rows }: Grid, row: number) => (rows[row] ?? 0) - (rows[row - 1] ?? 0) === 1

/** Rows of which the unit is the one above: they have a sub-index that their group does not have yet, a figure, and no label. */
function rowsOfGroups(scene: Scene, bodyTop: number, bottom: number, columns: TableColumns): readonly number[] {
  const { texture } = scene
  const { grid } = texture
  const subs = subIndexPlace(scene, columns)
  if (subs === null) return []
  const rows: number[] = []
  const group = new Set<string>()
  for (let row = bodyTop; row <= bottom; row++) {
    const sub = texture.lookAt(row, subs) === WORDS ? texture.textAt(row, subs) : ''
    const hasFigure = columns.figures.some((place) => isFigure(texture.lookAt(row, place)))
    const isBlank = (place: number) => place === subs || texture.lookAt(row, place) === BLANK
    const goesOn = group.size > 0 && isNext(grid, row) && !group.has(sub) && columns.labels.every(isBlank)
    if (sub === '' || !hasFigure) group.clear()
    else if (goesOn) {
      group.add(sub)
      rows.push(row)
    } else {
      group.clear()
      if (texture.lookAt(row, columns.name) !== BLANK) group.add(sub)
    }
  }
  return rows
}

/** Columns of blocks or periods left of the names, which have some in their first row and blanks below. */
function groupPlaces(
  { texture, known }: Scene,
  bodyTop: number,
  { labels, name, counter, subsDown, profiles }: TableColumns,
  answers: Answers,
) {
  return labels.filter((place) => {
    const texts = new Set<string>()
    const column = texture.grid.columns[place]
    const filled = profiles.find((profile) => profile.place === place)?.filled ?? 0
    if (subsDown || place === name || place === counter || filled === 0) return false
    if (texture.lookAt(bodyTop, place) === BLANK || column === undefined || column.texts.length > GROUPS) return false
    for (let row = bodyTop; row < texture.grid.rowCount; row++) texts.add(texture.textAt(row, place))
    texts.delete('')
    // What the viewer says is for the blank ones.
    const [block, period] = [answers.block, answers.period]
    return (
      (block === undefined && [...texts].every((text) => known.isBlock(text))) ||
      (period === undefined && [...texts].every((text) => known.isPeriod(text)))
    )
  })
}

/**
 * Blank cells below the first of a group, as merged cells are saved in CSV and pivot tables show them: units of
 * tables with a row a score, blocks and periods. Never filled over a blank row.
 */
export function withGroups(
  scene: Scene,
  bodyTop: number,
  bottom: number,
  columns: TableColumns,
  answers: Answers,
): FilledDown | null {
  const { texture } = scene
  const { grid } = texture
  const cells: { row: number; place: number }[] = []
  const filled = new Map<number, Uint32Array<ArrayBuffer>>()
  function fill(row: number, place: number) {
    const codes = filled.get(place) ?? Uint32Array.from(grid.columns[place]?.codes ?? [])
    codes[row] = codes[row - 1] ?? 0
    filled.set(place, codes)
  }
  const subs = subIndexPlace(scene, columns)
  for (const row of rowsOfGroups(scene, bodyTop, bottom, columns)) {
    for (const place of columns.labels) if (place !== subs) fill(row, place)
    cells.push({ row, place: columns.name })
  }
  const places = cells.length === 0 ? groupPlaces(scene, bodyTop, columns, answers) : []
  for (const place of places) {
    for (let row = bodyTop + 1; row <= bottom; row++) {
      if (texture.lookAt(row, place) !== BLANK || texture.lookAt(row, columns.name) !== WORDS) continue
      const goesOn = isNext(grid, row) && texture.lookAt(row - 1, columns.name) === WORDS
      const { figures, name } = columns
      const isUnit =
        (figures.length === 0 || figures.some((figure) => isFigure(texture.lookAt(row, figure)))) &&
        summaryOf(texture.textAt(row, name)) === null
      if (!goesOn || !isUnit) continue
      fill(row, place)
      cells.push({ row, place })
    }
  }
  if (cells.length === 0) return null
  return {
    grid: {
      ...grid,
      columns: grid.columns.map((column, place) => ({ ...column, codes: filled.get(place) ?? column.codes })),
    },
    cells,
  }
}
