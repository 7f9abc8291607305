import { createContext, use, useContext } from 'react'
import type { Language } from '@/i18n/catalogue'
import { createFormat } from '@/i18n/format'
import type { Format } from '@/i18n/format'
import { createTranslate } from '@/i18n/translate'
import type { Catalogue, Translate } from '@/i18n/translate'
import { viFirst } from '@/i18n/vi-first'

export interface I18n {
  readonly lang: Language
  readonly t: Translate
  readonly format: Format
}

export const createI18n = (lang: Language, catalogue: Catalogue): I18n => ({
  lang,
  t: createTranslate(lang, catalogue),
  format: createFormat(lang),
})

/** One object a language, so that memoised components see no change. */
const vietnamese = { ...viFirst }
export const VIETNAMESE = createI18n('vi', vietnamese)

/** Texts of an entry point of its own. */
export const addTexts = (texts: Catalogue): void => {
  Object.assign(vietnamese, texts)
}

/** For whatever is fetched when it is opened: call it together with the import of the component. */
export async function loadScreenTexts(): Promise<void> {
  const { viScreens } = await import('@/i18n/vi-screens')
  addTexts(viScreens)
}

let englishLoading: Promise<I18n> | null = null

/** Vietnamese stands in where the English texts cannot be fetched. */
async function loadEnglish(): Promise<I18n> {
  try {
    const { en } = await import('@/i18n/en')
    return createI18n('en', en)
  } catch {
    return VIETNAMESE
  }
}

/** After the English texts could not be fetched: whoever asks for them next fetches them anew. */
export const fetchEnglishAnew = (): void => {
  englishLoading = null
}

/** Vietnamese is in the first bundle; English is fetched when it is first asked for (suspends). */
export function useLanguage(lang: Language): I18n {
  if (lang === 'vi') return VIETNAMESE
  englishLoading ??= loadEnglish()
  return use(englishLoading)
}

/** Set by the shell from the language of the link. */
export const I18nContext = createContext<I18n>(VIETNAMESE)

export const useI18n = (): I18n => useContext(I18nContext)
