import { useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { findUnits } from '@/features/compare/find-units'
import type { FindableUnit } from '@/features/compare/find-units'
import type { UnitNotes } from '@/features/compare/unit-notes'
import { useI18n } from '@/i18n/use-i18n'
import { SearchField } from '@/ui/SearchField'
import { MAX_SEARCH_LENGTH } from '@/view/view-state'
import styles from '@/features/compare/compare.module.css'

interface Props {
  readonly units: readonly FindableUnit[]
  readonly notes: UnitNotes
  /** Units without a result in the shown period: after the others. */
  readonly absent: ReadonlySet<string>
  /** What the search does with a unit; the label of the field. */
  readonly label: string
  readonly onChoose: (unit: FindableUnit) => void
}

/** More would push the chart out of sight. */
const MOST_FOUND = 8

/**
 * Finds a unit by any of its names, without diacritics; what is found is a list of buttons. Enter takes the first, the
 * arrow keys go down into the list and back.
 */
export function UnitFinder({ units, notes, absent, label, onChoose }: Props) {
  const { t, format } = useI18n()
  const [query, setQuery] = useState('')
  const id = useId()
  const box = useRef<HTMLFormElement>(null)
  const found = useMemo(() => findUnits(query, units, absent, format), [query, units, absent, format])
  const asked = query.trim() !== ''
  function choose(unit: FindableUnit) {
    onChoose(unit)
    setQuery('')
    // A button goes with the list.
    box.current?.querySelector('input')?.focus()
  }
  function moveFocus(event: KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    // While letters are being composed the arrows belong to them.
    if (step === 0 || event.nativeEvent.isComposing) return
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('input, button') ?? [])]
    const next = stops[stops.findIndex((stop) => stop === event.target) + step]
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of its field and buttons
    <form
      ref={box}
      className={styles['finder']}
      role="search"
      aria-label={label}
      onKeyDown={moveFocus}
      onSubmit={(event) => {
        event.preventDefault()
        const [first] = found
        if (first !== undefined) choose(first)
      }}
    >
      <SearchField label={t('compare.finder.search')} value={query} maxLength={MAX_SEARCH_LENGTH} onChange={setQuery} />
      <output id={id} className={styles['count']} aria-live="polite">
        {!asked
          ? ''
          : found.length === 0
            ? t('compare.finder.notFound', { query: query.trim() })
            : t('compare.finder.found', {
                n: found.length,
                first: found[0] === undefined ? '' : format.name(found[0]),
              })}
      </output>
      {found.length > 0 && (
        <ul className={styles['found']} aria-labelledby={id}>
          {found.slice(0, MOST_FOUND).map((unit) => (
            <li key={unit.unitId}>
              <button type="button" onClick={() => choose(unit)}>
                {format.name(unit)}
                {notes.has(unit.unitId) && <small> {notes.get(unit.unitId)}</small>}
              </button>
            </li>
          ))}
          {found.length > MOST_FOUND && <li>{t('compare.finder.more', { n: found.length - MOST_FOUND })}</li>}
        </ul>
      )}
    </form>
  )
}
