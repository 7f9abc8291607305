import type { ColumnRole } from '@/import/meaning/column-meaning'
import { readPeriod } from '@/import/meaning/periods'
import { roleOf } from '@/import/meaning/role-names'
import { tidy } from '@/import/text-keys'

const NUMBER = '(\\d+(?:[.,]\\d+)?)'
const POINTS = '\\s*(điểm|đ|points?|%)?'
const MAX_WORDS = '(?:(tối đa|thang điểm|thang|điểm tối đa|điểm chuẩn|max(?:imum)?)\\s*:?\\s*)?'
const MAXIMA: readonly RegExp[] = [
  new RegExp(`^(.*\\S)\\s*[([]\\s*${MAX_WORDS}${NUMBER}${POINTS}\\s*[)\\]]$`, 'iu'),
  new RegExp(`^(.*\\S)\\s*/\\s*${MAX_WORDS}${NUMBER}${POINTS}$`, 'iu'),
]

interface Split {
  readonly name: string
  readonly max: number | null
  /** Whether nothing beside the number says that it is a maximum: it may number the column, or belong to the name. */
  readonly bare: boolean
}

/** `Cải cách thể chế (10)`, `… /10 điểm`, `… (thang điểm 10)`, `… (%)` → name and maximum. */
export function splitMaximum(header: string): Split {
  const percent = /^(.*\S)\s*\(%\)$/.exec(header)
  if (percent?.[1] !== undefined) return { name: percent[1], max: 100, bare: false }
  for (const form of MAXIMA) {
    const [, name, word, digits, points] = form.exec(header) ?? []
    if (name === undefined || digits === undefined) continue
    // A maximum is a round number: the mark in 1.000 parts thousands.
    const max = Number(/^\d{1,3}[.,]\d{3}$/.test(digits) ? digits.replace(/[.,]/, '') : digits.replace(',', '.'))
    const isYear = word === undefined && Number.isInteger(max) && max >= 1900 && max <= 2100
    if (!isYear) return { name, max, bare: word === undefined && points === undefined }
  }
  return { name: header, max: null, bare: false }
}

/** A cell of a row of maxima: `10`, `(10)`, `10 điểm`. */
export const readMaximum = (text: string) => splitMaximum(`x (${tidy(text).replace(/^\((.*)\)$/, '$1')})`).max

const YEAR = '((?:19|20)\\d{2})'
const PERIOD_AT_END: readonly RegExp[] = [
  /^(.*?\S)\s*[-–,:(]?\s*((?:quý|quý thứ|tháng|tuần)\s+(?:\d{1,2}|i{1,3}|iv)\s*[/\s-]\s*(?:năm\s+)?\d{4})\s*\)?$/iu,
  new RegExp(`^(.*?[^\\s\\d/\\-–])\\s*[-–,:(]?\\s*(?:năm|year)?\\s*${YEAR}\\s*\\)?$`, 'iu'),
]
const PERIOD_AT_START = new RegExp(`^(?:năm\\s+)?${YEAR}\\s*[-–:,]\\s*(\\D.*)$`, 'iu')

/** `Điểm 2024`, `Xếp hạng năm 2023`, `Quý I/2025` → what is left of the header and the period's id. */
export function splitPeriod(header: string): { readonly name: string; readonly period: string | null } {
  const whole = /\d{4}/.test(header) ? readPeriod(header) : null
  if (whole !== null) return { name: '', period: whole.id }
  for (const form of PERIOD_AT_END) {
    const [, name, text] = form.exec(header) ?? []
    const period = text === undefined ? null : readPeriod(text)
    if (name !== undefined && period !== null && !/(?:^|\s)(?:số|thứ|no\.?|mã)$/iu.test(name)) {
      return { name: name.replace(/\s*[-–,:(]\s*$/u, '').replace(/\s+(?:năm|kỳ)$/iu, ''), period: period.id }
    }
  }
  const [, year, rest] = PERIOD_AT_START.exec(header) ?? []
  return year === undefined || rest === undefined ? { name: header, period: null } : { name: rest, period: year }
}

/** One of the texts above a column, taken apart. */
export interface HeaderPart {
  readonly text: string
  /** Without maximum and period; empty where it is nothing but a period. */
  readonly name: string
  readonly max: number | null
  readonly bare: boolean
  readonly period: string | null
  readonly role: ColumnRole | null
}

/** What pivot tables put before the name of a field. */
const PIVOTED = /^(?:sum of|average of|tổng của|trung bình của)\s+(?=\S)/iu

export function readHeader(cell: string): HeaderPart {
  const text = tidy(cell).replace(PIVOTED, '')
  const { name: full, max, bare } = splitMaximum(text)
  const whole = roleOf(text)
  if (whole !== null) return { text, name: text, max: null, bare: false, period: null, role: whole }
  const { name, period } = splitPeriod(full)
  return { text, name, max, bare, period, role: roleOf(full) ?? roleOf(name) }
}
