/** `0` → `A`, `26` → `AA`: the name that Excel gives a column. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest === 0 ? '' : columnLetter(rest - 1)}${String.fromCodePoint(65 + (index % 26))}`
}
