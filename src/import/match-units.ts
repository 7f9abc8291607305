import type { Row } from '@/domain/tables'
import type { Period } from '@/import/periods'
import { nameKey } from '@/import/text-keys'

type Unit = Row<'units'>

export type UnitMatch =
  | { readonly outcome: 'found'; readonly unit: Unit; readonly withinDates: boolean }
  /** No unit of that name, or several that block and period do not tell apart: `candidates` are their ids. */
  | { readonly outcome: 'unknown'; readonly candidates: readonly string[] }

/** Matches a unit's name as it stands in a file; `block` is a block id. */
export type UnitMatcher = (name: string, block: string, period: Period) => UnitMatch

type Kind = 'province' | 'city' | 'district' | 'commune' | 'agency'

const KIND_WORDS: readonly (readonly [word: string, kind: Kind])[] = [
  ['tỉnh', 'province'],
  ['thành phố', 'city'],
  ['thị xã', 'district'],
  ['quận', 'district'],
  ['huyện', 'district'],
  ['phường', 'commune'],
  ['xã', 'commune'],
  ['đặc khu', 'commune'],
  ['thị trấn', 'commune'],
]

const ABBREVIATED: ReadonlyMap<string, string> = new Map([
  ['q', 'quận'],
  ['h', 'huyện'],
  ['p', 'phường'],
  ['x', 'xã'],
  ['tp', 'thành phố'],
  ['tx', 'thị xã'],
  ['tt', 'thị trấn'],
])

/** Which kinds of unit the well-known blocks hold; a city can be a province or a district. */
const KINDS_OF_BLOCK: ReadonlyMap<string, readonly Kind[]> = new Map([
  ['provinces', ['province', 'city']],
  ['districts', ['district', 'city']],
  ['communes', ['commune']],
  ['departments', ['agency']],
  ['vertical', ['agency']],
])

// As `nameKey` writes them: tone and i/y are already one.
const COMMITTEE = /^(?:ubnd|uỷ ban nhân dân|uỷ ban) (?!$)/u

/** `UBND Q.1`, `Quận 01`, `quận 1` → `quận 1`. */
function unitKey(name: string): string {
  const key = nameKey(name).replace(COMMITTEE, '')
  const glued = /^([qhp])(\d+)$/u.exec(key)
  const words = (glued === null ? key : `${glued[1]} ${glued[2]}`).split(' ')
  const expanded = words.length > 1 ? ABBREVIATED.get(words[0] ?? '') : undefined
  if (expanded !== undefined) words[0] = expanded
  return words.map((word) => word.replace(/^0+(?=\d)/, '')).join(' ')
}

function kindOf(key: string): { readonly kind: Kind; readonly bare: string | null } {
  for (const [word, kind] of KIND_WORDS) {
    if (key.startsWith(`${word} `)) return { kind, bare: key.slice(word.length + 1) }
  }
  return { kind: 'agency', bare: null }
}

interface Entry {
  readonly unit: Unit
  readonly kind: Kind
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

/** `Ban Quản lý Khu Công nghệ cao (SHTP)` → without the abbreviation. */
const withoutAbbreviation = (name: string) => name.replace(/\s*\((?=[^)]*\p{Lu})[\p{Lu}\d&-]{2,}\)\s*$/u, '')

/**
 * Looks names up in the registry: name, English name, short names, aliases and
 * id, under `nameKey`, after `UBND` and with `Q.`, `TP.` written out. A bare
 * name (`Bình Tân`) counts where block and period leave exactly one unit.
 * Nothing is matched by likeness.
 */
export function matchUnits(units: readonly Unit[]): UnitMatcher {
  const names = new Map<string, Entry[]>()
  const bareNames = new Map<string, Entry[]>()
  for (const unit of units) {
    const { kind, bare } = kindOf(unitKey(unit.name_vi))
    const entry = { unit, kind }
    const spellings = [
      unit.name_vi,
      unit.name_en,
      unit.short_vi,
      unit.short_en,
      unit.unit_id,
      ...(unit.aliases?.split('|') ?? []),
    ]
    for (const spelling of spellings) {
      if (spelling !== null && spelling.trim() !== '') put(names, unitKey(spelling), entry)
    }
    if (bare !== null && !/^\d+$/.test(bare)) put(bareNames, bare, entry)
  }

  function lookUp(key: string, block: string): readonly Entry[] {
    const kinds = KINDS_OF_BLOCK.get(block)
    const { bare } = kindOf(key)
    const named = names.get(key) ?? []
    // A full name says itself what it is; an alias such as `Bình Tân` needs the block as much as a bare name.
    const found =
      bare === null ? [...named, ...(bareNames.get(key) ?? []).filter((entry) => !named.includes(entry))] : named
    if (kinds === undefined || found.length === 0) return found
    return found.filter(({ kind }) => kinds.includes(kind))
  }

  const keysOf = new Map<string, readonly string[]>()
  const spellingsOf = (name: string) => {
    const known = keysOf.get(name)
    if (known !== undefined) return known
    const keys = [...new Set([unitKey(name), unitKey(withoutAbbreviation(name))])]
    keysOf.set(name, keys)
    return keys
  }

  return (name, block, period) => {
    for (const key of spellingsOf(name)) {
      const found = lookUp(key, block)
      if (found.length === 0) continue
      const within = byPeriod(found, period)
      const [only] = within
      if (only !== undefined && within.length === 1) return { outcome: 'found', unit: only.unit, withinDates: true }
      if (within.length > 1) return { outcome: 'unknown', candidates: within.map(({ unit }) => unit.unit_id) }
      const [outside] = found
      const { bare } = kindOf(key)
      // Outside its dates only a name that can mean nothing else; a bare one may be another unit's.
      if (outside !== undefined && found.length === 1 && (bare !== null || outside.kind === 'agency')) {
        return { outcome: 'found', unit: outside.unit, withinDates: false }
      }
      return { outcome: 'unknown', candidates: found.map(({ unit }) => unit.unit_id) }
    }
    return { outcome: 'unknown', candidates: [] }
  }
}
