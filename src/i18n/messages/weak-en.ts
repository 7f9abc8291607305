import { translationOf } from '@/i18n/catalogue'
import type { weakVi } from '@/i18n/messages/weak-vi'

export const weakEn = translationOf<typeof weakVi>()({})
