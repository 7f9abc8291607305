import { loadScreenTexts } from '@/i18n/use-i18n'
import { lazyPart } from '@/ui/lazy-part'

/** Screens about figures that do not travel with the page, nor with the frame on another site. */
export const UnitScreen = lazyPart(async () => {
  const [{ UnitScreen: screen }] = await Promise.all([import('@/features/unit/UnitScreen'), loadScreenTexts()])
  return screen
})
export const CompareScreen = lazyPart(async () => {
  const [{ CompareScreen: screen }] = await Promise.all([import('@/features/compare/CompareScreen'), loadScreenTexts()])
  return screen
})
export const WeakScreen = lazyPart(async () => {
  const [{ WeakScreen: screen }] = await Promise.all([import('@/features/weak/WeakScreen'), loadScreenTexts()])
  return screen
})
