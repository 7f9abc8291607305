import type { Language } from '@/i18n/catalogue'

/**
 * Everything that is written differently in Vietnamese and English: numbers, dates, periods, order of names.
 * Nothing here looks at the machine's locale, time zone or clock, so that the page is the same text when it is
 * built in Node and when a browser takes it over.
 */

const NBSP = '\u00A0'
const MINUS = '\u2212'
export const NO_VALUE = '–'

const LOCALES: Readonly<Record<Language, string>> = { vi: 'vi', en: 'en' }
const formatters = new Map<string, Intl.NumberFormat>()

function formatter(lang: Language, decimals: number): Intl.NumberFormat {
  const key = `${lang}${decimals}`
  let found = formatters.get(key)
  if (found === undefined) {
    found = new Intl.NumberFormat(LOCALES[lang], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: true,
      numberingSystem: 'latn',
    })
    formatters.set(key, found)
  }
  return found
}

/** `1234.5` with one decimal: `1.234,5` or `1,234.5`. A minus is U+2212; what rounds to zero has no sign. */
export function formatNumber(lang: Language, value: number, decimals: number): string {
  const text = formatter(lang, decimals).format(Math.abs(value))
  const isZero = !/[1-9]/.test(text)
  return value < 0 && !isZero ? `${MINUS}${text}` : text
}

/** As `formatNumber`, with `+` before what is above zero. */
export function formatSigned(lang: Language, value: number, decimals: number): string {
  const text = formatNumber(lang, value, decimals)
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text
}

/** A share (0–1) as per cent: `83,21 %` or `83.21%`. */
function formatShare(lang: Language, share: number, decimals = 2): string {
  return `${formatNumber(lang, share * 100, decimals)}${lang === 'vi' ? `${NBSP}%` : '%'}`
}

/** A difference of two shares in percentage points, without the unit: `+2,04`, `−0,95`. */
function formatShareChange(lang: Language, difference: number, decimals = 2): string {
  return formatSigned(lang, difference * 100, decimals)
}

/** A size in percentage points, without sign and unit: `21,30`. */
function formatShareSize(lang: Language, difference: number, decimals = 2): string {
  return formatNumber(lang, Math.abs(difference) * 100, decimals)
}

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `7,6`, of millions of bytes. */
const formatMegabytes = (lang: Language, bytes: number): string => formatNumber(lang, bytes / 1e6, 1)

/** An ISO date: `10/10/2026` or `10 Oct 2026`; a text that is not one stays as it is. */
export function formatDate(lang: Language, isoDate: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate)
  if (match === null) return isoDate
  const [, year = '', month = '', day = ''] = match
  if (lang === 'vi') return `${day}/${month}/${year}`
  return `${Number(day)} ${MONTHS_EN[Number(month) - 1] ?? month} ${year}`
}

/** `2024`, `2025-W47` → `Tuần 47/2025`, `2026-Q3` → `Quý 3/2026`, `2026-10` → `Tháng 10/2026`, a date as a date. */
export function formatPeriod(lang: Language, period: string): string {
  const week = /^(\d{4})-W(\d{2})$/.exec(period)
  if (week !== null) return lang === 'vi' ? `Tuần ${Number(week[2])}/${week[1]}` : `Week ${Number(week[2])}, ${week[1]}`
  const quarter = /^(\d{4})-Q(\d)$/.exec(period)
  if (quarter !== null) return lang === 'vi' ? `Quý ${quarter[2]}/${quarter[1]}` : `Q${quarter[2]} ${quarter[1]}`
  const month = /^(\d{4})-(\d{2})$/.exec(period)
  if (month !== null) {
    const name = MONTHS_EN[Number(month[2]) - 1] ?? month[2]
    return lang === 'vi' ? `Tháng ${Number(month[2])}/${month[1]}` : `${name} ${month[1]}`
  }
  return formatDate(lang, period)
}

const collators: Readonly<Record<Language, Intl.Collator>> = {
  vi: new Intl.Collator('vi', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
}

/** Orders names as a Vietnamese (or English) list does; `Quận 2` comes before `Quận 10`. */
export const compareNames = (lang: Language, a: string, b: string): number => collators[lang].compare(a, b)

export interface Format {
  readonly lang: Language
  readonly number: (value: number, decimals?: number) => string
  readonly signed: (value: number, decimals?: number) => string
  readonly share: (share: number, decimals?: number) => string
  readonly shareChange: (difference: number, decimals?: number) => string
  readonly shareSize: (difference: number, decimals?: number) => string
  readonly points: (points: number, decimals: number) => string
  readonly megabytes: (bytes: number) => string
  readonly date: (isoDate: string) => string
  readonly period: (period: string) => string
  readonly compareNames: (a: string, b: string) => number
  /** The name of a thing in the language: `name({ nameVi, nameEn })`. */
  readonly name: (named: { readonly nameVi: string; readonly nameEn: string }) => string
  /** The short name of a unit where it has one, else the name. */
  readonly shortName: (named: ShortNamed) => string
}

interface ShortNamed {
  readonly nameVi: string
  readonly nameEn: string
  readonly shortVi: string | null
  readonly shortEn: string | null
}

export function createFormat(lang: Language): Format {
  const name = (named: { readonly nameVi: string; readonly nameEn: string }) =>
    lang === 'vi' ? named.nameVi : named.nameEn
  return {
    lang,
    number: (value, decimals = 0) => formatNumber(lang, value, decimals),
    signed: (value, decimals = 0) => formatSigned(lang, value, decimals),
    share: (share, decimals) => formatShare(lang, share, decimals),
    shareChange: (difference, decimals) => formatShareChange(lang, difference, decimals),
    shareSize: (difference, decimals) => formatShareSize(lang, difference, decimals),
    points: (points, decimals) => formatNumber(lang, points, decimals),
    megabytes: (bytes) => formatMegabytes(lang, bytes),
    date: (isoDate) => formatDate(lang, isoDate),
    period: (period) => formatPeriod(lang, period),
    compareNames: (a, b) => compareNames(lang, a, b),
    name,
    shortName: (named) => (lang === 'vi' ? named.shortVi : named.shortEn) ?? name(named),
  }
}
