import type { FieldMatrixRow, Weakness } from '@/db/questions/weak'
import { detailTexts } from '@/features/weak/detail-texts'
import type { Field } from '@/findings/fields'
import type { Measure } from '@/findings/measure'
import { useI18n } from '@/i18n/use-i18n'
import { recoverPart } from '@/i18n/weakness-words'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/weak/CellDetail.module.css'

interface Props {
  /** null: no cell is chosen. */
  readonly unit: FieldMatrixRow | null
  /** null: the cell belongs to no sub-index. */
  readonly field: Field | null
  readonly flag: Weakness | null
  readonly measure: Measure
  readonly view: View
  readonly onClose: () => void
}

/** What stands behind the chosen cell; at the lower edge of the window as long as one is chosen. */
export function CellDetail({ unit, field, flag, measure, view, onClose }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const texts = unit === null || field === null ? [] : detailTexts(unit, field, flag, measure, i18n)
  return (
    <section className={styles['detail']} aria-label={t('weak.detail')} data-chosen={unit !== null || undefined}>
      <div aria-live="polite">
        {unit === null ? (
          <p className={styles['hint']}>{t('weak.detail.none')}</p>
        ) : (
          <>
            <h3>
              {field === null
                ? format.name(unit)
                : t('weak.detail.title', { unit: format.name(unit), field: format.name(field) })}
            </h3>
            {field === null && (
              <p>
                {[
                  t('weak.list.count', { n: unit.weakCount }),
                  recoverPart(unit.recoverable, measure.lower, measure.decimals, i18n),
                ]
                  .filter((part) => part !== null)
                  .join('; ')}
              </p>
            )}
            {texts.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </>
        )}
      </div>
      {unit !== null && (
        <p className={styles['actions']}>
          <ViewLink to={onScreen(view, 'unit', unit.unitId)}>{t('weak.detail.unit')}</ViewLink>
          <ViewLink to={{ ...view, unit: view.unit === unit.unitId ? null : unit.unitId }} keepScroll>
            {t(view.unit === unit.unitId ? 'weak.detail.unfocus' : 'weak.detail.focus')}
          </ViewLink>
          <button type="button" onClick={onClose}>
            {t('common.close')}
          </button>
        </p>
      )}
    </section>
  )
}
