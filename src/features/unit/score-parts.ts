import type { UnitSubIndex } from '@/db/questions/units'
import type { I18n } from '@/i18n/use-i18n'
import { decimalsApart } from '@/i18n/weakness-words'

type Part = UnitSubIndex['parts'][number]

/** What stands behind the score of one field; null: not given. */
export interface PartsRow {
  readonly field: UnitSubIndex
  readonly self: Part | null
  readonly appraised: Part | null
  readonly survey: Part | null
  readonly bonus: Part | null
  /** Positive; it is subtracted. */
  readonly penalty: Part | null
  /** Self-assessed less appraised, in points; null where they are not of the same maximum. */
  readonly selfGap: number | null
  /** Share of the survey less share of the appraisal; null where a maximum is unknown. */
  readonly surveyGap: number | null
}

/** The fields of which parts are given, in their order. */
export function partsRows(fields: readonly UnitSubIndex[]): readonly PartsRow[] {
  return fields
    .filter(({ parts }) => parts.length > 0)
    .map((field) => {
      const part = (name: Part['part']) => field.parts.find((given) => given.part === name) ?? null
      const [self, appraised, survey] = [part('self'), part('appraised'), part('survey')]
      const comparable = self !== null && appraised !== null && self.maxScore === appraised.maxScore
      const [opinion, opinionOfOffice] = [shareOf(survey), shareOf(appraised)]
      return {
        field,
        self,
        appraised,
        survey,
        bonus: part('bonus'),
        penalty: part('penalty'),
        selfGap: comparable ? exact(self.score - appraised.score) : null,
        surveyGap: opinion === null || opinionOfOffice === null ? null : opinion - opinionOfOffice,
      }
    })
}

function shareOf(part: Part | null): number | null {
  if (part === null) return null
  return part.maxScore !== null && part.maxScore > 0 ? part.score / part.maxScore : null
}

/** Without the noise of the last digits of a difference of two decimal numbers. */
const exact = (value: number): number => Math.round(value * 1e9) / 1e9

/** A gap in points with as many decimals as are published, or more where it would read as none. */
export const gapDecimals = (gap: number, decimals: number, format: I18n['format']): number =>
  decimalsApart(gap, 0, decimals, format)

/**
 * `Tự chấm cao hơn thẩm định 3,45 điểm (cộng 6 trong 8 lĩnh vực)`, over the fields of the first level; what the table
 * is about without both.
 */
export function partsFinding(
  rows: readonly PartsRow[],
  fields: readonly UnitSubIndex[],
  decimals: number,
  { t, format }: Pick<I18n, 't' | 'format'>,
): string {
  const gaps = rows
    .filter(({ field }) => field.level === 1)
    .flatMap(({ selfGap }) => (selfGap === null ? [] : [selfGap]))
  if (gaps.length === 0) {
    return t(
      rows.some(({ self, appraised, survey }) => self ?? appraised ?? survey) ? 'unit.parts' : 'unit.parts.extra',
    )
  }
  const gap = exact(gaps.reduce((sum, each) => sum + each, 0))
  const over = { n: gaps.length, all: fields.filter(({ level }) => level === 1).length }
  if (gap === 0) return t('unit.parts.equal', over)
  const points = format.points(Math.abs(gap), gapDecimals(gap, decimals, format))
  return t(gap > 0 ? 'unit.parts.higher' : 'unit.parts.lower', { ...over, points })
}
