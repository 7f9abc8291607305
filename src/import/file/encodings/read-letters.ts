import { LEGACY_LETTERS } from '@/import/file/encodings/legacy-letters'
import type { ReadLetters, Reading } from '@/import/file/encodings/legacy-letters'
import type { EncodingParts } from '@/import/file/encodings/encoding-id'
import { weighVietnamese, withStrokes } from '@/import/file/encodings/vietnamese-syllable'
import type { Plausible } from '@/import/file/encodings/vietnamese-syllable'
import type { Column, Grid } from '@/import/file/grid'

// VISCII has six capitals among the controls.
const BEYOND_ASCII = /[\P{ASCII}\p{Cc}]/u

/** A column with the texts `read` by place; texts that become one share a place. */
export function withTexts(column: Column, read: readonly string[]): Column {
  if (read.every((text, code) => text === column.texts[code])) return column
  // A typed text never becomes one with a number cell: what is a number stays as it is.
  const isPointed = (code: number) => column.pointed?.has(code) === true
  const places = new Map<string, number>()
  const texts: string[] = []
  const pointed = new Set<number>()
  const newCodes = read.map((text, code) => {
    const known = isPointed(code) ? undefined : places.get(text)
    if (known !== undefined) return known
    if (isPointed(code)) pointed.add(texts.length)
    else places.set(text, texts.length)
    texts.push(text)
    return texts.length - 1
  })
  const codes = texts.length === read.length ? column.codes : column.codes.map((code) => newCodes[code] ?? 0)
  return { texts, codes, ...(pointed.size > 0 ? { pointed } : {}) }
}

/** The beginning of a long note says enough. */
const LONGEST_WEIGHED = 300

interface Choice {
  readonly read: string
  /** 1: makes more sense as it is read; 0.5: the same, but by chance perhaps; -1: makes more sense as it stands. */
  readonly vote: number
  /** Whether it is Vietnamese as it is read, in part. */
  readonly vietnamese: boolean
}

function compare(text: string, reading: Reading): Choice {
  const before = weighVietnamese(text.slice(0, LONGEST_WEIGHED))
  const after = weighVietnamese(reading.text.slice(0, LONGEST_WEIGHED))
  const share = ({ words, vietnamese }: Plausible) => (words === 0 ? 1 : vietnamese / words)
  const more = share(after) - share(before) - reading.unread
  const gain = Math.sign(more === 0 ? after.common - before.common : more)
  return {
    read: reading.text,
    vote: gain > 0 && after.common === 0 ? 0.5 : gain,
    vietnamese: after.vietnamese > 0,
  }
}

/** `null`: the text cannot have been of the encoding. */
function choose(text: string, letters: ReadLetters): Choice | null {
  if (!BEYOND_ASCII.test(text)) return { read: text, vote: 0, vietnamese: false }
  const reading = letters(text)
  return reading && compare(text, reading)
}

/**
 * Cells in Unicode and cells in a font's letters stand side by side in Excel: a text that could be either is what
 * most of its column is, one that makes no sense in either what most of the file is.
 */
function readStored(columns: readonly (readonly string[])[], letters: ReadLetters): readonly (readonly string[])[] {
  const choices = columns.map((texts) => texts.map((text) => choose(text, letters)))
  const votes = choices.map((column) => column.reduce((sum, choice) => sum + (choice?.vote ?? -1), 0))
  const whole = votes.reduce((sum, vote) => sum + vote, 0)
  const isStored = ({ vote, vietnamese }: Choice, column: number): boolean => {
    if (Math.abs(vote) === 1) return vote > 0
    if (vote > 0) return column >= 1 || whole >= 0
    return (vietnamese && column !== 0 ? column : whole) >= 0
  }
  return columns.map((texts, place) =>
    texts.map((text, code) => {
      const choice = choices[place]?.[code] ?? null
      return choice !== null && isStored(choice, votes[place] ?? 0) ? choice.read : withStrokes(text)
    }),
  )
}

/** The texts of columns as they read in the encoding. A file of bytes is in one encoding throughout. */
export function readTexts(
  columns: readonly (readonly string[])[],
  { outer, inner }: EncodingParts,
): readonly (readonly string[])[] {
  if (inner === null || inner === 'windows-1252')
    return outer === 'windows-1252' ? columns : columns.map((texts) => texts.map(withStrokes))
  const letters = LEGACY_LETTERS[inner]
  if (outer !== 'windows-1252') return readStored(columns, letters)
  const read = (text: string) => (BEYOND_ASCII.test(text) ? (letters(text)?.text ?? text) : text)
  return columns.map((texts) => texts.map(read))
}

/** The grid with its letters read in the encoding. */
export function readLetters(grid: Grid, parts: EncodingParts): Grid {
  const read = readTexts(
    grid.columns.map(({ texts }) => texts),
    parts,
  )
  return { ...grid, columns: grid.columns.map((column, place) => withTexts(column, read[place] ?? column.texts)) }
}
