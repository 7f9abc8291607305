import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { DARK, LIGHT, PRINT, SERIES_MARKS } from '@/charts/theme'
import type { ChartTheme } from '@/charts/theme'

const tokens = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8')

/** The light and the dark value of a custom property. */
function token(name: string): readonly [light: string, dark: string] {
  const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? []
  if (light === undefined || dark === undefined) throw new Error(`--${name} is not in tokens.css`)
  return [light, dark]
}

const TOKEN_OF = {
  ink: 'ink',
  inkSoft: 'ink-2',
  rule: 'rule',
  ground: 'paper',
  accent: 'accent',
  muted: 'control',
  band: 'accent-wash',
  rise: 'better',
  fall: 'worse',
} as const satisfies Record<Exclude<keyof ChartTheme, 'series'>, string>
const COLORS = Object.keys(TOKEN_OF) as (keyof typeof TOKEN_OF)[]

type Triple = readonly [number, number, number]

/** sRGB of `#rgb` or `#rrggbb` as linear light, 0–1. */
function linear(color: string): Triple {
  const digits = color.length === 4 ? color.replaceAll(/[0-9a-f]/gi, '$&$&') : color
  const at = (start: number) => {
    const part = Number.parseInt(digits.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return [at(1), at(3), at(5)]
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (color: string) => {
    const [red, green, blue] = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

const times = (matrix: readonly Triple[], [x, y, z]: Triple): readonly number[] =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z)

/** Björn Ottosson, "A perceptual color space for image processing" (2020). */
function oklab(color: Triple): readonly number[] {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    color,
  ).map(Math.cbrt) as unknown as Triple
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  )
}

/** Full colour vision, and none of the red, green or blue cones: Machado, Oliveira and Fernandes (2009), severity 1. */
const SIGHTS: readonly (readonly Triple[])[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
]

function distance(a: string, b: string, sight: readonly Triple[]): number {
  const seen = (color: string) =>
    oklab(times(sight, linear(color)).map((part) => Math.max(0, Math.min(1, part))) as unknown as Triple)
  const [x, y] = [seen(a), seen(b)]
  return Math.hypot(...x.map((part, index) => part - (y[index] ?? 0)))
}

describe('the colours of the charts', () => {
  test('are those of the page, light, dark and on paper', () => {
    for (const name of COLORS) {
      expect([name, LIGHT[name], DARK[name]]).toEqual([name, ...token(TOKEN_OF[name])])
    }
    const [, paper = ''] = /@media print \{([^]*?)\n\}/.exec(tokens) ?? []
    expect(PRINT).toEqual({ ...LIGHT, inkSoft: /--ink-2: (#\w+);/.exec(paper)?.[1] })
    expect([LIGHT.series[0], DARK.series[0]]).toEqual([LIGHT.accent, DARK.accent])
  })

  test.each([
    ['light', LIGHT],
    ['dark', DARK],
    ['print', PRINT],
  ])('%s: lines stand out from the ground by 3:1, texts and the names of series by 4.5:1', (_, theme) => {
    for (const line of [theme.muted, theme.rise, theme.fall]) {
      expect(contrast(line, theme.ground)).toBeGreaterThanOrEqual(3)
    }
    for (const text of [theme.ink, theme.inkSoft, theme.accent, ...theme.series]) {
      expect(contrast(text, theme.ground)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test.each([
    ['light', LIGHT],
    ['dark', DARK],
  ])('%s: any two of the six series differ for colour-blind people too', (_, { series }) => {
    expect(series).toHaveLength(6)
    const pairs = series.flatMap((a, index) => series.slice(index + 1).map((b) => [a, b] as const))
    // 0.02 is about the least difference that is seen.
    for (const [a, b] of pairs) {
      for (const sight of SIGHTS) expect(distance(a, b, sight), `${a} ${b}`).toBeGreaterThan(0.08)
    }
  })

  test('each series has a symbol and a line of its own besides', () => {
    expect(SERIES_MARKS).toHaveLength(LIGHT.series.length)
    expect(new Set(SERIES_MARKS.map(({ symbol }) => symbol)).size).toBe(SERIES_MARKS.length)
    expect(new Set(SERIES_MARKS.map(({ dash }) => String(dash))).size).toBe(SERIES_MARKS.length)
  })
})
