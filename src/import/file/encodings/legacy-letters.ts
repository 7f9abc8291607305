import { latinBytes, latinCharacter } from '@/import/file/encodings/latin-bytes'
import type { ByteEncoding, StoredEncoding } from '@/import/file/encodings/encoding-id'

/** A text as it reads in an encoding. */
export interface Reading {
  readonly text: string
  /** Characters beyond ASCII that mean nothing in the encoding and stand as they were. */
  readonly unread: number
}

/** Takes what Windows-1252 shows; `null` where the text cannot have been of the encoding. */
export type ReadLetters = (text: string) => Reading | null

/** Quotes, dashes and blanks that the fonts of every encoding share. */
const SHARED = /^[\u00A0\u2013\u2014\u2018\u2019\u201C\u201D\u2022\u2026]$/

function bySingleLetters(letters: ReadonlyMap<string, string>): ReadLetters {
  return (text) => {
    let unread = 0
    const read = text.replaceAll(/[\P{ASCII}\p{Cc}]/gu, (character) => {
      const letter = letters.get(character)
      if (letter === undefined && character > '\u007F' && !SHARED.test(character)) unread++
      return letter ?? character
    })
    return { text: read, unread }
  }
}

function lettersFrom(first: number, table: string): readonly (readonly [string, string])[] {
  return Array.from(table, (letter, place) => [latinCharacter(first + place), letter] as const).filter(
    ([, letter]) => letter !== '.',
  )
}

// TCVN 5712:1993, third set, as the .VnTime fonts have it; `.` is no letter. The fonts of capitals (.VnTimeH) use
// the codes of the small letters: only seven capitals have codes of their own.
const TCVN3 =
  '.ĂÂÊÔƠƯĐăâêôơưđ.' +
  '.....àảãáạ.ằẳẵắ.' +
  '......ặầẩẫấậè.ẻẽ' +
  'éẹềểễếệìỉ...ĩíịò' +
  '.ỏõóọồổỗốộờởỡớợù' +
  '.ủũúụừửữứựỳỷỹýỵ.'

// RFC 1456.
const VISCII =
  'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ' +
  'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ' +
  'Õắằặấầẩậẽẹếềểễệố' +
  'ồổỗỠƠộờởịỰỨỪỬơớƯ' +
  'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ' +
  'ĐứÒÓÔạỷừửÙÚỹỵÝỡư' +
  'àáâãảăữẫèéêẻìíĩỉ' +
  'đựòóôõỏọụùúũủýợỮ'
const VISCII_LOW: readonly (readonly [string, string])[] = [
  ['\u0002', 'Ẳ'],
  ['\u0005', 'Ẵ'],
  ['\u0006', 'Ẫ'],
  ['\u0014', 'Ỷ'],
  ['\u0019', 'Ỹ'],
  ['\u001E', 'Ỵ'],
]

const GRAVE = '\u0300'
const ACUTE = '\u0301'
const CIRCUMFLEX = '\u0302'
const TILDE = '\u0303'
const BREVE = '\u0306'
const HOOK = '\u0309'
const DOT = '\u0323'

