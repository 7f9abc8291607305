import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FrameLocator, Page } from '@playwright/test'
import { portOf, serve } from '../../scripts/serve.mjs'
import { checkAccessibility, expect, test as base } from './support'

interface HostSite {
  /** Opens a page of another site with this body. `{site}` is the address of ours. */
  readonly open: (body: string) => Promise<void>
}

/** Another site, where nothing of ours may be stored: `localhost` and `127.0.0.1` are two sites to a browser. */
const test = base.extend<{ host: HostSite }>({
  host: async ({ page, baseURL, watched }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'host-'))
    const server: Server = await serve({ folder, host: 'localhost' })
    const address = `http://localhost:${portOf(server)}/`
    watched.expectComplaint(new RegExp(`^other origin: ${address}`))
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Storage is blocked', 'SecurityError')
          },
        })
      }
    })
    await use({
      open: async (body) => {
        const html = `<!doctype html><html lang="vi"><meta name="viewport" content="width=device-width">
          <link rel="icon" href="data:,"><title>Cổng thông tin</title>
          <style>body { margin: 0 } iframe:not([hidden]) { display: block; width: 100%; height: 300px; border: 0 }</style>
          <body>${body}</body></html>`
        await writeFile(join(folder, 'index.html'), html.replaceAll('{site}', baseURL ?? ''))
        await page.goto(address)
      },
    })
    server.close()
    server.closeAllConnections()
    await rm(folder, { recursive: true })
  },
})

const SCRIPT = '<script src="{site}embed.js" async></script>'
const frameOf = (id: string, search = '', attributes = '') =>
  `<iframe id="${id}" title="${id}" data-reform-index-board src="{site}embed.html${search.replaceAll('&', '&amp;')}" ${attributes}></iframe>`

/** How far a frame is from the height of its content, in CSS pixels. */
async function heightError(page: Page, id: string): Promise<number> {
  const frame = page.locator(`#${id}`)
  // What changes the size of a frame out of sight is told when it comes into sight.
  await frame.scrollIntoViewIfNeeded()
  const [given, needed] = await Promise.all([
    frame.evaluate((element) => element.getBoundingClientRect().height),
    frame
      .contentFrame()
      .locator('#frame')
      .evaluate((content) => content.getBoundingClientRect().height),
  ])
  return Math.abs(given - needed)
}
const fits = (page: Page, id: string) => expect.poll(() => heightError(page, id)).toBeLessThanOrEqual(2)
const rows = (frame: FrameLocator) => frame.getByTestId('ranking-row')

test('frames on another site are as high as their content: growing, shrinking, turned, hidden and shown', async ({
  page,
  host,
}) => {
  await page.setViewportSize({ width: 412, height: 800 })
  await host.open(`
    <script>
      const heard = []
      addEventListener('message', ({ data }) => heard.push(data))
      // A page that means ill: nothing of it may change the frames, or get an answer.
      setInterval(() => {
        for (const { contentWindow } of document.querySelectorAll('iframe')) {
          for (const message of [null, 'x', { type: 'reform-index-board:height', height: 9 }, { type: 'init' }, 1e99]) {
            contentWindow.postMessage(message, '*')
          }
        }
        for (const height of [9000, -1, NaN, '700', 1e9]) postMessage({ type: 'reform-index-board:height', height }, '*')
      }, 50)
    </script>
    ${frameOf('one')}${frameOf('two', '?period=2024&block=districts&theme=dark', 'hidden')}${SCRIPT}`)
  const one = page.locator('#one').contentFrame()
  const two = page.locator('#two').contentFrame()
  await expect(rows(one).first()).toBeVisible()
  await fits(page, 'one')
  await expect(one.getByRole('contentinfo').getByText('Số liệu minh hoạ.')).toBeVisible()

  await page.locator('#two').evaluate((element) => element.removeAttribute('hidden'))
  await expect(rows(two)).toHaveCount(22)
  await expect(two.locator('html')).toHaveCSS('color-scheme', 'dark')
  await fits(page, 'two')

  const search = (frame: FrameLocator, text: string) => frame.getByRole('searchbox').fill(text)
  const before = await page.locator('#two').evaluate((element) => element.clientHeight)
  await search(two, 'go vap')
  await expect(rows(two)).toHaveCount(1)
  await fits(page, 'two')
  expect(await page.locator('#two').evaluate((element) => element.clientHeight)).toBeLessThan(before - 500)
  await search(two, '')
  await expect(rows(two)).toHaveCount(22)
  await fits(page, 'two')

  await page.setViewportSize({ width: 915, height: 412 })
  await fits(page, 'one')
  await fits(page, 'two')
  await page.locator('#two').evaluate((element) => element.setAttribute('hidden', ''))
  await page.setViewportSize({ width: 412, height: 800 })
  await page.locator('#two').evaluate((element) => element.removeAttribute('hidden'))
  await fits(page, 'two')
  expect(await page.locator('#two').evaluate((element) => element.clientHeight)).toBe(before)

  // What leaves the frames is heights, in the three forms that hosts know.
  const heard = await page.evaluate<readonly unknown[]>('heard')
  const height = expect.any(Number)
  const forms = [
    { type: 'reform-index-board:height', height },
    { 'datawrapper-height': { 'reform-index-board': height } },
    { sentinel: 'amp', type: 'embed-size', height },
  ]
  const fromFrames = heard.filter(
    (data) => JSON.stringify(data).includes('datawrapper') || JSON.stringify(data).includes('amp'),
  )
  expect(fromFrames.length).toBeGreaterThan(4)
  for (const data of fromFrames) expect(forms).toContainEqual(data)
})

