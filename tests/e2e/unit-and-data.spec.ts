import type { Page } from '@playwright/test'
import { checkAccessibility, expect, test } from './support.ts'

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
const choose = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles(csv(name, text))

const LONG = `index,period,block,unit,sub_index,score,max_score
par,2024,departments,Sở Tư pháp,Cải cách thể chế,9.5,10
par,2024,departments,Sở Y tế,Cải cách thể chế,8.5,10
`
const HOSTILE = `Đơn vị;Cải cách thể chế (10);Tổng điểm
<img src=x onerror=alert(1)>;9,5;9,5
=HYPERLINK("http://x");105;8
__proto__;7;7
`

async function expectNoSidewaysScroll(page: Page) {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(beyond).toBeLessThanOrEqual(0)
}

test(
  'a unit of the ranking leads to its scorecard: indices, fields, history, lineage, source',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('./?period=2024&index=dti')
    const unit = page.getByTestId('ranking-row').first().getByRole('link')
    const name = (await unit.textContent()) ?? ''
    await unit.click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(/DTI 2024: hạng 1 trong \d+/)
    for (const index of ['PAR Index', 'DTI', 'DDCI']) {
      await expect(page.getByRole('heading', { level: 3, name: index })).toBeVisible()
    }
    await expect(
      page
        .getByRole('table', { name: /Điểm từng lĩnh vực/ })
        .getByRole('rowheader')
        .first(),
    ).toBeVisible()
    await expect(page.getByRole('table', { name: /Các kỳ DTI/ })).toBeVisible()
    await page.getByRole('button', { name: 'Nguồn số liệu DTI 2024' }).first().click()
    await expect(page.getByRole('dialog')).toContainText('results.csv')
    await page.keyboard.press('Escape')
    await expectNoSidewaysScroll(page)
    await checkAccessibility(page)
  },
)

test('a unit without a result in the period asked for says so and offers those that it has', async ({ page }) => {
  await page.goto('./?screen=unit&unit=sgtvt&period=2025')
  await expect(page.getByRole('main')).toContainText('không có kết quả PAR Index, kỳ 2025')
  await page.getByRole('link', { name: 'PAR Index 2024' }).click()
  await expect(page.getByRole('main')).toContainText(/PAR Index 2024: hạng \d+ trong/)
})

test('16th of 16 after 19th of 22 is called no climb', async ({ page }) => {
  await page.goto('./?screen=unit&unit=vpub&index=ddci&period=2025')
  const main = page.getByRole('main')
  await expect(main).toContainText(/DDCI 2025: hạng 16 trong 16 [^.]*; 2024: hạng 19 trong 22\. Tỷ lệ đạt giảm/)
  await expect(main.getByRole('listitem').filter({ hasText: 'DDCI 2025' })).toContainText('2024: hạng 19 / 22')
  await expect(main.getByText(/tăng \d+ bậc|hạng tăng/)).toHaveCount(0)
})

/** Pages of a PDF; Chromium writes the page objects uncompressed. */
const pagesOf = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length

// The units of the shipped packages with the most to say: weak nearly everywhere, with parts, history or successors.
for (const link of [
  '?screen=unit&unit=itpc&index=par&period=2025',
  '?screen=unit&unit=skhdt&index=ddci&period=2024',
  '?screen=unit&unit=phuong-thuan-an&index=ddci&period=2025',
]) {
  test(`a scorecard prints on one page in either language: ${link}`, async ({ page }) => {
    await page.goto(`./${link}`)
    const main = page.getByRole('main')
    for (const [nearest, onePeriod] of [
      ['Đơn vị gần nhất', 'Mới có một kỳ'],
      ['Nearest units', 'One period so far'],
    ] as const) {
      await expect(main.getByRole('heading', { name: nearest, exact: true })).toBeVisible()
      await expect(main.locator('figure svg').or(main.getByText(onePeriod))).toBeVisible()
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1)
      if (nearest === 'Đơn vị gần nhất') await page.getByRole('link', { name: 'English' }).click()
    }
  })
}

