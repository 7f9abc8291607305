import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base } from '@playwright/test'
import type { Page } from '@playwright/test'

export { expect } from '@playwright/test'

/** Where the test server answers besides the root, as a host with the site in a folder does. */
export const SUB_FOLDER = 'any/folder/'

const LOCAL_SCHEMES = ['data:', 'blob:', 'about:']

interface Watched {
  /** Requests to another origin, uncaught errors and console errors, in the order they came. */
  readonly complaints: readonly string[]
  /** A test that provokes an error names it here; what matches is no complaint. */
  readonly expectComplaint: (pattern: RegExp) => void
}

/**
 * `test` of every end-to-end test: at its end no request has gone to another
 * origin, and there was no uncaught error and no console error.
 */
export const test = base.extend<{ watched: Watched }>({
  watched: [
    async ({ context, baseURL }, use) => {
      const home = new URL(baseURL ?? '').origin
      const complaints: string[] = []
      const expected: RegExp[] = []
      const complain = (line: string) => {
        if (!expected.some((pattern) => pattern.test(line))) complaints.push(line)
      }
      context.on('request', (request) => {
        const url = new URL(request.url())
        if (!LOCAL_SCHEMES.includes(url.protocol) && url.origin !== home) complain(`other origin: ${url.href}`)
      })
      context.on('weberror', (error) => complain(`uncaught: ${String(error.error().stack ?? error.error())}`))
      context.on('console', (message) => {
        if (message.type() === 'error') complain(`console: ${message.text()} (${message.location().url})`)
      })

      await use({ complaints, expectComplaint: (pattern) => expected.push(pattern) })

      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** No violation of WCAG 2.2 AA that axe can see on the page as it stands. */
export async function checkAccessibility(page: Page) {
  // Describing what passed takes axe a third of its time.
  // Without legacy mode it gathers the findings of all frames in a page of its own; here is one frame.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(LEVELS)
    .analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} — ${node.failureSummary}`),
  )
  expect(found).toEqual([])
}