// VNI writes a letter and its mark one after the other; a mark of a and one of o may look alike.
const VNI_TONES = new Map([
  ['ù', ACUTE],
  ['ø', GRAVE],
  ['û', HOOK],
  ['õ', TILDE],
  ['ï', DOT],
])
const VNI_CIRCUMFLEX = new Map([
  ['â', CIRCUMFLEX],
  ['á', CIRCUMFLEX + ACUTE],
  ['à', CIRCUMFLEX + GRAVE],
  ['å', CIRCUMFLEX + HOOK],
  ['ã', CIRCUMFLEX + TILDE],
  ['ä', CIRCUMFLEX + DOT],
])
const VNI_BREVE = new Map([
  ['ê', BREVE],
  ['é', BREVE + ACUTE],
  ['è', BREVE + GRAVE],
  ['ú', BREVE + HOOK],
  ['ü', BREVE + TILDE],
  ['ë', BREVE + DOT],
])
const VNI_LETTERS = new Map([
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['ñ', 'đ'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
  ['í', 'í'],
  ['ì', 'ì'],
])
const VNI_MARKS: ReadonlyMap<string, readonly ReadonlyMap<string, string>[]> = new Map([
  ['a', [VNI_TONES, VNI_CIRCUMFLEX, VNI_BREVE]],
  ['e', [VNI_TONES, VNI_CIRCUMFLEX]],
  ['o', [VNI_TONES, VNI_CIRCUMFLEX]],
  ['u', [VNI_TONES]],
  ['y', [VNI_TONES]],
  ['ô', [VNI_TONES]],
  ['ö', [VNI_TONES]],
])

const likeCase = (letter: string, like: string) => (like === like.toLowerCase() ? letter : letter.toUpperCase())

function readVni(text: string): Reading {
  let unread = 0
  let read = ''
  const characters = Array.from(text)
  for (let place = 0; place < characters.length; place++) {
    const character = characters[place] ?? ''
    const small = character.toLowerCase()
    const next = characters[place + 1]?.toLowerCase() ?? ''
    const mark =
      VNI_MARKS.get(small)
        ?.find((marks) => marks.has(next))
        ?.get(next) ?? ''
    const letter = VNI_LETTERS.get(small)
    if (letter === undefined && character > '\u007F' && !SHARED.test(character)) unread++
    read += (letter === undefined ? character : likeCase(letter, character)) + mark
    if (mark !== '') place++
  }
  return { text: read.normalize('NFC'), unread }
}

const windows1258 = new TextDecoder('windows-1258')
function readWindows1258(text: string): Reading | null {
  const bytes = latinBytes(text)
  return bytes === null ? null : { text: windows1258.decode(bytes).normalize('NFC'), unread: 0 }
}

const utf8 = new TextDecoder('utf-8')
function decodeUtf8(text: string): { readonly text: string; readonly lost: number } | null {
  const bytes = latinBytes(text)
  if (bytes === null) return null
  const read = utf8.decode(bytes).normalize('NFC')
  return { text: read, lost: read.match(/\uFFFD/g)?.length ?? 0 }
}

/** UTF-8 that was read as Windows-1252 and saved again; letters of which a part was lost on the way are U+FFFD. */
function readUtf8(text: string): Reading | null {
  const asIs = decodeUtf8(text)
  if (asIs === null || asIs.lost === 0) return asIs && { text: asIs.text, unread: 0 }
  // The second byte of à is a no-break space there, which often becomes a blank.
  const mended = decodeUtf8(text.replaceAll(/(?<=[ÃĂÅÆº»]) /g, '\u00A0')) ?? asIs
  const best = mended.lost < asIs.lost ? mended : asIs
  const letters = best.text.match(/\P{ASCII}/gu)?.length ?? 0
  return best.lost > letters / 2 ? null : { text: best.text, unread: 0 }
}

/** A capital within a word: `UBND` is capitals anyhow, `Y TÕ` may be words that begin with one. */
const IN_CAPITALS = /\P{ASCII}[A-Z]|[A-Z]{2}\P{ASCII}/u

/** In a font of capitals the small letters among capitals were capitals to the reader: `QUËN` is QUẬN. */
function withCapitals(read: ReadLetters): ReadLetters {
  return (text) => {
    const reading = read(text)
    if (reading === null || /[a-z]/.test(text) || !IN_CAPITALS.test(text)) return reading
    return { ...reading, text: reading.text.toUpperCase() }
  }
}

export const LEGACY_LETTERS: Readonly<Record<StoredEncoding | Exclude<ByteEncoding, 'windows-1252'>, ReadLetters>> = {
  tcvn3: withCapitals(bySingleLetters(new Map(lettersFrom(0xa0, TCVN3)))),
  vni: readVni,
  viscii: bySingleLetters(new Map([...lettersFrom(0x80, VISCII), ...VISCII_LOW])),
  'windows-1258': readWindows1258,
  'utf-8': readUtf8,
}
