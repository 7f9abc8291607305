import type { FieldMatrixRow, Weakness } from '@/db/questions/weak'
import type { Field } from '@/findings/fields'
import { NO_NUMBER, whyNoNumber, whyWords } from '@/findings/no-number'
import type { NoNumber } from '@/findings/no-number'
import { decimalsApart } from '@/i18n/weakness-words'
import type { I18n } from '@/i18n/use-i18n'
import { valueStep } from '@/ui/classes'
import type { ClassStep } from '@/ui/classes'

type Words = Pick<I18n, 't' | 'format'>
export type MatrixCell = FieldMatrixRow['cells'][number]

/** Lower limits of the five steps of the colour scale, in per cent. */
export const STEP_LIMITS = [0, 60, 70, 80, 90] as const

export interface SeenShare {
  /** Per cent without the sign: `64`, or `64,6` where `65` would be the threshold that it is below. */
  readonly text: string
  readonly step: ClassStep
}

/** A share as the matrix shows it. The colour is that of the number written, so that no 90 has the colour of the eighties. */
export function seenShare(share: number, limit: number, lower: boolean, { format }: Pick<Words, 'format'>): SeenShare {
  const threshold = (lower ? 1 - limit : limit) * 100
  const decimals = decimalsApart(share * 100, threshold, 0, format)
  const seen = Number((share * 100).toFixed(decimals))
  return { text: format.number(share * 100, decimals), step: valueStep(lower ? 100 - seen : seen, STEP_LIMITS) }
}

/** A diamond a test that fired, and a hollow one for "close to a threshold". */
export const marks = (severity: number, edge: boolean): string => `${'◆'.repeat(severity)}${edge ? '◇' : ''}`

/** What a screen reader says of a cell; its row and column say whose it is. */
export function cellWords(cell: MatrixCell, field: Field, seen: SeenShare | null, { t, format }: Words): string {
  if (cell.share === null || seen === null) {
    return t('weak.cell.missing', { why: whyWords(whyNoNumber(cell, field), { t }) })
  }
  const share = `${seen.text}${format.lang === 'vi' ? '\u00A0%' : '%'}`
  if (cell.severity > 0) {
    return t(cell.edge ? 'weak.cell.weak.edge' : 'weak.cell.weak', { share, n: cell.severity })
  }
  return cell.edge ? t('weak.cell.near', { share }) : share
}

/** The kinds of cells without a number that occur, in the order of the list. */
export function kindsOfGaps(rows: readonly FieldMatrixRow[], fields: readonly Field[]): readonly NoNumber[] {
  const found = new Set<NoNumber>()
  for (const row of rows) {
    for (const field of fields) {
      const cell = row.cells[field.cell]
      if (cell?.share === null) found.add(whyNoNumber(cell, field))
    }
  }
  return NO_NUMBER.filter((kind) => found.has(kind))
}

const key = (unitId: string, subIndexId: string) => `${unitId} ${subIndexId}`

/** Finds the figures behind a flag; null where there is none. */
export function flagFinder(flags: readonly Weakness[]): (unitId: string, subIndexId: string) => Weakness | null {
  const found = new Map(flags.map((flag) => [key(flag.unitId, flag.subIndexId), flag]))
  return (unitId, subIndexId) => found.get(key(unitId, subIndexId)) ?? null
}
