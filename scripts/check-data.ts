import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Finding } from '@/db/questions/audit'
import { Catalog } from '@/domain/catalog'
import type { Problem, ProblemKind } from '@/domain/problem'
import { TABLE_NAMES } from '@/domain/tables'
import type { PackageTables, TableName } from '@/domain/tables'
import { MAIN_SET } from '@/domain/vocabulary'
import { findingSentence } from '@/i18n/audit-words'
import { en } from '@/i18n/en'
import { createFormat } from '@/i18n/format'
import { problemSentence } from '@/i18n/problem-words'
import { createTranslate } from '@/i18n/translate'
import { checkPackage } from '@/import/package/check-package'
import { readPackage } from '@/import/package/read-package'
import { DESCRIPTOR_FILE, tableFile } from '@/import/package/write-package'
import { auditFindings, findingPlace } from './audit-findings'

const SHOWN_OF_A_KIND = 20

const Descriptor = v.object({
  name: v.string(),
  resources: v.array(v.object({ name: v.string(), path: v.string() })),
})

const WORDS = { t: createTranslate('en', en), format: createFormat('en') }

/** What is wrong and what to do, for whoever edits the tables of a package; what is not here is said as on the screens. */
const SENTENCES: Readonly<Partial<Record<ProblemKind, (problem: Problem) => string>>> = {
  'empty-file': () => 'the file is empty; write at least the header line',
  'not-utf8': () => 'the file is not UTF-8; in Excel save it as "CSV UTF-8"',
  'not-nfc': () => 'the text is in decomposed Unicode; normalise it to NFC',
  'bad-csv': () => 'a quoted cell is not closed; check the quotation marks',
  'missing-table': () => 'the table is missing; add the file, with its header alone if there are no rows',
  'missing-column': () => 'the column is missing; add it, empty if there are no values',
  'unknown-column': ({ expected }) => `the table has no such column; remove it (known: ${expected})`,
  'duplicate-column': () => 'the column is there twice; keep one',
  'missing-value': ({ expected }) =>
    expected === null ? 'a value is required here' : `the row ${expected} is missing`,
  'bad-number': ({ expected }) => `not a number; write it plainly with a decimal point, like ${expected}`,
  'bad-date': ({ expected }) => `not a date of the calendar; write it like ${expected}`,
  'bad-value': ({ expected }) => (expected === null ? 'not allowed here' : `not allowed; expected ${expected}`),
  negative: ({ expected }) => `a negative number; expected ${expected}`,
  'out-of-range': ({ expected }) => `out of range; expected ${expected}`,
  'above-max': ({ expected }) => `above the maximum ${expected}; correct the score, or give the maximum of this unit`,
  'unknown-id': ({ expected }) => `no such id in ${expected}; add it there or correct it here`,
  'unknown-period': () => 'the calendar has no such period',
  'duplicate-row': ({ expected }) => `the same row as row ${expected}; remove one`,
  'conflicting-rows': ({ expected, column }) =>
    column === 'period_end'
      ? `period ${expected} of the same index and block ends on the same day, so the two have no order`
      : `the same key as row ${expected} with other values; keep the right one`,
  'outside-unit-dates': ({ expected }) =>
    `the unit existed ${expected}, not in this period; use its predecessor or successor, or correct the dates in units.csv`,
  'parent-cycle': ({ expected }) => `a sub-index is its own ancestor: ${expected}`,
  'wrong-cell-count': ({ expected }) => `the row has another number of cells than the header (${expected})`,
}

function line(folder: string, problem: Problem): string {
  const place = problem.row === null ? problem.file : `${problem.file}:${problem.row}`
  const what = problem.column === null ? '' : ` ${problem.column}`
  const value = problem.value === null ? '' : ` = ${JSON.stringify(problem.value)}`
  const sentence = SENTENCES[problem.kind]?.(problem) ?? problemSentence(problem, WORDS.t)
  return `${join(folder, place)}${what}${value} — ${sentence}`
}

/** Where it is, what it is about, and what was found. */
function findingLine(folder: string, finding: Finding): string {
  const { indexId, period, blockId, resultSet, unitId, subIndexId } = finding
  const about = [indexId, period, blockId, resultSet === MAIN_SET ? null : resultSet, unitId, subIndexId]
  const ids = about.filter((id) => id !== null).join(' ')
  return `${join(folder, findingPlace(finding))} (${ids}) — ${WORDS.t(`audit.kind.${finding.kind}`)}: ${findingSentence(finding, WORDS)}`
}

