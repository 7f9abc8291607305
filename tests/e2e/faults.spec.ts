import type { Page, Route } from '@playwright/test'
import { portOf, serve } from '../../scripts/serve.mjs'
import { checkAccessibility, expect, test } from './support'

type Fault = (route: Route) => Promise<void>

const LOGIN_PAGE = { contentType: 'text/html', body: '<!doctype html><title>Đăng nhập</title>' }

const rows = (page: Page) => page.getByTestId('ranking-row')
const choose = (page: Page, name: string, value: string) => page.locator(`select[name="${name}"]`).selectOption(value)
const retry = (page: Page) => page.getByRole('alert').getByRole('button', { name: 'Thử lại' }).click()

/** What happened is said without a barrier that axe sees, and what leads out of it works. */
async function survives(page: Page, says: string) {
  await expect(page.getByRole('alert')).toContainText(says)
  await checkAccessibility(page)
  await choose(page, 'index', 'ddci')
  await expect(rows(page).first()).toBeVisible()
  await expect(page.getByRole('alert')).toBeHidden()
}

async function cutOff(route: Route) {
  const response = await route.fetch()
  const body = await response.body()
  await route.fulfill({ response, body: body.subarray(0, body.length / 2) })
}

/** Every answer about this index is broken; the engine has to give it. */
const breakAnswers = (page: Page, fault: Fault) => page.route('**/answers/**/dti/**', fault)
const notThere: Fault = (route) => route.fulfill({ status: 404 })

const ENGINE = '**/engine/duckdb-eh-wasm*'

/** Ways in which an answer and the engine's file can be broken, on a host or on the way. */
const BROKEN: Readonly<Record<string, { readonly answer: Fault; readonly engine: Fault }>> = {
  'not there': { answer: notThere, engine: notThere },
  'forbidden, and a login page': {
    answer: (route) => route.fulfill({ status: 403 }),
    engine: (route) => route.fulfill(LOGIN_PAGE),
  },
  'a login page, and cut off': { answer: (route) => route.fulfill(LOGIN_PAGE), engine: cutOff },
  'cut off, and something else of the same length': {
    answer: cutOff,
    engine: async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: Buffer.alloc((await response.body()).length, 7) })
    },
  },
}

for (const [how, { answer, engine }] of Object.entries(BROKEN)) {
  test(`an answer and the engine that are ${how}: a clear message, and shipped answers go on`, async ({
    page,
    watched,
  }) => {
    watched.expectComplaint(/40[34]/)
    await breakAnswers(page, answer)
    await page.route(ENGINE, engine)
    await page.goto('./')
    await choose(page, 'index', 'dti')
    await survives(page, 'Máy chủ không gửi được phần tính toán')
  })
}

test('an engine that was broken and is mended answers when it is asked again, under whatever type it is sent', async ({
  page,
  watched,
}) => {
  watched.expectComplaint(/404/)
  await breakAnswers(page, (route) => route.fulfill(LOGIN_PAGE))
  await page.route(ENGINE, notThere)
  await page.goto('./?index=dti')
  await expect(page.getByRole('alert')).toBeVisible()
  await page.unroute(ENGINE)
  await page.route(ENGINE, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/html' } })
  })
  await retry(page)
  await expect(rows(page)).toHaveCount(20)
})

test('an engine that never comes is given up, and waited for again when that is asked', async ({ page, watched }) => {
  watched.expectComplaint(/404/)
  await breakAnswers(page, notThere)
  let asked = 0
  await page.route(ENGINE, async () => {
    asked += 1
  })
  await page.clock.install()
  await page.goto('./')
  await choose(page, 'index', 'dti')
  await expect.poll(() => asked).toBe(1)
  await page.clock.fastForward(10_000)
  await expect(page.getByRole('alert')).toContainText('Phần tính toán không trả lời')
  await retry(page)
  await expect.poll(() => asked).toBe(2)
  await page.clock.fastForward(10_000)
  await survives(page, 'Phần tính toán không trả lời')
})

/** Browsers and policies under which the engine may not run. */
const FORBIDDEN: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'a policy of the host': (page) =>
    page.route('**/', async (route) => {
      const response = await route.fetch()
      const headers = { ...response.headers(), 'content-security-policy': "script-src 'self' 'unsafe-inline'" }
      await route.fulfill({ response, headers })
    }),
  'a browser without WebAssembly': (page) =>
    page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly')),
}

