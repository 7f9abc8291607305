import type { Column } from '@/import/file/grid'
import { columnLetter } from '@/domain/column-letter'
import { readHeader } from '@/import/meaning/header-text'
import type { HeaderPart } from '@/import/meaning/header-text'
import { readDateForNumber } from '@/import/meaning/dates-for-numbers'
import { isMissing, looksLikeNumber } from '@/import/meaning/numbers'
import { repairedNumber } from '@/import/meaning/repair-number'
import type { FoundTable } from '@/import/table/found-table'

/** What the cells of a column are; `blank`: they say nothing at all. */
export type Content = 'blank' | 'numbers' | 'words'

/** A column of a found table as it stands, before it means anything. */
export interface Look {
  readonly place: number
  readonly letter: string
  /** The texts above it, joined; the letter where there are none: what the viewer sees. */
  readonly title: string
  readonly parts: readonly HeaderPart[]
  /** Every text of the data rows once, the blank one left out. */
  readonly texts: readonly string[]
  /** Places in `texts` of exact numbers with a decimal point. */
  readonly pointed: ReadonlySet<number>
  readonly content: Content
  /** In how many data rows the cell is not blank. */
  readonly filled: number
}

/** The name of a column in the file; in a turned table that is the row. */
const letterOf = ({ turned }: FoundTable, place: number) => (turned ? String(place + 1) : columnLetter(place))

function usedTexts({ texts, codes, pointed }: Column, rows: Uint32Array) {
  const counts = new Uint32Array(texts.length)
  for (const row of rows) {
    const code = codes[row] as number
    counts[code] = (counts[code] as number) + 1
  }
  const used: string[] = []
  const exact = new Set<number>()
  let filled = 0
  for (const [code, text] of texts.entries()) {
    if (counts[code] === 0 || text.trim() === '') continue
    filled += counts[code] as number
    if (pointed?.has(code) === true) exact.add(used.length)
    used.push(text)
  }
  return { texts: used, pointed: exact, filled }
}

/** Different texts by which a column is judged; a column of scores can have a million. */
const JUDGED = 2000

/** Dates say neither: Excel makes them of scores. */
function contentOf(texts: readonly string[]): Content {
  const given = texts.slice(0, JUDGED).filter((text) => !isMissing(text))
  if (given.length === 0) return texts.length > JUDGED ? contentOf(texts.slice(JUDGED)) : 'blank'
  const numbers = given.filter((text) => looksLikeNumber(text) || repairedNumber(text) !== null).length
  const dates = given.length === numbers ? 0 : given.filter((text) => readDateForNumber(text) !== null).length
  return numbers * 2 >= given.length - dates && numbers > 0 ? 'numbers' : 'words'
}

export function lookAtColumns(table: FoundTable): readonly Look[] {
  const looks: Look[] = []
  for (let place = table.left; place <= table.right; place++) {
    const column = table.grid.columns[place]
    if (column === undefined) continue
    const { texts, pointed, filled } = usedTexts(column, table.dataRows)
    const parts = (table.headers[place - table.left] ?? []).map(readHeader).filter(({ text }) => text !== '')
    const letter = letterOf(table, place)
    const title = parts.length === 0 ? letter : parts.map(({ text }) => text).join(' › ')
    looks.push({ place, letter, title, parts, texts, pointed, filled, content: contentOf(texts) })
  }
  return looks
}
