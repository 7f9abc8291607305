import type { Row } from '@/domain/tables'
import type { Column } from '@/import/meaning/column'
import { definitionNames } from '@/import/meaning/definition-names'
import { matchSubIndices, ordinalOf } from '@/import/meaning/match-sub-indices'
import { readPeriod } from '@/import/meaning/periods'
import { versionStarts } from '@/import/meaning/version-starts'
import type { Answers, BaseDefinitions, Question } from '@/import/opening'
import { nameKey } from '@/import/text-keys'

type SubRow = Row<'sub_indices'>

const SAMPLES = 3

/** Sub-indices of an index, those that apply to block and period first; of every index where it is not known. */
export function subIndicesOf(
  base: BaseDefinitions,
  index: string | null,
  block: string | null,
  end: string,
): readonly SubRow[] {
  const startOf = versionStarts(base)
  const starts = new Map<SubRow, string>()
  const since = (row: SubRow) => {
    const known = starts.get(row)
    if (known !== undefined) return known
    const start = startOf(row, row.block_id)
    starts.set(row, start)
    return start
  }
  const rank = (row: SubRow) => `${row.block_id === block ? 0 : 1}${since(row) <= end ? 0 : 1}`
  return base.sub_indices
    .filter(({ index_id }) => index === null || index_id === index)
    .toSorted((a, b) =>
      rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : since(a) > since(b) ? -1 : since(a) < since(b) ? 1 : 0,
    )
}

/** The name under which the tables are to find a row again: its own, with its parent's where another has the same. */
export function definedName(row: SubRow, rows: readonly SubRow[]): string {
  const key = nameKey(row.name_vi)
  const others = rows.some((other) => other.sub_index_id !== row.sub_index_id && nameKey(other.name_vi) === key)
  if (!others) return row.name_vi
  const parent = rows.find(
    ({ sub_index_id, version_id }) => sub_index_id === row.parent_id && version_id === row.version_id,
  )
  return parent === undefined ? row.sub_index_id : `${parent.name_vi} > ${row.name_vi}`
}

/**
 * Gives columns of sub-indices the ids and names of the base's definitions.
 * A name that only comes near one, in an index whose definitions are known, is
 * asked about.
 */
export function nameSubIndices(
  columns: readonly Column[],
  form: 'long' | 'wide',
  base: BaseDefinitions,
  answers: Answers,
): readonly Question[] {
  if (form === 'long') return []
  const named = columns.filter(({ role }) => role === 'sub-index' || role === 'sub-rank')
  const names = definitionNames(base)
  const index = answers.index === undefined ? null : (names.index(answers.index)?.index_id ?? null)
  const isNewIndex = answers.index !== undefined && answers.index.trim() !== '' && index === null
  const block = answers.block === undefined ? null : names.block(answers.block).id
  const end = readPeriod(answers.period ?? '')?.end ?? '9999'
  const rows = isNewIndex ? [] : subIndicesOf(base, index, block, end)
  const numbers = new Set(named.flatMap(({ name }) => ordinalOf(name) ?? []))
  const match = matchSubIndices(rows, numbers.size)

  const questions: Question[] = []
  for (const column of named) {
    const { look, name, named: header } = column
    const path = header.parent !== null && column.why !== 'answer' ? `${header.parent} > ${name}` : null
    const found = path === null ? match(name) : match(path).row === null ? match(name) : match(path)
    if (found.row !== null) {
      column.subIndexId = found.row.sub_index_id
      column.name = definedName(found.row, rows)
      if (column.why !== 'answer') column.why = found.why
    } else if (found.near.length > 0 && index !== null && column.why !== 'answer' && column.role === 'sub-index') {
      questions.push({
        id: `column:${look.letter}`,
        kind: 'column',
        options: [
          ...found.near.map(({ sub_index_id, name_vi }) => ({
            value: `sub-index:${sub_index_id}`,
            label: name_vi,
            sample: look.texts.slice(0, SAMPLES),
          })),
          { value: 'sub-index', label: name, sample: [] },
          { value: 'ignored', label: null, sample: [] },
        ],
        free: true,
        about: [look.title],
      })
    }
  }
  nameParents(named, match)
  return questions
}

/** A child takes its parent's name along where the parent is a column itself, or another child has the same name. */
function nameParents(columns: readonly Column[], match: ReturnType<typeof matchSubIndices>): void {
  const keys = new Set(columns.map(({ name }) => nameKey(name)))
  const counts = new Map<string, number>()
  for (const { name, period, role } of columns) {
    const key = `${role} ${nameKey(name)} ${period ?? ''}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  for (const column of columns) {
    const { named, why, name, period, role, subIndexId } = column
    if (named.parent === null || why === 'answer' || subIndexId !== null) continue
    const parent = match(named.parent).row?.name_vi ?? named.parent
    const isTwin = (counts.get(`${role} ${nameKey(name)} ${period ?? ''}`) ?? 0) > 1
    if (keys.has(nameKey(parent)) || isTwin) column.name = `${parent} > ${name}`
  }
}