for (const [what, forbid] of Object.entries(FORBIDDEN)) {
  test(`${what} keeps the engine from running: said at once, without fetching it`, async ({ page, watched }) => {
    watched.expectComplaint(/404|Content Security Policy/)
    await breakAnswers(page, notThere)
    let asked = 0
    page.on('request', (request) => {
      if (request.url().includes('/engine/')) asked += 1
    })
    await forbid(page)
    await page.goto('./')
    await choose(page, 'index', 'dti')
    await survives(page, 'không cho chạy phần tính toán')
    expect(asked).toBe(0)
  })
}

test('an engine that crashes over a question starts again and answers; one that goes on crashing says so', async ({
  page,
  watched,
}) => {
  watched.expectComplaint(/404|ErrorEvent|error in duckdb worker/)
  await breakAnswers(page, notThere)
  await page.goto('./?index=dti')
  await expect(rows(page).first()).toBeVisible()
  const crash = () => {
    Reflect.set(globalThis, 'onmessage', () => {
      throw new Error('crash')
    })
  }
  await page.workers()[0]?.evaluate(crash)
  await choose(page, 'period', '2024')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2023', { timeout: 40_000 })

  page.on('worker', (worker) => void worker.evaluate(crash).catch(() => {}))
  await page.workers()[0]?.evaluate(crash)
  await choose(page, 'period', '2023')
  await survives(page, 'Phần tính toán dừng giữa chừng')
})

test('without a network a screen that is not here says so, and is here once the network is', async ({
  page,
  context,
  watched,
}) => {
  watched.expectComplaint(/ERR_INTERNET_DISCONNECTED/)
  await page.goto('./')
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  const nav = page.getByRole('navigation')
  await choose(page, 'index', 'dti')
  await expect(page.getByRole('alert')).toContainText('mất kết nối')
  await nav.getByRole('link', { name: 'Điểm yếu' }).click()
  await expect(page.getByRole('alert')).toContainText('mất kết nối')
  await checkAccessibility(page)
  // What is here already goes on.
  await nav.getByRole('link', { name: 'Xếp hạng' }).click()
  await choose(page, 'index', 'par')
  await expect(rows(page).first()).toBeVisible()
  await nav.getByRole('link', { name: 'Điểm yếu' }).click()
  await expect(page.getByRole('alert')).toContainText('mất kết nối')
  await context.setOffline(false)
  await retry(page)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  // Its style sheet too, which had not come either.
  await expect(page.getByRole('alert')).toBeHidden()
  const styled = () =>
    page.evaluate(() => [...document.styleSheets].some(({ href }) => href?.includes('WeakScreen') === true))
  await expect.poll(styled).toBe(true)
})

test('English that does not come leaves a Vietnamese page that says so, and is asked for once', async ({
  page,
  watched,
}) => {
  watched.expectComplaint(/404/)
  let asked = 0
  const gone: Fault = async (route) => {
    asked += 1
    await route.fulfill({ status: 404 })
  }
  await page.route('**/assets/en-*', gone)
  await page.goto('./?lang=en')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The English texts could not be loaded')
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
  await expect(rows(page).first()).toBeVisible()
  await checkAccessibility(page)
  // Vite asks for the module ahead of importing it.
  expect(asked).toBeLessThanOrEqual(2)
  await page.unroute('**/assets/en-*', gone)
  await alert.getByRole('button').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(alert).toBeHidden()
})

