import { useEffect, useRef } from 'react'
import type { PackageList } from '@/domain/open-package'
import { answersBeside, changeAnswers } from '@/features/data/import-answers'
import type { AnswerChanges } from '@/features/data/import-answers'
import { isolate } from '@/features/data/import-words'
import { ImportMemory } from '@/features/data/ImportMemory'
import { AlreadyThere } from '@/features/data/ImportOverlap'
import { ImportSteps } from '@/features/data/ImportSteps'
import { outcomeTitle } from '@/features/data/outcome-title'
import { problemName, problemSentence } from '@/i18n/problem-words'
import { useI18n } from '@/i18n/use-i18n'
import type { Answers } from '@/import/opening'
import { useFileOpening } from '@/queries/use-file-opening'
import type { ChosenFile, FileOpeningState } from '@/queries/use-file-opening'
import { Segmented } from '@/ui/Segmented'
import { ViewLink } from '@/view/ViewLink'
import { DEFAULT_VIEW } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/data/OpenFile.module.css'

interface Props {
  readonly list: PackageList
  readonly view: View
  readonly state: Exclude<FileOpeningState, { readonly kind: 'idle' }>
  /** The file among those of the attempt. */
  readonly at: number
  readonly chosen: ChosenFile
  /** The viewer has waited for what is shown now. */
  readonly awaited: boolean
}

/** The first sheets of a workbook; those of any other are chosen at its step. */
const MOST_SHEETS = 6

const NO_ANSWERS: Answers = {}

/** What came of one file; while it is read again, what came of it before. */
export function ImportOutcome({ list, view, state, at, chosen, awaited }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const opening = useFileOpening()
  const heading = useRef<HTMLHeadingElement>(null)
  const corrected = useRef(false)
  const { result, file } = chosen
  const stopped = at === state.at && (state.kind === 'failed' || state.kind === 'cancelled') ? state.kind : null
  const asks = stopped === null && (result?.outcome === 'needs-answer' || result?.outcome === 'overlaps')
  useEffect(() => {
    if (!awaited || asks) return
    // Who corrects a reading stays at the place of the correction.
    if (!corrected.current) heading.current?.focus()
    corrected.current = false
  }, [awaited, asks])

  if (result === null && stopped === null) return null
  const title = outcomeTitle(state, at, i18n)
  const isKnown = list.packages.some(({ id }) => id === state.packageId)
  const reason =
    result?.outcome === 'refused' ? result.problems.find(({ severity }) => severity === 'error') : undefined
  const like = result?.like ?? null
  const sheets = result?.reading.file?.sheets.filter(({ name }) => name !== result.reading.file?.sheet) ?? []
  const remembered = Object.keys(result?.remembered ?? {}).length
  const base = list.packages.find(({ id }) => id === state.basePackageId)
  const bands = result?.reading.bands
  const decide = (changes: AnswerChanges) => {
    corrected.current = true
    opening.act({ kind: 'decide', at, choices: { answers: changeAnswers(chosen.answers, changes) } })
  }
  return (
    <div className={styles['outcome']} data-bad={stopped === 'failed' || result?.outcome === 'refused'}>
      <h3 ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {stopped === 'failed' && state.kind === 'failed' && (
        <>
          <p>
            {t('import.failed.text')} {t('import.kept')}
          </p>
          <p className={styles['detail']}>
            {t('shell.failed.detail', {
              detail: state.error instanceof Error ? state.error.message : String(state.error),
            })}
          </p>
        </>
      )}
      {stopped === null && reason !== undefined && (
        <p>
          <b>{problemName(reason, t)}.</b> {problemSentence(reason, t)} {t('import.kept')}
        </p>
      )}
      {stopped === null && result?.outcome === 'refused' && sheets.length > 0 && (
        <p className={styles['buttons']}>
          {sheets.slice(0, MOST_SHEETS).map(({ name }) => (
            <button key={name} type="button" onClick={() => decide(new Map([['sheet', name]]))}>
              {t('import.otherSheet', { sheet: isolate(name) })}
            </button>
          ))}
        </p>
      )}
      {stopped === null && result?.outcome === 'opened' && result.alreadyThere.length > 0 && (
        <AlreadyThere editions={result.alreadyThere} basePackageId={state.basePackageId} />
      )}
      {result?.outcome === 'opened' && isKnown && state.packageId !== null && (
        <div className={styles['opened']}>
          <ViewLink className={styles['primary']} to={{ ...DEFAULT_VIEW, lang: view.lang, package: state.packageId }}>
            {t('import.ranking')}
          </ViewLink>
          {base?.origin === 'shipped' && (
            <span className={styles['place']}>
              <span aria-hidden="true">{t('import.place')}</span>
              <Segmented
                name="placed"
                label={t('import.place')}
                value={state.into === null ? 'alone' : 'into'}
                options={[
                  { value: 'alone', label: t('import.place.alone') },
                  {
                    value: 'into',
                    label: t('import.place.into', {
                      package: format.name({ nameVi: base.name_vi, nameEn: base.name_en }),
                    }),
                  },
                ]}
                onChange={(value) => {
                  corrected.current = true
                  const { basePackageId } = state
                  opening.act({ kind: 'move', place: { basePackageId, into: value === 'into' ? basePackageId : null } })
                }}
              />
            </span>
          )}
        </div>
      )}
      {remembered > 0 && stopped === null && (
        <p>
          {t(like?.isKept === false ? 'import.remembered.earlier' : 'import.remembered', {
            n: remembered,
            file: isolate(like?.fileName ?? ''),
          })}{' '}
          <button
            type="button"
            className={styles['link']}
            onClick={() => opening.act({ kind: 'decide', at, choices: { useMemory: false } })}
          >
            {t('import.remembered.undo')}
          </button>
        </p>
      )}
      {result !== null && !(result.outcome === 'refused' && result.reading.file === null) && (
        <ImportSteps
          key={at}
          fileName={file.name}
          basePackageId={state.basePackageId}
          answers={{ ...result.remembered, ...chosen.answers }}
          result={result}
          busy={state.kind === 'working' && at === state.at}
          awaited={awaited}
          onAnswers={(answers) => {
            corrected.current = result.outcome === 'opened'
            opening.act({ kind: 'decide', at, choices: answersBeside(result.remembered, answers) })
          }}
          onOverlap={(overlap) => opening.act({ kind: 'decide', at, choices: { overlap } })}
          onLeave={opening.leave}
          onSkip={state.files.length > 1 ? () => opening.act({ kind: 'skip', at }) : null}
        />
      )}
      {result?.outcome === 'opened' && bands !== undefined && (
        <p>
          {t(bands.isUsed ? 'import.bands.used' : 'import.bands', { version: bands.versionId })}{' '}
          <button
            type="button"
            className={styles['link']}
            onClick={() => decide(new Map([['bands', bands.isUsed ? null : bands.versionId]]))}
          >
            {t(bands.isUsed ? 'import.bands.undo' : 'import.bands.use', { version: bands.versionId })}
          </button>
        </p>
      )}
      {result?.outcome === 'opened' && (
        <ImportMemory
          fileName={file.name}
          reading={result.reading}
          answers={{ ...result.remembered, ...chosen.answers }}
          kept={like?.isKept === true ? result.remembered : NO_ANSWERS}
        />
      )}
      <p className={styles['buttons']}>
        {stopped !== null && (
          <button type="button" onClick={() => opening.act({ kind: 'retry' })}>
            {t('common.retry')}
          </button>
        )}
        {!asks && (
          <button type="button" onClick={opening.leave}>
            {t('import.close')}
          </button>
        )}
      </p>
    </div>
  )
}
