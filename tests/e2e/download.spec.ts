import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { checkAccessibility, expect, test } from './support'

async function saved(page: Page, kind: 'Excel' | 'CSV' | 'PNG' | 'SVG') {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: kind, exact: true }).click(),
  ])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}
const linesOf = (csv: Buffer) => csv.toString('utf8').trim().split('\r\n')

test('the ranking is saved as Excel, CSV, PNG and SVG: what is shown, or all of it, on a phone too', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto('./?index=par&period=2024&block=departments&q=quan')
  await expect(page.getByText(/Tìm thấy/)).toBeVisible()
  const found = await page.getByTestId('ranking-row').count()
  await page.getByRole('button', { name: 'Tải về' }).click()
  const panel = page.getByRole('dialog')
  await expect(panel).toContainText('Số liệu minh hoạ.')
  await checkAccessibility(page)
  expect(await panel.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)

  const shown = await saved(page, 'CSV')
  expect(shown.name).toBe('minh-hoa-par-2024-so-ban-nganh-xep-hang.csv')
  expect([...shown.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(linesOf(shown.bytes)).toHaveLength(found + 1)
  expect(linesOf(shown.bytes)[0]).toContain('Hạng;Đơn vị;Tỷ lệ đạt (%)')
  await expect(panel.getByRole('status')).toHaveText('Đã tạo tệp CSV.')

  await panel.getByRole('radio', { name: /Tất cả/ }).check()
  await panel.getByRole('combobox').selectOption('comma')
  const all = linesOf((await saved(page, 'CSV')).bytes)
  expect(all.length).toBeGreaterThan(found + 1)
  expect(all[1]).toMatch(/^1,[^,]+,\d+\.\d+,/)

  const excel = await saved(page, 'Excel')
  expect(excel.name).toBe('minh-hoa-par-2024-so-ban-nganh-xep-hang.xlsx')
  const parts = unzipSync(excel.bytes)
  const sheet = (number: number) => strFromU8(parts[`xl/worksheets/sheet${number}.xml`] ?? new Uint8Array())
  expect(sheet(1).match(/<row /g)).toHaveLength(all.length)
  expect(sheet(2)).toContain('?package=tp-hcm-mau&amp;index=par&amp;period=2024&amp;block=departments&amp;q=quan')

  const svg = (await saved(page, 'SVG')).bytes.toString('utf8')
  expect(svg).toMatch(/^<svg /)
  for (const text of ['Xếp hạng PAR Index, 2024', 'Số liệu minh hoạ.', 'Tải về ngày']) expect(svg).toContain(text)
  expect((await saved(page, 'PNG')).bytes.subarray(1, 4).toString()).toBe('PNG')

  // The choice is kept; the panel gives the focus back to its button.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Tải về' })).toBeFocused()
  await page.getByRole('button', { name: 'Tải về' }).click()
  await expect(panel.getByRole('combobox')).toHaveValue('comma')
})

test('every table and chart of the other screens has its downloads; the matrix is a picture with its marks', async ({
  page,
}) => {
  for (const [link, downloads] of [
    ['./?screen=compare&show=block', 4],
    ['./?screen=compare&show=change', 2],
    ['./?screen=data', 3],
    ['./?screen=unit&unit=quan-go-vap', 3],
    ['./?screen=weak&index=par&period=2024&block=departments', 2],
  ] as const) {
    await page.goto(`${link}&lang=en`)
    await expect(page.getByRole('button', { name: /^Download: / })).toHaveCount(downloads)
  }
  await page.getByRole('button', { name: 'Download: Units × fields' }).click()
  const { name, bytes } = await saved(page, 'SVG')
  expect(name).toBe('illustrative-par-2024-departments-weak-fields-matrix.svg')
  expect(bytes.toString('utf8')).toMatch(/%\u00A0?[^<]*◆/)
  await checkAccessibility(page)
})
