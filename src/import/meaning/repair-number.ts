import { bothReadings, looksLikeNumber } from '@/import/meaning/numbers'

/** What may stand around or in a number without being a part of it. */
const REPAIRS: readonly ((text: string) => string)[] = [
  // A footnote: 85,5*, 85,5 (1), 85,5[2], 85,5¹
  (text) => text.replace(/\s*(?:\*+|\(\*{1,3}\)|\(\d{1,2}\)|\[\d{1,2}\]|[¹²³⁴-⁹]+)$/u, ''),
  (text) => text.replace(/^[*~≈'’"“`]+\s*/u, '').replace(/['’"”`]+$/u, ''),
  // A mark too many, or with a blank beside it: 85,,5, 85 ,5, 85,5.
  (text) => text.replace(/([.,])\s*[.,]+(?=\d)/u, '$1').replace(/[.,;:]+$/u, ''),
  (text) => text.replace(/(?<=\d)\s*([.,])\s*(?=\d)/u, '$1'),
  // 85.5/100: the maximum beside the score.
  (text) => text.replace(/\s*\/\s*\d{1,4}$/u, ''),
]

/** Longer texts are no numbers; some of the forms above would take for ever to say so. */
const LONGEST = 64

/** The one number that a text is with a slip of the pen taken away; `null` where there is none, or more than one reading. */
export function repairedNumber(text: string): string | null {
  if (text.length > LONGEST) return null
  const digits = text.normalize('NFKC') === text || !/[０-９]/u.test(text) ? text : text.normalize('NFKC')
  let bare = digits.trim()
  for (const repair of REPAIRS) bare = repair(bare)
  return bare !== text.trim() && looksLikeNumber(bare) && bothReadings(bare) === null ? bare : null
}
