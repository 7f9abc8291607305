/** What a file is by its first bytes; `text` where none of the known ones. */
export type FileFormat = 'text' | 'xlsx' | 'html' | { readonly refused: string }

const MAGIC: readonly (readonly [name: string, bytes: readonly number[], at?: number])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['webp', [0x57, 0x45, 0x42, 0x50], 8],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  // Not PAR1 alone: the PAR Index may head a column.
  ['parquet', [0x50, 0x41, 0x52, 0x31, 0x15]],
  // The second edition of BIFF and later, before workbooks were compound files.
  ['xls', [0x09, 0x00, 0x04, 0x00]],
  ['xls', [0x09, 0x02, 0x06, 0x00]],
  ['xls', [0x09, 0x04, 0x06, 0x00]],
  ['xls', [0x09, 0x08]],
]
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04]
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0) =>
  start.every((byte, index) => bytes[at + index] === byte)

/** Office files are archives; the names of their entries tell which, also those in the directory at the end. */
function nameArchive(names: string): FileFormat {
  if (names.includes('xl/workbook.bin')) return { refused: 'xlsb' }
  if (names.includes('xl/')) return 'xlsx'
  const kinds: readonly (readonly [string, string])[] = [
    ['word/', 'docx'],
    ['ppt/', 'pptx'],
    ['opendocument.spreadsheet', 'ods'],
    ['opendocument.text', 'odt'],
    ['Index/Document.iwa', 'numbers'],
    ['Index.zip', 'numbers'],
  ]
  return { refused: kinds.find(([name]) => names.includes(name))?.[1] ?? 'zip' }
}

/** Compound files hold the names of their streams as UTF-16. */
function nameCompound(names: string): FileFormat {
  const wide = (text: string) => [...text].join('\0')
  const kinds: readonly (readonly [string, string])[] = [
    ['EncryptedPackage', 'encrypted'],
    ['WordDocument', 'doc'],
    ['PowerPoint Document', 'ppt'],
  ]
  return { refused: kinds.find(([name]) => names.includes(wide(name)))?.[1] ?? 'xls' }
}

const PAGE =
  /^(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[^])*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table[^]*<t[rdh])[\s>]/i
/** A page with its pictures in one file, as reports save it under the name of a workbook. */
const WEB_ARCHIVE = /^MIME-Version:/i
const WORKBOOK_XML = /^<\?xml[^>]*>\s*(?:<\?mso-application[^>]*>\s*)?<(?:\w+:)?Workbook[\s>]/i

const HEAD_LENGTH = 1 << 16
/** Compound files have their directory anywhere, mostly near an end. */
const DIRECTORY_LENGTH = 1 << 20

/** A web page in any encoding: its tags are ASCII. */
function isPage(bytes: Uint8Array): boolean {
  const text = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_LENGTH)).replaceAll('\0', '')
  const start = text.replace(/^(?:ï»¿|ÿþ|þÿ)/, '').trimStart()
  return PAGE.test(start) || WEB_ARCHIVE.test(start)
}

/** Text that programs exchange: what an interface answers instead of a table. */
function nameMarkup(head: string, tail: string): string | null {
  if (WORKBOOK_XML.test(head)) return 'xls'
  if (/^<\?xml[\s?]/i.test(head)) return 'xml'
  return /^\{\s*["}]|^\[\s*[[{]/.test(head) && /[\]}]\s*$/.test(tail) ? 'json' : null
}

/** Names a file by its bytes, whatever it is called: officials send Word files named .csv. */
export async function nameFormat(file: Blob): Promise<FileFormat> {
  const bytesOf = async (part: Blob) => new Uint8Array(await part.arrayBuffer())
  const latin1 = new TextDecoder('windows-1252')
  const head = await bytesOf(file.slice(0, HEAD_LENGTH))
  const isArchive = startsWith(head, ARCHIVE)
  if (isArchive || startsWith(head, COMPOUND)) {
    const length = isArchive ? HEAD_LENGTH : DIRECTORY_LENGTH
    const names =
      latin1.decode(await bytesOf(file.slice(0, length))) + latin1.decode(await bytesOf(file.slice(-length)))
    return isArchive ? nameArchive(names) : nameCompound(names)
  }
  const binary = MAGIC.find(([, bytes, at]) => startsWith(head, bytes, at))?.[0]
  if (binary !== undefined) return { refused: binary }
  if (isPage(head)) return 'html'
  const text = new TextDecoder('utf-8').decode(head).trimStart()
  const markup = nameMarkup(text, latin1.decode(await bytesOf(file.slice(-16))))
  return markup === null ? 'text' : { refused: markup }
}
