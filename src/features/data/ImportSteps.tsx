import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { usePrinting } from '@/charts/use-printing'
import { IMPORT_STEPS, changeAnswers, stepOf } from '@/features/data/import-answers'
import type { AnswerChanges, ImportStep } from '@/features/data/import-answers'
import { ImportDraftContext } from '@/features/data/import-draft'
import type { ImportDraft } from '@/features/data/import-draft'
import { stepStatuses, stepSummary } from '@/features/data/import-summary'
import type { StepStatus } from '@/features/data/import-summary'
import { ImportOverlap } from '@/features/data/ImportOverlap'
import { ImportQuestions } from '@/features/data/ImportQuestions'
import { StepChecked } from '@/features/data/StepChecked'
import { StepColumns } from '@/features/data/StepColumns'
import { StepFile } from '@/features/data/StepFile'
import { StepTable } from '@/features/data/StepTable'
import { useAuditedResult } from '@/features/data/use-audited-result'
import type { AuditState } from '@/features/data/use-audited-result'
import { useI18n } from '@/i18n/use-i18n'
import type { Answers } from '@/import/opening'
import type { OpenFileResult } from '@/queries/open-file'
import styles from '@/features/data/ImportSteps.module.css'

interface Props {
  readonly fileName: string
  readonly basePackageId: string
  readonly answers: Answers
  readonly result: OpenFileResult
  /** It is being read again: what is shown is about to change. */
  readonly busy: boolean
  /** The viewer has waited for this result. */
  readonly awaited: boolean
  readonly onAnswers: (answers: Answers) => void
  readonly onOverlap: (choice: 'replace' | 'keep') => void
  readonly onLeave: () => void
  /** Of several files: this one is left out. */
  readonly onSkip: (() => void) | null
}

const SHAPES: Readonly<Record<StepStatus, string>> = { done: '✓', asks: '?', look: '!', failed: '✕', later: '○' }

const NO_CHANGES: AnswerChanges = new Map()

/**
 * How the file was read, in four steps: each says in a line what was decided, opens on the file's own cells, and can be
 * corrected. Where everything is clear they fold into one line.
 */
export function ImportSteps(props: Props) {
  const { fileName, basePackageId, answers, result, busy, awaited, onAnswers } = props
  const i18n = useI18n()
  const { t } = i18n
  // Corrections are about one result: another begins without any.
  const [draft, setDraft] = useState({ of: result, changes: NO_CHANGES })
  const changes = draft.of === result ? draft.changes : NO_CHANGES
  const [opened, setOpened] = useState<ReadonlyMap<ImportStep | 'all', boolean>>(new Map())
  const corrected = useRef<ImportStep | null>(null)
  const root = useRef<HTMLDivElement>(null)

  const { result: audited, audit } = useAuditedResult(result, fileName)
  const statuses = stepStatuses(audited)
  const isClear = audit === 'done' && IMPORT_STEPS.every((step) => statuses[step] === 'done')
  const asks = result.outcome === 'needs-answer' || result.outcome === 'overlaps'
  useEffect(() => {
    // What a correction led to is where it was made, unless something is asked now.
    if (!awaited) return
    const step = corrected.current
    corrected.current = null
    if (step === null || asks) return
    // Where everything is clear now, the steps are folded into one line.
    const summary =
      root.current?.querySelector<HTMLElement>(`[data-step="${step}"] > summary`) ??
      root.current?.querySelector<HTMLElement>('summary')
    summary?.focus({ preventScroll: true })
  }, [awaited, asks])

  const context = useMemo<ImportDraft>(
    () => ({
      fileName,
      basePackageId,
      answers,
      changes,
      change: (id, value) => {
        const next = new Map(changes)
        if (value === null) next.delete(id)
        else next.set(id, value)
        setDraft({ of: result, changes: next })
      },
      apply: (further) => {
        const all = new Map([...changes, ...further])
        const [first] = all.keys()
        corrected.current = first === undefined ? null : stepOf(first)
        onAnswers(changeAnswers(answers, all))
      },
    }),
    [fileName, basePackageId, answers, changes, result, onAnswers],
  )

  const toggle = (name: ImportStep | 'all') => (isOpen: boolean) =>
    setOpened((before) => new Map(before).set(name, isOpen))
  const steps = (
    <ol className={styles['steps']} aria-busy={busy}>
      {IMPORT_STEPS.map((step, at) => {
        const status = statuses[step]
        const needed = status === 'asks' || status === 'failed' || (status === 'look' && step === 'checked')
        return (
          <li key={step}>
            <Fold
              step={step}
              isEmpty={status === 'later' || (status === 'done' && !isRead(step, result))}
              isOpen={opened.get(step) ?? needed}
              isOnPaper={step === 'checked'}
              onToggle={toggle(step)}
              summary={
                <>
                  <span className={styles['status']} data-status={status} aria-hidden="true">
                    {SHAPES[status]}
                  </span>
                  <b>
                    {at + 1}. {t(`import.step.${step}`)}
                  </b>
                  <small>{t(`import.status.${status}`)}</small>
                  <span className={styles['line']}>{status === 'later' ? null : stepSummary(step, audited, i18n)}</span>
                </>
              }
            >
              {() => <StepBody {...props} result={audited} audit={audit} step={step} status={status} />}
            </Fold>
          </li>
        )
      })}
    </ol>
  )
  return (
    <ImportDraftContext value={context}>
      <div ref={root}>
        {isClear ? (
          <Fold
            step={null}
            isEmpty={false}
            isOpen={opened.get('all') ?? false}
            isOnPaper
            onToggle={toggle('all')}
            summary={
              <>
                <span className={styles['status']} data-status="done" aria-hidden="true">
                  {SHAPES.done}
                </span>
                <b>{t('import.steps.clear')}</b>
                <span className={styles['line']}>{stepSummary('checked', audited, i18n)}</span>
              </>
            }
          >
            {() => steps}
          </Fold>
        ) : (
          <>
            <h4 className={styles['title']}>{t('import.steps')}</h4>
            {steps}
          </>
        )}
        {changes.size > 0 && (
          <div className={styles['pending']}>
            <span role="status">{t('import.pending', { n: changes.size })}</span>
            <button
              type="button"
              className={styles['primary']}
              onClick={() => {
                const wrong = root.current?.querySelector<HTMLInputElement>('input:invalid')
                if (wrong) wrong.reportValidity()
                else context.apply(NO_CHANGES)
              }}
            >
              {t('import.apply')}
            </button>
            <button type="button" onClick={() => setDraft({ of: result, changes: NO_CHANGES })}>
              {t('import.discard')}
            </button>
          </div>
        )}
      </div>
    </ImportDraftContext>
  )
}

