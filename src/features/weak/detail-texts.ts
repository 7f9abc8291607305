import type { FieldMatrixRow, Weakness } from '@/db/questions/weak'
import { whyNoNumber, whyWords } from '@/findings/no-number'
import type { Field } from '@/findings/fields'
import type { Measure } from '@/findings/measure'
import { formatMaximum } from '@/i18n/change-words'
import type { I18n } from '@/i18n/use-i18n'
import { nearSentence, shareBesideLimit, weaknessSentence } from '@/i18n/weakness-words'

/** What stands behind a cell, in sentences: its reason or that it is none, its points, and the block. */
export function detailTexts(
  unit: FieldMatrixRow,
  field: Field,
  flag: Weakness | null,
  { limits, lower, partial, decimals }: Measure,
  { t, format }: Pick<I18n, 't' | 'format'>,
): readonly string[] {
  const cell = unit.cells[field.cell]
  if (cell === undefined) return []
  if (cell.share === null) {
    return [t('weak.detail.missing', { why: whyWords(whyNoNumber(cell, field), { t }) })]
  }
  const block = { deviation: field.deviation, bottom: field.bottom, lower, partial }
  const share = shareBesideLimit(cell.share, lower, limits, 1, format)
  const texts = [
    flag === null
      ? t('weak.detail.strong', { share })
      : flag.severity > 0
        ? `${weaknessSentence(flag, block, limits, decimals, { t, format })}.`
        : t('weak.detail.near', { text: nearSentence(flag, block, limits, { t, format }) }),
  ]
  const facts = []
  if (flag?.score != null && flag.maxScore !== null) {
    const points = format.points(flag.score, decimals)
    facts.push(t('weak.detail.points', { points, max: formatMaximum(flag.maxScore, format) }))
  }
  if (field.median !== null && field.lowest !== null && field.best !== null) {
    facts.push(
      t(partial ? 'weak.detail.block.known' : 'weak.detail.block', {
        median: format.share(field.median, 1),
        lowest: format.share(field.lowest, 1),
        best: format.share(field.best, 1),
        n: field.unitCount,
      }),
    )
  }
  return facts.length === 0 ? texts : [...texts, facts.join(' ')]
}
