import { translationOf } from '@/i18n/catalogue'
import type { dataVi } from '@/i18n/messages/data-vi'

export const dataEn = translationOf<typeof dataVi>()({})
