import type { Edition } from '@/db/questions/first-view'
import type { UnitStanding } from '@/db/questions/units'
import { editionOf } from '@/features/unit/choose-standing'
import { useI18n } from '@/i18n/use-i18n'
import { Select } from '@/ui/Select'
import { useNavigate } from '@/view/use-view'
import type { View } from '@/view/view-state'
import styles from '@/features/unit/Scorecard.module.css'

interface Props {
  readonly standings: readonly UnitStanding[]
  readonly editions: readonly Edition[]
  readonly shown: UnitStanding
  readonly showing: (standing: UnitStanding) => View
}

/** Chooses among the unit's own indices and periods; a choice of one is none. */
export function EditionSwitch({ standings, editions, shown, showing }: Props) {
  const { t, format } = useI18n()
  const navigate = useNavigate()
  const go = (next: UnitStanding | undefined) => {
    if (next !== undefined) navigate(showing(next))
  }
  const indexIds = [...new Set(standings.map(({ indexId }) => indexId))]
  const ofIndex = standings.filter(({ indexId }) => indexId === shown.indexId)

  function periodLabel(row: UnitStanding): string {
    const period = format.period(row.period)
    const alone = ofIndex.every((other) => other === row || other.period !== row.period)
    const edition = editionOf(row, editions)
    if (alone || edition === null) return period
    const set = format.lang === 'vi' ? edition.resultSetNameVi : edition.resultSetNameEn
    return `${period} · ${set ?? format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn })}`
  }

  return (
    <div className={styles['switch']}>
      {indexIds.length > 1 && (
        <Select
          name="unit-index"
          label={t('unit.index')}
          value={shown.indexId}
          options={indexIds.map((id) => ({
            value: id,
            label: editions.find(({ indexId }) => indexId === id)?.indexShortName ?? id,
          }))}
          onChange={(id) => {
            const rows = standings.filter(({ indexId }) => indexId === id)
            go(rows.find(({ period }) => period === shown.period) ?? rows[0])
          }}
        />
      )}
      {ofIndex.length > 1 && (
        <Select
          name="unit-period"
          label={t('unit.period')}
          value={String(ofIndex.indexOf(shown))}
          options={ofIndex.map((row, at) => ({ value: String(at), label: periodLabel(row) }))}
          onChange={(at) => go(ofIndex[Number(at)])}
        />
      )}
    </div>
  )
}
