import type { ECElementEvent, EChartsType } from 'echarts/core'
import EChartsReact from 'echarts-for-react/esm/core'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { ChartSpec, ChartStop } from '@/charts/chart-spec'
import { echarts } from '@/charts/draw-svg'
import { nearestStop, placeStops } from '@/charts/nearest-stop'
import type { ChartTheme } from '@/charts/theme'
import { trustNothing } from '@/charts/trust-nothing'
import { useI18n } from '@/i18n/use-i18n'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import styles from '@/charts/Chart.module.css'

export interface DrawingProps {
  readonly spec: ChartSpec
  readonly width: number
  readonly theme: ChartTheme
  readonly label: string
  readonly onPick: ((pick: string) => void) | undefined
}

trustNothing()

/** The first option is empty: what fails while the first real one is drawn then reaches the error boundary. */
const NOTHING = {}

/** What ECharts draws, with the pointer and the keyboard going over the same points. Only through `Chart`. */
export function Drawing({ spec, width, theme, label, onPick }: DrawingProps) {
  const { t } = useI18n()
  const keys = useId()
  const [chart, setChart] = useState<EChartsType | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const stops = useMemo(() => spec.stops.filter((line) => line.length > 0), [spec])
  const place = useMemo(() => (shown === null ? null : placeOf(stops, shown.stop)), [stops, shown])
  const stop = place === null ? null : (stops[place.line]?.[place.point] ?? null)

  const option = useMemo(
    () => (chart === null ? NOTHING : { ...spec.option, ...common(theme, spec.stops) }),
    [chart, spec, theme],
  )
  const { height } = spec
  useLayoutEffect(() => {
    if (!isAlive(chart)) return
    // It has the size of its element already, unless that came later; resizing draws everything again.
    if (chart.getWidth() !== width || chart.getHeight() !== height) chart.resize({ width, height })
  }, [chart, width, height])
  useLayoutEffect(() => {
    // The pages of a print are laid out before the next frame would draw.
    if (isAlive(chart)) chart.getZr().flush()
  })

  useEffect(() => {
    if (stop === null || !isAlive(chart)) return
    const at = { seriesIndex: stop.seriesIndex, dataIndex: stop.dataIndex }
    chart.dispatchAction({ type: 'highlight', ...at })
    chart.dispatchAction({ type: 'showTip', ...at })
    return () => {
      if (!isAlive(chart)) return
      chart.dispatchAction({ type: 'downplay', ...at })
      chart.dispatchAction({ type: 'hideTip' })
    }
  }, [chart, stop])

  const isShown = stop !== null
  useEffect(() => {
    if (!isShown) return
    // The pointer may have shown it, with the keyboard elsewhere.
    const onEscape = ({ key }: globalThis.KeyboardEvent) => {
      if (key === 'Escape') setShown(null)
    }
    addEventListener('keydown', onEscape)
    return () => removeEventListener('keydown', onEscape)
  }, [isShown])

  usePointer(chart, spec, (at, clicked) => {
    setShown(at && { stop: at, spoken: false })
    if (clicked && at?.pick !== undefined) onPick?.(at.pick)
  })

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key === 'Enter') {
      if (stop?.pick !== undefined) onPick?.(stop.pick)
      return
    }
    const next = move(stops, place, event.key)
    if (next === undefined) return
    event.preventDefault()
    const to = stops[next.line]?.[next.point]
    if (to !== undefined) setShown({ stop: to, spoken: true })
  }

  const pickable = onPick !== undefined && spec.stops.some((line) => line.some(({ pick }) => pick !== undefined))
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the arrow keys move over its points */}
      <div
        className={styles['drawing']}
        role="application"
        aria-roledescription={t('chart.kind')}
        aria-label={label}
        aria-describedby={keys}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setShown(null)}
      >
        <EChartsReact
          echarts={echarts}
          option={option}
          notMerge
          opts={SVG}
          style={{ width, height }}
          autoResize={false}
          onChartReady={setChart}
          aria-hidden="true"
        />
      </div>
      <p id={keys} hidden>
        {t('chart.keys')} {pickable && t('chart.keys.pick')}
      </p>
      <VisuallyHidden>
        <span aria-live="polite">{shown?.spoken === true ? stop?.spoken : null}</span>
      </VisuallyHidden>
    </>
  )
}

/** While its screen is hidden (React suspends it) a drawing is disposed of; another one comes with the screen. */
const isAlive = (chart: EChartsType | null): chart is EChartsType => chart !== null && !chart.isDisposed()

const SVG = { renderer: 'svg' } as const

