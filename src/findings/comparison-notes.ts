import type { Comparability } from '@/db/questions/change'
import type { Pair } from '@/findings/change-sentence'
import { comparisonMode } from '@/findings/comparison-mode'
import { haveOtherCounts } from '@/findings/pair-counts'
import { formatMaximum } from '@/i18n/change-words'
import { NO_VALUE } from '@/i18n/format'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

export interface ComparisonNotes {
  /** Whether the two periods compare, and on what; empty where no unit is in both. */
  readonly basis: string
  /** Which units and sub-indices differ. */
  readonly lines: readonly string[]
}

interface Context extends Pair {
  /** Least share of the maximum that a core has to cover (0–1). */
  readonly coreLimit: number | null
}

const MANY_NAMES = 24

/** What a reader must know before two periods are compared. */
export function comparisonNotes(row: Comparability, context: Context, { t, format }: Words): ComparisonNotes {
  const { before, now, counts } = context
  const lines: string[] = []
  const kin = kinAmong(row)
  const named = nameWithYear(row, context, { t, format })
  if (row.rankedBoth > 0) {
    lines.push(t(counts === null ? 'compare.basis.places.part' : 'compare.basis.places', { n: row.rankedBoth }))
  }
  if (row.rankedBoth > 0 && haveOtherCounts(counts)) {
    const ranked = { before: counts.before, now: counts.now, beforePeriod: before, nowPeriod: now }
    lines.push(t('compare.basis.counts', ranked))
  }
  if (!(row.unitsBefore === row.unitsBoth && row.unitsNow === row.unitsBoth)) {
    const counts = { before: row.unitsBefore, now: row.unitsNow, both: row.unitsBoth }
    lines.push(t('compare.units.count', { ...counts, beforePeriod: before, nowPeriod: now }))
  }
  if (row.unitsEntered.length > 0) {
    const names = row.unitsEntered.map((unit) => withKin('compare.units.from', named(unit), kin.of(unit).map(named), t))
    lines.push(t('compare.units.entered', { period: now, n: names.length, names: listed(names, { t }, '; ') }))
  }
  if (row.unitsLeft.length > 0) {
    const names = row.unitsLeft.map((unit) => withKin('compare.units.to', named(unit), kin.of(unit).map(named), t))
    lines.push(t('compare.units.left', { period: before, n: names.length, names: listed(names, { t }, '; ') }))
  }
  if (row.scopeChanged.length > 0) {
    const names = row.scopeChanged.map(({ onDate, ...unit }) =>
      t('compare.units.scope.one', { unit: format.name(unit), date: format.date(onDate) }),
    )
    lines.push(t('compare.units.scope', { n: names.length, names: listed(names, { t }) }))
  }
  const field = ({
    maxScore,
    ...sub
  }: {
    readonly nameVi: string
    readonly nameEn: string
    readonly maxScore: number | null
  }) =>
    maxScore === null
      ? format.name(sub)
      : t('compare.fields.max', { field: format.name(sub), max: formatMaximum(maxScore, format) })
  if (row.subIndicesEntered.length > 0) {
    lines.push(t('compare.fields.entered', { period: now, names: listed(row.subIndicesEntered.map(field), { t }) }))
  }
  if (row.subIndicesLeft.length > 0) {
    lines.push(t('compare.fields.left', { period: before, names: listed(row.subIndicesLeft.map(field), { t }) }))
  }
  if (row.maximaChanged.length > 0) {
    const max = (value: number | null) => (value === null ? NO_VALUE : formatMaximum(value, format))
    const names = row.maximaChanged.map(({ maxBefore, maxNow, weightBefore, weightNow, ...sub }) =>
      maxBefore === maxNow
        ? t('compare.fields.weightChange', {
            field: format.name(sub),
            before: max(weightBefore),
            now: max(weightNow),
          })
        : t('compare.fields.maxChange', { field: format.name(sub), before: max(maxBefore), now: max(maxNow) }),
    )
    lines.push(t('compare.fields.changed', { names: listed(names, { t }) }))
  }
  return { basis: basisOf(row, context, { t, format }), lines }
}

