import { BYTE_ENCODINGS, encodingId, STORED_ENCODINGS } from '@/import/file/encodings/encoding-id'
import type { EncodingId, EncodingParts } from '@/import/file/encodings/encoding-id'
import { latinBytes } from '@/import/file/encodings/latin-bytes'
import { LEGACY_LETTERS } from '@/import/file/encodings/legacy-letters'
import { weighVietnamese, withStrokes } from '@/import/file/encodings/vietnamese-syllable'
import type { Plausible } from '@/import/file/encodings/vietnamese-syllable'
import type { Question } from '@/import/opening'

type Inner = EncodingParts['inner']

export type Decision = { readonly sure: Inner } | { readonly open: readonly Inner[] }

interface Weight extends Plausible {
  readonly inner: Inner
  /** Of the texts that are no Vietnamese as they stand, how many read better. */
  readonly better: number
}

/** A character that is no letter in one of the encodings at most: typographic quotes and blanks are in all. */
const TELLING = /(?![\u00A0\u2000-\u206F\u20AC\uFEFF\uFFFD])\P{ASCII}/u
const SAMPLE_TEXTS = 2000
const LONGEST_WEIGHED = 300
const SAMPLES_SHOWN = 5
const SAMPLE_LENGTH = 120

const share = ({ words, vietnamese }: Plausible) => (words === 0 ? 0 : vietnamese / words)
/** In some encodings every byte is a letter and much may be Vietnamese: common words weigh as much as possible ones. */
const score = ({ words, vietnamese, common }: Plausible) => (words === 0 ? 0 : (vietnamese + common) / words)

/** As it stands under `null`, else as it reads in the encoding. */
function read(text: string, inner: Inner): { readonly text: string; readonly unread: number } | null {
  return inner === null || inner === 'windows-1252' ? { text, unread: 0 } : LEGACY_LETTERS[inner](text)
}

function weigh(text: string, inner: Inner): Plausible {
  const reading = read(text, inner)
  if (reading === null) return { words: 1, vietnamese: 0, common: 0 }
  const plausible = weighVietnamese(reading.text)
  return { ...plausible, words: plausible.words + reading.unread }
}

/** `asTheyStand`: the weight of every text under `null`. */
function weighAll(texts: readonly string[], inner: Inner, asTheyStand: readonly Plausible[]): Weight {
  const sum = { inner, words: 0, vietnamese: 0, common: 0, better: 0 }
  for (const [place, text] of texts.entries()) {
    const before = asTheyStand[place]
    const own = inner === null && before !== undefined ? before : weigh(text, inner)
    sum.words += own.words
    sum.vietnamese += own.vietnamese
    sum.common += own.common
    if (before !== undefined && share(own) > share(before)) sum.better++
  }
  return sum
}

/** Distinct texts that tell encodings apart, some of every column. */
export function tellingTexts(columns: readonly { readonly texts: readonly string[] }[]): readonly string[] {
  const found = new Set<string>()
  const perColumn = Math.max(50, Math.ceil(SAMPLE_TEXTS / Math.max(1, columns.length)))
  for (const { texts } of columns) {
    let count = 0
    for (const text of texts) {
      if (!TELLING.test(text)) continue
      found.add(text.length > LONGEST_WEIGHED ? text.slice(0, LONGEST_WEIGHED) : text)
      if (++count === perColumn) break
    }
    if (found.size >= SAMPLE_TEXTS) break
  }
  return [...found]
}

/** French, Spanish or German names: small letters within words, accents here and there. */
const LATIN_WORD = /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+)[²³ªº]?$/u
function isLatin(texts: readonly string[]): boolean {
  const words = texts.flatMap((text) => text.match(/[\p{L}\p{M}\u0080-\u009F¡-¿×÷]+/gu) ?? [])
  const telling = words.filter((word) => TELLING.test(word) && /\p{L}/u.test(word))
  return telling.filter((word) => LATIN_WORD.test(word)).length >= telling.length * 0.8
}

function decideBytes(texts: readonly string[]): Decision {
  const before = texts.map((text) => weigh(text, null))
  const weights = BYTE_ENCODINGS.map((inner) =>
    weighAll(texts, inner === 'windows-1252' ? null : inner, before),
  ).toSorted((a, b) => score(b) - score(a))
  const [best, ...others] = weights
  if (best === undefined || (share(best) < 0.4 && isLatin(texts))) return { sure: null }
  const differs = (inner: Inner) => texts.some((text) => read(text, inner)?.text !== read(text, best.inner)?.text)
  const near = others.filter((other) => score(other) > score(best) * 0.7 && differs(other.inner))
  if (share(best) >= 0.6 && near.length === 0) return { sure: best.inner }
  return { open: share(best) < 0.4 ? weights.map(({ inner }) => inner) : [best, ...near].map(({ inner }) => inner) }
}

function decideStored(found: readonly string[]): Decision {
  const texts = found.map(withStrokes)
  const latin = texts.filter((text) => latinBytes(text) !== null)
  const doubtful = latin.filter((text) => share(weigh(text, null)) < 1)
  if (doubtful.length === 0) return { sure: null }
  const before = doubtful.map((text) => weigh(text, null))
  const weights = STORED_ENCODINGS.map((inner) => weighAll(doubtful, inner, before)).toSorted(
    (a, b) => score(b) - score(a) || b.better - a.better,
  )
  const [best, ...others] = weights
  if (best === undefined) return { sure: null }
  const near = others.filter((other) => score(other) > score(best) * 0.7)
  // Common words of such tables do not come about by chance; signs in Unicode text (µm, § 5) may look like others.
  if (best.common > 0 && best.better > 0 && near.length === 0) return { sure: best.inner }
  const isUnicode = texts.length - latin.length > 2
  if (best.better < Math.max(isUnicode ? 3 : 1, doubtful.length * 0.3)) return { sure: null }
  if (!isUnicode && best.better >= doubtful.length * 0.6 && near.length === 0) return { sure: best.inner }
  return { open: [...[best, ...near].map(({ inner }) => inner), null] }
}

/**
 * In which encoding the letters beyond ASCII make Vietnamese words. `outer` `windows-1252`: bytes that are no
 * UTF-8, read as Latin-1; else what may be stored in valid Unicode. Two that are near each other stay open.
 */
export function decideLetters(texts: readonly string[], outer: EncodingParts['outer']): Decision {
  if (texts.length === 0) return { sure: null }
  return outer === 'windows-1252' ? decideBytes(texts) : decideStored(texts)
}

/** What a viewer chooses from: every encoding with texts of the file as they read in it. */
export function askEncoding(
  telling: readonly string[],
  outer: EncodingParts['outer'],
  open: readonly Inner[],
): Question & { readonly options: readonly { readonly value: EncodingId }[] } {
  const short = telling.filter((text) => text.length <= SAMPLE_LENGTH && latinBytes(text) !== null)
  const shown = (short.length > 0 ? short : telling.map((text) => text.slice(0, SAMPLE_LENGTH))).slice(0, SAMPLES_SHOWN)
  const options = open.map((inner) => ({
    value: encodingId({ outer, inner }),
    label: null,
    sample: shown.map((text) => read(text, inner)?.text ?? text),
  }))
  return { id: 'encoding', kind: 'encoding', options, free: false, about: shown.slice(0, 3) }
}
