import type { Edition } from '@/db/questions/first-view'
import type { UnitProfile, UnitSubIndex } from '@/db/questions/units'
import type { OpenPackage } from '@/domain/open-package'
import { gapDecimals, partsFinding, partsRows } from '@/features/unit/score-parts'
import type { PartsRow } from '@/features/unit/score-parts'
import { scorePartsFile } from '@/features/unit/unit-files'
import { Download } from '@/export/Download'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { formatMaximum } from '@/i18n/change-words'
import { useI18n } from '@/i18n/use-i18n'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'
import styles from '@/features/unit/Scorecard.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly unit: UnitProfile
  readonly edition: Edition
  readonly fields: readonly UnitSubIndex[]
}

const GIVEN = ['self', 'appraised', 'survey', 'bonus', 'penalty'] as const

/** Self-assessed against appraised against survey, bonus and penalty points: only what is given. */
export function ScoreParts({ pack, unit, edition, fields }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const rows = partsRows(fields)
  if (rows.length === 0) return null
  const { decimals } = edition
  const points = (part: PartsRow[(typeof GIVEN)[number]], sign = ''): string | null => {
    if (part === null) return null
    const score = `${sign}${format.points(part.score, decimals)}`
    return part.maxScore === null
      ? score
      : t('unit.field.points', { points: score, max: formatMaximum(part.maxScore, format) })
  }
  const columnOf = (part: (typeof GIVEN)[number], sign = ''): TableColumn<PartsRow> | false =>
    rows.some((row) => row[part] !== null) && {
      id: part,
      header: t(`unit.part.${part}`),
      numeric: true,
      cell: (row) => points(row[part], sign),
    }
  const columns: readonly (TableColumn<PartsRow> | false)[] = [
    { id: 'field', header: t('unit.col.field'), rowHeader: true, cell: ({ field }) => format.name(field) },
    columnOf('self'),
    columnOf('appraised'),
    rows.some(({ selfGap }) => selfGap !== null) && {
      id: 'self-gap',
      header: t('unit.parts.selfGap'),
      numeric: true,
      cell: ({ selfGap }) => (selfGap === null ? null : format.signed(selfGap, gapDecimals(selfGap, decimals, format))),
    },
    columnOf('survey'),
    rows.some(({ surveyGap }) => surveyGap !== null) && {
      id: 'survey-gap',
      header: t('unit.parts.surveyGap'),
      numeric: true,
      cell: ({ surveyGap }) => (surveyGap === null ? null : format.shareChange(surveyGap, 1)),
    },
    columnOf('bonus', '+'),
    columnOf('penalty', '\u2212'),
  ]
  const gaps = rows.some(({ selfGap, surveyGap }) => selfGap !== null || surveyGap !== null)
  const caption = t('unit.parts.caption', {
    unit: format.name(unit),
    index: edition.indexShortName,
    period: format.period(edition.period),
  })
  return (
    <section className={styles['parts']}>
      <h2>{partsFinding(rows, fields, decimals, i18n)}</h2>
      {gaps && <p className={styles['sub']}>{t('unit.parts.sub')}</p>}
      <StackedTable
        caption={caption}
        columns={columns.filter((column) => column !== false)}
        rows={rows}
        compact
        rowKey={({ field }) => field.subIndexId}
      />
      <Download
        name={caption}
        shown={() => scorePartsFile(caption, rows, decimals, i18n)}
        source={exportedSource(pack, edition, i18n)}
        fileName={exportName(pack, edition, `${format.name(unit)} ${t('export.name.parts')}`, i18n)}
      />
    </section>
  )
}
