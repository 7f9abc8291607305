/**
 * What makes two spellings one. All keys are for comparing only, never for
 * display, and go into `Map`s: a unit may be called `__proto__`.
 */

const BLANKS = /[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/gu

// Control characters, zero-width blanks, marks that turn the direction of what follows: joiners stay, scripts need them.
const UNSEEN = /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+/gu

/** One line of text as a file's author meant it: NFC, without unseen characters, runs of blanks as one, none at the ends. */
export function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(BLANKS, ' ').replaceAll(UNSEEN, '').trim()
}

const FOLDED_TEXTS = 1 << 15
const LONGEST_REMEMBERED = 100
/** The same few names stand in a million rows, and are asked about by many. */
const folded = new Map<string, string>()

/** Without case, diacritics and marks: for the few words that a header or a block may be, never for units. */
export function fold(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (text.length <= LONGEST_REMEMBERED) {
    if (folded.size === FOLDED_TEXTS) folded.clear()
    folded.set(text, plain)
  }
  return plain
}

// hòa → hoà, ủy → uỷ: both placements of the tone are correct Vietnamese.
const TONES = new Map(
  [
    ...pairs('òóỏõọ', 'a', 'o', 'àáảãạ'),
    ...pairs('òóỏõọ', 'e', 'o', 'èéẻẽẹ'),
    ...pairs('ùúủũụ', 'y', 'u', 'ỳýỷỹỵ'),
  ].map(([from, to]) => [from, to]),
)
// lý → lí, Quy Đức → Qui Đức: i and y alone after these consonants sound the same.
const Y_TO_I = new Map(Array.from('yỳýỷỹỵ', (y, index) => [y, 'iìíỉĩị'.charAt(index)] as const))

function pairs(
  toned: string,
  plain: string,
  bare: string,
  tonedSecond: string,
): readonly (readonly [string, string])[] {
  return Array.from(toned, (letter, index) => [`${letter}${plain}`, `${bare}${tonedSecond.charAt(index)}`] as const)
}

/**
 * The key under which a name is looked up: NFC, case, placement of the tone,
 * i/y, `&` / `và` / `-` / `,` / `.`. Diacritics stay: Tân Hòa is not Tân Hóa.
 * A name of marks alone is its own key.
 */
export function nameKey(name: string): string {
  const text = tidy(name)
  const key = text
    .toLowerCase()
    .replaceAll(/[òóỏõọ][ae]|[ùúủũụ]y/gu, (syllable) => TONES.get(syllable) ?? syllable)
    .replaceAll(
      /(?<=(?:^|[^\p{L}\p{M}])(?:[hklmst]|qu))[yỳýỷỹỵ](?![\p{L}\p{M}])/gu,
      (letter) => Y_TO_I.get(letter) ?? letter,
    )
    .replaceAll(/[&,.\-–—]+/gu, ' ')
    .replaceAll(/(?<=^| )và(?= |$)/gu, ' ')
    .replaceAll(/ +/gu, ' ')
    .trim()
  return /[\p{L}\p{N}]/u.test(key) ? key : text
}

/** An id for a name: lower-case ASCII words joined by hyphens; `fallback` where none are left. */
export function slug(name: string, fallback: string): string {
  const words = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, '')
  return words === '' ? fallback : words
}

/** A slug that is not taken yet; takes it. */
export function takeSlug(name: string, fallback: string, taken: Set<string>): string {
  const base = slug(name, fallback)
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  taken.add(id)
  return id
}
