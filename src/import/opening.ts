import type { Problem, ProblemKind } from '@/domain/problem'
import type { PackageTables, TableName } from '@/domain/tables'
import type { RowKind, TableForm } from '@/import/table/found-table'
import type { ColumnRole } from '@/import/meaning/column-meaning'
import type { DecimalMark } from '@/import/meaning/numbers'

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
  // Under which version each period was assessed.
  'editions',
] as const satisfies readonly TableName[]

/** What the opened file is held against: the definitions of the package that is open. */
export type BaseDefinitions = Pick<PackageTables, (typeof DEFINITION_TABLES)[number]>

/**
 * What can be decided about a file. Each is decided from the file where that is
 * beyond doubt, else asked; an answer always wins. `column`, `mark`, `max`:
 * by letter of the column; `row`: by row of the file; `cell`: by its name
 * (`D57`); `unit`: by the name in the file.
 */
export const QUESTION_KINDS = [
  /** An `EncodingId`. */
  'encoding',
  /** One character. */
  'delimiter',
  /** Name of a sheet. */
  'sheet',
  /** Range of one of several tables: `A4:H30`. */
  'table',
  /** Rows of the header: `4-5`. */
  'header',
  /** A `TableForm`. */
  'form',
  /** Id of the base, or any name. */
  'index',
  'period',
  'block',
  /** The one unit of a table without a column of units: an id of the base, or any name. */
  'of-unit',
  /** `data`, `summary` or `note`. */
  'row',
  /** A `ColumnRole`, or `sub-index:<id or name>`. */
  'column',
  /** `.` or `,`. */
  'mark',
  /** A number, or `none`. */
  'max',
  /** Id of a unit of the base, or `new`. */
  'unit',
  /** The text that the cell should have had; empty: no value. */
  'cell',
] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

type Subjectless =
  | 'encoding'
  | 'delimiter'
  | 'sheet'
  | 'table'
  | 'header'
  | 'form'
  | 'index'
  | 'period'
  | 'block'
  | 'of-unit'
export type AnswerId = Subjectless | `${Exclude<QuestionKind, Subjectless>}:${string}`

/** What the viewer decided, by what it is about: `{ period: '2024', 'column:D': 'rank', 'unit:Quân 1': 'quan-1' }`. */
export type Answers = Readonly<Partial<Record<AnswerId, string>>>

export interface Option {
  readonly value: string
  /** In the words of the file or of the registry; `null` where the value names itself or is one of a closed set. */
  readonly label: string | null
  /** Cells or lines as they would read under this option. */
  readonly sample: readonly string[]
}

/** What the file leaves open. Nothing goes on without an answer, and none is chosen beforehand. */
export interface Question {
  readonly id: AnswerId
  readonly kind: QuestionKind
  /** The likely ones first. */
  readonly options: readonly Option[]
  /** Whether something else than an option can be answered. */
  readonly free: boolean
  /** What in the file raises it: a name, cells. */
  readonly about: readonly string[]
}

/** Bytes → text → cells. */
export interface ReadFile {
  readonly format: 'csv' | 'xlsx'
  /** CSV only. */
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly quote: string | null
  /** Excel only. */
  readonly sheet: string | null
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rowCount: number }[]
  readonly rowCount: number
  readonly columnCount: number
}

/** A row of the file as it stands, for the viewer to see what was decided. */
export interface PreviewRow {
  readonly row: number
  readonly kind: RowKind
  readonly hidden: boolean
  readonly cells: readonly string[]
}

/** Cells → a table. */
export interface ReadTable {
  readonly form: TableForm
  /** As Excel writes it: `A4:H30`. */
  readonly range: string
  /** Rows of the file. */
  readonly headerRows: readonly number[]
  readonly aside: readonly { readonly row: number; readonly kind: RowKind; readonly text: string }[]
  /** Other tables of the same sheet. */
  readonly others: readonly string[]
  /** The first rows, and those set aside with their neighbours; at most 200. */
  readonly preview: readonly PreviewRow[]
}

/** Why a column was read as it was. */
export const COLUMN_REASONS = ['header', 'definitions', 'values', 'position', 'answer'] as const
export type ColumnReason = (typeof COLUMN_REASONS)[number]

/** How a column of the file was read; in wide form a score column bears its sub-index in `name`. */
export interface ReadColumn {
  readonly letter: string
  readonly header: string
  readonly role: ColumnRole
  readonly why: ColumnReason
  /** Of a sub-index: its id, where the base knows it. */
  readonly subIndexId: string | null
  readonly name: string
  readonly max: number | null
  /** Where columns stand for several periods. */
  readonly period: string | null
  /** The decimal mark of its numbers; `null` where none has one. */
  readonly mark: DecimalMark | null
  /** Up to three of its cells. */
  readonly examples: readonly string[]
}

/** How a name of the file was matched. */
export interface ReadUnit {
  readonly name: string
  /** The first row of the file that has it. */
  readonly row: number
  /** `null`: a new unit. */
  readonly unitId: string | null
  readonly unitName: string | null
  /** Whether the viewer decided it. */
  readonly answered: boolean
  /** Near misses, the nearest first: never applied by themselves. */
  readonly suggestions: readonly { readonly unitId: string; readonly name: string }[]
}

/** How the file was read, as far as that got: the four steps of the guided import. */
export interface Reading {
  readonly file: ReadFile | null
  readonly table: ReadTable | null
  readonly columns: readonly ReadColumn[] | null
  readonly units: readonly ReadUnit[] | null
  /** What the base defines for the file's index, for the viewer to choose from. */
  readonly subIndices?: readonly { readonly id: string; readonly nameVi: string; readonly nameEn: string }[]
}

export const OPEN_STAGES = ['decode', 'parse', 'match', 'check', 'write'] as const
export type OpenStage = (typeof OPEN_STAGES)[number]
/** `done` is the share of the whole work, 0–1. */
export type OnProgress = (stage: OpenStage, done: number) => void

interface Opening {
  readonly reading: Reading
  /** At most the first 1,000 of each kind; `problemCounts` is exact. */
  readonly problems: readonly Problem[]
  readonly problemCounts: Readonly<Partial<Record<ProblemKind, number>>>
}

export interface OpenedFile extends Opening {
  readonly outcome: 'opened'
  /** The file's name without its extension. */
  readonly title: string
  /** Every table of the new package as UTF-8 CSV in the one dialect: comma, header in schema order, LF. */
  readonly tables: TableTexts
  /** Data rows of the file. */
  readonly rowCount: number
  readonly unitCount: number
}

export interface NeedsAnswer extends Opening {
  readonly outcome: 'needs-answer'
  readonly questions: readonly Question[]
}

export interface RefusedFile extends Opening {
  readonly outcome: 'refused'
}

export type OpenOutcome = OpenedFile | NeedsAnswer | RefusedFile

/** What a step came to: its result, or what must be answered first; `null` where the file is refused (the reason is among the problems). */
export type Step<T, SoFar = T> =
  | { readonly done: T }
  /** `soFar`: what the step has decided all the same, for the viewer to see. */
  | { readonly asked: readonly Question[]; readonly soFar?: SoFar }
  | null
