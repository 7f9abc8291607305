import { packageName } from '@/app/choices'
import type { Edition } from '@/db/questions/first-view'
import type { PackageList } from '@/domain/open-package'
import type { I18n } from '@/i18n/use-i18n'
import type { EditionName, EditionParam, ResolveNotice } from '@/view/resolve-view'
import { DEFAULT_VIEW } from '@/view/view-state'
import type { InvalidParam } from '@/view/view-state'

type Words = Pick<I18n, 't' | 'format'>

/** What the link asked for and could not have, in a sentence each. */
export function noticeTexts(
  notices: readonly (InvalidParam | ResolveNotice)[],
  list: PackageList,
  editions: readonly Edition[],
  i18n: Words,
): readonly string[] {
  return notices.map((notice) => {
    switch (notice.kind) {
      case 'invalid-param':
        return invalidText(notice, i18n)
      case 'unknown-package': {
        const used = list.packages.find(({ id }) => id === notice.used)
        return i18n.t('notice.package', {
          value: notice.value,
          used: used === undefined ? notice.used : packageName(used, i18n),
        })
      }
      case 'other-version':
        return i18n.t('notice.version', { value: notice.value, used: notice.used })
      case 'unknown-value':
        return unknownText(notice.param, notice.value, namesOf(notice.used, editions, i18n), i18n)
      case 'not-together':
        return togetherText(notice.param, notice.value, notice.used, editions, i18n)
    }
  })
}

function invalidText({ param, value, used: usual }: InvalidParam, { t }: Words): string {
  const name = t(`notice.param.${param}`)
  const used =
    param === 'screen'
      ? t(`shell.screen.${DEFAULT_VIEW.screen}`)
      : param === 'as'
        ? t(`ranking.as.${DEFAULT_VIEW.as}`)
        : param === 'v'
          ? usual
          : null
  return used === null
    ? t('notice.invalid.default', { param: name, value })
    : t('notice.invalid', { param: name, value, used })
}

interface Names {
  readonly index: string
  readonly period: string
  readonly block: string
}

function namesOf(used: EditionName, editions: readonly Edition[], { format }: Words): Names {
  const index = editions.find(({ indexId }) => indexId === used.indexId)?.indexShortName ?? used.indexId
  const block = editions.find(({ blockId }) => blockId === used.blockId)
  return {
    index,
    period: format.period(used.period),
    block: block === undefined ? used.blockId : format.name({ nameVi: block.blockNameVi, nameEn: block.blockNameEn }),
  }
}

function unknownText(param: EditionParam, value: string, used: Names, { t, format }: Words): string {
  switch (param) {
    case 'index':
      return t('notice.unknown.index', { value, used: used.index })
    case 'period':
      return t('notice.unknown.period', { value: format.period(value), used: used.period })
    case 'block':
      return t('notice.unknown.block', { value, used: used.block })
    case 'set':
      return t('notice.unknown.set', { value })
  }
}

function togetherText(
  param: EditionParam,
  value: string,
  used: EditionName,
  editions: readonly Edition[],
  i18n: Words,
): string {
  const { t, format } = i18n
  const { index, period, block } = namesOf(used, editions, i18n)
  switch (param) {
    // An index that the package knows is always kept; the sentence is there for completeness.
    case 'index':
      return t('notice.unknown.index', { value, used: index })
    case 'period':
      return t('notice.together.period', { index, value: format.period(value), block, used: period })
    case 'block': {
      const wanted = namesOf({ ...used, blockId: value }, editions, i18n).block
      return t('notice.together.block', { index, value: wanted, used: block })
    }
    case 'set':
      return t('notice.together.set', { index, period, block, value })
  }
}
