/** `0` → `A`, `26` → `AA`: the name that Excel gives a column. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return `${rest === 0 ? '' : columnLetter(rest - 1)}${String.fromCodePoint(65 + (index % 26))}`
}

/** `A` → `0`, `AA` → `26`; `-1` for what is no name of a column. */
export function columnPlace(letter: string): number {
  if (!/^[A-Z]+$/.test(letter)) return -1
  return Array.from(letter).reduce((place, each) => place * 26 + (each.codePointAt(0) ?? 0) - 64, 0) - 1
}