test('a scorecard says whom to learn from, and its link stands in a code', async ({ page }) => {
  await page.goto('./?screen=unit&unit=sgtvt&index=par&period=2024')
  const main = page.getByRole('main')
  await expect(main.getByRole('table', { name: /Các phần điểm từng lĩnh vực/ })).toContainText('Lệch tự chấm')
  await expect(
    main.getByRole('table', { name: /Các đơn vị gần Sở Giao thông vận tải nhất/ }).getByRole('rowheader'),
  ).toHaveCount(5)
  await expect(main).toContainText(/Còn thiếu \d+,\d\d điểm để bằng hạng \d+ \(/)
  const code = main.getByRole('img', { name: 'Mã QR của liên kết tới trang này' })
  await expect(code).toBeHidden()
  await main.getByRole('button', { name: 'Mã QR' }).click()
  await expect(code).toBeVisible()
  await expect(main).toContainText('package=tp-hcm-mau&index=par&period=2024&block=departments&unit=sgtvt')
  await checkAccessibility(page)
})

test('a unit is found without diacritics', async ({ page }) => {
  await page.goto('./?screen=unit')
  await page.getByRole('searchbox').fill('go vap')
  await expect(page.getByRole('link', { name: 'Quận Gò Vấp' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Quận 1', exact: true })).toBeHidden()
  await expectNoSidewaysScroll(page)
  await checkAccessibility(page)
})

test('the data screen names packages, sources, method and changes', async ({ page }) => {
  await page.goto('./?screen=data&package=tp-hcm')
  for (const name of [/^Gói số liệu/, /^Nguồn/, /^Phương pháp/, /^Thay đổi số liệu/, /^Bảng xếp hạng/]) {
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  }
  await expect(page.getByRole('main')).toContainText('tỷ lệ dưới 65\u00a0%')
  await expect(page.getByRole('main')).toContainText('2026.11.22')
  await expectNoSidewaysScroll(page)
  await checkAccessibility(page)
})

test(
  'what a file leaves open is asked, never guessed; names in it are shown as text',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('./?screen=data')
    await choose(page, 'la.csv', HOSTILE)
    const form = page.locator('form')
    await expect(form.getByRole('radio', { checked: true })).toHaveCount(0)
    await form.getByRole('group', { name: 'Số liệu của chỉ số nào?' }).getByLabel('Chỉ số cải cách hành chính').check()
    await form.getByLabel('Số liệu của kỳ nào?').fill('2024')
    await form.getByRole('group', { name: 'Các đơn vị thuộc khối nào?' }).getByLabel('Sở, ban, ngành').check()
    await form.getByRole('button', { name: 'Đọc tiếp' }).click()
    await expect(page.getByRole('heading', { name: 'Đã mở la.csv' })).toBeFocused()
    const problems = page.getByRole('region', { name: /Vấn đề trong tệp/ }).last()
    await expect(problems).toContainText('<img src=x onerror=alert(1)>')
    await expect(problems.getByRole('table', { name: /Vượt điểm tối đa/ })).toContainText('105')
    await expectNoSidewaysScroll(page)
  },
)

test('a file dropped on the ranking is opened, and the data screen shows how that went', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByTestId('ranking-row').first()).toBeVisible()
  // The page takes drops once it is alive.
  await page.waitForFunction(() => document.querySelector('#app')?.hasChildNodes())
  await expect(async () => {
    const files = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'diem.csv', { type: 'text/csv' }))
      return transfer
    }, LONG)
    await page.dispatchEvent('body', 'drop', { dataTransfer: files })
    await expect(page.getByRole('heading', { name: 'Đã mở diem.csv' })).toBeVisible({ timeout: 3000 })
  }).toPass()
  await expect(page).toHaveURL(/screen=data/)
})
