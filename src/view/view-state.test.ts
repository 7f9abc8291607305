import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { migrate } from '@/view/migrations'
import {
  DEFAULT_VIEW,
  LANGUAGES,
  LAYOUTS,
  SCREENS,
  SHOWS,
  SORT_COLUMNS,
  onScreen,
  parseView,
  serializeView,
  writeView,
} from '@/view/view-state'
import type { View } from '@/view/view-state'

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/)
const period = fc.oneof(
  fc.integer({ min: 1990, max: 2100 }).map(String),
  fc.constantFrom('2025-W47', '2026-Q3', '2026-10', '2026-10-10'),
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const view: fc.Arbitrary<View> = fc.record({
  screen: fc.constantFrom(...SCREENS),
  package: maybe(id),
  version: maybe(fc.stringMatching(/^[A-Za-z0-9][\w.+-]{0,20}$/)),
  index: maybe(id),
  period: maybe(period),
  block: maybe(id),
  set: fc.oneof(fc.constant('main'), id),
  before: maybe(period),
  unit: maybe(id),
  figure: maybe(id),
  units: fc.uniqueArray(id, { maxLength: 6 }),
  show: maybe(fc.constantFrom(...SHOWS)),
  order: maybe(
    fc.oneof(
      fc.constantFrom('similar', 'weak', 'name'),
      id.map((field) => `-field.${field}`),
    ),
  ),
  absolute: maybe(fc.integer({ min: 0, max: 100 }).map((n) => n / 100)),
  deviations: maybe(fc.integer({ min: 0, max: 50 }).map((n) => n / 10)),
  quantile: maybe(fc.integer({ min: 0, max: 50 }).map((n) => n / 100)),
  fall: maybe(fc.integer({ min: 1, max: 1000 }).map((n) => n / 1000)),
  sort: maybe(fc.record({ column: fc.constantFrom(...SORT_COLUMNS), descending: fc.boolean() })),
  q: fc.string({ maxLength: 40, unit: 'grapheme' }),
  as: fc.constantFrom(...LAYOUTS),
  lang: fc.constantFrom(...LANGUAGES),
})

describe('the link', () => {
  it('says the same view that it was written from, whatever the view', () => {
    fc.assert(
      fc.property(view, (written) => {
        const { view: read, notices } = parseView(serializeView(written))
        expect(read).toEqual(written)
        expect(notices).toEqual([])
      }),
    )
  })

  it('falls back and says so for a threshold out of its range, and for a list of too many units', () => {
    for (const search of [
      'absolute=1.2',
      'absolute=-1',
      'absolute=NaN',
      'deviations=9',
      'quantile=0.9',
      'fall=0',
      'fall=1e-9',
      'units=a,b,c,d,e,f,g',
      "units=a,'b",
    ]) {
      const { view: read, notices } = parseView(`?${search}`)
      expect(read).toEqual(DEFAULT_VIEW)
      expect(notices).toMatchObject([{ kind: 'invalid-param', param: search.split('=')[0] }])
    }
  })

  it('never fails to be read, whatever someone typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (search) => {
        expect(parseView(search).view.screen).toBeTypeOf('string')
      }),
    )
  })

  it('is empty for the default view, and says nothing that is default', () => {
    expect(serializeView(DEFAULT_VIEW)).toBe('')
    expect(serializeView({ ...DEFAULT_VIEW, index: 'dti' })).toBe('?index=dti&v=1')
    expect(serializeView({ ...DEFAULT_VIEW, sort: { column: 'points', descending: true }, q: 'gò vấp' })).toBe(
      '?sort=-points&q=gò+vấp&v=1',
    )
  })

  it('clears what became default again', () => {
    expect(writeView({ ...DEFAULT_VIEW, index: 'dti' })).toMatchObject({ index: 'dti', period: null, v: '1' })
    expect(Object.values(writeView(DEFAULT_VIEW)).every((value) => value === null)).toBe(true)
  })

  it('falls back with a notice that names the value and what is used instead', () => {
    const { view: read, notices } = parseView('?screen=plan&period=last&sort=-size&index=DTI')
    expect(read).toEqual(DEFAULT_VIEW)
    expect(notices).toEqual([
      { kind: 'invalid-param', param: 'screen', value: 'plan', used: 'ranking' },
      { kind: 'invalid-param', param: 'index', value: 'DTI', used: null },
      { kind: 'invalid-param', param: 'period', value: 'last', used: null },
      { kind: 'invalid-param', param: 'sort', value: '-size', used: null },
    ])
  })

  it('takes the first of two values and no name from the prototype', () => {
    expect(parseView('?index=par&index=dti').view.index).toBe('par')
    expect(parseView('?__proto__=x&constructor=y').view).toEqual(DEFAULT_VIEW)
  })

  it('of a later version than this page is read as far as it can be, with a notice', () => {
    const { view: read, notices } = parseView('?index=dti&v=7')
    expect(read.index).toBe('dti')
    expect(notices).toEqual([{ kind: 'invalid-param', param: 'v', value: '7', used: '1' }])
  })

  it('to another screen keeps the figures and leaves search, order and layout behind', () => {
    const from: View = { ...DEFAULT_VIEW, index: 'dti', period: '2024', q: 'y', as: 'map', lang: 'en' }
    expect(onScreen(from, 'unit', 'so-y-te')).toEqual({
      ...DEFAULT_VIEW,
      screen: 'unit',
      index: 'dti',
      period: '2024',
      unit: 'so-y-te',
      lang: 'en',
    })
  })
})

describe('links of earlier versions', () => {
  const renamed = ({ chiso, ...rest }: Readonly<Record<string, string>>) => ({
    ...rest,
    ...(chiso && { index: chiso }),
  })
  const upper = (params: Readonly<Record<string, string>>) => ({ ...params, block: `${params['block']}-2` })

  it('pass through every migration after their version, in order', () => {
    expect(migrate({ chiso: 'dti', block: 'x' }, 1, [renamed, upper])).toEqual({ index: 'dti', block: 'x-2' })
    expect(migrate({ chiso: 'dti', block: 'x' }, 2, [renamed, upper])).toEqual({ chiso: 'dti', block: 'x-2' })
    expect(migrate({ block: 'x' }, 3, [renamed, upper])).toEqual({ block: 'x' })
  })

  it('without a version are of the present one', () => {
    expect(migrate({ block: 'x' }, null, [renamed, upper])).toEqual({ block: 'x' })
  })
})
