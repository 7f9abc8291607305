import { translationOf } from '@/i18n/catalogue'
import type { compareVi } from '@/i18n/messages/compare-vi'

export const compareEn = translationOf<typeof compareVi>()({})
