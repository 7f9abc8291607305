import { MAIN_SET } from '@/domain/vocabulary'
import type { OpenPackage, PackageList } from '@/domain/open-package'
import type { View } from '@/view/view-state'

/** What names an edition, as the rows of the question `editions` carry it. */
export interface EditionName {
  readonly indexId: string
  readonly period: string
  readonly blockId: string
  readonly resultSet: string
}

export type EditionParam = 'index' | 'period' | 'block' | 'set'

/** Why something other than what was asked for is shown. Ids only; whoever shows it finds the names. */
export type ResolveNotice =
  | { readonly kind: 'unknown-package'; readonly value: string; readonly used: string }
  /** The host holds another version of the package than the link was made for. */
  | { readonly kind: 'other-version'; readonly value: string; readonly used: string }
  /** The package has no such index, period, block or result set at all. */
  | { readonly kind: 'unknown-value'; readonly param: EditionParam; readonly value: string; readonly used: EditionName }
  /** It has, but not together with what else was asked for. */
  | { readonly kind: 'not-together'; readonly param: EditionParam; readonly value: string; readonly used: EditionName }

export interface Resolved<T> {
  readonly value: T
  readonly notices: readonly ResolveNotice[]
}

export function resolvePackage(view: View, list: PackageList): Resolved<OpenPackage | null> {
  const fallback = list.packages.find((entry) => entry.id === list.defaultId) ?? list.packages[0] ?? null
  const wanted = view.package === null ? fallback : list.packages.find((entry) => entry.id === view.package)
  if (fallback === null || wanted === null) return { value: fallback, notices: [] }
  if (wanted === undefined) {
    return { value: fallback, notices: [{ kind: 'unknown-package', value: view.package ?? '', used: fallback.id }] }
  }
  if (view.version === null || view.version === wanted.version) return { value: wanted, notices: [] }
  return { value: wanted, notices: [{ kind: 'other-version', value: view.version, used: wanted.version }] }
}

/**
 * The edition that a view shows. Rows come as the question `editions` gives them: by index, block, newest period
 * first. What can be kept of the request is kept, in this order: index, block, period, result set.
 * null only where the package has no edition.
 */
export function resolveEdition<E extends EditionName>(view: View, editions: readonly E[]): Resolved<E | null> {
  const [first] = editions
  if (first === undefined) return { value: null, notices: [] }
  const misses: { readonly param: EditionParam; readonly value: string; readonly known: boolean }[] = []

  function narrow(param: EditionParam, value: string | null, rows: readonly E[], idOf: (row: E) => string) {
    if (value === null) return rows
    const kept = rows.filter((row) => idOf(row) === value)
    if (kept.length > 0) return kept
    misses.push({ param, value, known: editions.some((row) => idOf(row) === value) })
    return rows
  }

  const ofIndex = narrow('index', view.index, editions, (row) => row.indexId)
  const indexId = ofIndex[0]?.indexId
  const rows = ofIndex.filter((row) => row.indexId === indexId)

  const ofBlock = narrow('block', view.block, rows, (row) => row.blockId)
  // Without a block asked for, the first block that has the period.
  const ofPeriod = narrow('period', view.period, ofBlock, (row) => row.period)
  const block = ofPeriod[0]?.blockId
  const period = ofPeriod.find((row) => row.blockId === block)?.period
  const candidates = ofPeriod.filter((row) => row.blockId === block && row.period === period)
  const main = candidates.find((row) => row.resultSet === MAIN_SET) ?? candidates[0] ?? first
  let used = main
  if (view.set !== MAIN_SET) {
    const ofSet = narrow('set', view.set, candidates, (row) => row.resultSet)
    used = ofSet.find((row) => row.resultSet === view.set) ?? main
  }
  return {
    value: used,
    notices: misses.map(({ param, value, known }) => ({
      kind: known ? ('not-together' as const) : ('unknown-value' as const),
      param,
      value,
      used,
    })),
  }
}

const sameEdition = (a: EditionName, b: EditionName) =>
  a.indexId === b.indexId && a.period === b.period && a.blockId === b.blockId && a.resultSet === b.resultSet

/**
 * The view after a switch of index, period, block or result set: keeps the edition on show in every other respect,
 * and leaves out of the link what the package gives by itself.
 */
export function switchEdition(
  view: View,
  editions: readonly EditionName[],
  change: Partial<Pick<View, EditionParam>>,
): View {
  const shown = resolveEdition(view, editions).value
  if (shown === null) return { ...view, ...change }
  const full: View = {
    ...view,
    index: shown.indexId,
    period: shown.period,
    block: shown.blockId,
    // A result set belongs to its block and period, and is not carried to another.
    set: change.index === undefined && change.period === undefined && change.block === undefined ? view.set : MAIN_SET,
    ...change,
  }
  return withoutDefaults(full, editions)
}

/** Leaves out each parameter without which the same edition is shown, unless it explains a notice. */
function withoutDefaults(view: View, editions: readonly EditionName[]): View {
  const { value, notices } = resolveEdition(view, editions)
  if (value === null) return view
  const explained = new Set(notices.map((notice) => ('param' in notice ? notice.param : null)))
  let short = view
  for (const param of ['index', 'period', 'block'] as const) {
    if (explained.has(param)) continue
    const attempt: View = { ...short, [param]: null }
    const result = resolveEdition(attempt, editions)
    const same = result.value !== null && sameEdition(result.value, value) && result.notices.length === notices.length
    if (same) short = attempt
  }
  return short
}
