import type { Page, Route } from '@playwright/test'
import { expect, test } from './support'

const firstUnit = (page: Page) => page.getByTestId('ranking-row').first().getByRole('link')

/** A host on which someone raised the version of the illustrative package and replaced files, without a build. */
async function replaceFile(page: Page, file: string, edit: (text: string) => string) {
  await page.route('**/data/catalog.json', async (route) => {
    const response = await route.fetch()
    const catalog = await response.json()
    catalog.packages[0].version = '2099.1.1'
    await route.fulfill({ response, json: catalog })
  })
  await page.route(`**/data/tp-hcm-mau/${file}*`, async (route: Route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: edit(await response.text()) })
  })
}

/** Exchanges the published ranks 1 and 2 of the departments in 2025. */
const exchangeLeaders = (results: string) =>
  results
    .split('\n')
    .map((line) => {
      const cells = line.split(',')
      if (!line.startsWith('par,2025,departments,main,')) return line
      if (cells[7] === '1') cells[7] = '2'
      else if (cells[7] === '2') cells[7] = '1'
      return cells.join(',')
    })
    .join('\n')

test('replaced files are computed live, and the figures that came with the page give way', async ({ page }) => {
  await page.goto('./')
  const built = await firstUnit(page).innerText()
  await replaceFile(page, 'results.csv', exchangeLeaders)
  await page.goto('about:blank')
  await page.goto('./')
  await expect(firstUnit(page)).not.toHaveText(built, { timeout: 20_000 })
  await expect(page.getByTestId('ranking-row').nth(1).getByRole('link')).toHaveText(built)
  // A package whose version is unchanged still answers from its files.
  const wasm: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/engine/')) wasm.push(request.url())
  })
  await page.locator('select[name="package"]').selectOption('bo-766-2026')
  await expect(page.getByTestId('ranking-row')).toHaveCount(14)
  expect(wasm).toEqual([])
})

test('a replaced file that does not pass its checks is refused with file, row, column and value', async ({ page }) => {
  await replaceFile(page, 'results.csv', (text) => text.replace(/^(par,2021,departments,main,vpub,)[\d.]+/m, '$1abc'))
  await page.goto('./')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('results.csv', { timeout: 20_000 })
  await expect(alert).toContainText('abc')
  await expect(alert).toContainText('total_score')
  // The rest of the product goes on.
  await page.locator('select[name="package"]').selectOption('bo-766-2026')
  await expect(page.getByTestId('ranking-row')).toHaveCount(14)
})

test('without the catalog the page goes on with what it was built from', async ({ page, watched }) => {
  watched.expectComplaint(/404/)
  await page.route('**/data/catalog.json', (route) => route.fulfill({ status: 404 }))
  await page.goto('./')
  await page.locator('select[name="index"]').selectOption('dti')
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.getByTestId('ranking-row').first()).toBeVisible()
})

test('an answer file that never comes is computed instead', async ({ page }) => {
  // The page waits ten seconds for an answer; the test need not.
  await page.addInitScript(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal)
    AbortSignal.timeout = (ms) => timeout(ms / 5)
  })
  await page.route('**/answers/**/dti/**', () => {})
  await page.goto('./?index=dti')
  await expect(page.getByTestId('ranking-row').first()).toBeVisible({ timeout: 40_000 })
})
