import { createParser, createSerializer, parseAsStringLiteral } from 'nuqs'
import { MAIN_SET } from '@/domain/vocabulary'
import { migrate, schemaVersion } from '@/view/migrations'
import type { RawParams } from '@/view/migrations'

export const SCREENS = ['ranking', 'unit', 'data'] as const
export type Screen = (typeof SCREENS)[number]
export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const LAYOUTS = ['table', 'map'] as const
export type Layout = (typeof LAYOUTS)[number]
export const SORT_COLUMNS = ['rank', 'places', 'unit', 'share', 'points', 'change', 'band', 'weak'] as const
export type SortColumn = (typeof SORT_COLUMNS)[number]
export interface Sort {
  readonly column: SortColumn
  readonly descending: boolean
}

export const MAX_SEARCH_LENGTH = 200

/** An id of a package, index, block, result set or unit. */
const parseAsId = createParser<string>({
  parse: (value) => (/^[a-z0-9][a-z0-9-]{0,99}$/.test(value) ? value : null),
  serialize: (value) => value,
})

const parseAsPeriod = createParser<string>({
  parse: (value) => (/^\d{4}(-(W\d{2}|Q[1-4]|\d{2}(-\d{2})?))?$/.test(value) ? value : null),
  serialize: (value) => value,
})

const isSortColumn = (value: string): value is SortColumn => SORT_COLUMNS.some((column) => column === value)

const parseAsSort = createParser<Sort>({
  parse: (value) => {
    const descending = value.startsWith('-')
    const column = descending ? value.slice(1) : value
    return isSortColumn(column) ? { column, descending } : null
  },
  serialize: ({ column, descending }) => `${descending ? '-' : ''}${column}`,
  eq: (a, b) => a.column === b.column && a.descending === b.descending,
})

const parseAsSearch = createParser<string>({
  parse: (value) => value.slice(0, MAX_SEARCH_LENGTH),
  serialize: (value) => value,
})

/** The one schema of the link, in the order in which parameters are written. */
const viewParsers = {
  screen: parseAsStringLiteral(SCREENS).withDefault('ranking'),
  package: parseAsId,
  index: parseAsId,
  period: parseAsPeriod,
  block: parseAsId,
  set: parseAsId.withDefault(MAIN_SET),
  unit: parseAsId,
  sort: parseAsSort,
  q: parseAsSearch.withDefault(''),
  as: parseAsStringLiteral(LAYOUTS).withDefault('table'),
  lang: parseAsStringLiteral(LANGUAGES).withDefault('vi'),
}

/** What is looked at, as asked for; null: whatever the package has first (see `resolve-view.ts`). */
export interface View {
  readonly screen: Screen
  readonly package: string | null
  readonly index: string | null
  readonly period: string | null
  readonly block: string | null
  readonly set: string
  readonly unit: string | null
  readonly sort: Sort | null
  readonly q: string
  readonly as: Layout
  readonly lang: Language
}

export type ViewParam = keyof View
export const VIEW_PARAMS = Object.keys(viewParsers) as readonly ViewParam[]

export const DEFAULT_VIEW: View = {
  screen: 'ranking',
  package: null,
  index: null,
  period: null,
  block: null,
  set: MAIN_SET,
  unit: null,
  sort: null,
  q: '',
  as: 'table',
  lang: 'vi',
}

/** A parameter of the link that cannot be used, and what is used instead (null: the default of the package). */
export interface InvalidParam {
  readonly kind: 'invalid-param'
  readonly param: ViewParam | 'v'
  readonly value: string
  readonly used: string | null
}

export interface ParsedView {
  readonly view: View
  readonly notices: readonly InvalidParam[]
}

/** Reads the parameters of a link; a value that cannot be used falls back and is named. Never throws. */
export function readView(raw: RawParams): ParsedView {
  const notices: InvalidParam[] = []
  const newest = schemaVersion()
  const written = Object.hasOwn(raw, 'v') ? raw['v'] : undefined
  const version = written !== undefined && /^[1-9]\d{0,5}$/.test(written) ? Number(written) : null
  if (written !== undefined && (version === null || version > newest)) {
    notices.push({ kind: 'invalid-param', param: 'v', value: written, used: String(newest) })
  }
  const params = migrate(raw, version)

  function read<T>(name: ViewParam, parser: { readonly parse: (value: string) => T | null }, fallback: T): T {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    if (value === undefined || value === '') return fallback
    const parsed = parser.parse(value)
    if (parsed !== null) return parsed
    notices.push({ kind: 'invalid-param', param: name, value, used: typeof fallback === 'string' ? fallback : null })
    return fallback
  }

  const view: View = {
    screen: read('screen', viewParsers.screen, DEFAULT_VIEW.screen),
    package: read('package', viewParsers.package, null),
    index: read('index', viewParsers.index, null),
    period: read('period', viewParsers.period, null),
    block: read('block', viewParsers.block, null),
    set: read('set', viewParsers.set, DEFAULT_VIEW.set),
    unit: read('unit', viewParsers.unit, null),
    sort: read('sort', viewParsers.sort, null),
    q: read('q', viewParsers.q, DEFAULT_VIEW.q),
    as: read('as', viewParsers.as, DEFAULT_VIEW.as),
    lang: read('lang', viewParsers.lang, DEFAULT_VIEW.lang),
  }
  return { view, notices }
}

/** Reads `location.search`. */
export function parseView(search: string): ParsedView {
  const raw: Record<string, string> = {}
  // As browsers and nuqs do: the first of several values counts.
  for (const [name, value] of new URLSearchParams(search)) if (!Object.hasOwn(raw, name)) defineOwn(raw, name, value)
  return readView(raw)
}

/** Assignment to `__proto__` would set the prototype. */
function defineOwn(target: object, name: string, value: string) {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
}

const serialize = createSerializer(viewParsers)

/** The query of a link (`''` or `?index=dti&v=1`): only what differs from the default, and then the version. */
export function serializeView(view: View): string {
  const query = serialize(view)
  return query === '' ? '' : `${query}&v=${schemaVersion()}`
}

/** Every parameter as text, null where it is not written. */
export function writeView(view: View): Readonly<Record<ViewParam | 'v', string | null>> {
  const params = new URLSearchParams(serializeView(view))
  const get = (name: ViewParam | 'v') => params.get(name)
  return {
    screen: get('screen'),
    package: get('package'),
    index: get('index'),
    period: get('period'),
    block: get('block'),
    set: get('set'),
    unit: get('unit'),
    sort: get('sort'),
    q: get('q'),
    as: get('as'),
    lang: get('lang'),
    v: get('v'),
  }
}

/** The same figures on another screen: what belongs to one screen only (search, order, layout) is left behind. */
export function onScreen(view: View, screen: Screen, unit: string | null = view.unit): View {
  return {
    ...view,
    screen,
    unit,
    sort: DEFAULT_VIEW.sort,
    q: DEFAULT_VIEW.q,
    as: DEFAULT_VIEW.as,
  }
}
