import { describe, expect, it } from 'vitest'
import { chooseStanding, indexCards, previousEdition } from '@/features/unit/choose-standing'
import { DEFAULT_VIEW } from '@/view/view-state'
import { edition, standing } from '../../../tests/fixtures/rows'

const editions = [
  edition({ period: '2025' }),
  edition({ period: '2024' }),
  edition({ indexId: 'dti', indexShortName: 'DTI', period: '2024' }),
]
const ended = [standing({ period: '2024' }), standing({ period: '2023' })]

describe('the edition that a unit’s screen shows', () => {
  it('is the unit’s latest where the link names no period', () => {
    expect(chooseStanding(DEFAULT_VIEW, ended, editions)).toMatchObject({ standing: { period: '2024' } })
  })

  it('is not replaced by another where the unit has no result in the one asked for', () => {
    expect(chooseStanding({ ...DEFAULT_VIEW, period: '2025' }, ended, editions)).toEqual({
      kind: 'missing',
      index: 'par',
      period: '2025',
    })
    expect(chooseStanding({ ...DEFAULT_VIEW, index: 'dti' }, ended, editions)).toEqual({
      kind: 'missing',
      index: 'dti',
      period: null,
    })
  })

  it('follows a link with an index that the package does not have as if it named none', () => {
    expect(chooseStanding({ ...DEFAULT_VIEW, index: 'xyz' }, ended, editions)).toMatchObject({ kind: 'found' })
  })

  it('is of the result set asked for, else of the main one', () => {
    const two = [standing({ resultSet: 'without-services' }), standing({ rank: 3 })]
    expect(chooseStanding(DEFAULT_VIEW, two, editions)).toMatchObject({ standing: { rank: 3 } })
    expect(chooseStanding({ ...DEFAULT_VIEW, set: 'without-services' }, two, editions)).toMatchObject({
      standing: { resultSet: 'without-services' },
    })
  })
})

describe('the cards of a unit', () => {
  it('show each index in the period shown, else in its latest, and an index without a result as such', () => {
    const [shown] = ended
    const cards = indexCards(
      shown ?? null,
      [...ended, standing({ indexId: 'ddci', period: '2022' })],
      [...editions, edition({ indexId: 'ddci', period: '2022' })],
    )
    expect(cards.map(({ indexId, standing: row }) => [indexId, row?.period])).toEqual([
      ['par', '2024'],
      ['dti', undefined],
      ['ddci', '2022'],
    ])
  })
})

it('the edition before is of the same index, block and result set', () => {
  const [newest = edition()] = editions
  expect(previousEdition(newest, editions)?.period).toBe('2024')
  expect(previousEdition(edition({ period: '2025', blockId: 'communes' }), editions)).toBeNull()
})
