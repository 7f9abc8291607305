import { describe, expect, it } from 'vitest'
import { readChangeLog } from '@/features/data/change-log'

describe('a change log', () => {
  it('is read as headings, lists and paragraphs', () => {
    expect(
      readChangeLog('# Thay đổi\n\n## 2026.11.22\n\n- **Một**\n- hai\n  và nữa\n\nMột đoạn\ntiếp `theo`.\n'),
    ).toEqual([
      { kind: 'heading', text: '2026.11.22' },
      { kind: 'list', items: ['Một', 'hai và nữa'] },
      { kind: 'paragraph', text: 'Một đoạn tiếp theo.' },
    ])
  })

  it('keeps HTML and links as the text that they are', () => {
    const text = '<img src=x onerror=alert(1)> [a](javascript:alert(1))'
    expect(readChangeLog(text)).toEqual([{ kind: 'paragraph', text }])
  })

  it('of a package without one is empty', () => {
    expect(readChangeLog('')).toEqual([])
    expect(readChangeLog('# Thay đổi\r\n')).toEqual([])
  })
})
