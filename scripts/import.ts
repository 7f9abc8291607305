import { openAsBlob } from 'node:fs'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { auditFindings } from './audit-findings'
import { recordsOf } from './import-report'
import type { ImportedRecord } from './import-report'
import { Catalog } from '@/domain/catalog'
import type { Problem } from '@/domain/problem'
import { textAt } from '@/import/file/grid'
import type { Grid } from '@/import/file/grid'
import { readGrid } from '@/import/file/read-grid'
import { startFindings } from '@/import/findings'
import { openFile } from '@/import/open-file'
import { DEFINITION_TABLES, QUESTION_KINDS } from '@/import/opening'
import type { Answers, BaseDefinitions, OpenedFile, OpenOutcome, Question, TableText } from '@/import/opening'
import { readDefinitions } from '@/import/package/read-package'
import { tableFile } from '@/import/package/write-package'
import { findingProblem } from '@/queries/finding-problem'
import { en } from '@/i18n/en'
import { problemSentence } from '@/i18n/problem-words'
import { createTranslate } from '@/i18n/translate'
import { viFirst } from '@/i18n/vi-first'
import { viScreens } from '@/i18n/vi-screens'

const USAGE = `npm run --silent import -- FILE… [--package ID] [--index ID] [--period P] [--block ID] [--sheet NAME]
                                [--answer QUESTION=VALUE]… [--json | --cells]
Opens CSV and Excel files as the Data screen does and prints what came of it.
Exit status: 0 accepted, 1 refused, 2 a question is open, 64 wrong usage.`

const ACCEPTED = 0
const REFUSED = 1
const NEEDS_ANSWER = 2
const WRONG_USAGE = 64

const PENDING_LENGTH = 1 << 16

const inVietnamese = createTranslate('vi', { ...viFirst, ...viScreens })
const inEnglish = createTranslate('en', en)

class UsageError extends Error {}

interface Request {
  readonly files: readonly string[]
  readonly packageId: string | null
  readonly answers: Answers
  readonly print: 'json' | 'cells' | 'text'
}

/** Answers by their ids: `period`, `column:D`. */
function readAnswer(text: string): readonly [string, string] {
  const [, id, kind, value] = /^(([a-z-]+)(?::.+?)?)=(.*)$/su.exec(text) ?? []
  const known: readonly string[] = QUESTION_KINDS
  if (id === undefined || kind === undefined || value === undefined || !known.includes(kind))
    throw new UsageError(`not an answer: ${text}`)
  return [id, value]
}

function readRequest(args: readonly string[]): Request {
  const text = { type: 'string' } as const
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        package: text,
        index: text,
        period: text,
        block: text,
        sheet: text,
        answer: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        cells: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
  const { values, positionals } = parsed
  if (positionals.length === 0) throw new UsageError('no file')
  if (values.json === true && values.cells === true) throw new UsageError('--json or --cells')
  const { index, period, block, sheet } = values
  const named = Object.entries({ index, period, block, sheet }).filter(([, value]) => value !== undefined)
  return {
    files: positionals,
    packageId: values.package ?? null,
    answers: Object.fromEntries([...named, ...(values.answer ?? []).map(readAnswer)]),
    print: values.json === true ? 'json' : values.cells === true ? 'cells' : 'text',
  }
}

/** The definitions of a package in `data/`: the default one where none is named. */
async function readBase(packageId: string | null): Promise<BaseDefinitions> {
  const catalog = v.parse(Catalog, JSON.parse(await readFile(join('data', 'catalog.json'), 'utf8')))
  const entry = catalog.packages.find(({ id }) => id === (packageId ?? catalog.default))
  if (entry === undefined) throw new UsageError(`no package ${packageId}`)
  const files = await Promise.all(
    DEFINITION_TABLES.map(
      async (table) => [tableFile(table), await readFile(join('data', entry.folder, tableFile(table)))] as const,
    ),
  )
  const { tables, problems } = readDefinitions(new Map(files))
  if (tables === null) throw new Error(`package ${entry.id}: ${JSON.stringify(problems[0])}`)
  return tables
}

