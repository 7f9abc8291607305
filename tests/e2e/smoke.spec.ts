import { expect, SUB_FOLDER, test } from './support'

test('the site works in any folder of a host', async ({ page }) => {
  await page.goto(SUB_FOLDER)
  await expect(page.getByTestId('ranking-row').first()).toBeVisible()
  const index = page.locator('select[name="index"]')
  const other = await index.locator('option:not(:checked)').first().getAttribute('value')
  const headline = await page.getByRole('heading', { level: 1 }).innerText()
  await index.selectOption(other)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(headline)
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('the first ranking can be read, with a word on what cannot be done', async ({ page }) => {
    await page.goto('./')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByTestId('ranking-row').first()).toBeVisible()
    await expect(page.locator('noscript p').first()).toBeVisible()
    await expect(page.getByRole('combobox').first()).toBeHidden()
  })
})
