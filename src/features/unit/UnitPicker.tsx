import { useMemo } from 'react'
import type { UnitListed } from '@/db/questions/units'
import { groupUnits } from '@/features/unit/group-units'
import { datesText } from '@/features/unit/words'
import { useI18n } from '@/i18n/use-i18n'
import { Notice } from '@/ui/Notice'
import { SearchField } from '@/ui/SearchField'
import { useTitle } from '@/ui/use-title'
import { ViewLink } from '@/view/ViewLink'
import { useNavigate, useView } from '@/view/use-view'
import { MAX_SEARCH_LENGTH, onScreen } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/unit/UnitPicker.module.css'

interface Props {
  readonly units: readonly UnitListed[]
  readonly view: View
}

/** All units of the package by block, and a search through them. */
export function UnitPicker({ units, view }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { view: requested } = useView()
  const navigate = useNavigate()
  const groups = useMemo(() => groupUnits(units, view.q, format), [units, view.q, format])
  const found = groups.reduce((sum, group) => sum + group.units.length, 0)
  const query = view.q.trim()

  useTitle(t('unit.title', { unit: t('unit.pick') }))

  if (units.length === 0) {
    return (
      <>
        <h1>{t('unit.pick.none')}</h1>
        <p>{t('unit.pick.none.more')}</p>
      </>
    )
  }
  return (
    <>
      <h1>{t('unit.pick')}</h1>
      {view.unit !== null && (
        <div role="alert">
          <Notice>
            <p>{t('unit.unknown', { value: view.unit })}</p>
          </Notice>
        </div>
      )}
      <p className={styles['lede']}>{t('unit.pick.lede', { n: units.length })}</p>
      <div className={styles['tools']}>
        <SearchField
          label={t('unit.pick.search')}
          value={requested.q}
          maxLength={MAX_SEARCH_LENGTH}
          onChange={(q) => navigate({ ...requested, q }, { history: 'replace' })}
        />
        <output aria-live="polite">
          {query === ''
            ? ''
            : found === 0
              ? t('unit.pick.notFound', { query })
              : t('unit.pick.found', { n: found, all: units.length })}
        </output>
      </div>
      {groups.map((group) => (
        <section key={group.blockId} aria-labelledby={`block-${group.blockId}`}>
          <h2 id={`block-${group.blockId}`}>{t('unit.pick.group', { block: group.name, n: group.units.length })}</h2>
          <ul className={styles['units']}>
            {group.units.map((unit) => {
              const dates = unit.validTo === null ? null : datesText(unit, i18n)
              return (
                <li key={unit.unitId}>
                  <ViewLink to={onScreen(view, 'unit', unit.unitId)}>{format.name(unit)}</ViewLink>
                  {dates !== null && <small>{dates}</small>}
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}
