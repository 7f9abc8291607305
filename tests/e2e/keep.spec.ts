import { unzipSync } from 'fflate'
import type { Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { checkAccessibility, expect, test } from './support'

/** Departments as the illustrative package knows them, a year that it does not have. */
const draft = (period: string, scores: readonly (readonly [string, string])[]) =>
  `Chỉ số;Kỳ;Khối;Đơn vị;Tổng điểm;Điểm tối đa\n${scores
    .map(([unit, score]) => `PAR Index;${period};Sở, ban, ngành;${unit};${score};100\n`)
    .join('')}`

const NEXT_YEAR = draft('2026', [
  ['Sở Tư pháp', '91,25'],
  ['Sở Y tế', '88,5'],
  ['Sở Tài chính', '84'],
])

const open = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

const packages = (page: Page) => page.locator('select[name="package"] option')
const rankingLink = (page: Page) => page.getByRole('link', { name: 'Xem xếp hạng của tệp' })

/** On the data screen, with the file a package of its own: read in a fraction of the time. */
async function openAlone(page: Page) {
  await page.goto('./?screen=data')
  await open(page, 'par-2026.csv', NEXT_YEAR)
  await expect(rankingLink(page)).toBeVisible()
}

/** On the data screen, with the file laid over the illustrative package. */
async function openDraft(page: Page) {
  await page.goto('./?screen=data')
  await page
    .getByRole('radio', { name: /^Đặt cạnh các kỳ của/ })
    .first()
    .check({ force: true })
  await open(page, 'par-2026.csv', NEXT_YEAR)
  await expect(rankingLink(page)).toBeVisible()
}

test('a year that is published already is never replaced without a word', async ({ page }) => {
  await page.goto('./?screen=data')
  await page
    .getByRole('radio', { name: /^Đặt cạnh các kỳ của/ })
    .first()
    .check({ force: true })
  await open(page, 'par-2025.csv', draft('2025', [['Sở Y tế', '99,5']]))
  const question = page.getByRole('main')
  await expect(question).toContainText('2025')
  await expect(rankingLink(page)).toHaveCount(0)
  await expect(packages(page)).toHaveCount(3)
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Thay bằng số liệu của tệp' }).click()
  await expect(page.getByRole('heading', { name: 'Đã mở par-2025.csv' })).toBeFocused()
  await rankingLink(page).click()
  await page.locator('select[name="period"]').selectOption('2025')
  await expect(page.getByTestId('ranking-row')).toHaveCount(1)
  await expect(page.getByTestId('ranking-row')).toContainText('99,5')
})

test('how a file was read is remembered for the next file of its shape, and can be undone', async ({ page }) => {
  const file = (period: string) =>
    `Kỳ;Tên cơ quan;Tổng điểm ${period};Điểm tối đa\n${period};Sở Tư pháp;91,25;100\n${period};Sở Y tế;88,5;100\n`
  await page.goto('./?screen=data')
  await open(page, 'par-2026.csv', file('2026'))
  await page.locator('input[type=radio][name="index"][value="par"]').check()
  await page.locator('input[type=radio][name="block"][value="departments"]').check()
  await page.getByRole('button', { name: 'Đọc tiếp' }).click()
  await expect(rankingLink(page)).toBeVisible()
  const remember = page.getByRole('button', { name: 'Nhớ cách đọc này cho tệp sau cùng dạng' })
  await remember.click()
  await expect(page.getByText('Đã nhớ cách đọc của par-2026.csv')).toBeVisible()

  await page.goto('about:blank')
  await page.goto('./?screen=data')
  await open(page, 'par-2027.csv', file('2027'))
  await expect(rankingLink(page)).toBeVisible()
  await expect(page.getByText('Đọc theo cách đã nhớ của par-2026.csv: dùng lại 2 điều')).toBeVisible()
  await expect(remember).toHaveCount(0)
  await page.getByRole('button', { name: 'Đọc lại mà không dùng' }).click()
  await expect(page.locator('input[type=radio][name="index"][value="par"]')).not.toBeChecked()
})

test('only what the viewer keeps is on the machine, there after a reload under the same link, until all is deleted', async ({
  page,
}) => {
  await openDraft(page)
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await page.getByRole('button', { name: /^Giữ trên máy này/ }).click()
  await expect(page.getByText('Đã giữ')).toBeVisible()
  await page.goto('about:blank')
  await page.goto('./?package=file-1')
  await expect(page.getByTestId('ranking-row')).toHaveCount(3)
  await expect(page.getByTestId('ranking-row').first()).toContainText('91,25')

  await page.goto('./?screen=data&package=file-1')
  await expect(page.getByRole('button', { name: /^Thôi giữ/ })).toBeVisible()
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Xoá hết số liệu từ tệp' }).click()
  await expect(page.getByRole('button', { name: 'Thôi', exact: true })).toBeFocused()
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Xoá hết, không lấy lại được' }).click()
  await expect(page.getByText(/Đã xoá 1 gói số liệu \(.*par-2026\)/)).toBeVisible()
  await expect(packages(page)).toHaveCount(3)
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await page.goto('./?package=file-1')
  await expect(page.getByRole('heading', { level: 1, name: 'Tệp này không còn mở' })).toBeVisible()
})

test('deleted in another tab, a package stays open in this one and says that it is no longer kept', async ({
  page,
  context,
}) => {
  await openAlone(page)
  await page.getByRole('button', { name: /^Giữ trên máy này/ }).click()
  await expect(page.getByText('Đã giữ')).toBeVisible()
  const other = await context.newPage()
  await other.goto('./?screen=data')
  await expect(packages(other)).toHaveCount(4)
  await other.getByRole('button', { name: 'Xoá hết số liệu từ tệp' }).click()
  await other.getByRole('button', { name: 'Xoá hết, không lấy lại được' }).click()
  await expect(packages(other)).toHaveCount(3)
  await expect(page.getByRole('button', { name: /^Giữ trên máy này/ })).toBeVisible()
  await rankingLink(page).click()
  await expect(page.getByTestId('ranking-row')).toHaveCount(3)
})

test('where storage is full the choice says so, and the package stays open', async ({ page, baseURL }) => {
  await openAlone(page)
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL ?? '').origin, quotaSize: 1 })
  await page.getByRole('button', { name: /^Giữ trên máy này/ }).click()
  await expect(page.getByText('Máy không còn chỗ để lưu')).toBeVisible()
  await checkAccessibility(page)
  await rankingLink(page).click()
  await expect(page.getByTestId('ranking-row')).toHaveCount(3)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Tệp này không còn mở' })).toBeVisible()
})

