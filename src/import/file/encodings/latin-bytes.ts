// Written out: Node's own decoder leaves these bytes as controls where it does not read in a stream.
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Windows-1252 of a text in which its bytes from 80 to 9F may still stand as controls. */
export const withoutControls = (text: string): string =>
  text.replaceAll(/[\u0080-\u009F]/g, (control) => HIGH.charAt((control.codePointAt(0) ?? 0x80) - 0x80))

/** The character that Windows-1252 shows for a byte. */
export const latinCharacter = (byte: number): string => withoutControls(String.fromCodePoint(byte))

const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte)

/** The byte of every character that a program shows which takes bytes for a code page; controls are themselves. */
function bytesOf(characters: string): ReadonlyMap<number, number> {
  const shown = Array.from(characters, (character, byte) => [character.codePointAt(0) ?? 0, byte] as const)
  return new Map([...ALL_BYTES.entries(), ...shown])
}

// Windows in Vietnam takes bytes for 1258, which shows 14 of them otherwise.
const CODE_PAGES = [
  bytesOf(Array.from(ALL_BYTES, latinCharacter).join('')),
  bytesOf(new TextDecoder('windows-1258').decode(ALL_BYTES)),
]

function bytesIn(text: string, codePage: ReadonlyMap<number, number>): Uint8Array | null {
  const bytes = new Uint8Array(text.length)
  for (let place = 0; place < text.length; place++) {
    const byte = codePage.get(text.codePointAt(place) ?? 0)
    if (byte === undefined) return null
    bytes[place] = byte
  }
  return bytes
}

/** The bytes that the text was before it was read as Windows-1252, Latin-1 or Windows-1258; `null` where it has other characters. */
export function latinBytes(text: string): Uint8Array | null {
  for (const codePage of CODE_PAGES) {
    const bytes = bytesIn(text, codePage)
    if (bytes !== null) return bytes
  }
  return null
}
