import { Buffer } from 'node:buffer'
import { existsSync, readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { handMade } from '../fixtures/xlsx/hand-made'
import { checkAccessibility, expect, test } from './support'

interface Given {
  readonly name: string
  readonly content: string | Uint8Array
}

const choose = (page: Page, ...files: readonly Given[]) =>
  page.locator('input[type=file]').setInputFiles(
    files.map(({ name, content }) => ({
      name,
      mimeType: name.endsWith('.csv') ? 'text/csv' : 'application/octet-stream',
      buffer: Buffer.from(content),
    })),
  )

/** As departments send it: title lines, a header of two rows, decimal commas, a mean row, a footnote. */
const DIRTY: Given = {
  name: 'ket-qua.csv',
  content: `PHỤ LỤC I
KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM 2024 CỦA UBND QUẬN, HUYỆN
(Kèm theo Quyết định số 715/QĐ-UBND)

STT;Đơn vị;Điểm các lĩnh vực;;;Tổng điểm;Xếp hạng
;;Công tác chỉ đạo, điều hành (10);Cải cách thể chế (10);Cải cách thủ tục hành chính (15);;
1;UBND Quận 1;9,25;8,5;13,75;31,5;2
2;Quận Gò Vấp;8,75;9,25;14,25;32,25;1
3;Q. Bình Thạnh;8,5;105;12,5;30;5
4;UBND huyện Củ Chi;8,25;8,75;13,25;30,25;4
5;Huyện Hóc Môn;8;8,25;14,5;30,75;3
6;Quận Phú Nhuân;7,5;8,5;12,25;28,25;6
;Trung bình;8,38;;13,42;30,5;

Ghi chú: số liệu theo báo cáo của các đơn vị.
`,
}

const step = (page: Page, name: 'file' | 'table' | 'columns' | 'checked') => page.locator(`[data-step="${name}"]`)
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 3, name })
const question = (page: Page, name: string | RegExp) => page.getByRole('group', { name })
const goOn = (page: Page) => page.getByRole('button', { name: 'Đọc tiếp' }).click()

async function answerDirty(page: Page) {
  await question(page, 'Số liệu của chỉ số nào?').getByLabel('Chỉ số cải cách hành chính').check()
  await question(page, 'Số liệu của kỳ nào?').getByLabel('2024').check()
  await question(page, 'Các đơn vị thuộc khối nào?').getByLabel('Thành phố Thủ Đức, quận, huyện').check()
  // Under these answers, which the title speaks for, the near name is asked at once.
  await question(page, '“Quận Phú Nhuân” là đơn vị nào?').getByLabel('Quận Phú Nhuận').check()
  await goOn(page)
  await expect(heading(page, 'Đã mở ket-qua.csv')).toBeFocused()
}

test('a file as it really is goes from the drop to the ranking', async ({ page }) => {
  await page.goto('./?screen=data')
  await expect(page.locator('input[type=file]')).toBeEnabled()
  await page.evaluate(
    ([name, text]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text ?? ''], name ?? ''))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
    },
    [DIRTY.name, String(DIRTY.content)] as const,
  )

  // What the file does not say is asked, the focus on the first question, nothing chosen beforehand.
  await expect(heading(page, /^Tệp ket-qua\.csv.* \d điều cần bạn chọn/)).toBeVisible()
  await expect(question(page, 'Số liệu của chỉ số nào?').getByRole('radio').first()).toBeFocused()
  await expect(page.locator('form input:checked')).toHaveCount(0)
  await answerDirty(page)

  // What was decided, in a line each.
  await expect(step(page, 'file')).toContainText('UTF-8, phân cách bằng dấu chấm phẩy')
  await expect(step(page, 'table')).toContainText('tiêu đề ở dòng 5–6')
  await expect(step(page, 'columns')).toContainText('6/6 tên khớp danh mục')
  await expect(step(page, 'checked')).toContainText('1 lỗi')

  // The score above its maximum is marked where it stands.
  const sheet = step(page, 'checked').getByRole('region', { name: /^Trích bảng/ })
  await expect(sheet.locator('td[data-severity="error"]')).toHaveText(/105/)
  await expect(step(page, 'checked')).toContainText('Vấn đề 1 trong 1: dòng 9, cột D. Vượt điểm tối đa.')

  await page.getByRole('link', { name: 'Xem xếp hạng của tệp' }).click()
  await expect(page.getByTestId('ranking-row')).toHaveCount(6)
  await expect(page.getByTestId('ranking-row').first()).toContainText('Quận Gò Vấp')
  await expect(page.getByTestId('ranking-row').first()).toContainText('32,25')
  // Neither the mean row nor the footnote is a unit.
  await expect(page.getByText('Trung bình', { exact: true })).toHaveCount(0)
})

