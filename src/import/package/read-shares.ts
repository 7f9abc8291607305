import type { AddProblem } from '@/import/findings'
import { READ } from '@/import/meaning/numbers'
import type { Scores } from '@/import/meaning/read-scores'
import { addAt, TOTAL } from '@/import/meaning/resolve-rows'
import type { ResolvedRows } from '@/import/meaning/resolve-rows'
import { textAt } from '@/import/package/standings'
import type { Cells } from '@/import/table/cells'

const MOST_DECIMALS = 6

/**
 * `85%` of a maximum other than 100 is that share of it: its points take its
 * place, said once a column. Where plain numbers beside it are beyond the maximum
 * themselves, the column is on another scale, and nothing is read so.
 * `maximumOf` gives that of an edition's sub-index, `NaN` where it is not known.
 */
export function readShares(
  cells: Cells,
  resolved: ResolvedRows,
  scores: Scores,
  of: 'fields' | 'totals',
  maximumOf: (edition: number, subIndex: number) => number,
  add: AddProblem,
): void {
  const isShare = cells.columns.map(({ cells: column }) => column.texts.map((text) => text.trim().endsWith('%')))
  if (!isShare.some((ofTexts) => ofTexts.includes(true))) return
  const shares: { readonly which: number; readonly max: number }[] = []
  const otherScale = new Set<number>()
  for (let which = 0; which < scores.count; which++) {
    const sub = scores.subIndex[which] as number
    if (scores.state[which] !== READ || (sub === TOTAL) !== (of === 'totals')) continue
    const place = scores.column[which] as number
    const code = cells.columns[place]?.cells.codes[scores.row[which] as number] ?? 0
    const edition = resolved.results[scores.result[which] as number]?.edition as number
    const own = scores.max[which] as number
    const max = Number.isNaN(own) ? maximumOf(edition, sub) : own
    if (isShare[place]?.[code] === true) {
      if (max !== 100 && max > 0) shares.push({ which, max })
    } else if ((scores.value[which] as number) > max + 1e-9) otherScale.add(place)
  }
  const named = new Set<number>()
  for (const { which, max } of shares) {
    const place = scores.column[which] as number
    if (otherScale.has(place)) continue
    const points = Number((((scores.value[which] as number) * max) / 100).toFixed(MOST_DECIMALS))
    scores.value[which] = points
    scores.decimals[which] = (String(points).split('.')[1] ?? '').length
    if (named.has(place)) continue
    named.add(place)
    const row = scores.row[which] as number
    const text = textAt(cells.columns[place]?.cells ?? null, row)
    addAt(cells, add, 'share-read', 'info', { row, place }, text, `${points} / ${max}`)
  }
}
