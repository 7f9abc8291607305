import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { StrictMode, Suspense, use } from 'react'
import { flushSync } from 'react-dom'
import { page, userEvent } from 'vitest/browser'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Chart } from '@/charts/Chart'
import type { ChartFrame, ChartSpec } from '@/charts/chart-spec'
import { loadScreenTexts } from '@/i18n/use-i18n'
import '@/ui/base.css'
import '@/ui/tokens.css'

const HOSTILE = '<img src=x onerror="window.hacked = 1">'

/** Two units over two periods; the second has no figure in the first period. */
function draw({ theme, width }: ChartFrame): ChartSpec {
  const stop = (seriesIndex: number, dataIndex: number, spoken: string) => ({
    seriesIndex,
    dataIndex,
    spoken,
    pick: `unit-${seriesIndex}`,
  })
  return {
    height: 200 + (width > 10_000 ? 1 : 0),
    option: {
      grid: { left: 40, right: 40, top: 20, bottom: 30 },
      xAxis: { type: 'category', data: ['2023', '2024'], boundaryGap: false },
      yAxis: { type: 'value', min: 0, max: 1 },
      series: [
        { type: 'line', data: [0.5, 0.75], lineStyle: { color: theme.accent } },
        { type: 'line', data: [null, 0.25], lineStyle: { color: theme.muted } },
      ],
    },
    stops: [
      [stop(0, 0, `${HOSTILE}, 2023: 50 %`), stop(0, 1, `${HOSTILE}, 2024: 75 %`)],
      [],
      [stop(1, 1, 'B, 2024: 25 %')],
    ],
    table: {
      columns: [
        { label: 'Đơn vị', kind: 'text' },
        { label: '2023', kind: 'share', decimals: 2 },
        { label: '2024', kind: 'share', decimals: 2 },
      ],
      rows: [
        [
          { text: HOSTILE, value: HOSTILE },
          { text: '50 %', value: 0.5 },
          { text: '75 %', value: 0.75 },
        ],
        [
          { text: '=HYPERLINK("x")', value: '=HYPERLINK("x")' },
          { text: '–', value: null },
          { text: '−25 %', value: -0.25 },
        ],
      ],
    },
  }
}

const SOURCE = { lines: [], footer: 'Nguồn: <b>Sở</b> & cộng sự. Số liệu minh hoạ', pinned: null }

let root: Root
let host: HTMLElement
beforeEach(async () => {
  await loadScreenTexts()
  host = document.body.appendChild(document.createElement('div'))
  host.style.width = '600px'
  root = createRoot(host, { onCaughtError: () => {} })
})
afterEach(() => {
  root.unmount()
  host.remove()
  delete document.documentElement.dataset['theme']
  vi.restoreAllMocks()
})

function show(props: Partial<Parameters<typeof Chart>[0]> = {}) {
  flushSync(() =>
    root.render(
      <Chart
        draw={draw}
        sentence={`${HOSTILE} tăng 25 điểm %`}
        label="Biểu đồ đường: tỷ lệ đạt"
        footer="Nguồn: <b>Sở</b> & cộng sự. Số liệu minh hoạ"
        source={SOURCE}
        fileName="So sánh Đống Đa 2024"
        {...props}
      />,
    ),
  )
}

const drawing = () => {
  const element = host.querySelector<HTMLElement>('[role=application]')
  if (element === null) throw new Error('There is no drawing')
  return element
}
const drawn = async () => {
  await vi.waitFor(() => expect(host.querySelectorAll('[role=application] svg path').length).toBeGreaterThan(2), {
    timeout: 10_000,
  })
  return drawing()
}
const spoken = () => host.querySelector('[aria-live=polite]')?.textContent
const button = (name: string) => {
  const found = [...host.querySelectorAll('button')].find((one) => one.textContent === name)
  if (found === undefined) throw new Error(`There is no button ${name}`)
  return found
}

/** The file that the panel of downloads gives. */
async function downloaded(kind: string): Promise<{ readonly name: string; readonly file: Blob }> {
  button('Tải về').click()
  await vi.waitFor(() => button(kind), { timeout: 10_000 })
  const files: Blob[] = []
  const names: string[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    files.push(file as Blob)
    return '#'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download)
  })
  button(kind).click()
  await vi.waitFor(() => expect(names).toHaveLength(1))
  const [name = ''] = names
  const [file = new Blob()] = files
  return { name, file }
}

