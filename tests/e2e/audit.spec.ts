import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { checkAccessibility, expect, test } from './support.ts'

const auditOf = (page: Page, name = /^Kiểm tra số liệu: /) => page.getByRole('region', { name })

test('a finding leads to the very figure: the field of the unit, and its row of the ranking', async ({ page }) => {
  for (const [lang, jump, follow] of [
    ['vi', 'Thay đổi đột biến', (link) => link.click()],
    ['en', 'Sudden change', (link) => link.press('Enter')],
  ] as const satisfies readonly (readonly [string, string, (link: Locator) => Promise<void>])[]) {
    await page.goto(`./?screen=data&lang=${lang}`)
    const audit = auditOf(page, /^(Kiểm tra số liệu|Audit of the figures): /)
    await expect(audit).toContainText(/\d+ (điểm cần xem trong|findings to look at in) 45/)
    const openJumps = () => audit.getByText(jump, { exact: true }).first().click()
    const ofField = audit.getByRole('row').filter({ has: page.getByRole('cell').nth(1).getByText(/\S/) })
    await openJumps()
    const row = ofField.first()
    const [unit = '', field = ''] = await row.getByRole('cell').allTextContents()
    await follow(row.getByRole('link').nth(1))
    await expect(page.getByRole('heading', { level: 1, name: unit })).toBeVisible()
    const figure = page.locator(':focus')
    await expect(figure.getByRole('rowheader')).toHaveText(field)
    await expect(figure).toBeInViewport()
    await page.goBack()
    await openJumps()
    await follow(row.getByRole('link').first())
    const ranked = page.getByTestId('ranking-row').and(figure)
    await expect(ranked.getByRole('rowheader')).toContainText(unit)
    await expect(ranked).toBeInViewport()
    await expect(page).toHaveURL(/period=\d{4}/)
  }
})

test('where nothing contradicts, that is said, with what was checked', async ({ page }) => {
  await page.goto('./?screen=data&package=bo-766-2026&lang=en')
  const audit = auditOf(page, /^Audit of the figures: /)
  await expect(audit).toContainText('Nothing contradictory was found in 3 rankings.')
  await expect(audit).toContainText('2 findings for information, which are no errors.')
  await expect(audit).toContainText(/Checked, nothing found: Total unlike the sum of its parts; Rank against score; /)
})

test('the audit can be downloaded, a line a finding', async ({ page }) => {
  await page.goto('./?screen=data&package=bo-766-2026')
  await auditOf(page)
    .getByRole('button', { name: /^Tải về/ })
    .click()
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'CSV' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  const [header, ...lines] = text.trim().split('\r\n')
  expect(header).toBe(
    'Phép kiểm;Mức;Chỉ số;Kỳ;Khối;Bộ kết quả;Đơn vị;Lĩnh vực;Thấy gì;Giá trị;Đối chiếu;Dòng của tệp nguồn',
  )
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('Tổng lệch do làm tròn;Để biết;')
  expect(lines[0]).toContain('Công bố 63,97, tổng các phần 63,98: lệch 0,01.;63,97;63,98')
})

test('with every group open the audit fits a phone and is accessible', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto('./?screen=data&package=tp-hcm')
  const audit = auditOf(page)
  await expect(audit).toContainText('điểm cần xem')
  for (const summary of await audit.locator('summary').all()) await summary.click()
  await expect(audit.getByRole('table', { name: /Chỗ trống/ })).toBeVisible()
  await expect(audit.getByRole('table', { name: /Chỗ trống/ })).toContainText('Chỉ công bố thứ hạng')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await checkAccessibility(page)
})
