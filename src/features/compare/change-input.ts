import type { ChangeInput } from '@/charts/change-waterfall'
import type { ChangeSplit } from '@/db/questions/change'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

/**
 * The parts of a unit's change; null where there are none (`reason` of the row says why) or nothing changed. A rest that
 * is written as zero is the noise of totals published with more digits, and is left out.
 */
export function changeInput(row: ChangeSplit, lowerIsBetter: boolean, { t, format }: Words): ChangeInput | null {
  if (row.change === null || row.parts.length === 0) return null
  const isSeen = ({ kind, effect }: ChangeSplit['parts'][number]) =>
    kind !== 'rest' || /[1-9]/.test(format.shareSize(effect))
  return {
    unit: format.name(row),
    change: row.change,
    shareBefore: row.shareBefore,
    shareNow: row.shareNow,
    lowerIsBetter,
    parts: row.parts.filter(isSeen).map(({ subIndexId, nameVi, nameEn, ...part }) => ({
      ...part,
      id: subIndexId ?? part.kind,
      name:
        nameVi !== null && nameEn !== null
          ? format.name({ nameVi, nameEn })
          : part.kind === 'bonus' || part.kind === 'penalty'
            ? t(`compare.part.${part.kind}`)
            : t('compare.part.rest'),
    })),
  }
}

/**
 * Which part did most of the change, in a sentence; null where nothing did. Where sub-indices came or went, each of them
 * weighs as much as it is worth: then only their sum is set against that of the common ones.
 */
export function biggestPart({ change, parts }: ChangeInput, { t, format }: Words): string | null {
  if (parts.some(({ kind }) => kind === 'entered' || kind === 'left')) {
    const sum = (...kinds: readonly (typeof parts)[number]['kind'][]) =>
      parts.reduce((total, { kind, effect }) => total + (kinds.includes(kind) ? effect : 0), 0)
    return t('compare.change.parts.swap', {
      common: format.shareChange(sum('common')),
      swapped: format.shareChange(sum('entered', 'left')),
    })
  }
  const sign = change < 0 ? -1 : 1
  const [first, ...others] = parts.filter(({ kind }) => kind !== 'rest')
  if (first === undefined) return null
  const most = others.reduce((a, b) => (b.effect * sign > a.effect * sign ? b : a), first)
  if (most.effect * sign <= 0) return null
  return t(sign > 0 ? 'compare.change.parts.most' : 'compare.change.parts.least', {
    field: most.name,
    effect: format.shareChange(most.effect),
  })
}