test('in a frame without storage the data screen says so, and the figures are there', async ({ page, baseURL }) => {
  // A frame without an origin of its own gets files only from hosts that give them to anyone.
  await page.route('**/*', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } })
  })
  await page.goto('./data/catalog.json')
  await page.setContent(
    `<iframe sandbox="allow-scripts" src="${baseURL}?screen=data" width="1200" height="900"></iframe>`,
  )
  const frame = page.frameLocator('iframe')
  await expect(frame.getByText('Trình duyệt không cho trang này lưu gì trên máy')).toBeVisible()
  await frame.getByRole('navigation').getByRole('link', { name: 'Xếp hạng' }).click()
  await expect(frame.getByTestId('ranking-row').first()).toBeVisible()
})

test('where storage is forbidden the choice says so, and the package stays open', async ({ page }) => {
  // As browsers do in private windows and under policies.
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
  })
  await openAlone(page)
  await expect(page.getByText('Trình duyệt không cho trang này lưu gì trên máy')).toBeVisible()
  await page.getByRole('button', { name: /^Giữ trên máy này/ }).click()
  await expect(page.getByText('Trình duyệt không cho lưu gì ở trang này')).toBeVisible()
  await page.getByRole('banner').getByRole('button').click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await checkAccessibility(page)
  await expect(packages(page)).toHaveCount(4)
  // Nothing is kept that could be deleted: what is in this tab goes with it.
  await expect(page.getByRole('button', { name: 'Xoá hết số liệu từ tệp' })).toHaveCount(0)
  await page.goto('./?screen=data')
  await expect(packages(page)).toHaveCount(3)
})

test('the downloaded package, unpacked into the data folder of a host, is published', async ({ page }) => {
  await openDraft(page)
  await page.getByRole('link', { name: /Nguồn và phương pháp.*par-2026/ }).click()
  await page.getByText('chính thức', { exact: true }).click()
  await page.getByLabel('Quyết định số (nếu có)').fill('12/QĐ-UBND')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tạo tệp zip' }).click()
  const path = await (await download).path()
  await expect(page.getByText(/Đã tải tp-hcm-mau-.*Giải nén/)).toBeVisible()

  const published = new Map(Object.entries(unzipSync(readFileSync(path))))
  await page.route('**/data/**', async (route) => {
    const bytes = published.get(new URL(route.request().url()).pathname.replace('/data/', ''))
    await (bytes === undefined ? route.continue() : route.fulfill({ body: Buffer.from(bytes) }))
  })
  await page.goto('./?index=par&period=2026')
  await expect(page.getByTestId('ranking-row')).toHaveCount(3)
  await expect(page.getByTestId('ranking-row').first()).toContainText('Sở Tư pháp')
  await expect(page.getByRole('main')).toContainText('12/QĐ-UBND')
  await expect(page.locator('aside[data-status]')).toContainText('Số liệu minh hoạ')
  await expect(packages(page)).toHaveCount(3)
})
