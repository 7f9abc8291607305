import { askAhead } from '@/import/ask-ahead'
import type { Grid } from '@/import/file/grid'
import { plainCells } from '@/import/file/plain-cells'
import { readGrid } from '@/import/file/read-grid'
import { startFindings } from '@/import/findings'
import type { ColumnMeaning } from '@/import/meaning/column-meaning'
import { knownNames } from '@/import/meaning/known-names'
import { matchColumns } from '@/import/meaning/match-columns'
import { matchIndices } from '@/import/meaning/match-definitions'
import type { Answers, BaseDefinitions, OnProgress, OpenOutcome, Question, Reading } from '@/import/opening'
import { toPackage } from '@/import/package/to-package'
import { findTable } from '@/import/table/find-table'
import { previewOf } from '@/import/table/preview'
import { unfold } from '@/import/table/unfold'
import type { Unfolded } from '@/import/table/unfold'
import { withNumberValues } from '@/import/number-values'
import { nameKey } from '@/import/text-keys'

/** What the base defines for the index that the viewer named, else for all of its indices. */
function definedSubIndices(base: BaseDefinitions, { index }: Answers): NonNullable<Reading['subIndices']> {
  const known = index === undefined ? null : matchIndices(base.indices, base.units)(index)
  const rows = base.sub_indices.filter(({ index_id }) => known === null || index_id === known.index_id)
  const byId = new Map(
    rows.map(({ sub_index_id: id, name_vi: nameVi, name_en: nameEn }) => [id, { id, nameVi, nameEn }]),
  )
  return [...byId.values()]
}

const readColumn = ({ place: _place, unitPlace: _unitPlace, ...read }: ColumnMeaning) => read

/**
 * Makes a data package of one file, step by step: bytes → grid → table →
 * columns → package. Reads nothing but its arguments; everything a file can get
 * wrong comes back as a problem, and everything it leaves open as a question.
 */
export async function openFile(
  file: File,
  base: BaseDefinitions,
  answers: Answers = {},
  onProgress: OnProgress = () => undefined,
): Promise<OpenOutcome> {
  const { add, problems, problemCounts } = startFindings(file.name)
  let reading: Reading = { file: null, table: null, columns: null, units: null }
  let cellsRead: Grid | null = null
  const problemsSoFar = () => (cellsRead === null ? problems : withNumberValues(problems, cellsRead))
  const stop = (step: { readonly asked: readonly Question[] } | null, mayAskMore = true): OpenOutcome => {
    const soFar = { reading, problems: problemsSoFar(), problemCounts }
    return step === null
      ? { outcome: 'refused', ...soFar }
      : { outcome: 'needs-answer', questions: step.asked, mayAskMore, ...soFar }
  }

  const found = await readGrid(file, answers, add, onProgress)
  if (found === null || 'asked' in found) return stop(found)
  const { read } = found.done
  const grid = read.format === 'csv' ? plainCells(found.done.grid) : found.done.grid
  cellsRead = grid
  reading = { ...reading, file: read }

  onProgress('match', 0.55)
  const table = findTable(grid, { fileName: file.name, sheet: read.sheet }, knownNames(base), answers, add)
  if (table !== null && 'asked' in table && table.soFar !== undefined)
    reading = { ...reading, table: previewOf(table.soFar, 'wide') }
  if (table === null || 'asked' in table) return stop(table)
  const columns = matchColumns(table.done.table, base, answers, add, file.name)
  const layOut = (meanings: readonly ColumnMeaning[]): Unfolded => {
    const unfolded = unfold(table.done.table, meanings, answers)
    const subIndices = definedSubIndices(base, answers)
    const preview = previewOf(table.done, unfolded.form)
    reading = { ...reading, table: preview, columns: meanings.map(readColumn), subIndices }
    return unfolded
  }
  if (columns !== null && 'asked' in columns && columns.soFar !== undefined) layOut(columns.soFar)
  if (columns === null) return stop(columns)
  if ('asked' in columns) {
    const ahead = askAhead(table.done.table, columns, base, answers, file.name)
    return stop({ asked: [...columns.asked, ...ahead.questions] }, ahead.mayAskMore)
  }
  const { cells, form } = layOut(columns.done)
  const source = { table: table.done.table, columns: columns.done, fileName: file.name }
  const made = toPackage(cells, source, base, answers, add, onProgress)
  if (made !== null && 'asked' in made) reading = { ...reading, units: made.soFar?.units ?? null }
  if (made === null || 'asked' in made) return stop(made, false)
  const { units, scale, maxima, bands, ...result } = made.done
  const appliedTo = ({ role, name }: Pick<ColumnMeaning, 'role' | 'name'>) =>
    role === 'total' ? scale : role === 'sub-index' && form !== 'long' ? (maxima.get(nameKey(name)) ?? null) : null
  const scaled = reading.columns?.map((column) =>
    column.max === null ? { ...column, max: appliedTo(column) } : column,
  )
  onProgress('write', 1)
  return {
    outcome: 'opened',
    title: file.name.replace(/\.[^.]+$/, ''),
    ...result,
    reading: {
      ...reading,
      table: previewOf(table.done, form, problems),
      columns: scaled ?? null,
      units,
      ...(bands !== null && { bands }),
    },
    problems: problemsSoFar(),
    problemCounts,
  }
}