test('a frame keeps its view to itself and leads to the full page beside it', async ({ page, host }) => {
  await host.open(frameOf('one', '?period=2024&block=districts') + SCRIPT)
  const frame = page.locator('#one').contentFrame()
  await expect(rows(frame)).toHaveCount(22)
  const first = await rows(frame).first().innerText()
  const steps = await page.evaluate(() => history.length)
  await frame.getByRole('button', { name: 'Đơn vị' }).click()
  await expect(rows(frame).first()).not.toHaveText(first)
  await expect(frame.locator('html')).not.toContainText(/Gói số liệu/)
  expect(await page.evaluate(() => history.length)).toBe(steps)

  const open = frame.getByRole('link', { name: 'Mở toàn trang' })
  await expect(open).toHaveAttribute('href', './?period=2024&block=districts&sort=unit&v=1')
  const [unit] = await Promise.all([page.waitForEvent('popup'), rows(frame).first().getByRole('link').click()])
  await expect(unit).toHaveURL(/\/\?screen=unit&period=2024&block=districts&unit=[a-z-]+&v=1$/)
  await expect(unit.getByRole('navigation')).toBeVisible()
  expect(await unit.evaluate(() => opener)).toBeNull()
})

test.describe('in a sandbox', () => {
  const SANDBOX = 'sandbox="allow-scripts"'

  test('of a host that sends no CORS headers, the default view stands and another is never mistaken for it', async ({
    page,
    host,
    watched,
  }) => {
    watched.expectComplaint(/CORS|ERR_FAILED/)
    await host.open(frameOf('one', '', SANDBOX) + frameOf('two', '?index=dti', SANDBOX) + SCRIPT)
    const one = page.locator('#one').contentFrame()
    const two = page.locator('#two').contentFrame()
    await expect(rows(one).first()).toBeVisible()
    await expect(one.getByRole('contentinfo').getByText('Số liệu minh hoạ.')).toBeVisible()
    await expect(one.getByRole('searchbox')).toBeHidden()
    await fits(page, 'one')
    await expect(two.getByText(/không tải được/)).toBeVisible()
    await expect(two.getByRole('link')).toHaveAttribute('href', './?index=dti')
    await expect(rows(two).first()).toBeHidden()
    await expect(two.getByRole('heading', { level: 1 })).toBeHidden()
    await fits(page, 'two')
  })

  test('of a host that sends them, every view is drawn', async ({ page, host, baseURL }) => {
    await page.route(`${baseURL}**`, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } })
    })
    await host.open(
      frameOf('one', '?index=dti', SANDBOX) +
        frameOf('two', '?screen=compare', SANDBOX) +
        frameOf('three', '?index=dti', 'sandbox="allow-scripts allow-same-origin"') +
        SCRIPT,
    )
    await expect(rows(page.locator('#one').contentFrame()).first()).toBeVisible()
    await expect(rows(page.locator('#three').contentFrame()).first()).toBeVisible()
    await page.locator('#two').scrollIntoViewIfNeeded()
    await expect(page.locator('#two').contentFrame().locator('figure svg').first()).toBeVisible()
    for (const id of ['one', 'two', 'three']) await fits(page, id)
  })
})

