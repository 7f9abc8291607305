import { EDITION_STATUSES, LINEAGE_KINDS, MISSING_REASONS, RULE_IDS, SCORE_PARTS } from '@/domain/vocabulary'

/**
 * The tables of a data package, as Table Schemas (Data Package standard, v2).
 * One definition serves the descriptor (`datapackage.json`), the checks, the
 * engine's column types and the row types below.
 */

interface Constraints {
  readonly required?: true
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minimum?: number
}

interface Field {
  readonly name: string
  readonly type: 'string' | 'number' | 'integer' | 'date' | 'boolean'
  readonly description?: string
  readonly constraints?: Constraints
}

interface ForeignKey {
  readonly fields: readonly string[]
  readonly reference: { readonly resource: string; readonly fields: readonly string[] }
}

export interface TableSchema {
  readonly fields: readonly Field[]
  readonly primaryKey: readonly string[]
  readonly foreignKeys?: readonly ForeignKey[]
}

/** Stable lower-case ids in ASCII; a period (`2025-W47`) keeps its capital W. */
const ID_PATTERN = '^[a-z0-9][a-z0-9-]*$'
const PERIOD_PATTERN = '^\\d{4}(-(W\\d{2}|Q[1-4]|\\d{2}(-\\d{2})?))?$'

const key = <const N extends string>(name: N) =>
  ({ name, type: 'string', constraints: { required: true, pattern: ID_PATTERN } }) as const
const ref = <const N extends string>(name: N) =>
  ({ name, type: 'string', constraints: { pattern: ID_PATTERN } }) as const
const period = { name: 'period', type: 'string', constraints: { required: true, pattern: PERIOD_PATTERN } } as const
const text = <const N extends string>(name: N) => ({ name, type: 'string' }) as const
const requiredText = <const N extends string>(name: N) =>
  ({ name, type: 'string', constraints: { required: true } }) as const
const number = <const N extends string>(name: N) => ({ name, type: 'number' }) as const
const amount = <const N extends string>(name: N) => ({ name, type: 'number', constraints: { minimum: 0 } }) as const
const count = <const N extends string>(name: N) => ({ name, type: 'integer', constraints: { minimum: 0 } }) as const
const position = { name: 'position', type: 'integer', constraints: { required: true, minimum: 1 } } as const
const date = <const N extends string>(name: N) => ({ name, type: 'date' }) as const
const to = (resource: string, ...fields: readonly string[]): ForeignKey => ({
  fields,
  reference: { resource, fields },
})

