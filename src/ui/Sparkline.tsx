import styles from '@/ui/Sparkline.module.css'

interface Props {
  /** Shares in order, null where a period has none: the line breaks there. */
  readonly values: readonly (number | null)[]
  /** Height of the scale, the same for all lines of a table, so that slopes compare; each line is centred on itself. */
  readonly span: number
  readonly label: string
}

const WIDTH = 72
const HEIGHT = 20
const MARGIN = 3

/** A small line of positions (not lengths: its scale does not start at zero), the last value as a dot. */
export function Sparkline({ values, span, label }: Props) {
  const x = (index: number) => MARGIN + (values.length < 2 ? 1 : index / (values.length - 1)) * (WIDTH - 2 * MARGIN)
  const known = values.filter((value) => value !== null)
  const middle = (Math.min(...known) + Math.max(...known)) / 2
  const y = (value: number) => HEIGHT / 2 - (span > 0 ? (value - middle) / span : 0) * (HEIGHT - 2 * MARGIN)
  let path = ''
  let pen = 'M'
  values.forEach((value, index) => {
    if (value === null) {
      pen = 'M'
      return
    }
    path += `${pen}${x(index).toFixed(1)} ${y(value).toFixed(1)}`
    pen = 'L'
  })
  const last = values.at(-1) ?? null
  return (
    <svg className={styles['line']} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <path d={path} />
      {last !== null && <circle cx={x(values.length - 1).toFixed(1)} cy={y(last).toFixed(1)} r="2.5" />}
    </svg>
  )
}
