import type { Row } from '@/domain/tables'
import type { Period } from '@/import/meaning/periods'
import { editDistance } from '@/import/meaning/likeness'
import {
  abbreviates,
  homeEndings,
  kindOf,
  spellingsOf,
  unitKey,
  withoutAbbreviation,
  withoutHome,
  withoutMarks,
  wordsOf,
} from '@/import/meaning/unit-keys'
import type { UnitKind, Words } from '@/import/meaning/unit-keys'
import { fold } from '@/import/text-keys'

type Unit = Row<'units'>

export type UnitMatch =
  | { readonly outcome: 'found'; readonly unit: Unit; readonly withinDates: boolean }
  /** No unit of that name, or several that block and period do not tell apart: `candidates` are their ids. */
  | { readonly outcome: 'unknown'; readonly candidates: readonly string[] }

/** Matches a unit's name as it stands in a file; `block` is a block id. */
export type UnitMatcher = (name: string, block: string, period: Period) => UnitMatch

/** Which kinds of unit the well-known blocks hold; a city can be a province or a district. */
const KINDS_OF_BLOCK: ReadonlyMap<string, readonly UnitKind[]> = new Map([
  ['provinces', ['province', 'city']],
  ['districts', ['district', 'city']],
  ['communes', ['commune']],
  ['departments', ['agency']],
  ['vertical', ['agency']],
])

interface Entry {
  readonly unit: Unit
  readonly kind: UnitKind
  /** Its spellings without the home place, each once. */
  readonly shortWords: readonly Words[]
  /** Its spellings without diacritics, each once, with what is left without the word for the kind. */
  readonly folded: readonly { readonly whole: string; readonly bare: string; readonly digits: string }[]
}

function foldedOf(keys: readonly string[]): Entry['folded'] {
  const found = new Map<string, Entry['folded'][number]>()
  for (const key of keys) {
    const whole = fold(key)
    if (!found.has(whole)) found.set(whole, { whole, bare: fold(kindOf(key).bare ?? key), digits: digitsOf(whole) })
  }
  return [...found.values()]
}

function put(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const entries = map.get(key)
  if (entries === undefined) map.set(key, [entry])
  else if (!entries.some(({ unit }) => unit === entry.unit)) entries.push(entry)
}

const overlaps = (unit: Unit, { start, end }: Period) =>
  (unit.valid_from === null || unit.valid_from <= end) && (unit.valid_to === null || unit.valid_to >= start)
const validAtEnd = (unit: Unit, { end }: Period) =>
  (unit.valid_from === null || unit.valid_from <= end) && (unit.valid_to === null || unit.valid_to >= end)

/** Narrows by period: valid in it, and of several of one kind (a department before and after a merger) the one valid at its end. */
function byPeriod(entries: readonly Entry[], period: Period): readonly Entry[] {
  const within = entries.filter(({ unit }) => overlaps(unit, period))
  if (new Set(within.map(({ kind }) => kind)).size !== 1) return within
  const atEnd = within.filter(({ unit }) => validAtEnd(unit, period))
  return atEnd.length > 0 ? atEnd : within
}

export interface NearUnit {
  readonly unit: Unit
  /** Whether letters differ, not only diacritics or the word for its kind. */
  readonly isSlip: boolean
}

export interface UnitNames {
  readonly match: UnitMatcher
  /** Units that a name which is not found may mean, the nearest first; at most five. */
  readonly near: (name: string, block: string, period: Period) => readonly NearUnit[]
  /** Whether a text is some unit's name, in any block and period. */
  readonly knows: (name: string) => boolean
}

/**
 * Looks names up in the registry: name, English name, short names, aliases and
 * id, under `nameKey`, after `UBND` and with `Q.`, `TP.` written out; then
 * without the home place behind the name; then by initials (`Sở KH-ĐT`). A bare
 * name (`Bình Tân`) counts where block and period leave exactly one unit.
 * Nothing is matched by likeness.
 */
