import type { Row } from '@/domain/tables'
import { fold, nameKey } from '@/import/text-keys'

export type UnitKind = 'province' | 'city' | 'district' | 'commune' | 'agency'

const KIND_WORDS: readonly (readonly [word: string, kind: UnitKind])[] = [
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

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map(
  [
    ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'],
    ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'],
    ['nhất', 'nhì', 'ba', 'tư'],
  ].flatMap((words) => words.map((word, place) => [nameKey(word), String(place + 1)] as const)),
)

// As `nameKey` writes them: tone and i/y are already one.
const COMMITTEE = /^(?:ubnd|uỷ ban nhân dân|uỷ ban nd|uỷ ban) (?!$)/u

/** `UBND Q.1`, `Quận 01`, `Quận Một`, `quận 1` → `quận 1`. */
export function unitKey(name: string): string {
  const key = nameKey(name).replace(COMMITTEE, '')
  const glued = /^([qhp])(\d+)$/u.exec(key)
  const words = (glued === null ? key : `${glued[1]} ${glued[2]}`).split(' ')
  const expanded = words.length > 1 ? ABBREVIATED.get(words[0] ?? '') : undefined
  if (expanded !== undefined) words[0] = expanded
  const plain = words.map((word) => word.replace(/^0+(?=\d)/, '')).join(' ')
  const counted = /^(quận|phường) (.+)$/u.exec(plain)
  const number = counted === null ? undefined : NUMBER_WORDS.get(counted[2] ?? '')
  return number === undefined ? plain : `${counted?.[1]} ${number}`
}

/** What kind of unit a key names, and the name without that word; `bare` is `null` where no kind is named. */
export function kindOf(key: string): { readonly kind: UnitKind; readonly bare: string | null } {
  for (const [word, kind] of KIND_WORDS) {
    if (key.startsWith(`${word} `)) return { kind, bare: key.slice(word.length + 1) }
  }
  return { kind: 'agency', bare: null }
}

/** No unit's name is longer; on long texts the forms below would take for ever. */
const LONGEST = 400

/** `Ban Quản lý Khu Công nghệ cao (SHTP)` → without the abbreviation. */
export const withoutAbbreviation = (name: string) =>
  name.length > LONGEST ? name : name.replace(/\s*\((?=[^)]*\p{Lu})[\p{Lu}\d&-]{2,}\)\s*$/u, '')

/** `1. Sở Y tế`, `- Sở Y tế`, `Sở Y tế*`, `Sở Y tế (1)` → without number, dash and footnote. */
export const withoutMarks = (name: string) =>
  name
    .replace(/^(?:\d{1,3}\s*[.)/]\s*|[-–•*+]+\s*)(?=\p{L})/u, '')
    .replace(/(?<=\p{L}|\d)\s*(?:\*+|\(\*{1,3}\)|\(\d{1,2}\)|\[\d{1,2}\]|[¹²³⁴-⁹]+)$/u, '')

type Unit = Row<'units'>

export const spellingsOf = ({ name_vi, name_en, short_vi, short_en, aliases }: Unit): readonly string[] =>
  [name_vi, name_en, short_vi, short_en, ...(aliases?.split('|') ?? [])].filter(
    (spelling): spelling is string => spelling !== null && spelling.trim() !== '',
  )

const inFull = (key: string) => key.replaceAll(/(?<=^| )tp(?= |$)/gu, 'thành phố')

/**
 * The place whose units these are, as it may stand behind a name (`Sở Y tế - tỉnh
 * Gia Lai`, `Công an TP.HCM`): a province that other units' spellings end in, or
 * the only one that has not ended. Another province's name behind a department
 * is another department.
 */
export function homeEndings(units: readonly Unit[]): readonly string[] {
  const provinces = units.filter(({ name_vi, valid_to }) => {
    const { kind } = kindOf(unitKey(name_vi))
    return kind === 'province' || (kind === 'city' && valid_to === null)
  })
  const others = units.filter((unit) => !provinces.includes(unit)).flatMap((unit) => spellingsOf(unit).map(nameKey))
  const endingsOf = (unit: Unit) => {
    const keys = spellingsOf(unit).map((spelling) => inFull(unitKey(spelling)))
    return [...new Set(keys.flatMap((key) => [key, kindOf(key).bare ?? key]))].filter((key) => key.length > 2)
  }
  const standing = provinces.filter(({ valid_to }) => valid_to === null)
  const home = provinces.filter(
    (unit) =>
      (standing.length === 1 && standing[0] === unit) ||
      endingsOf(unit).some((ending) =>
        others.some((key) => inFull(key).endsWith(` ${ending}`) && kindOf(key).bare === null),
      ),
  )
  return home.flatMap(endingsOf).toSorted((a, b) => b.length - a.length)
}

/** The key without the home place behind it, of an agency also without `thành phố`, `tỉnh`. */
export function withoutHome(key: string, endings: readonly string[]): string {
  let rest = inFull(key.replace(/ ?\(([^()]*)\)$/u, ' $1'))
  const ending = endings.find((place) => rest.endsWith(` ${place}`))
  if (ending !== undefined) rest = rest.slice(0, -ending.length - 1)
  return kindOf(rest).bare === null ? rest.replace(/ (?:thành phố|tỉnh)$/u, '') : rest
}

/** A name's words, with each word without diacritics. */
export interface Words {
  readonly words: readonly string[]
  readonly plain: readonly string[]
}

export function wordsOf(key: string): Words {
  const words = key.split(' ')
  return { words, plain: words.map(fold) }
}

/**
 * Whether the words of `short` are those of `full`, some of them as initials:
 * `sở lđ tbxh` for `sở lao động thương binh xã hội`. At least one must be.
 */
export function abbreviates(short: Words, full: Words): boolean {
  if (short.words.length >= full.words.length || short.plain[0]?.charAt(0) !== full.plain[0]?.charAt(0)) return false
  const align = (token: number, word: number, used: boolean): boolean => {
    if (token === short.words.length) return word === full.words.length && used
    if (short.words[token] === full.words[word] && align(token + 1, word + 1, used)) return true
    const letters = short.plain[token] ?? ''
    if (letters.length < 2 || letters.includes(' ')) return false
    for (let place = 0; place < letters.length; place++) {
      if (full.plain[word + place]?.charAt(0) !== letters.charAt(place)) return false
    }
    return align(token + 1, word + letters.length, true)
  }
  return align(0, 0, false)
}
