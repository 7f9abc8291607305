import { serializeView } from '@/view/view-state'
import type { View } from '@/view/view-state'

type EmbeddedScreen = Extract<View['screen'], 'ranking' | 'unit' | 'compare' | 'weak'>

export const THEMES = ['auto', 'light', 'dark'] as const
export type FrameTheme = (typeof THEMES)[number]

export const WIDTHS = ['narrow', 'middle', 'wide'] as const
export type FrameWidth = (typeof WIDTHS)[number]
/** Of the frame, in CSS pixels. */
export const PIXELS: Readonly<Record<FrameWidth, number>> = { narrow: 360, middle: 720, wide: 1120 }

/** What a frame of fixed height is at most, in CSS pixels: enough for the finding and the first rows. */
const HIGHEST: Readonly<Record<EmbeddedScreen, Readonly<Record<FrameWidth, number>>>> = {
  ranking: { narrow: 640, middle: 760, wide: 860 },
  unit: { narrow: 640, middle: 760, wide: 860 },
  compare: { narrow: 640, middle: 860, wide: 960 },
  weak: { narrow: 640, middle: 860, wide: 960 },
}

/** `content`: height that the frame said it needs at this width; null: not known yet. */
export const fixedHeight = (screen: EmbeddedScreen, width: FrameWidth, content: number | null): number =>
  Math.min(HIGHEST[screen][width], content ?? Infinity)

/** `site`: any address in the folder of the site. */
export function frameAddress(site: string, view: View, theme: FrameTheme): string {
  const address = new URL(`./embed.html${serializeView(view)}`, site)
  if (theme !== 'auto') address.searchParams.set('theme', theme)
  return address.href
}

export interface Frame {
  readonly address: string
  /** Any text: names come from data packages. */
  readonly title: string
  readonly height: number
}

/** For the `<` of a name as for the `&` of an address. */
const inAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const iframe = ({ address, title, height }: Frame, attributes: string) =>
  `<iframe src="${inAttribute(address)}" title="${inAttribute(title)}" loading="lazy" style="width:100%;height:${height}px;border:0"${attributes}></iframe>`

/** HTML of a frame that stays as high as it is. */
export const iframeSnippet = (frame: Frame): string => iframe(frame, '')

/** HTML of a frame that is as high as its content, by the script `embed.js` of the site. */
export const scriptSnippet = (frame: Frame): string =>
  [
    iframe(frame, ' data-reform-index-board'),
    `<script src="${inAttribute(new URL('./embed.js', frame.address).href)}" async></script>`,
  ].join('\n')
