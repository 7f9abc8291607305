import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useMemo, useState } from 'react'
import type { Finding } from '@/db/questions/audit'
import type { Edition } from '@/db/questions/first-view'
import { AUDIT_KINDS } from '@/domain/audit'
import type { AuditKind } from '@/domain/audit'
import type { OpenPackage } from '@/domain/open-package'
import { Download } from '@/export/Download'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { auditTable } from '@/features/data/audit-table'
import { gapsByEdition, isGapKind } from '@/features/data/audit-gaps'
import type { GapKind } from '@/features/data/audit-gaps'
import { AuditGaps } from '@/features/data/AuditGaps'
import { editionName } from '@/features/data/edition-name'
import { FindingFold } from '@/features/data/FindingFold'
import { findingSentence } from '@/i18n/audit-words'
import type { Translate } from '@/i18n/translate'
import { useI18n } from '@/i18n/use-i18n'
import { auditQuery } from '@/queries/audit'
import { editionsQuery } from '@/queries/first-view'
import { Skeleton } from '@/ui/Skeleton'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'
import { switchEdition } from '@/view/resolve-view'
import { useView } from '@/view/use-view'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'
import type { Screen } from '@/view/view-state'
import groupStyles from '@/features/data/FindingGroups.module.css'
import styles from '@/features/data/AuditSection.module.css'

/** What does not fit together in the figures of a package, by kind, each case with the way to it. */
export function AuditSection({ pack, name }: { readonly pack: OpenPackage; readonly name: string }) {
  const { t } = useI18n()
  const title = t('audit.title', { package: name })
  return (
    <section aria-labelledby="audit" className={styles['audit']}>
      <h2 id="audit" tabIndex={-1}>
        {title}
      </h2>
      <Suspense
        fallback={
          <>
            <p className={groupStyles['lede']} role="status">
              {t('audit.working')}
            </p>
            <Skeleton lines={8} />
          </>
        }
      >
        <AuditReport pack={pack} title={title} />
      </Suspense>
    </section>
  )
}

function AuditReport({ pack, title }: { readonly pack: OpenPackage; readonly title: string }) {
  const i18n = useI18n()
  const { t } = i18n
  const { data: findings } = useSuspenseQuery(auditQuery(pack.id))
  const { data: editions } = useSuspenseQuery(editionsQuery(pack.id))
  const groups = useMemo(() => groupFindings(findings), [findings])
  const gaps = useMemo(() => gapsByEdition(findings), [findings])
  const count = (severity: Finding['severity']) =>
    groups.filter((group) => group.severity === severity).reduce((sum, group) => sum + group.count, 0)
  const [warnings, infos] = [count('warning'), count('info')]
  const clean = CHECKS.filter((kind) => groups.every((group) => group.kind !== kind))

  return (
    <>
      <p className={groupStyles['lede']}>
        {warnings === 0
          ? t('audit.lede.none', { n: editions.length })
          : t('audit.lede.some', { n: warnings, editions: editions.length })}
        {infos > 0 && <> {t('audit.lede.info', { n: infos })}</>}
      </p>
      {groups.length > 0 && (
        <ul className={groupStyles['groups']}>
          {groups.map((group) => (
            <li key={`${group.kind} ${group.severity}`}>
              <Group group={group} editions={editions} />
            </li>
          ))}
        </ul>
      )}
      {clean.length > 0 && (
        <p className={groupStyles['text']}>
          {t('audit.checked', { kinds: clean.map((kind) => t(`audit.kind.${kind}`)).join('; ') })}
        </p>
      )}
      {gaps.length > 0 && <AuditGaps gaps={gaps} editions={editions} />}
      {findings.length > 0 && (
        <Download
          name={title}
          shown={() => auditTable(title, findings, editions, i18n)}
          source={exportedSource(pack, null, i18n)}
          fileName={exportName(pack, null, t('export.name.audit'), i18n)}
        />
      )}
    </>
  )
}

type Check = Exclude<AuditKind, GapKind>
const CHECKS = AUDIT_KINDS.filter((kind): kind is Check => !isGapKind(kind))

interface FindingGroup {
  readonly kind: Check
  readonly severity: Finding['severity']
  /** Exact where all of the kind are of one severity; else those that are listed. */
  readonly count: number
  readonly findings: readonly Finding[]
}

