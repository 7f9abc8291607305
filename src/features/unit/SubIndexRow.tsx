import type { CSSProperties } from 'react'
import type { UnitSubIndex } from '@/db/questions/units'
import { isWeak, weakReasons } from '@/features/unit/field-notes'
import type { FieldContext } from '@/features/unit/field-notes'
import { Strip } from '@/features/unit/Strip'
import { stripPlaces } from '@/features/unit/strip-scale'
import type { StripScale } from '@/features/unit/strip-scale'
import { changeWords, direction, formatMaximum } from '@/i18n/change-words'
import { NO_VALUE } from '@/i18n/format'
import { useI18n } from '@/i18n/use-i18n'
import type { I18n } from '@/i18n/use-i18n'
import { groupText, shareBesideLimit } from '@/i18n/weakness-words'
import { Change } from '@/ui/Change'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import styles from '@/features/unit/SubIndices.module.css'

interface Props {
  readonly row: UnitSubIndex
  readonly scale: StripScale
  readonly context: FieldContext
  /** Whether any row has a change to show. */
  readonly changes: boolean
  readonly onSource: (field: UnitSubIndex) => void
}

/** One sub-index: figures in its cells, positions in its strip, the reason for its flag in words. */
export function SubIndexRow({ row, scale, context, changes, onSource }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const weak = isWeak(row)
  const name = format.name(row)
  const missing = missingText(row, i18n)
  const block =
    row.blockMedian === null || row.blockBest === null || row.blockLowest === null || row.unitCount < 2
      ? t('unit.field.noBlock')
      : t('unit.field.block', {
          group: groupText(context.partial, i18n),
          median: format.share(row.blockMedian, 1),
          best: format.share(row.blockBest, 1),
          lowest: format.share(row.blockLowest, 1),
          n: row.unitCount,
        })
  return (
    <tr
      role="row"
      data-figure={row.subIndexId}
      data-level={row.level}
      style={{ '--level': row.level } as CSSProperties}
    >
      <th role="rowheader" scope="row" data-column="field">
        {name}
      </th>
      <td role="cell" data-column="points">
        {pointsText(row, context.decimals, i18n)}
      </td>
      <td role="cell" data-column="share">
        {row.share === null ? (
          <span className={styles['missing']}>{missing}</span>
        ) : (
          <b>{shareBesideLimit(row.share, context.lower, context.limits, 1, format)}</b>
        )}
      </td>
      <td role="cell" data-column="strip">
        <Strip places={stripPlaces(row, scale)} weak={weak} />
        <VisuallyHidden>{block}</VisuallyHidden>
      </td>
      <td role="cell" data-column="rank">
        {row.rank === null || context.partial ? (
          ''
        ) : (
          <>
            <span className={styles['rankWord']}>{t('unit.col.rank')} </span>
            {t('unit.field.rankOf', { rank: row.rank, n: row.unitCount })}
          </>
        )}
      </td>
      {changes && (
        <td role="cell" data-column="change">
          {row.shareChange !== null && (
            <Change
              value={direction(row.shareChange, format, 1)?.sign ?? null}
              text={format.shareChange(row.shareChange, 1)}
              words={changeWords(row.shareChange, i18n, 1)}
              kind="signed"
              reversed={context.lower}
            />
          )}
        </td>
      )}
      <td role="cell" data-column="why">
        {weak ? (
          <>
            <b className={styles['flag']}>◆ {t('unit.why.weak')}</b> {weakReasons(row, context, i18n).join('; ')}
          </>
        ) : (
          row.strong &&
          row.rank !== null && (
            <>
              {t('unit.why.strong')}
              {!context.partial && `: ${t('unit.why.inRank', { rank: row.rank, n: row.unitCount })}`}
            </>
          )
        )}
      </td>
      <td role="cell" data-column="source">
        {(row.tableRow !== null || row.sourceRow !== null) && (
          <button
            type="button"
            className={styles['source']}
            aria-haspopup="dialog"
            aria-label={t('unit.source.of', { name })}
            onClick={() => onSource(row)}
          >
            {t('unit.source.open')}
          </button>
        )}
      </td>
    </tr>
  )
}

/** Points as published; a sub-index with a maximum of 0 is shown without any. */
function pointsText(row: UnitSubIndex, decimals: number, { t, format }: Pick<I18n, 't' | 'format'>): string {
  if (row.score === null || row.maxScore === 0) return NO_VALUE
  const points = format.points(row.score, decimals)
  return row.maxScore === null ? points : t('unit.field.points', { points, max: formatMaximum(row.maxScore, format) })
}

/** Why there is no share; a blank is never 0. */
function missingText(row: UnitSubIndex, { t }: Pick<I18n, 't'>): string {
  if (row.missingReason !== null) return t(`missing.${row.missingReason}`)
  if (row.maxScore === 0) return t('unit.field.notScored')
  return t(row.score === null ? 'unit.field.absent' : 'unit.field.noMax')
}
