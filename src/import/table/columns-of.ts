import type { TableForm } from '@/import/table/found-table'
import { isNote, isScoreHeader, isSubIndexHeader, isUnitHeader, isUnitLike, summaryOf } from '@/import/table/words'
import { BLANK, cellsOf, MARK, NUMBER, WORDS } from '@/import/table/texture'
import type { Region } from '@/import/table/texture'
import { headerTexts } from '@/import/table/find-header'
import type { Header, Scene } from '@/import/table/find-header'

/** Rows below the header by which columns are told apart. */
const SAMPLE = 300
const NAMES = 60

export interface Profile {
  readonly place: number
  readonly header: readonly string[]
  readonly numbers: number
  readonly marks: number
  readonly words: number
  readonly filled: number
  /** Different texts that are words, at most 60. */
  readonly names: ReadonlySet<string>
}

/** Which columns of a table are what, as far as its rows need it. */
export interface TableColumns {
  readonly left: number
  readonly right: number
  readonly profiles: readonly Profile[]
  readonly headers: readonly (readonly string[])[]
  /** The column by which rows are named. */
  readonly name: number
  /** Whether the rows are named by sub-indices. */
  readonly subsDown: boolean
  /** Whether the columns are headed by units; `null` where they may be, and nothing tells. */
  readonly unitsAcross: boolean | null
  /** The name's column and those left of it that hold no figures. */
  readonly labels: readonly number[]
  /** The column that counts the rows. */
  readonly counter: number | null
  readonly figures: readonly number[]
}

export const isNumeric = ({ numbers, marks, filled }: Profile) => numbers > 0 && (numbers + marks) * 2 >= filled
export const isWorded = ({ words, filled }: Profile) => words * 2 >= filled && words > 0

function profileOf({ texture }: Scene, place: number, header: readonly string[], rows: readonly number[]): Profile {
  const counts = [0, 0, 0, 0, 0]
  const names = new Set<string>()
  for (const row of rows) {
    const look = texture.lookAt(row, place)
    counts[look] = (counts[look] ?? 0) + 1
    if (look === WORDS && names.size < NAMES) names.add(texture.textAt(row, place))
  }
  const [numbers = 0, marks = 0, words = 0] = [counts[NUMBER], counts[MARK], counts[WORDS]]
  return { place, header, numbers, marks, words, filled: rows.length - (counts[BLANK] ?? 0), names }
}

const share = (names: ReadonlySet<string>, is: (name: string) => boolean) =>
  names.size === 0 ? 0 : [...names].filter(is).length / names.size

export const unitShare = ({ known }: Scene, { names }: Profile) =>
  share(names, (name) => known.isUnit(name) || isUnitLike(name))

interface Named {
  readonly name: number
  readonly subsDown: boolean
  readonly unitsAcross: boolean | null
}

/** What names the rows, and what heads the columns. */
function nameOf(scene: Scene, profiles: readonly Profile[], form: TableForm | null): Named | null {
  const { known } = scene
  const worded = profiles.filter(isWorded)
  const first = worded[0]
  if (first === undefined) return null
  const isSubs = ({ header, names }: Profile) =>
    header.some((text) => isSubIndexHeader(text)) || share(names, known.isSubIndex) >= 0.5
  const subs = worded.find(isSubs)
  if (form === 'transposed' || form === 'one-unit') {
    return { name: (subs ?? first).place, subsDown: true, unitsAcross: form === 'transposed' }
  }
  const shares = worded.map((profile) => ({ profile, units: unitShare(scene, profile) }))
  const most = Math.max(...shares.map(({ units }) => units))
  const byUnits = most >= 0.3 ? shares.find(({ units }) => units >= most * 0.7)?.profile : undefined
  const named =
    byUnits ?? worded.find(({ header }) => header.some((text) => isUnitHeader(text) && !isSubIndexHeader(text)))
  if (form !== null) return { name: (named ?? first).place, subsDown: false, unitsAcross: false }
  if (byUnits !== undefined) return { name: byUnits.place, subsDown: false, unitsAcross: false }

  const heads = profiles
    .filter((profile) => isNumeric(profile))
    .filter(({ header }) => header.length > 0 && !header.some((text) => isNote(text) || summaryOf(text) !== null))
  const isUnitHead = ({ header }: Profile) =>
    header.some((text) => known.isUnit(text) || (isUnitLike(text) && !known.isSubIndex(text) && !known.isHeader(text)))
  const units = heads.filter(isUnitHead).length
  const others = heads.filter(
    (profile) => !isUnitHead(profile) && !profile.header.some((text) => known.isHeader(text)),
  ).length
  // `Đơn vị` over the first column is only doubted where units of the registry stand across.
  const isDoubted =
    named === undefined || subs !== undefined || heads.some(({ header }) => header.some((text) => known.isUnit(text)))
  if (isDoubted && units > 0 && units >= others && (units > 1 || subs !== undefined)) {
    return { name: (subs ?? first).place, subsDown: true, unitsAcross: true }
  }
  if (named !== undefined) return { name: named.place, subsDown: false, unitsAcross: false }
  if (subs === undefined) return { name: first.place, subsDown: false, unitsAcross: false }
  const isOpen = !heads.some(({ header }) =>
    header.some(
      (text) => isScoreHeader(text) || known.isHeader(text) || known.isPeriod(text) || known.isSubIndex(text),
    ),
  )
  return { name: subs.place, subsDown: true, unitsAcross: isOpen && heads.length > 0 ? null : false }
}

