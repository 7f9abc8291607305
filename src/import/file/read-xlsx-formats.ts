import { dateFromSerial, dateToSerial, format, isDateFormat, isPercentFormat } from 'numfmt'
import { decodeEntities, readXml } from '@/import/file/read-xlsx-xml'

/** What a number is shown as, as far as that changes what it is. */
export type NumberFormat = { readonly kind: 'number' | 'percent' } | { readonly kind: 'date'; readonly pattern: string }

export const PLAIN: NumberFormat = { kind: 'number' }

/** Formats that a workbook names by number only, as a Vietnamese Excel shows them; all others of these are plain. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [9, '0%'],
  [10, '0.00%'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy h:mm'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
])

/** Numbers of dates in East Asian editions of Excel. */
const isEastAsianDate = (id: number) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

function formatOf(pattern: string | undefined): NumberFormat {
  if (pattern === undefined) return PLAIN
  if (isDateFormat(pattern)) return { kind: 'date', pattern }
  return isPercentFormat(pattern) ? { kind: 'percent' } : PLAIN
}

/** The format of every cell style, by its number; `null`: the part is damaged. */
export function readFormats(part: Uint8Array | null): readonly NumberFormat[] | null {
  const patterns = new Map<number, string>()
  const ids: number[] = []
  let inCellFormats = false
  const sound = readXml(part, {
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true
      else if (name === 'numFmt') {
        const { numFmtId, formatCode } = attributes()
        if (formatCode !== undefined) patterns.set(Number(numFmtId), decodeEntities(formatCode))
      } else if (name === 'xf' && inCellFormats) ids.push(Number(attributes()['numFmtId'] ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  if (!sound) return null
  return ids.map((id) => formatOf(patterns.get(id) ?? (isEastAsianDate(id) ? 'dd/mm/yyyy' : BUILT_IN.get(id))))
}

const plain = (value: number) => {
  const text = String(value)
  // Excel itself keeps 15 digits: what lies beyond is the binary form showing through (0.30000000000000004).
  return text.length <= 16 ? text : String(Number(value.toPrecision(15)))
}

/** What a number cell holds, with a decimal point and without thousands; per cent as it is shown, but in full. */
export const numberText = (value: number, kind: 'number' | 'percent') =>
  kind === 'percent' ? `${plain(value * 100)}%` : plain(value)

const LAST_SERIAL = 2_958_466
const two = (value: number) => String(value).padStart(2, '0')

/**
 * A date as ISO text, of which a time alone has no day, and as Excel shows it; `null` where Excel has no such date.
 * `serial`: days of the 1900 system.
 */
export function dateText(serial: number, pattern: string): { readonly text: string; readonly shown: string } | null {
  if (!(serial >= 0 && serial < LAST_SERIAL)) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = dateFromSerial(
    Math.round(serial * 86_400) / 86_400,
  )
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
  const time = `${two(hour)}:${two(minute)}:${two(second)}`
  return {
    text: serial < 1 ? time : Number.isInteger(serial) ? date : `${date}T${time}`,
    shown: format(pattern, serial, { locale: 'vi', throws: false }),
  }
}

/** `2024-05-12T10:30:00` as days of the 1900 system; `null`: no date. */
export function serialOf(iso: string): number | null {
  const [, year, month, day, hour = '0', minute = '0', second = '0'] =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?Z?$/.exec(iso) ?? []
  if (year === undefined) return null
  return (
    dateToSerial([year, month, day, hour, minute, second].map(Number) as Parameters<typeof dateToSerial>[0]) ?? null
  )
}
