import { useMemo } from 'react'
import type { FieldMatrixRow, Weakness } from '@/db/questions/weak'
import { groupItems, itemsOf } from '@/features/weak/list-groups'
import type { Group, Grouping, Item } from '@/features/weak/list-groups'
import type { Field } from '@/findings/fields'
import type { Measure } from '@/findings/measure'
import type { Part } from '@/features/weak/shown-part'
import { listFile } from '@/features/weak/weak-files'
import { Download } from '@/export/Download'
import type { ExportedSource } from '@/export/exported-source'
import { useI18n } from '@/i18n/use-i18n'
import { nearSentence, recoverPart, weaknessSentence } from '@/i18n/weakness-words'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/weak/WeaknessList.module.css'

type ListPart = Exclude<Part, 'matrix'>

const GROUPINGS = { 'by-unit': 'unit', 'by-field': 'field', 'by-owner': 'owner' } as const satisfies Readonly<
  Record<ListPart, Grouping>
>

interface Props {
  readonly grouping: ListPart
  readonly rows: readonly FieldMatrixRow[]
  /** Also those that the search hides. */
  readonly allRows: readonly FieldMatrixRow[]
  readonly fields: readonly Field[]
  readonly flags: readonly Weakness[]
  readonly measure: Measure
  readonly view: View
  readonly source: ExportedSource
  /** Names a file with its edition. */
  readonly titleOf: (what: string) => string
  readonly fileName: string
}

/** Every weakness with its rule and figures, by unit, sub-index or owning department; near misses apart. */
export function WeaknessList({
  grouping,
  rows,
  allRows,
  fields,
  flags,
  measure,
  view,
  source,
  titleOf,
  fileName,
}: Props) {
  const i18n = useI18n()
  const { t } = i18n
  const by = GROUPINGS[grouping]
  const items = useMemo(() => itemsOf(flags, rows, fields), [flags, rows, fields])
  const weak = useMemo(() => groupItems(items.filter(isWeak), by), [items, by])
  const near = useMemo(() => groupItems(items.filter(isNear), by), [items, by])
  const shared = { by, fields, measure, view }
  return (
    <>
      <section>
        <h2>{t(`weak.list.${grouping}`)}</h2>
        {weak.length === 0 ? (
          <p className={styles['none']}>{t(view.q.trim() === '' ? 'weak.list.none' : 'weak.list.none.found')}</p>
        ) : (
          weak.map((group) => <GroupSection key={group.id} group={group} {...shared} />)
        )}
        {items.length > 0 && (
          <Download
            name={t(`weak.list.${grouping}`)}
            shown={() => listFile(titleOf(t(`weak.list.${grouping}`)), inGroups([...weak, ...near]), measure, i18n)}
            all={
              rows.length < allRows.length
                ? () => {
                    const all = itemsOf(flags, allRows, fields)
                    const groups = [...groupItems(all.filter(isWeak), by), ...groupItems(all.filter(isNear), by)]
                    return listFile(titleOf(t(`weak.list.${grouping}`)), inGroups(groups), measure, i18n)
                  }
                : undefined
            }
            source={source}
            fileName={fileName}
          />
        )}
      </section>
      {near.length > 0 && (
        <section className={styles['near']}>
          <h2>{t('weak.list.near')}</h2>
          <p className={styles['none']}>{t('weak.list.near.more')}</p>
          {near.map((group) => (
            <GroupSection key={group.id} group={group} {...shared} />
          ))}
        </section>
      )}
    </>
  )
}

const isWeak = ({ flag }: Item) => flag.severity > 0
const isNear = ({ flag }: Item) => flag.severity === 0
const inGroups = (groups: readonly Group[]): readonly Item[] => groups.flatMap(({ items }) => items)

interface Shared {
  readonly by: Grouping
  readonly fields: readonly Field[]
  readonly measure: Measure
  readonly view: View
}

