import type { Row } from '@/domain/tables'
import { editDistance, slipsIn } from '@/import/meaning/likeness'
import { withoutAbbreviation } from '@/import/meaning/unit-keys'
import type { ColumnReason } from '@/import/opening'
import { fold, nameKey, tidy } from '@/import/text-keys'

type SubRow = Row<'sub_indices'>

export interface SubIndexMatch {
  readonly row: SubRow | null
  readonly why: ColumnReason
  /** Where none is found, those that may be meant, the nearest first. */
  readonly near: readonly SubRow[]
}

/** What officials shorten in the names of fields; folded. */
const SHORTENED: readonly (readonly [short: RegExp, full: string])[] = [
  [/\bcchc\b/g, 'cai cach hanh chinh'],
  [/\btthc\b/g, 'thu tuc hanh chinh'],
  [/\bcds\b/g, 'chuyen doi so'],
  [/\bcntt\b/g, 'cong nghe thong tin'],
  [/\bdvc\b/g, 'dich vu cong'],
  [/\bcqs\b/g, 'chinh quyen so'],
  [/\bcqdt\b/g, 'chinh quyen dien tu'],
  [/\bkts\b/g, 'kinh te so'],
  [/\bxhs\b/g, 'xa hoi so'],
  [/\battt\b/g, 'an toan thong tin'],
  [/\bdn\b/g, 'doanh nghiep'],
  [/\bcp\b/g, 'chi phi'],
  [/\bcb ?cc\b/g, 'can bo cong chuc'],
  [/\bvc\b/g, 'vien chuc'],
  [/\bktxh\b/g, 'kinh te xa hoi'],
  [/\bdddh\b/g, 'chi dao dieu hanh'],
]

const WORD = '(?:lĩnh vực|chỉ số(?: thành phần)?|tiêu chí|trụ cột|nội dung|cstp|lv|tc|tp|cs|c|nd)'
const ORDINAL = '(\\d{1,2}|[ivx]{1,4})'
const NUMBERED = new RegExp(
  `^(?:${WORD}\\s*\\.?\\s*${ORDINAL}\\s*[.):\\-–]?\\s+|\\(?(?:\\d{1,2}(?:\\.\\d{1,2})*|[ivx]{1,4})\\s*[.):\\-–]+\\s*|${WORD}${ORDINAL}\\s*[.):\\-–]+\\s*)(\\S.*)$`,
  'iu',
)
const ONLY_NUMBER = new RegExp(`^${WORD}\\s*\\.?\\s*(?:số\\s+)?${ORDINAL}$`, 'iu')
const ROMAN: ReadonlyMap<string, number> = new Map(
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].map((text, place) => [text, place + 1]),
)

/** `1. Chỉ đạo, điều hành`, `CSTP 2: Tiếp cận đất đai` → without the number. */
export const withoutNumber = (name: string) => NUMBERED.exec(name)?.at(-1) ?? name

/** `Lĩnh vực 3`, `LV3`, `CSTP 3` → 3. */
export function ordinalOf(name: string): number | null {
  const [, text] = ONLY_NUMBER.exec(name) ?? []
  return text === undefined ? null : (ROMAN.get(text.toLowerCase()) ?? Number(text))
}

/** Without diacritics, shortened words in full, without the words that every name of a field may begin with. */
function looseKey(name: string): string {
  const full = SHORTENED.reduce((text, [short, long]) => text.replaceAll(short, long), fold(name))
  return full
    .replaceAll(/\b(?:va|cac|ve|cua)\b/g, ' ')
    .replace(/^(?:cong tac|chi so|linh vuc|diem|xay dung phat trien) /, '')
    .replaceAll(/ +/g, ' ')
    .trim()
}

function firstByKey(
  rows: readonly SubRow[],
  keysOf: (row: SubRow) => readonly string[],
): ReadonlyMap<string, SubRow | null> {
  const found = new Map<string, SubRow | null>()
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const known = found.get(key)
      // One text of two sub-indices means neither.
      if (known === undefined) found.set(key, row)
      else if (known !== null && known.sub_index_id !== row.sub_index_id) found.set(key, null)
    }
  }
  return found
}

const namesOf = ({ name_vi, name_en }: SubRow) => [name_vi, name_en]

/** Ways in which a file may name a row exactly: by id, by name, by the path from its parent. */
export function exactKeys(row: SubRow, parent: SubRow | undefined): readonly string[] {
  const names = namesOf(row).map(nameKey)
  const paths =
    parent === undefined
      ? []
      : names.map((name, place) => `${nameKey(place === 0 ? parent.name_vi : parent.name_en)} > ${name}`)
  return [nameKey(row.sub_index_id), ...names, ...paths]
}

