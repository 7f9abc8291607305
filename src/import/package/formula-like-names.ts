import type { AddProblem } from '@/import/findings'
import type { ColumnRole } from '@/import/meaning/column-meaning'
import { isMissing } from '@/import/meaning/numbers'
import { addAt, placeOf } from '@/import/meaning/resolve-rows'
import type { ResolvedRows } from '@/import/meaning/resolve-rows'
import type { Cells } from '@/import/table/cells'
import { tidy } from '@/import/text-keys'

/** What a spreadsheet takes for a formula when it opens the package's tables. */
const isFormulaLike = (name: string) => /^[=+\-@]/.test(name) && !isMissing(name)

const NAMING: readonly ColumnRole[] = ['index', 'block', 'source']

/**
 * Names that begin like a formula, each once: they stand in the package as they
 * are, and who opens its tables in a spreadsheet would see a formula at work.
 */
export function nameFormulaLike(
  cells: Cells,
  { readUnits }: Pick<ResolvedRows, 'readUnits'>,
  headerRow: number | null,
  add: AddProblem,
): void {
  for (const { unitId, name, row } of readUnits) {
    if (unitId !== null || !isFormulaLike(name)) continue
    const place = placeOf(cells, 'unit')
    add('formula-name', 'warning', row, place === -1 ? null : cells.originOf(0, place).letter, name)
  }
  for (const [place, { role, name, cells: column }] of cells.columns.entries()) {
    if (role === 'sub-index' && cells.form === 'wide') {
      if (isFormulaLike(name)) add('formula-name', 'warning', headerRow, cells.originOf(0, place).letter, name)
    } else if (NAMING.includes(role) || role === 'sub-index') {
      for (const [code, text] of column.texts.entries()) {
        if (!isFormulaLike(tidy(text))) continue
        const row = column.codes.indexOf(code)
        if (row !== -1) addAt(cells, add, 'formula-name', 'warning', { row, place }, text)
      }
    }
  }
}