/** Contradictions by kind and severity: what to look at first, then what is only said. */
function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  return (['warning', 'info'] as const).flatMap((severity) =>
    CHECKS.flatMap((kind) => {
      const ofKind = findings.filter((finding) => finding.kind === kind)
      const members = ofKind.filter((finding) => finding.severity === severity)
      const [first] = members
      if (first === undefined) return []
      const count = members.length === ofKind.length ? first.kindCount : members.length
      return [{ kind, severity, count, findings: members }]
    }),
  )
}

const MARKS: Readonly<Record<Finding['severity'], string>> = { warning: '▲', info: '○' }
const FIRST = 50
const FIRST_ON_PAPER = 200

interface GroupProps {
  readonly group: FindingGroup
  readonly editions: readonly Edition[]
}

function Group({ group, editions }: GroupProps) {
  const { t, format } = useI18n()
  const { kind, severity, count } = group
  const name = groupName(group, t)
  return (
    <FindingFold
      mark={MARKS[severity]}
      flagged={severity === 'warning'}
      summary={
        <>
          <b>{name}</b> <span className={groupStyles['count']}>{format.number(count)}</span>{' '}
          <small>{t(`problem.severity.${severity}`)}</small>
        </>
      }
      text={t(`audit.kind.${kind}.text`)}
    >
      {(printing) => (
        <GroupTable first={printing ? FIRST_ON_PAPER : FIRST} group={group} name={name} editions={editions} />
      )}
    </FindingFold>
  )
}

/** One kind is of both severities: its two groups are told apart by what is in them. */
const groupName = ({ kind, severity }: FindingGroup, t: Translate): string =>
  kind === 'structure-differs' ? t(`audit.kind.structure-differs.${severity}`) : t(`audit.kind.${kind}`)

interface NumberedFinding {
  readonly finding: Finding
  readonly at: number
}

interface TableProps extends GroupProps {
  readonly name: string
  /** So many rows before all are asked for. */
  readonly first: number
}

function GroupTable({ first, group: { count, findings }, name, editions }: TableProps) {
  const words = useI18n()
  const { t, format } = words
  const { view } = useView()
  const [all, setAll] = useState(false)
  const shown = (all ? findings : findings.slice(0, first)).map((finding, at): NumberedFinding => ({ finding, at }))
  const some = (test: (finding: Finding) => boolean) => findings.some(test)
  const to = ({ indexId, period, blockId, resultSet, unitId, subIndexId }: Finding, screen: Screen) => ({
    ...switchEdition(onScreen(view, screen, unitId), editions, {
      index: indexId,
      period,
      block: blockId,
      set: resultSet,
    }),
    figure: screen === 'unit' && subIndexId !== null ? subIndexId : 'total',
  })

  const columns: readonly (TableColumn<NumberedFinding> | false)[] = [
    {
      id: 'edition',
      header: t('audit.column.edition'),
      rowHeader: true,
      cell: ({ finding }) => (
        <ViewLink keepScroll to={to(finding, 'ranking')}>
          {editionName(finding, editions, words)}
        </ViewLink>
      ),
    },
    some(({ unitId }) => unitId !== null) && {
      id: 'unit',
      header: t('audit.column.unit'),
      cell: ({ finding }) =>
        finding.unitId === null ? null : (
          <ViewLink keepScroll to={to(finding, 'unit')}>
            {format.name({ nameVi: finding.unitNameVi ?? '', nameEn: finding.unitNameEn ?? '' })}
          </ViewLink>
        ),
    },
    some(({ subIndexId }) => subIndexId !== null) && {
      id: 'field',
      header: t('audit.column.field'),
      cell: ({ finding }) =>
        finding.subIndexId === null
          ? null
          : format.name({ nameVi: finding.subIndexNameVi ?? '', nameEn: finding.subIndexNameEn ?? '' }),
    },
    {
      id: 'finding',
      header: t('audit.column.finding'),
      cell: ({ finding }) => findingSentence(finding, words),
    },
  ]

  return (
    <div className={styles['findings']}>
      <StackedTable
        caption={t('audit.caption', { kind: name })}
        columns={columns.filter((column) => column !== false)}
        rows={shown}
        rowKey={({ at }) => String(at)}
      />
      {(shown.length < findings.length || count > findings.length) && (
        <p className={groupStyles['actions']}>
          {shown.length < findings.length && (
            <>
              <span>{t('audit.shown', { shown: shown.length, n: findings.length })}</span>
              <button type="button" onClick={() => setAll(true)}>
                {t('audit.all', { n: findings.length })}
              </button>
            </>
          )}
          {count > findings.length && <small>{t('audit.kept', { kept: format.number(findings.length) })}</small>}
        </p>
      )}
    </div>
  )
}