/**
 * Finds a sub-index among `rows` (of one index; the version in force first) by
 * id or name, then without diacritics, number and in full words, then by its
 * number, then by the first words of a name that is cut short. A name that only
 * comes near is not found, but suggested.
 */
export function matchSubIndices(rows: readonly SubRow[], counted: number): (name: string) => SubIndexMatch {
  const parents = new Map(rows.map((row) => [`${row.version_id} ${row.block_id} ${row.sub_index_id}`, row]))
  const exact = new Map<string, SubRow>()
  const topFirst = rows.toSorted((a, b) => Number(a.parent_id !== null) - Number(b.parent_id !== null))
  for (const row of topFirst) {
    const parent =
      row.parent_id === null ? undefined : parents.get(`${row.version_id} ${row.block_id} ${row.parent_id}`)
    for (const key of exactKeys(row, parent)) if (!exact.has(key)) exact.set(key, row)
  }
  const loose = firstByKey(topFirst, (row) => [...namesOf(row).map(looseKey), ...themeless(row)])
  const byNumber = numbered(rows, counted)

  const known = new Map<string, SubIndexMatch>()
  function find(text: string): SubIndexMatch {
    const name = tidy(text)
    const bare = withoutAbbreviation(withoutNumber(name))
    const found = exact.get(nameKey(name)) ?? exact.get(nameKey(withoutNumber(name))) ?? exact.get(nameKey(bare))
    if (found !== undefined) return { row: found, why: 'definitions', near: [] }
    const ordinal = ordinalOf(name)
    if (ordinal !== null) return { row: byNumber(ordinal), why: 'position', near: [] }
    const key = looseKey(bare)
    if (key === '') return { row: null, why: 'header', near: [] }
    const alike = loose.get(key)
    if (alike) return { row: alike, why: 'definitions', near: [] }
    const begun = new Set<string>()
    let cut: SubRow | null = null
    for (const [other, row] of loose) {
      if (row === null || key.length < 8 || !other.startsWith(`${key} `)) continue
      begun.add(row.sub_index_id)
      cut ??= row
    }
    if (begun.size === 1) return { row: cut, why: 'definitions', near: [] }
    return { row: null, why: 'header', near: nearest(key, loose) }
  }
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const match = find(name)
    known.set(name, match)
    return match
  }
}

/** Two fields may share a subject in words that only an id keeps (`thu-tuc-hanh-chinh`). */
const themeless = ({ sub_index_id }: SubRow) => [looseKey(sub_index_id)]

function nearest(key: string, loose: ReadonlyMap<string, SubRow | null>): readonly SubRow[] {
  const words = new Set(key.split(' '))
  const near: { readonly row: SubRow; readonly distance: number }[] = []
  for (const [other, row] of loose) {
    if (row === null) continue
    const limit = slipsIn(Math.min(key.length, other.length))
    const edits = editDistance(key, other, limit)
    const others = other.split(' ')
    const shared = others.filter((word) => words.has(word)).length
    const share = shared / Math.max(words.size, others.length)
    if (edits <= limit && limit > 0) near.push({ row, distance: edits / 10 })
    else if (shared >= 3 && share >= 0.5) near.push({ row, distance: 1 - share + 0.5 })
    else if (shared >= 3 && shared === Math.min(words.size, others.length)) near.push({ row, distance: 1.5 - share })
  }
  const seen = new Set<string>()
  return near
    .toSorted((a, b) => a.distance - b.distance || (a.row.sub_index_id < b.row.sub_index_id ? -1 : 1))
    .filter(({ row }) => !seen.has(row.sub_index_id) && seen.add(row.sub_index_id))
    .map(({ row }) => row)
    .slice(0, 5)
}

/**
 * The sub-index at a number: in the versions that have as many top-level
 * sub-indices as the file numbers (else in all), if these agree.
 */
function numbered(rows: readonly SubRow[], counted: number): (ordinal: number) => SubRow | null {
  const versions = new Map<string, SubRow[]>()
  for (const row of rows) {
    if (row.parent_id !== null) continue
    const path = `${row.version_id} ${row.block_id}`
    const known = versions.get(path)
    if (known === undefined) versions.set(path, [row])
    else known.push(row)
  }
  const sorted = [...versions.values()].map((version) => version.toSorted((a, b) => a.position - b.position))
  const fitting = sorted.filter(({ length }) => length === counted)
  const used = fitting.length > 0 ? fitting : sorted.filter(({ length }) => length > counted)
  return (ordinal) => {
    const found = used.map((version) => version[ordinal - 1])
    const [first] = found
    return first !== undefined && found.every((row) => row?.sub_index_id === first.sub_index_id) ? first : null
  }
}
