const FIRST_BYTES = 1 << 16
/** Measured on a million rows: larger pieces are slower to join. */
const PENDING_LENGTH = 1 << 15

export interface TextSink {
  readonly write: (text: string) => void
  /** All that was written, as UTF-8; the sink is then used up. */
  readonly finish: () => Uint8Array<ArrayBuffer>
}

/** Encodes text piece by piece, so that a table of a million rows never exists as one string. */
export function startText(): TextSink {
  const encoder = new TextEncoder()
  let bytes = new Uint8Array(FIRST_BYTES)
  let length = 0
  let pending = ''
  const flush = () => {
    // UTF-8 takes at most three bytes for a unit of UTF-16.
    const needed = length + pending.length * 3
    if (needed > bytes.length) {
      const larger = new Uint8Array(Math.max(needed, bytes.length * 2))
      larger.set(bytes)
      bytes = larger
    }
    length += encoder.encodeInto(pending, bytes.subarray(length)).written
    pending = ''
  }
  return {
    write(text) {
      pending += text
      if (pending.length > PENDING_LENGTH) flush()
    },
    finish() {
      flush()
      return bytes.slice(0, length)
    },
  }
}