export const TABLES = {
  indices: {
    fields: [
      key('index_id'),
      requiredText('name_vi'),
      requiredText('name_en'),
      requiredText('short_name'),
      text('description_vi'),
      text('description_en'),
      position,
      { name: 'direction', type: 'string', constraints: { enum: ['higher', 'lower'] } },
    ],
    primaryKey: ['index_id'],
  },
  blocks: {
    fields: [key('block_id'), requiredText('name_vi'), requiredText('name_en'), position],
    primaryKey: ['block_id'],
  },
  versions: {
    fields: [key('index_id'), key('version_id'), text('decision'), date('issued_on'), text('note_vi'), text('note_en')],
    primaryKey: ['index_id', 'version_id'],
    foreignKeys: [to('indices', 'index_id')],
  },
  themes: {
    fields: [key('theme_id'), requiredText('name_vi'), requiredText('name_en')],
    primaryKey: ['theme_id'],
  },
  sub_indices: {
    fields: [
      key('index_id'),
      key('version_id'),
      key('block_id'),
      key('sub_index_id'),
      ref('parent_id'),
      requiredText('name_vi'),
      requiredText('name_en'),
      { ...amount('max_score'), description: 'Empty: unknown. 0: shown, not scored.' },
      {
        ...amount('weight'),
        description: 'Points that a full score adds to the total; empty: the maximum itself.',
      },
      position,
      ref('theme_id'),
      ref('lead_unit_id'),
    ],
    primaryKey: ['index_id', 'version_id', 'block_id', 'sub_index_id'],
    foreignKeys: [
      to('versions', 'index_id', 'version_id'),
      to('blocks', 'block_id'),
      to('themes', 'theme_id'),
      {
        fields: ['index_id', 'version_id', 'block_id', 'parent_id'],
        reference: { resource: 'sub_indices', fields: ['index_id', 'version_id', 'block_id', 'sub_index_id'] },
      },
      { fields: ['lead_unit_id'], reference: { resource: 'units', fields: ['unit_id'] } },
    ],
  },
  bands: {
    fields: [
      key('index_id'),
      key('version_id'),
      key('block_id'),
      key('band_id'),
      requiredText('name_vi'),
      requiredText('name_en'),
      {
        ...amount('min_share'),
        description: 'Inclusive lower limit, 0–1. Empty: the limit is not published and no class is computed from it.',
      },
      { ...position, description: '1 is the highest class.' },
    ],
    primaryKey: ['index_id', 'version_id', 'block_id', 'band_id'],
    foreignKeys: [to('versions', 'index_id', 'version_id'), to('blocks', 'block_id')],
  },
  units: {
    fields: [
      key('unit_id'),
      requiredText('name_vi'),
      requiredText('name_en'),
      text('short_vi'),
      text('short_en'),
      date('valid_from'),
      date('valid_to'),
      text('official_code'),
      { name: 'grid_column', type: 'integer', constraints: { minimum: 1 } },
      { name: 'grid_row', type: 'integer', constraints: { minimum: 1 } },
      { name: 'aliases', type: 'string', description: 'Other spellings, separated by |.' },
    ],
    primaryKey: ['unit_id'],
  },
  lineage: {
    fields: [
      key('from_unit_id'),
      key('to_unit_id'),
      { name: 'on_date', type: 'date', constraints: { required: true } },
      { name: 'kind', type: 'string', constraints: { required: true, enum: LINEAGE_KINDS } },
      text('decision'),
    ],
    primaryKey: ['from_unit_id', 'to_unit_id', 'on_date'],
    foreignKeys: [
      { fields: ['from_unit_id'], reference: { resource: 'units', fields: ['unit_id'] } },
      { fields: ['to_unit_id'], reference: { resource: 'units', fields: ['unit_id'] } },
    ],
  },
  sources: {
    fields: [
      key('source_id'),
      text('number'),
      requiredText('title'),
      text('issuer'),
      date('published_on'),
      { name: 'url', type: 'string', constraints: { pattern: '^https?://\\S+$' } },
    ],
    primaryKey: ['source_id'],
  },
  editions: {
    fields: [
      key('index_id'),
      period,
      { name: 'period_end', type: 'date', constraints: { required: true } },
      key('block_id'),
      key('result_set'),
      { ...text('result_set_name_vi'), description: 'Needed where a period has several result sets.' },
      text('result_set_name_en'),
      key('version_id'),
      { name: 'status', type: 'string', constraints: { required: true, enum: EDITION_STATUSES } },
      date('published_on'),
      ref('source_id'),
      { name: 'decimals', type: 'integer', constraints: { required: true, minimum: 0 } },
      count('survey_invited'),
      count('survey_returned'),
      count('survey_valid'),
    ],
    primaryKey: ['index_id', 'period', 'block_id', 'result_set'],
    foreignKeys: [to('versions', 'index_id', 'version_id'), to('blocks', 'block_id'), to('sources', 'source_id')],
  },
  results: {
    fields: [
      key('index_id'),
      period,
      key('block_id'),
      key('result_set'),
      key('unit_id'),
      amount('total_score'),
      amount('max_score'),
      { name: 'rank', type: 'integer', constraints: { minimum: 1 } },
      ref('band_id'),
      { name: 'ranked', type: 'boolean', constraints: { required: true } },
      { name: 'missing_reason', type: 'string', constraints: { enum: MISSING_REASONS } },
      ref('source_id'),
      { ...count('source_row'), description: 'Row of the source file, as Excel counts it.' },
    ],
    primaryKey: ['index_id', 'period', 'block_id', 'result_set', 'unit_id'],
    foreignKeys: [
      to('editions', 'index_id', 'period', 'block_id', 'result_set'),
      to('units', 'unit_id'),
      to('sources', 'source_id'),
    ],
  },
  scores: {
    fields: [
      key('index_id'),
      period,
      key('block_id'),
      key('result_set'),
      key('unit_id'),
      key('sub_index_id'),
      { name: 'part', type: 'string', constraints: { required: true, enum: SCORE_PARTS } },
      { ...amount('score'), description: 'Penalty points are written as a positive number and subtracted.' },
      amount('max_score'),
      { name: 'missing_reason', type: 'string', constraints: { enum: MISSING_REASONS } },
      { ...count('source_row'), description: 'Row of the source file, as Excel counts it.' },
    ],
    primaryKey: ['index_id', 'period', 'block_id', 'result_set', 'unit_id', 'sub_index_id', 'part'],
    foreignKeys: [to('results', 'index_id', 'period', 'block_id', 'result_set', 'unit_id')],
  },
  rules: {
    fields: [
      { name: 'rule_id', type: 'string', constraints: { required: true, enum: RULE_IDS } },
      { ...number('value'), constraints: { required: true } },
    ],
    primaryKey: ['rule_id'],
  },
} as const satisfies Record<string, TableSchema>

export type TableName = keyof typeof TABLES
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[]

interface CellTypes {
  readonly string: string
  readonly number: number
  readonly integer: number
  readonly date: string
  readonly boolean: boolean
}

type FieldOf<T extends TableName> = (typeof TABLES)[T]['fields'][number]
type CellOf<F extends Field> = F extends { readonly constraints: { readonly enum: readonly (infer E)[] } }
  ? E
  : CellTypes[F['type']]
type Optional<F extends Field> = F extends { readonly constraints: { readonly required: true } } ? never : null

/** One row of a table; an empty cell is `null`, a date is ISO text. */
export type Row<T extends TableName> = {
  readonly [F in FieldOf<T> as F['name']]: CellOf<F> | Optional<F>
}

/** All tables of one package, typed. */
export type PackageTables = { readonly [T in TableName]: readonly Row<T>[] }