test('every step shows the cells it decided on, without a barrier that axe sees, and nothing scrolls sideways', async ({
  page,
}) => {
  await page.goto('./?screen=data')
  await choose(page, DIRTY)
  await expect(page.locator('form')).toBeVisible()
  await checkAccessibility(page)
  await answerDirty(page)
  for (const name of ['file', 'table', 'columns'] as const) await step(page, name).locator('> summary').click()
  const table = step(page, 'table').getByRole('region', { name: /^Trích bảng/ })
  await expect(table.getByRole('row', { name: /PHỤ LỤC I/ }).getByRole('combobox')).toHaveValue('title')
  await expect(table.getByRole('row', { name: /Trung bình/ }).getByRole('combobox')).toHaveValue('summary')
  await expect(step(page, 'columns').getByText('“9,25” đọc là 9,25')).toBeVisible()
  await checkAccessibility(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'ket-qua.csv is open' })).toBeVisible()
  await page.setViewportSize({ width: 360, height: 780 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await checkAccessibility(page)
})

test('a reading is corrected on the table itself, and what was there stays in sight until then', async ({ page }) => {
  await page.goto('./?screen=data')
  await choose(page, DIRTY)
  await answerDirty(page)

  // A row that the viewer knows better, and a column.
  await step(page, 'table').locator('> summary').click()
  await page.getByLabel('Dòng 12 coi là').selectOption({ label: 'ghi chú' })
  await step(page, 'columns').locator('> summary').click()
  // A maximum that is no number is not taken.
  const maximum = page.getByLabel('Điểm tối đa của cột C')
  await maximum.fill('mười')
  await page.getByRole('button', { name: 'Đọc lại' }).click()
  await expect(maximum).toBeFocused()
  await expect(maximum).toHaveValue('mười')
  // Why a column was read as it was takes one line.
  const heights = await page
    .locator('td[data-label="Đọc là"] small')
    .evaluateAll((all) => all.map((each) => each.getClientRects().length))
  expect(new Set(heights)).toEqual(new Set([1]))
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click()

  await page.getByLabel('Dòng 12 coi là').selectOption({ label: 'ghi chú' })
  await page.getByLabel('Cột G đọc là').selectOption({ label: 'không dùng' })
  await expect(page.getByText('2 thay đổi chưa áp dụng')).toBeVisible()
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click()
  await expect(page.getByLabel('Dòng 12 coi là')).toHaveValue('data')

  await page.getByLabel('Dòng 12 coi là').selectOption({ label: 'ghi chú' })
  await page.getByRole('button', { name: 'Đọc lại với thay đổi này' }).click()
  await expect(step(page, 'checked')).toContainText('5 đơn vị')
  await expect(step(page, 'table').locator('> summary')).toBeFocused()
  await expect(page.locator('select[name="package"] option')).toHaveCount(4)

  // What was answered can be taken back: then it is asked again.
  await page.getByRole('button', { name: /^Đổi.*Kỳ$/ }).click()
  await expect(question(page, 'Số liệu của kỳ nào?')).toBeVisible()
})

