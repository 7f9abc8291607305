import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useId, useRef, useState } from 'react'
import type { OpenPackage, PackageList } from '@/domain/open-package'
import { OpenedSummary } from '@/features/data/OpenedSummary'
import { AskForm } from '@/features/data/AskForm'
import { ProblemList, problemTotal } from '@/features/data/ProblemList'
import { useI18n } from '@/i18n/use-i18n'
import { engineProgressQuery } from '@/queries/engine-progress'
import { useFileOpening } from '@/queries/use-file-opening'
import type { FileOpeningState } from '@/queries/use-file-opening'
import { EngineProgress } from '@/ui/EngineProgress'
import { Select } from '@/ui/Select'
import { Skeleton } from '@/ui/Skeleton'
import type { View } from '@/view/view-state'
import styles from '@/features/data/OpenFile.module.css'

interface Props {
  readonly list: PackageList
  readonly current: OpenPackage
  readonly view: View
}

/** Chooses a file, shows how its opening goes, and what came of it. Dropping is the whole page's (`app/FileDrop`). */
export function OpenFile({ list, current, view }: Props) {
  const { t, format } = useI18n()
  const opening = useFileOpening()
  const { state } = opening
  const { data: engine } = useQuery(engineProgressQuery)
  const hint = useId()
  const [chosenBase, setChosenBase] = useState<string | null>(null)
  const base = chosenBase ?? baseOf(current, state, list)
  const outcome = useRef<HTMLHeadingElement>(null)
  const kindBefore = useRef(state.kind)
  useEffect(() => {
    // What a viewer waited for gets the focus; what was there already when the screen came does not.
    if (kindBefore.current === 'working' && state.kind !== 'working') outcome.current?.focus()
    kindBefore.current = state.kind
  }, [state.kind])

  return (
    <section aria-labelledby="open-file" className={styles['open']}>
      <h2 id="open-file">{t('data.open')}</h2>
      <p className={styles['local']} id={hint}>
        {t('data.open.local')}
      </p>
      <div className={styles['zone']}>
        <span>{t('data.open.drop')}</span>
        <label className={styles['choose']}>
          <input
            type="file"
            name="file"
            accept=".csv,text/csv,text/plain"
            aria-describedby={hint}
            onClick={() => opening.prepare()}
            onChange={(event) => {
              const input = event.currentTarget
              const file = input.files?.[0]
              if (file) opening.open(file, base)
              // So that the same file, corrected, can be chosen again.
              input.value = ''
            }}
          />
          <span>{t('data.open.choose')}</span>
        </label>
        <Select
          name="base"
          label={t('data.open.base')}
          value={base}
          options={list.packages
            .filter(({ origin }) => origin === 'shipped')
            .map((entry) => ({
              value: entry.id,
              label: format.name({ nameVi: entry.name_vi, nameEn: entry.name_en }),
            }))}
          onChange={setChosenBase}
        />
      </div>
      <details className={styles['forms']}>
        <summary>{t('data.open.forms')}</summary>
        <p>{t('data.open.form.long')}</p>
        <pre>{LONG_SAMPLE}</pre>
        <p>{t('data.open.form.wide')}</p>
        <pre>{WIDE_SAMPLE}</pre>
        <p>{t('data.open.form.more')}</p>
      </details>

      <div role="status" aria-live="polite" className={styles['live']}>
        {state.kind === 'working' && (
          <p>
            {t('data.open.working', { file: state.file.name })}: {t(`data.open.stage.${state.stage ?? 'start'}`)}
          </p>
        )}
      </div>
      {state.kind === 'working' && (
        <p className={styles['progress']}>
          <progress max={1} value={state.done} aria-label={t('data.open.progress')} />
          <span aria-hidden="true">{format.share(state.done, 0)}</span>
          <button type="button" onClick={opening.cancel}>
            {t('data.open.cancel')}
          </button>
        </p>
      )}
      {state.kind !== 'idle' && state.kind !== 'working' && (
        <div className={styles['outcome']} data-bad={isBad(state)}>
          <h3 ref={outcome} tabIndex={-1}>
            {headingOf(state, t)}
          </h3>
          {isOpened(state) && engine !== null && <EngineProgress {...engine} />}
          <Suspense fallback={<Skeleton lines={6} />}>
            <Outcome list={list} current={current} view={view} state={state} />
          </Suspense>
        </div>
      )}
    </section>
  )
}

