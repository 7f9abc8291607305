import { useId, useMemo, useRef, useState } from 'react'
import type { UnitNotes } from '@/features/compare/unit-notes'
import { matches } from '@/i18n/fold'
import { useI18n } from '@/i18n/use-i18n'
import { SearchField } from '@/ui/SearchField'
import { MAX_SEARCH_LENGTH } from '@/view/view-state'
import styles from '@/features/compare/compare.module.css'

export interface FindableUnit {
  readonly unitId: string
  readonly nameVi: string
  readonly nameEn: string
  readonly shortVi: string | null
  readonly shortEn: string | null
}

interface Props {
  readonly units: readonly FindableUnit[]
  readonly notes: UnitNotes
  /** What the search does with a unit; the label of the field. */
  readonly label: string
  readonly onChoose: (unit: FindableUnit) => void
}

/** More would push the chart out of sight. */
const MOST_FOUND = 8

/** Finds a unit by any of its names, without diacritics; what is found is a list of buttons. */
export function UnitFinder({ units, notes, label, onChoose }: Props) {
  const { t, format } = useI18n()
  const [query, setQuery] = useState('')
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const found = useMemo(
    () =>
      query.trim() === ''
        ? []
        : units
            .filter(({ nameVi, nameEn, shortVi, shortEn }) =>
              matches(
                query,
                [nameVi, nameEn, shortVi, shortEn].filter((name) => name !== null),
              ),
            )
            .toSorted((a, b) => format.compareNames(format.name(a), format.name(b))),
    [units, query, format],
  )
  const asked = query.trim() !== ''
  return (
    <div ref={box} className={styles['finder']} role="search" aria-label={label}>
      <SearchField label={t('compare.finder.search')} value={query} maxLength={MAX_SEARCH_LENGTH} onChange={setQuery} />
      <output id={id} className={styles['count']} aria-live="polite">
        {!asked
          ? ''
          : found.length === 0
            ? t('compare.finder.notFound', { query: query.trim() })
            : t('compare.finder.found', { n: found.length })}
      </output>
      {found.length > 0 && (
        <ul className={styles['found']} aria-labelledby={id}>
          {found.slice(0, MOST_FOUND).map((unit) => (
            <li key={unit.unitId}>
              <button
                type="button"
                onClick={() => {
                  onChoose(unit)
                  setQuery('')
                  // The button goes with the list.
                  box.current?.querySelector('input')?.focus()
                }}
              >
                {format.name(unit)}
                {notes.has(unit.unitId) && <small> {notes.get(unit.unitId)}</small>}
              </button>
            </li>
          ))}
          {found.length > MOST_FOUND && <li>{t('compare.finder.more', { n: found.length - MOST_FOUND })}</li>}
        </ul>
      )}
    </div>
  )
}
