import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { checkAccessibility, expect, test } from './support.ts'

const auditOf = (page: Page, name = /^Kiểm tra số liệu: /) => page.getByRole('region', { name })

test('a finding leads to the unit in its period, and to the ranking', async ({ page }) => {
  await page.goto('./?screen=data')
  const audit = auditOf(page)
  await expect(audit).toContainText(/\d+ điểm cần xem trong 45 bảng xếp hạng/)
  await audit.getByText('Thay đổi đột biến').first().click()
  const row = audit
    .getByRole('table', { name: /Thay đổi đột biến/ })
    .getByRole('row')
    .nth(1)
  await expect(row).toContainText(/điểm % so với \d{4}; trung bình của \d+ đơn vị/)
  const edition = (await row.getByRole('rowheader').textContent()) ?? ''
  const unit = row.getByRole('link').nth(1)
  const name = (await unit.textContent()) ?? ''
  await unit.click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.goBack()
  await auditOf(page).getByText('Thay đổi đột biến').first().click()
  await auditOf(page).getByRole('link', { name: edition }).first().click()
  await expect(page.getByTestId('ranking-row').first()).toBeVisible()
  await expect(page).toHaveURL(/period=\d{4}/)
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
  const download = page.waitForEvent('download')
  await auditOf(page).getByRole('button', { name: 'Tải kết quả kiểm tra (CSV)' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  const [header, ...lines] = text.trim().split('\r\n')
  expect(header).toBe(
    'Phép kiểm,Mức,Chỉ số,Kỳ,Khối,Bộ kết quả,Đơn vị,Lĩnh vực,Thấy gì,Giá trị,Đối chiếu,Dòng của tệp nguồn',
  )
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('Tổng lệch do làm tròn,Để biết,')
  expect(lines[0]).toContain('"Công bố 63,97, tổng các phần 63,98: lệch 0,01.",63.97,63.98')
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
