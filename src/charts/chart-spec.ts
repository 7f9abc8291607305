import type { EChartsCoreOption } from 'echarts/core'
import type { ChartTheme } from '@/charts/theme'

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
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[]
  /** The first cell of a row is its header. */
  readonly rows: readonly (readonly ChartCell[])[]
}

/** `value` goes into the CSV file as it is, `text` onto the page. */
export interface ChartCell {
  readonly text: string
  readonly value: string | number | null
}
