import type { Edition, RankedUnit } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { DownloadPanel } from '@/export/DownloadPanel'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { rankingFile } from '@/features/ranking/ranking-file'
import { useI18n } from '@/i18n/use-i18n'

interface Props {
  readonly pack: OpenPackage
  readonly edition: Edition
  readonly title: string
  /** Found and sorted. */
  readonly shown: readonly RankedUnit[]
  readonly all: readonly RankedUnit[]
  readonly onClose: () => void
}

/** The downloads of the ranking; fetched when they are asked for. */
export function RankingDownload({ pack, edition, title, shown, all, onClose }: Props) {
  const i18n = useI18n()
  return (
    <DownloadPanel
      name={title}
      shown={() => rankingFile(title, shown, all, edition, i18n)}
      all={shown.length < all.length ? () => rankingFile(title, all, all, edition, i18n) : undefined}
      source={exportedSource(pack, edition, i18n)}
      fileName={exportName(pack, edition, i18n.t('export.name.ranking'), i18n)}
      onClose={onClose}
    />
  )
}