function GroupSection({ group, ...shared }: Shared & { readonly group: Group }) {
  const { by, measure, view } = shared
  const i18n = useI18n()
  const { t, format } = i18n
  const { subject } = group
  const facts = [
    subject.kind === 'unit' && subject.unit.rank !== null ? t('weak.list.rank', { rank: subject.unit.rank }) : null,
    group.weakCount === 0
      ? null
      : subject.kind === 'field'
        ? t('weak.list.count.units', { n: subject.field.weakCount, all: subject.field.unitCount })
        : t('weak.list.count', { n: group.weakCount }),
    recoverPart(group.recoverable, measure.lower, measure.decimals, i18n),
    subject.kind === 'field' && subject.field.leadUnitId !== null
      ? t('weak.list.owner', {
          owner: format.name({
            nameVi: subject.field.leadNameVi ?? subject.field.leadUnitId,
            nameEn: subject.field.leadNameEn ?? subject.field.leadUnitId,
          }),
        })
      : null,
  ].filter((fact) => fact !== null)
  return (
    <section
      className={styles['group']}
      data-current={(subject.kind === 'unit' && subject.unit.unitId === view.unit) || undefined}
    >
      <h3>
        {subject.kind === 'unit' ? (
          <ViewLink to={onScreen(view, 'unit', subject.unit.unitId)}>{format.name(subject.unit)}</ViewLink>
        ) : subject.kind === 'field' ? (
          <FieldName field={subject.field} fields={shared.fields} />
        ) : subject.owner === null ? (
          t('weak.list.ownerless')
        ) : (
          format.name(subject.owner)
        )}
      </h3>
      {facts.length > 0 && <p className={styles['facts']}>{facts.join(' · ')}</p>}
      {subject.kind === 'owner' && subject.owner === null && (
        <p className={styles['facts']}>{t('weak.list.ownerless.more')}</p>
      )}
      {by === 'owner' ? (
        groupItems(group.items, 'field').map(({ id, subject: inner, items }) => (
          <div key={id}>
            {inner.kind === 'field' && (
              <h4>
                <FieldName field={inner.field} fields={shared.fields} />
              </h4>
            )}
            <Items items={items} {...shared} />
          </div>
        ))
      ) : (
        <Items items={group.items} {...shared} />
      )}
    </section>
  )
}

function Items({ items, by, fields, measure, view }: Shared & { readonly items: readonly Item[] }) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { limits, lower, partial, decimals } = measure
  return (
    <ul className={styles['items']}>
      {items.map(({ flag, unit, field }) => {
        const block = { deviation: field.deviation, bottom: field.bottom, lower, partial }
        return (
          <li
            key={`${unit.unitId} ${field.subIndexId}`}
            data-current={(by !== 'unit' && unit.unitId === view.unit) || undefined}
          >
            {flag.severity > 0 && (
              <span className={styles['marks']} role="img" aria-label={t('weak.list.marks', { n: flag.severity })}>
                {'◆'.repeat(flag.severity)}
              </span>
            )}
            <span className={styles['who']}>
              {by === 'unit' ? (
                <FieldName field={field} fields={fields} />
              ) : (
                <ViewLink to={onScreen(view, 'unit', unit.unitId)}>{format.name(unit)}</ViewLink>
              )}
            </span>
            <span className={styles['why']}>
              {flag.severity > 0
                ? weaknessSentence(flag, block, limits, decimals, i18n)
                : nearSentence(flag, block, limits, i18n)}
              {flag.severity > 0 && flag.edge && <b className={styles['edge']}> ◇ {t('weak.why.edge')}</b>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** A criterion below the first level is named with what it is part of. */
function FieldName({ field, fields }: { readonly field: Field; readonly fields: readonly Field[] }) {
  const { t, format } = useI18n()
  const parent = fields.find(({ subIndexId }) => subIndexId === field.parentId)
  return parent === undefined
    ? format.name(field)
    : t('weak.list.part', { field: format.name(field), parent: format.name(parent) })
}
