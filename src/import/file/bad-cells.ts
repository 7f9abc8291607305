import type { Grid, OddCell } from '@/import/file/grid'

/** What stands for bytes that are no text, here or in what was read before. */
const BAD = '\uFFFD'

/** Cells that lack a character. */
export function badCells({ columns }: Grid): readonly OddCell[] {
  return columns.flatMap(({ texts, codes }, place) => {
    const bad = new Set(texts.flatMap((text, code) => (text.includes(BAD) ? [code] : [])))
    if (bad.size === 0) return []
    const cells: OddCell[] = []
    for (let row = 0; row < codes.length; row++)
      if (bad.has(codes[row] ?? 0)) cells.push({ row, place, kind: 'bad-byte', shown: null })
    return cells
  })
}
