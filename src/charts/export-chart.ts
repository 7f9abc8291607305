import type { ChartFrame, ChartSpec, ChartTable } from '@/charts/chart-spec'
import { framedSvg } from '@/charts/framed-svg'
import { EXPORT_FONT, LIGHT } from '@/charts/theme'
import { csvFile } from '@/ui/csv-file'
import type { CsvTable } from '@/ui/csv-file'
import { downloadFile } from '@/ui/download-file'

export type ExportKind = 'png' | 'svg' | 'csv'

interface Exported {
  readonly draw: (frame: ChartFrame) => ChartSpec
  readonly sentence: string
  readonly footer: string
  readonly fileName: string
}

/** In CSS px; twice as many in a PNG. Pictures go into documents: always in light colours. */
const FRAME: ChartFrame = { theme: LIGHT, width: 960 }
const PNG_SCALE = 2

/** Makes the file of a chart and hands it to the viewer. Rejects where the browser cannot make it. */
export async function exportChart(kind: ExportKind, { draw, sentence, footer, fileName }: Exported): Promise<void> {
  const spec = draw(FRAME)
  const file = kind === 'csv' ? await csvFile(figures(spec.table)) : await picture(kind, spec, sentence, footer)
  downloadFile(file, fileName, kind)
}

const figures = ({ columns, rows }: ChartTable): CsvTable => ({
  header: columns.map(({ label }) => label),
  rows: rows.map((cells) => cells.map(({ value }) => value)),
})

async function picture(kind: 'png' | 'svg', spec: ChartSpec, sentence: string, footer: string): Promise<Blob> {
  const { drawSvg } = await import('@/charts/draw-svg')
  const drawing = drawSvg(spec, FRAME.width)
  const framed = framedSvg({ drawing, width: FRAME.width, height: spec.height, sentence, footer }, FRAME.theme, measure)
  return kind === 'svg' ? new Blob([framed.svg], { type: 'image/svg+xml' }) : toPng(framed)
}

function measure(text: string, size: number, weight: number): number {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return text.length * size * 0.55
  context.font = `${weight} ${size}px ${EXPORT_FONT}`
  return context.measureText(text).width
}

async function toPng({ svg, width, height }: ReturnType<typeof framedSvg>): Promise<Blob> {
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * PNG_SCALE
  canvas.height = height * PNG_SCALE
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The browser made no PNG')) : resolve(blob)), 'image/png')
  })
}