/** A column of whole numbers left of the name, of which most are one more than the one before. */
function isCounter({ texture }: Scene, { place }: Profile, rows: readonly number[]): boolean {
  let last: number | null = null
  let steps = 0
  let numbers = 0
  for (const row of rows) {
    if (texture.lookAt(row, place) !== NUMBER) continue
    const value = Number(texture.textAt(row, place))
    numbers++
    if (value === (last ?? 0) + 1 || value === 1) steps++
    last = value
  }
  return numbers > 0 && steps * 2 > numbers
}

/** Rows that show what the columns are: not the footnotes and signatures of a short table. */
function sampleRows({ texture }: Scene, header: Header, region: Region): readonly number[] {
  const rows: number[] = []
  let end = 0
  for (let row = header.bodyTop; row <= Math.min(region.bottom, header.bodyTop + SAMPLE - 1); row++) {
    const cells = cellsOf(texture, row, region, 2)
    if (isNote(cells[0]?.text ?? '')) continue
    if (cells.length >= 2) rows.push(row)
    const isFilled =
      header.figures.length === 0 || header.figures.some((place) => texture.lookAt(row, place) === NUMBER)
    if (isFilled) end = rows.length
  }
  return rows.slice(0, end)
}

/** What the columns of the table below a header are; `null` where there is none. */
export function columnsOf(scene: Scene, header: Header, region: Region, form: TableForm | null): TableColumns | null {
  const rows = sampleRows(scene, header, region)
  const texts = headerTexts(scene, header.rows, region)
  const all = texts.map((of, at) => profileOf(scene, region.left + at, of, rows))
  const headed = all.filter((profile) => profile.header.length > 0)
  // A column beyond the header belongs to the table if most rows fill it: else its cells are surplus.
  const lastHeaded = headed.at(-1)?.place ?? -1
  const belongs = all.filter(
    (profile) =>
      profile.header.length > 0 ||
      (profile.place < lastHeaded && profile.filled > 0) ||
      ((rows.length >= 3 || header.rows.length === 0) && profile.filled * 2 > rows.length),
  )
  const left = belongs[0]?.place
  const right = belongs.at(-1)?.place
  if (left === undefined || right === undefined) return null
  const profiles = all.filter(({ place }) => place >= left && place <= right)
  const named = nameOf(scene, profiles, form)
  const numeric = profiles.filter(isNumeric)
  const name = named?.name ?? left
  const counter = numeric.find((profile) => profile.place < name && isCounter(scene, profile, rows))?.place ?? null
  const after = numeric.filter(({ place }) => place > name)
  const figures = (after.length > 0 ? after : numeric.filter(({ place }) => place !== counter && place !== name)).map(
    ({ place }) => place,
  )
  const firstFigure = Math.min(...figures.filter((place) => place > name), right + 1)
  const labels = profiles
    .filter(({ place }) => place === name || (place < firstFigure && !figures.includes(place) && place < name))
    .map(({ place }) => place)
  return {
    left,
    right,
    profiles,
    headers: texts.slice(left - region.left, right - region.left + 1),
    name,
    subsDown: named?.subsDown ?? false,
    unitsAcross: named === null ? false : named.unitsAcross,
    labels,
    counter,
    figures,
  }
}
