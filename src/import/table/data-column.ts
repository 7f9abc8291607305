import type { Column } from '@/import/file/grid'

const isRun = (rows: Uint32Array) => rows.length === 0 || (rows.at(-1) ?? 0) - (rows[0] ?? 0) + 1 === rows.length

/**
 * A column of the grid cut down to some of its rows: codes of those only, and
 * only texts that occur in them (others are blank), so that no title or header
 * is taken for data.
 */
export function dataColumn(column: Column, rows: Uint32Array): Column {
  const first = rows[0] ?? 0
  const codes = isRun(rows)
    ? column.codes.subarray(first, first + rows.length)
    : rows.map((row) => column.codes[row] ?? 0)
  const places = new Uint32Array(column.texts.length)
  let kept = 1
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0
    if (code !== 0 && places[code] === 0) places[code] = kept++
  }
  if (kept === column.texts.length) return { ...column, codes }
  // A view of a million codes is not copied for the text of a header: what the rows do not have is blank.
  if (isRun(rows))
    return { ...column, texts: column.texts.map((text, code) => (places[code] === 0 ? '' : text)), codes }
  const texts = Array.from({ length: kept }, () => '')
  for (const [code, place] of places.entries()) if (place !== 0) texts[place] = column.texts[code] ?? ''
  const pointed = new Set(Array.from(column.pointed ?? [], (code) => places[code] ?? 0).filter((place) => place !== 0))
  return { texts, codes: codes.map((code) => places[code] ?? 0), ...(pointed.size > 0 ? { pointed } : {}) }
}

/** Columns below one another; a number stands for a blank one of that many rows. */
export function stackColumns(parts: readonly (Column | number)[]): Column {
  const codeOf = new Map([['', 0]])
  // A number cell and a typed text that look alike are not the same value.
  const exactCodeOf = new Map<string, number>()
  const texts = ['']
  const pointed = new Set<number>()
  const length = parts.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : part.codes.length), 0)
  const codes = new Uint32Array(length)
  let at = 0
  for (const part of parts) {
    if (typeof part === 'number') {
      at += part
      continue
    }
    const places = Uint32Array.from(part.texts, (text, code) => {
      if (code === 0) return 0
      const isExact = part.pointed?.has(code) === true
      const known = isExact ? exactCodeOf : codeOf
      const place = known.get(text) ?? texts.length
      if (place === texts.length) {
        texts.push(text)
        known.set(text, place)
        if (isExact) pointed.add(place)
      }
      return place
    })
    for (let row = 0; row < part.codes.length; row++) codes[at++] = places[part.codes[row] ?? 0] ?? 0
  }
  return { texts, codes, ...(pointed.size > 0 ? { pointed } : {}) }
}

/** One text in every row. */
export const constantColumn = (text: string, length: number): Column =>
  text === ''
    ? { texts: [''], codes: new Uint32Array(length) }
    : { texts: ['', text], codes: new Uint32Array(length).fill(1) }
