/**
 * Runs inside the measured page, from before its first script. Times are
 * performance.now() of the page: ms since the navigation began.
 */
export interface Probe {
  /** After the paint that first showed a row of a ranking. */
  firstRow: number | null
  largestPaint: number | null
  layoutShift: number
  /** Longest block of the main thread since the file was chosen, or since the start. */
  longestTask: number
  fileChosen: number | null
  /** Sets a select as a viewer does, and waits until another ranking is painted; ms from the event to the paint. */
  switchTo: (select: string, patience: number) => Promise<number>
  /** Tries to switch until it works; performance.now() of the paint. */
  firstSwitch: (select: string, patience: number) => Promise<number>
  /** performance.now() of the paint of a ranking of the file chosen. */
  rankingOfFile: (patience: number) => Promise<number>
  /** ms from the arrival of a script to the paint of a chart. */
  chartAfter: (script: string, patience: number) => Promise<number>
  /** Sets a threshold as a viewer does; ms to the paint of the new list. */
  moveThreshold: (name: string, value: number, patience: number) => Promise<number>
  /** Scrolls the matrix down and to the right, 40 px a frame; the longest frame in ms. */
  longestScrollFrame: () => Promise<number>
}

declare global {
  interface Window {
    probe: Probe
  }
}

export function installProbe(): void {
  const ROW = '[data-testid="ranking-row"]'
  const isInView = (element: Element | null) => {
    const box = element?.getBoundingClientRect()
    return box !== undefined && box.height > 0 && box.top < innerHeight && box.bottom > 0
  }
  /** Called in a frame's callback: resolves when that frame is painted, which is when the next one begins. */
  const painted = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => resolve(performance.now()))
    })
  const until = async (holds: () => boolean, patience: number, what: string) => {
    const deadline = performance.now() + patience
    do {
      if (performance.now() > deadline) throw new Error(`${what}: not within ${patience} ms`)
      await painted()
    } while (!holds())
    return painted()
  }
  const shown = () => {
    const rows = [...document.querySelectorAll(ROW)]
    if (rows.length === 0) return null
    const head = document.querySelector('h1')?.textContent ?? ''
    return [head, rows.length, ...rows.slice(0, 3).map((row) => row.textContent)].join('|')
  }
  const find = (name: string) => {
    const select = document.querySelector<HTMLSelectElement>(`select[name="${name}"]`)
    if (select === null) throw new Error(`no select "${name}"`)
    return select
  }
  const other = (select: HTMLSelectElement) => {
    const option = [...select.options].find((one) => !one.disabled && one.value !== select.value)
    if (option === undefined) throw new Error(`select "${select.name}" has nothing else to choose`)
    return option.value
  }
  const choose = (select: HTMLSelectElement, value: string) => {
    select.value = value
    select.dispatchEvent(new Event('input', { bubbles: true }))
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }

  const probe: Probe = {
    firstRow: null,
    largestPaint: null,
    layoutShift: 0,
    longestTask: 0,
    fileChosen: null,
    switchTo: async (name, patience) => {
      const select = find(name)
      const before = shown()
      const value = other(select)
      const started = performance.now()
      choose(select, value)
      const after = await until(() => shown() !== null && shown() !== before, patience, `switch of ${name}`)
      return after - started
    },
    firstSwitch: async (name, patience) => {
      await until(() => document.querySelector(`select[name="${name}"]`) !== null, patience, `select "${name}"`)
      const before = shown()
      const value = other(find(name))
      const again = setInterval(() => choose(find(name), value), 100)
      choose(find(name), value)
      try {
        return await until(() => shown() !== null && shown() !== before, patience, `switch of ${name}`)
      } finally {
        clearInterval(again)
      }
    },
    rankingOfFile: async (patience) => {
      // Where the file's ranking is one click away, the click belongs to it.
      const clicks = setInterval(() => {
        document.querySelector<HTMLElement>('a[href*="=file-"]')?.click()
      }, 50)
      try {
        return await until(() => document.querySelector(ROW) !== null, patience, 'ranking of the file')
      } finally {
        clearInterval(clicks)
      }
    },
    chartAfter: async (script, patience) => {
      const shown = await until(() => document.querySelector('figure svg path') !== null, patience, 'chart')
      const arrived = performance.getEntriesByType('resource').find(({ name }) => name.endsWith(script))
      if (arrived === undefined) throw new Error(`${script} was not fetched`)
      return shown - (arrived as PerformanceResourceTiming).responseEnd
    },
    moveThreshold: async (name, value, patience) => {
      const input = document.querySelector<HTMLInputElement>(`input[name="${name}"]`)
      const list = () => document.querySelector('h1')?.nextElementSibling?.textContent
      if (input === null) throw new Error(`no threshold "${name}"`)
      const before = list()
      const started = performance.now()
      // React hears of a value only through the property of the prototype.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, String(value))
      input.dispatchEvent(new Event('input', { bubbles: true }))
      input.dispatchEvent(new Event('change', { bubbles: true }))
      return (await until(() => list() !== before, patience, `threshold ${name}`)) - started
    },
    longestScrollFrame: async () => {
      const region = document.querySelector('[role="grid"]')?.parentElement
      if (region === null || region === undefined) throw new Error('no matrix')
      const scrollable = region.scrollHeight > region.clientHeight ? region : document.documentElement
      scrollable.scrollTo(0, 0)
      let longest = 0
      let last = await painted()
      for (let step = 0; step < 90; step += 1) {
        scrollable.scrollBy(step % 2 === 0 ? 0 : 20, 40)
        const now = await painted()
        longest = Math.max(longest, now - last)
        last = now
      }
      return longest
    },
  }
  window.probe = probe

  const look = () => {
    if (isInView(document.querySelector(ROW))) {
      void painted().then((now) => {
        probe.firstRow = now
      })
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)

  new PerformanceObserver((list) => {
    probe.largestPaint = list.getEntries().at(-1)?.startTime ?? null
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) probe.layoutShift += entry.value
    }
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) probe.longestTask = Math.max(probe.longestTask, duration)
  }).observe({ type: 'longtask', buffered: true })
  document.addEventListener(
    'change',
    ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.type !== 'file') return
      probe.fileChosen = performance.now()
      probe.longestTask = 0
    },
    { capture: true },
  )
}
