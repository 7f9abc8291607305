/** In ems, the wider of the page's font and of the one that stands in for it. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/\p{M}/u, 0],
  [/[iljtfrI]/, 0.31],
  [/[mw]/, 0.82],
  [/\p{Ll}/u, 0.58],
  [/[MW]/, 0.95],
  [/\p{Lu}/u, 0.73],
  [/\d/, 0.57],
  [/\s/, 0.29],
  [/[.,()/:;'’\-–]/, 0.36],
  [/&/, 0.78],
]
/** Of emoji, ideographs, triangles. */
const WIDEST = 1.05

const widthOf = new Map<string, number>()

/** About how many px a text takes, for a drawing that is made without a page: rather too many than too few. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0
  for (const letter of text.normalize('NFD')) {
    const known = widthOf.get(letter) ?? WIDTHS.find(([pattern]) => pattern.test(letter))?.[1] ?? WIDEST
    widthOf.set(letter, known)
    ems += known
  }
  return ems * fontSize
}
