import type { Browser } from 'playwright'
import type { Measured } from './harness'
import { inContext } from './harness'
import type { Site } from './site'

const INSTALLED_LIMIT = 1500

/** What the first visit leaves on the machine, as it is kept there; the engine comes with its first use. */
export async function offlineSize(browser: Browser, { url }: Site): Promise<readonly Measured[]> {
  const bytes = await inContext(
    browser,
    async (context) => {
      const page = await context.newPage()
      await page.goto(url)
      await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
      return page.evaluate(async () => {
        let sum = 0
        for (const name of await caches.keys()) {
          const cache = await caches.open(name)
          for (const request of await cache.keys()) {
            sum += (await (await cache.match(request))?.arrayBuffer())?.byteLength ?? 0
          }
        }
        return sum
      })
    },
    { serviceWorkers: 'allow' },
  )
  return [
    {
      what: 'Installed for offline use, without the engine',
      values: [bytes / 1000],
      unit: 'kB',
      limit: INSTALLED_LIMIT,
    },
  ]
}
