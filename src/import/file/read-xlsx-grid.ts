import type { Column, OddCell } from '@/import/file/grid'

/** More cells than this (rows × columns in use) do not fit into a browser tab. */
const LARGEST_CELLS = 100_000_000

interface Coder {
  readonly texts: string[]
  readonly places: Map<string, number>
  /** By place in `texts`, whether a number cell holds it. */
  readonly pointed: boolean[]
  codes: Uint32Array<ArrayBuffer>
}

/** What a sheet's cells make up; `rows` may lack rows of the file, and every column has as many codes as there are rows. */
export interface WrittenGrid {
  readonly columns: readonly Column[]
  readonly rows: Uint32Array
  readonly odd: readonly OddCell[]
}

/** Takes cells in any order, each by its row in the file and its place in the row. */
export interface GridWriter {
  /** `pointed`: the text is what a number cell holds. `false`: there are more cells than can be held. */
  readonly put: (row: number, place: number, text: string, pointed: boolean) => boolean
  readonly mark: (row: number, place: number, kind: OddCell['kind'], shown: string | null) => void
  /** `null`: there are more cells than can be held. */
  readonly finish: () => WrittenGrid | null
}

export function startGrid(): GridWriter {
  const coders: Coder[] = []
  const odd: OddCell[] = []
  const rows: number[] = []
  /** Only where rows do not follow each other as they should. */
  let places: Map<number, number> | null = null
  let lastRow = 0
  let lastIndex = -1
  let highest = 0
  let held = 0

  function indexOf(row: number): number {
    if (row === lastRow) return lastIndex
    if (row <= highest) places ??= new Map(rows.map((each, index) => [each, index]))
    let index = row <= highest ? places?.get(row) : undefined
    if (index === undefined) {
      index = rows.length
      rows.push(row)
      places?.set(row, index)
    }
    highest = Math.max(highest, row)
    lastRow = row
    lastIndex = index
    return index
  }

  function coderAt(place: number): Coder {
    while (coders.length <= place)
      coders.push({ texts: [''], places: new Map([['', 0]]), pointed: [false], codes: new Uint32Array(0) })
    return coders[place] as Coder
  }

  function ordered(codes: Uint32Array<ArrayBuffer>, order: readonly number[] | null): Uint32Array {
    const all = new Uint32Array(rows.length)
    if (order === null) all.set(codes.subarray(0, rows.length))
    else for (const [to, from] of order.entries()) all[to] = codes[from] ?? 0
    return all
  }

  return {
    put(row, place, text, pointed) {
      const index = indexOf(row)
      const coder = coderAt(place)
      if (index >= coder.codes.length) {
        const grown = new Uint32Array(Math.max(16, (index + 1) * 2))
        held += grown.length - coder.codes.length
        if (held > LARGEST_CELLS) return false
        grown.set(coder.codes)
        coder.codes = grown
      }
      let code = coder.places.get(text)
      if (code === undefined) {
        code = coder.texts.length
        coder.texts.push(text)
        coder.pointed.push(pointed)
        coder.places.set(text, code)
      } else if (pointed) coder.pointed[code] = true
      coder.codes[index] = code
      return true
    },
    mark(row, place, kind, shown) {
      coderAt(place)
      odd.push({ row: indexOf(row), place, kind, shown })
    },
    finish() {
      if (coders.filter(({ texts }) => texts.length > 1).length * rows.length > LARGEST_CELLS) return null
      const order = places === null ? null : [...rows.keys()].toSorted((a, b) => (rows[a] ?? 0) - (rows[b] ?? 0))
      const placed = order === null ? null : new Map(order.map((from, to) => [from, to]))
      const blank = new Uint32Array(rows.length)
      return {
        columns: coders.map(({ texts, codes, pointed }) => ({
          texts,
          codes: codes.length === 0 ? blank : ordered(codes, order),
          ...(pointed.includes(true) && { pointed: new Set([...pointed.keys()].filter((code) => pointed[code])) }),
        })),
        rows: Uint32Array.from(rows).toSorted(),
        odd: placed === null ? odd : odd.map((cell) => ({ ...cell, row: placed.get(cell.row) ?? 0 })),
      }
    },
  }
}
