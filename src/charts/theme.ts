import { PICTURE } from '@/export/picture-style'
import type { PictureColors } from '@/export/picture-style'

/** Colours of the charts, resolved: an exported picture knows no custom properties. The same as in `ui/tokens.css`. */
export interface ChartTheme extends PictureColors {
  readonly accent: string
  /** Lines that stand back behind others and are still to be read: 3:1 on the ground. */
  readonly muted: string
  /** A filled area behind lines. */
  readonly band: string
  readonly rise: string
  readonly fall: string
  /**
   * Up to six series side by side, dark enough for their names (4.5:1) and told apart by colour-blind people; each also
   * has its own line and symbol (`SERIES_MARKS`).
   */
  readonly series: readonly string[]
}

export const LIGHT: ChartTheme = {
  ...PICTURE,
  accent: '#14528a',
  muted: '#8794a0',
  band: '#e9f0f7',
  rise: '#0b6e63',
  fall: '#a8401b',
  series: ['#14528a', '#ad4216', '#087970', '#6e034f', '#4a3c00', '#7c5ec2'],
}

export const DARK: ChartTheme = {
  ink: '#e9eef2',
  inkSoft: '#a9b6c0',
  rule: '#26323b',
  ground: '#10171d',
  accent: '#7db4e6',
  muted: '#66747f',
  band: '#1a2b3a',
  rise: '#55c2b3',
  fall: '#f0906b',
  series: ['#7db4e6', '#e29858', '#72f8e8', '#c26576', '#f7dd7d', '#8c76c6'],
}

/** On paper, where soft ink is darker. */
export const PRINT: ChartTheme = { ...LIGHT, inkSoft: '#333' }

interface SeriesMark {
  readonly symbol: string
  readonly dash: 'solid' | readonly number[]
}

/** What tells series apart besides colour. Dots are not among the dashes: they belong to predecessors (`PREDECESSOR_DASH`). */
export const SERIES_MARKS: readonly SeriesMark[] = [
  { symbol: 'circle', dash: 'solid' },
  { symbol: 'rect', dash: [9, 4] },
  { symbol: 'triangle', dash: [12, 3, 3, 3] },
  { symbol: 'diamond', dash: [5, 3] },
  { symbol: 'path://M0,0L10,0L5,10Z', dash: [16, 4] },
  { symbol: 'path://M3,0L7,0L7,3L10,3L10,7L7,7L7,10L3,10L3,7L0,7L0,3L3,3Z', dash: [10, 3, 3, 3, 3, 3] },
]
export const PREDECESSOR_DASH: readonly number[] = [1.5, 3]
