import type { Column, Grid } from '@/import/file/grid'
import type { TableColumns } from '@/import/table/columns-of'

/**
 * The grid with cells that are merged over several rows of data filled down:
 * the unit's name beside each of its rows. Figures are not: one figure merged
 * over two units would count twice. `null` where no cell is so merged.
 */
export function fillDown(grid: Grid, bodyTop: number, { left, right, figures }: TableColumns): Grid | null {
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
