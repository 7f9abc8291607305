import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { exportedTable } from '@/export/exported-table'
import { STEP_COLORS } from '@/export/picture-style'
import { tablePicture } from '@/export/table-picture'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import type { ClassStep } from '@/ui/classes'

await loadScreenTexts()

/** Ten px a character. */
const measure = (text: string) => text.length * 10
interface Row {
  readonly name: string
  readonly share: number | null
}
const picture = (rows: readonly Row[], step: ClassStep | null = 5, bar = false) =>
  tablePicture(
    exportedTable<Row>('Bảng', rows, [
      { label: 'Đơn vị', kind: 'text', of: ({ name }) => name },
      {
        label: 'Tỷ lệ',
        kind: 'share',
        decimals: 1,
        bar,
        of: ({ share }) => share,
        look: () => (step === null ? null : { step, marks: step === 5 ? '◆' : '' }),
      },
      { label: 'Kỳ trước', kind: 'share', decimals: 1, filesOnly: true, of: () => 0.123 },
    ]),
    VIETNAMESE,
    measure,
  )
const texts = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

describe('a table as a picture', () => {
  test('has its header and all rows as the page writes them; absent is a dash; what is for files only is not in it', () => {
    expect(
      texts(
        picture([
          { name: 'Sở A', share: 0.5825 },
          { name: 'Sở B', share: null },
        ]).drawing,
      ),
    ).toEqual(['Đơn vị', 'Tỷ lệ', 'Sở A', '58,3\u00A0% ◆', 'Sở B', '– ◆'])
  })

  test('paints a shaded cell in the colour of its step, with the text that is readable on it', () => {
    const { drawing } = picture([{ name: 'Sở A', share: 0.9 }])
    expect(drawing).toContain('fill="#0a3a5e"')
    expect(drawing).toMatch(/fill="#fff">90,0/)
  })

  test('draws a share as a bar of its length: half of 120 px for a half; none where there is no share', () => {
    const { drawing } = picture(
      [
        { name: 'Sở A', share: 0.5 },
        { name: 'Sở B', share: null },
      ],
      3,
      true,
    )
    expect([...drawing.matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width))).toEqual([120, 60])
  })

  test('breaks a long name, and the row grows by its lines', () => {
    const short = picture([{ name: 'Sở A', share: 1 }], null)
    const long = picture([{ name: 'Sở '.repeat(20).trim(), share: 1 }], null)
    expect(long.height - short.height).toBe(17)
    expect(texts(long.drawing).filter((text) => text?.startsWith('Sở'))).toHaveLength(2)
  })

  test('writes names as text', () => {
    expect(picture([{ name: '<script>', share: 1 }]).drawing).not.toContain('<script')
  })
})

test('the colours of pictures are those of the page in the light', () => {
  const tokens = readFileSync(new URL('../ui/tokens.css', import.meta.url), 'utf8')
  const light = (name: string) => new RegExp(`--${name}: light-dark\\((#\\w+),`).exec(tokens)?.[1]
  for (const [step, { fill, text }] of Object.entries(STEP_COLORS)) {
    expect([fill, text]).toEqual([light(`class-${step}`), light(`on-class-${step}`)])
  }
})
