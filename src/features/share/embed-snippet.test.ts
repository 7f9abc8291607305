import { describe, expect, it } from 'vitest'
import { fixedHeight, frameAddress, iframeSnippet, scriptSnippet } from '@/features/share/embed-snippet'
import { currentView, frozenView } from '@/features/share/embed-views'
import { DEFAULT_VIEW, parseView } from '@/view/view-state'
import type { View } from '@/view/view-state'

const SITE = 'https://cchc.example.gov.vn/bang/index.html?index=dti#content'
const edition = { indexId: 'dti', period: '2024', blockId: 'districts', resultSet: 'main' }

describe('the address of a frame', () => {
  it('lies in the folder of the site, with the parameters of the link', () => {
    expect(frameAddress(SITE, { ...DEFAULT_VIEW, index: 'dti' }, 'auto')).toBe(
      'https://cchc.example.gov.vn/bang/embed.html?index=dti&v=1',
    )
    expect(frameAddress(SITE, DEFAULT_VIEW, 'auto')).toBe('https://cchc.example.gov.vn/bang/embed.html')
    expect(frameAddress(SITE, DEFAULT_VIEW, 'dark')).toBe('https://cchc.example.gov.vn/bang/embed.html?theme=dark')
  })
})

describe('a frame that is always current', () => {
  it('names neither a period nor a version', () => {
    const view: View = { ...DEFAULT_VIEW, index: 'dti', period: '2023', before: '2021', version: '1' }
    expect(currentView(view)).toEqual({ ...DEFAULT_VIEW, index: 'dti' })
  })
})

describe('a frozen frame', () => {
  it('names package, version and edition, so that a newer period changes nothing', () => {
    const frozen = frozenView(DEFAULT_VIEW, { id: 'tp-hcm', version: '2026.11.22' }, edition)
    expect(frozen).not.toBeNull()
    const { searchParams } = new URL(frameAddress(SITE, frozen ?? DEFAULT_VIEW, 'auto'))
    expect(Object.fromEntries(searchParams)).toEqual({
      package: 'tp-hcm',
      version: '2026.11.22',
      index: 'dti',
      period: '2024',
      block: 'districts',
      v: '1',
    })
  })

  it('is not offered for a version that a link cannot carry', () => {
    for (const version of ['', '1 2', '<b>', 'x'.repeat(61)]) {
      expect(frozenView(DEFAULT_VIEW, { id: 'tp-hcm', version }, null)).toBeNull()
    }
  })

  it('a version that is none is named as unusable, and nothing is frozen', () => {
    expect(parseView('?version=%3Cb%3E')).toMatchObject({
      view: DEFAULT_VIEW,
      notices: [{ kind: 'invalid-param', param: 'version', value: '<b>' }],
    })
  })
})

describe('the code to paste', () => {
  const frame = {
    address: new URL('embed.html?index=dti&v=1', SITE).href,
    title: '"><script>x</script>',
    height: 700,
  }

  it('no name of a data package ends the title or opens an element', () => {
    for (const snippet of [iframeSnippet(frame), scriptSnippet(frame)]) {
      expect(snippet).toContain('title="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"')
      expect(snippet).toContain('src="https://cchc.example.gov.vn/bang/embed.html?index=dti&amp;v=1"')
    }
  })

  it('with the script, the frame carries the mark that the script looks for', () => {
    expect(scriptSnippet(frame)).toMatch(/<iframe [^>]*data-reform-index-board><\/iframe>\n/)
    expect(scriptSnippet(frame)).toContain('<script src="https://cchc.example.gov.vn/bang/embed.js" async></script>')
    expect(iframeSnippet(frame)).not.toContain('script src')
  })

  it('a fixed height is that of the content, up to what a page has room for', () => {
    expect(fixedHeight('ranking', 'middle', 412)).toBe(412)
    expect(fixedHeight('ranking', 'middle', 9000)).toBe(760)
    expect(fixedHeight('ranking', 'narrow', null)).toBe(640)
  })
})
