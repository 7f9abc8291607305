import { useState } from 'react'
import { ChoiceSelect } from '@/features/data/ChoiceSelect'
import { useImportDraft } from '@/features/data/import-draft'
import { isolate } from '@/features/data/import-words'
import { useI18n } from '@/i18n/use-i18n'
import type { AnswerId, ReadUnit } from '@/import/opening'
import { StackedTable } from '@/ui/StackedTable'
import styles from '@/features/data/ImportSteps.module.css'

const FIRST = 40
const MORE = 200
const NEW = 'new'

/** How the names of the file were matched: those worth a look first, the rest folded. */
export function StepUnits({ units }: { readonly units: readonly ReadUnit[] }) {
  const { t } = useI18n()
  const [shown, setShown] = useState(FIRST)
  const matched = units.filter(({ unitId }) => unitId !== null)
  const look = units.filter(
    ({ unitId, answered, suggestions }) => unitId === null || answered || suggestions.length > 0,
  )
  const same = matched.filter((unit) => !look.includes(unit))
  const rest = look.length - shown
  return (
    <>
      <h4>{t('import.units.title', { n: units.length })}</h4>
      <p>{t('import.units.matched', { matched: matched.length, n: units.length })}</p>
      {look.length > 0 && (
        <>
          <h5>{t('import.units.look', { n: look.length })}</h5>
          <StackedTable
            caption={t('import.units.caption')}
            columns={[
              {
                id: 'name',
                header: t('import.units.name'),
                rowHeader: true,
                cell: ({ name }) => <bdi>{name}</bdi>,
              },
              { id: 'row', header: t('import.units.row'), numeric: true, cell: ({ row }) => String(row) },
              { id: 'unit', header: t('import.units.unit'), cell: (unit) => <UnitChoice unit={unit} /> },
              {
                id: 'why',
                header: t('import.columns.why'),
                cell: ({ answered }) => (answered ? t('import.why.answer') : null),
              },
            ]}
            rows={look.slice(0, shown)}
            rowKey={({ name }) => name}
          />
          {rest > 0 && (
            <p className={styles['buttons']}>
              <button type="button" onClick={() => setShown(shown + MORE)}>
                {t('import.units.more', { n: Math.min(rest, MORE) })}
              </button>
            </p>
          )}
        </>
      )}
      {same.length > 0 && (
        <details className={styles['more']}>
          <summary>{t('import.units.all', { n: same.length })}</summary>
          <ul className={styles['pairs']}>
            {same.map(({ name, unitName }) => (
              <li key={name}>
                {unitName === null || unitName === name
                  ? isolate(name)
                  : t('import.units.pair', { name: isolate(name), unit: isolate(unitName) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What the name is taken for: a unit of the definitions, a similar one, or a new one. */
function UnitChoice({ unit }: { readonly unit: ReadUnit }) {
  const { t } = useI18n()
  const { changes, change } = useImportDraft()
  const { name, unitId, unitName, suggestions } = unit
  const id: AnswerId = `unit:${name}`
  const now = unitId ?? NEW
  const similar = suggestions.filter((suggestion) => suggestion.unitId !== unitId)
  return (
    <ChoiceSelect
      label={t('import.units.unitOf', { name: isolate(name) })}
      value={changes.get(id) ?? now}
      changed={changes.has(id)}
      options={[
        ...(unitId === null ? [] : [{ value: unitId, label: unitName ?? unitId }]),
        ...(similar.length === 0
          ? []
          : [
              {
                label: t('import.units.suggested'),
                options: similar.map((suggestion) => ({ value: suggestion.unitId, label: suggestion.name })),
              },
            ]),
        { value: NEW, label: t('import.units.newNamed', { name: isolate(name) }) },
      ]}
      onChange={(value) => change(id, value === now ? null : value)}
    />
  )
}
