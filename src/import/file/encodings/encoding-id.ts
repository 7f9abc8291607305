/** Encodings in which a code unit stands for a Unicode character. */
export const UNICODE_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be'] as const
export type UnicodeEncoding = (typeof UNICODE_ENCODINGS)[number]

/** Encodings of one byte a character. TCVN3 (ABC) and VNI are tables of fonts that show Latin-1 letters as Vietnamese. */
export const BYTE_ENCODINGS = ['windows-1252', 'windows-1258', 'tcvn3', 'vni', 'viscii'] as const
export type ByteEncoding = (typeof BYTE_ENCODINGS)[number]

/** What text may have been before a program took its bytes for Latin letters and saved those as Unicode. */
export const STORED_ENCODINGS = ['tcvn3', 'vni', 'windows-1258', 'utf-8'] as const
export type StoredEncoding = (typeof STORED_ENCODINGS)[number]

/** `utf-8+tcvn3`: valid UTF-8 whose letters are those of TCVN3; `utf-8+utf-8`: UTF-8 that was read as Latin-1 and saved again. */
export type EncodingId = UnicodeEncoding | ByteEncoding | `${UnicodeEncoding}+${StoredEncoding}`

export const ENCODING_IDS: readonly EncodingId[] = [
  ...UNICODE_ENCODINGS,
  ...BYTE_ENCODINGS,
  ...UNICODE_ENCODINGS.flatMap((outer) => STORED_ENCODINGS.map((stored) => `${outer}+${stored}` as const)),
]

/** An encoding that stands in the bytes, and one that is stored in its characters. */
export interface EncodingParts {
  /** `windows-1252`: one byte a character, read as Latin-1 until it is known what the bytes mean. */
  readonly outer: UnicodeEncoding | 'windows-1252'
  readonly inner: StoredEncoding | ByteEncoding | null
}

export function encodingId({ outer, inner }: EncodingParts): EncodingId {
  const id = outer === 'windows-1252' ? (inner ?? outer) : inner === null ? outer : `${outer}+${inner}`
  return ENCODING_IDS.find((known) => known === id) ?? outer
}

/** `null` where the text is no encoding's id. */
export function encodingParts(text: string): EncodingParts | null {
  const id = ENCODING_IDS.find((known) => known === text.trim().toLowerCase())
  if (id === undefined) return null
  const [first, second] = id.split('+')
  const outer = UNICODE_ENCODINGS.find((known) => known === first)
  if (outer !== undefined) return { outer, inner: STORED_ENCODINGS.find((known) => known === second) ?? null }
  const inner = BYTE_ENCODINGS.find((known) => known === first && known !== 'windows-1252')
  return { outer: 'windows-1252', inner: inner ?? null }
}
