import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from './support'

/** Whatever somebody plants in a page, and whom it would call. Says which of them did what they wanted. */
function attack(elsewhere: string): Promise<readonly string[]> {
  const done: string[] = []
  const say = (what: string) => done.push(what)
  Object.assign(globalThis, { planted: say })
  const add = (tag: string, attributes: Readonly<Record<string, string>>, text = '') => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) {
      try {
        element.setAttribute(name, value)
      } catch {
        // A handler as a text is refused here already.
      }
    }
    try {
      element.textContent = text
    } catch {
      // The text of a script too.
    }
    document.body.append(element)
    return element
  }
  const tried = (what: string, work: () => unknown) => {
    try {
      work()
      say(what)
    } catch {
      // Refused.
    }
  }
  add('script', {}, 'planted("inline script")')
  add('button', { onclick: 'planted("handler")' }).click()
  add('script', { src: `${elsewhere}script.js` })
  add('img', { src: `${elsewhere}image.png` })
  add('link', { rel: 'stylesheet', href: `${elsewhere}style.css` })
  add('iframe', { src: `${elsewhere}frame.html` })
  const style = document.createElement('style')
  style.textContent = '@font-face { font-family: x; src: url(/x.woff2) } body { --planted: 1 }'
  document.head.append(style)
  if (getComputedStyle(document.body).getPropertyValue('--planted') !== '') say('style')
  // Whoever evaluates a page from outside may do so, as long as that lasts.
  // oxlint-disable-next-line no-eval -- to see it refused
  setTimeout(() => tried('eval', () => (0, eval)('1')))
  tried('markup', () => {
    document.createElement('div').innerHTML = '<b>planted</b>'
  })
  tried('worker from an address', () => new Worker('./assets/planted.js'))
  tried('form', () => {
    const form = add('form', { action: `${elsewhere}form`, method: 'post' })
    if (form instanceof HTMLFormElement) form.submit()
    throw new Error('where it goes is seen on the other host')
  })
  navigator.sendBeacon(`${elsewhere}beacon`, 'x')
  return fetch(`${elsewhere}fetch`, { mode: 'no-cors' })
    .then(
      () => say('fetch'),
      () => {},
    )
    .then(() => new Promise((resolve) => setTimeout(resolve, 300)))
    .then(() => done)
}

test('what is planted in a page does not run and reaches nobody, its workers neither', async ({ page, watched }) => {
  watched.expectComplaint(/Content Security Policy|TrustedHTML|TrustedScript|requires 'Trusted/)
  // A host that answers everyone: what stops a request is the page itself.
  const calls: string[] = []
  const host = createServer((request, response) => {
    calls.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.end('planted("foreign script")')
  })
  await new Promise<void>((resolve) => {
    host.listen(0, '127.0.0.1', resolve)
  })
  const elsewhere = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`
  watched.expectComplaint(new RegExp(`other origin: ${elsewhere}`))

  // A moved threshold is computed by the engine, in its worker; the charts have brought their policy along.
  await page.goto('./?screen=compare')
  await expect(page.getByRole('application').first()).toBeVisible()
  expect(await page.evaluate(attack, elsewhere)).toEqual([])

  const started = page.waitForEvent('worker')
  await page.goto('./?screen=weak&absolute=0.9')
  const engine = await started
  expect(engine.url()).toMatch(/^blob:/)
  const reached = await engine.evaluate(
    (address) =>
      fetch(address).then(
        () => true,
        () => false,
      ),
    `${elsewhere}engine`,
  )
  expect(reached).toBe(false)

  await page.goto('./embed.html')
  await expect(page.getByTestId('ranking-row').first()).toBeVisible()
  expect(await page.evaluate(attack, elsewhere)).toEqual([])
  host.close()
  expect(calls).toEqual([])
})

test('a file is read, merged and packed in workers that have the page’s policy', async ({ page }) => {
  const workers: string[] = []
  page.on('worker', (worker) => workers.push(worker.url()))
  await page.goto('./?screen=data')
  await page
    .getByRole('radio', { name: /^Đặt cạnh các kỳ của/ })
    .first()
    .check({ force: true })
  await page.locator('input[type=file]').setInputFiles({
    name: 'par-2026.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Chỉ số;Kỳ;Khối;Đơn vị;Tổng điểm;Điểm tối đa\nPAR Index;2026;Sở, ban, ngành;Sở Tư pháp;91,25;100\nPAR Index;2026;Sở, ban, ngành;Sở Y tế;88,5;100\n',
    ),
  })
  await expect(page.getByRole('link', { name: 'Xem xếp hạng của tệp' })).toBeVisible()
  // One reads the file, one lays it over the package; the engine waits for what is asked of them.
  expect(workers.length).toBeGreaterThanOrEqual(2)
  expect(workers.filter((url) => !url.startsWith('blob:'))).toEqual([])
})
