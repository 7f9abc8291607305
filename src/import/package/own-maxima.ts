import type { AddProblem } from '@/import/findings'
import { READ, readNumbers } from '@/import/meaning/numbers'
import type { Scores } from '@/import/meaning/read-scores'
import { addAt, placeOf, TOTAL } from '@/import/meaning/resolve-rows'
import type { ResolvedRows } from '@/import/meaning/resolve-rows'
import { textAt } from '@/import/package/standings'
import type { Cells } from '@/import/table/cells'

/** Maxima are whole points, or half ones. */
const STEP = 0.5
const MOST_CANDIDATES = 20
/** Floating-point numbers of a workbook have no last decimal. */
const LEAST_HALF = 5e-7

/** A total with its per cent: the maxima between `low` and `high` give both at the published decimals. */
interface Pair {
  readonly which: number
  readonly low: number
  readonly high: number
}

const candidatesOf = ({ low, high }: Pair): readonly number[] => {
  const first = Math.ceil(low / STEP - 1e-9)
  const last = Math.floor(high / STEP + 1e-9)
  return last - first >= MOST_CANDIDATES
    ? []
    : Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => (first + at) * STEP)
}

const fits = ({ low, high }: Pair, max: number) => max >= low - 1e-9 && max <= high + 1e-9

/** The one maximum that fits most totals, and at least half of them; `null` where there is none such. */
function commonMaximum(pairs: readonly Pair[]): number | null {
  const counts = new Map<number, number>()
  for (const pair of pairs) for (const max of candidatesOf(pair)) counts.set(max, (counts.get(max) ?? 0) + 1)
  const [first, second] = [...counts].toSorted((a, b) => b[1] - a[1])
  return first === undefined || first[1] === second?.[1] || first[1] * 2 < pairs.length ? null : first[0]
}

/**
 * The maxima that totals and the per cent beside them show together: 68.32 points
 * and 81.33 % are of 84. Where most totals of an edition agree with its maximum
 * (given, or shown by them), another whole or half number below it that alone
 * fits a unit's two figures is the unit's own; what fits none is named, and the per cent not used.
 * Changes the maxima of totals; `known` by edition.
 */
export function readOwnMaxima(
  cells: Cells,
  resolved: ResolvedRows,
  scores: Scores,
  repeated: Uint8Array,
  known: readonly (number | null)[],
  add: AddProblem,
): void {
  const place = placeOf(cells, 'share')
  const laid = cells.columns[place]
  if (laid === undefined) return
  const { texts, codes, pointed } = laid.cells
  const shares = readNumbers(texts, { limit: 100, mark: laid.mark, pointed })
  const largest = shares.values.reduce((a, b) => (b > a ? b : a), 0)
  const scale = largest <= 1 ? 1 : 100
  const half = (decimals: number) => Math.max(LEAST_HALF, 0.5 / 10 ** decimals)

  const byEdition = new Map<number, Pair[]>()
  for (let which = 0; which < scores.count; which++) {
    if (scores.subIndex[which] !== TOTAL || scores.state[which] !== READ || repeated[which] === 1) continue
    const code = codes[scores.row[which] as number] as number
    const points = scores.value[which] as number
    const share = shares.values[code] as number
    const slack = half(shares.decimals[code] as number)
    if (shares.states[code] !== READ || !(points > 0) || !(share > slack)) continue
    const pointSlack = half(scores.decimals[which] as number)
    const edition = resolved.results[scores.result[which] as number]?.edition as number
    const pair: Pair = {
      which,
      low: ((points - pointSlack) / (share + slack)) * scale,
      high: ((points + pointSlack) / (share - slack)) * scale,
    }
    const pairs = byEdition.get(edition)
    if (pairs === undefined) byEdition.set(edition, [pair])
    else pairs.push(pair)
  }
  const name = (kind: 'own-maximum' | 'share-differs', { which }: Pair, expected: number | null) => {
    const row = scores.row[which] as number
    const total = textAt(cells.columns[scores.column[which] as number]?.cells ?? null, row)
    const text = `${total} | ${textAt(laid.cells, row)}`
    const severity = kind === 'own-maximum' ? 'info' : 'warning'
    addAt(cells, add, kind, severity, { row, place }, text, expected === null ? null : String(expected))
  }
  const ofRows = placeOf(cells, 'max-score') !== -1
  for (const [edition, pairs] of byEdition) {
    const shown = known[edition] ?? commonMaximum(pairs)
    const usualOf = ({ which }: Pair) => (Number.isNaN(scores.max[which]) ? shown : (scores.max[which] as number))
    const [differing, agreeing] = [false, true].map((agrees) =>
      pairs.filter((pair) => agrees === fits(pair, usualOf(pair) ?? Number.NaN)),
    )
    const [first] = pairs
    if (first === undefined || differing === undefined || agreeing === undefined) continue
    if (agreeing.length * 2 < pairs.length) {
      if (shown !== null || !Number.isNaN(scores.max[first.which])) name('share-differs', first, usualOf(first))
      continue
    }
    if (known[edition] === null && shown !== null) giveMaximum(resolved, scores, edition, shown)
    const [example] = agreeing
    if (known[edition] === null && example !== undefined && usualOf(example) === shown)
      name('own-maximum', example, shown)
    for (const pair of differing) {
      const usual = usualOf(pair)
      const [own, another] = candidatesOf(pair)
      if (ofRows || own === undefined || another !== undefined || usual === null || own > usual) {
        name('share-differs', pair, usual)
        continue
      }
      scores.max[pair.which] = own
      name('own-maximum', pair, own)
    }
  }
}

/** Gives all totals of an edition that have none a maximum. */
function giveMaximum(resolved: ResolvedRows, scores: Scores, edition: number, max: number): void {
  for (let which = 0; which < scores.count; which++) {
    const isOpen = scores.subIndex[which] === TOTAL && Number.isNaN(scores.max[which])
    if (isOpen && resolved.results[scores.result[which] as number]?.edition === edition) scores.max[which] = max
  }
}
