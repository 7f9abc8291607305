import { STEP_LIMITS } from '@/features/weak/matrix-cells'
import { whyWords } from '@/findings/no-number'
import type { NoNumber } from '@/findings/no-number'
import { useI18n } from '@/i18n/use-i18n'
import { valueStep } from '@/ui/classes'
import styles from '@/features/weak/HeatMatrix.module.css'

interface Props {
  /** Kinds of cells without a number that occur. */
  readonly gaps: readonly NoNumber[]
  /** A low share is good. */
  readonly lower: boolean
}

/** What colours, shapes and short marks mean. */
export function MatrixLegend({ gaps, lower }: Props) {
  const { t, format } = useI18n()
  const steps = STEP_LIMITS.map((from, index) => {
    const to = STEP_LIMITS[index + 1] ?? null
    const written = (value: number) => format.number(lower ? 100 - value : value)
    const label =
      to === null
        ? t(lower ? 'weak.legend.upTo' : 'weak.legend.from', { from: written(from), to: written(from) })
        : index === 0
          ? t(lower ? 'weak.legend.over' : 'weak.legend.under', { from: written(to), to: written(to) })
          : t('weak.legend.between', {
              from: written(lower ? to : from),
              to: written(lower ? from : to),
            })
    return { step: valueStep(from, STEP_LIMITS), label }
  }).toReversed()
  return (
    <div className={styles['legend']} role="group" aria-label={t('weak.legend')}>
      <p>
        {t('weak.legend.share')}
        {steps.map(({ step, label }) => (
          <span key={label} className={styles['key']}>
            <span className={styles['swatch']} data-step={step} aria-hidden="true" />
            {label}
          </span>
        ))}
      </p>
      <p>
        <span className={styles['key']}>
          <span className={styles['shape']} aria-hidden="true">
            ◆ ◆◆ ◆◆◆
          </span>
          {t('weak.legend.weak')}
        </span>
        <span className={styles['key']}>
          <span className={styles['shape']} aria-hidden="true">
            ◇
          </span>
          {t('weak.legend.edge')}
        </span>
      </p>
      {gaps.length > 0 && (
        <p>
          {t('weak.legend.missing')}
          {gaps.map((why) => (
            <span key={why} className={styles['key']}>
              <b>{t(`weak.missing.${why}`)}</b> {whyWords(why, { t })}
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