test('where the page’s module does not come, no other figures stand under a link, and what is there can be read', async ({
  page,
  watched,
}) => {
  watched.expectComplaint(/404/)
  await page.route('**/assets/index-*.js', notThere)
  await page.goto('./')
  const still = page.getByRole('status').filter({ hasText: 'Trang chưa tải được đủ' })
  await expect(still).toBeVisible()
  await expect(rows(page).first()).toBeVisible()
  await expect(page.getByRole('combobox').first()).toBeHidden()
  await checkAccessibility(page)
  await page.goto('./?screen=weak')
  await expect(still).toBeVisible()
  await expect(rows(page).first()).toBeHidden()
  await checkAccessibility(page)
  await page.unroute('**/assets/index-*.js')
  await still.getByRole('link', { name: 'Tải lại trang' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(still).toBeHidden()
})

test('a chart that throws gives way to its table; the rest of the screen stays', async ({ page, watched }) => {
  watched.expectComplaint(/No paths can be drawn/)
  await page.addInitScript(`
    const create = Document.prototype.createElementNS
    Document.prototype.createElementNS = function (...names) {
      const error = new Error('No paths can be drawn')
      if (names[1] === 'path' && error.stack.includes('draw-svg')) throw error
      return create.apply(this, names)
    }`)
  await page.goto('./?screen=compare')
  await expect(page.getByText('Không vẽ được biểu đồ.')).toBeVisible()
  await expect(page.locator('figure').getByRole('table')).toBeVisible()
  await checkAccessibility(page)
  await page.getByRole('navigation').getByRole('link', { name: 'Xếp hạng' }).click()
  await expect(rows(page).first()).toBeVisible()
})

const OWN_FILE = {
  name: 'par-2026.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'Chỉ số;Kỳ;Khối;Đơn vị;Tổng điểm;Điểm tối đa\nPAR Index;2026;Sở, ban, ngành;Sở Tư pháp;91,25;100\n',
  ),
}

test('reloaded while a file is read, the page is as before, and the file can be opened', async ({ page }) => {
  await page.goto('./?screen=data')
  const input = page.locator('input[type=file]')
  await expect(input).toBeEnabled()
  await page.evaluate(() => {
    const text = Array.from(
      { length: 200_000 },
      (_, row) => `par,${row % 9},departments,Đơn vị ${row},L${row % 30},1,10`,
    )
    const transfer = new DataTransfer()
    transfer.items.add(new File([`index,period,block,unit,sub_index,score,max_score\n${text.join('\n')}\n`], 'lon.csv'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.reload()
  await expect(page.locator('select[name="package"] option')).toHaveCount(3)
  await expect(page.getByRole('progressbar')).toBeHidden()
  await checkAccessibility(page)
  await input.setInputFiles(OWN_FILE)
  await page.getByRole('link', { name: 'Xem xếp hạng của tệp' }).click()
  await expect(rows(page)).toHaveCount(1)
})

test('back from another page, a file that was open is open', async ({ playwright, launchOptions, baseURL }) => {
  // Of its own: Playwright turns the cache for going back off, and a page that may not be stored is not in it.
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  })
  const server = await serve({ folder: 'dist', cached: true, precompressed: true })
  try {
    const page = await browser.newPage({ locale: 'vi-VN' })
    const uncaught: Error[] = []
    page.on('pageerror', (error) => uncaught.push(error))
    await page.goto(`http://127.0.0.1:${portOf(server)}/?screen=data`)
    await page.locator('input[type=file]').setInputFiles(OWN_FILE)
    await page.getByRole('link', { name: 'Xem xếp hạng của tệp' }).click()
    await expect(rows(page)).toHaveCount(1)
    await page.evaluate(() =>
      addEventListener('pageshow', (event) =>
        Object.assign(globalThis, { persisted: Reflect.get(event, 'persisted') }),
      ),
    )
    await page.goto(baseURL ?? '')
    // Nothing loads when a page comes back as it was.
    await page.goBack({ waitUntil: 'commit' })
    await expect(rows(page)).toHaveCount(1)
    await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'persisted'))).toBe(true)
    await choose(page, 'package', 'bo-766-2026')
    await expect(rows(page)).toHaveCount(14)
    await choose(page, 'package', 'file-1')
    await rows(page).first().getByRole('link').click()
    // Answered by the engine that was there before.
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Sở Tư pháp')
    expect(uncaught).toEqual([])
  } finally {
    await browser.close()
    server.close()
  }
})

test.describe('on a machine that is set otherwise', () => {
  test.use({ locale: 'en-US', timezoneId: 'America/Los_Angeles' })

  test('figures, days and words are the same, whatever its clock says, in print and enlarged four times', async ({
    page,
  }) => {
    await page.clock.setFixedTime(0)
    await page.goto('./?package=tp-hcm&index=ddci&period=2022')
    await expect(page.locator('html')).toHaveAttribute('lang', 'vi')
    await expect(rows(page).first()).toContainText(/\d,\d/)
    await page
      .getByRole('button', { name: /^Nguồn số liệu/ })
      .first()
      .click()
    await expect(page.getByRole('dialog')).toContainText('15/05/2023')
    await page.keyboard.press('Escape')

    await page.emulateMedia({ media: 'print' })
    await expect(rows(page).first()).toBeVisible()
    await expect(page.getByRole('navigation')).toBeHidden()
    await page.emulateMedia({ media: 'screen' })

    await page.clock.setFixedTime(new Date('2099-12-31T23:59:59Z'))
    await page.setViewportSize({ width: 360, height: 225 })
    await page.getByRole('navigation').getByRole('link', { name: 'Điểm yếu' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await checkAccessibility(page)
  })
})
