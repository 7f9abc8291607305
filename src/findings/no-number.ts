import type { FieldMatrixRow, FieldSummary } from '@/db/questions/weak'
import { MISSING_REASONS } from '@/domain/vocabulary'
import type { I18n } from '@/i18n/use-i18n'

/** Why a cell has no number. The first are reasons that the data give, the rest follow from the criteria. */
export const NO_NUMBER = [...MISSING_REASONS, 'not-scored', 'no-maximum', 'unknown'] as const
export type NoNumber = (typeof NO_NUMBER)[number]

/** The same for all cells of a field of which the data say as much as `reason`. */
export function whyOfField(
  reason: FieldMatrixRow['cells'][number]['missingReason'],
  { maxScore }: Pick<FieldSummary, 'maxScore'>,
): NoNumber {
  if (reason !== null) return reason
  if (maxScore === 0) return 'not-scored'
  return maxScore === null ? 'no-maximum' : 'unknown'
}

export const whyNoNumber = (cell: FieldMatrixRow['cells'][number], field: Pick<FieldSummary, 'maxScore'>): NoNumber =>
  whyOfField(cell.missingReason, field)

const isReason = (why: NoNumber): why is (typeof MISSING_REASONS)[number] =>
  MISSING_REASONS.some((reason) => reason === why)

export const whyWords = (why: NoNumber, { t }: Pick<I18n, 't'>): string =>
  isReason(why) ? t(`missing.${why}`) : t(`weak.missing.why.${why}`)

/** Units without a number in a sub-index, by reason, in words; '' where there is none. */
export const missingWords = (
  { missing, maxScore }: Pick<FieldSummary, 'missing' | 'maxScore'>,
  { t }: Pick<I18n, 't'>,
): string =>
  missing
    .map(({ reason, count }) =>
      t('weak.fields.missing.part', { n: count, why: whyWords(whyOfField(reason, { maxScore }), { t }) }),
    )
    .join('; ')
