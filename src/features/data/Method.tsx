import { useSuspenseQuery } from '@tanstack/react-query'
import type { Rule } from '@/db/questions/package'
import { NO_VALUE } from '@/i18n/format'
import { useI18n } from '@/i18n/use-i18n'
import { rulesQuery } from '@/queries/package'
import styles from '@/features/data/Method.module.css'

/** The rules that hold for every figure, with the thresholds of the package in their text. */
export function Method({ packageId }: { readonly packageId: string }) {
  const { t, format } = useI18n()
  const { data: rules } = useSuspenseQuery(rulesQuery(packageId))
  const written = (id: Rule['ruleId'], write: (value: number, decimals: number) => string, scale = 1) => {
    const value = rules.find(({ ruleId }) => ruleId === id)?.value
    return value === undefined ? NO_VALUE : write(value, decimalsOf(value * scale))
  }
  const rulesInWords = [
    [t('data.method.share'), t('data.method.share.text')],
    [t('data.method.total'), t('data.method.total.text')],
    [t('data.method.rank'), t('data.method.rank.text')],
    [t('data.method.class'), t('data.method.class.text')],
    [
      t('data.method.periods'),
      t('data.method.periods.text', { core: written('comparable-core-share', format.share, 100) }),
    ],
    [
      t('data.method.weak'),
      t('data.method.weak.text', {
        absolute: written('weak-absolute-share', format.share, 100),
        deviations: written('weak-relative-deviations', format.number),
        quantile: written('weak-bottom-quantile', format.share, 100),
        minUnits: written('weak-relative-min-units', format.number),
        fall: written('weak-fall-share', format.shareSize, 100),
      }),
    ],
    [t('data.method.change'), t('data.method.change.text')],
    [t('data.method.block'), t('data.method.block.text')],
    [t('data.method.cells'), t('data.method.cells.text')],
  ] as const
  return (
    <ol className={styles['rules']}>
      {rulesInWords.map(([name, text]) => (
        <li key={name}>
          <b>{name}.</b> {text}
        </li>
      ))}
    </ol>
  )
}

/** A threshold is written with no more decimals than it has. */
const decimalsOf = (value: number): number =>
  [0, 1, 2].find((n) => Math.abs(value - Number(value.toFixed(n))) < 1e-9) ?? 3
