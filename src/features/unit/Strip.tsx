import type { StripPlaces } from '@/features/unit/strip-scale'
import styles from '@/features/unit/Strip.module.css'

/** Positions of a unit and its block on one scale; the figures are in the cells beside it. */
export function Strip({ places, weak }: { readonly places: StripPlaces; readonly weak: boolean }) {
  const { range, box, median, best, own } = places
  const span = ([start, width]: readonly [number, number]) => ({
    insetInlineStart: `${start}%`,
    inlineSize: `${width}%`,
  })
  const at = (place: number) => ({ insetInlineStart: `${place}%` })
  return (
    <span className={styles['strip']} aria-hidden="true">
      {range !== null && <span className={styles['range']} style={span(range)} />}
      {box !== null && <span className={styles['box']} style={span(box)} />}
      {median !== null && <span className={styles['median']} style={at(median)} />}
      {best !== null && <span className={styles['best']} style={at(best)} />}
      {own !== null && <span className={styles['own']} data-weak={weak} style={at(own)} />}
    </span>
  )
}