export function readUnitNames(units: readonly Unit[]): UnitNames {
  const names = new Map<string, Entry[]>()
  const bareNames = new Map<string, Entry[]>()
  const shortNames = new Map<string, Entry[]>()
  const byId = new Map<string, Entry>()
  const entries: Entry[] = []
  const endings = homeEndings(units)
  for (const unit of units) {
    const { kind, bare } = kindOf(unitKey(unit.name_vi))
    const keys = spellingsOf(unit).map(unitKey)
    const shortKeys = [...new Set(keys.map((key) => withoutHome(key, endings)))]
    const entry: Entry = { unit, kind, shortWords: shortKeys.map(wordsOf), folded: foldedOf(keys) }
    entries.push(entry)
    byId.set(unit.unit_id, entry)
    for (const key of keys) put(names, key, entry)
    for (const key of shortKeys) put(shortNames, key, entry)
    if (bare !== null && !/^\d+$/.test(bare)) put(bareNames, bare, entry)
  }

  const inBlock = (found: readonly Entry[], block: string) => {
    const kinds = KINDS_OF_BLOCK.get(block)
    return kinds === undefined ? found : found.filter(({ kind }) => kinds.includes(kind))
  }

  function lookUp(key: string, block: string): readonly Entry[] {
    const { bare } = kindOf(key)
    const named = names.get(key) ?? []
    // A full name says itself what it is; an alias such as `Bình Tân` needs the block as much as a bare name.
    const found =
      bare === null ? [...named, ...(bareNames.get(key) ?? []).filter((entry) => !named.includes(entry))] : named
    return inBlock(found, block)
  }

  interface Ways {
    readonly keys: readonly string[]
    readonly short: string
    initials: readonly Entry[] | null
    near: readonly Near[] | null
  }
  const waysOf = new Map<string, Ways>()
  function ways(name: string): Ways {
    const known = waysOf.get(name)
    if (known !== undefined) return known
    const bare = withoutMarks(name)
    const keys = [...new Set([name, withoutAbbreviation(name), bare, withoutAbbreviation(bare)].map(unitKey))]
    const made: Ways = { keys, short: withoutHome(unitKey(bare), endings), initials: null, near: null }
    waysOf.set(name, made)
    return made
  }
  const byInitials = (way: Ways) => {
    way.initials ??= kindOf(way.short).bare !== null || way.short.length > 60 ? [] : abbreviated(wordsOf(way.short))
    return way.initials
  }

  function abbreviated(words: Words) {
    return entries.filter(
      ({ kind, shortWords }) => kind === 'agency' && shortWords.some((full) => abbreviates(words, full)),
    )
  }

  function settle(found: readonly Entry[], named: boolean, period: Period): UnitMatch {
    const within = byPeriod(found, period)
    const [only] = within
    if (only !== undefined && within.length === 1) return { outcome: 'found', unit: only.unit, withinDates: true }
    if (within.length > 1) return { outcome: 'unknown', candidates: within.map(({ unit }) => unit.unit_id) }
    const [outside] = found
    // Outside its dates only a name that can mean nothing else; a bare one may be another unit's.
    if (outside !== undefined && found.length === 1 && (named || outside.kind === 'agency')) {
      return { outcome: 'found', unit: outside.unit, withinDates: false }
    }
    return { outcome: 'unknown', candidates: found.map(({ unit }) => unit.unit_id) }
  }

  return {
    match(name, block, period) {
      const way = ways(name)
      // An id is one only as it stands: `quan go vap` is a name without its diacritics.
      const ofId = byId.get(name)
      const itself = ofId === undefined ? [] : inBlock([ofId], block)
      if (itself.length > 0) return settle(itself, true, period)
      for (const key of way.keys) {
        const found = lookUp(key, block)
        if (found.length > 0) return settle(found, kindOf(key).bare !== null, period)
      }
      const short = inBlock(shortNames.get(way.short) ?? [], block)
      if (short.length > 0) return settle(short, kindOf(way.short).bare !== null, period)
      const initials = inBlock(byInitials(way), block)
      return initials.length > 0 ? settle(initials, false, period) : { outcome: 'unknown', candidates: [] }
    },
    knows(name) {
      const { keys, short } = ways(name)
      return byId.has(name) || keys.some((key) => names.has(key) || bareNames.has(key)) || shortNames.has(short)
    },
    near(name, block, period) {
      // In another block only what the name says outright: the block may have been answered wrongly.
      const way = ways(name)
      way.near ??= nearEntries(way.keys[0] ?? '', entries)
      const found = way.near.filter(({ entry, distance }) => distance === 0 || inBlock([entry], block).length > 0)
      const rank = ({ entry, distance }: Near) =>
        distance + (inBlock([entry], block).length > 0 ? 0 : 10) + (overlaps(entry.unit, period) ? 0 : 5)
      return found
        .toSorted((a, b) => rank(a) - rank(b) || (a.entry.unit.unit_id < b.entry.unit.unit_id ? -1 : 1))
        .slice(0, 5)
        .map(({ entry, distance }) => ({ unit: entry.unit, isSlip: distance > 1 }))
    },
  }
}

