import { useQuery } from '@tanstack/react-query'
import type { Edition, RankedUnit } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { documentOf, figuresOf, placesOf } from '@/features/ranking/provenance'
import { useI18n } from '@/i18n/use-i18n'
import { sourcesQuery } from '@/queries/package'
import { SourceDialog } from '@/ui/SourceDialog'

interface Props {
  readonly row: RankedUnit
  readonly edition: Edition
  readonly pack: OpenPackage
  readonly onClose: () => void
}

/** Where the figures of one unit come from: decision, file, row, published or computed. */
export function UnitSource({ row, edition, pack, onClose }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const needsList = documentOf(row, edition, undefined) === 'needs-list'
  const sources = useQuery({ ...sourcesQuery(pack.id), enabled: needsList })
  const found = documentOf(row, edition, sources.data)
  const loading = found === 'needs-list' && sources.isPending
  const document = found === 'needs-list' ? null : found
  return (
    <SourceDialog
      onClose={onClose}
      facts={{
        subject: t('ranking.source.subject', {
          unit: format.name(row),
          index: edition.indexShortName,
          period: format.period(edition.period),
        }),
        title: loading ? t('common.loading') : (document?.title ?? null),
        number: document?.number ?? null,
        issuer: document?.issuer ?? null,
        issuedOn: document?.publishedOn == null ? null : format.date(document.publishedOn),
        url: document?.url ?? null,
        places: placesOf(row, edition, pack, i18n),
        figures: figuresOf(row, edition, i18n),
      }}
    />
  )
}
