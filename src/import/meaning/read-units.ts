import type { Row } from '@/domain/tables'
import type { AddProblem } from '@/import/findings'
import { definitionNames } from '@/import/meaning/definition-names'
import type { NearUnit } from '@/import/meaning/match-units'
import type { Period } from '@/import/meaning/periods'
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
}

/**
 * Matches the names of units as the cells have them. What the viewer answered
 * wins; a name that is some unit's near miss, or that block and period leave to
 * several, is asked about; one that is near none is a new unit, and named.
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
  const keys = names.map((name) => `= ${nameKey(name)}`)
  const units: NamedUnit[] = []
  const places = new Map<string, number>()
  const outside = new Set<string>()
  const noted = new Map<string, Noted>()

  const answerOf = (name: string): Row<'units'> | 'new' | null => {
    const answer = answers[`unit:${name}`]?.trim()
    if (answer === undefined) return null
    return answer === 'new' ? answer : (byId.get(answer) ?? null)
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
      if (unit === null && name < same.name) same.name = name
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
    isAnswered: boolean,
  ) => {
    const before = noted.get(name)
    if (before === undefined) noted.set(name, { name, row, unit, answered: isAnswered, near })
    else if (unit === null && before.near.length === 0) {
      // Found in one edition and not in another: what is open is what the viewer must see.
      before.unit = null
      before.near = near
    }
  }
  const rowOf = (row: number) => (place === -1 ? (cells.rows[row] ?? 0) : cells.originOf(row, place).row)

  return {
    units,
    placeOf(code, block, period, row) {
      const name = names[code] as string
      const key = keys[code] as string
      const answer = answerOf(name)
      if (answer !== null) {
        const unit = answer === 'new' ? null : answer
        note(name, row, unit, [], true)
        return take(unit?.unit_id ?? key, unit, name)
      }
      const match = registry.match(name, block, period)
      if (match.outcome === 'found') {
        const { unit, withinDates } = match
        note(name, row, unit, [], false)
        if (!withinDates && !outside.has(`${unit.unit_id} ${period.id}`)) {
          outside.add(`${unit.unit_id} ${period.id}`)
          problem('outside-unit-dates', row, name, `${unit.valid_from ?? '…'} – ${unit.valid_to ?? '…'}`)
        }
        return take(unit.unit_id, unit, name)
      }
      const several = match.candidates.flatMap((id) => byId.get(id) ?? [])
      const near =
        several.length > 0 ? several.map((unit) => ({ unit, isSlip: false })) : registry.near(name, block, period)
      note(name, row, null, near, false)
      return take(key, null, name)
    },
    settle() {
      const found = new Set([...noted.values()].flatMap(({ unit }) => unit?.unit_id ?? []))
      const readUnits: ReadUnit[] = []
      const questions: Question[] = []
      const named = new Set<string>()
      for (const { name, row, unit, answered, near } of noted.values()) {
        // A unit that the file names rightly is not meant by another name as well.
        const likely = near.filter(({ unit: { unit_id }, isSlip }) => !isSlip || !found.has(unit_id))
        const suggestions = likely.map(({ unit: { unit_id, name_vi } }) => ({ unitId: unit_id, name: name_vi }))
        readUnits.push({
          name,
          row: rowOf(row),
          unitId: unit?.unit_id ?? null,
          unitName: unit?.name_vi ?? null,
          answered,
          suggestions,
        })
        if (unit !== null || answered) continue
        if (suggestions.length > 0) questions.push(questionOf(name, suggestions))
        // The viewer's own word for the one unit of a table is no finding about the file.
        else if (place !== -1 && !named.has(nameKey(name))) problem('unknown-unit', row, name, null)
        named.add(nameKey(name))
      }
      return { readUnits, questions }
    },
  }
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
