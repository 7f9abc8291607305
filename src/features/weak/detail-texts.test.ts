import { describe, expect, it } from 'vitest'
import { detailTexts } from '@/features/weak/detail-texts'
import { fieldsOf } from '@/findings/fields'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { cell, fieldSummary, matrixRow, weakness } from '../../../tests/fixtures/weak-rows'

await loadScreenTexts()
const MEASURE = {
  limits: { absolute: 0.65, deviations: 1, quantile: 0.25, fall: 0.05 },
  lower: false,
  partial: false,
  decimals: 2,
}
const [field] = fieldsOf([fieldSummary('Thể chế')])
const say = (share: number | null, flag: Parameters<typeof detailTexts>[2], given: Parameters<typeof cell>[1] = {}) =>
  detailTexts(matrixRow('Sở A', [cell(share, given)]), field!, flag, MEASURE, VIETNAMESE).map((text) =>
    text.replaceAll('\u00A0', ' '),
  )
const BLOCK = 'Khối: trung vị 80,0 %, từ 40,0 % đến 95,0 %, 18 đơn vị có điểm.'

describe('what stands behind a cell', () => {
  it('is the reason of the flag, the points and the block', () => {
    expect(say(0.48, weakness('sở-a', 'thể-chế', { recoverable: 3.2 }))).toEqual([
      '48,0 % của điểm tối đa (ngưỡng 65 %); lên trung vị: +3,20 điểm.',
      `4,80 / 10 điểm. ${BLOCK}`,
    ])
  })

  it('is that it is not weak, and how close it is', () => {
    expect(say(0.9, null)).toEqual(['Không phải điểm yếu: 90,0 % điểm tối đa.', BLOCK])
    const near = weakness('sở-a', 'thể-chế', { severity: 0, edge: true, absolute: false, share: 0.66 })
    expect(say(0.66, near)[0]).toBe('Chưa bị nêu, sát ngưỡng: 66,0 % của điểm tối đa.')
  })

  it('is why there is no number, which is not 0', () => {
    expect(say(null, null, { missingReason: 'not-published' })).toEqual([
      'Không có số: Chưa công bố. Chỗ trống không phải là 0 và không bị nêu.',
    ])
  })
})
