import { describe, expect, it } from 'vitest'
import type { OpenPackage } from '@/domain/open-package'
import { resolveEdition, resolvePackage, switchEdition } from '@/view/resolve-view'
import type { EditionName } from '@/view/resolve-view'
import { DEFAULT_VIEW } from '@/view/view-state'

const edition = (indexId: string, period: string, blockId: string, resultSet = 'main'): EditionName => ({
  indexId,
  period,
  blockId,
  resultSet,
})

/** As the question `editions` gives them: by index, block, newest period first. */
const EDITIONS: readonly EditionName[] = [
  edition('par', '2025', 'departments'),
  edition('par', '2024', 'departments'),
  edition('par', '2024', 'districts'),
  edition('par', '2023', 'districts'),
  edition('par', '2025', 'communes'),
  edition('dti', '2024', 'departments'),
  edition('dti', '2024', 'departments', 'with-services'),
  edition('dti', '2023', 'departments'),
]

const shown = (view: Partial<typeof DEFAULT_VIEW>) => resolveEdition({ ...DEFAULT_VIEW, ...view }, EDITIONS)

const pack = (id: string): OpenPackage => ({
  id,
  folder: id,
  name_vi: id,
  name_en: id,
  description_vi: '',
  description_en: '',
  version: '1',
  status: 'official',
  origin: 'shipped',
})

describe('the edition shown', () => {
  it('is the latest of the first block of the first index where nothing is asked for', () => {
    expect(shown({})).toEqual({ value: EDITIONS[0], notices: [] })
  })

  it('of a period alone is the first block that has it', () => {
    expect(shown({ period: '2023' })).toEqual({ value: edition('par', '2023', 'districts'), notices: [] })
  })

  it('keeps the block and takes its latest period where the block has no such period', () => {
    const used = edition('par', '2024', 'districts')
    expect(shown({ block: 'districts', period: '2025' })).toEqual({
      value: used,
      notices: [{ kind: 'not-together', param: 'period', value: '2025', used }],
    })
  })

  it('says which block an index does not have, and what is unknown altogether', () => {
    const used = edition('dti', '2024', 'departments')
    expect(shown({ index: 'dti', block: 'communes' }).notices).toEqual([
      { kind: 'not-together', param: 'block', value: 'communes', used },
    ])
    expect(shown({ index: 'dti', block: 'nowhere', period: '1999' }).notices).toEqual([
      { kind: 'unknown-value', param: 'block', value: 'nowhere', used },
      { kind: 'unknown-value', param: 'period', value: '1999', used },
    ])
  })

  it('can be another result set of the same block and period', () => {
    expect(shown({ index: 'dti', set: 'with-services' }).value).toEqual(
      edition('dti', '2024', 'departments', 'with-services'),
    )
    expect(shown({ index: 'dti', period: '2023', set: 'with-services' })).toMatchObject({
      value: edition('dti', '2023', 'departments'),
      notices: [{ kind: 'not-together', param: 'set', value: 'with-services' }],
    })
  })

  it('does not exist in an empty package', () => {
    expect(resolveEdition(DEFAULT_VIEW, [])).toEqual({ value: null, notices: [] })
  })
})

describe('a switch', () => {
  it('of the index keeps period and block where the index has them, with the shortest link', () => {
    const after = switchEdition({ ...DEFAULT_VIEW, period: '2024' }, EDITIONS, { index: 'dti' })
    expect(after).toEqual({ ...DEFAULT_VIEW, index: 'dti' })
  })

  it('of the index says that the period it was at is not there', () => {
    const after = switchEdition(DEFAULT_VIEW, EDITIONS, { index: 'dti' })
    const used = edition('dti', '2024', 'departments')
    expect(resolveEdition(after, EDITIONS)).toEqual({
      value: used,
      notices: [{ kind: 'unknown-value', param: 'period', value: '2025', used }].map((notice) => ({
        ...notice,
        kind: 'not-together',
      })),
    })
  })

  it('back gives the first view again', () => {
    const there = switchEdition(DEFAULT_VIEW, EDITIONS, { block: 'communes' })
    expect(there).toEqual({ ...DEFAULT_VIEW, block: 'communes' })
    expect(switchEdition(there, EDITIONS, { block: 'departments' })).toEqual(DEFAULT_VIEW)
  })

  it('of the period leaves a result set of another period behind', () => {
    const view = { ...DEFAULT_VIEW, index: 'dti', set: 'with-services' }
    expect(switchEdition(view, EDITIONS, { period: '2023' })).toEqual({
      ...DEFAULT_VIEW,
      index: 'dti',
      period: '2023',
    })
  })
})

describe('the package shown', () => {
  const list = { defaultId: 'b', packages: [pack('a'), pack('b')] }

  it('is the default one unless the link names another', () => {
    expect(resolvePackage(DEFAULT_VIEW, list).value?.id).toBe('b')
    expect(resolvePackage({ ...DEFAULT_VIEW, package: 'a' }, list)).toMatchObject({ value: { id: 'a' }, notices: [] })
  })

  it('is the default one, with a notice, where the link names one that is not there', () => {
    expect(resolvePackage({ ...DEFAULT_VIEW, package: 'gone' }, list)).toMatchObject({
      value: { id: 'b' },
      notices: [{ kind: 'unknown-package', value: 'gone', used: 'b' }],
    })
  })
})
