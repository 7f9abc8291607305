import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  dropPackage,
  emptyStore,
  readStore,
  StoreFailure,
  storedIds,
  storeMemory,
  storePackage,
} from '@/app/kept-store'
import type { KeptPackage } from '@/app/kept-store'
import type { FileReading } from '@/domain/open-package'
import type { Problem } from '@/domain/problem'
import { TABLE_NAMES } from '@/domain/tables'
import type { TableName } from '@/domain/tables'
import type { Memory } from '@/import/remembered-answers'

const NAME = `reform-index-board ${new URL('.', document.baseURI).pathname}`

const EDITION = { index: 'par', period: '2024', block: 'districts', set: 'official' }
const READING: FileReading = {
  fileName: 'a.csv',
  openedAt: '2026-01-01T00:00:00.000Z',
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ';',
  sheet: null,
  range: 'A1:C5',
  form: 'wide',
  columns: [{ letter: 'A', header: 'Đơn vị', role: 'unit' }],
  rowCount: 4,
  unitCount: 4,
  problemCounts: { 'row-aside': 1 },
  sources: ['file'],
  editions: [EDITION],
  replaced: [EDITION],
  answers: {},
}
const PROBLEM: Problem = {
  kind: 'date-for-number',
  severity: 'error',
  file: 'a.csv',
  row: 5,
  column: 'C',
  value: '13/05/2024',
  expected: null,
  fix: { id: 'cell:C5', value: '13.5' },
}

const kept = (id: string, text = ''): KeptPackage => ({
  entry: {
    origin: 'file',
    id,
    name_vi: 'Tên <b>',
    name_en: 'Name',
    description_vi: '',
    description_en: '',
    version: '',
    status: 'published-in-part',
    fileName: '__proto__.csv',
    over: null,
    readings: [READING],
    kept: false,
    problems: [PROBLEM],
    problemCounts: { 'date-for-number': 1 },
  },
  tables: Object.fromEntries(TABLE_NAMES.map((table) => [table, new Blob([`${table}${text}`])])) as Record<
    TableName,
    Blob
  >,
})

const memory = (shape: string): Memory => ({
  shape,
  form: 'wide',
  sheet: null,
  answers: [['index', 'par']],
  columns: [],
  fileName: `${shape}.csv`,
  savedAt: '2026-01-01T00:00:00.000Z',
})

/** Puts into a store of the database what no version of this site would. */
function tamper(store: 'packages' | 'memories', record: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME)
    request.addEventListener('success', () => {
      const transaction = request.result.transaction(store, 'readwrite')
      transaction.objectStore(store).put(record)
      transaction.addEventListener('complete', () => {
        request.result.close()
        resolve()
      })
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
    })
  })
}

const databases = async () => (await indexedDB.databases()).map(({ name }) => name)

beforeEach(() => emptyStore())
afterEach(() => emptyStore())

test('looking leaves nothing on the machine', async () => {
  await expect.poll(databases).not.toContain(NAME)
  expect(await readStore()).toEqual({ packages: [], memories: [], unreadable: [] })
  expect(await storedIds()).toEqual([])
  await dropPackage('file-1')
  expect(await databases()).not.toContain(NAME)
})

test('a kept package comes back as it was, under its id', async () => {
  await storePackage(kept('file-7', 'ố'), true)
  const { packages, unreadable } = await readStore()
  expect(unreadable).toEqual([])
  expect(packages.map(({ entry }) => entry)).toEqual([{ ...kept('file-7').entry, kept: true }])
  expect(await packages[0]?.tables.scores.text()).toBe('scoresố')
  expect(await storedIds()).toEqual(['file-7'])
})

test('two tabs cannot keep different packages under one id; the same one is replaced', async () => {
  await storePackage(kept('file-1', 'a'), true)
  const taken = storePackage(kept('file-1', 'b'), true)
  await expect(taken).rejects.toBeInstanceOf(StoreFailure)
  await expect(taken).rejects.toHaveProperty('reason', 'taken')
  expect(await (await readStore()).packages[0]?.tables.units.text()).toBe('unitsa')
  await storePackage(kept('file-1', 'c'), false)
  expect(await (await readStore()).packages[0]?.tables.units.text()).toBe('unitsc')
})

test('of one shape the last reading is remembered', async () => {
  await storeMemory(memory('a'))
  await storeMemory(memory('b'))
  await storeMemory({ ...memory('a'), form: 'long' })
  const { memories } = await readStore()
  expect(memories.map(({ shape, form }) => [shape, form])).toEqual([
    ['a', 'long'],
    ['b', 'wide'],
  ])
})

test('records that are broken or of another version are named and skipped; the others are read', async () => {
  await storePackage(kept('file-1'), true)
  await storeMemory(memory('a'))
  const { entry, tables } = kept('file-2')
  await tamper('packages', { id: 'file-2', recordVersion: 99, entry, tables })
  await tamper('packages', { id: 'file-3', recordVersion: 1, entry: { ...entry, id: 'file-3' }, tables: {} })
  await tamper('packages', { id: 'file-4', recordVersion: 1, entry: { ...entry, id: 'tp-hcm' }, tables })
  await tamper('packages', { id: 'x' })
  await tamper('memories', { shape: 'b', recordVersion: 1, memory: { ...memory('b'), answers: 'index' } })
  const { packages, memories, unreadable } = await readStore()
  expect(packages.map((each) => each.entry.id)).toEqual(['file-1'])
  expect(memories.map(({ shape }) => shape)).toEqual(['a'])
  expect(unreadable).toEqual(['__proto__.csv', '__proto__.csv', '__proto__.csv', 'x', 'b.csv'])
  // Ids of what cannot be read are taken all the same.
  expect(await storedIds()).toEqual(['file-1', 'file-2', 'file-3', 'file-4', 'x'])
})

test.each(['editions', 'columns', 'replaced', 'problemCounts'])(
  'a reading of an older build, without its %s, does not get through',
  async (field) => {
    const { entry, tables } = kept('file-1')
    await storePackage(kept('file-1'), true)
    const older = Object.fromEntries(Object.entries(READING).filter(([name]) => name !== field))
    await tamper('packages', {
      id: 'file-1',
      recordVersion: 1,
      entry: { ...entry, readings: [READING, older] },
      tables,
    })
    expect(await readStore()).toEqual({ packages: [], memories: [], unreadable: ['__proto__.csv'] })
  },
)

test('deleting everything leaves no database behind', async () => {
  await storePackage(kept('file-1'), true)
  await storeMemory(memory('a'))
  expect(await databases()).toContain(NAME)
  await emptyStore()
  expect(await readStore()).toEqual({ packages: [], memories: [], unreadable: [] })
  await expect.poll(databases).not.toContain(NAME)
})
