import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import sirv from 'sirv'
import { checkAccessibility, expect, test } from './support'

const ROOT = join(import.meta.dirname, '../..')
const INSTALLED_LIMIT = 1_500_000
/** Folder of the site: nothing beside it is the service worker's. */
const SITE = '/site/'

test.use({ serviceWorkers: 'allow' })

/** A host of its own, which can fall silent and have other files tomorrow. */
async function openHost() {
  const files = sirv(join(ROOT, 'dist'), { dev: true })
  const replaced = new Map<string, string | null>()
  const asked = new Set<string>()
  let isSilent = false
  const server = createServer((request, response) => {
    if (isSilent) {
      request.socket.destroy()
      return
    }
    const url = new URL(request.url ?? '/', 'http://host')
    request.url = url.pathname.replace(SITE, '/') + url.search
    const path = request.url.split('?')[0] ?? ''
    asked.add(path)
    const own = replaced.get(path === '/' ? '/index.html' : path)
    response.setHeader('Cache-Control', 'no-cache')
    if (own === undefined) files(request, response)
    else if (own === null) response.writeHead(404).end()
    else {
      response.setHeader('Content-Type', path.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8')
      response.end(own)
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${SITE}`,
    replaced,
    asked,
    fallSilent: (silent: boolean) => {
      isSilent = silent
      server.closeAllConnections()
    },
    /** Builds again: another page, and a name with another hash for the screen that compares. */
    deploy: async () => {
      const [page, worker] = await Promise.all(
        ['index.html', 'sw.js'].map((file) => readFile(join(ROOT, 'dist', file), 'utf8')),
      )
      const build = /name="build" content="(\w+)"/.exec(page ?? '')?.[1] ?? ''
      const chunk = /assets\/CompareScreen-[\w-]+\.js/.exec(worker ?? '')?.[0] ?? ''
      replaced.set('/index.html', (page ?? '').replace(build, 'another0build'))
      replaced.set(
        '/sw.js',
        (worker ?? '').replace(build, 'another0build').replace(`{"url":"${chunk}","revision":null},`, ''),
      )
      replaced.set(`/${chunk}`, null)
    },
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

const bar = (page: Page) => page.locator('body > [role="status"]:not(.still)')
const firstRow = (page: Page) => page.getByTestId('ranking-row').first()

/** Everything that is to be kept is kept, and the page has its service worker. */
async function installed(page: Page) {
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 30_000 })
    .toBe('activated')
}

async function openFile(page: Page) {
  await page.locator('input[type=file]').setInputFiles({
    name: 'par-2026.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Chỉ số;Kỳ;Khối;Đơn vị;Tổng điểm;Điểm tối đa\nPAR Index;2026;Sở, ban, ngành;Sở Tư pháp;91,25;100\nPAR Index;2026;Sở, ban, ngành;Sở Y tế;88,5;100\n',
    ),
  })
  await expect(page.getByRole('link', { name: 'Xem xếp hạng của tệp' })).toBeVisible()
}

const kept = (page: Page) =>
  page.evaluate(async () => {
    const found: { url: string; bytes: number }[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const body = await (await cache.match(request))?.arrayBuffer()
        found.push({ url: request.url, bytes: body?.byteLength ?? 0 })
      }
    }
    return found
  })

/** The support's own watch counts every address but the base as foreign; here the host is another. */
const watch = (context: BrowserContext) => {
  const errors: string[] = []
  context.on('weberror', (error) => errors.push(String(error.error())))
  return errors
}

test('after one visit the site opens without its host, with the last figures and their date', async ({
  page,
  context,
  watched,
}) => {
  const host = await openHost()
  watched.expectComplaint(new RegExp(`other origin: ${host.address}|ERR_|Failed to load`))
  const errors = watch(context)
  await page.goto(host.address)
  await installed(page)
  await page.locator('select[name="index"]').selectOption('dti')
  await expect(page.locator('select[name="index"]')).toHaveValue('dti')
  await expect(firstRow(page)).toBeVisible()
  const link = page.url()
  await page.getByRole('link', { name: 'Dữ liệu', exact: true }).click()
  await openFile(page)

  // Nothing of the file; nothing but the site's own files; small.
  const before = await kept(page)
  expect(before.filter(({ url }) => !url.startsWith(host.address))).toEqual([])
  const size = before.filter(({ url }) => !/engine|figures/.test(url)).reduce((sum, { bytes }) => sum + bytes, 0)
  expect(size).toBeGreaterThan(100_000)
  expect(size).toBeLessThan(INSTALLED_LIMIT)

  host.fallSilent(true)
  await page.goto('about:blank')
  await page.goto(link)
  await expect(firstRow(page)).toBeVisible()
  await expect(page.locator('select[name="index"]')).toHaveValue('dti')
  await expect(bar(page)).toContainText(/Ngoại tuyến: số liệu đã lưu ngày \d\d\/\d\d\/\d{4}/)
  await page.getByRole('link', { name: 'EN' }).first().click()
  await expect(bar(page)).toContainText(/Offline: figures saved on \d+ \w{3} \d{4}/)
  await checkAccessibility(page)

  // What was not read before says so, and the page lives; the host answers again, and the words go.
  host.fallSilent(false)
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(bar(page)).toBeEmpty()
  expect(errors).toEqual([])
  host.close()
})

test('a deploy under open tabs: one offer, parts of the old build go on, no own figures are lost unasked', async ({
  page,
  context,
  watched,
}) => {
  const host = await openHost()
  watched.expectComplaint(new RegExp(`other origin: ${host.address}|ERR_|Failed to load`))
  const errors = watch(context)
  await page.goto(`${host.address}?screen=data`)
  await installed(page)
  await openFile(page)
  const other = await context.newPage()
  await other.goto(host.address)
  await expect(firstRow(other)).toBeVisible()

  await host.deploy()
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await expect(bar(page)).toContainText('Trang có bản mới.')
  await expect(bar(other)).toContainText('Trang có bản mới.')
  await checkAccessibility(page)
  // The host has this part no more.
  await other.getByRole('link', { name: 'So sánh', exact: true }).click()
  await expect(other.getByRole('application').first()).toBeVisible()
  await bar(other).getByRole('button', { name: 'Để sau' }).click()
  await expect(bar(other)).toBeEmpty()

  await bar(page).getByRole('button', { name: 'Tải lại trang' }).click()
  await expect(bar(page)).toContainText('Tải lại thì mất 1 gói số liệu mở từ tệp')
  const keep = bar(page).getByRole('button', { name: 'Giữ trên máy này rồi tải lại' })
  await expect(keep).toBeFocused()
  await keep.click()
  await expect(page.locator('meta[name="build"]')).toHaveAttribute('content', 'another0build')
  await expect(page.locator('select[name="package"] option[value^="file-"]')).toHaveCount(1)
  await expect(bar(page)).toBeEmpty()
  // The other tab has the parts of its build still.
  await other.getByRole('link', { name: 'Điểm yếu', exact: true }).click()
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible()
  expect(errors).toEqual([])
  host.close()
})

test('the kill switch takes the service worker and all that it kept away', async ({ page, context, watched }) => {
  const host = await openHost()
  watched.expectComplaint(new RegExp(`other origin: ${host.address}|ERR_|Failed to load`))
  const errors = watch(context)
  await page.goto(host.address)
  await installed(page)
  host.replaced.set('/sw.js', await readFile(join(ROOT, 'deploy/kill-switch/sw.js'), 'utf8'))
  await page.reload()
  await expect.poll(async () => (await kept(page)).length).toBe(0)
  await page.reload()
  await expect(firstRow(page)).toBeVisible()
  await expect.poll(async () => (await kept(page)).length).toBe(0)
  expect(errors).toEqual([])
  host.close()
})

test('where the machine is full the site is what it was, and nothing is half kept', async ({
  page,
  context,
  watched,
}) => {
  const host = await openHost()
  watched.expectComplaint(new RegExp(`other origin: ${host.address}|ERR_|Failed to load`))
  const errors = watch(context)
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(host.address).origin, quotaSize: 50_000 })
  await page.goto(host.address)
  // By this name only the service worker asks: keeping was tried.
  await expect.poll(() => host.asked.has('/index.html'), { timeout: 30_000 }).toBe(true)
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) === undefined))
    .toBe(true)
  await page.locator('select[name="index"]').selectOption('dti')
  await expect(page.locator('select[name="index"]')).toHaveValue('dti')
  await expect(bar(page)).toBeEmpty()
  expect(errors).toEqual([])
  host.close()
})
