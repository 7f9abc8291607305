import type { Language } from '@/i18n/catalogue'

export const SEPARATORS = ['semicolon', 'comma', 'tab'] as const
export type Separator = (typeof SEPARATORS)[number]

export interface CsvForm {
  readonly separator: ';' | ',' | '\t'
  readonly decimalMark: ',' | '.'
}

/** The marks go together: a comma cannot be both. Beside a tab, decimals are as the language writes them. */
export function csvForm(separator: Separator, lang: Language): CsvForm {
  switch (separator) {
    case 'semicolon':
      return { separator: ';', decimalMark: ',' }
    case 'comma':
      return { separator: ',', decimalMark: '.' }
    case 'tab':
      return { separator: '\t', decimalMark: lang === 'vi' ? ',' : '.' }
  }
}

/** Name in the storage. */
const KEY = 'csv-separator'

/** What was chosen last, else what the Excel of the language opens with a double click. */
export function rememberedSeparator(lang: Language): Separator {
  const usual = lang === 'vi' ? 'semicolon' : 'comma'
  try {
    const kept = localStorage.getItem(KEY)
    return SEPARATORS.find((known) => known === kept) ?? usual
  } catch {
    return usual
  }
}

export function rememberSeparator(separator: Separator): void {
  try {
    localStorage.setItem(KEY, separator)
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the panel.
  }
}