describe('a chart', () => {
  test('has its sentence above and its source below, and is drawn in the width it has', async () => {
    show()
    const svg = (await drawn()).querySelector('svg')
    expect(host.querySelector('figcaption')?.textContent).toBe(`${HOSTILE} tăng 25 điểm %`)
    expect(host.textContent).toContain('Nguồn: <b>Sở</b> & cộng sự.')
    await vi.waitFor(() => expect(svg?.getAttribute('width')).toBe('600'))
    host.style.width = '400px'
    await vi.waitFor(() => expect(drawing().querySelector('svg')?.getAttribute('width')).toBe('400'))
  })

  test('keeps its place while what draws is fetched', async () => {
    show()
    expect(host.querySelector('[role=application]')).toBeNull()
    const before = host.getBoundingClientRect().height
    await drawn()
    expect(host.getBoundingClientRect().height).toBe(before)
  })

  test('speaks its points under the arrow keys and shows them', async () => {
    show()
    ;(await drawn()).focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(spoken()).toBe(`${HOSTILE}, 2023: 50 %`)
    await userEvent.keyboard('{ArrowRight}')
    expect(spoken()).toBe(`${HOSTILE}, 2024: 75 %`)
    await vi.waitFor(() => expect(drawing().textContent).toContain(`${HOSTILE}, 2024: 75 %`))
    await userEvent.keyboard('{ArrowRight}')
    expect(spoken()).toBe(`${HOSTILE}, 2024: 75 %`)
    await userEvent.keyboard('{ArrowDown}')
    expect(spoken()).toBe('B, 2024: 25 %')
    await userEvent.keyboard('{ArrowUp}{Home}')
    expect(spoken()).toBe(`${HOSTILE}, 2023: 50 %`)
    await userEvent.keyboard('{End}')
    expect(spoken()).toBe(`${HOSTILE}, 2024: 75 %`)
    await userEvent.keyboard('{Escape}')
    expect(spoken()).toBe('')
  })

  test('stays on its point when it is drawn anew with its lines in another order', async () => {
    show()
    ;(await drawn()).focus()
    await userEvent.keyboard('{ArrowRight}{ArrowDown}')
    expect(spoken()).toBe('B, 2024: 25 %')
    show({ draw: (frame) => ({ ...draw(frame), stops: draw(frame).stops.toReversed() }) })
    expect(spoken()).toBe('B, 2024: 25 %')
    await userEvent.keyboard('{ArrowDown}')
    expect(spoken()).toBe(`${HOSTILE}, 2023: 50 %`)
  })

  test('a name that is HTML stays a name', async () => {
    show()
    ;(await drawn()).focus()
    await userEvent.keyboard('{ArrowRight}')
    await vi.waitFor(() => expect(drawing().textContent).toContain(HOSTILE))
    expect(document.querySelector('img')).toBeNull()
    expect('hacked' in window).toBe(false)
  })

  test('tells which point was entered, and which was clicked near enough', async () => {
    const onPick = vi.fn<(pick: string) => void>()
    show({ onPick })
    ;(await drawn()).focus()
    await userEvent.keyboard('{ArrowRight}{ArrowDown}{Enter}')
    expect(onPick.mock.calls).toEqual([['unit-1']])
    // The second unit's only point: x 600 − 40, y 20 + 0.75 × 150.
    await userEvent.click(drawing(), { position: { x: 552, y: 140 } })
    await userEvent.click(drawing(), { position: { x: 300, y: 20 } })
    expect(onPick.mock.calls).toEqual([['unit-1'], ['unit-1']])
    // On the first unit's line, three quarters of the way from (40, 95) to (560, 57.5) and far from its points.
    await userEvent.click(drawing(), { position: { x: 430, y: 68 } })
    expect(onPick.mock.calls.at(-1)).toEqual(['unit-0'])
    expect(onPick).toHaveBeenCalledTimes(3)
  })

  test('has a table that says the same', async () => {
    show()
    await drawn()
    flushSync(() => host.querySelector<HTMLElement>('input[value=table]')?.click())
    expect(host.querySelector('[role=application]')).toBeNull()
    const rows = [...host.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))
    expect(rows).toEqual([
      [HOSTILE, '50 %', '75 %'],
      ['=HYPERLINK("x")', '–', '−25 %'],
    ])
  })

  test('has a table that scrolls by itself where it is wider than the page', async () => {
    await page.viewport(900, 800)
    const columns = Array.from({ length: 20 }, (_, index) => ({
      label: `Kỳ ${2000 + index}`,
      kind: 'share' as const,
      decimals: 2,
    }))
    const row = columns.map(() => ({ text: '100,00 %', value: 1 }))
    show({ draw: (frame) => ({ ...draw(frame), table: { columns, rows: [row] } }) })
    flushSync(() => host.querySelector<HTMLElement>('input[value=table]')?.click())
    const box = host.querySelector<HTMLElement>('[role=region]')
    if (box === null) throw new Error('There is no box')
    expect(box.getAttribute('aria-label')).toBe('Biểu đồ đường: tỷ lệ đạt')
    expect(box.scrollWidth).toBeGreaterThan(box.clientWidth)
    expect(host.scrollWidth).toBe(host.clientWidth)
    box.focus()
    expect(document.activeElement).toBe(box)
  })

  test('follows the colours of the page', async () => {
    document.documentElement.dataset['theme'] = 'light'
    show()
    await drawn()
    expect(drawing().innerHTML).toContain('#14528a')
    document.documentElement.dataset['theme'] = 'dark'
    await vi.waitFor(() => expect(drawing().innerHTML).toContain('#7db4e6'))
  })

  test('is on paper in the width of the paper and in light colours before the pages are laid out', async () => {
    document.documentElement.dataset['theme'] = 'dark'
    show()
    await drawn()
    dispatchEvent(new Event('beforeprint'))
    expect(drawing().querySelector('svg')?.getAttribute('width')).toBe('688')
    expect(drawing().innerHTML).toContain('#14528a')
    dispatchEvent(new Event('afterprint'))
    await vi.waitFor(() => expect(drawing().querySelector('svg')?.getAttribute('width')).toBe('600'))
  })

  test('that cannot be drawn shows its table and says so', async () => {
    const broken = (frame: ChartFrame): ChartSpec => ({
      ...draw(frame),
      option: { series: [{ type: 'no-such-chart' }], xAxis: { type: 'no' }, yAxis: {} },
    })
    show({ draw: broken })
    await vi.waitFor(() => expect(host.querySelector('table')).not.toBeNull())
    expect(host.textContent).toContain('Không vẽ được biểu đồ. Số liệu')
  })

  test('that fails before it has figures says so under its sentence', async () => {
    show({
      draw: () => {
        throw new Error('a bug')
      },
    })
    expect(host.textContent).toBe(`${HOSTILE} tăng 25 điểm %Không vẽ được biểu đồ.`)
    show()
    await drawn()
  })

  test('comes back after its screen was hidden, waiting for an answer', async () => {
    let answer = () => {}
    const waiting = new Promise<void>((resolve) => {
      answer = resolve
    })
    function Screen({ waits }: { readonly waits: boolean }) {
      return (
        <StrictMode>
          <Suspense fallback="…">
            <Chart draw={draw} sentence="" label="" footer="" source={SOURCE} fileName="" />
            {waits && <Waiting />}
          </Suspense>
        </StrictMode>
      )
    }
    function Waiting() {
      use(waiting)
      return 'answered'
    }
    flushSync(() => root.render(<Screen waits={false} />))
    await drawn()
    flushSync(() => root.render(<Screen waits />))
    expect(host.textContent).toContain('…')
    answer()
    await vi.waitFor(() => expect(host.textContent).toContain('answered'))
    ;(await drawn()).focus()
    await userEvent.keyboard('{ArrowRight}')
    await vi.waitFor(() => expect(drawing().textContent).toContain(HOSTILE))
  })
})