function basisOf(row: Comparability, { before, now, coreLimit }: Context, { t, format }: Words): string {
  const coverage = {
    now: row.coverageNow === null ? NO_VALUE : format.share(row.coverageNow, 0),
    before: row.coverageBefore === null ? NO_VALUE : format.share(row.coverageBefore, 0),
    nowPeriod: now,
    beforePeriod: before,
  }
  switch (comparisonMode(row)) {
    case 'other-criteria':
      return t('compare.basis.none', {
        ...coverage,
        limit: coreLimit === null ? NO_VALUE : format.share(coreLimit, 0),
      })
    case 'shares':
      return row.changeBasis === 'core'
        ? t('compare.basis.core', { ...coverage, common: row.commonCount, n: row.comparedCount })
        : t('compare.basis.total', { n: row.comparedCount })
    case 'ranks':
      return t(row.changeBasis === null ? 'compare.basis.unknown' : 'compare.basis.ranks')
    case 'no-units':
      return ''
  }
}

interface NamedUnit {
  readonly unitId: string
  readonly nameVi: string
  readonly nameEn: string
}

/**
 * Who came from whom, whichever side tells it: a unit that became another one, a part of which split off again, is named
 * as a predecessor of the part alone.
 */
function kinAmong({ unitsEntered, unitsLeft }: Comparability) {
  const kin = new Map<string, Map<string, NamedUnit>>()
  const add = (unit: NamedUnit, relative: NamedUnit) => {
    const known = kin.get(unit.unitId) ?? new Map<string, NamedUnit>()
    kin.set(unit.unitId, known.set(relative.unitId, relative))
  }
  for (const unit of unitsLeft) for (const successor of unit.successors) add(unit, successor)
  for (const unit of unitsEntered) for (const predecessor of unit.predecessors) add(unit, predecessor)
  for (const unit of unitsLeft) for (const successor of unit.successors) add(successor, unit)
  for (const unit of unitsEntered) for (const predecessor of unit.predecessors) add(predecessor, unit)
  return { of: ({ unitId }: NamedUnit): readonly NamedUnit[] => [...(kin.get(unitId)?.values() ?? [])] }
}

/** `Sở Nội vụ (2025)`: with the period where a unit of one period alone shares its name with another one. */
function nameWithYear({ unitsEntered, unitsLeft }: Comparability, { before, now }: Pair, { t, format }: Words) {
  const kin = [
    ...unitsEntered.flatMap(({ predecessors }) => predecessors),
    ...unitsLeft.flatMap(({ successors }) => successors),
  ]
  const idsOf = new Map<string, Set<string>>()
  for (const unit of [...unitsEntered, ...unitsLeft, ...kin]) {
    const name = format.name(unit)
    idsOf.set(name, (idsOf.get(name) ?? new Set()).add(unit.unitId))
  }
  const periods = new Map([
    ...unitsEntered.map(({ unitId }) => [unitId, now] as const),
    ...unitsLeft.map(({ unitId }) => [unitId, before] as const),
  ])
  return (unit: NamedUnit): string => {
    const name = format.name(unit)
    const note = periods.get(unit.unitId)
    return note === undefined || (idsOf.get(name)?.size ?? 0) < 2 ? name : t('compare.named', { unit: name, note })
  }
}

const withKin = (
  key: 'compare.units.from' | 'compare.units.to',
  unit: string,
  kin: readonly string[],
  t: Words['t'],
): string => (kin.length === 0 ? unit : t(key, { unit, kin: kin.join(', ') }))

/** Names in a row; of very many, the first and how many more. */
export function listed(names: readonly string[], { t }: Pick<Words, 't'>, separator = ', '): string {
  if (names.length <= MANY_NAMES) return names.join(separator)
  const more = t('compare.units.more', { n: names.length - MANY_NAMES + 1 })
  return `${names.slice(0, MANY_NAMES - 1).join(separator)} ${more}`
}
