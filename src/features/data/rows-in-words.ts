/** Rows of a file as a range, `4–5`; each by itself where they do not follow one another. */
export function rowsInWords(rows: readonly number[]): string {
  const first = rows[0] ?? 0
  const last = rows.at(-1) ?? 0
  return rows.length > 1 && last - first === rows.length - 1 ? rowRange(first, last) : rows.join(', ')
}

/** `4–5`, or `4` where that is all. */
export const rowRange = (first: number, last: number): string => (first === last ? String(first) : `${first}–${last}`)
