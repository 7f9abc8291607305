import { EXPORT_FONT } from '@/export/picture-style'
import type { PictureColors } from '@/export/picture-style'
import { escapeXml, withoutNonXml } from '@/export/xml-text'

interface Picture {
  /** A whole SVG file of this size. */
  readonly drawing: string
  readonly width: number
  readonly height: number
  readonly sentence: string
  /** Parts that begin a line are apart by line breaks. */
  readonly footer: string
}

export interface FramedSvg {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/** Width of a text in px. */
export type Measure = (text: string, size: number, weight: number) => number

const MARGIN = 24
const HEAD = { size: 20, weight: 600, line: 27 } as const
const FOOT = { size: 12, weight: 400, line: 17 } as const

/** A drawing between its sentence and its footer, as one SVG file with a ground; texts are wrapped to its width. */
export function framedSvg(
  { drawing, width, height, sentence, footer }: Picture,
  theme: Pick<PictureColors, 'ground' | 'ink' | 'inkSoft'>,
  measure: Measure,
): FramedSvg {
  const head = wrap(sentence, width, (text) => measure(text, HEAD.size, HEAD.weight))
  const foot = footer.split('\n').flatMap((part) => wrap(part, width, (text) => measure(text, FOOT.size, FOOT.weight)))
  const top = MARGIN + head.length * HEAD.line + 12
  const bottom = top + height + 12
  const size = { width: width + 2 * MARGIN, height: bottom + foot.length * FOOT.line + MARGIN - 6 }
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${escapeXml(EXPORT_FONT)}">`,
    `<title>${escapeXml(sentence)}</title>`,
    `<rect width="100%" height="100%" fill="${theme.ground}"/>`,
    ...lines(head, MARGIN + HEAD.size, HEAD, theme.ink),
    drawing.replace('<svg ', `<svg x="${MARGIN}" y="${top}" `),
    ...lines(foot, bottom + FOOT.size, FOOT, theme.inkSoft),
    '</svg>',
  ].join('\n')
  // ECharts leaves them in the drawing.
  return { svg: withoutNonXml(svg), ...size }
}

const lines = (texts: readonly string[], y: number, font: typeof HEAD | typeof FOOT, color: string) =>
  texts.map(
    (text, index) =>
      `<text x="${MARGIN}" y="${y + index * font.line}" font-size="${font.size}" font-weight="${font.weight}" fill="${color}">${escapeXml(text)}</text>`,
  )

/** Breaks at spaces; a word that is wider than the room stays whole. */
export function wrap(text: string, width: number, measure: (text: string) => number): readonly string[] {
  const wrapped: string[] = []
  let line = ''
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measure(longer) > width) {
      wrapped.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return line === '' ? wrapped : [...wrapped, line]
}
