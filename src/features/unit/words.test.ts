import { beforeAll, describe, expect, it } from 'vitest'
import { bandStep, ordinal, rankStep, surveyText } from '@/features/unit/words'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'
import { edition, standing } from '../../../tests/fixtures/rows'

beforeAll(loadScreenTexts)

const english = createI18n('en', en)

it('English counts 1st, 2nd, 3rd, 4th, 11th, 12th, 22nd, 103rd; Vietnamese says the number', () => {
  expect([1, 2, 3, 4, 11, 12, 22, 103].map((rank) => ordinal(rank, english.format))).toEqual(
    '1st 2nd 3rd 4th 11th 12th 22nd 103rd'.split(' '),
  )
  expect(ordinal(12, VIETNAMESE.format)).toBe('12')
})

describe('what a unit needs', () => {
  const near = standing({
    pointsToNextBand: 6.78,
    nextBandNameVi: 'Xuất sắc',
    nextBandNameEn: 'Excellent',
    pointsToNextRank: 0.001,
    nextRank: 3,
    nextRankNameVi: 'Sở Tư pháp',
    nextRankNameEn: 'Department of Justice',
  })

  const say = (...[row, of, words]: Parameters<typeof bandStep>) => [bandStep(row, of, words), rankStep(row, of, words)]

  it('is said for the next class and the next rank, rounded up, so that as many points do suffice', () => {
    expect(say(near, edition(), VIETNAMESE)).toEqual([
      'Còn thiếu 6,78 điểm để lên loại Xuất sắc.',
      'Còn thiếu 0,01 điểm để bằng hạng 3 (Sở Tư pháp).',
    ])
    expect(say(near, edition(), english)).toEqual([
      '6.78 points short of Excellent.',
      '0.01 points short of 3rd place (Department of Justice).',
    ])
  })

  it('is points to lose in an index where a low score is good', () => {
    expect(say(near, edition({ lowerIsBetter: true }), VIETNAMESE)).toEqual([
      'Phải giảm 6,78 điểm để lên loại Xuất sắc.',
      'Phải giảm 0,01 điểm để bằng hạng 3 (Sở Tư pháp).',
    ])
  })

  it('is nothing where nothing is known', () => {
    expect(say(standing(), edition(), VIETNAMESE)).toEqual([null, null])
  })
})

it('survey counts are given as far as they are known', () => {
  const counts = { surveyInvited: 11000, surveyReturned: 9409, surveyValid: 9106 }
  expect(surveyText(edition(counts), VIETNAMESE)).toBe(
    'Khảo sát (phiếu của cả khối): 11.000 phiếu, thu về 9.409, hợp lệ 9.106',
  )
  expect(surveyText(edition({ surveyValid: 9106 }), english)).toBe('Survey (forms of the whole block): 9,106 valid')
  expect(surveyText(edition(), VIETNAMESE)).toBeNull()
})
