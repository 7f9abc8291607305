import type { FieldMatrixRow, Weakness } from '@/db/questions/weak'
import type { Field } from '@/findings/fields'
import type { Measure } from '@/findings/measure'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

export interface Headline {
  /** The finding, one sentence without a full stop. */
  readonly title: string
  /** What stands behind it, or why there is nothing. */
  readonly lede: string
  /** Whether there is anything to show below. */
  readonly shown: boolean
}

/** More fields than these that are equally weak are named in part. */
const MOST_NAMED = 4

/**
 * The finding of a block, made from its figures. `ownFile`: it comes from a viewer's file, which has no weights, so that
 * the points of its fields need not be those of its totals.
 */
export function weakHeadline(
  rows: readonly FieldMatrixRow[],
  fields: readonly Field[],
  flags: readonly Weakness[],
  { lower, decimals }: Pick<Measure, 'lower' | 'decimals'>,
  ownFile: boolean,
  { t, format }: Words,
): Headline {
  const [only] = rows
  const counted = fields.filter(({ level }) => level === 1)
  const scored = counted.filter(({ unitCount }) => unitCount > 0)
  const nothing = (title: string, lede: string): Headline => ({ title, lede, shown: false })
  if (only === undefined) return nothing(t('weak.head.empty'), t('weak.lede.empty'))
  if (counted.length === 0) return nothing(t('weak.head.noFields'), t('weak.lede.noFields'))
  if (scored.length === 0) return nothing(t('weak.head.noShares'), t('weak.lede.noShares'))

  const weakUnits = rows.filter(({ weakCount }) => weakCount > 0)
  const weak = weakUnits.reduce((sum, { weakCount }) => sum + weakCount, 0)
  const [worst] = scored.toSorted((a, b) => b.weakCount - a.weakCount || b.recoverable - a.recoverable)
  if (weak === 0 || worst === undefined) {
    return {
      title: rows.length === 1 ? t('weak.head.none.one', { unit: format.name(only) }) : t('weak.head.none'),
      lede: t('weak.lede.none', {
        n: rows.filter(({ cells }) => scored.some(({ cell }) => cells[cell]?.share != null)).length,
        fields: scored.length,
      }),
      shown: true,
    }
  }
  const first = new Set(counted.map(({ subIndexId }) => subIndexId))
  const counting = flags.filter(({ subIndexId, severity }) => severity > 0 && first.has(subIndexId))
  const atEdge = counting.filter(({ edge }) => edge).length
  const falling = counting.filter(onlyFellTwice).length
  const behind = counting.filter(({ recoverable }) => recoverable > 0).length
  const points = format.points(
    weakUnits.reduce((sum, { recoverable }) => sum + recoverable, 0),
    decimals,
  )
  const title =
    rows.length === 1
      ? t('weak.head.one', { unit: format.name(only), n: weak })
      : fieldsTitle(
          scored.filter(({ weakCount, unitCount }) => weakCount === worst.weakCount && unitCount === worst.unitCount),
          worst,
          { t, format },
        )
  const fallingWords = falling === 0 ? '' : t(lower ? 'weak.lede.falling.lower' : 'weak.lede.falling', { n: falling })
  const recover = ownFile
    ? lower
      ? 'weak.lede.recover.fields.lower'
      : 'weak.lede.recover.fields'
    : lower
      ? 'weak.lede.recover.lower'
      : 'weak.lede.recover'
  const sentences = [
    weakUnits.length === 1
      ? t('weak.lede.oneUnit', { n: weak, falling: fallingWords })
      : t('weak.lede', { n: weak, units: weakUnits.length, falling: fallingWords }),
    /[1-9]/.test(points) && behind > 0 ? t(recover, { n: behind, points }) : null,
    atEdge > 0 ? t('weak.lede.edge', { n: atEdge }) : null,
  ]
  return { title, lede: sentences.filter((sentence) => sentence !== null).join(' '), shown: true }
}

/** Not low, not behind the block, and no single fall is large. */
const onlyFellTwice = ({ absolute, byDeviation, byQuantile, fell, fellTwice }: Weakness) =>
  fellTwice && !absolute && !byDeviation && !byQuantile && !fell

/** `tied`: the fields that are weak in as many units of as many, the worst among them. */
function fieldsTitle(tied: readonly Field[], worst: Field, { t, format }: Words): string {
  const slots = { n: worst.weakCount, all: worst.unitCount }
  if (tied.length < 2) return t('weak.head.field', { ...slots, field: format.name(worst) })
  const named = tied.slice(0, tied.length > MOST_NAMED ? MOST_NAMED - 1 : MOST_NAMED)
  // The name of a field has commas of its own.
  const names = named.map((field) => format.name(field)).join('; ')
  const fields =
    named.length === tied.length ? names : t('weak.head.fields.more', { fields: names, n: tied.length - named.length })
  return t('weak.head.fields', { ...slots, count: format.number(tied.length), fields })
}

/** What must be known to read the flags right: which of the tests could not be made, and why. */
export function weakNotes(
  rows: readonly FieldMatrixRow[],
  fields: readonly Field[],
  minUnits: number,
  { lower, partial }: Pick<Measure, 'lower' | 'partial'>,
  { t }: Pick<I18n, 't'>,
): readonly string[] {
  const scored = fields.filter(({ level, unitCount }) => level === 1 && unitCount > 0)
  const all: readonly (string | false)[] = [
    partial && t('weak.note.partial'),
    rows.length === 1
      ? t('weak.note.oneUnit')
      : scored.some(({ unitCount }) => unitCount < minUnits) && t('weak.note.small', { min: minUnits }),
    rows.length > 1 && scored.every(({ best, lowest }) => best === lowest) && t('weak.note.equal'),
    scored.every(({ previousPeriod }) => previousPeriod === null) && t('weak.note.noPrevious'),
    lower && t('weak.note.lower'),
    fields.some(({ level }) => level > 1) && t('weak.note.levels'),
  ]
  return all.filter((note) => note !== false)
}