describe('the files of a chart', () => {
  test('CSV: UTF-8 with a mark, numbers as numbers, formulas as text', async () => {
    show()
    const { name, file } = await downloaded('CSV')
    expect(name).toBe('so-sanh-dong-da-2024.csv')
    expect([...new Uint8Array(await file.arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf])
    expect(await file.text()).toBe(
      [
        'Đơn vị;2023 (%);2024 (%)',
        `"<img src=x onerror=""window.hacked = 1"">";50;75`,
        `"'=HYPERLINK(""x"")";;-25`,
        '',
      ].join('\r\n'),
    )
  })

  test('SVG: the drawing in light colours with its sentence and its source, and names as text', async () => {
    document.documentElement.dataset['theme'] = 'dark'
    show()
    const { name, file } = await downloaded('SVG')
    expect(name).toBe('so-sanh-dong-da-2024.svg')
    const picture = new DOMParser().parseFromString(await file.text(), 'image/svg+xml')
    expect(picture.querySelector('parsererror')).toBeNull()
    const words = picture.documentElement.textContent
    expect(words).toContain(`${HOSTILE} tăng 25 điểm %`)
    expect(words).toContain('Nguồn: <b>Sở</b> & cộng sự.')
    expect(picture.querySelectorAll('img, script, foreignObject')).toHaveLength(0)
    expect(picture.documentElement.innerHTML).toContain('#14528a')
    expect(picture.documentElement.innerHTML).not.toContain('NaN')
  })

  test('PNG: a picture of twice the size', async () => {
    show()
    const { name, file } = await downloaded('PNG')
    expect(name).toBe('so-sanh-dong-da-2024.png')
    const picture = await createImageBitmap(file)
    expect(picture.width).toBe(2 * (960 + 48))
    expect(picture.height).toBeGreaterThan(2 * 200)
  })
})
