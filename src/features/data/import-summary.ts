import type { Problem, ProblemKind } from '@/domain/problem'
import { IMPORT_STEPS, askingStep, unfinishedStep } from '@/features/data/import-answers'
import type { ImportStep } from '@/features/data/import-answers'
import { delimiterName, encodingName, formName, isolate } from '@/features/data/import-words'
import { rowsInWords } from '@/features/data/rows-in-words'
import type { I18n } from '@/i18n/use-i18n'
import type { ReadColumn, Reading } from '@/import/opening'
import type { OpenFileResult } from '@/queries/open-file'

export type StepStatus = 'done' | 'asks' | 'look' | 'failed' | 'later'

export interface SeverityCounts {
  readonly errors: number
  readonly warnings: number
}

/** By severity: exact where all problems of a kind in the list have the same, else those of the list. */
export function severityCounts(
  problems: readonly Problem[],
  counts: Readonly<Partial<Record<ProblemKind, number>>>,
): SeverityCounts {
  const tally = { error: 0, warning: 0, info: 0 }
  for (const kind of new Set(problems.map((problem) => problem.kind))) {
    const own = problems.filter((problem) => problem.kind === kind)
    const severities = new Set(own.map(({ severity }) => severity))
    const [only] = severities
    if (severities.size === 1 && only !== undefined) tally[only] += counts[kind] ?? own.length
    else for (const { severity } of own) tally[severity]++
  }
  return { errors: tally.error, warnings: tally.warning }
}

function severityText({ errors, warnings }: SeverityCounts, { t }: I18n): string {
  if (errors > 0 && warnings > 0) return t('import.checked.errorsAndWarnings', { errors, warnings })
  if (errors > 0) return t('import.checked.errors', { n: errors })
  return warnings > 0 ? t('import.checked.warnings', { n: warnings }) : t('import.checked.none')
}

/** How far each step came. */
export function stepStatuses(result: OpenFileResult): Readonly<Record<ImportStep, StepStatus>> {
  const current =
    result.outcome === 'needs-answer'
      ? (askingStep(result.questions) ?? 'checked')
      : result.outcome === 'refused'
        ? unfinishedStep(result.reading)
        : 'checked'
  const at = IMPORT_STEPS.indexOf(current)
  const { errors, warnings } = severityCounts(result.problems, result.problemCounts)
  const ending: Readonly<Record<OpenFileResult['outcome'], StepStatus>> = {
    'needs-answer': 'asks',
    overlaps: 'asks',
    refused: 'failed',
    opened: errors + warnings > 0 ? 'look' : 'done',
  }
  const status = (step: ImportStep): StepStatus => {
    const place = IMPORT_STEPS.indexOf(step)
    if (place === at) return ending[result.outcome]
    if (place > at) return 'later'
    return step === 'columns' && looksNew(result.reading) ? 'look' : 'done'
  }
  return { file: status('file'), table: status('table'), columns: status('columns'), checked: status('checked') }
}

const looksNew = ({ units }: Reading): boolean =>
  units?.some(({ unitId, answered }) => unitId === null && !answered) ?? false

const SCORED: ReadonlySet<ReadColumn['role']> = new Set(['sub-index', 'score', 'total'])

/** What a step decided, in one line; `null` where it was not reached. */
export function stepSummary(step: ImportStep, result: OpenFileResult, i18n: I18n): string | null {
  const { t } = i18n
  const { file, table, columns, units } = result.reading
  switch (step) {
    case 'file':
      if (file === null) return null
      return file.format === 'xlsx'
        ? t('import.file.summary.xlsx', {
            sheet: isolate(file.sheet ?? ''),
            rows: file.rowCount + (file.blankRowCount ?? 0),
            columns: file.columnCount,
          })
        : t('import.file.summary.csv', {
            encoding: encodingName(file.encoding ?? '', i18n),
            delimiter: delimiterName(file.delimiter ?? '', i18n),
            rows: file.rowCount + (file.blankRowCount ?? 0),
            columns: file.columnCount,
          })
    case 'table':
      if (table === null) return null
      return t('import.table.summary', {
        form: formName(table.form, i18n),
        range: table.range,
        header: table.headerRows.length === 0 ? t('import.table.noHeader') : rowsInWords(table.headerRows),
        aside: table.aside.length,
      })
    case 'columns': {
      if (columns === null) return null
      const scores = columns.filter(({ role }) => SCORED.has(role)).length
      if (units === null || units.length === 0) return t('import.columns.summary.noUnits', { scores })
      const matched = units.filter(({ unitId }) => unitId !== null).length
      return t('import.columns.summary', { scores, matched, units: units.length, created: units.length - matched })
    }
    case 'checked': {
      const problems = severityText(severityCounts(result.problems, result.problemCounts), i18n)
      return result.outcome === 'opened'
        ? t('import.checked.summary', { units: result.unitCount, rows: result.rowCount, problems })
        : result.outcome === 'overlaps' || result.outcome === 'refused'
          ? problems
          : null
    }
  }
}
