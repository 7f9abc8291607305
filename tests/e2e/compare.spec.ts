import type { Page } from '@playwright/test'
import { checkAccessibility, expect, test } from './support.ts'

const VIEWS = [
  { show: 'slope', width: 1440, scheme: 'light', lang: 'vi' },
  { show: 'bump', width: 768, scheme: 'light', lang: 'en' },
  { show: 'change', width: 360, scheme: 'dark', lang: 'vi' },
  { show: 'units', width: 1440, scheme: 'dark', lang: 'en' },
  { show: 'block', width: 768, scheme: 'light', lang: 'vi' },
  // The widest table.
  { show: 'change', width: 800, scheme: 'light', lang: 'en' },
] as const

async function expectNoSidewaysScroll(page: Page) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(beyond).toBeLessThanOrEqual(0)
}

const drawing = (page: Page) => page.getByRole('application').first()

for (const { show, width, scheme, lang } of VIEWS) {
  test(`compare, ${show}, ${lang}, ${scheme}, ${width} px: drawn without the engine, nothing scrolls sideways, no barrier that axe sees`, async ({
    page,
  }) => {
    const engine: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/engine/')) engine.push(request.url())
    })
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(`./?screen=compare&show=${show}&units=syt,stp&lang=${lang}`)
    await expect(drawing(page).locator('svg')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/\d/)
    await expectNoSidewaysScroll(page)
    await checkAccessibility(page)
    expect(engine).toEqual([])
  })
}

test('a unit is found by keyboard, brought out, kept in the link and spoken point by point', async ({ page }) => {
  await page.goto('./?screen=compare&period=2024')
  await page.getByRole('searchbox').fill('giao duc')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Sở Giáo dục và Đào tạo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/unit=sgddt/)
  await expect(page.locator('select[name=unit]')).toHaveValue('sgddt')
  // The button went with the list; the search has the focus again.
  await expect(page.getByRole('searchbox')).toBeFocused()
  await drawing(page).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[aria-live=polite]', { hasText: /2024: hạng \d+; (tăng|giảm|giữ)/ })).toHaveCount(1)

  await page.getByRole('navigation', { name: 'Cách so sánh' }).getByRole('link', { name: 'Vì sao thay đổi' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/^Sở Giáo dục và Đào tạo .*điểm của mình/)
  await page.goBack()
  await expect(page).not.toHaveURL(/show=change/)
  await expect(page.locator('select[name=unit]')).toHaveValue('sgddt')
})

