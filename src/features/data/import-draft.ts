import { createContext, useContext } from 'react'
import type { AnswerChanges } from '@/features/data/import-answers'
import type { AnswerId, Answers } from '@/import/opening'

/** Corrections of the reading that the viewer has made and not applied yet, and what was answered before. */
export interface ImportDraft {
  readonly fileName: string
  readonly basePackageId: string
  readonly answers: Answers
  readonly changes: AnswerChanges
  readonly change: (id: AnswerId, value: string | null) => void
  /** Takes corrections, these and those not applied yet, and reads the file again. */
  readonly apply: (changes: AnswerChanges) => void
}

const nothing = () => undefined

export const ImportDraftContext = createContext<ImportDraft>({
  fileName: '',
  basePackageId: '',
  answers: {},
  changes: new Map(),
  change: nothing,
  apply: nothing,
})

export const useImportDraft = (): ImportDraft => useContext(ImportDraftContext)
