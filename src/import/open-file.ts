import { readColumns } from '@/import/columns'
import type { Cells } from '@/import/columns'
import { decode, LARGEST_BYTES } from '@/import/decode'
import { detectDialect } from '@/import/dialect'
import { startFindings } from '@/import/findings'
import { countKnownHeaders, recogniseLayout } from '@/import/layout'
import type { Layout } from '@/import/layout'
import { ASKABLE } from '@/import/opening'
import type {
  Answers,
  Askable,
  BaseDefinitions,
  NeedsAnswer,
  OnProgress,
  OpenOutcome,
  RefusedFile,
} from '@/import/opening'
import { matchBlocks, matchIndices } from '@/import/match-definitions'
import { periodsInName, readPeriod } from '@/import/periods'
import { columnOf } from '@/import/resolve-rows'
import { nameKey } from '@/import/text-keys'
import { toPackage } from '@/import/to-package'

/** What neither the file nor the viewer says. A column that is blank throughout says nothing. */
function missingAnswers(cells: Cells, layout: Layout, answers: Answers): readonly Askable[] {
  return ASKABLE.filter((askable) => {
    const answer = answers[askable]?.trim() ?? ''
    if (answer !== '') return askable === 'period' && readPeriod(answer) === null
    return columnOf(cells, layout, askable)?.texts.every((text) => text.trim() === '') ?? true
  })
}

/** A wide table often calls its total after the index and the year: `PAR INDEX 2024`. */
function withNamedTotal(layout: Layout, base: BaseDefinitions, { index }: Answers): Layout {
  if (layout.form === 'long' || index === undefined || layout.columns.some(({ role }) => role === 'total'))
    return layout
  const find = matchIndices(base.indices, base.units)
  const wanted = find(index)?.index_id ?? nameKey(index)
  const meansIndex = (name: string) =>
    (find(name)?.index_id ?? nameKey(name.replace(/ (?:năm )?(?:19|20)\d{2}$/u, ''))) === wanted
  const named = layout.columns.filter(({ role, name }) => role === 'sub-index' && meansIndex(name))
  if (named.length !== 1) return layout
  return {
    ...layout,
    columns: layout.columns.map((column) => (column === named[0] ? { ...column, role: 'total' } : column)),
  }
}

/** Whether any index of the base has a sub-index of this id or name. */
function knowsSubIndex(base: BaseDefinitions): (name: string) => boolean {
  const keys = new Set(
    base.sub_indices.flatMap(({ sub_index_id, name_vi, name_en }) => [sub_index_id, name_vi, name_en].map(nameKey)),
  )
  return (name) => keys.has(nameKey(name))
}

function suggest(fileName: string, base: BaseDefinitions): NeedsAnswer['suggestions'] {
  const named = (text: string) => text.replaceAll(/[_.]+/g, ' ').split(/[\s()-]+/)
  const words = named(fileName)
  const findIndex = matchIndices(base.indices, base.units)
  const findBlock = matchBlocks(base.blocks)
  const namedIndices = words.map((word) => findIndex(word)?.index_id)
  const namedBlocks = words.map((word) => findBlock(word).block?.block_id)
  const first = (ids: readonly string[], likely: readonly (string | undefined)[]) => [
    ...ids.filter((id) => likely.includes(id)),
    ...ids.filter((id) => !likely.includes(id)),
  ]
  return {
    index: first(
      base.indices.map(({ index_id }) => index_id),
      namedIndices,
    ),
    period: periodsInName(fileName),
    block: first(
      base.blocks.map(({ block_id }) => block_id),
      namedBlocks,
    ),
  }
}

/**
 * Makes a data package of one CSV export. Pure: reads nothing but its
 * arguments, and everything a file can get wrong comes back as a problem.
 */
export function openFile(
  bytes: Uint8Array,
  fileName: string,
  base: BaseDefinitions,
  answers: Answers = {},
  onProgress: OnProgress = () => undefined,
): OpenOutcome {
  const findings = startFindings(fileName)
  const { add, problems, problemCounts } = findings
  const refused = (): RefusedFile => ({ outcome: 'refused', problems, problemCounts })

  onProgress('decode', 0)
  const decoded = decode(bytes)
  if (!('text' in decoded)) {
    add(decoded.kind, 'error', decoded.row, null, decoded.value, decoded.expected)
    return refused()
  }
  onProgress('parse', 0.1)
  const dialect = detectDialect(decoded.text, countKnownHeaders)
  if (dialect === null) {
    add('bad-csv', 'error', null, null, null, ', ; \\t')
    return refused()
  }
  const cells = readColumns(dialect, (done) => onProgress('parse', 0.1 + done * 0.45))
  if (cells === null) {
    add('empty-file', 'error', null, null, null)
    return refused()
  }
  for (const { row, fatal } of cells.faults) add('bad-csv', fatal ? 'error' : 'warning', row, null, '"')
  if (cells.faults.some(({ fatal }) => fatal)) return refused()

  const recognised = recogniseLayout(cells, knowsSubIndex(base), add)
  if (recognised === null) return refused()
  const layout = withNamedTotal(recognised, base, answers)
  const needs = missingAnswers(cells, layout, answers)
  if (needs.length > 0) {
    if (needs.includes('period') && answers.period?.trim()) add('unknown-period', 'error', null, null, answers.period)
    return { outcome: 'needs-answer', needs, suggestions: suggest(fileName, base), problems, problemCounts }
  }
  const made = toPackage(cells, layout, fileName, base, answers, add, onProgress)
  if (made.unitCount === 0) return refused()
  onProgress('write', 1)
  return {
    outcome: 'opened',
    title: fileName.replace(/\.[^.]+$/, ''),
    ...made,
    rowCount: cells.rowCount - layout.firstRow,
    layout: layout.form,
    columns: layout.columns.map(({ letter, title, role }) => ({ letter, header: title, role })),
    delimiter: dialect.delimiter,
    problems,
    problemCounts,
  }
}

/** `openFile` on a file that is still on the disk; one that is too large is refused unread. */
export async function openBlob(
  file: File,
  base: BaseDefinitions,
  answers: Answers = {},
  onProgress?: OnProgress,
): Promise<OpenOutcome> {
  if (file.size > LARGEST_BYTES) {
    const { add, problems, problemCounts } = startFindings(file.name)
    add('too-large', 'error', null, null, String(file.size), String(LARGEST_BYTES))
    return { outcome: 'refused', problems, problemCounts }
  }
  return openFile(new Uint8Array(await file.arrayBuffer()), file.name, base, answers, onProgress)
}
