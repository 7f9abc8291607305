import type { ProblemKind } from '@/domain/problem'

/** Above this a browser tab cannot hold text and tables together. */
export const LARGEST_BYTES = 200 * 1024 * 1024

export type Decoded =
  | { readonly text: string }
  | {
      readonly kind: Extract<ProblemKind, 'empty-file' | 'binary-file' | 'html-file' | 'too-large' | 'not-utf8'>
      /** Line of the first byte that is not UTF-8. */
      readonly row: number | null
      /** What the file is instead, by name: `xlsx`, `pdf`, `UTF-16`, … */
      readonly value: string | null
      readonly expected: string | null
    }

const refuse = (
  kind: Exclude<Decoded, { text: string }>['kind'],
  value: string | null = null,
  expected: string | null = null,
  row: number | null = null,
): Decoded => ({ kind, row, value, expected })

const MAGIC: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
]

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte)
const latin1 = (bytes: Uint8Array) => String.fromCodePoint(...bytes)

/** Office files are archives; the folder of the first entries tells which. */
function nameArchive(bytes: Uint8Array): string {
  const head = latin1(bytes.subarray(0, 4096))
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - 8192)))
  const names = head + tail
  if (names.includes('xl/')) return 'xlsx'
  if (names.includes('word/')) return 'docx'
  if (names.includes('ppt/')) return 'pptx'
  if (names.includes('opendocument.spreadsheet')) return 'ods'
  return 'zip'
}

/** Compound files hold the names of their streams as UTF-16. */
function nameCompound(bytes: Uint8Array): string {
  const wide = (text: string) => [...text].join('\0')
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1 << 20))
  return head.includes(wide('WordDocument')) ? 'doc' : 'xls'
}

function nameBinary(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return nameArchive(bytes)
  const name = MAGIC.find(([, start]) => startsWith(bytes, start))?.[0] ?? null
  return name === 'xls' ? nameCompound(bytes) : name
}

function nameWideEncoding(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff])) return 'UTF-32'
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return 'UTF-16'
  return null
}

/** The line on which the first byte stands that UTF-8 does not allow. */
function lineOfFirstBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let line = 1
  let start = 0
  while (start < bytes.length) {
    const newline = bytes.indexOf(0x0a, start)
    const end = newline === -1 ? bytes.length : newline + 1
    try {
      decoder.decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    start = end
    line++
  }
  return line
}

/** Bytes of a file → NFC text without a byte order mark, or the reason why not. UTF-8 only so far. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return refuse('empty-file')
  if (bytes.length > LARGEST_BYTES) return refuse('too-large', String(bytes.length), String(LARGEST_BYTES))
  const binary = nameBinary(bytes)
  if (binary !== null) return refuse('binary-file', binary)
  const wide = nameWideEncoding(bytes)
  if (wide !== null) return refuse('not-utf8', wide, 'UTF-8')
  if (bytes.includes(0)) return refuse('binary-file')

  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('not-utf8', null, 'UTF-8', lineOfFirstBadByte(bytes))
  }
  const head = text.slice(0, 4096).trimStart()
  if (head === '' && text.trim() === '') return refuse('empty-file')
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)[\s>]/i.test(head))
    return refuse('html-file')
  return { text: text.normalize('NFC') }
}
