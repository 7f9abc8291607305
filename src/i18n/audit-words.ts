import { STRUCTURES } from '@/domain/audit'
import type { AuditKind } from '@/domain/audit'
import type { MISSING_REASONS } from '@/domain/vocabulary'
import type { Format } from '@/i18n/format'
import type { Translate } from '@/i18n/translate'
import { plainNumber, plainShare } from '@/i18n/weakness-words'

interface Words {
  readonly t: Translate
  readonly format: Format
}

/** What of a finding its sentence is made from; see the row of the question `audit`. Shares are 0–1. */
export interface FindingFigures {
  readonly kind: AuditKind
  readonly detail: string | null
  readonly value: number | null
  readonly expected: number | null
  readonly deviation: number | null
  readonly figures: number | null
  readonly otherUnitNameVi: string | null
  readonly otherUnitNameEn: string | null
  readonly bandNameVi: string | null
  readonly bandNameEn: string | null
  readonly otherBandNameVi: string | null
  readonly otherBandNameEn: string | null
}

const isStructure = (detail: string | null): detail is (typeof STRUCTURES)[number] =>
  STRUCTURES.some((structure) => structure === detail)

type Reason = (typeof MISSING_REASONS)[number]

/** Why something has no value; the question gives one of the reasons, or none. */
export const reasonWords = (reason: string | null, t: Translate): string =>
  reason === null ? t('audit.reason.none') : t(`missing.${reason as Reason}`)

/** What was found, in one sentence, without the name of the unit, field and edition that it is about. */
export function findingSentence(finding: FindingFigures, { t, format }: Words): string {
  const { kind, detail, figures } = finding
  const value = finding.value ?? 0
  const expected = finding.expected ?? 0
  const n = figures ?? 0
  const named = (vi: string | null, en: string | null) => format.name({ nameVi: vi ?? '', nameEn: en ?? '' })
  const other = named(finding.otherUnitNameVi, finding.otherUnitNameEn)
  const band = named(finding.bandNameVi, finding.bandNameEn)
  const number = (figure: number) => plainNumber(figure, format)
  switch (kind) {
    case 'total-differs':
    case 'total-rounded':
      return t('audit.total', {
        value: number(value),
        expected: number(expected),
        difference: number(Math.abs(value - expected)),
      })
    case 'rank-contradicts-score':
      return value === expected
        ? t('audit.rank.shared', { rank: value, other })
        : t('audit.rank', { rank: value, other, otherRank: expected })
    case 'class-contradicts-score': {
      if (detail === 'class-order') {
        return t('audit.class.order', {
          band,
          other,
          otherBand: named(finding.otherBandNameVi, finding.otherBandNameEn),
        })
      }
      return t(detail === 'below-limit' ? 'audit.class.below' : 'audit.class.above', {
        band,
        share: plainShare(value, format),
        limit: plainShare(expected, format),
      })
    }
    case 'rank-gap':
      return t('audit.gap', { rank: value, expected })
    case 'duplicate-row':
      return t('audit.copy', { n, other })
    case 'jump': {
      const deviation = finding.deviation ?? 0
      return t('audit.jump', {
        change: format.shareChange(value),
        before: format.period(detail ?? ''),
        n,
        mean: format.shareChange(expected),
        deviation: format.shareSize(deviation),
        times: format.number(Math.abs(value - expected) / deviation, 1),
      })
    }
    case 'structure-differs':
      return isStructure(detail)
        ? t(`audit.structure.${detail}`, { n, value: number(value), expected: number(expected) })
        : ''
    case 'outside-unit-dates': {
      const [from = '', to = ''] = (detail ?? '').split('/')
      return t('audit.dates', {
        from: from === '..' ? t('audit.dates.always') : format.date(from),
        to: to === '..' ? t('audit.dates.now') : format.date(to),
      })
    }
    case 'no-total':
      return t('audit.no-total', { n, of: value, reason: lowerFirst(reasonWords(detail, t)) })
    case 'no-score':
      return t('audit.no-score', { n, of: value, reason: lowerFirst(reasonWords(detail, t)) })
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