/** The first lines of each kind, and how many more there are. */
function listing<T extends { readonly kind: string }>(
  items: readonly T[],
  lineOf: (item: T) => string,
): readonly string[] {
  const byKind = new Map<string, T[]>()
  for (const item of items) {
    const members = byKind.get(item.kind)
    if (members) members.push(item)
    else byKind.set(item.kind, [item])
  }
  return [...byKind].flatMap(([kind, members]) => {
    const lines = members.slice(0, SHOWN_OF_A_KIND).map((item) => `  ${lineOf(item)}`)
    const left = members.length - SHOWN_OF_A_KIND
    return left > 0 ? [...lines, `  … and ${left} more of the kind ${kind}`] : lines
  })
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Files of a folder by name; folders inside it are left aside. */
async function readFolder(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return new Map(await Promise.all(files.map(async ({ name }) => [name, await readFile(join(folder, name))] as const)))
}

/** What is wrong with `datapackage.json`, as sentences. */
function checkDescriptor(files: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const bytes = files.get(DESCRIPTOR_FILE)
  if (!bytes) return [`${DESCRIPTOR_FILE} — the descriptor is missing`]
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return [`${DESCRIPTOR_FILE} — not valid JSON in UTF-8`]
  }
  const parsed = v.safeParse(Descriptor, json)
  if (!parsed.success) {
    return parsed.issues.map((issue) => `${DESCRIPTOR_FILE} ${v.getDotPath(issue) ?? ''} — ${issue.message}`)
  }
  const { resources } = parsed.output
  const listed = new Map(resources.map((resource) => [resource.name, resource.path]))
  return [
    ...TABLE_NAMES.filter((table) => listed.get(table) !== tableFile(table)).map(
      (table) => `${DESCRIPTOR_FILE} resources — ${table} is not listed with the path ${tableFile(table)}`,
    ),
    ...resources
      .filter(({ path }) => !files.has(path))
      .map(({ path }) => `${DESCRIPTOR_FILE} resources — there is no file ${path}`),
  ]
}

function rowCounts(tables: PackageTables): string {
  return TABLE_NAMES.map((table) => `${table} ${tables[table].length}`).join(', ')
}

/** What the figures of a sound package contradict; none where it cannot be loaded. */
async function auditOf(files: ReadonlyMap<string, Uint8Array>): Promise<readonly Finding[]> {
  const tables = TABLE_NAMES.map((table) => [table, [new Uint8Array(files.get(tableFile(table)) ?? [])]] as const)
  return auditFindings(Object.fromEntries(tables) as Record<TableName, readonly [Uint8Array<ArrayBuffer>]>)
}

/** Prints what was found in one package; the number of its errors. */
async function checkFolder(folder: string): Promise<number> {
  const files = await readFolder(folder)
  const descriptor = checkDescriptor(files).map((text) => `  ${join(folder, text)}`)
  const { tables, problems } = readPackage(files)
  const all = tables ? checkPackage(tables) : problems
  const errors = all.filter((problem) => problem.severity === 'error')
  const warnings = all.filter((problem) => problem.severity === 'warning')
  const errorCount = descriptor.length + errors.length
  const findings = tables && errors.length === 0 ? await auditOf(files) : []
  const doubtful = findings.filter(({ severity }) => severity === 'warning')
  const problemLine = (problem: Problem) => line(folder, problem)
  if (errorCount > 0) console.log(['Errors:', ...descriptor, ...listing(errors, problemLine)].join('\n'))
  if (warnings.length + doubtful.length > 0) {
    const lines = [...listing(warnings, problemLine), ...listing(doubtful, (finding) => findingLine(folder, finding))]
    console.log(['Warnings:', ...lines].join('\n'))
  }
  const rows = tables ? rowCounts(tables) : 'not read because of the errors'
  const warningCount = warnings.length + doubtful.length
  console.log(`${folder}: ${errorCount} errors, ${warningCount} warnings; rows: ${rows}\n`)
  return errorCount
}

async function checkCatalog(folder: string): Promise<number> {
  const file = join(folder, 'catalog.json')
  let json: unknown
  try {
    json = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    console.log(`${file} — cannot be read as JSON: ${String(error)}`)
    return 1
  }
  const parsed = v.safeParse(Catalog, json)
  if (!parsed.success) {
    for (const issue of parsed.issues) console.log(`${file} ${v.getDotPath(issue) ?? ''} — ${issue.message}`)
    return parsed.issues.length
  }
  let errors = 0
  for (const entry of parsed.output.packages) {
    const packageFolder = join(folder, entry.folder)
    if (await exists(packageFolder)) errors += await checkFolder(packageFolder)
    else {
      console.log(`${file} ${entry.id} — there is no folder ${packageFolder}`)
      errors += 1
    }
  }
  return errors
}

/**
 * `npm run check-data [-- FOLDER]`: checks every package of `data/catalog.json`,
 * or of the catalog in FOLDER, or the one package that FOLDER is.
 */
export async function main(args: string[]): Promise<number> {
  const folder = args[0] ?? 'data'
  if (!(await exists(folder))) {
    console.log(`${folder} — there is no such folder`)
    return 1
  }
  const isCatalog = args[0] === undefined || (await exists(join(folder, 'catalog.json')))
  const errors = isCatalog ? await checkCatalog(folder) : await checkFolder(folder)
  return errors > 0 ? 1 : 0
}