async function readInput(path: string): Promise<File> {
  try {
    return new File([await openAsBlob(path)], basename(path))
  } catch (error) {
    throw new UsageError(`${path}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function describeProblem(problem: Problem) {
  const { kind, severity, file, row, column, value, expected, fix } = problem
  return {
    kind,
    severity,
    file,
    row,
    column,
    value,
    expected,
    ...(fix !== undefined && { fix }),
    vi: problemSentence(problem, inVietnamese),
    en: problemSentence(problem, inEnglish),
  }
}

function describeQuestion({ id, kind, options, free, about }: Question) {
  const subject = id.slice(kind.length + 1)
  return {
    id,
    kind,
    vi: inVietnamese(`import.ask.${kind}`, { subject }),
    en: inEnglish(`import.ask.${kind}`, { subject }),
    about,
    free,
    options,
  }
}

/** Writes an object whose list may be too long for one string. */
async function writeJson(
  head: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<string, Iterable<unknown>>>,
): Promise<void> {
  // What a slow reader has not taken yet is waited for: it would all be held in memory.
  const write = async (text: string) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  }
  const parts = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  await write(`{\n${parts.join(',\n')}`)
  for (const [key, items] of Object.entries(lists)) {
    await write(`,\n${JSON.stringify(key)}: [`)
    let pending = ''
    let first = true
    for (const item of items) {
      pending += `${first ? '\n' : ',\n'}${JSON.stringify(item)}`
      first = false
      if (pending.length < PENDING_LENGTH) continue
      await write(pending)
      pending = ''
    }
    await write(`${pending}]`)
  }
  await write('\n}\n')
}

function* rowsOfGrid(grid: Grid): Generator<readonly string[]> {
  for (let row = 0; row < grid.rowCount; row++)
    yield Array.from({ length: grid.widths[row] ?? 0 }, (_, place) => textAt(grid, row, place))
}

/** `--cells`: the cells of one file, before any meaning. */
async function printCells(path: string, answers: Answers): Promise<number> {
  const file = await readInput(path)
  const { add, problems } = startFindings(file.name)
  const step = await readGrid(file, answers, add, () => undefined)
  const described = problems.map(describeProblem)
  if (step === null) {
    await writeJson({ outcome: 'refused' }, { problems: described })
    return REFUSED
  }
  if ('asked' in step) {
    await writeJson({ outcome: 'needs-answer' }, { questions: step.asked.map(describeQuestion), problems: described })
    return NEEDS_ANSWER
  }
  const { encoding, delimiter, quote, sheet } = step.done.read
  const fatal = step.done.grid.faults.some((fault) => fault.fatal)
  if (fatal) {
    await writeJson({ outcome: 'refused', encoding, delimiter, quote }, { problems: described })
    return REFUSED
  }
  await writeJson(
    { encoding, delimiter, quote, ...(sheet !== null && { sheet }) },
    { rows: rowsOfGrid(step.done.grid) },
  )
  return ACCEPTED
}

const OUTCOME_STATUS = {
  accepted: ACCEPTED,
  'accepted-with-warnings': ACCEPTED,
  refused: REFUSED,
  'needs-answer': NEEDS_ANSWER,
} as const
type Outcome = keyof typeof OUTCOME_STATUS

/** More scores than this (about three million) do not fit into the engine's memory with all that follows from them. */
const LARGEST_AUDITED_BYTES = 150 * 1024 * 1024

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  accepted: 'đã nhận',
  'accepted-with-warnings': 'đã nhận, có điều cần xem',
  refused: 'không nhận',
  'needs-answer': 'cần trả lời trước khi đọc tiếp',
}
const SIGNS = { error: '■', warning: '□', info: '·' } as const

interface OpenedPath {
  readonly file: string
  readonly outcome: Outcome
  readonly opening: OpenOutcome
  readonly problems: readonly Problem[]
  /** Whether the figures were held against each other. */
  readonly audited: boolean
}

function isWithin(table: TableText, mostBytes: number): boolean {
  let size = 0
  for (const { length } of table) {
    size += length
    if (size > mostBytes) return false
  }
  return true
}

/** Opens one file and holds its figures against each other, as the Data screen does. */
async function openPath(path: string, base: BaseDefinitions, answers: Answers): Promise<OpenedPath> {
  const file = basename(path)
  const opening = await openFile(await readInput(path), base, answers)
  if (opening.outcome !== 'opened')
    return { file, outcome: opening.outcome, opening, problems: opening.problems, audited: false }
  const audited = isWithin(opening.tables.scores, LARGEST_AUDITED_BYTES)
  const problems = [...opening.problems, ...(audited ? await auditProblems(opening, file) : [])]
  const clean = problems.every(({ severity }) => severity === 'info')
  return { file, outcome: clean ? 'accepted' : 'accepted-with-warnings', opening, problems, audited }
}

/** What the figures contradict, at the cells of the file. */
async function auditProblems({ tables, reading }: OpenedFile, file: string): Promise<readonly Problem[]> {
  const findings = await auditFindings(tables)
  return findings.flatMap((finding) => findingProblem(finding, file, reading.columns ?? []) ?? [])
}

/** The worst of several files speaks for all. */
const worst = (opened: readonly OpenedPath[]): Outcome =>
  (['needs-answer', 'refused', 'accepted-with-warnings'] as const).find((outcome) =>
    opened.some((one) => one.outcome === outcome),
  ) ?? 'accepted'

function printJson(opened: readonly OpenedPath[]): Promise<void> {
  const [first] = opened
  const read = first?.opening.reading
  return writeJson(
    {
      outcome: worst(opened),
      encoding: read?.file?.encoding ?? null,
      delimiter: read?.file?.delimiter ?? null,
      sheet: read?.file?.sheet ?? null,
      layout: read?.table?.form ?? null,
      range: read?.table?.range ?? null,
      audited: opened.every(({ audited }) => audited),
      units: opened.reduce((sum, { opening }) => sum + (opening.outcome === 'opened' ? opening.unitCount : 0), 0),
    },
    {
      questions: opened.flatMap(({ opening }) =>
        opening.outcome === 'needs-answer' ? opening.questions.map(describeQuestion) : [],
      ),
      problems: opened.flatMap(({ problems }) => problems.map(describeProblem)),
      columns: read?.columns ?? [],
      records: records(opened),
    },
  )
}

function* records(opened: readonly OpenedPath[]): Generator<ImportedRecord> {
  for (const { opening } of opened) if (opening.outcome === 'opened') yield* recordsOf(opening.tables)
}

function printText(opened: readonly OpenedPath[]): void {
  for (const { outcome, opening, problems, file, audited } of opened) {
    console.log(`${file}: ${OUTCOME_WORDS[outcome]}`)
    if (opening.outcome === 'opened') console.log(`  ${opening.rowCount} dòng số liệu, ${opening.unitCount} đơn vị`)
    if (opening.outcome === 'opened' && !audited)
      console.log('  □ tệp quá lớn: chưa đối chiếu tổng, hạng, xếp loại và các kỳ với nhau')
    if (opening.outcome === 'needs-answer')
      for (const question of opening.questions.map(describeQuestion))
        console.log(
          `  ? ${question.vi} --answer '${question.id}=…' (${question.options.map(({ value }) => value).join(' | ')})`,
        )
    for (const problem of problems) {
      const place = [problem.row, problem.column].filter((part) => part !== null).join(' ')
      const value = problem.value === null ? '' : ` ${JSON.stringify(problem.value)}`
      console.log(`  ${SIGNS[problem.severity]} ${place}${value} — ${problemSentence(problem, inVietnamese)}`)
    }
  }
}

/** `npm run --silent import -- FILE…`: see `USAGE`. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { files, packageId, answers, print } = readRequest(args)
    if (print === 'cells') return await printCells(files[0] ?? '', answers)
    const base = await readBase(packageId)
    const opened: OpenedPath[] = []
    for (const path of files) opened.push(await openPath(path, base, answers))
    if (print === 'json') await printJson(opened)
    else printText(opened)
    return OUTCOME_STATUS[worst(opened)]
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(`${error.message}\n\n${USAGE}`)
    return WRONG_USAGE
  }
}
