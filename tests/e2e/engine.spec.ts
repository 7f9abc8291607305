import { expect, test } from './support'

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
