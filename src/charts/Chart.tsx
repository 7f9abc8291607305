import { Component, Suspense, lazy, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { ChartFrame, ChartSpec, ChartTable } from '@/charts/chart-spec'
import type { DrawingProps } from '@/charts/Drawing'
import { chartDrawing, chartTable } from '@/charts/chart-files'
import { PRINT } from '@/charts/theme'
import { usePageTheme } from '@/charts/use-page-theme'
import { usePrinting } from '@/charts/use-printing'
import { Download } from '@/export/Download'
import type { ExportedSource } from '@/export/exported-source'
import { Failure } from '@/domain/failure'
import { useI18n } from '@/i18n/use-i18n'
import { Segmented } from '@/ui/Segmented'
import { StackedTable } from '@/ui/StackedTable'
import { WideTable } from '@/ui/WideTable'
import styles from '@/charts/Chart.module.css'

interface Props {
  /** Drawn anew when the function is another one: keep it between renders (`useCallback`). */
  readonly draw: (frame: ChartFrame) => ChartSpec
  /** What the figures say, above the drawing and in the pictures. */
  readonly sentence: string
  /** What is drawn, for those who do not see it: kind of chart, measure, whose. Also the caption of the table. */
  readonly label: string
  /** Under the drawing: source, status of the package. */
  readonly footer: string
  readonly source: ExportedSource
  /** Of downloads, without ending; made ASCII here. */
  readonly fileName: string
  /** Width on paper in CSS px; what A4 has between its margins unless told. */
  readonly printWidth?: number
  /** A point with `pick` was clicked or entered. */
  readonly onPick?: (pick: string) => void
}

const A4_WIDTH = 688
/** A hidden chart has no width; it still has a table. */
const LEAST_WIDTH = 240

/**
 * A drawing with its sentence, its table and its downloads. Where drawing fails it says so and shows the table; the rest
 * of the screen stays.
 */
export function Chart(props: Props) {
  const { t } = useI18n()
  return (
    <DrawingBoundary
      resetKey={props.draw}
      failure={
        <figure className={styles['chart']}>
          <figcaption className={styles['sentence']}>{props.sentence}</figcaption>
          <p className={styles['failed']}>{t('chart.failed.bare')}</p>
        </figure>
      }
    >
      <Figure {...props} />
    </DrawingBoundary>
  )
}

function Figure({ draw, sentence, label, footer, source, fileName, printWidth = A4_WIDTH, onPick }: Props) {
  const { t } = useI18n()
  const id = useId()
  const pageTheme = usePageTheme()
  const printing = usePrinting()
  const [view, setView] = useState<'drawing' | 'table'>('drawing')
  const [box, pageWidth] = useWidth()
  const theme = printing ? PRINT : pageTheme
  const width = printing ? printWidth : pageWidth
  const spec = useMemo(() => (width === null ? null : draw({ theme, width })), [draw, theme, width])

  return (
    <figure className={styles['chart']}>
      <figcaption className={styles['sentence']}>{sentence}</figcaption>
      <div className={styles['tools']}>
        <Segmented
          name={`view-${id}`}
          label={t('chart.view')}
          value={view}
          options={[
            { value: 'drawing', label: t('chart.view.drawing') },
            { value: 'table', label: t('chart.view.table') },
          ]}
          onChange={setView}
        />
        <Download
          name={label}
          shown={() => chartTable(draw, sentence)}
          drawing={() => chartDrawing(draw)}
          source={source}
          fileName={fileName}
        />
      </div>
      <div ref={box} className={styles['box']}>
        {spec !== null &&
          (view === 'table' ? (
            <ChartFigures table={spec.table} caption={label} />
          ) : (
            <DrawingBoundary
              resetKey={spec}
              failure={
                <>
                  <p className={styles['failed']}>{t('chart.failed')}</p>
                  <ChartFigures table={spec.table} caption={label} />
                </>
              }
            >
              <LazyDrawing spec={spec} width={width ?? LEAST_WIDTH} theme={theme} label={label} onPick={onPick} />
            </DrawingBoundary>
          ))}
      </div>
      <p className={styles['footer']}>{footer}</p>
    </figure>
  )
}

/** Width of an element as it changes; null before the first layout. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = () => setWidth(Math.max(LEAST_WIDTH, element.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width] as const
}

function ChartFigures({ table, caption }: { readonly table: ChartTable; readonly caption: string }) {
  return (
    <WideTable label={caption}>
      <StackedTable
        caption={caption}
        columns={table.columns.map(({ label, kind }, index) => ({
          id: String(index),
          header: label,
          numeric: kind !== 'text',
          rowHeader: index === 0,
          cell: ({ cells }: { readonly cells: ChartTable['rows'][number] }) => cells[index]?.text,
        }))}
        rows={table.rows.map((cells, index) => ({ key: String(index), cells }))}
        rowKey={({ key }) => key}
        compact
      />
    </WideTable>
  )
}

async function fetchDrawing() {
  try {
    return { default: (await import('@/charts/Drawing')).Drawing }
  } catch (error) {
    throw new Failure('site-unreachable', String(error))
  }
}

/** Fetches what draws when it is first shown; anew each time it is put onto the page, since fetching may have failed. */
function LazyDrawing(props: DrawingProps) {
  const [Drawing] = useState(() => lazy(fetchDrawing))
  return (
    <Suspense fallback={<div style={{ height: props.spec.height }} aria-busy="true" />}>
      <Drawing {...props} />
    </Suspense>
  )
}

interface BoundaryProps {
  readonly children: ReactNode
  readonly failure: ReactNode
  /** Drawing is tried again when this changes. */
  readonly resetKey: unknown
}

interface BoundaryState {
  readonly failed: boolean
  readonly key: unknown
}

class DrawingBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failed: false, key: this.props.resetKey }

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { failed: true }
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): Partial<BoundaryState> | null {
    return props.resetKey === state.key ? null : { failed: false, key: props.resetKey }
  }

  override render() {
    return this.state.failed ? this.props.failure : this.props.children
  }
}