test('the whole import goes by keyboard alone', async ({ page }) => {
  await page.goto('./?screen=data')
  await choose(page, DIRTY)
  await expect(question(page, 'Số liệu của chỉ số nào?').getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(question(page, 'Số liệu của kỳ nào?').locator('input:focus')).toHaveCount(1)
  await question(page, 'Số liệu của kỳ nào?').getByLabel('Viết ra').focus()
  await page.keyboard.type('2024')
  await expect(question(page, 'Số liệu của kỳ nào?').getByLabel('Khác', { exact: true })).toBeChecked()
  await question(page, 'Các đơn vị thuộc khối nào?').getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(question(page, '“Quận Phú Nhuân” là đơn vị nào?').getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Đã mở ket-qua.csv')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('ranking-row')).toHaveCount(6)
})

const WIDE = (period: string, score: string) => `Chỉ số;Kỳ;Khối;Đơn vị;Cải cách thể chế (10)
PAR;${period};Sở, ban, ngành;Sở Tư pháp;${score}
PAR;${period};Sở, ban, ngành;Sở Y tế;8,25
`

test('a score that Excel made a date of is put right in one click, and the correction can be taken back', async ({
  page,
}) => {
  await page.goto('./?screen=data')
  await choose(page, {
    name: 'ngay.csv',
    content: `Chỉ số;Kỳ;Khối;Đơn vị;Cải cách thể chế (10)
PAR;2024;Sở, ban, ngành;Sở Y tế;4,25
PAR;2024;Sở, ban, ngành;Sở Tư pháp;12-May
PAR;2024;Sở, ban, ngành;Sở Xây dựng;3,5
`,
  })
  await expect(heading(page, 'Đã mở ngay.csv')).toBeFocused()
  await expect(step(page, 'checked')).toContainText('1 lỗi')
  await step(page, 'checked')
    .getByRole('button', { name: /5[.,]12/ })
    .click()
  // What is clear now folds into one line.
  await expect(page.getByText('Tệp được đọc như thế nào: mọi bước đều rõ')).toBeVisible()
  await page.getByRole('link', { name: 'Xem xếp hạng của tệp' }).click()
  await expect(page.getByTestId('ranking-row').first()).toContainText('5,12')
  await page.getByRole('navigation', { name: 'Các trang' }).getByRole('link', { name: 'Dữ liệu' }).click()
  await page.getByText('Tệp được đọc như thế nào: mọi bước đều rõ').click()
  await step(page, 'checked').locator('> summary').click()
  await page.getByRole('button', { name: /^Đổi.*E3$/ }).click()
  await expect(step(page, 'checked')).toContainText('1 lỗi')
  // Or as the viewer knows it.
  await page.getByLabel('Ô E3 lẽ ra là gì?').fill('9,75')
  await page.getByRole('button', { name: 'Sửa ô này' }).click()
  await expect(page.getByText('Tệp được đọc như thế nào: mọi bước đều rõ')).toBeVisible()
  await expect(step(page, 'checked')).toContainText('Ô E3: “9,75”')
})

test('a date that may have been several scores offers each of them, at the place of the problem', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 })
  await page.goto('./?screen=data')
  await choose(page, {
    name: 'ngay.csv',
    content: `Chỉ số;Kỳ;Khối;Đơn vị;Cải cách thể chế (10)
PAR;2024;Sở, ban, ngành;Sở Y tế;4,25
PAR;2024;Sở, ban, ngành;Sở Tư pháp;09/05/2026
PAR;2024;Sở, ban, ngành;Sở Xây dựng;3,5
`,
  })
  await expect(step(page, 'checked')).toContainText('1 lỗi')
  // On a phone too the sheet stands at the cell, without a click.
  const cell = step(page, 'checked').locator('td[data-current]')
  await step(page, 'checked')
    .locator('section', { has: page.locator('td[data-current]') })
    .evaluate((sheet) => sheet.scrollIntoView())
  await expect(cell).toBeInViewport({ ratio: 0.9 })
  const offered = step(page, 'checked').getByRole('button', { name: /cho E3$/ })
  expect(await offered.count()).toBeGreaterThan(1)
  await offered.first().click()
  await expect(page.getByText('Tệp được đọc như thế nào: mọi bước đều rõ')).toBeVisible()
})

