import type { ChartFrame, ChartSpec } from '@/charts/chart-spec'
import { LIGHT } from '@/charts/theme'
import type { ExportedTable } from '@/export/exported-table'
import type { DrawnTable } from '@/export/table-picture'

/** In CSS px. Pictures go into documents: always in light colours. */
const FRAME: ChartFrame = { theme: LIGHT, width: 960 }

/** What a chart draws, as a table for a file. */
export function chartTable(draw: (frame: ChartFrame) => ChartSpec, title: string): ExportedTable {
  const { columns, rows } = draw(FRAME).table
  return {
    title,
    columns,
    rows: rows.map((cells) => cells.map(({ value }) => value)),
    looks: [],
    note: null,
  }
}

export async function chartDrawing(draw: (frame: ChartFrame) => ChartSpec): Promise<DrawnTable> {
  const { drawSvg } = await import('@/charts/draw-svg')
  const spec = draw(FRAME)
  return { drawing: drawSvg(spec, FRAME.width), width: FRAME.width, height: spec.height }
}
