import type { Problem, ProblemKind } from '@/domain/problem'
import type { PackageTables, TableName } from '@/domain/tables'
import type { RowKind, TableForm } from '@/import/table/found-table'
import type { ColumnRole } from '@/import/meaning/column-meaning'
import type { DecimalMark } from '@/import/meaning/numbers'

/** UTF-8 in pieces of about a megabyte, each of whole rows; made when it is gone through, and again each time. */
export type TableText = Iterable<Uint8Array<ArrayBuffer>>
export type TableTexts = Readonly<Record<TableName, TableText>>

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
 * (`D57`); `unit`, `sub-index`: by the name in the file.
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
  /** Rows of the header: `4-5`; `none`: the first row is data already. */
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
  /** A `ColumnRole`, `sub-index:<id or name>`, or of several that say they are the same the one that counts: `nth:2`, none: `nth:0`. */
  'column',
  /** `.` or `,`. */
  'mark',
  /** A number, or `none`. */
  'max',
  /** Id of a unit of the base, `new`, or `same:` and another new name of the file. */
  'unit',
  /** Of a long table: id of a sub-index of the base, or `new`. */
  'sub-index',
  /** The text that the cell should have had; empty: no value. */
  'cell',
  /** Never asked, only offered (`Reading.bands`): id of a version of the base whose classes the file's own criteria take. */
  'bands',
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
  | 'bands'
export type AnswerId = Subjectless | `${Exclude<QuestionKind, Subjectless>}:${string}`

/** What the viewer decided, by what it is about: `{ period: '2024', 'column:D': 'rank', 'unit:Quân 1': 'quan-1' }`. */
export type Answers = Readonly<Partial<Record<AnswerId, string>>>

/**
 * What speaks for an option: where in the file it is named; how many of the names of units are of its kind; how many
 * of the columns are its sub-indices.
 */
export type Evidence =
  | { readonly kind: 'title' | 'file-name' | 'header' }
  | { readonly kind: 'units' | 'sub-indices'; readonly count: number; readonly of: number }

export interface Option {
  readonly value: string
  /** In the words of the file or of the registry; `null` where the value names itself or is one of a closed set. */
  readonly label: string | null
  /** The name in the registry for those who read English; absent where the words of the file are what matters. */
  readonly labelEn?: string
  /** Cells or lines as they would read under this option. */
  readonly sample: readonly string[]
  /** What speaks for it; absent where nothing does, or where the sample shows it. */
  readonly evidence?: readonly Evidence[]
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
  /** Answers that are likely and not given yet, under which alone this will be asked. */
  readonly supposing?: Answers
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
  /** `rowCount` down to the last row that is not blank. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly rowCount: number }[]
  /** Without the blank ones. */
  readonly rowCount: number
  /** Rows that are blank throughout, down to the last that is not. */
  readonly blankRowCount?: number
  readonly columnCount: number
}

/** A row of the file as it stands, for the viewer to see what was decided. */
export interface PreviewRow {
  readonly row: number
  /** How many rows stand above it, the blank ones aside: those between two rows that are not shown are blank where these numbers follow one another. */
  readonly above: number
  readonly kind: RowKind
  readonly hidden: boolean
  /** A date as Excel shows it. */
  readonly cells: readonly string[]
  /** Places of the cells that are numbers of Excel: their texts have a decimal point and no thousands. */
  readonly numbers: readonly number[]
  /** Cells that have another text than in the file, because the viewer said so. */
  readonly corrected: readonly { readonly place: number; readonly from: string; readonly fromNumber: boolean }[]
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
  /** `null`: a new unit; `same:…`: what the viewer called another new name of the file. */
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
  /**
   * Where the file's criteria are its own and have no classes: the version of the base, in force last, whose classes
   * they can take, and whether the viewer has said that they do.
   */
  readonly bands?: { readonly versionId: string; readonly isUsed: boolean }
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
  /** Whether the answers may lead to further questions, which cannot be told yet. */
  readonly mayAskMore: boolean
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
