import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RankedUnit } from '@/db/questions/first-view'
import { RankingRow } from '@/features/ranking/RankingRow'
import type { RowContext } from '@/features/ranking/RankingRow'
import { UnrankedDivider } from '@/features/ranking/UnrankedDivider'
import styles from '@/features/ranking/RankingTable.module.css'

interface Props {
  readonly ranked: readonly RankedUnit[]
  readonly unranked: readonly RankedUnit[]
  readonly context: RowContext
}

const ROW_HEIGHT = 42

/** The rows in sight, between two empty rows as high as all the others. */
export function VirtualRows({ ranked, unranked, context }: Props) {
  const rows = useMemo<readonly (RankedUnit | 'divider')[]>(
    () => (unranked.length === 0 ? ranked : [...ranked, 'divider', ...unranked]),
    [ranked, unranked],
  )
  const body = useRef<HTMLTableSectionElement>(null)
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    if (body.current !== null) setOffset(body.current.getBoundingClientRect().top + window.scrollY)
  }, [rows])
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    scrollMargin: offset,
    getItemKey: (index) => {
      const row = rows[index]
      return row === undefined || row === 'divider' ? index : row.unitId
    },
  })
  const { unit, figure } = context.view
  const led = figure === null ? -1 : rows.findIndex((row) => row !== 'divider' && row.unitId === unit)
  useEffect(() => {
    // What a link leads to has to be among the rows in sight to be found.
    if (led >= 0 && offset > 0) virtualizer.scrollToIndex(led, { align: 'center' })
  }, [virtualizer, led, offset])
  const items = virtualizer.getVirtualItems()
  const before = (items[0]?.start ?? offset) - offset
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? offset) - offset)
  return (
    <tbody role="rowgroup" className={styles['body']} ref={body}>
      <tr aria-hidden="true" style={{ height: before, display: 'block' }} />
      {items.map((item) => {
        const row = rows[item.index]
        if (row === undefined) return null
        const place = { index: item.index, rowIndex: item.index + 2, measure: virtualizer.measureElement }
        if (row === 'divider') {
          return <UnrankedDivider key={item.key} n={unranked.length} span={context.columns.length} place={place} />
        }
        return <RankingRow key={item.key} row={row} context={context} place={place} />
      })}
      <tr aria-hidden="true" style={{ height: Math.max(0, after), display: 'block' }} />
    </tbody>
  )
}