/** Whether the reading says how the step went: it may stop at a question before it can. */
const isRead = (step: ImportStep, { reading }: OpenFileResult): boolean => step === 'checked' || reading[step] !== null

interface FoldProps {
  readonly step: ImportStep | null
  /** There is nothing to open yet. */
  readonly isEmpty: boolean
  readonly isOpen: boolean
  /** Printed open: it cannot be opened there. */
  readonly isOnPaper: boolean
  readonly onToggle: (isOpen: boolean) => void
  readonly summary: ReactNode
  /** Made when it is opened. */
  readonly children: () => ReactNode
}

function Fold({ step, isEmpty, isOpen, isOnPaper, onToggle, summary, children }: FoldProps) {
  const printing = usePrinting()
  const shown = isOpen || (isOnPaper && printing)
  // Sheets and long lists are made after what stands above them, in small pieces: the page is not held up. Paper does not wait.
  const isMade = useDeferredValue(shown, false) || printing
  if (isEmpty) {
    return (
      <div className={styles['fold']}>
        <p className={styles['empty']}>{summary}</p>
      </div>
    )
  }
  return (
    <details
      className={styles['fold']}
      data-step={step ?? undefined}
      open={shown}
      onToggle={(event) => {
        if (event.currentTarget.open !== shown) onToggle(event.currentTarget.open)
      }}
    >
      <summary>{summary}</summary>
      {shown && isMade && <div className={styles['body']}>{children()}</div>}
    </details>
  )
}

interface BodyProps extends Props {
  readonly audit: AuditState
  readonly step: ImportStep
  readonly status: StepStatus
}

function StepBody({
  step,
  status,
  audit,
  result,
  basePackageId,
  awaited,
  answers,
  onAnswers,
  onOverlap,
  onLeave,
  onSkip,
}: BodyProps) {
  const { file, table, columns, units, subIndices = [] } = result.reading
  const asksUnits = result.outcome === 'needs-answer' && result.questions.some(({ kind }) => kind === 'unit')
  return (
    <>
      {status === 'asks' && result.outcome === 'needs-answer' && (
        <ImportQuestions
          key={result.questions.map(({ id }) => id).join('\n')}
          questions={result.questions}
          basePackageId={basePackageId}
          awaited={awaited}
          onAnswer={(given) => onAnswers(changeAnswers(answers, given))}
          onLeave={onLeave}
          onSkip={onSkip}
        />
      )}
      {status === 'asks' && result.outcome === 'overlaps' && (
        <ImportOverlap
          editions={result.editions}
          basePackageId={basePackageId}
          awaited={awaited}
          onChoose={onOverlap}
          onLeave={onLeave}
        />
      )}
      {step === 'file' && file !== null && <StepFile file={file} table={table} />}
      {step === 'table' && table !== null && <StepTable table={table} columns={columns} />}
      {step === 'columns' && columns !== null && (
        // What is asked about is not decided, and comes first.
        <StepColumns
          columns={columns}
          isWorkbook={file?.format === 'xlsx'}
          units={asksUnits ? null : units}
          subIndices={subIndices}
        />
      )}
      {(step === 'checked' || status === 'failed') && <StepChecked result={result} audit={audit} />}
    </>
  )
}