function common(theme: ChartTheme, stops: ChartSpec['stops']) {
  const spoken = new Map(stops.flat().map((stop) => [`${stop.seriesIndex} ${stop.dataIndex}`, stop.spoken]))
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12 },
    tooltip: {
      trigger: 'item',
      triggerOn: 'none',
      confine: true,
      transitionDuration: 0,
      hideDelay: 0,
      backgroundColor: theme.ground,
      borderColor: theme.muted,
      borderWidth: 1,
      padding: [6, 10],
      textStyle: { color: theme.ink, fontSize: 13 },
      extraCssText: 'max-width: 260px; white-space: normal; box-shadow: none',
      // Names come from files: they go into the page as text, never as HTML.
      formatter: ({ seriesIndex, dataIndex }: { readonly seriesIndex: number; readonly dataIndex: number }) => {
        const tip = document.createElement('span')
        tip.textContent = spoken.get(`${seriesIndex} ${dataIndex}`) ?? ''
        return tip
      },
    },
  }
}

interface Place {
  readonly line: number
  readonly point: number
}

/** The point that is shown; spoken where the keyboard went there. */
interface Shown {
  readonly stop: ChartStop
  readonly spoken: boolean
}

type Lines = ChartSpec['stops']

/** Where a point is now: a chart that is drawn anew, after a pick for one, may have its lines in another order. */
function placeOf(lines: Lines, stop: ChartStop): Place | null {
  const isDrawn = lines.some((points) => points.includes(stop))
  const isSame = (other: ChartStop) =>
    isDrawn ? other === stop : other.spoken === stop.spoken && other.pick === stop.pick
  const line = lines.findIndex((points) => points.some(isSame))
  return line < 0 ? null : { line, point: lines[line]?.findIndex(isSame) ?? 0 }
}

/** Where a key leads; undefined: the key is none of ours. */
function move(lines: Lines, from: Place | null, key: string): Place | undefined {
  const step = STEPS[key]
  if (step === undefined || lines.length === 0) return undefined
  if (from === null) return step({ line: 0, point: 0 }, lines) && { line: 0, point: 0 }
  const { line, point } = step(from, lines)
  const within = Math.max(0, Math.min(lines.length - 1, line))
  return { line: within, point: Math.max(0, Math.min((lines[within]?.length ?? 1) - 1, point)) }
}

const STEPS: Readonly<Record<string, (from: Place, lines: Lines) => Place>> = {
  ArrowLeft: ({ line, point }) => ({ line, point: point - 1 }),
  ArrowRight: ({ line, point }) => ({ line, point: point + 1 }),
  ArrowUp: ({ line, point }) => ({ line: line - 1, point }),
  ArrowDown: ({ line, point }) => ({ line: line + 1, point }),
  Home: ({ line }) => ({ line, point: 0 }),
  End: ({ line }, lines) => ({ line, point: (lines[line]?.length ?? 1) - 1 }),
}

/** Tells the point at the pointer as it changes, and the one that was clicked. */
function usePointer(
  chart: EChartsType | null,
  spec: ChartSpec,
  onPoint: (stop: ChartStop | null, clicked: boolean) => void,
) {
  const report = useRef(onPoint)
  useLayoutEffect(() => {
    report.current = onPoint
  })
  useEffect(() => {
    if (!isAlive(chart)) return
    const zr = chart.getZr()
    let shown: ChartStop | null = null
    /** Under the pointer itself: a bar is larger than its point. */
    let hovered: ChartStop | null = null
    let placed: ReturnType<typeof placeStops> | null = null
    function show(stop: ChartStop | null, clicked: boolean) {
      if (stop === shown && !clicked) return
      shown = stop
      report.current(stop, clicked)
    }
    function at({ offsetX, offsetY }: PointerAt): ChartStop | null {
      placed ??= placeStops(drawn, spec)
      return hovered ?? nearestStop(placed, offsetX, offsetY)
    }
    const drawn = chart
    const onMove = (event: PointerAt) => {
      const stop = at(event)
      show(stop, false)
      zr.setCursorStyle(stop?.pick === undefined ? 'default' : 'pointer')
    }
    const onClick = (event: PointerAt) => show(at(event), true)
    const onLeave = () => show(null, false)
    const onOver = ({ seriesIndex, dataIndex }: ECElementEvent) => {
      hovered =
        spec.stops.flat().find((stop) => stop.seriesIndex === seriesIndex && stop.dataIndex === dataIndex) ?? null
      if (hovered !== null) show(hovered, false)
    }
    const onOut = () => {
      hovered = null
    }
    // A drawing of another width has its points elsewhere.
    const onFinished = () => {
      placed = null
    }
    zr.on('mousemove', onMove)
    zr.on('click', onClick)
    zr.on('globalout', onLeave)
    chart.on('mouseover', onOver)
    chart.on('mouseout', onOut)
    chart.on('finished', onFinished)
    return () => {
      if (!isAlive(drawn)) return
      zr.off('mousemove', onMove)
      zr.off('click', onClick)
      zr.off('globalout', onLeave)
      drawn.off('mouseover', onOver)
      drawn.off('mouseout', onOut)
      drawn.off('finished', onFinished)
    }
  }, [chart, spec])
}

interface PointerAt {
  readonly offsetX: number
  readonly offsetY: number
}
