import type { OpenPackage } from '@/domain/open-package'

interface EditionName {
  readonly indexId: string
  readonly period: string
  readonly blockId: string
  readonly resultSet: string
}

/** The viewer's file that the figures of an edition come from; `null`: they are those of a shipped package. */
export function fileOfEdition(pack: OpenPackage, { indexId, period, blockId, resultSet }: EditionName): string | null {
  if (pack.origin === 'shipped') return null
  const reading = pack.readings.findLast(({ editions }) =>
    editions.some(
      (edition) =>
        edition.index === indexId &&
        edition.period === period &&
        edition.block === blockId &&
        edition.set === resultSet,
    ),
  )
  return reading?.fileName ?? (pack.over === null ? pack.fileName : null)
}

/** Where the tables of a shipped package lie; of one below a file only while its rows are where they were. */
export function tablesOf(pack: OpenPackage): string | null {
  if (pack.origin === 'shipped') return pack.id
  return pack.readings.every(({ replaced }) => replaced.length === 0) ? (pack.over?.id ?? null) : null
}
