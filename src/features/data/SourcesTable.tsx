import { useSuspenseQuery } from '@tanstack/react-query'
import type { Source } from '@/db/questions/package'
import { languageOf } from '@/i18n/language-of'
import type { OpenPackage } from '@/domain/open-package'
import { Download } from '@/export/Download'
import { exportName } from '@/export/export-name'
import { exportedSource } from '@/export/exported-source'
import { sourcesFile } from '@/features/data/package-files'
import { useI18n } from '@/i18n/use-i18n'
import { sourcesQuery } from '@/queries/package'
import { StackedTable } from '@/ui/StackedTable'
import type { TableColumn } from '@/ui/StackedTable'

/** The documents behind the figures of a package. */
export function SourcesTable({ pack }: { readonly pack: OpenPackage }) {
  const i18n = useI18n()
  const { t, format } = i18n
  const { data: sources } = useSuspenseQuery(sourcesQuery(pack.id))
  const some = (test: (source: Source) => boolean) => sources.some(test)
  const columns: readonly (TableColumn<Source> | false)[] = [
    {
      id: 'title',
      header: t('data.source.title'),
      rowHeader: true,
      cell: ({ title, url }) =>
        url !== null && /^https?:\/\//i.test(url) ? (
          <a href={url} rel="noreferrer noopener" target="_blank" lang={languageOf(title)}>
            {title}
            {' ↗'}
          </a>
        ) : (
          <span lang={languageOf(title)}>{title}</span>
        ),
    },
    some(({ number }) => number !== null) && {
      id: 'number',
      header: t('data.source.number'),
      cell: ({ number }) => number,
    },
    some(({ issuer }) => issuer !== null) && {
      id: 'issuer',
      header: t('data.source.issuer'),
      cell: ({ issuer }) => (issuer === null ? null : <span lang={languageOf(issuer)}>{issuer}</span>),
    },
    some(({ publishedOn }) => publishedOn !== null) && {
      id: 'date',
      header: t('data.source.date'),
      numeric: true,
      cell: ({ publishedOn }) => (publishedOn === null ? null : format.date(publishedOn)),
    },
    {
      id: 'editions',
      header: t('data.source.editions'),
      numeric: true,
      cell: ({ editionCount }) => format.number(editionCount),
    },
    {
      id: 'results',
      header: t('data.source.results'),
      numeric: true,
      cell: ({ resultCount }) => format.number(resultCount),
    },
  ]
  return (
    <>
      <h2 id="sources">{t('data.sources', { n: sources.length })}</h2>
      {sources.length === 0 ? (
        <p>{t('data.sources.none')}</p>
      ) : (
        <>
          <StackedTable
            caption={t('data.sources.caption')}
            columns={columns.filter((column) => column !== false)}
            rows={sources}
            rowKey={({ sourceId }) => sourceId}
          />
          <Download
            name={t('data.sources.caption')}
            shown={() => sourcesFile(t('data.sources.caption'), sources, i18n)}
            source={exportedSource(pack, null, i18n)}
            fileName={exportName(pack, null, t('export.name.sources'), i18n)}
          />
        </>
      )}
    </>
  )
}
