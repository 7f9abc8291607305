import type { Problem, ProblemKind } from '@/domain/problem'
import type { PackageTables, TableName } from '@/domain/tables'
import type { ColumnRole } from '@/import/layout'

export type TableTexts = Readonly<Record<TableName, Uint8Array<ArrayBuffer>>>

export const DEFINITION_TABLES = [
  'indices',
  'versions',
  'blocks',
  'sub_indices',
  'bands',
  'themes',
  'units',
  'lineage',
  'rules',
] as const satisfies readonly TableName[]

/** What the opened file is held against: the definitions of the package that is open. */
export type BaseDefinitions = Pick<PackageTables, (typeof DEFINITION_TABLES)[number]>

/** What a file may leave out and the viewer is then asked for; an id of the base or any name. */
export const ASKABLE = ['index', 'period', 'block'] as const
export type Askable = (typeof ASKABLE)[number]
export type Answers = { readonly [A in Askable]?: string }

export const OPEN_STAGES = ['decode', 'parse', 'match', 'check', 'write'] as const
export type OpenStage = (typeof OPEN_STAGES)[number]
/** `done` is the share of the whole work, 0–1. */
export type OnProgress = (stage: OpenStage, done: number) => void

/** How a column of the file was read; in wide form a score column bears its sub-index in `header`. */
export interface ReadColumn {
  readonly letter: string
  readonly header: string
  readonly role: ColumnRole
}

interface Findings {
  /** At most the first 1,000 of each kind; `problemCounts` is exact. */
  readonly problems: readonly Problem[]
  readonly problemCounts: Readonly<Partial<Record<ProblemKind, number>>>
}

export interface OpenedFile extends Findings {
  readonly outcome: 'opened'
  /** The file's name without its extension. */
  readonly title: string
  /** Every table of the new package as UTF-8 CSV in the one dialect: comma, header in schema order, LF. */
  readonly tables: TableTexts
  /** Data rows of the file, blank ones not counted. */
  readonly rowCount: number
  readonly unitCount: number
  readonly layout: 'long' | 'wide'
  readonly columns: readonly ReadColumn[]
  readonly delimiter: string
  readonly decimalMark: '.' | ','
}

export interface NeedsAnswer extends Findings {
  readonly outcome: 'needs-answer'
  readonly needs: readonly Askable[]
  /** Likely answers, best first: ids of the base, or periods found in the file's name. Never applied. */
  readonly suggestions: Readonly<Record<Askable, readonly string[]>>
}

export interface RefusedFile extends Findings {
  readonly outcome: 'refused'
}

export type OpenOutcome = OpenedFile | NeedsAnswer | RefusedFile