test('what is searched comes first: Enter takes it, the arrows go down the list and back', async ({ page }) => {
  await page.goto('./?screen=compare&period=2025')
  const search = page.getByRole('searchbox')
  await search.fill('so noi vu')
  await expect(page.getByRole('main')).toContainText('Tìm thấy 2 đơn vị. Enter: chọn Sở Nội vụ')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('search').getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  // The department before the merger has no result in the shown period.
  await expect(page.getByRole('button', { name: 'Sở Nội vụ chỉ có ở 2024' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(search).toBeFocused()
  await search.fill('so y te')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/unit=syt/)
  await expect(search).toHaveValue('')
  await expect(search).toBeFocused()
})

test('the table of changes can be turned round, and who was not ranked says so', async ({ page }) => {
  await page.goto('./?screen=compare&show=change&period=2025')
  const first = page
    .getByRole('table', { name: /^Thay đổi hạng/ })
    .getByRole('rowheader')
    .first()
  await expect(first).toHaveText('Sở Giáo dục và Đào tạo')
  await page.getByRole('button', { name: 'Đảo thứ tự' }).click()
  await expect(page.getByRole('button', { name: 'Đảo thứ tự' })).toHaveAttribute('aria-pressed', 'true')
  await expect(first).toHaveText('Văn phòng Ủy ban nhân dân Thành phố')
  await expect(page.getByRole('table', { name: /^Thay đổi hạng/ })).toContainText('không có hạng ở cả 2024 lẫn 2025')
})

test('a period that is not there, or not earlier, is said, and the one before is used', async ({ page }) => {
  await page.goto('./?screen=compare&period=2024&before=2025')
  await expect(page.getByRole('main')).toContainText('Kỳ 2025 không trước kỳ 2024; đang so với kỳ 2023.')
  await expect(page.getByLabel('So với kỳ')).toHaveValue('2023')
  await page.getByLabel('So với kỳ').selectOption('2021')
  await expect(page).toHaveURL(/before=2021/)
  await expect(page.getByRole('main')).toContainText('chỉ so 6 lĩnh vực có ở cả hai kỳ')
})

test('ranks alone are compared as ranks, a single period not at all, and each says why', async ({ page }) => {
  await page.goto('./?screen=compare&package=tp-hcm&block=provinces')
  await expect(page.getByRole('main')).toContainText('Chỉ so thứ hạng đã công bố')
  await expect(page.getByRole('main')).toContainText('nguồn chỉ nêu một phần của khối')
  await page.goto('./?screen=compare&package=bo-766-2026')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Khối này chỉ có một kỳ (10/10/2026)')
  await page.getByRole('main').getByRole('listitem').getByRole('link', { name: 'Các đơn vị cạnh nhau' }).click()
  await page.getByRole('link', { name: 'ba đơn vị đầu khối' }).click()
  await expect(drawing(page).locator('svg')).toBeVisible()
})

test('a seventh unit is refused with a reason, and one can be taken out', async ({ page }) => {
  await page.goto('./?screen=compare&show=units&units=syt,stp,sdl,shtp,sct,sgddt')
  await expect(page.getByRole('main')).toContainText('Đang xem 6 trong 6 đơn vị')
  await page.getByRole('searchbox').fill('van hoa')
  await page.getByRole('button', { name: 'Sở Văn hóa và Thể thao' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Đã đủ 6 đơn vị' })).toContainText('Sở Văn hóa và Thể thao')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.getByRole('button', { name: 'Bỏ Sở Y tế' }).click()
  await expect(page).toHaveURL(/units=stp(,|%2C)sdl/)
  await expect(page.getByRole('main')).toContainText('Đang xem 5 trong 6 đơn vị')
  await expect(page.getByRole('button', { name: 'Bỏ Sở Tư pháp' })).toBeFocused()
  // The last one taken out leaves the search.
  for (let left = 5; left > 0; left -= 1) {
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^Bỏ / })).toHaveCount(left - 1)
  }
  await expect(page.getByRole('searchbox')).toBeFocused()
})

test('of fewer units than before, the last is not said to have climbed', async ({ page }) => {
  await page.goto('./?screen=compare&show=change&index=ddci&period=2025&unit=vpub')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('từ hạng 19/22 thành 16/16')
  await expect(page.getByRole('main')).toContainText('Số đơn vị có hạng khác nhau: 22 ở 2024, 16 ở 2025.')
})

/** Two years of three units whose criteria have a fifth of the points in common. */
const OTHER_CRITERIA = `index,period,block,unit,sub_index,score,max_score
${['a', 'b', 'c']
  .flatMap((unit, index) => [
    `par,2023,departments,Đơn vị ${unit},Chung,${5 + index},20`,
    `par,2023,departments,Đơn vị ${unit},Cũ,${40 + index},80`,
    `par,2024,departments,Đơn vị ${unit},Chung,${9 - index},20`,
    `par,2024,departments,Đơn vị ${unit},Mới,${50 + index},80`,
  ])
  .join('\n')}
`

test('two periods whose criteria differ too much are not joined by lines: the reason stands there', async ({
  page,
}) => {
  await page.goto('./?screen=data')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'diem.csv', mimeType: 'text/csv', buffer: Buffer.from(OTHER_CRITERIA) })
  await expect(page.getByRole('heading', { name: 'Đã mở diem.csv' })).toBeFocused()
  await page.getByRole('link', { name: 'Xem xếp hạng của tệp' }).click()
  await expect(page.getByTestId('ranking-row')).toHaveCount(3)
  await page.getByRole('navigation').getByRole('link', { name: 'So sánh' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('hai bộ tiêu chí khác nhau quá nhiều')
  await expect(page.getByRole('main')).toContainText('chỉ bằng 20\u00A0% điểm tối đa')
  await expect(page.getByRole('application')).toHaveCount(0)
  await expect(page.getByRole('table', { name: /Thứ hạng ở mỗi kỳ/ })).toBeVisible()
})
