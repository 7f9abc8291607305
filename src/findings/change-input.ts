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
  const kind = kindOf({ kind: part.kind, subIndexId, effect: part.effect }, context)
  const field = nameVi === null || nameEn === null ? '' : format.name({ nameVi, nameEn })
  return { ...part, kind, id: subIndexId ?? kind, name: nameOf(kind, field, context, { t }) }
}

/** Of the share (0–1): a rest beyond this is no rounding of published figures. */
const ROUNDING = 0.001

/** What is new to the unit need not be new in the criteria: it may not have applied to it before. */
function kindOf(
  { kind, subIndexId, effect }: Pick<SplitPart, 'kind' | 'subIndexId' | 'effect'>,
  { subIndicesEntered, subIndicesLeft }: Context,
): ChangeKind {
  const isAmong = (fields: readonly { readonly subIndexId: string }[]) =>
    fields.some((field) => field.subIndexId === subIndexId)
  if (kind === 'entered') return isAmong(subIndicesEntered) ? 'entered' : 'only-now'
  if (kind === 'left') return isAmong(subIndicesLeft) ? 'left' : 'only-before'
  return kind === 'rest' && Math.abs(effect) > ROUNDING ? 'unexplained' : kind
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
    case 'unexplained':
      return t(`compare.part.${kind}`)
  }
}

/**
 * Which part did most of the change, in a sentence; null where nothing did, or the change is written as zero. Where
 * sub-indices came or went, each of them weighs as much as it is worth: then only their sums are set against that of the
 * common ones. Where the parts do not explain the change, none is named.
 */
export function biggestPart({ change, parts }: ChangeInput, { t, format }: Words): string | null {
  const sumOf = (...kinds: readonly ChangeKind[]) => {
    const some = parts.filter(({ kind }) => kinds.includes(kind))
    return some.length === 0 ? null : format.shareChange(some.reduce((total, { effect }) => total + effect, 0))
  }
  const unexplained = sumOf('unexplained')
  if (unexplained !== null) return t('compare.change.parts.unexplained', { effect: unexplained })
  const swapped = sumOf('entered', 'left')
  const inapplicable = sumOf('only-now', 'only-before')
  if (swapped !== null || inapplicable !== null) {
    const common = parts.filter(({ kind }) => kind === 'common')
    return [
      ...(common.length === 0 ? [] : [commonWords(common, { t, format })]),
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

/** On the total they do as much as their scores and their weights: a new sub-index takes weight from all others. */
function commonWords(parts: readonly ChangePart[], { t, format }: Words): string {
  const sumOf = (read: (part: ChangePart) => number | null) =>
    format.shareChange(parts.reduce((total, part) => total + (read(part) ?? 0), 0))
  return t('compare.change.parts.common', {
    effect: sumOf(({ effect }) => effect),
    score: sumOf(({ scoreEffect }) => scoreEffect),
    weight: sumOf(({ weightEffect }) => weightEffect),
  })
}