test('several files become one package; a refused one among them is named', async ({ page }) => {
  await page.goto('./?screen=data')
  await choose(
    page,
    { name: 'nam-2023.csv', content: WIDE('2023', '9,5') },
    { name: 'dang-nhap.csv', content: '<!doctype html><html><body>Đăng nhập</body></html>' },
    { name: 'nam-2024.csv', content: WIDE('2024', '9,75') },
  )
  await expect(heading(page, 'Đã mở nam-2024.csv')).toBeVisible()
  const files = page.getByRole('list', { name: 'Các tệp được mở cùng nhau' })
  await expect(files.getByRole('listitem')).toHaveText([
    /nam-2023\.csv.*đã mở/,
    /dang-nhap\.csv.*không mở được/,
    /nam-2024\.csv.*đã mở/,
  ])
  await page.getByRole('link', { name: 'Xem xếp hạng của tệp' }).click()
  await expect(page.getByTestId('ranking-row').first()).toContainText('9,75')
  await expect(page.locator('select[name="period"] option')).toHaveText(['2024', '2023'])
})

test('a clear file folds into one line, and can be laid beside the published years', async ({ page }) => {
  await page.goto('./?screen=data')
  await choose(page, { name: 'du-thao.csv', content: WIDE('2026', '9,5') })
  await expect(heading(page, 'Đã mở du-thao.csv')).toBeFocused()
  await expect(step(page, 'file')).toHaveCount(0)
  await page.getByText('Tệp được đọc như thế nào: mọi bước đều rõ').click()
  await expect(step(page, 'file')).toBeVisible()
  const placed = page.locator('input[name="placed"]')
  await placed.and(page.locator('[value="into"]')).click({ force: true })
  await expect(placed.and(page.locator('[value="into"]'))).toBeChecked()
  await expect(page.getByRole('progressbar')).toBeHidden()
  await page.getByRole('link', { name: 'Xem xếp hạng của tệp' }).click()
  await expect(page.locator('select[name="period"] option').first()).toHaveText('2026')
  expect(await page.locator('select[name="period"] option').count()).toBeGreaterThan(3)
  await expect(page.getByTestId('ranking-row').first()).toContainText('Sở Tư pháp')
  const status = page.locator('aside[data-status]')
  await expect(status).toContainText('Số liệu minh hoạ')
  await expect(status).toContainText('du-thao.csv')
  // The published years are there, with their own sources.
  await page.locator('select[name="period"]').selectOption('2025')
  await expect(page.getByTestId('ranking-row').nth(5)).toBeVisible()
  await page.getByTestId('ranking-row').first().getByRole('button').first().click()
  await expect(page.getByRole('dialog')).toContainText('tp-hcm-mau/results.csv')
})

test('of a workbook with several sheets the viewer chooses one by its cells', async ({ page }) => {
  await page.goto('./?screen=data')
  const rows = (score: number) => [
    ['Chỉ số', 'Kỳ', 'Khối', 'Đơn vị', 'Cải cách thể chế (10)'],
    ['PAR', 2024, 'Sở, ban, ngành', 'Sở Tư pháp', score],
    ['PAR', 2024, 'Sở, ban, ngành', 'Sở Y tế', 8.25],
  ]
  const workbook = handMade([
    { name: 'Dự thảo', rows: rows(7.5) },
    { name: 'Chính thức', rows: rows(9.5) },
  ])
  await choose(page, { name: 'bao-cao.xlsx', content: new Uint8Array(await workbook.arrayBuffer()) })
  await question(page, 'Đọc trang tính nào?')
    .getByLabel(/^Chính thức/)
    .check()
  await goOn(page)
  await expect(heading(page, 'Đã mở bao-cao.xlsx')).toBeVisible()
  await page.getByRole('link', { name: 'Xem xếp hạng của tệp' }).click()
  await expect(page.getByTestId('ranking-row').first()).toContainText('9,5')
})

test('figures that contradict each other are marked on the table before their ranking is believed', async ({
  page,
}) => {
  await page.goto('./?screen=data')
  const content = `Chỉ số;Kỳ;Khối;Đơn vị;Cải cách thể chế (11);Cải cách thủ tục hành chính (16);Tổng điểm (27)
PAR;2024;Quận, huyện;Quận Gò Vấp;9,5;14,25;23,75
PAR;2024;Quận, huyện;Quận Phú Nhuận;10;13,5;24,5`
  await choose(page, { name: 'tong-lech.csv', content })
  await expect(heading(page, 'Đã mở tong-lech.csv')).toBeVisible()
  await expect(page.getByText('Vấn đề 1 trong 1: dòng 3, cột G. Tổng lệch.')).toBeVisible()
  await expect(page.getByRole('cell', { name: '23,5', exact: true })).toBeVisible()
})

