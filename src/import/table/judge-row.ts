import { looksLikeNumber } from '@/import/meaning/numbers'
import type { TableColumns } from '@/import/table/columns-of'
import { isKnownHeader, isOfKind } from '@/import/table/find-header'
import type { Header, Scene } from '@/import/table/find-header'
import { BLANK, cellsOf, MARK, NUMBER, WORDS } from '@/import/table/texture'
import type { Cell, Region } from '@/import/table/texture'
import {
  isBareMax,
  isClassHeading,
  isMaximaLabel,
  isNote,
  isNumbering,
  isRankHeader,
  isSectionLike,
  isTotal,
  isUnitLike,
  splitMarker,
  summaryOf,
} from '@/import/table/words'

/** Rows looked at for what follows a row. */
const AHEAD = 60
const FIGURES_AHEAD = 8
const SAMPLE = 500

/** What a row below a header is, as far as it and the rows above it show. */
export type Verdict =
  | 'data'
  | 'maxima'
  | 'summary'
  /** A summary by its first words, or by a name that is a unit's as well. */
  | 'summary-or-data'
  /** The block's name with its mean beside it. */
  | 'section-with-figures'
  /** Of the rows without figures: what they are shows by what follows. */
  | 'heading'
  | 'note'
  | 'words'
  | 'numbering'
  | 'repeated-header'
  | 'other-table'

/** What was found above a row. */
export interface Progress {
  /** Data rows, and the last of them. */
  count: number
  last: number
  /** Data rows whose name was there before. */
  repeats: number
  /** By code of a name: 1 where a data row has it. */
  readonly seen: Uint8Array
  hasMaxima: boolean
  /** Whether rows of words stand between the last data row and this one. */
  isApart: boolean
}

export interface Judge {
  /** Whether a row is that of a unit, or of a sub-index, without a closer look. */
  readonly isPlain: (row: number) => boolean
  /** `cells`: those of the table's columns. */
  readonly judge: (row: number, cells: readonly Cell[]) => Verdict
}

const maximumIn = (text: string) =>
  text.length > 64
    ? Number.NaN
    : Number(
        text
          .replace(/[()]/g, '')
          .replace(/\s*(?:điểm|đ|%)$/iu, '')
          .replace(',', '.'),
      )

const isLoud = (text: string) => text.length > 6 && text === text.toUpperCase() && text !== text.toLowerCase()

/** The text by which a row heads others: `II. UBND QUẬN, HUYỆN`. */
export function headingOf(cells: readonly Cell[]): string {
  const [first, second] = cells
  const isMarked = cells.length === 2 && first !== undefined && splitMarker(first.text).name === ''
  return isMarked ? `${first.text}. ${second?.text ?? ''}` : cells.map(({ text }) => text).join(' ')
}

