import type { Row } from '@/domain/tables'
import type { AddProblem } from '@/import/findings'
import { definitionNames } from '@/import/meaning/definition-names'
import { nearNames } from '@/import/meaning/match-units'
import type { NearUnit } from '@/import/meaning/match-units'
import type { Period } from '@/import/meaning/periods'
import { unitKey } from '@/import/meaning/unit-keys'
import type { Answers, BaseDefinitions, Question, ReadUnit } from '@/import/opening'
import type { Cells } from '@/import/table/cells'
import { nameKey, tidy } from '@/import/text-keys'

export interface NamedUnit {
  readonly base: Row<'units'> | null
  readonly key: string
  name: string
  id: string
}

interface ReadNames {
  readonly units: readonly NamedUnit[]
  /** Place in `units` of a name, by its code; `row` is the row of the cells that has it. */
  readonly placeOf: (code: number, block: string, period: Period, row: number) => number
  /** After the last row: how names were matched, and which are open; names what is new. */
  readonly settle: () => { readonly readUnits: readonly ReadUnit[]; readonly questions: readonly Question[] }
}

interface Noted {
  readonly name: string
  /** Row of the cells that has it first. */
  readonly row: number
  unit: Row<'units'> | null
  readonly answered: boolean
  near: readonly NearUnit[]
  /** Of a name that the viewer called another's: that name. */
  readonly sameAs: string | null
  /** Blocks and periods that have it. */
  readonly editions: Set<string>
}

/** Of spellings of one name that in full words (`Quận 99`, not `Q.99`, `UBND quận 99`), then that of the alphabet. */
const isWrittenBefore = (a: string, b: string) => {
  const order = (name: string) => `${nameKey(name) === unitKey(name) ? 0 : 1}${name}`
  return order(a) < order(b)
}

const newKey = (name: string) => `= ${unitKey(name)}`

/** What an answer begins with that calls a name another new name of the file: `same:Quận 01`. */
const SAME = 'same:'

/**
 * Matches the names of units as the cells have them. What the viewer answered
 * wins; a name that is some unit's near miss, or that block and period leave to
 * several, is asked about, as is one that comes near another new name of the
 * file; one that is near none is a new unit, and named.
 */
