import type { Grid } from '@/import/file/grid'

const WITHIN_WORD = /\p{L}\?+\p{L}/u
/** In an address a question mark stands between letters rightly. */
const ADDRESS = /:\/\/|www\.|=/

/**
 * The first cell of which a program that could not write the letters made question marks (`S? N?i v?`, `Đi?m`):
 * what Excel saves as CSV without UTF-8. `null` where fewer than two texts look so.
 */
export function firstLostLetters({ columns }: Grid): { readonly row: number; readonly place: number } | null {
  const lost = columns.flatMap(({ texts }, place) =>
    texts.flatMap((text, code) => (WITHIN_WORD.test(text) && !ADDRESS.test(text) ? [{ place, code }] : [])),
  )
  if (lost.length < 2) return null
  const cells = lost.map(({ place, code }) => ({ row: columns[place]?.codes.indexOf(code) ?? 0, place }))
  return cells.reduce((first, cell) => (cell.row < first.row ? cell : first))
}