interface Near {
  readonly entry: Entry
  readonly distance: number
}

const digitsOf = (key: string) => key.replaceAll(/\D+/g, ' ').trim()

/** Whether one word is the other with a slip; a slip seldom takes the first letter. */
const isWordSlip = (a: string, b: string) => {
  const limit = Math.min(a.length, b.length) < 7 ? 1 : 2
  return a.charAt(0) === b.charAt(0) && Math.min(a.length, b.length) >= 3 && editDistance(a, b, limit) <= limit
}

/** Whether a name is another with a slip or two: two letters swapped, one left out, a blank missing. */
function isSlip(a: string, b: string): boolean {
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return true
  const words = a.split(' ')
  const others = b.split(' ')
  if (words.length !== others.length) return false
  const differing = words.flatMap((word, place) =>
    word === others[place] ? [] : [[word, others[place] ?? ''] as const],
  )
  return differing.length <= (words.length < 4 ? 1 : 2) && differing.every(([word, other]) => isWordSlip(word, other))
}

/** Whether most words of two long names are the same. */
function sharesWords(a: string, b: string): boolean {
  const words = new Set(a.split(' '))
  const others = new Set(b.split(' '))
  const shared = [...words].filter((word) => others.has(word)).length
  return shared >= 4 && shared >= Math.max(words.size, others.size) * 0.75
}

/** Two names of no known unit that may be one unit's. */
export interface NearNames {
  readonly name: string
  readonly other: string
  /** Whether letters differ, not only diacritics, blanks or words cut to their initials. */
  readonly isSlip: boolean
}

/** Names beyond these, and beyond so many of one beginning, are not compared: no list of units is as long. */
const MOST_NAMES = 4000
const MOST_ALIKE = 400

/** Pairs of names (their `unitKey`s all different) that come near each other, each with those before it; numbers are never a slip. */
export function nearNames(names: readonly string[]): readonly NearNames[] {
  const groups = new Map<string, { name: string; key: string; folded: string; solid: string; words: Words }[]>()
  const pairs: NearNames[] = []
  for (const name of names.slice(0, MOST_NAMES)) {
    const key = unitKey(name)
    const folded = fold(key)
    // Marks alone have nothing in common but that.
    if (folded === '') continue
    const one = { name, key, folded, solid: folded.replaceAll(' ', ''), words: wordsOf(key) }
    const path = `${folded.charAt(0)} ${digitsOf(folded)}`
    const group = groups.get(path) ?? []
    groups.set(path, group)
    for (const other of group.slice(-MOST_ALIKE)) {
      const isShort =
        kindOf(key).bare === null && (abbreviates(one.words, other.words) || abbreviates(other.words, one.words))
      if (one.solid === other.solid || isShort) pairs.push({ name, other: other.name, isSlip: false })
      else if (isSlip(folded, other.folded)) pairs.push({ name, other: other.name, isSlip: true })
    }
    group.push(one)
  }
  return pairs
}

/** Units whose names differ by diacritics, by a slip or by the word for their kind only; numbers are never a slip. */
function nearEntries(key: string, entries: readonly Entry[]): readonly Near[] {
  const wanted = fold(key)
  const wantedBare = fold(kindOf(key).bare ?? key)
  const digits = digitsOf(wanted)
  // Quận 1 is near no other number: only itself, in another block or at another time.
  if (!/\p{L}/u.test(wantedBare)) {
    const same = entries.filter(({ folded }) => folded.some(({ whole }) => whole === wanted))
    return same.map((entry) => ({ entry, distance: 0 }))
  }
  const near: Near[] = []
  for (const entry of entries) {
    let least = Number.POSITIVE_INFINITY
    for (const { whole, bare, digits: own } of entry.folded) {
      if (own !== digits || Math.abs(whole.length - wanted.length) > 16) continue
      if (whole === wanted) least = Math.min(least, 0)
      else if (bare === wantedBare) least = Math.min(least, 1)
      // The name itself must be near: `Quận` is most of `Quận Tư` and says nothing.
      else if (isSlip(wantedBare, bare) || isSlip(wanted, whole)) least = Math.min(least, 2)
      else if (entry.kind === 'agency' && sharesWords(wanted, whole)) least = Math.min(least, 3)
    }
    if (Number.isFinite(least)) near.push({ entry, distance: least })
  }
  return near
}

/** `readUnitNames(units).match`. */
export const matchUnits = (units: readonly Unit[]): UnitMatcher => readUnitNames(units).match
