/** What can have become this date, and whether the text is one at all. */
export interface DateForNumber {
  /** Scores that Excel would have made this date of, as their digits stand: `[whole, fraction]`. */
  readonly candidates: readonly (readonly [whole: string, fraction: string])[]
}

const MONTHS: ReadonlyMap<string, number> = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, place) => [
    name,
    place + 1,
  ]),
)
/** Days before 1 January 1970 at which Excel counts 0. */
const EPOCH = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:thg|tháng|th)\\.?\\s*(\\d{1,2})'
const DAY_MONTH = new RegExp(`^(\\d{1,2})[-\\s./](?:${MONTH})(?:[-\\s./,]+\\d{2,4})?$`, 'iu')
const MONTH_YEAR = new RegExp(`^(?:${MONTH})[-\\s./](\\d{2})$`, 'iu')
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?.*)?$/
const SLASHED = /^(\d{1,2})([/-])(\d{1,2})\2(\d{2}|\d{4})$/

const monthOf = (name: string | undefined, number: string | undefined) =>
  name === undefined ? Number(number) : (MONTHS.get(name.toLowerCase()) ?? Number.NaN)

const isDay = (day: number, month: number) => day >= 1 && day <= 31 && month >= 1 && month <= 12

/** `12.5` and `12.05` both become 12 May; so does `5.12` where the month comes first. */
function ofDay(day: number, month: number): readonly (readonly [string, string])[] {
  const orders = [
    [day, month],
    [month, day],
  ] as const
  const found = orders.flatMap(([whole, part]) => {
    const fractions = part < 10 ? [String(part), `0${part}`] : [String(part)]
    return fractions.map((fraction) => [String(whole), fraction] as const)
  })
  return [...new Map(found.map((each) => [each.join('.'), each])).values()]
}

/** Reads a text that stands for a date (`12-May`, `05/12/2024`, `12-thg 5`, `2024-05-12`); `null` for any other. */
export function readDateForNumber(text: string): DateForNumber | null {
  const trimmed = text.trim()
  const iso = ISO.exec(trimmed)
  if (iso !== null) {
    const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = iso
    if (Number(year) < 1920) {
      // The number itself, shown as a date: 85 is 25 March 1900.
      const days = (Date.UTC(Number(year), Number(month) - 1, Number(day)) - EPOCH) / DAY
      const part = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
      const [whole = '', fraction = ''] = String(Math.round((days + part) * 100) / 100).split('.')
      return { candidates: [[whole, fraction]] }
    }
    return { candidates: ofDay(Number(day), Number(month)) }
  }
  const [, day, name, number] = DAY_MONTH.exec(trimmed) ?? []
  if (day !== undefined) {
    const month = monthOf(name, number)
    return isDay(Number(day), month) ? { candidates: ofDay(Number(day), month) } : null
  }
  const [, monthName, monthNumber, rest] = MONTH_YEAR.exec(trimmed) ?? []
  if (rest !== undefined) {
    const month = monthOf(monthName, monthNumber)
    return isDay(1, month) ? { candidates: [[String(month), rest]] } : null
  }
  const [, first, , second] = SLASHED.exec(trimmed) ?? []
  if (first === undefined || second === undefined) return null
  const [a, b] = [Number(first), Number(second)]
  if (isDay(a, b)) return { candidates: ofDay(a, b) }
  return isDay(b, a) ? { candidates: ofDay(b, a) } : null
}

/**
 * The scores that a date can have been in a column: not above its limit, with
 * as many decimals as its other scores have.
 */
export function scoresOfDate(
  { candidates }: DateForNumber,
  limit: number | null,
  decimals: ReadonlySet<number>,
  mark: '.' | ',',
): readonly string[] {
  const possible = candidates.filter(
    ([whole, fraction]) =>
      Number(`${whole}.${fraction === '' ? '0' : fraction}`) <= (limit ?? Number.POSITIVE_INFINITY),
  )
  const usual = possible.filter(([, fraction]) => decimals.has(fraction.length))
  return (usual.length > 0 ? usual : possible).map(([whole, fraction]) =>
    fraction === '' ? whole : `${whole}${mark}${fraction}`,
  )
}
