import { framedSvg } from '@/export/framed-svg'
import type { FramedSvg } from '@/export/framed-svg'
import { EXPORT_FONT, PICTURE } from '@/export/picture-style'
import type { DrawnTable } from '@/export/table-picture'

const PNG_SCALE = 2
/** Of a side in px: longer ones some browsers leave empty without a word. */
const LONGEST_SIDE = 16_000
/** Below it nothing can be read. */
const LEAST_SCALE = 0.75

/** A drawing between its title and its footer. A PNG has twice as many px, fewer where it is very long; rejects where it is too long. */
export async function pictureFile(
  kind: 'png' | 'svg',
  drawn: DrawnTable,
  sentence: string,
  footer: string,
): Promise<Blob> {
  const framed = framedSvg({ ...drawn, sentence, footer }, PICTURE, measure)
  return kind === 'svg' ? new Blob([framed.svg], { type: 'image/svg+xml' }) : toPng(framed)
}

let context: CanvasRenderingContext2D | null = null

/** Width of a text in px, in the fonts of pictures. */
export function measure(text: string, size: number, weight: number): number {
  context ??= document.createElement('canvas').getContext('2d')
  if (context === null) return text.length * size * 0.55
  context.font = `${weight} ${size}px ${EXPORT_FONT}`
  return context.measureText(text).width
}

async function toPng({ svg, width, height }: FramedSvg): Promise<Blob> {
  const scale = Math.min(PNG_SCALE, LONGEST_SIDE / Math.max(width, height))
  if (scale < LEAST_SCALE) throw new Error(`A picture of ${width} × ${height} is too large for a PNG`)
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The browser made no PNG')) : resolve(blob)), 'image/png')
  })
}
