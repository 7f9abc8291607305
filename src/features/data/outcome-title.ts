import { isolate } from '@/features/data/import-words'
import type { I18n } from '@/i18n/use-i18n'
import type { FileOpeningState } from '@/queries/use-file-opening'

type Attempted = Exclude<FileOpeningState, { readonly kind: 'idle' }>

/** What came of a file, in one line; while it is read again, what came of it before. */
export function outcomeTitle(state: Attempted, at: number, { t }: I18n): string {
  const chosen = state.files[at]
  const slots = { file: isolate(chosen?.file.name ?? '') }
  if (at === state.at && state.kind === 'failed') return t('import.failed', slots)
  if (at === state.at && state.kind === 'cancelled') return t('import.cancelled', slots)
  const result = chosen?.result ?? null
  switch (result?.outcome) {
    case 'needs-answer':
      return t(result.mayAskMore ? 'import.asks.more' : 'import.asks', { ...slots, n: result.questions.length })
    case 'overlaps':
      return t('import.overlaps', slots)
    case 'refused':
      return t('import.refused', slots)
    case 'opened':
    case undefined:
      return t('import.opened', slots)
  }
}
