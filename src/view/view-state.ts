import { MAIN_SET } from '@/domain/vocabulary'
import { LIMIT_RANGES } from '@/domain/weak-limits'
import type { LimitName } from '@/domain/weak-limits'
import { migrate, schemaVersion } from '@/view/migrations'
import type { RawParams } from '@/view/migrations'

export const SCREENS = ['ranking', 'unit', 'compare', 'weak', 'data', 'report'] as const
export type Screen = (typeof SCREENS)[number]
/** The report of a block is reached from what it is about. */
export const NAVIGATION = ['ranking', 'unit', 'compare', 'weak', 'data'] as const satisfies readonly Screen[]
/** Those that a frame on another site can show. */
export const EMBEDDED_SCREENS = ['ranking', 'unit', 'compare', 'weak'] as const satisfies readonly Screen[]
export const isEmbedded = (screen: Screen): screen is (typeof EMBEDDED_SCREENS)[number] =>
  EMBEDDED_SCREENS.some((known) => known === screen)
export const LANGUAGES = ['vi', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export const LAYOUTS = ['table', 'map'] as const
export type Layout = (typeof LAYOUTS)[number]
/** Parts of a screen that has several; null: its first. */
export const SHOWS = ['slope', 'bump', 'change', 'units', 'block', 'matrix', 'by-unit', 'by-field', 'by-owner'] as const
export type Show = (typeof SHOWS)[number]
export const MAX_COMPARED_UNITS = 6
export const SORT_COLUMNS = ['rank', 'places', 'unit', 'share', 'points', 'change', 'band', 'weak'] as const
export type SortColumn = (typeof SORT_COLUMNS)[number]
export interface Sort {
  readonly column: SortColumn
  readonly descending: boolean
}

export const MAX_SEARCH_LENGTH = 200

/** One parameter of the link as text. What is not a value is null; two texts of one value do not occur. */
interface Parser<T> {
  readonly parse: (value: string) => T | null
  readonly serialize: (value: T) => string
}

const matching = (pattern: RegExp): Parser<string> => ({
  parse: (value) => (pattern.test(value) ? value : null),
  serialize: String,
})

const oneOf = <const T extends string>(known: readonly T[]): Parser<T> => ({
  parse: (value) => known.find((one) => one === value) ?? null,
  serialize: String,
})

const ID = '[a-z0-9][a-z0-9-]{0,99}'

/** An id of a package, index, block, result set or unit. */
const parseAsId = matching(new RegExp(`^${ID}$`))
/** A version of a package, as its catalog writes it. */
const parseAsVersion = matching(/^[A-Za-z0-9][\w.+-]{0,59}$/)
const parseAsPeriod = matching(/^\d{4}(-(W\d{2}|Q[1-4]|\d{2}(-\d{2})?))?$/)

const isSortColumn = (value: string): value is SortColumn => SORT_COLUMNS.some((column) => column === value)

const parseAsSort: Parser<Sort> = {
  parse: (value) => {
    const descending = value.startsWith('-')
    const column = descending ? value.slice(1) : value
    return isSortColumn(column) ? { column, descending } : null
  },
  serialize: ({ column, descending }) => `${descending ? '-' : ''}${column}`,
}

/** Units to look at side by side: ids separated by commas; one that is not an id makes the list unusable. */
const parseAsUnits: Parser<readonly string[]> = {
  parse: (value) => {
    const ids = [...new Set(value.split(','))]
    return ids.length <= MAX_COMPARED_UNITS && ids.every((id) => parseAsId.parse(id) !== null) ? ids : null
  },
  serialize: (ids) => ids.join(','),
}

/** Order of the rows of the matrix: `similar`, `weak`, `name`, or a sub-index: `field.ID` (weakest first), `-field.ID`. */
const parseAsOrder = matching(new RegExp(`^(similar|weak|name|-?field\\.${ID})$`))

const parseAsLimit = (name: LimitName): Parser<number> => ({
  parse: (value) => {
    const { min, max } = LIMIT_RANGES[name]
    return /^\d(\.\d{1,4})?$/.test(value) && Number(value) >= min && Number(value) <= max ? Number(value) : null
  },
  serialize: String,
})

const parseAsSearch: Parser<string> = {
  parse: (value) => value.slice(0, MAX_SEARCH_LENGTH),
  serialize: String,
}

/** The one schema of the link, in the order in which parameters are written. */
const viewParsers: { readonly [K in keyof View]: Parser<NonNullable<View[K]>> } = {
  screen: oneOf(SCREENS),
  package: parseAsId,
  version: parseAsVersion,
  index: parseAsId,
  period: parseAsPeriod,
  block: parseAsId,
  set: parseAsId,
  before: parseAsPeriod,
  unit: parseAsId,
  figure: parseAsId,
  units: parseAsUnits,
  show: oneOf(SHOWS),
  order: parseAsOrder,
  absolute: parseAsLimit('absolute'),
  deviations: parseAsLimit('deviations'),
  quantile: parseAsLimit('quantile'),
  fall: parseAsLimit('fall'),
  sort: parseAsSort,
  q: parseAsSearch,
  as: oneOf(LAYOUTS),
  lang: oneOf(LANGUAGES),
}

/** What is looked at, as asked for; null: whatever the package has first (see `resolve-view.ts`). */
export interface View {
  readonly screen: Screen
  readonly package: string | null
  /** The version of the package that the link was made for; null: whatever the host has. */
  readonly version: string | null
  readonly index: string | null
  readonly period: string | null
  readonly block: string | null
  readonly set: string
  /** The period to compare with; null: the one before. */
  readonly before: string | null
  /** The unit of the scorecard, or the one that is brought out among the others. */
  readonly unit: string | null
  /** The figure of that unit that the link leads to: a sub-index, or `total`. */
  readonly figure: string | null
  readonly units: readonly string[]
  readonly show: Show | null
  readonly order: string | null
  /** Thresholds of weakness; null: the package's. */
  readonly absolute: number | null
  readonly deviations: number | null
  readonly quantile: number | null
  readonly fall: number | null
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
  version: null,
  index: null,
  period: null,
  block: null,
  set: MAIN_SET,
  before: null,
  unit: null,
  figure: null,
  units: [],
  show: null,
  order: null,
  absolute: null,
  deviations: null,
  quantile: null,
  fall: null,
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
    version: read('version', viewParsers.version, null),
    index: read('index', viewParsers.index, null),
    period: read('period', viewParsers.period, null),
    block: read('block', viewParsers.block, null),
    set: read('set', viewParsers.set, DEFAULT_VIEW.set),
    before: read('before', viewParsers.before, null),
    unit: read('unit', viewParsers.unit, null),
    figure: read('figure', viewParsers.figure, null),
    units: read('units', viewParsers.units, DEFAULT_VIEW.units),
    show: read('show', viewParsers.show, null),
    order: read('order', viewParsers.order, null),
    absolute: read('absolute', viewParsers.absolute, null),
    deviations: read('deviations', viewParsers.deviations, null),
    quantile: read('quantile', viewParsers.quantile, null),
    fall: read('fall', viewParsers.fall, null),
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

/** Letters stay legible in the link; half of a surrogate pair, which a cut search may end with, cannot be escaped. */
const escape = (text: string) =>
  text.replaceAll(/[^\p{L}\p{M}\p{N}\p{Cs},._-]/gu, (sign) => (sign === ' ' ? '+' : encodeURIComponent(sign)))

function written(view: View, name: ViewParam): string | null {
  // Value and parser have the same name, which a union of all of them does not know.
  const { serialize } = viewParsers[name] as Parser<unknown>
  const [text, usual] = [view, DEFAULT_VIEW].map(({ [name]: value }) => (value === null ? null : serialize(value)))
  return text === usual ? null : (text ?? null)
}

/** The query of a link (`''` or `?index=dti&v=1`): only what differs from the default, and then the version. */
export function serializeView(view: View): string {
  const parts = VIEW_PARAMS.flatMap((name) => {
    const text = written(view, name)
    return text === null ? [] : `${name}=${escape(text)}`
  })
  return parts.length === 0 ? '' : `?${parts.join('&')}&v=${schemaVersion()}`
}

/** Every parameter as text, null where it is not written. */
export function writeView(view: View): Readonly<Record<string, string | null>> {
  const params = new URLSearchParams(serializeView(view))
  return Object.fromEntries([...VIEW_PARAMS, 'v'].map((name) => [name, params.get(name)]))
}

/** The same figures on another screen: what belongs to one screen only (search, order, thresholds, …) is left behind. */
export function onScreen(view: View, screen: Screen, unit: string | null = view.unit): View {
  const { package: pack, version, index, period, block, set, lang } = view
  return { ...DEFAULT_VIEW, package: pack, version, index, period, block, set, lang, screen, unit }
}
