import { STRUCTURES } from '@/domain/audit'
import type { Problem, ProblemKind } from '@/domain/problem'
import type { MessageKey, Translate } from '@/i18n/translate'

/** By what a refused file is, as its problem names it (`value`): the kind of way out, and how the type is called. */
const BINARY_TYPES = new Map<string, readonly [way: 'spreadsheet' | 'document' | 'archive' | 'image', type: string]>([
  ['xls', ['spreadsheet', 'Excel 97–2003 (.xls)']],
  ['xlsb', ['spreadsheet', 'Excel (.xlsb)']],
  ['ods', ['spreadsheet', 'OpenDocument (.ods)']],
  ['numbers', ['spreadsheet', 'Numbers']],
  ['parquet', ['spreadsheet', 'Parquet']],
  ['pdf', ['document', 'PDF']],
  ['doc', ['document', 'Word (.doc)']],
  ['docx', ['document', 'Word (.docx)']],
  ['odt', ['document', 'OpenDocument (.odt)']],
  ['rtf', ['document', 'RTF']],
  ['ppt', ['document', 'PowerPoint (.ppt)']],
  ['pptx', ['document', 'PowerPoint (.pptx)']],
  ['zip', ['archive', 'ZIP']],
  ['gzip', ['archive', 'gzip']],
  ['rar', ['archive', 'RAR']],
  ['7z', ['archive', '7-Zip']],
  ['png', ['image', 'PNG']],
  ['jpeg', ['image', 'JPEG']],
  ['jpg', ['image', 'JPEG']],
  ['gif', ['image', 'GIF']],
  ['webp', ['image', 'WebP']],
  ['tiff', ['image', 'TIFF']],
  ['bmp', ['image', 'BMP']],
])

type ExpectedKey = Extract<MessageKey, 'problem.expected' | `problem.expected.${string}`>

/** What `expected` is, where it is more than something to hold the value against. */
const EXPECTED_KEYS: Readonly<Partial<Record<ProblemKind, ExpectedKey>>> = {
  'answer-differs': 'problem.expected.answer',
  'above-max': 'problem.expected.max',
  'total-differs': 'problem.expected.sum',
  'total-rounded': 'problem.expected.sum',
  'duplicate-row': 'problem.expected.row',
  'conflicting-rows': 'problem.expected.row',
  'rank-gap': 'problem.expected.rank',
  'bad-number': 'problem.expected.form',
  'bad-date': 'problem.expected.form',
}

/** Columns that a viewer's file may lack, by what the importer calls them; a package's table names its own. */
const MISSING_COLUMNS: ReadonlyMap<string | null, ExpectedKey> = new Map([
  ['score', 'problem.expected.score'],
  ['max_score', 'problem.expected.maximum'],
])

/** The short name of what is wrong. */
export const problemName = ({ kind }: Pick<Problem, 'kind'>, t: Translate): string => t(`problem.${kind}`)

/** What a problem means and what became of it, or what to do: one or two sentences, without its place and value. */
export function problemSentence(
  { kind, value, expected }: Pick<Problem, 'kind' | 'value' | 'expected'>,
  t: Translate,
): string {
  if (kind === 'binary-file') {
    if (value === 'encrypted') return t('problem.binary-file.encrypted')
    const known = BINARY_TYPES.get(value ?? '')
    if (known !== undefined) return t(`problem.binary-file.${known[0]}`, { type: known[1] })
  }
  const structure = kind === 'structure-differs' ? STRUCTURES.find((name) => name === value) : undefined
  const text = t(structure === undefined ? `problem.${kind}.text` : `problem.structure-differs.${structure}`)
  if (expected === null) return text
  const missing = kind === 'missing-column' ? MISSING_COLUMNS.get(expected) : undefined
  return `${text} ${t(missing ?? EXPECTED_KEYS[kind] ?? 'problem.expected', { expected })}`
}
