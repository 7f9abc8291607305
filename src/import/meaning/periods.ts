import { fold, tidy } from '@/import/text-keys'

export interface Period {
  /** `2024`, `2024-Q1`, `2024-05`, `2025-W47`, `2026-10-10`. */
  readonly id: string
  /** First and last day, ISO. */
  readonly start: string
  readonly end: string
}

const DAY = 86_400_000
const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
const ROMAN = new Map([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
])

function year(text: string): number | null {
  const value = Number(text)
  return value >= 1900 && value <= 2100 ? value : null
}

function wholeYear(y: number): Period {
  return { id: String(y), start: `${y}-01-01`, end: `${y}-12-31` }
}

function month(y: number, m: number): Period | null {
  if (m < 1 || m > 12) return null
  const start = Date.UTC(y, m - 1, 1)
  return { id: iso(start).slice(0, 7), start: iso(start), end: iso(Date.UTC(y, m, 0)) }
}

function quarter(y: number, q: number): Period | null {
  if (q < 1 || q > 4) return null
  return { id: `${y}-Q${q}`, start: iso(Date.UTC(y, q * 3 - 3, 1)), end: iso(Date.UTC(y, q * 3, 0)) }
}

/** ISO weeks: Monday to Sunday; week 1 has 4 January in it. */
function week(y: number, w: number): Period | null {
  const monday = (of: number) => {
    const fourth = Date.UTC(of, 0, 4)
    return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY
  }
  const start = monday(y) + (w - 1) * 7 * DAY
  if (w < 1 || start >= monday(y + 1)) return null
  return { id: `${y}-W${String(w).padStart(2, '0')}`, start: iso(start), end: iso(start + 6 * DAY) }
}

function day(y: number, m: number, d: number): Period | null {
  const time = Date.UTC(y, m - 1, d)
  const date = new Date(time)
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null
  return { id: iso(time), start: iso(time), end: iso(time) }
}

type Maker = (y: number, first: number, second: number) => Period | null
const number = (text: string | undefined) => ROMAN.get(text ?? '') ?? Number(text)

/** Forms of a folded text (no marks, no diacritics); `y` is the year's group, `a` and `b` the others'. */
const FORMS: readonly { readonly form: RegExp; readonly make: Maker }[] = [
  { form: /^(?:nam )?(?<y>\d{4})(?: 0)?$/, make: (y) => wholeYear(y) },
  { form: /^(?<y>\d{4}) ?w ?(?<a>\d{1,2})$/, make: week },
  { form: /^(?:tuan(?: thu)?|week|w) ?(?<a>\d{1,2}) (?:nam )?(?<y>\d{4})$/, make: week },
  { form: /^(?<y>\d{4}) ?q ?(?<a>[1-4])$/, make: quarter },
  { form: /^(?:quy|q) ?(?<a>[1-4]|iv|i{1,3}) (?:nam )?(?<y>\d{4})$/, make: quarter },
  { form: /^(?:thang )?(?<a>\d{1,2}) (?:nam )?(?<y>\d{4})$/, make: month },
  { form: /^(?<y>\d{4}) (?<a>\d{2})$/, make: month },
  { form: /^(?<y>\d{4}) (?<a>\d{1,2}) (?<b>\d{1,2})$/, make: day },
  { form: /^(?:ngay )?(?<b>\d{1,2}) (?:thang )?(?<a>\d{1,2}) (?:nam )?(?<y>\d{4})$/, make: day },
]

/** A period as officials write it (`Năm 2024`, `Quý I/2025`, `2025-W47`, `10/10/2026`), or `null` where there is none such. */
export function readPeriod(text: string): Period | null {
  const folded = fold(text)
  for (const { form, make } of FORMS) {
    const groups = form.exec(folded)?.groups
    if (groups === undefined) continue
    const y = year(groups['y'] ?? '')
    return y === null ? null : make(y, number(groups['a']), number(groups['b']))
  }
  return null
}

/** Periods that a file's name may mean, the most exact first: to be asked, never assumed. */
export function periodsInName(name: string): readonly string[] {
  const found = new Set<string>()
  const line = tidy(name)
  for (const form of [
    /(?<!\p{L})(?:tháng|quý|tuần)\s+(?:\d{1,2}|i{1,3}|iv)\s*[/\s-]\s*(?:năm\s+)?\d{4}(?!\d)/giu,
    /\d{4}-\d{2}-\d{2}/g,
    /\d{4}-?W\d{1,2}/gi,
    /\d{4}-?Q[1-4]/gi,
    /Q[1-4][-_ ]\d{4}/gi,
    /(?<!\d)(?:19|20)\d{2}(?!\d)/g,
  ]) {
    for (const match of line.matchAll(form)) {
      const period = readPeriod(match[0])
      if (period !== null) found.add(period.id)
    }
  }
  return [...found]
}
