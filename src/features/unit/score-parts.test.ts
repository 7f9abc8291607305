import { beforeAll, describe, expect, it } from 'vitest'
import { partsFinding, partsRows } from '@/features/unit/score-parts'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { subIndex } from '../../../tests/fixtures/rows'

beforeAll(loadScreenTexts)

const part = (name: 'self' | 'appraised' | 'survey' | 'bonus', score: number, maxScore: number | null = 10) => ({
  part: name,
  score,
  maxScore,
})
const finding = (...fields: readonly Parameters<typeof subIndex>[0][]) =>
  partsFinding(partsRows(fields.map(subIndex)), fields.map(subIndex), 2, VIETNAMESE)

describe('the parts of the scores', () => {
  it('self-assessed less appraised is in points, survey against appraised in shares of their own maxima', () => {
    const [row] = partsRows([
      subIndex({ parts: [part('appraised', 9.38), part('self', 9.45), part('survey', 1.5, 2)] }),
      subIndex(),
    ])
    expect(row?.selfGap).toBe(0.07)
    expect(row?.surveyGap).toBeCloseTo(0.75 - 0.938)
  })

  it('are not compared without the other part, of another maximum, or without one', () => {
    const gaps = (...parts: readonly ReturnType<typeof part>[]) =>
      partsRows([subIndex({ parts: [...parts] })]).map(({ selfGap, surveyGap }) => [selfGap, surveyGap])
    expect(gaps(part('self', 9))).toEqual([[null, null]])
    expect(gaps(part('self', 9), part('appraised', 8, 9))).toEqual([[null, null]])
    expect(gaps(part('survey', 1, null), part('appraised', 8))).toEqual([[null, null]])
    expect(gaps(part('survey', 0, 0), part('appraised', 8))).toEqual([[null, null]])
  })

  it('the finding adds up the first level; nine and one tenth make one', () => {
    const higher = { parts: [part('self', 9.9), part('appraised', 9)] }
    expect(finding(higher, { parts: [part('self', 9.1), part('appraised', 9)] }, { ...higher, level: 2 })).toBe(
      'Tự chấm cao hơn thẩm định 1,00 điểm (cộng 2 trong 2 lĩnh vực)',
    )
    expect(finding({ parts: [part('self', 8), part('appraised', 9)] })).toBe(
      'Tự chấm thấp hơn thẩm định 1,00 điểm (cộng 1 trong 1 lĩnh vực)',
    )
    expect(finding({ parts: [part('self', 9), part('appraised', 9)] })).toBe(
      'Tự chấm bằng thẩm định (cộng 1 trong 1 lĩnh vực)',
    )
  })

  it('the finding says over how many of the fields it is, and a small gap is never written as none', () => {
    expect(finding({ parts: [part('self', 9.004), part('appraised', 9)] }, {}, {})).toBe(
      'Tự chấm cao hơn thẩm định 0,004 điểm (cộng 1 trong 3 lĩnh vực)',
    )
  })

  it('names what is there where nothing can be compared', () => {
    expect(finding({ parts: [part('bonus', 1)] })).toBe('Điểm thưởng, điểm trừ')
    expect(finding({ parts: [part('survey', 1)] })).toBe('Tự chấm, thẩm định, khảo sát')
  })
})
