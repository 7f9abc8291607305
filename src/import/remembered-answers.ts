import * as v from 'valibot'
import type { AnswerId, Answers, Question, QuestionKind, Reading } from '@/import/opening'

/**
 * What a viewer decided about one file, told by header instead of letter, for the next file of the same shape.
 * Never its period, its rows or its cells: those are another file's own.
 */
export const Memory = v.object({
  /** The header texts in the order of the alphabet, a line each: a column may stand elsewhere next time. */
  shape: v.string(),
  /** How figures stood in the table; `null` where that was never told. */
  form: v.nullable(v.string()),
  /** The sheet that was read, of several. */
  sheet: v.nullable(v.string()),
  /** Answers about the file as a whole, and about names of units. */
  answers: v.array(v.tuple([v.string(), v.string()])),
  /** Answers about columns; of several under the same header the `nth`, from 0. */
  columns: v.array(
    v.object({ kind: v.picklist(['column', 'mark', 'max']), header: v.string(), nth: v.number(), answer: v.string() }),
  ),
  fileName: v.string(),
  /** ISO time. */
  savedAt: v.string(),
})
export type Memory = v.InferOutput<typeof Memory>

const OF_FILE = ['index', 'block', 'form'] as const satisfies readonly QuestionKind[]
const OF_COLUMN = ['column', 'mark', 'max'] as const satisfies readonly QuestionKind[]

/** Next year's file has next year in its headers. */
const headerKey = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g, '####')

interface Headed {
  readonly letter: string
  readonly header: string
  readonly nth: number
}

/** The columns that have a text above them; `null` where none were told apart yet. */
function headersOf({ columns }: Reading): readonly Headed[] | null {
  const counts = new Map<string, number>()
  const headed = (columns ?? []).flatMap(({ letter, header: text }): readonly Headed[] => {
    const header = headerKey(text)
    if (header === '') return []
    const nth = counts.get(header) ?? 0
    counts.set(header, nth + 1)
    return [{ letter, header, nth }]
  })
  return headed.length > 0 ? headed : null
}

const shapeOf = (headed: readonly Headed[]) =>
  headed
    .map(({ header }) => header)
    .toSorted()
    .join('\n')

const entriesOf = (answers: Answers) => Object.entries(answers) as (readonly [AnswerId, string])[]

const kindOf = (id: AnswerId) => id.split(':', 1)[0] as QuestionKind
const subjectOf = (id: AnswerId) => id.slice(id.indexOf(':') + 1)

/** What may be remembered of how a file was read; `null` where nothing of it was the viewer's decision. */
export function rememberedAnswers(
  reading: Reading,
  answers: Answers,
  from: { readonly fileName: string; readonly savedAt: string },
): Memory | null {
  const headed = headersOf(reading)
  if (headed === null) return null
  const byLetter = new Map(headed.map((column) => [column.letter, column]))
  const plain: [string, string][] = []
  const columns: Memory['columns'] = []
  for (const [id, answer] of entriesOf(answers)) {
    const kind = kindOf(id)
    const ofColumn = OF_COLUMN.find((known) => known === kind)
    const column = byLetter.get(subjectOf(id))
    if (ofColumn !== undefined && column !== undefined) {
      columns.push({ kind: ofColumn, header: column.header, nth: column.nth, answer })
    }
    if (kind === 'unit' || kind === 'sub-index' || OF_FILE.some((known) => known === kind)) plain.push([id, answer])
  }
  const sheet = answers.sheet ?? null
  if (plain.length === 0 && columns.length === 0 && sheet === null) return null
  return { shape: shapeOf(headed), form: reading.table?.form ?? null, sheet, answers: plain, columns, ...from }
}

/** The memory that a file of this reading is read with, where one is of its shape. */
export function memoryFor(reading: Reading, memories: readonly Memory[]): Memory | null {
  const headed = headersOf(reading)
  if (headed === null) return null
  const shape = shapeOf(headed)
  // Before its columns are settled the form of a table is not known; the same headers tell enough.
  const form = reading.table?.form ?? null
  return (
    memories.find(
      (known) =>
        known.shape === shape && (known.form === form || form === null || known.answers.some(([id]) => id === 'form')),
    ) ?? null
  )
}

/**
 * The answers that memories add to those given, as far as the reading tells the file's shape: first the sheet, by
 * its name among those `asked` about; with the table in sight the rest. Empty where nothing fits or all is answered.
 */
export function applyRemembered(
  reading: Reading,
  memories: readonly Memory[],
  given: Answers,
  asked: readonly Question[] = [],
): Answers {
  const headed = headersOf(reading)
  const found = new Map<string, string>()
  if (headed === null) {
    const names = new Set([
      ...(reading.file?.sheets.map(({ name }) => name) ?? []),
      ...asked.flatMap(({ kind, options }) => (kind === 'sheet' ? options.map(({ value }) => value) : [])),
    ])
    const sheets = new Set(memories.flatMap(({ sheet }) => (sheet !== null && names.has(sheet) ? [sheet] : [])))
    const [only] = sheets
    if (only !== undefined && sheets.size === 1 && reading.table === null) found.set('sheet', only)
  } else {
    const memory = memoryFor(reading, memories)
    for (const [id, answer] of memory?.answers ?? []) found.set(id, answer)
    for (const { kind, header, nth, answer } of memory?.columns ?? []) {
      const column = headed.find((known) => known.header === header && known.nth === nth)
      if (column !== undefined) found.set(`${kind}:${column.letter}`, answer)
    }
  }
  const known = new Set<string>(entriesOf(given).map(([id]) => id))
  return Object.fromEntries([...found].filter(([id]) => !known.has(id)))
}
