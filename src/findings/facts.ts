import type { Summary } from '@/db/questions/first-view'
import { direction } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'

/** One cell of the strip of facts. */
export interface Fact {
  readonly id: 'units' | 'mean' | 'gap' | 'weakest'
  readonly title: string
  /** null: unknown, and `notes` says why. */
  readonly figure: string | null
  readonly notes: readonly FactNote[]
}

export interface FactNote {
  readonly text: string
  /** 1 better, -1 worse: drawn with ▲ ▼ before the text. */
  readonly sign: -1 | 0 | 1
}

const plain = (text: string): FactNote => ({ text, sign: 0 })

/**
 * The strip of facts, without leader (in the headline) and classes (a bar of its own). Of a block that is known only
 * in part there is nothing to say but how many units are known.
 */
export function facts(summary: Summary, partial: boolean, { t, format }: Pick<I18n, 't' | 'format'>): readonly Fact[] {
  if (partial) {
    return [
      {
        id: 'units',
        title: t('ranking.fact.units'),
        figure: format.number(summary.unitCount),
        notes: [plain(t('ranking.fact.units.partial'))],
      },
    ]
  }
  const period = summary.previousPeriod === null ? null : format.period(summary.previousPeriod)
  const noScore = summary.rankedCount > 0 && summary.scoredCount === 0 ? 'ranking.why.rankOnly' : 'ranking.why.noScores'
  const meanChange = direction(summary.meanChange, format)
  const gapChange = direction(summary.gapChange, format)
  return [
    {
      id: 'units',
      title: t('ranking.fact.units'),
      figure: format.number(summary.unitCount),
      notes: [
        plain(
          summary.rankedCount === 0
            ? t('ranking.fact.units.none')
            : summary.rankedCount === summary.unitCount
              ? t('ranking.fact.units.all')
              : t('ranking.fact.units.ranked', { n: summary.rankedCount }),
        ),
        ...(period === null || summary.previousUnitCount === null
          ? []
          : [plain(t('ranking.fact.units.previous', { previous: summary.previousUnitCount, period }))]),
      ],
    },
    {
      id: 'mean',
      title: t('ranking.fact.mean'),
      figure: summary.mean === null ? null : format.share(summary.mean),
      notes:
        summary.mean === null
          ? [plain(t(noScore))]
          : [
              ...(meanChange === null || period === null
                ? []
                : [{ text: t('ranking.fact.since', { change: meanChange.size, period }), sign: meanChange.sign }]),
              plain(t('ranking.fact.mean.n', { n: summary.scoredCount })),
            ],
    },
    {
      id: 'gap',
      title: t('ranking.fact.gap'),
      figure: summary.gap === null || summary.scoredCount < 2 ? null : format.shareSize(summary.gap),
      notes:
        summary.gap === null || summary.scoredCount < 2
          ? [plain(t(summary.scoredCount === 1 ? 'ranking.why.oneUnit' : noScore))]
          : [
              plain(t('ranking.fact.gap.unit', { n: summary.rankedCount })),
              ...(gapChange === null || period === null
                ? []
                : [
                    plain(
                      gapChange.sign === 0
                        ? t('ranking.fact.gap.same', { period })
                        : t(gapChange.sign > 0 ? 'ranking.fact.gap.wider' : 'ranking.fact.gap.narrower', {
                            change: gapChange.size,
                            period,
                          }),
                    ),
                  ]),
            ],
    },
    {
      id: 'weakest',
      title: t('ranking.fact.weakest'),
      figure: summary.weakest === null ? null : format.share(summary.weakest.mean),
      notes: [
        plain(
          summary.weakest === null
            ? t('ranking.why.noFields')
            : t('ranking.fact.weakest.n', { field: format.name(summary.weakest), n: summary.weakest.unitCount }),
        ),
      ],
    },
  ]
}

export interface Move {
  /** Above zero: climbed; null: nobody did, or nobody knows, and `text` says so. */
  readonly places: number | null
  readonly text: string
}

/** Who climbed and who fell by most places. */
export function moves(summary: Summary, partial: boolean, { t, format }: Pick<I18n, 't' | 'format'>): readonly Move[] {
  if (summary.previousPeriod === null) return [{ places: null, text: t('ranking.why.noPrevious') }]
  const n = summary.placesComparedCount
  if (n === 0) return [{ places: null, text: t('ranking.why.nobodyInBoth') }]
  if (summary.biggestRise === null && summary.biggestFall === null) {
    return [{ places: null, text: t('ranking.why.nobodyMoved', { n }) }]
  }
  const all = !partial && n >= summary.rankedCount
  const move = (mover: Summary['biggestRise'], nobody: string): Move =>
    mover === null
      ? { places: null, text: nobody }
      : {
          places: mover.placesGained,
          text: t('ranking.fact.move', { unit: format.shortName(mover), from: mover.fromRank, to: mover.toRank }),
        }
  return [
    move(summary.biggestRise, all ? t('ranking.why.nobodyRose') : t('ranking.why.nobodyRose.among', { n })),
    move(summary.biggestFall, all ? t('ranking.why.nobodyFell') : t('ranking.why.nobodyFell.among', { n })),
  ]
}

/** How the figures compare with the period before, where that needs saying. */
export function comparison(summary: Summary, { t, format }: Pick<I18n, 't' | 'format'>): string | null {
  if (summary.previousPeriod === null || summary.scoredCount === 0) return null
  const period = format.period(summary.previousPeriod)
  if (summary.changeBasis === 'core') {
    return summary.coreCoverage === null
      ? null
      : t('ranking.basis.core', { period, coverage: format.share(summary.coreCoverage, 0) })
  }
  if (summary.changeBasis === null) {
    return summary.coreCoverage === null
      ? t('ranking.basis.none', { period })
      : t('ranking.basis.none.core', { period, coverage: format.share(summary.coreCoverage, 0) })
  }
  if (summary.comparedCount === 0) return t('ranking.basis.none', { period })
  return summary.comparedCount < summary.scoredCount
    ? t('ranking.basis.units', { period, n: summary.comparedCount })
    : null
}
