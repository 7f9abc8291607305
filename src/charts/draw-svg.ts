import { BarChart, BoxplotChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendPlainComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { dispose, getInstanceByDom, init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { ChartSpec } from '@/charts/chart-spec'
import { EXPORT_FONT } from '@/export/picture-style'

register([
  BarChart,
  BoxplotChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendPlainComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
])

/** What `echarts-for-react` needs of ECharts. */
export const echarts = { init, dispose, getInstanceByDom }

/** The drawing as the text of an SVG file, in the fonts of `EXPORT_FONT`; in a browser and in Node. */
export function drawSvg({ option, height }: ChartSpec, width: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ ...option, animation: false, textStyle: { fontFamily: EXPORT_FONT, fontSize: 12 } })
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
