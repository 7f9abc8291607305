import { Suspense, memo, useMemo } from 'react'
import type { CSSProperties } from 'react'
import type { Edition, RankedUnit } from '@/db/questions/first-view'
import { gridTemplate, narrowGridTemplate } from '@/features/ranking/columns'
import type { Column, TrendScale } from '@/features/ranking/columns'
import { RankingHead } from '@/features/ranking/RankingHead'
import { RankingRow } from '@/features/ranking/RankingRow'
import type { RowContext } from '@/features/ranking/RankingRow'
import { UnrankedDivider } from '@/features/ranking/UnrankedDivider'
import { lazyPart } from '@/ui/lazy-part'
import { Skeleton } from '@/ui/Skeleton'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import type { View } from '@/view/view-state'
import styles from '@/features/ranking/RankingTable.module.css'

/** Up to here every row is in the page, for find-in-page, print and screen readers. */
const WHOLE_ROWS = 1000
/** More rows than a few windows hold. */
const LONG = 60

const VirtualRows = lazyPart(async () => (await import('@/features/ranking/VirtualRows')).VirtualRows)

interface Props {
  readonly rows: readonly RankedUnit[]
  readonly caption: string
  readonly columns: readonly Column[]
  readonly bands: ReadonlyMap<string, Edition['bands'][number]>
  readonly scale: TrendScale | null
  readonly median: number | null
  readonly decimals: number
  readonly lowerIsBetter: boolean
  readonly previousKnown: boolean
  readonly view: View
  readonly onSource: (row: RankedUnit) => void
}

/**
 * The ranking as a table. Its rows are CSS grids (in columns on a screen, a card a unit on a phone), so every
 * part states its role: `display` would take it away.
 */
export const RankingTable = memo(function RankingTable(props: Props) {
  const { rows, caption, columns, bands, scale, median, decimals, lowerIsBetter, previousKnown, view, onSource } = props
  const context = useMemo<RowContext>(
    () => ({ columns, bands, scale, median, decimals, lowerIsBetter, previousKnown, view, onSource }),
    [columns, bands, scale, median, decimals, lowerIsBetter, previousKnown, view, onSource],
  )
  const ranked = useMemo(() => rows.filter((row) => row.rank !== null), [rows])
  const unranked = useMemo(() => rows.filter((row) => row.rank === null), [rows])
  const style: CSSProperties & Record<'--columns' | '--columns-narrow', string> = {
    '--columns': gridTemplate(columns),
    '--columns-narrow': narrowGridTemplate(columns),
  }
  const virtual = rows.length > WHOLE_ROWS
  if (rows.length === 0) return null
  return (
    <table
      role="table"
      className={styles['table']}
      style={style}
      data-short={!columns.includes('share') || undefined}
      data-long={rows.length > LONG || undefined}
      aria-rowcount={virtual ? rows.length + (unranked.length > 0 ? 2 : 1) : undefined}
    >
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <RankingHead columns={columns} scale={scale} sort={view.sort} />
      {virtual ? (
        <Suspense
          fallback={
            <tbody role="rowgroup" className={styles['body']}>
              <tr role="row">
                <td role="cell" colSpan={columns.length}>
                  <Skeleton lines={20} />
                </td>
              </tr>
            </tbody>
          }
        >
          <VirtualRows ranked={ranked} unranked={unranked} context={context} />
        </Suspense>
      ) : (
        <>
          <tbody role="rowgroup" className={styles['body']}>
            {ranked.map((row) => (
              <RankingRow key={row.unitId} row={row} context={context} />
            ))}
          </tbody>
          {unranked.length > 0 && (
            <tbody role="rowgroup" className={styles['body']}>
              <UnrankedDivider n={unranked.length} span={columns.length} />
              {unranked.map((row) => (
                <RankingRow key={row.unitId} row={row} context={context} />
              ))}
            </tbody>
          )}
        </>
      )}
    </table>
  )
})
