import type { HistoryInput, HistoryLine, HistoryPoint } from '@/charts/history-chart'
import type { Edition } from '@/db/questions/first-view'
import type { UnitHistoryRow } from '@/db/questions/units'
import { MAIN_SET } from '@/domain/vocabulary'
import { previousEdition, sameEdition } from '@/features/unit/choose-standing'
import { isPartial } from '@/features/unit/words'
import type { I18n } from '@/i18n/use-i18n'

type Lines = Pick<HistoryInput, 'measure' | 'periods' | 'lines'>

/**
 * The editions of one index in which the unit or a predecessor has a result, as lines over time: the unit's own, and
 * one a predecessor. null where there is no more than one point to draw.
 */
export function historyLines(
  rows: readonly UnitHistoryRow[],
  indexId: string,
  /** Where the unit has several results in one period, those of this block and set are drawn. */
  shown: Pick<Edition, 'blockId' | 'resultSet'> | null,
  editions: readonly Edition[],
  /** The package has only some of the units of its blocks. */
  partial: boolean,
  format: I18n['format'],
): Lines | null {
  const ofIndex = rows.filter((row) => row.indexId === indexId)
  const measure = ofIndex.some(({ generation, share }) => generation === 0 && share !== null) ? 'share' : 'rank'
  const drawable = ofIndex.filter((row) => row[measure] !== null)
  if (drawable.length < 2) return null
  const periods = periodsOf(ofIndex, editions)
  const units = [...new Set(ofIndex.map(({ unitId }) => unitId))].map((unitId) => {
    const own = ofIndex.filter((row) => row.unitId === unitId)
    return { own, chosen: periods.map((period) => choose(own, period, shown)) }
  })
  const self = units.find(({ own }) => own[0]?.generation === 0)
  const isUnlike = (row: UnitHistoryRow) => {
    const edition = editions.find((each) => sameEdition(each, row))
    const previous = edition === undefined ? null : previousEdition(edition, editions)
    return previous !== null && previous.versionId !== row.versionId
  }
  return {
    measure,
    periods: periods.map((period, index) => ({
      period,
      newCriteria: index > 0 && units.some(({ chosen }) => chosen[index] != null && isUnlike(chosen[index])),
      median: medianOf(self?.chosen[index] ?? null, partial),
    })),
    lines: units
      .toSorted((a, b) => (a.own[0]?.generation ?? 0) - (b.own[0]?.generation ?? 0))
      .flatMap(({ own, chosen }): readonly HistoryLine[] => {
        const [first] = own
        return first === undefined || chosen.every((row) => (row?.[measure] ?? null) === null)
          ? []
          : [{ name: format.name(first), predecessor: first.generation > 0, points: chosen.map(pointOf) }]
      }),
  }
}

/** Of a part of the block it is not the block's. */
const medianOf = (row: UnitHistoryRow | null, partial: boolean): number | null =>
  row === null || isPartial(row, partial) ? null : row.blockMedian

/** Also the periods between in which the block was assessed and nobody of these has a result. */
function periodsOf(rows: readonly UnitHistoryRow[], editions: readonly Edition[]): readonly string[] {
  const ends = new Map(rows.map(({ period, periodEnd }) => [period, periodEnd]))
  const sorted = [...ends.values()].toSorted()
  const [from = '', to = ''] = [sorted[0], sorted.at(-1)]
  for (const { indexId, blockId, period, periodEnd } of editions) {
    const known = rows.some((row) => row.indexId === indexId && row.blockId === blockId)
    if (known && periodEnd >= from && periodEnd <= to) ends.set(period, periodEnd)
  }
  return [...ends].toSorted(([a, endA], [b, endB]) => (endA + a < endB + b ? -1 : 1)).map(([period]) => period)
}

function choose(
  rows: readonly UnitHistoryRow[],
  period: string,
  shown: Pick<Edition, 'blockId' | 'resultSet'> | null,
): UnitHistoryRow | null {
  const inPeriod = rows.filter((row) => row.period === period)
  return (
    inPeriod.find(({ blockId, resultSet }) => blockId === shown?.blockId && resultSet === shown.resultSet) ??
    inPeriod.find(({ resultSet }) => resultSet === MAIN_SET) ??
    inPeriod[0] ??
    null
  )
}

function pointOf(row: UnitHistoryRow | null, index: number, chosen: readonly (UnitHistoryRow | null)[]): HistoryPoint {
  if (row === null) return { share: null, rank: null, rankOf: null, broken: false }
  const before = chosen.slice(0, index).findLast((each) => each !== null)
  return {
    share: row.share,
    rank: row.rank,
    // Of a part of the block, a number of units would contradict the rank.
    rankOf: isPartial(row, false) ? null : row.rankedCount,
    broken: before != null && (before.blockId !== row.blockId || before.resultSet !== row.resultSet),
  }
}

/** What the drawing shows, in words. */
export function historySentence({ measure, periods, lines }: Lines, { t, format }: Pick<I18n, 't' | 'format'>): string {
  const own = lines.find(({ predecessor }) => !predecessor)
  const known = (own?.points ?? []).flatMap((point, index) => {
    const value = point[measure]
    const period = periods[index]
    return value === null || period === undefined ? [] : [{ index, value, period: format.period(period.period) }]
  })
  const [first] = known
  const last = known.at(-1)
  const sentences: string[] = []
  if (own === undefined || first === undefined || last === undefined) sentences.push(t('unit.trend.none'))
  else if (first === last) sentences.push(t('unit.trend.one', { period: first.period }))
  else {
    const text = (value: number) => (measure === 'share' ? format.share(value, 1) : format.number(value))
    sentences.push(
      t(measure === 'share' ? 'unit.trend.share' : 'unit.trend.rank', {
        from: text(first.value),
        to: text(last.value),
        first: first.period,
        last: last.period,
      }),
    )
    const cut = (index: number) => periods[index]?.newCriteria === true || own.points[index]?.broken === true
    if (periods.some((_, index) => index > first.index && index <= last.index && cut(index))) {
      sentences.push(t('unit.trend.cut'))
    }
  }
  if (lines.some(({ predecessor }) => predecessor)) sentences.push(t('unit.trend.predecessors'))
  return sentences.join(' ')
}
