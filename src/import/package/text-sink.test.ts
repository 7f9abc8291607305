import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inUtf8 } from '@/import/package/text-sink'

const LENGTHS = fc.array(fc.tuple(fc.constantFrom('a', 'ố', '😀'), fc.integer({ min: 0, max: 90_000 })), {
  maxLength: 30,
})

test('a table in pieces has every row once, none over two pieces, and can be gone through again', () => {
  fc.assert(
    fc.property(LENGTHS, (lengths) => {
      const rows = lengths.map(([letter, length], row) => `${row},${letter.repeat(length)}\n`)
      const pieces = inUtf8(() => rows)
      const texts = Array.from(pieces, (piece) => new TextDecoder().decode(piece))
      expect(texts.join('') === rows.join('')).toBe(true)
      expect(texts.every((text) => text.endsWith('\n'))).toBe(true)
      expect(Array.from(pieces, ({ length }) => length)).toEqual(texts.map((text) => Buffer.byteLength(text)))
    }),
    { numRuns: 50 },
  )
})
