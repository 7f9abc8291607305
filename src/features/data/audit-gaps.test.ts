import { describe, expect, it } from 'vitest'
import type { Finding } from '@/db/questions/audit'
import { gapsByEdition } from '@/features/data/audit-gaps'
import { finding } from '../../../tests/fixtures/finding'

const gap = (kind: Finding['kind'], blockId: string, detail: string | null, figures: number) =>
  finding({ kind, blockId, detail, figures })

describe('what has no value, by edition', () => {
  it('totals and scores with one reason stand together; none given is a reason of its own', () => {
    const editions = gapsByEdition([
      gap('no-score', 'sở', 'not-applicable', 3),
      gap('no-score', 'sở', null, 2),
      gap('no-score', 'quận', 'not-published', 20),
      gap('no-total', 'quận', 'not-published', 2),
      gap('total-differs', 'xã', null, 1),
    ])
    expect(editions.map(({ edition, gaps }) => [edition.blockId, gaps])).toEqual([
      [
        'sở',
        [
          { reason: 'not-applicable', totals: 0, scores: 3 },
          { reason: null, totals: 0, scores: 2 },
        ],
      ],
      ['quận', [{ reason: 'not-published', totals: 2, scores: 20 }]],
    ])
  })

  it('result sets of one period are editions of their own', () => {
    const other = { ...gap('no-total', 'sở', null, 1), resultSet: 'after-merger' }
    expect(gapsByEdition([gap('no-total', 'sở', null, 1), other])).toHaveLength(2)
  })
})
