import { readFile } from 'node:fs/promises'
import { checkAccessibility, expect, test } from './support'

const DEPARTMENTS = './?screen=weak&index=par&period=2024&block=departments'
const COMMUNES = './?screen=weak&index=dti&period=2025&block=communes'

/** Every part once, each in another language, light and width. */
for (const [name, link, lang, scheme, width] of [
  ['matrix', DEPARTMENTS, 'vi', 'light', 360],
  ['matrix', DEPARTMENTS, 'en', 'dark', 1440],
  ['list by unit', `${DEPARTMENTS}&show=by-unit`, 'vi', 'dark', 360],
  ['list by field', `${DEPARTMENTS}&show=by-field`, 'en', 'light', 768],
  ['list by owner', `${DEPARTMENTS}&show=by-owner`, 'vi', 'light', 1440],
] as const) {
  test(`weaknesses, ${name}, ${lang}, ${scheme}, ${width} px: no barrier that axe sees, nothing scrolls sideways, no engine`, async ({
    page,
  }) => {
    const engine: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/engine/')) engine.push(request.url())
    })
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(lang === 'vi' ? link : `${link}&lang=en`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/yếu ở \d+ trong|is weak in \d+ of/)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await checkAccessibility(page)
    expect(engine).toEqual([])
  })
}

test('the matrix has one tab stop; the arrows go from cell to cell, and what is behind a cell stands below', async ({
  page,
}) => {
  await page.goto(DEPARTMENTS)
  const grid = page.getByRole('grid')
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1)
  await grid.locator('[tabindex="0"]').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const cell = grid.getByRole('row').nth(1).getByRole('gridcell').first()
  await expect(cell).toBeFocused()
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1)
  const detail = page.getByRole('region', { name: 'Ô đang chọn' })
  await expect(detail).toContainText('Khối: trung vị')
  const weak = grid.getByRole('gridcell', { name: /điểm yếu: 3 dấu hiệu/ }).first()
  await weak.click()
  await expect(detail).toContainText(/của điểm tối đa \(ngưỡng 65\s%\); thấp hơn trung vị khối/)
  await page.keyboard.press('Escape')
  await expect(detail).toContainText('Chọn một ô')
})

test('a column sorts its units weakest first, then strongest first, in the link', async ({ page }) => {
  await page.goto(DEPARTMENTS)
  const grid = page.getByRole('grid')
  const shares = async () => {
    const texts = await grid.locator('tbody td:nth-child(3)').allTextContents()
    return texts.map((text) => Number(text.replace(',', '.'))).filter((share) => !Number.isNaN(share))
  }
  const header = grid.getByRole('columnheader').nth(2)
  await header.getByRole('button').click()
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  await expect(page).toHaveURL(/order=field\./)
  const up = await shares()
  expect(up.length).toBeGreaterThan(20)
  expect(up).toEqual(up.toSorted((a, b) => a - b))
  await header.getByRole('button').click()
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  expect(await shares()).toEqual(up.toReversed())
})

test('a threshold that is moved stays in the link, is computed on the page, and leaves the link when it is taken back', async ({
  page,
}) => {
  await page.goto(DEPARTMENTS)
  const before = await page.getByRole('heading', { level: 1 }).textContent()
  await page.getByText('thay đổi', { exact: true }).click()
  const form = page.getByRole('form', { name: 'Ngưỡng của điểm yếu' })
  const field = form.getByRole('spinbutton', { name: 'Đạt thấp: dưới' })
  await field.fill('')
  await field.pressSequentially('150')
  await field.press('Enter')
  await expect(form).toContainText('cần một số từ 0 đến 100')
  await field.blur()
  await expect(form).toContainText('cần một số từ 0 đến 100')
  await expect(page).not.toHaveURL(/absolute/)
  await field.fill('90')
  await field.press('Enter')
  await expect(page).toHaveURL(/absolute=0\.9/)
  await expect(form.getByRole('status')).toContainText(/\d+ điểm yếu ở \d+ đơn vị/, {
    // The engine is fetched and opened first.
    timeout: 60_000,
  })
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before ?? '')
  await form.getByRole('button', { name: 'Dùng lại ngưỡng của gói số liệu' }).click()
  await expect(page).not.toHaveURL(/absolute/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(before ?? '')
})

test('what is shown is downloaded as it is shown', async ({ page }) => {
  const saved = async (link: string) => {
    await page.goto(link)
    await page.getByRole('button', { name: /^Tải về: (?!Lĩnh vực của cả khối)/ }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('dialog').getByRole('button', { name: 'CSV' }).click(),
    ])
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }
  const matrix = await saved(`${DEPARTMENTS}&order=weak&q=so`)
  expect(matrix.name).toBe('minh-hoa-par-2024-so-ban-nganh-diem-yeu-ma-tran.csv')
  const units = await page.getByRole('grid').getByRole('rowheader').getByRole('link').allTextContents()
  expect(matrix.text.trim().split('\r\n').length).toBe(units.length + 1)
  const list = await saved(`${DEPARTMENTS}&show=by-owner`)
  await page.keyboard.press('Escape')
  const items = await page.getByRole('main').getByRole('listitem').count()
  expect(list.text.trim().split('\r\n').length).toBe(items + 1)
})

test('every flag has its rule and figures, and leads to its unit', async ({ page }) => {
  await page.goto(`${DEPARTMENTS}&show=by-owner`)
  const items = page.getByRole('main').getByRole('listitem')
  const first = items.first()
  await expect(first).toContainText(/điểm tối đa/)
  await expect(page.getByRole('heading', { name: 'Chưa có sở phụ trách' }).first()).toBeVisible()
  const unit = first.getByRole('link')
  const name = (await unit.textContent()) ?? ''
  await unit.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})

test('ranks without scores: the screen says why no weakness is named', async ({ page }) => {
  await page.goto('./?screen=weak&package=tp-hcm')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Chưa xét được điểm yếu/)
  await expect(page.getByRole('grid')).toHaveCount(0)
  await checkAccessibility(page)
})

test('a threshold out of range in the link is named, and the package’s is used', async ({ page }) => {
  await page.goto(`${DEPARTMENTS}&absolute=7`)
  await expect(page.getByText(/giá trị “7” không dùng được ở “ngưỡng tỷ lệ điểm”/)).toBeVisible()
  await expect(page.getByText(/^Ngưỡng: dưới 65/)).toBeVisible()
})

test('168 communes fit a phone without scrolling the page sideways, and print across on several pages', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto(`${COMMUNES}&unit=phuong-phu-an`)
  const grid = page.getByRole('grid')
  await expect(grid.getByRole('row')).toHaveCount(169)
  // The last in the ranks, brought out by the link.
  await grid.scrollIntoViewIfNeeded()
  await expect(grid.getByRole('rowheader', { name: 'P.Phú An' })).toBeInViewport()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => Number(w) > Number(h))
  expect(boxes.length).toBeGreaterThan(3)
  expect(boxes).not.toContain(false)
})
