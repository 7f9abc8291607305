import type { ChangeInput, ChangeKind, ChangePart } from '@/charts/change-waterfall'
import type { ChangeSplit, Comparability } from '@/db/questions/change'
import { direction } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>
type SplitPart = ChangeSplit['parts'][number]

interface Context extends Pick<Comparability, 'subIndicesEntered' | 'subIndicesLeft'> {
  /** The two periods as they are written. */
  readonly before: string
  readonly now: string
  readonly lowerIsBetter: boolean
}

/** The parts of a unit's change; null where there are none (`reason` of the row says why). */
export function changeInput(row: ChangeSplit, context: Context, { t, format }: Words): ChangeInput | null {
  if (row.change === null || row.parts.length === 0) return null
  return {
    unit: format.name(row),
    change: row.change,
    shareBefore: row.shareBefore,
    shareNow: row.shareNow,
    lowerIsBetter: context.lowerIsBetter,
    parts: row.parts.map((part) => partOf(part, context, { t, format })),
  }
}

function partOf(
  { nameVi, nameEn, subIndexId, ...part }: SplitPart,
  context: Context,
  { t, format }: Words,
): ChangePart {
  const kind = kindOf({ kind: part.kind, subIndexId }, context)
  const field = nameVi === null || nameEn === null ? '' : format.name({ nameVi, nameEn })
  return { ...part, kind, id: subIndexId ?? kind, name: nameOf(kind, field, context, { t }) }
}

/** What is new to the unit need not be new in the criteria: it may not have applied to it before. */
function kindOf(
  { kind, subIndexId }: Pick<SplitPart, 'kind' | 'subIndexId'>,
  { subIndicesEntered, subIndicesLeft }: Context,
): ChangeKind {
  const isAmong = (fields: readonly { readonly subIndexId: string }[]) =>
    fields.some((field) => field.subIndexId === subIndexId)
  if (kind === 'entered') return isAmong(subIndicesEntered) ? 'entered' : 'only-now'
  if (kind === 'left') return isAmong(subIndicesLeft) ? 'left' : 'only-before'
  return kind
}

function nameOf(kind: ChangeKind, field: string, { before, now }: Context, { t }: Pick<Words, 't'>): string {
  switch (kind) {
    case 'common':
      return field
    case 'entered':
    case 'left':
      return t(`compare.part.${kind}.field`, { field })
    case 'only-now':
      return t('compare.part.inapplicable.field', { field, period: before })
    case 'only-before':
      return t('compare.part.inapplicable.field', { field, period: now })
    case 'bonus':
    case 'penalty':
    case 'rest':
      return t(`compare.part.${kind}`)
  }
}

/**
 * Which part did most of the change, in a sentence; null where nothing did, or the change is written as zero. Where
 * sub-indices came or went, each of them weighs as much as it is worth: then only their sums are set against that of the
 * common ones.
 */
export function biggestPart({ change, parts }: ChangeInput, { t, format }: Words): string | null {
  const sumOf = (...kinds: readonly ChangeKind[]) => {
    const some = parts.filter(({ kind }) => kinds.includes(kind))
    return some.length === 0 ? null : format.shareChange(some.reduce((total, { effect }) => total + effect, 0))
  }
  const swapped = sumOf('entered', 'left')
  const inapplicable = sumOf('only-now', 'only-before')
  if (swapped !== null || inapplicable !== null) {
    return [
      t('compare.change.parts.common', { effect: sumOf('common') ?? format.shareChange(0) }),
      ...(swapped === null ? [] : [t('compare.change.parts.swapped', { effect: swapped })]),
      ...(inapplicable === null ? [] : [t('compare.change.parts.inapplicable', { effect: inapplicable })]),
    ].join('; ')
  }
  const sign = direction(change, format)?.sign ?? 0
  const [first, ...others] = parts.filter(({ kind }) => kind !== 'rest')
  if (first === undefined || sign === 0) return null
  const most = others.reduce((a, b) => (b.effect * sign > a.effect * sign ? b : a), first)
  if (most.effect * sign <= 0) return null
  return t(sign > 0 ? 'compare.change.parts.most' : 'compare.change.parts.least', {
    field: most.name,
    effect: format.shareChange(most.effect),
  })
}
