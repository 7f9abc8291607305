import type { ChartTheme } from '@/charts/theme'
import { wrapLabel } from '@/charts/wrap-label'

const LINE = 14
const MARGIN = 10
/** CSS px of a row whose label has one or two lines. */
const LEAST_ROW = 36
/** Between the labels of two rows. */
const GAP = 8

/** Labels of the rows of a chart in `left` CSS px: as many lines as they need, and rows high enough for the longest. */
export function rowLabels(names: readonly string[], left: number, width: number, theme: ChartTheme) {
  const fontSize = width < 560 ? 11.5 : 12.5
  const lines = names.map((name) => wrapLabel(name, left - MARGIN - 4, fontSize))
  const most = lines.reduce((a, { length }) => Math.max(a, length), 1)
  return {
    row: Math.max(LEAST_ROW, most * LINE + GAP),
    axisLabel: {
      interval: 0,
      // Two rows may bear one name: the axis tells them apart by their number.
      formatter: (_: string, index: number) => lines[index]?.join('\n') ?? '',
      color: theme.ink,
      fontSize,
      lineHeight: LINE,
      margin: MARGIN,
    },
  }
}
