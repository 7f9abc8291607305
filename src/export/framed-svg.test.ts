import { describe, expect, test } from 'vitest'
import { framedSvg } from '@/export/framed-svg'
import { PICTURE } from '@/export/picture-style'

/** Ten px a character. */
const measure = (text: string) => text.length * 10
const picture = { drawing: '<svg width="100" height="50"><path/></svg>', width: 100, height: 50 }
const frame = (sentence: string, footer: string) => framedSvg({ ...picture, sentence, footer }, PICTURE, measure)
const texts = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

describe('a picture of a chart', () => {
  test('breaks long texts at spaces and grows by their lines', () => {
    const short = frame('Sở A tăng', 'Nguồn')
    const long = frame('Sở A tăng ba bậc', 'Nguồn')
    expect(texts(long.svg)).toEqual(['Sở A tăng', 'ba bậc', 'Nguồn'])
    expect(long.height - short.height).toBe(27)
    expect(long.width).toBe(148)
  })

  test('begins a line anew at a break of the footer', () => {
    expect(texts(frame('A', 'Chú giải\nNguồn').svg)).toEqual(['A', 'Chú giải', 'Nguồn'])
  })

  test('has a word that is wider than itself whole on its line', () => {
    expect(texts(frame('a bbbbbbbbbbbbbbb c', '').svg)).toEqual(['a', 'bbbbbbbbbbbbbbb', 'c'])
  })

  test('writes names as text, and leaves out what XML does not allow', () => {
    const { svg } = frame('<img src=x> & "B"\u0000', "it's")
    expect(texts(svg).join(' ')).toBe('&lt;img src=x&gt; &amp; &quot;B&quot; it&#39;s')
    expect(svg).not.toContain('\u0000')
    expect(svg).not.toContain('<img')
  })

  test('leaves out of the drawing too what XML does not allow, and halves of characters', () => {
    const drawing = '<svg width="100" height="50"><text>S\u0001ở \uD83D😀</text></svg>'
    const { svg } = framedSvg({ ...picture, drawing, sentence: '\uDE00', footer: '' }, PICTURE, measure)
    expect(svg).toContain('<text>Sở 😀</text>')
    expect(() => encodeURIComponent(svg)).not.toThrow()
  })

  test('has a ground of its own and the drawing below the sentence', () => {
    const { svg } = frame('A', 'B')
    expect(svg).toContain('fill="#fff"')
    expect(svg).toContain('<svg x="24" y="63" width="100" height="50">')
  })
})
