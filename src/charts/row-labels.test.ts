import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutToWidth } from '@/charts/cut-to-width'
import { rowLabels } from '@/charts/row-labels'
import { textWidth } from '@/charts/text-width'
import { LIGHT } from '@/charts/theme'
import { wrapLabel } from '@/charts/wrap-label'

describe('the label of a row', () => {
  test('breaks at spaces', () => {
    expect(wrapLabel('Cung cấp dịch vụ công trực tuyến', textWidth('dịch vụ công', 10), 10)).toEqual([
      'Cung cấp',
      'dịch vụ công',
      'trực tuyến',
    ])
  })

  test('breaks a word only where it is wider than the room', () => {
    expect(wrapLabel('a bcdeghk', textWidth('bcd', 10), 10)).toEqual(['a', 'bcd', 'egh', 'k'])
  })

  test('keeps every letter, and no line is wider than the room, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 40, max: 330 }), (name, room) => {
        const lines = wrapLabel(name, room, 11.5)
        expect(lines.join('').replaceAll(' ', '')).toBe(name.replaceAll(' ', ''))
        for (const line of lines) expect(textWidth(line, 11.5)).toBeLessThanOrEqual(room)
      }),
      { endOnFailure: true },
    )
  })
})

describe('a name that is wider than its room', () => {
  test('is cut to it with an ellipsis, marks and pairs whole', () => {
    expect(cutToWidth('Sở Y tế', 200, 12)).toBe('Sở Y tế')
    expect(cutToWidth('Sở NN&PTNT', textWidth('Sở NN…', 12), 12)).toBe('Sở NN…')
    expect(cutToWidth('😀😀😀', 2 * 1.05 * 12, 12)).toBe('😀…')
    expect(cutToWidth('Sở', 0, 12)).toBe('S…')
  })

  test('is as wide composed as with its marks apart', () => {
    expect(textWidth('Sở'.normalize('NFD'), 12)).toBe(textWidth('Sở'.normalize('NFC'), 12))
  })
})

describe('rows', () => {
  const LONG = 'Cung cấp thông tin, dịch vụ công trực tuyến và một cửa (không áp dụng ở 2024)'

  test('are as high as the longest label at that width', () => {
    for (const left of [110, 131, 330]) {
      const { row, axisLabel } = rowLabels([LONG, 'Thể chế'], left, 328, LIGHT)
      expect(row).toBeGreaterThanOrEqual(axisLabel.formatter('', 0).split('\n').length * axisLabel.lineHeight)
    }
    expect(rowLabels([LONG], 110, 328, LIGHT).row).toBeGreaterThan(rowLabels([LONG], 330, 900, LIGHT).row)
  })

  test('of short labels are as ever', () => {
    expect(rowLabels(['Thể chế', 'Thủ tục'], 131, 328, LIGHT).row).toBe(36)
    expect(rowLabels([], 131, 328, LIGHT).row).toBe(36)
  })
})
