import { columnLetter } from '@/domain/column-letter'
import type { AddProblem } from '@/import/findings'
import { inTexts, readRows } from '@/import/file/csv-rows'
import { chooseDialect } from '@/import/file/dialect'
import type { Dialect } from '@/import/file/dialect'
import { askEncoding, decideLetters, tellingTexts } from '@/import/file/encodings/decide-letters'
import { encodingParts } from '@/import/file/encodings/encoding-id'
import type { EncodingParts } from '@/import/file/encodings/encoding-id'
import { readTexts } from '@/import/file/encodings/read-letters'
import type { Grid } from '@/import/file/grid'
import { startGrid } from '@/import/file/grid-builder'
import { surveyBytes } from '@/import/file/survey-bytes'
import type { Survey } from '@/import/file/survey-bytes'
import type { Answers, OnProgress, Option, Question, ReadFile, Step } from '@/import/opening'

const SAMPLE_LENGTH = 1 << 18
const SAMPLE_LINES = 20
const LONGEST_SAMPLE = 1 << 22
const SHOWN_LENGTH = 80

/** Shares of the whole work; what comes after has the rest. */
const SURVEYED = 0.08
const PARSED = 0.55

/** Which code units the bytes are; `null` where they are no text that can be read, which has been said. */
function outerEncoding(survey: Survey, add: AddProblem): EncodingParts['outer'] | null {
  const { mark, wellFormed, illFormed, evenNuls, oddNuls, size } = survey
  if (mark === 'utf-32') {
    add('not-utf8', 'error', null, null, 'UTF-32', 'UTF-8')
    return null
  }
  if (mark === 'utf-16le' || mark === 'utf-16be') {
    // Delimiters, digits and line ends have a zero byte in UTF-16: text without any bears a false mark.
    if (size === 2 || evenNuls + oddNuls > 0) return mark
    add('not-utf8', 'error', null, null, 'UTF-16', 'UTF-8')
    return null
  }
  if (mark === null && oddNuls > size / 4 && evenNuls < oddNuls / 20) return 'utf-16le'
  if (mark === null && evenNuls > size / 4 && oddNuls < evenNuls / 20) return 'utf-16be'
  // Text in another encoding hardly ever forms UTF-8 by chance; a few broken bytes do not make UTF-8 another one.
  return mark === 'utf-8' || illFormed === 0 || wellFormed > illFormed ? 'utf-8' : 'windows-1252'
}

async function readSample(file: Blob, outer: EncodingParts['outer']): Promise<{ text: string; whole: boolean }> {
  let text = ''
  for await (const piece of inTexts(file, outer)) {
    text += piece
    const enough = text.trimStart().length >= SAMPLE_LENGTH && text.split('\n', SAMPLE_LINES).length === SAMPLE_LINES
    if (enough || text.length >= LONGEST_SAMPLE) return { text: text.slice(0, LONGEST_SAMPLE), whole: false }
  }
  return { text, whole: true }
}

/** The question how cells are parted; with its lines in readable letters, or with the question which those are. */
function askDelimiter(
  options: readonly Option[],
  sample: string,
  outer: EncodingParts['outer'],
  answered: EncodingParts | null,
): readonly Question[] {
  const lines = sample.split('\n', 200)
  const telling = tellingTexts([{ texts: lines }])
  const decision = answered === null ? decideLetters(telling, outer) : { sure: answered.inner }
  const readable = (texts: readonly string[]) =>
    'sure' in decision ? (readTexts([texts], { outer, inner: decision.sure })[0] ?? texts) : texts
  const shown = lines.filter((line) => line.trim() !== '').map((line) => line.slice(0, SHOWN_LENGTH))
  const question: Question = {
    id: 'delimiter',
    kind: 'delimiter',
    options: options.map((option) => ({ ...option, sample: readable(option.sample) })),
    free: true,
    about: readable(shown.slice(0, 3)),
  }
  if ('sure' in decision) return [question]
  return [askEncoding(telling, outer, decision.open), question]
}

/**
 * Reads text in cells. The letters of a file of bytes (`windows-1252`) are as they stand: the grid shows which
 * they are. `null` where the file is refused; the reason is among the problems.
 */
export async function readCsv(
  file: File,
  answers: Answers,
  add: AddProblem,
  onProgress: OnProgress,
): Promise<Step<{ readonly grid: Grid; readonly read: ReadFile }>> {
  const answered = encodingParts(answers.encoding ?? '')
  const outer =
    answered?.outer ?? outerEncoding(await surveyBytes(file, (done) => onProgress('decode', done * SURVEYED)), add)
  if (outer === null) return null

  const sample = await readSample(file, outer)
  if (sample.whole && sample.text.trim() === '') {
    add('empty-file', 'error', null, null, null)
    return null
  }
  const choice = chooseDialect(sample.text, sample.whole, answers.delimiter)
  if ('open' in choice && !sample.text.includes('\0'))
    return {
      asked: askDelimiter(choice.open, sample.text, outer, answered),
    }
  const dialect =
    'sure' in choice ? choice.sure : ({ delimiter: ',', quote: '"', escape: 'double', skipped: 0 } as const)

  const parse = async (as: Dialect) => {
    const builder = startGrid()
    const texts = inTexts(file, outer, (done) => onProgress('parse', SURVEYED + done * (PARSED - SURVEYED)))
    return { ...(await readRows(texts, as, builder)), builder }
  }
  const plain = await parse(dialect)
  // The first quote after a backslash may stand beyond the sample.
  const mayEscape = plain.broken?.kind === 'quote' && plain.broken.text.includes(`\\${dialect.quote}`)
  const escaped = mayEscape && dialect.escape === 'double' ? await parse({ ...dialect, escape: 'backslash' }) : null
  const { faults, broken, builder } = escaped?.broken === null ? escaped : plain
  for (const { row, fatal } of faults) if (!fatal) add('bad-csv', 'warning', row, null, dialect.quote)
  if (broken !== null) {
    const letter = columnLetter(broken.place)
    const [line = ''] = broken.text.split('\n', 1)
    const shown = line.slice(0, SHOWN_LENGTH)
    add(broken.kind === 'nul' ? 'nul-byte' : 'bad-csv', 'error', broken.row, letter, shown)
    return null
  }
  const grid = builder.finish(faults)
  if (grid.rowCount === 0) {
    add('empty-file', 'error', null, null, null)
    return null
  }
  const read: ReadFile = {
    format: 'csv',
    encoding: outer,
    delimiter: dialect.delimiter ?? '',
    quote: dialect.quote,
    sheet: null,
    sheets: [],
    rowCount: grid.rowCount,
    columnCount: grid.columns.length,
  }
  return { done: { grid, read } }
}