/** Judges the rows below a header; each text of the column of names is judged once. */
export function judgeRows(
  scene: Scene,
  header: Header,
  columns: TableColumns,
  region: Region,
  progress: Readonly<Progress>,
): Judge {
  const { texture, known } = scene
  const { grid } = texture
  const { name, labels, figures, subsDown, counter } = columns
  const within = { left: columns.left, right: columns.right }
  const isFigureColumn = new Set(figures)
  const isLabelColumn = new Set(labels)
  const names = grid.columns[name]
  const fileRow = (row: number) => grid.rows[row] ?? 0
  const codeAt = (row: number) => names?.codes[row] ?? 0

  const plainNames = new Map<number, 'unit' | 'plain' | 'open'>()
  function lookAtName(code: number): 'unit' | 'plain' | 'open' {
    const before = plainNames.get(code)
    if (before !== undefined) return before
    const text = names?.texts[code] ?? ''
    // Very short texts may number rows or columns.
    const isPlain =
      !/^[\dIVXA-H.()[\] ]{0,4}$/i.test(text) &&
      !looksLikeNumber(text) &&
      summaryOf(text) === null &&
      !isMaximaLabel(text) &&
      !isNote(text) &&
      (subsDown || (!known.isHeader(text) && !known.isBlock(text)))
    const look = !isPlain ? 'open' : !subsDown && (known.isUnit(text) || isUnitLike(text)) ? 'unit' : 'plain'
    plainNames.set(code, look)
    return look
  }
  function isPlain(row: number): boolean {
    const look = lookAtName(codeAt(row))
    if (look === 'open') return false
    if (figures.some((place) => texture.lookAt(row, place) === NUMBER)) return true
    // A unit without figures: where rows are counted, only with its number.
    const isCounted = counter === null ? labels.length === 1 : texture.lookAt(row, counter) === NUMBER
    return look === 'unit' && isCounted
  }

  const countAt = (row: number) =>
    counter !== null && texture.lookAt(row, counter) === NUMBER ? Number(texture.textAt(row, counter)) : null

  const isRepeat = (cells: readonly Cell[]) =>
    cells.length >= 2 &&
    cells.filter(({ place, text }) => header.rows.some((row) => texture.textAt(row, place) === text)).length * 5 >=
      cells.length * 4

  /** Whether the rows below a repeated header name units that were there already: then they are a table of their own. */
  function isAgain(row: number): boolean {
    const { count, repeats, seen } = progress
    if (subsDown || count === 0 || repeats * 10 > count) return false
    let rows = 0
    let old = 0
    for (let below = row + 1; below <= Math.min(region.bottom, row + AHEAD); below++) {
      const cells = cellsOf(texture, below, within)
      if (cells.length < 2 || isRepeat(cells)) continue
      rows++
      if (codeAt(below) !== 0 && seen[codeAt(below)] === 1) old++
    }
    return rows > 0 && old * 2 > rows
  }

  function figuresFollow(row: number): boolean {
    for (let below = row + 1; below <= Math.min(region.bottom, row + FIGURES_AHEAD); below++) {
      if (cellsOf(texture, below, region).some(({ look }) => look === NUMBER)) return true
    }
    return false
  }

  function isOtherHeader(row: number, cells: readonly Cell[]): boolean {
    if (subsDown || cells.length < 2) return false
    if (cells.some(({ look, text }) => look === MARK || (look === NUMBER && !known.isPeriod(text)))) return false
    const named = cells.find(({ place }) => place === name)?.text ?? ''
    if (isNote(cells[0]?.text ?? '') || ((known.isUnit(named) || isUnitLike(named)) && !known.isHeader(named))) {
      return false
    }
    const { count, last, seen } = progress
    if (count > 0 && (seen[codeAt(row)] === 1 || cells.some((cell) => isOfKind(scene, cell, last)))) return false
    const heads = cells.filter((cell) => isKnownHeader(scene, cell) && !isOfKind(scene, cell, row + 1))
    const words = cells.filter(({ place, look }) => look === WORDS && isFigureColumn.has(place))
    // A header tells its columns apart: one word for all figures of a row («chưa chấm») does not.
    const over = words.length > 1 && words.every(({ text }) => text === words[0]?.text) ? 0 : words.length
    // Words for figures alone may be those of a unit without a score; not so apart from the rows above.
    const gap = (of: number) => fileRow(of) - fileRow(of - 1)
    const isApart = progress.isApart || (gap(row) > 1 && gap(last) === 1)
    return (heads.length >= 2 || (isApart && over > 0 && over * 2 >= figures.length)) && figuresFollow(row)
  }

  /** Round numbers in every column of scores that no score below exceeds, where the header gives none. */
  function areMaxima(row: number): boolean {
    let isAbove = false
    let given = 0
    for (const place of figures) {
      const text = texture.textAt(row, place)
      const heads = columns.headers[place - columns.left] ?? []
      const isRank = heads.some((head) => isRankHeader(head))
      if (isRank !== (text === '')) return false
      if (isRank) continue
      const max = maximumIn(text)
      if (!(max > 0) || (max * 2) % 1 !== 0) return false
      if (heads.some((head) => head.length <= 400 && /[([]\s*(?:tối đa\D*)?\d+\D*[)\]]$/iu.test(head))) return false
      given++
      for (let below = row + 1; below <= Math.min(region.bottom, row + SAMPLE); below++) {
        if (texture.lookAt(below, place) !== NUMBER) continue
        const value = maximumIn(texture.textAt(below, place))
        if (value > max) return false
        if (value < max) isAbove = true
      }
    }
    return given > 0 && isAbove
  }
  function isMaxima(row: number, labelled: readonly Cell[]): boolean {
    if (labelled.some(({ text }) => isMaximaLabel(text))) return true
    if (progress.count > 0 || progress.hasMaxima) return false
    return labelled.every(({ look, text }) => look === WORDS && isBareMax(text)) && areMaxima(row)
  }

  /** A whole rank that no other row near it has: a mean or a sum would not close the sequence. */
  function hasRankOfItsOwn(row: number): boolean {
    const top = Math.max(header.bodyTop, row - SAMPLE)
    const bottom = Math.min(region.bottom, row + SAMPLE)
    return figures.some((place) => {
      const heads = columns.headers[place - columns.left] ?? []
      const codes = grid.columns[place]?.codes
      const text = texture.textAt(row, place).trim()
      if (codes === undefined || !heads.some(isRankHeader) || !/^[1-9]\d{0,5}$/.test(text)) return false
      if (Number(text) > region.bottom - header.bodyTop + 1) return false
      for (let near = top; near <= bottom; near++) if (near !== row && codes[near] === codes[row]) return false
      return true
    })
  }

  function judgeFigures(row: number, cells: readonly Cell[], labelled: readonly Cell[], isNext: boolean): Verdict {
    if (isMaxima(row, labelled)) return 'maxima'
    const named = cells.find(({ place }) => place === name)
    const speakers = named === undefined ? cells : labelled
    const summaries = speakers.map(({ text }) => (subsDown && isTotal(text) ? null : summaryOf(text)))
    if (!isNext && summaries.includes('sure')) return hasRankOfItsOwn(row) ? 'summary-or-data' : 'summary'
    if (!isNext && summaries.includes('doubtful')) return 'summary-or-data'
    if (named === undefined || !known.isBlock(named.text) || countAt(row) !== null) return 'data'
    const marker = counter === null ? null : splitMarker(texture.textAt(row, counter)).marker
    const isFree = counter === null || texture.lookAt(row, counter) === BLANK
    return isFree || marker === 'roman' || marker === 'letter' ? 'section-with-figures' : 'data'
  }

  function judgeWords(row: number, cells: readonly Cell[], hasMore: boolean): Verdict {
    const named = cells.some(({ place }) => place === name)
    if (cells.some(({ text }) => isNote(text))) return 'note'
    if (named && (countAt(row) !== null || hasMore)) return 'data'
    if (hasMore) return 'words'
    const text = headingOf(cells)
    const { marker, name: bare } = splitMarker(text)
    const isMerged = grid.merged.some((span) => span.top === row && span.left <= name && span.right > name)
    const isHeading =
      isMerged ||
      known.isBlock(bare) ||
      known.isBlock(text) ||
      isSectionLike(bare) ||
      isClassHeading(bare) ||
      (bare !== '' && (marker === 'roman' || marker === 'letter')) ||
      (isLoud(bare) && !isLoud(texture.textAt(row + 1, name)))
    return isHeading ? 'heading' : 'words'
  }

  function judge(row: number, cells: readonly Cell[]): Verdict {
    if (cells.length === 0) return 'note'
    if (isRepeat(cells)) return isAgain(row) ? 'other-table' : 'repeated-header'
    if (cells.length >= 3 && isNumbering(cells.map(({ text }) => text))) return 'numbering'
    if (isOtherHeader(row, cells)) return 'other-table'

    const labelled = cells.filter(({ place }) => isLabelColumn.has(place))
    const rest = cells.filter(({ place }) => !isLabelColumn.has(place))
    const named = cells.find(({ place }) => place === name)
    const hasFigures =
      figures.length === 0
        ? rest.length > 0
        : rest.some(({ place, look }) => look !== WORDS && isFigureColumn.has(place))
    const before = progress.count === 0 ? 0 : (countAt(progress.last) ?? 0)
    const isNext = countAt(row) === before + 1

    if (named !== undefined && named.look !== NUMBER) {
      if (known.isUnit(named.text)) {
        return hasFigures && summaryOf(named.text) !== null && !isNext ? 'summary-or-data' : 'data'
      }
      // «II | Ban quản lý và đơn vị khác»: a heading, though it begins like a unit.
      const lead = labelled[0] === named ? null : splitMarker(labelled[0]?.text ?? '')
      const isMarked = lead?.name === '' && (lead.marker === 'roman' || lead.marker === 'letter')
      const isHeading = known.isBlock(named.text) || (isMarked && rest.length === 0)
      if (!isHeading && isUnitLike(splitMarker(named.text).name) && summaryOf(named.text) === null) return 'data'
    }
    return hasFigures ? judgeFigures(row, cells, labelled, isNext) : judgeWords(row, cells, rest.length > 0)
  }

  return { isPlain, judge }
}
