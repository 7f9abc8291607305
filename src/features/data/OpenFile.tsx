import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { OpenPackage, PackageList } from '@/domain/open-package'
import { ImportFiles } from '@/features/data/ImportFiles'
import { ImportOutcome } from '@/features/data/ImportOutcome'
import { outcomeTitle } from '@/features/data/outcome-title'
import { useI18n } from '@/i18n/use-i18n'
import type { I18n } from '@/i18n/use-i18n'
import { useFileOpening } from '@/queries/use-file-opening'
import type { FileOpeningState, Place } from '@/queries/use-file-opening'
import { engineProgressQuery } from '@/queries/engine-progress'
import { EngineProgress } from '@/ui/EngineProgress'
import { Segmented } from '@/ui/Segmented'
import { Select } from '@/ui/Select'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import type { View } from '@/view/view-state'
import styles from '@/features/data/OpenFile.module.css'

interface Props {
  readonly list: PackageList
  readonly current: OpenPackage
  readonly view: View
}

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.xlsm'

/** Chooses files, shows how their opening goes, and what came of it. Dropping is the whole page's (`app/FileDrop`). */
export function OpenFile({ list, current, view }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const opening = useFileOpening()
  const { state } = opening
  const { data: engine } = useQuery(engineProgressQuery)
  const hint = useId()
  const [chosen, setChosen] = useState<Place | null>(null)
  const place = chosen ?? placeOf(current, state, list)
  const nameOf = (packageId: string) => {
    const entry = list.packages.find(({ id }) => id === packageId)
    return entry === undefined ? packageId : format.name({ nameVi: entry.name_vi, nameEn: entry.name_en })
  }
  // What a viewer waited for gets the focus; what was there already when the screen came does not.
  const [seen, setSeen] = useState({ kind: state.kind, awaited: false })
  if (seen.kind !== state.kind) setSeen({ kind: state.kind, awaited: seen.kind === 'working' })

  return (
    <section aria-labelledby="open-file" className={styles['open']}>
      <h2 id="open-file" tabIndex={-1}>
        {t('import.title')}
      </h2>
      <p className={styles['local']} id={hint}>
        {t('import.local')}
      </p>
      <div className={styles['zone']}>
        <span>{t('import.drop')}</span>
        <label className={styles['choose']}>
          <input
            type="file"
            name="file"
            multiple
            accept={ACCEPTED}
            aria-describedby={hint}
            onClick={() => opening.prepare()}
            onChange={(event) => {
              const input = event.currentTarget
              opening.act({ kind: 'open', files: [...(input.files ?? [])], place })
              // So that the same file, corrected, can be chosen again.
              input.value = ''
            }}
          />
          <span>{t('import.choose')}</span>
        </label>
        <Select
          name="base"
          label={t('import.base')}
          value={place.basePackageId}
          options={list.packages
            .filter(({ origin, id }) => origin === 'shipped' || id === place.basePackageId)
            .map(({ id }) => ({ value: id, label: nameOf(id) }))}
          onChange={(basePackageId) => setChosen({ basePackageId, into: place.into === null ? null : basePackageId })}
        />
        {/* The place of an opened file is chosen with its outcome. */}
        {state.kind === 'idle' && (
          <span className={styles['place']}>
            <span aria-hidden="true">{t('import.place')}</span>
            <Segmented
              name="place"
              label={t('import.place')}
              value={place.into === null ? 'alone' : 'into'}
              options={[
                { value: 'alone', label: t('import.place.alone') },
                { value: 'into', label: t('import.place.into', { package: nameOf(place.basePackageId) }) },
              ]}
              onChange={(value) => setChosen({ ...place, into: value === 'into' ? place.basePackageId : null })}
            />
          </span>
        )}
      </div>
      <details className={styles['forms']}>
        <summary>{t('import.forms')}</summary>
        <p>{t('import.forms.text')}</p>
        <p>{t('import.form.long')}</p>
        <pre>{LONG_SAMPLE}</pre>
        <p>{t('import.form.wide')}</p>
        <pre>{WIDE_SAMPLE}</pre>
      </details>

      <div role="status" aria-live="polite" className={styles['live']}>
        {state.kind === 'working' && <p>{workingText(state, i18n)}</p>}
        {state.kind !== 'working' && state.kind !== 'idle' && seen.awaited && (
          <VisuallyHidden>{outcomeTitle(state, state.at, i18n)}</VisuallyHidden>
        )}
      </div>
      {state.kind === 'working' && (
        <p className={styles['progress']}>
          <progress max={1} value={state.done} aria-label={t('import.progress')} />
          <span aria-hidden="true">{format.share(state.done, 0)}</span>
          <button type="button" onClick={opening.cancel}>
            {t('import.cancel')}
          </button>
        </p>
      )}
      {engine !== null && state.kind === 'finished' && state.packageId !== null && <EngineProgress {...engine} />}
      {state.kind === 'idle' && state.error !== null && (
        <p role="alert">
          {t('import.failed.text')} {t('import.kept')}
        </p>
      )}
      {state.kind !== 'idle' && <Attempted list={list} view={view} state={state} awaited={seen.awaited} />}
    </section>
  )
}

type Tried = Exclude<FileOpeningState, { readonly kind: 'idle' }>

interface AttemptedProps {
  readonly list: PackageList
  readonly view: View
  readonly state: Tried
  /** The viewer has waited for what is shown now. */
  readonly awaited: boolean
}

/** The files of the attempt, and how one of them was read: that at which it stands, unless the viewer looks at another. */
function Attempted({ list, view, state, awaited }: AttemptedProps) {
  const [looked, setLooked] = useState<{ readonly at: number; readonly standing: number } | null>(null)
  const at = looked !== null && looked.standing === state.at ? looked.at : state.at
  const chosen = state.files[at]
  if (chosen === undefined) return null
  return (
    <>
      {state.files.length > 1 && (
        <ImportFiles state={state} shown={at} onShow={(next) => setLooked({ at: next, standing: state.at })} />
      )}
      <ImportOutcome list={list} view={view} state={state} at={at} chosen={chosen} awaited={awaited} />
    </>
  )
}

/** A file is read with the definitions of the package that is looked at; another file with those of the last one. */
function placeOf(current: OpenPackage, state: FileOpeningState, list: PackageList): Place {
  if (current.origin === 'shipped') return { basePackageId: current.id, into: null }
  return { basePackageId: state.kind === 'idle' ? list.defaultId : state.basePackageId, into: null }
}

function workingText(
  { files, at, stage }: Extract<FileOpeningState, { readonly kind: 'working' }>,
  { t }: I18n,
): string {
  const slots = { file: files[at]?.file.name ?? '', stage: t(`import.stage.${stage ?? 'start'}`) }
  return files.length === 1
    ? t('import.working', slots)
    : t('import.workingOf', { ...slots, at: at + 1, n: files.length })
}

const LONG_SAMPLE = `index,period,block,unit,sub_index,score,max_score
PAR Index,2024,Sở ngành,Sở Tư pháp,Cải cách thể chế,9.5,10`
const WIDE_SAMPLE = `Đơn vị;Cải cách thể chế (10);Tài chính công (12);Tổng điểm;Hạng
Sở Tư pháp;9,5;11,25;20,75;1`
