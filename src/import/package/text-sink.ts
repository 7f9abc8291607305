/** Measured on a million rows: larger pieces are slower to join. */
const PENDING_LENGTH = 1 << 15
const CHUNK_BYTES = 1 << 20

export interface TextSink {
  readonly write: (text: string) => void
  /** All that was written, as UTF-8; the sink is then used up. */
  readonly finish: () => Uint8Array<ArrayBuffer>
}

/** The UTF-8 of texts that need not all be there at once; a text is whole in one piece. */
export const inUtf8 = (texts: () => Iterable<string>): Iterable<Uint8Array<ArrayBuffer>> => ({
  *[Symbol.iterator]() {
    const encoder = new TextEncoder()
    let chunk = new Uint8Array(CHUNK_BYTES)
    let length = 0
    let pending = ''
    const room = () => chunk.length - length >= pending.length * 3
    for (const text of texts()) {
      pending += text
      if (pending.length <= PENDING_LENGTH) continue
      if (!room()) {
        yield chunk.subarray(0, length)
        chunk = new Uint8Array(Math.max(CHUNK_BYTES, pending.length * 3))
        length = 0
      }
      length += encoder.encodeInto(pending, chunk.subarray(length)).written
      pending = ''
    }
    if (length > 0) yield chunk.subarray(0, length)
    if (pending !== '') yield encoder.encode(pending)
  },
})

/** Encodes text piece by piece, so that a table of a million rows never exists as one string, and its bytes twice only at the end. */
export function startText(): TextSink {
  const encoder = new TextEncoder()
  const full: Uint8Array<ArrayBuffer>[] = []
  let chunk = new Uint8Array(CHUNK_BYTES)
  let length = 0
  let pending = ''
  const flush = () => {
    // UTF-8 takes at most three bytes for a unit of UTF-16.
    const needed = pending.length * 3
    if (length + needed > chunk.length) {
      full.push(chunk.subarray(0, length))
      chunk = new Uint8Array(Math.max(CHUNK_BYTES, needed))
      length = 0
    }
    length += encoder.encodeInto(pending, chunk.subarray(length)).written
    pending = ''
  }
  return {
    write(text) {
      pending += text
      if (pending.length > PENDING_LENGTH) flush()
    },
    finish() {
      flush()
      full.push(chunk.subarray(0, length))
      const bytes = new Uint8Array(full.reduce((sum, { length: size }) => sum + size, 0))
      let at = 0
      for (const part of full) {
        bytes.set(part, at)
        at += part.length
      }
      return bytes
    },
  }
}