/** Answers whatever is asked: a new unit for every near name, no column twice, else the first option. */
async function answerAnyhow(page: Page) {
  const form = page.locator('section[aria-labelledby="open-file"] form')
  const ended = page.getByRole('heading', { level: 3, name: /^(?:Đã mở|Không mở được)/ })
  for (let round = 0; round < 8; round++) {
    await expect(form.or(ended).first()).toBeVisible()
    if (await ended.isVisible()) return
    await form.evaluate((element) => {
      for (const group of element.querySelectorAll('fieldset')) {
        const radio =
          group.querySelector<HTMLInputElement>('input:is([value="new"], [value="ignored"])') ??
          group.querySelector('input')
        radio?.click()
      }
    })
    await goOn(page)
    await expect(page.getByRole('progressbar')).toBeHidden()
  }
  await expect(ended).toBeVisible()
}

const NAUGHTY = new URL('../../../shared/suites/blns/blns.json', import.meta.url)

test.describe('naughty strings', () => {
  test.skip(!existsSync(NAUGHTY), 'the suite is not here')
  const strings = (existsSync(NAUGHTY) ? (JSON.parse(readFileSync(NAUGHTY, 'utf8')) as string[]) : []).filter(
    (text) => text.trim() !== '',
  )
  // What could be taken for more than a text; as units all of them are drawn.
  const markup = strings.filter((text) => /[<>&"'`\\=:%]|script/iu.test(text))
  // A number above numbers is no header.
  const headers = markup.filter((text) => /\p{L}/u.test(text))
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const row = (period: number, unit: string, field: string, at: number) =>
    `par,${period},departments,${quoted(unit)},${quoted(field)},${(at % 90) + (period % 10)},100`
  const HEAD = 'index,period,block,unit,sub_index,score,max_score'
  const FILES: Readonly<Record<string, string>> = {
    unit: [HEAD, ...strings.flatMap((text, at) => [2023, 2024].map((year) => row(year, text, 'A', at)))].join('\n'),
    'sub-index': [
      HEAD,
      ...markup.flatMap((text, at) =>
        [2023, 2024].flatMap((year) => [row(year, 'Sở Một', text, at), row(year, 'Sở Hai', text, at + 1)]),
      ),
    ].join('\n'),
    header: [
      ['Đơn vị', ...headers].map(quoted).join(','),
      ...['Sở Một', 'Sở Hai'].map((unit) => [unit, ...headers.map((_, at) => String(at % 10))].join(',')),
    ].join('\n'),
  }
  for (const [place, content] of Object.entries(FILES)) {
    test(`as ${place}: every screen shows them as text, and runs none`, async ({ page }) => {
      test.setTimeout(240_000)
      const dialogs: string[] = []
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message())
        void dialog.dismiss()
      })
      await page.goto('./?screen=data')
      await choose(page, { name: `${place}-2024.csv`, content })
      await answerAnyhow(page)
      const fold = page.locator('section[aria-labelledby="open-file"] summary')
      for (let at = (await fold.count()) - 1; at >= 0; at--) await fold.nth(at).click()
      await page.getByRole('link', { name: 'Xem xếp hạng của tệp' }).click()
      await expect(page.getByTestId('ranking-row').first()).toBeVisible()
      for (const screen of ['So sánh', 'Điểm yếu', 'Đơn vị', 'Dữ liệu', 'Xếp hạng']) {
        await page.getByRole('navigation', { name: 'Các trang' }).getByRole('link', { name: screen }).click()
        await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      }
      await page.getByTestId('ranking-row').first().getByRole('link').first().click()
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(dialogs).toEqual([])
      // Nothing in a file becomes an element of the page.
      await expect(page.locator('main :is(img, iframe, script, object, embed, video, audio, marquee)')).toHaveCount(0)
      await expect(page.locator('main [onerror], main [onload], main a[href^="javascript" i]')).toHaveCount(0)
    })
  }
})
