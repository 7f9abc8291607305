import { translationOf } from '@/i18n/catalogue'
import type { chartVi } from '@/i18n/messages/chart-vi'

export const chartEn = translationOf<typeof chartVi>()({})
