import type { EChartsCoreOption } from 'echarts/core'
import type { ChartTheme } from '@/charts/theme'
import type { ExportedCell, ExportedColumn } from '@/export/exported-table'

/** What a chart is drawn into. */
export interface ChartFrame {
  readonly theme: ChartTheme
  /** Of the drawing, in CSS px. */
  readonly width: number
}

/** A chart as data: what is drawn, what the keyboard reads out, and the table that says the same. */
export interface ChartSpec {
  /** Without tooltip, animation and font: `Chart` sets them. The tooltip of a point is what is spoken. */
  readonly option: EChartsCoreOption
  /** Of the drawing, in CSS px. */
  readonly height: number
  /** Where the keyboard goes: a list a series, left and right along it, up and down between them. Empty ones are left out. */
  readonly stops: readonly (readonly ChartStop[])[]
  readonly table: ChartTable
}

export interface ChartStop {
  /** Of the option's series and data, to show the same point. */
  readonly seriesIndex: number
  readonly dataIndex: number
  /** Name, period and value in words. */
  readonly spoken: string
  /** What `onPick` of the chart is told when the point is clicked or entered; without it there is nothing to pick. */
  readonly pick?: string
}

export interface ChartTable {
  readonly columns: readonly ExportedColumn[]
  /** The first cell of a row is its header. */
  readonly rows: readonly (readonly ChartCell[])[]
}

/** `text` goes onto the page, `value` into files: a share (0–1) or a difference of shares as it is. */
export interface ChartCell {
  readonly text: string
  readonly value: ExportedCell
}
