import { useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { Chart } from '@/charts/Chart'
import type { ChartFrame } from '@/charts/chart-spec'
import { historyChart } from '@/charts/history-chart'
import { usePrinting } from '@/charts/use-printing'
import type { Edition } from '@/db/questions/first-view'
import type { UnitProfile, UnitStanding } from '@/db/questions/units'
import type { OpenPackage } from '@/domain/open-package'
import { historyLines, historySentence } from '@/features/unit/history-lines'
import { statusWords } from '@/i18n/status-words'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { useI18n } from '@/i18n/use-i18n'
import { unitHistoryQuery } from '@/queries/units'
import styles from '@/features/unit/UnitHistory.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly profile: UnitProfile
  readonly indexId: string
  /** As people call it. */
  readonly index: string
  readonly shown: UnitStanding | null
  readonly editions: readonly Edition[]
  readonly partial: boolean
}

/** Half of the width of the paper, in CSS px at the zoom of the style sheet, and a height that leaves the rest of the page its room. */
const PRINT_WIDTH = 453
const PRINT_PLOT = 80

/** The unit over time, with its breaks, and its predecessors as context. */
export function HistoryChart({ pack, profile, indexId, index, shown, editions, partial }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { data: rows } = useSuspenseQuery(unitHistoryQuery(pack.id, profile.unitId))
  const printing = usePrinting()
  const lines = useMemo(
    () => historyLines(rows, indexId, shown, editions, partial, format),
    [rows, indexId, shown, editions, partial, format],
  )
  const draw = useCallback(
    (frame: ChartFrame) =>
      historyChart({ ...(lines ?? NOTHING), ...(printing && { plotHeight: PRINT_PLOT }) }, i18n, frame),
    [lines, printing, i18n],
  )
  if (lines === null) return <p className={styles['single']}>{t('unit.trend.single')}</p>
  const status =
    pack.origin === 'file'
      ? statusWords(pack, i18n)
      : [
          statusWords(pack, i18n),
          t('unit.print.package', {
            package: format.lang === 'vi' ? pack.name_vi : pack.name_en,
            version: pack.version,
          }),
        ].join(' ')
  return (
    <Chart
      draw={draw}
      sentence={historySentence(lines, i18n)}
      label={t(lines.measure === 'share' ? 'unit.trend.label.share' : 'unit.trend.label.rank', {
        unit: format.name(profile),
        index,
      })}
      footer={status}
      source={exportedSource(pack, null, i18n)}
      fileName={exportName(pack, null, [indexId, format.name(profile), t('export.name.history')].join(' '), i18n)}
      printWidth={PRINT_WIDTH}
    />
  )
}

const NOTHING = { measure: 'share', periods: [], lines: [] } as const
