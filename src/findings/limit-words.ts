import type { ThresholdEffect } from '@/db/questions/weak'
import { LIMIT_NAMES } from '@/domain/weak-limits'
import type { LimitName, WeakLimits } from '@/domain/weak-limits'
import type { I18n } from '@/i18n/use-i18n'
import { plainNumber, plainShare } from '@/i18n/weakness-words'

type Words = Pick<I18n, 't' | 'format'>

/** A threshold with its unit: `65 %`, `1`, `25 %`, `5 điểm %`. */
export function limitText(name: LimitName, value: number, { t, format }: Words): string {
  switch (name) {
    case 'absolute':
    case 'quantile':
      return plainShare(value, format)
    case 'deviations':
      return plainNumber(value, format)
    case 'fall':
      return `${plainNumber(value * 100, format)}\u00A0${t('common.percentPoints')}`
  }
}

/** All thresholds in a line: `dưới 65 % · 1 độ lệch chuẩn · 25 % cuối khối · giảm 5 điểm %`. */
export const limitsText = (limits: WeakLimits, { t, format }: Words): string =>
  LIMIT_NAMES.map((name) =>
    name === 'deviations'
      ? t('weak.limits.short.deviations', { n: limitText(name, limits[name], { t, format }) })
      : t(`weak.limits.short.${name}`, { value: limitText(name, limits[name], { t, format }) }),
  ).join(' · ')

/** What moving a threshold by a tenth changes: `Nếu thành 58,5 %: bớt 4; nếu thành 71,5 %: thêm 7.` */
export function effectText(name: LimitName, effect: ThresholdEffect, { t, format }: Words): string {
  return t('weak.effect', {
    lower: limitText(name, effect.lowerValue, { t, format }),
    fewer: comesAndGoes(effect.lowerAdded, effect.lowerDropped, { t }),
    higher: limitText(name, effect.higherValue, { t, format }),
    more: comesAndGoes(effect.higherAdded, effect.higherDropped, { t }),
  })
}

function comesAndGoes(added: number, dropped: number, { t }: Pick<I18n, 't'>): string {
  if (added === 0 && dropped === 0) return t('weak.effect.same')
  if (added === 0) return t('weak.effect.dropped', { n: dropped })
  return dropped === 0 ? t('weak.effect.added', { n: added }) : t('weak.effect.both', { added, dropped })
}
