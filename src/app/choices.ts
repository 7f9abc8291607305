import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { MAIN_SET } from '@/domain/vocabulary'
import type { I18n } from '@/i18n/use-i18n'
import type { SelectGroup, SelectOption } from '@/ui/Select'

export interface Choices {
  readonly indices: readonly SelectOption[]
  /** Periods of the index, newest first; those without the block in a group of their own. */
  readonly periods: readonly (SelectOption | SelectGroup)[]
  /** Blocks of the index, each with its result sets; see `blockValue`. */
  readonly blocks: readonly SelectOption[]
}

/** A block and a result set as one value of a select. */
export const blockValue = ({ blockId, resultSet }: Pick<Edition, 'blockId' | 'resultSet'>): string =>
  resultSet === MAIN_SET ? blockId : `${blockId}/${resultSet}`

export function readBlockValue(value: string): { readonly block: string; readonly set: string } {
  const [block = '', set = MAIN_SET] = value.split('/')
  return { block, set }
}

const blockName = (edition: Edition, { format }: Pick<I18n, 'format'>) =>
  format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn })

/** What can be chosen around an edition. Everything the index has can be reached in one step. */
export function choicesOf(editions: readonly Edition[], shown: Edition, i18n: Pick<I18n, 't' | 'format'>): Choices {
  const { t, format } = i18n
  const ofIndex = editions.filter((edition) => edition.indexId === shown.indexId)
  const byIndex = new Map(editions.map((edition) => [edition.indexId, edition.indexShortName]))

  const ends = new Map(ofIndex.map((edition) => [edition.period, edition.periodEnd]))
  const newestFirst = [...ends].toSorted(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0)).map(([period]) => period)
  const withBlock = new Set(ofIndex.filter(({ blockId }) => blockId === shown.blockId).map(({ period }) => period))
  const option = (period: string): SelectOption => ({ value: period, label: format.period(period) })
  const others = newestFirst.filter((period) => !withBlock.has(period)).map(option)

  const blocks: SelectOption[] = []
  for (const blockId of new Set(ofIndex.map((edition) => edition.blockId))) {
    const ofBlock = ofIndex.filter((edition) => edition.blockId === blockId)
    const here = ofBlock.filter((edition) => edition.period === shown.period)
    const latest = ofBlock.reduce((a, b) => (b.periodEnd > a.periodEnd ? b : a), ofBlock[0] ?? shown)
    const listed = here.length > 0 ? here : ofBlock.filter((edition) => edition.period === latest.period)
    for (const edition of listed) {
      const block = blockName(edition, i18n)
      const setName = (format.lang === 'vi' ? edition.resultSetNameVi : edition.resultSetNameEn) ?? edition.resultSet
      const name = listed.length > 1 ? t('shell.withSet', { block, set: setName }) : block
      blocks.push({
        value: blockValue(edition),
        label:
          edition.period === shown.period ? name : t('shell.onlyIn', { name, period: format.period(edition.period) }),
      })
    }
  }

  return {
    indices: [...byIndex].map(([value, label]) => ({ value, label })),
    periods: [
      ...newestFirst.filter((period) => withBlock.has(period)).map(option),
      ...(others.length > 0
        ? [{ label: t('shell.otherBlocks', { block: blockName(shown, i18n) }), options: others }]
        : []),
    ],
    blocks,
  }
}

export function packageName(entry: OpenPackage, { format }: Pick<I18n, 'format'>): string {
  return format.name({ nameVi: entry.name_vi, nameEn: entry.name_en })
}
