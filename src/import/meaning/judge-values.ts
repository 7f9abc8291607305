import type { ColumnRole } from '@/import/meaning/column-meaning'
import type { DefinitionNames } from '@/import/meaning/definition-names'
import type { Look } from '@/import/meaning/look-at-columns'
import { isMissing } from '@/import/meaning/numbers'
import { readPeriod } from '@/import/meaning/periods'
import { fold } from '@/import/text-keys'

/** Texts judged of a column; names of units are what takes time. */
const JUDGED = 400

/** The role that a column's cells show, where its header shows none; `null` where they do not. */
export function judgeValues({ texts, content, filled }: Look, names: DefinitionNames): ColumnRole | null {
  const given = texts.filter((text) => !isMissing(text)).slice(0, JUDGED)
  if (given.length === 0) return null
  const share = (is: (text: string) => boolean) => given.filter(is).length / given.length
  // Four digits, each a year: a score of 2,024 points would have to be alone among its like.
  const isPeriod = (text: string) => /\d{4}/.test(text) && readPeriod(text) !== null
  if (share(isPeriod) === 1) return 'period'
  if (content !== 'words') return null
  if (share(names.isClass) === 1 && given.length <= 8 && (filled > given.length || given.length > 1)) return 'class'
  if (share((text) => names.block(text).id !== null) === 1) return 'block'
  if (share(names.units.knows) >= 0.5) return 'unit'
  if (share((text) => names.index(text) !== null) === 1) return 'index'
  if (share(names.isSubIndex) >= 0.5) return 'sub-index'
  return null
}

/** Whether the cells number the rows: every whole number from 1 to their number, once each. */
export function numbersRows({ texts, content, filled }: Look): boolean {
  if (content !== 'numbers' || texts.length < 2 || filled !== texts.length) return false
  const numbers = new Set(texts.map((text) => (/^\d+\.?$/.test(text.trim()) ? Number.parseInt(text, 10) : 0)))
  return numbers.size === texts.length && Math.min(...numbers) === 1 && Math.max(...numbers) === texts.length
}

const UNIT_WORDS =
  /^(?:ten )?(?:cac )?(?:don vi|co quan|dia phuong|so(?: ban)? nganh|so ban|ubnd|quan huyen|quan|huyen|phuong|xa|tinh|thanh pho|don vi hanh chinh|province|district|agency|unit|department)\b/

const isNearlyKey = ({ texts, filled }: Look) => texts.length >= 2 && texts.length * 10 >= filled * 8

/** Whether a header begins like one of units, over words that are nearly all different. */
export const namesUnits = (look: Look) =>
  look.parts.some(({ name }) => UNIT_WORDS.test(fold(name))) && isNearlyKey(look)

/** Whether a column of words may name the rows: nearly every row has another one. */
export const mayNameRows = (look: Look) => look.content === 'words' && isNearlyKey(look)

/** A column of codes by its header: `Mã đơn vị`, `tinhid`. */
export const isCode = ({ parts }: Look) =>
  parts.some(({ name }) =>
    /^(?:ma|ma so|code)(?: (?:don vi|dv|tinh|huyen|xa|quan|phuong|so|hanh chinh))?$|(?:^| )id$|^[a-z]+id$|^id /.test(
      fold(name),
    ),
  )
