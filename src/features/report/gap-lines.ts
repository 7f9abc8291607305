import type { RankedUnit } from '@/db/questions/first-view'
import type { Field } from '@/findings/fields'
import { listed } from '@/findings/comparison-notes'
import { whyOfField, whyWords } from '@/findings/no-number'
import type { I18n } from '@/i18n/use-i18n'

type Words = Pick<I18n, 't' | 'format'>

/** What the figures of a block lack: units without a rank, fields without scores, each with why. */
export function gapLines(
  units: readonly RankedUnit[],
  fields: readonly Field[],
  { t, format }: Words,
): readonly string[] {
  const unranked = units.filter(({ rank }) => rank === null)
  const names = unranked.map((unit) =>
    unit.missingReason === null
      ? format.name(unit)
      : t('compare.named', { unit: format.name(unit), note: t(`missing.${unit.missingReason}`) }),
  )
  const byGap = new Map<string, string[]>()
  for (const field of fields.filter(({ level, missing }) => level === 1 && missing.length > 0)) {
    const gap = field.missing
      .map(({ reason, count }) => t('report.gaps.part', { n: count, why: whyWords(whyOfField(reason, field), { t }) }))
      .join('; ')
    byGap.set(gap, [...(byGap.get(gap) ?? []), format.name(field)])
  }
  return [
    ...(unranked.length === 0
      ? []
      : [t('report.gaps.unranked', { n: unranked.length, names: listed(names, { t }, '; ') })]),
    ...[...byGap].map(([parts, fieldsOfGap]) => t('report.gaps.field', { fields: fieldsOfGap.join('; '), parts })),
  ]
}
