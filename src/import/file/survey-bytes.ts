import type { UnicodeEncoding } from '@/import/file/encodings/encoding-id'
import { inPieces } from '@/import/file/pieces'

/** What the bytes of a file allow, before any is taken for text. */
export interface Survey {
  readonly mark: UnicodeEncoding | 'utf-32' | null
  /** Characters of several bytes as UTF-8 writes them, and bytes that it does not allow. */
  readonly wellFormed: number
  readonly illFormed: number
  /** NUL bytes at even and at odd places: text in UTF-16 has many at one of them. */
  readonly evenNuls: number
  readonly oddNuls: number
  readonly firstNul: number | null
  readonly size: number
}

function markOf(head: Uint8Array): Survey['mark'] {
  const starts = (...bytes: readonly number[]) => bytes.every((byte, place) => head[place] === byte)
  if (starts(0xff, 0xfe, 0, 0) || starts(0, 0, 0xfe, 0xff)) return 'utf-32'
  if (starts(0xef, 0xbb, 0xbf)) return 'utf-8'
  if (starts(0xff, 0xfe)) return 'utf-16le'
  return starts(0xfe, 0xff) ? 'utf-16be' : null
}

/** How many bytes follow the first one of a character, and what the second one may be: Unicode's table 3-7. */
function follow(byte: number): { readonly count: number; readonly from: number; readonly to: number } {
  if (byte >= 0xc2 && byte <= 0xdf) return { count: 1, from: 0x80, to: 0xbf }
  if (byte >= 0xe0 && byte <= 0xef)
    return { count: 2, from: byte === 0xe0 ? 0xa0 : 0x80, to: byte === 0xed ? 0x9f : 0xbf }
  if (byte >= 0xf0 && byte <= 0xf4)
    return { count: 3, from: byte === 0xf0 ? 0x90 : 0x80, to: byte === 0xf4 ? 0x8f : 0xbf }
  return { count: 0, from: 0, to: 0 }
}

/** Reads the whole file once, in pieces. */
export async function surveyBytes(file: Blob, onProgress: (done: number) => void): Promise<Survey> {
  let mark: Survey['mark'] = null
  let wellFormed = 0
  let illFormed = 0
  const nuls: [even: number, odd: number] = [0, 0]
  let firstNul: number | null = null
  let offset = 0
  let awaited = 0
  let from = 0x80
  let to = 0xbf
  for await (const bytes of inPieces(file)) {
    if (offset === 0) mark = markOf(bytes)
    for (let place = 0; place < bytes.length; place++) {
      const byte = bytes[place] ?? 0
      if (awaited > 0) {
        if (byte >= from && byte <= to) {
          from = 0x80
          to = 0xbf
          if (--awaited === 0) wellFormed++
          continue
        }
        illFormed++
        awaited = 0
      }
      if (byte >= 0x80) {
        const next = follow(byte)
        if (next.count === 0) illFormed++
        awaited = next.count
        from = next.from
        to = next.to
      } else if (byte === 0) {
        firstNul ??= offset + place
        if ((offset + place) % 2 === 0) nuls[0]++
        else nuls[1]++
      }
    }
    offset += bytes.length
    onProgress(offset / file.size)
  }
  if (awaited > 0) illFormed++
  return { mark, wellFormed, illFormed, evenNuls: nuls[0], oddNuls: nuls[1], firstNul, size: offset }
}
