import { describe, expect, it } from 'vitest'
import { history } from '@/features/unit/history'
import { edition, standing } from '../../../tests/fixtures/rows'

const editions = [
  edition({ period: '2025', versionId: 'v2' }),
  edition({ period: '2024', versionId: 'v2' }),
  edition({ period: '2023' }),
  edition({ period: '2022' }),
  edition({ period: '2021' }),
]

describe('the history of a unit', () => {
  it('goes from its first to its last result, with the gaps between', () => {
    const rows = history('par', [standing({ period: '2024' }), standing({ period: '2022' })], editions)
    expect(rows.map(({ edition: { period }, standing: row }) => [period, row !== null])).toEqual([
      ['2024', true],
      ['2023', false],
      ['2022', true],
    ])
  })

  it('marks a new version only for a unit that was there before', () => {
    const both = history('par', [standing({ period: '2024' }), standing({ period: '2023' })], editions)
    expect(both.map(({ newVersion }) => newVersion)).toEqual([true, false])
    expect(history('par', [standing({ period: '2024' })], editions).map(({ newVersion }) => newVersion)).toEqual([
      false,
    ])
  })

  it('says how a change is to be read', () => {
    const rows = history(
      'par',
      [
        standing({ period: '2024', changeBasis: null, coreCoverage: 0.4 }),
        standing({ period: '2023', changeBasis: 'total' }),
        standing({ period: '2021', changeBasis: null }),
      ],
      editions,
    )
    expect(rows.map(({ comparison }) => comparison)).toEqual(['broken', 'total', null, null])
  })

  it('does not call criteria too different where nobody knows how different they are', () => {
    const rows = history('par', [standing({ period: '2024' }), standing({ period: '2023' })], editions)
    expect(rows[0]?.comparison).toBe('unknown')
  })

  it('holds every block in which the unit was assessed', () => {
    const rows = history(
      'par',
      [standing({ period: '2025', blockId: 'communes' }), standing({ period: '2021' })],
      [...editions, edition({ period: '2025', blockId: 'communes' })],
    )
    expect(rows.map(({ edition: { blockId } }) => blockId)).toEqual(['communes', 'departments'])
  })
})
