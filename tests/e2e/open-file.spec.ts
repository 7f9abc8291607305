import type { Page } from '@playwright/test'
import { checkAccessibility, expect, test } from './support'

const choose = (page: Page, name: string, content: string | Buffer) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.isBuffer(content) ? content : Buffer.from(content) })

const NAMES = [
  '<img src=x onerror=alert(1)>',
  "'); DROP TABLE scores;--",
  '__proto__',
  '=HYPERLINK("http://x")',
  'constructor',
]
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

test('hostile names are shown as text on every screen', async ({ page }) => {
  const rows = NAMES.map((name, index) => `par,2024,departments,${quoted(name)},${quoted(name)},${90 - index},100`)
  await page.goto('./?screen=data')
  await choose(page, '<b>x.csv', `index,period,block,unit,sub_index,score,max_score\n${rows.join('\n')}\n`)
  await page.getByRole('link', { name: 'Xem xếp hạng của tệp' }).click()
  await expect(page.getByTestId('ranking-row')).toHaveCount(NAMES.length)
  for (const name of NAMES) await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  await page
    .getByTestId('ranking-row')
    .filter({ hasText: NAMES[0] ?? '' })
    .getByRole('button')
    .click()
  await expect(page.getByRole('dialog')).toContainText(NAMES[0] ?? '')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: NAMES[0] ?? '', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: NAMES[0] ?? '' })).toBeVisible()
  await expect(page.locator('img')).toHaveCount(0)
})

const REFUSED = [
  ['rong.csv', '', /trống/],
  ['tep.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), /Excel/],
  ['anh.csv', Buffer.from([0, 1, 2, 3, 0, 0, 255]), /nhị phân|không phải văn bản|không phải là/],
  ['login.csv', '<!doctype html><html><body>Đăng nhập</body></html>', /trang đăng nhập/],
  ['tieu-de.csv', 'index,period,block,unit,sub_index,score,max_score\n', /dòng tiêu đề|không có dòng/],
  ['khac.csv', 'a,b,c\n1,2,3\n', /./],
] as const

test('what is no table of scores is refused with what is wrong, and what was open stays', async ({ page }) => {
  await page.goto('./?screen=data&package=bo-766-2026')
  for (const [name, content, says] of REFUSED) {
    await choose(page, name, content)
    await expect(page.getByRole('heading', { name: `Không mở được ${name}` })).toBeFocused()
    await expect(page.getByRole('main')).toContainText(says)
    await expect(page.locator('select[name="package"]')).toHaveValue('bo-766-2026')
  }
  await page.getByRole('navigation').getByRole('link', { name: 'Xếp hạng' }).click()
  await expect(page.getByTestId('ranking-row')).toHaveCount(14)
})

const OFFICIAL = `Chỉ số;Kỳ;Khối;Đơn vị;Lĩnh vực;Điểm;Điểm tối đa
PAR Index;Năm 2024;Sở, ban, ngành;Sở Tư pháp;Cải cách thể chế;9,5;10
PAR Index;Năm 2024;Sở, ban, ngành;Sở Y tế;Cải cách thể chế;8,25;10
`

test('a file becomes a package of its own: ranked, with scorecards, beside the packages that ship', async ({
  page,
}) => {
  await page.goto('./?screen=data')
  await choose(page, 'diem.csv', OFFICIAL)
  await expect(page.getByRole('heading', { name: 'Đã mở diem.csv' })).toBeFocused()
  await expect(page.getByRole('main')).toContainText('2 đơn vị, 2 dòng số liệu')
  await checkAccessibility(page)
  await page.getByRole('link', { name: 'Xem xếp hạng của tệp' }).click()
  await expect(page.getByTestId('ranking-row').first()).toContainText('Sở Tư pháp')
  await expect(page.getByTestId('ranking-row').first()).toContainText('9,5')
  await expect(page.getByTestId('ranking-row').nth(1)).toContainText('8,25')
  // Another package and back: nothing of the file is lost.
  await page.locator('select[name="package"]').selectOption('tp-hcm-mau')
  await expect(page.getByTestId('ranking-row').first()).not.toContainText('9,5')
  await page.locator('select[name="package"]').selectOption('file-1')
  await expect(page.getByTestId('ranking-row')).toHaveCount(2)
  await page.getByRole('link', { name: 'Sở Tư pháp' }).click()
  await expect(page.getByRole('main')).toContainText('PAR Index 2024: hạng 1 trong 2')
})

test('a file of 50 MB is read with progress, and can be cancelled', async ({ page }) => {
  await page.goto('./?screen=data')
  await expect(page.locator('input[type=file]')).toBeEnabled()
  const size = await page.evaluate(() => {
    const rows = Array.from(
      { length: 900_000 },
      (_, row) =>
        `par,${2015 + (row % 10)},departments,Đơn vị thử nghiệm ${row % 3000},Lĩnh vực ${row % 30},${row % 10},10`,
    )
    const file = new File([`index,period,block,unit,sub_index,score,max_score\n${rows.join('\n')}\n`], 'lon.csv')
    const transfer = new DataTransfer()
    transfer.items.add(file)
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
    return file.size
  })
  expect(size).toBeGreaterThan(50_000_000)
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('button', { name: 'Dừng' }).click()
  await expect(page.getByRole('progressbar')).toBeHidden()
  await expect(page.locator('select[name="package"] option')).toHaveCount(3)
})

test('a link into a file that is no longer open says so, and no other figures take its place', async ({ page }) => {
  await page.goto('./?package=file-1&screen=unit&unit=snv')
  await expect(page.getByRole('heading', { level: 1, name: 'Tệp này không còn mở' })).toBeVisible()
  await expect(page.getByTestId('ranking-row')).toHaveCount(0)
  await page.getByRole('link', { name: 'Xem gói TP.HCM (minh hoạ)' }).click()
  await expect(page.getByTestId('ranking-row').first()).toBeVisible()
  await page.goBack()
  await page.getByRole('link', { name: 'Mở lại tệp' }).click()
  await expect(page.locator('input[type=file]')).toBeAttached()
})
