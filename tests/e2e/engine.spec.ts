import type { Route } from '@playwright/test'
import { expect, test } from './support'

/** Ways in which the engine's file can be broken on a host or on the way. */
const BROKEN: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'is not there': (route) => route.fulfill({ status: 404 }),
  'is a login page': (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Login</title>' }),
  'is cut off': async (route) => {
    const response = await route.fetch()
    const body = await response.body()
    await route.fulfill({ body: body.subarray(0, 100_000) })
  },
  'never comes': async () => {},
}

for (const [how, breakIt] of Object.entries(BROKEN)) {
  test(`an engine that ${how}: a clear message, and shipped answers go on`, async ({ page, watched }) => {
    watched.expectComplaint(/404/)
    await page.route('**/engine/duckdb-eh-wasm*', breakIt)
    await page.goto('./')
    // What was not precomputed needs the engine.
    await page.route('**/answers/**/dti/**', (route) => route.fulfill({ status: 404 }))
    await page.locator('select[name="index"]').selectOption('dti')
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 15_000 })
    await expect(page.getByRole('alert').getByRole('button')).toBeVisible()

    await page.locator('select[name="index"]').selectOption('ddci')
    await expect(page.getByTestId('ranking-row').first()).toBeVisible()
    await expect(page.getByRole('alert')).toBeHidden()
  })
}

test('shipped packages are read without one byte of the engine', async ({ page }) => {
  const engine: string[] = []
  page.on('request', (request) => {
    if (/engine\/|browser-engine|duckdb/.test(request.url())) engine.push(request.url())
  })
  await page.goto('./')
  for (const [name, value] of [
    ['index', 'dti'],
    ['period', '2023'],
    ['package', 'tp-hcm'],
    ['package', 'bo-766-2026'],
  ] as const) {
    await page.locator(`select[name="${name}"]`).selectOption(value)
    await expect(page.locator(`select[name="${name}"]`)).toHaveValue(value)
    await expect(page.getByTestId('ranking-row').first()).toBeVisible()
  }
  await page.getByTestId('ranking-row').first().getByRole('link').click()
  await expect(page.locator('h1')).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(engine).toEqual([])
})
