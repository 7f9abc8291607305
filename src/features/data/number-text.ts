import type { Problem, ProblemKind } from '@/domain/problem'
import type { Language } from '@/i18n/catalogue'

/** A number that has a decimal point, or several such, with the decimal mark of the language; its digits stay as they are. */
export const numberText = (text: string, lang: Language): string =>
  lang === 'vi' ? text.replaceAll(/(?<=\d)\.(?=\d)/g, ',') : text

/** Kinds whose `expected` is a number, or several. */
const NUMBERS_EXPECTED: ReadonlySet<ProblemKind> = new Set([
  'above-max',
  'date-for-number',
  'jump',
  'total-differs',
  'total-rounded',
])

/** A problem with its numbers as the language writes them; texts of the file stay as they are. */
export function problemInLanguage<P extends Problem>(problem: P, lang: Language): P {
  const { kind, value, expected, isNumber } = problem
  return {
    ...problem,
    value: value !== null && isNumber === true ? numberText(value, lang) : value,
    expected: expected !== null && NUMBERS_EXPECTED.has(kind) ? numberText(expected, lang) : expected,
  }
}
