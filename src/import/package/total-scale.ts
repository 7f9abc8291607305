import type { AddProblem } from '@/import/findings'
import { READ } from '@/import/meaning/numbers'
import type { Scores } from '@/import/meaning/read-scores'
import { TOTAL } from '@/import/meaning/resolve-rows'
import type { Edition, ResolvedRows } from '@/import/meaning/resolve-rows'
import type { Answers, BaseDefinitions, Question } from '@/import/opening'
import { answeredMaximum } from '@/import/meaning/column-maxima'
import type { Definition } from '@/import/package/define'
import { textAt } from '@/import/package/standings'
import type { Cells } from '@/import/table/cells'

/** The scales that indices are published on, for a total whose maximum the file does not give. */
export const USUAL_SCALES = [1, 10, 100, 1000]

export interface Total {
  readonly row: number
  /** Place of its column among the cells'. */
  readonly column: number
  readonly state: number
  readonly value: number
  readonly max: number
}

export function totalsOf(resolved: ResolvedRows, scores: Scores, repeated: Uint8Array): readonly (Total | undefined)[] {
  const totals = Array.from<Total | undefined>({ length: resolved.results.length })
  for (let which = 0; which < scores.count; which++) {
    if (scores.subIndex[which] !== TOTAL || repeated[which] === 1) continue
    totals[scores.result[which] as number] = {
      row: scores.row[which] as number,
      column: scores.column[which] as number,
      state: scores.state[which] as number,
      value: scores.value[which] as number,
      max: scores.max[which] as number,
    }
  }
  return totals
}

/** The maxima of editions' totals that neither file nor definitions give, and what must be asked first. */
export interface Scales {
  /** By edition; `null` where the maximum is known otherwise, or not at all. */
  readonly scales: readonly (number | null)[]
  readonly questions: readonly Question[]
}

/** The scale on which all versions of an index that the base knows publish the totals of a block; `null` where they differ. */
function scaleOfIndex({ index, block }: Edition, base: BaseDefinitions): number | null {
  const sums = new Map<string, number | null>()
  for (const row of base.sub_indices) {
    if (row.index_id !== index.id || row.block_id !== block.id || row.parent_id !== null) continue
    const before = sums.get(row.version_id)
    const weight = row.weight ?? row.max_score
    sums.set(row.version_id, before === null || weight === null ? null : (before ?? 0) + weight)
  }
  const [scale, ...others] = new Set(
    [...sums.values()].map((sum) => (sum === null ? null : Math.round(sum * 1e6) / 1e6)),
  )
  return scale === undefined || others.length > 0 ? null : scale
}

/** Whether all fields of an edition are known to the base's index: those of a file's own add up to something else. */
function hasKnownFields({ index, ofSubIndex }: Definition, base: BaseDefinitions): boolean {
  const known = new Set(
    base.sub_indices.filter(({ index_id }) => index_id === index.id).map(({ sub_index_id }) => sub_index_id),
  )
  return [...ofSubIndex.values()].every(({ sub_index_id }) => known.has(sub_index_id))
}

/** Totals of at most a tenth of a scale are rather on another one: shares, or points out of 10. */
const isOnScale = (largest: number, scale: number) => largest <= scale && largest * 10 > scale

/**
 * The scale of each edition's totals, where nothing gives the maximum: answered,
 * or 100 where all are per cent, or the one scale that the index has in the
 * base, provided that it knows the edition's sub-indices; else it is asked. Editions whose totals are of
 * different sizes (0–1 beside 0–100) cannot have one answer: each is read on the
 * smallest usual scale, and that is said. Columns of several periods are asked
 * about together, in the name of the first.
 */
export function scalesOf(
  cells: Cells,
  resolved: ResolvedRows,
  totals: readonly (Total | undefined)[],
  definitions: readonly Definition[],
  known: readonly (number | null)[],
  base: BaseDefinitions,
  answers: Answers,
  add: AddProblem,
): Scales {
  const place = cells.columns.findIndex(({ role }) => role === 'total' || role === 'score')
  const letters = new Set<string>()
  const seen = new Set<number>()
  const open = new Map<number, { largest: number; row: number; isPercent: boolean }>()
  for (const [at, total] of totals.entries()) {
    const edition = resolved.results[at]?.edition as number
    if (total !== undefined && !seen.has(edition)) letters.add(cells.originOf(total.row, place).letter)
    seen.add(edition)
    if (total?.state !== READ || !Number.isNaN(total.max) || known[edition] !== null) continue
    const isPercent = textAt(cells.columns[place]?.cells ?? null, total.row)
      .trim()
      .endsWith('%')
    const before = open.get(edition)
    if (before === undefined) open.set(edition, { largest: total.value, row: total.row, isPercent })
    else {
      before.isPercent &&= isPercent
      if (total.value > before.largest) {
        before.largest = total.value
        before.row = total.row
      }
    }
  }
  // One total over several years is asked about once: what one of them is, the others are that fit.
  const given = new Set(
    [...letters].map((letter) => answeredMaximum(answers, letter)).filter((max) => max !== undefined),
  )
  const [ofGroup] = given.size === 1 ? given : []
  const scaleOf = (largest: number) => USUAL_SCALES.find((usual) => usual >= largest) ?? null
  const scales = known.map((): number | null => null)
  const unsure = [...open].filter(([edition, { isPercent, largest, row }]) => {
    const answered = answeredMaximum(answers, cells.originOf(row, place).letter)
    if (answered !== undefined) {
      scales[edition] = answered
      return false
    }
    const isKnown = hasKnownFields(definitions[edition] as Definition, base)
    const defined = isKnown ? scaleOfIndex(resolved.editions[edition] as Edition, base) : null
    const fitting = defined !== null && isOnScale(largest, defined) ? defined : null
    scales[edition] = isPercent ? 100 : fitting
    if (scales[edition] !== null || ofGroup === undefined) return scales[edition] === null
    if (ofGroup !== null && !isOnScale(largest, ofGroup)) return true
    scales[edition] = ofGroup
    return false
  })
  const [first] = unsure
  if (first === undefined) return { scales, questions: [] }
  const usual = new Set(unsure.map(([, { largest }]) => scaleOf(largest)))
  if (usual.size > 1) {
    for (const [edition, { largest, row }] of unsure) {
      const scale = scaleOf(largest)
      scales[edition] = scale
      const origin = cells.originOf(row, place)
      add('missing-column', 'warning', origin.row, origin.letter, scale === null ? null : String(scale), 'max_score')
    }
    return { scales, questions: [] }
  }
  const [largest] = unsure.map(([, found]) => found).toSorted((a, b) => b.largest - a.largest)
  const asked = [...new Set(unsure.map(([, { row }]) => cells.originOf(row, place).letter))]
  const likely = USUAL_SCALES.filter((scale) => scale >= (largest?.largest ?? 0)).slice(0, 2)
  const question: Question = {
    id: `max:${asked[0] ?? ''}`,
    kind: 'max',
    options: [...likely.map(String), 'none'].map((value) => ({ value, label: null, sample: [] })),
    free: true,
    about: [String(largest?.largest ?? ''), ...(asked.length > 1 ? [asked.join(', ')] : [])],
  }
  return { scales, questions: [question] }
}