/** A file is read with the definitions of the package that is looked at; another file with those of the last one. */
function baseOf(current: OpenPackage, state: FileOpeningState, list: PackageList): string {
  if (current.origin === 'shipped') return current.id
  return state.kind === 'idle' ? list.defaultId : state.basePackageId
}

type Ended = Exclude<FileOpeningState, { readonly kind: 'idle' | 'working' }>

const isBad = (state: Ended): boolean =>
  state.kind === 'failed' || (state.kind === 'finished' && state.result.outcome === 'refused')

const isOpened = (state: Ended): boolean => state.kind === 'finished' && state.result.outcome === 'opened'

function headingOf(state: Ended, t: ReturnType<typeof useI18n>['t']): string {
  const slots = { file: state.file.name }
  if (state.kind === 'cancelled') return t('data.open.cancelled', slots)
  if (state.kind === 'failed') return t('data.open.refused', slots)
  switch (state.result.outcome) {
    case 'opened':
      return t('data.open.opened', slots)
    case 'needs-answer':
      return t('data.ask', slots)
    case 'refused':
      return t('data.open.refused', slots)
  }
}

interface OutcomeProps {
  readonly list: PackageList
  readonly current: OpenPackage
  readonly view: View
  readonly state: Ended
}

function Outcome({ list, current, view, state }: OutcomeProps) {
  const { t } = useI18n()
  const opening = useFileOpening()
  if (state.kind === 'cancelled') return null
  if (state.kind === 'failed') {
    return (
      <>
        <p>{t('data.open.failed.text')}</p>
        <p>{t('data.open.kept')}</p>
        <p className={styles['detail']}>
          {t('shell.failed.detail', {
            detail: state.error instanceof Error ? state.error.message : String(state.error),
          })}
        </p>
        <p className={styles['buttons']}>
          <button type="button" onClick={() => opening.open(state.file, state.basePackageId, state.answers)}>
            {t('common.retry')}
          </button>
        </p>
      </>
    )
  }
  const { result } = state
  const total = problemTotal(result.problemCounts)
  // The screen of an opened package lists its problems itself.
  const listedBelow = result.outcome === 'opened' && result.packageId === current.id
  const [first] = result.problems.filter(({ severity }) => severity === 'error')
  return (
    <>
      {result.outcome === 'opened' && (
        <OpenedSummary result={result} known={list.packages.some(({ id }) => id === result.packageId)} view={view} />
      )}
      {result.outcome === 'refused' && (
        <>
          {first !== undefined && (
            <p>
              <b>{t(`problem.${first.kind}`)}.</b> {t(`problem.${first.kind}.text`)}
            </p>
          )}
          <p>{t('data.open.kept')}</p>
        </>
      )}
      {result.outcome === 'needs-answer' && (
        <AskForm
          needs={result.needs}
          suggestions={result.suggestions}
          basePackageId={state.basePackageId}
          answers={state.answers}
          onAnswer={(answers) => opening.open(state.file, state.basePackageId, answers)}
          onLeave={opening.leave}
        />
      )}
      {total > 0 && !listedBelow && (
        <ProblemList
          title={t('data.problems', { n: total })}
          level={4}
          problems={result.problems}
          counts={result.problemCounts}
          fileName={`${state.file.name}-problems`}
        />
      )}
      {total === 0 && result.outcome === 'opened' && <p>{t('data.open.noProblems')}</p>}
    </>
  )
}

const LONG_SAMPLE = `index,period,block,unit,sub_index,score,max_score
PAR Index,2024,Sở ngành,Sở Tư pháp,Cải cách thể chế,9.5,10`
const WIDE_SAMPLE = `Đơn vị;Cải cách thể chế (10);Tài chính công (12);Tổng điểm;Hạng
Sở Tư pháp;9,5;11,25;20,75;1`
