interface TrustedTypes {
  readonly createPolicy: (name: string, rules: { readonly createHTML: (html: string) => string | null }) => unknown
}

let isDone = false

/**
 * ECharts empties its elements by an empty text of HTML, which the page's policy asks a reason for. Nothing but that is
 * allowed: a text with anything in it is refused, wherever it comes from.
 */
export function trustNothing(): void {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
  if (isDone || trustedTypes === undefined) return
  isDone = true
  trustedTypes.createPolicy('default', { createHTML: (html) => (html === '' ? html : null) })
}