for (const [name, search] of [
  ['ranking', '?lang=en'],
  ['unit', '?screen=unit&unit=quan-go-vap&period=2024'],
  ['compare', '?screen=compare&index=dti&lang=en'],
  ['weak', '?screen=weak'],
] as const) {
  test(`${name} in a frame of 320 px: nothing scrolls sideways, no barrier that axe sees`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 })
    await page.goto(`./embed.html${search}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
    // However low the frame, what kind of figures these are is in sight.
    const foot = page.getByRole('contentinfo')
    await expect(foot.getByText(/^(Số liệu minh hoạ|Illustrative data)/)).toBeInViewport()
    await expect(foot.getByRole('link', { name: /^(Mở toàn trang|Open the full page)/ })).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    // At the end of the page the foot lies over nothing.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await checkAccessibility(page)
  })
}

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('a frame shows the default ranking and says that it is that', async ({ page }) => {
    await page.goto('./embed.html?index=dti')
    await expect(page.getByTestId('ranking-row').first()).toBeVisible()
    await expect(page.getByText(/JavaScript đang tắt: khung này chỉ hiện được bảng xếp hạng mặc định/)).toBeVisible()
    await expect(page.getByText(/PAR Index · 20\d\d · /)).toBeVisible()
    await expect(page.getByRole('searchbox')).toBeHidden()
  })
})

test.describe('frozen at a version', () => {
  test('that the host has replaced, a frame shows the copy that was put aside, else a sentence, never other figures', async ({
    page,
    baseURL,
  }) => {
    const catalog = JSON.parse(await readFile(join(import.meta.dirname, '../../dist/data/catalog.json'), 'utf8')) as {
      packages: { id: string; version: string }[]
    }
    const held = catalog.packages.find(({ id }) => id === 'tp-hcm-mau')?.version ?? ''
    const link = `./embed.html?package=tp-hcm-mau&version=${held}`
    await page.goto(link)
    await expect(page.getByTestId('ranking-row').first()).toBeVisible()
    await expect(page.getByText(`bản số liệu ${held}`)).toBeVisible()

    await page.route(`${baseURL}data/catalog.json`, (route) =>
      route.fulfill({
        json: { ...catalog, packages: catalog.packages.map((entry) => ({ ...entry, version: '2099.1' })) },
      }),
    )
    // Such hosts answer every address with a page.
    await page.route(`${baseURL}versions/**`, (route) => route.fulfill({ path: 'dist/index.html' }))
    await page.goto(link)
    await expect(page.getByRole('heading', { name: `Bản số liệu ${held} không còn ở đây` })).toBeVisible()
    await expect(page.getByTestId('ranking-row')).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Xem bản 2099.1' })).toHaveAttribute(
      'href',
      './?package=tp-hcm-mau&v=1',
    )

    const copy = `${baseURL}versions/tp-hcm-mau-${held}/`
    await page.route(`${copy}**`, async (route) => {
      const response = await route.fetch({
        url: route
          .request()
          .url()
          .replace(copy, baseURL ?? ''),
      })
      await route.fulfill({ response })
    })
    await page.goto(link)
    await expect(page).toHaveURL(`${copy}embed.html?package=tp-hcm-mau&version=${held}`)
    await expect(page.getByTestId('ranking-row').first()).toBeVisible()
    await expect(page.getByText(`bản số liệu ${held}`)).toBeVisible()
  })

  test('that the host has replaced, the full page says which version it shows', async ({ page }) => {
    await page.goto('./?version=2001.1')
    await expect(page.getByRole('status').filter({ hasText: '2001.1' })).toBeVisible()
  })
})

test('the script for host pages is small, and makes a frame where it is told to', async ({ page, host }) => {
  expect((await stat(join(import.meta.dirname, '../../dist/embed.js'))).size).toBeLessThanOrEqual(1024)
  await host.open(
    `<script src="{site}embed.js" data-src="{site}embed.html?block=districts" data-title="Xếp hạng" data-height="500"></script>`,
  )
  const frame = page.getByTitle('Xếp hạng')
  await expect(rows(frame.contentFrame()).first()).toBeVisible()
  await frame.evaluate((element) => {
    element.id = 'made'
  })
  await fits(page, 'made')
})

test('a view is shared: its link, a frame that is shown as it will be, and the code for it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('./?index=dti&period=2024&block=districts&sort=-change')
  await page.getByRole('button', { name: 'Chia sẻ' }).click()
  const panel = page.getByRole('dialog', { name: 'Chia sẻ và nhúng' })
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await panel.getByRole('button', { name: /^Chép: Đường dẫn/ }).click()
  await expect(panel.getByRole('status')).toHaveText(/^Đã chép: Đường dẫn/)
  expect(await copied()).toBe(new URL('./?index=dti&period=2024&block=districts&sort=-change&v=1', page.url()).href)

  const preview = panel.getByTitle('Xem thử khung nhúng')
  await expect(rows(preview.contentFrame()).first()).toBeVisible()
  await checkAccessibility(page)
  await panel.getByText('English', { exact: true }).click()
  await panel.getByText(/^Giữ bản /).click()
  await expect(rows(preview.contentFrame())).toHaveCount(22)
  await panel.getByRole('button', { name: /^Chép: Mã có script/ }).click()
  const code = await copied()
  expect(code).toMatch(
    /^<iframe src="http:[^"]*embed\.html\?package=tp-hcm-mau&amp;version=[^"]*&amp;index=dti&amp;period=2024&amp;block=districts&amp;sort=-change&amp;lang=en&amp;v=1" title="Ranking: DTI 2024, [^"]+"/,
  )
  expect(code).toContain(`<script src="${new URL('./embed.js', page.url()).href}" async></script>`)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(page.getByRole('button', { name: 'Chia sẻ' })).toBeFocused()
})
