import { isolate } from '@/features/data/import-words'
import { useI18n } from '@/i18n/use-i18n'
import type { MessageKey } from '@/i18n/translate'
import type { ChosenFile, FileOpeningState } from '@/queries/use-file-opening'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import styles from '@/features/data/ImportSteps.module.css'

interface Props {
  readonly state: Exclude<FileOpeningState, { readonly kind: 'idle' }>
  /** Place of the file whose reading is shown. */
  readonly shown: number
  readonly onShow: (at: number) => void
}

type FileStatus = Extract<MessageKey, `import.file.${'waiting' | 'reading' | 'skipped'}`>

const SHAPES: Readonly<Record<NonNullable<ChosenFile['result']>['outcome'], string>> = {
  opened: '✓',
  'needs-answer': '?',
  overlaps: '?',
  refused: '✕',
}

/** Files that are opened together, with how far each came. */
export function ImportFiles({ state, shown, onShow }: Props) {
  const { t } = useI18n()
  const plain = ({ result, skipped }: ChosenFile, at: number): FileStatus | null => {
    if (state.kind === 'working' && at === state.at) return 'import.file.reading'
    if (skipped) return 'import.file.skipped'
    return result === null ? 'import.file.waiting' : null
  }
  return (
    <>
      <h3>{t('import.files')}</h3>
      <ol className={styles['files']} aria-label={t('import.files')}>
        {state.files.map((chosen, at) => {
          const { file, result } = chosen
          const status = plain(chosen, at)
          return (
            // Two files of one name may be chosen together.
            // oxlint-disable-next-line react/no-array-index-key -- the order is the one they were chosen in, and stays
            <li key={at} aria-current={at === shown ? 'true' : undefined}>
              <span aria-hidden="true">{status === null && result !== null ? SHAPES[result.outcome] : '○'}</span>
              {result === null || at === shown ? (
                <span>{isolate(file.name)}</span>
              ) : (
                <button type="button" className={styles['link']} onClick={() => onShow(at)}>
                  {isolate(file.name)}
                </button>
              )}
              <VisuallyHidden>: </VisuallyHidden>
              <small>
                {status === null && result !== null
                  ? t(`import.file.${result.outcome}`)
                  : t(status ?? 'import.file.waiting')}
              </small>
            </li>
          )
        })}
      </ol>
    </>
  )
}
