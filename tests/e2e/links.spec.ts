import type { Page } from '@playwright/test'
import { expect, test } from './support'

const headline = 'h1'

/** Chooses the option that begins with this text: a block that the period lacks says so behind its name. */
async function choose(page: Page, name: string, text: string) {
  const select = page.locator(`select[name="${name}"]`)
  await select.selectOption(await select.locator('option', { hasText: text }).first().getAttribute('value'))
}

test('a link to an edition gives the same state as choosing it', async ({ page }) => {
  await page.goto('./')
  await page.locator('select[name="index"]').selectOption('dti')
  await choose(page, 'block', 'Phường, xã, đặc khu')
  await expect(page.getByTestId('ranking-row')).toHaveCount(168)
  const chosen = { url: page.url(), headline: await page.locator(headline).innerText() }
  expect(Object.fromEntries(new URL(chosen.url).searchParams)).toEqual({ index: 'dti', block: 'communes', v: '1' })

  await page.goto('about:blank')
  await page.goto(chosen.url)
  await expect(page.getByTestId('ranking-row')).toHaveCount(168)
  await expect(page.locator(headline)).toHaveText(chosen.headline)
})

test('the default view has no parameters, and the back button undoes a choice', async ({ page }) => {
  await page.goto('./')
  const before = await page.locator(headline).innerText()
  await page.locator('select[name="index"]').selectOption('ddci')
  await expect(page.locator(headline)).not.toHaveText(before)
  await page.goBack()
  await expect(page.locator(headline)).toHaveText(before)
  expect(new URL(page.url()).search).toBe('')
})

test('one step back undoes one step, from wherever it began', async ({ page }) => {
  await page.goto('./?index=dti&block=communes')
  const before = await page.locator(headline).innerText()
  const steps = await page.evaluate(() => history.length)
  await page.getByTestId('ranking-row').first().getByRole('link').click()
  await expect(page).toHaveURL(/screen=unit/)
  await expect(page.locator(headline)).not.toHaveText(before)
  expect(await page.evaluate(() => history.length)).toBe(steps + 1)
  await page.goBack()
  await expect(page.locator(headline)).toHaveText(before)

  await page.locator('select[name="index"]').selectOption('par')
  await page.locator('select[name="index"]').selectOption('ddci')
  await expect(page).toHaveURL(/index=ddci/)
  await page.goBack()
  await expect(page.locator('select[name="index"]')).toHaveValue('par')
  await page.goBack()
  await expect(page.locator(headline)).toHaveText(before)
})

test('switching keeps what can be kept and says what could not', async ({ page }) => {
  await page.goto('./?index=par&period=2023&block=districts&v=1')
  await expect(page.getByTestId('ranking-row')).toHaveCount(22)
  // The communes were first assessed in 2025.
  await choose(page, 'block', 'Phường, xã, đặc khu')
  await expect(page.getByTestId('ranking-row')).toHaveCount(168)
  await expect(page.getByRole('status').filter({ hasText: '2023' })).toContainText('2025')
})

// What one parameter says can hide what the next one says; these do not.
for (const params of [
  { package: 'nobody' },
  { index: 'sipas', screen: 'nowhere', lang: 'fr', sort: 'colour' },
  { period: '1999', block: 'moon', set: 'other' },
  { index: '<img src=x onerror=alert(1)>', unit: "'); DROP TABLE scores;--" },
]) {
  test(`${Object.keys(params).join(', ')} that are unknown fall back, each by name, to a ranking`, async ({ page }) => {
    await page.goto(`./?${new URLSearchParams(Object.entries(params))}`)
    await expect(page.getByTestId('ranking-row').first()).toBeVisible()
    for (const value of Object.values(params))
      await expect(page.getByRole('status').filter({ hasText: value })).toBeVisible()
  })
}

test('an unknown unit is named, with the way to find the right one', async ({ page }) => {
  await page.goto('./?screen=unit&unit=so-khong-co')
  await expect(page.getByRole('main')).toContainText('so-khong-co')
  await expect(page.getByRole('searchbox')).toBeVisible()
})