export function readUnits(
  cells: Cells,
  texts: readonly string[],
  place: number,
  base: BaseDefinitions,
  answers: Answers,
  add: AddProblem,
): ReadNames {
  const { units: registry } = definitionNames(base)
  const byId = new Map(base.units.map((unit) => [unit.unit_id, unit]))
  const names = texts.map(tidy)
  const units: NamedUnit[] = []
  const places = new Map<string, number>()
  const outside = new Set<string>()
  const noted = new Map<string, Noted>()

  // An answer about one spelling holds for the others that are plainly the same name.
  const byKey = new Map<string, string>()
  for (const [id, answer = ''] of Object.entries(answers))
    if (id.startsWith('unit:')) byKey.set(newKey(tidy(id.slice('unit:'.length))), answer.trim())
  const spelt = new Set(names)
  /** What a name was said to be (`null`: nothing was), and the name that it is then known by. */
  const meant = (written: string): { readonly name: string; readonly answer: Row<'units'> | 'new' | null } => {
    const seen = new Set<string>()
    let name = written
    for (;;) {
      seen.add(name)
      const answer = answers[`unit:${name}`]?.trim() ?? byKey.get(newKey(name))
      if (answer?.startsWith(SAME) !== true)
        return { name, answer: answer === 'new' ? answer : (byId.get(answer ?? '') ?? null) }
      const other = tidy(answer.slice(SAME.length))
      // Not a name of the file, or one that leads back: that says nothing.
      if (seen.has(other) || !spelt.has(other)) return { name: written, answer: null }
      name = other
    }
  }
  const problem = (
    kind: 'unknown-unit' | 'outside-unit-dates',
    row: number,
    value: string,
    expected: string | null,
  ) => {
    if (place === -1) return add(kind, 'warning', cells.rows[row] ?? null, null, value, expected)
    const origin = cells.originOf(row, place)
    return add(kind, 'warning', origin.row, origin.letter, value, expected)
  }
  const take = (key: string, unit: Row<'units'> | null, name: string) => {
    const known = places.get(key)
    if (known !== undefined) {
      // Several spellings of one new name: the same one whatever the order of the rows.
      const same = units[known] as NamedUnit
      if (unit === null && isWrittenBefore(name, same.name)) same.name = name
      return known
    }
    places.set(key, units.length)
    return units.push({ base: unit, key, name, id: unit?.unit_id ?? '' }) - 1
  }
  const note = (
    name: string,
    row: number,
    unit: Row<'units'> | null,
    near: readonly NearUnit[],
    edition: string,
    { isAnswered, sameAs }: { readonly isAnswered: boolean; readonly sameAs: string | null },
  ) => {
    const before = noted.get(name)
    before?.editions.add(edition)
    if (before === undefined) {
      const editions = new Set([edition])
      noted.set(name, { name, row, unit, answered: isAnswered, near, sameAs, editions })
    } else if (unit === null && before.near.length === 0) {
      // Found in one edition and not in another: what is open is what the viewer must see.
      before.unit = null
      before.near = near
    }
  }
  const rowOf = (row: number) => (place === -1 ? (cells.rows[row] ?? 0) : cells.originOf(row, place).row)

  return {
    units,
    placeOf(code, block, period, row) {
      const written = names[code] as string
      const edition = `${block} ${period.id}`
      const { name, answer } = meant(written)
      const by = { isAnswered: answer !== null || name !== written, sameAs: name === written ? null : name }
      if (answer !== null) {
        const unit = answer === 'new' ? null : answer
        note(written, row, unit, [], edition, by)
        return take(unit?.unit_id ?? newKey(name), unit, name)
      }
      const match = registry.match(name, block, period)
      if (match.outcome === 'found') {
        const { unit, withinDates } = match
        note(written, row, unit, [], edition, by)
        if (!withinDates && !outside.has(`${unit.unit_id} ${period.id}`)) {
          outside.add(`${unit.unit_id} ${period.id}`)
          problem('outside-unit-dates', row, name, `${unit.valid_from ?? '…'} – ${unit.valid_to ?? '…'}`)
        }
        return take(unit.unit_id, unit, name)
      }
      const several = match.candidates.flatMap((id) => byId.get(id) ?? [])
      const near =
        several.length > 0 ? several.map((unit) => ({ unit, isSlip: false })) : registry.near(name, block, period)
      note(written, row, null, near, edition, by)
      return take(newKey(name), null, name)
    },
    settle() {
      const found = new Set([...noted.values()].flatMap(({ unit }) => unit?.unit_id ?? []))
      // A unit that the file names rightly is not meant by another name as well.
      const likelyOf = ({ near }: Noted) =>
        near.filter(({ unit: { unit_id }, isSlip }) => !isSlip || !found.has(unit_id))
      const fresh = [...noted.values()].filter((one) => one.unit === null && likelyOf(one).length === 0)
      const alike = alikeNames(fresh)
      const readUnits: ReadUnit[] = []
      const questions: Question[] = []
      const named = new Set<string>()
      const open = [...noted.values()].filter(({ unit, answered }) => unit === null && !answered)
      const spellings = bestWritten(open.map(({ name }) => name))
      for (const one of noted.values()) {
        const { name, row, unit, answered, sameAs } = one
        const suggestions = [
          ...likelyOf(one).map(({ unit: { unit_id, name_vi } }) => ({ unitId: unit_id, name: name_vi })),
          ...(alike.get(newKey(name)) ?? []).map((other) => ({ unitId: `${SAME}${other}`, name: other })),
        ]
        readUnits.push({
          name,
          row: rowOf(row),
          unitId: unit?.unit_id ?? (sameAs === null ? null : `${SAME}${sameAs}`),
          unitName: unit?.name_vi ?? sameAs,
          answered,
          suggestions,
        })
        if (unit !== null || answered) continue
        const key = newKey(name)
        if (suggestions.length > 0) {
          if (spellings.get(key) === name) questions.push(questionOf(name, suggestions))
          // The viewer's own word for the one unit of a table is no finding about the file.
        } else if (place !== -1 && !named.has(key)) problem('unknown-unit', row, name, null)
        named.add(key)
      }
      return { readUnits, questions }
    },
  }
}

/** By key the spelling by which all of a key are asked about. */
function bestWritten(names: readonly string[]): ReadonlyMap<string, string> {
  const best = new Map<string, string>()
  for (const name of names) {
    const before = best.get(newKey(name))
    if (before === undefined || isWrittenBefore(name, before)) best.set(newKey(name), name)
  }
  return best
}

/** Of two names that may be one unit's the other is asked about: rather the shorter, or the one without diacritics; whatever the order of the rows. */
const isFuller = (a: string, b: string) => b.normalize('NFD').length - a.normalize('NFD').length || (a < b ? -1 : 1)

/**
 * By key of a new name the other new names that may mean the same unit. Where both stand in one ranking, different
 * letters are different units.
 */
function alikeNames(fresh: readonly Noted[]): ReadonlyMap<string, readonly string[]> {
  const editions = new Map<string, Set<string>>()
  for (const one of fresh) {
    const key = newKey(one.name)
    editions.set(key, new Set([...(editions.get(key) ?? []), ...one.editions]))
  }
  const areApart = (a: string, b: string) =>
    [...(editions.get(newKey(a)) ?? [])].some((edition) => editions.get(newKey(b))?.has(edition))
  const alike = new Map<string, string[]>()
  const names = [...bestWritten(fresh.map(({ name }) => name)).values()].toSorted(isFuller)
  for (const { name, other, isSlip } of nearNames(names)) {
    if (isSlip && areApart(name, other)) continue
    const key = newKey(name)
    const known = alike.get(key)
    if (known === undefined) alike.set(key, [other])
    else known.push(other)
  }
  return alike
}

const questionOf = (name: string, suggestions: ReadUnit['suggestions']): Question => ({
  id: `unit:${name}`,
  kind: 'unit',
  options: [
    ...suggestions.map(({ unitId, name: label }) => ({ value: unitId, label, sample: [] })),
    { value: 'new', label: name, sample: [] },
  ],
  free: false,
  about: [name],
})
