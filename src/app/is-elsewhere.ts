import type { View } from '@/view/view-state'

/**
 * Whether a view is another than the one that a frame shows: other screens, figures or units open in a page of their
 * own, while a new order, a search or another drawing of the same changes the frame.
 */
export const isElsewhere = (shown: View, to: View): boolean =>
  to.screen !== shown.screen ||
  to.package !== shown.package ||
  to.version !== shown.version ||
  (to.screen === 'unit' && to.unit !== shown.unit)
