import { QueryClient } from '@tanstack/react-query'
import { unzipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { fetchCatalog } from '@/app/host-files'
import { emptyStore } from '@/app/kept-store'
import { createOwnPackages } from '@/app/own-packages'
import { packageList } from '@/app/packages'
import type { Catalog } from '@/domain/catalog'
import type { FilePackage } from '@/domain/open-package'
import { readPackage } from '@/import/package/read-package'
import { tableFile } from '@/import/package/write-package'
import { TABLE_NAMES } from '@/domain/tables'
import type { OpenFileRequest } from '@/queries/open-file'
import { keptQuery } from '@/queries/own-packages'
import { packagesQuery } from '@/queries/packages'

const BASE = 'tp-hcm-mau'

/** A tab of the site, on the packages that ship. */
async function openTab() {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  let catalog = await fetchCatalog()
  queryClient.setQueryData(packagesQuery.queryKey, packageList(catalog))
  const forgotten: string[] = []
  const own = createOwnPackages({
    queryClient,
    deployed: async () => catalog,
    onHost: async (id) => catalog.packages.find((entry) => entry.id === id)!,
    forget: async (id) => {
      forgotten.push(id)
    },
  })
  queryClient.setQueryDefaults(keptQuery.queryKey, { queryFn: () => own.readKept() })
  await queryClient.query(keptQuery)
  return {
    own,
    forgotten,
    /** Someone publishes another version of the base. */
    raise: (version: string) => {
      const packages = catalog.packages.map((entry) => (entry.id === BASE ? { ...entry, version } : entry))
      catalog = { ...catalog, packages }
    },
    files: () =>
      (queryClient.getQueryData(packagesQuery.queryKey)?.packages ?? []).filter(
        (entry): entry is FilePackage => entry.origin === 'file',
      ),
    kept: () => queryClient.getQueryData(keptQuery.queryKey),
  }
}
type Tab = Awaited<ReturnType<typeof openTab>>

const request = (file: File, more: Partial<OpenFileRequest> = {}): OpenFileRequest => ({
  file,
  basePackageId: BASE,
  into: null,
  replaces: null,
  overlap: 'ask',
  answers: {},
  earlier: [],
  useMemory: true,
  onProgress: () => undefined,
  signal: new AbortController().signal,
  ...more,
})

const csv = (name: string, text: string, lastModified = 1) => new File([text], name, { lastModified })
const year = (period: string, ...rows: readonly (readonly [unit: string, score: string])[]) =>
  `Chỉ số;Kỳ;Khối;Đơn vị;Tổng điểm;Điểm tối đa\n${rows
    .map(([unit, score]) => `PAR Index;${period};Sở, ban, ngành;${unit};${score};100\n`)
    .join('')}`

async function open(tab: Tab, ...given: Parameters<typeof request>): Promise<string> {
  const result = await tab.own.openFile(request(...given))
  if (result.outcome !== 'opened') throw new Error(JSON.stringify(result))
  return result.packageId
}

async function tablesOf(tab: Tab, packageId: string) {
  const files = await tab.own.filesOf(packageId)
  const bytes = await Promise.all(
    TABLE_NAMES.map(async (table) => [tableFile(table), new Uint8Array(await files[table].arrayBuffer())] as const),
  )
  const { tables } = readPackage(new Map(bytes))
  if (tables === null) throw new Error('unreadable')
  return tables
}

const totals = async (tab: Tab, packageId: string, period: string) =>
  (await tablesOf(tab, packageId)).results
    .filter((row) => row.index_id === 'par' && row.period === period && row.block_id === 'departments')
    .map(({ total_score }) => total_score)

const base = document.createElement('base')
beforeAll(() => {
  base.href = '/'
  document.head.append(base)
})
afterAll(() => base.remove())
beforeEach(() => emptyStore())
afterEach(() => emptyStore())

test('files that are opened one after the other lie in one package, each on what was there before', async () => {
  const tab = await openTab()
  const first = csv('2026.csv', year('2026', ['Sở Y tế', '88,5']))
  const id = await open(tab, first, { into: BASE })
  expect(await open(tab, csv('2027.csv', year('2027', ['Sở Y tế', '90'])), { into: id, replaces: id })).toBe(id)
  expect(tab.forgotten).toEqual([id])
  const [entry, ...others] = tab.files()
  expect(others).toEqual([])
  expect(entry).toMatchObject({
    name_vi: 'TP.HCM (minh hoạ) + 2026 +1',
    fileName: '2026.csv, 2027.csv',
    status: 'illustrative',
    over: { id: BASE },
    kept: false,
  })
  expect(entry?.readings.map(({ editions, sources }) => [editions[0]?.period, sources])).toEqual([
    ['2026', ['file']],
    ['2027', ['file-2']],
  ])
  expect(await totals(tab, id, '2026')).toEqual([88.5])
  expect(await totals(tab, id, '2027')).toEqual([90])
  expect((await totals(tab, id, '2025')).length).toBeGreaterThan(10)
})

test('the same file read again takes the place of its first reading, and does not lie on itself', async () => {
  const tab = await openTab()
  const id = await open(tab, csv('2026.csv', year('2026', ['Sở Y tế', '88,5'])), { into: BASE })
  const next = csv('2027.csv', year('2027', ['Sở Y tế', '90']))
  await open(tab, next, { into: id, replaces: id })
  await open(tab, next, { into: id, replaces: id, answers: { 'cell:E2': '91' } })
  expect(await totals(tab, id, '2027')).toEqual([91])
  expect(tab.files()[0]?.readings).toHaveLength(2)
})

test('a published year is asked about, then replaced or kept as the viewer says', async () => {
  const tab = await openTab()
  const file = csv('2025.csv', year('2025', ['Sở Y tế', '99,5']))
  const asked = await tab.own.openFile(request(file, { into: BASE }))
  expect(asked).toMatchObject({
    outcome: 'overlaps',
    editions: [{ index: 'par', period: '2025', block: 'departments', set: 'main' }],
  })
  expect(tab.files()).toEqual([])
  const replaced = await open(tab, file, { into: BASE, overlap: 'replace' })
  expect(await totals(tab, replaced, '2025')).toEqual([99.5])
  const kept = await open(tab, file, { into: BASE, overlap: 'keep', replaces: replaced })
  expect(kept).toBe(replaced)
  expect((await totals(tab, kept, '2025')).length).toBeGreaterThan(10)
  expect(tab.files()[0]?.readings[0]).toMatchObject({ editions: [], replaced: [] })
})

test('a kept package is there in the next tab, with its file as its source; what is shown is what is kept', async () => {
  const tab = await openTab()
  const file = csv('2026.csv', year('2026', ['Sở Y tế', '88,5']))
  const id = await open(tab, file, { into: BASE })
  expect(await tab.own.keep(id)).toEqual({ outcome: 'stored', packageId: id })
  await open(tab, file, { into: BASE, replaces: id, answers: { 'cell:E2': '77' } })
  const next = await openTab()
  expect(next.files()).toEqual([{ ...tab.files()[0], kept: true }])
  expect(await totals(next, id, '2026')).toEqual([77])
  // The next file in that tab gets an id of its own.
  expect(await open(next, csv('x.csv', year('2026', ['Sở Y tế', '1'])))).not.toBe(id)
  await next.own.release(id)
  expect((await openTab()).files()).toEqual([])
  expect(next.files().map(({ kept }) => kept)).toEqual([false, false])
})

test('what two tabs keep under the same id stays two packages', async () => {
  const [one, two] = [await openTab(), await openTab()]
  const a = await open(one, csv('a.csv', year('2026', ['Sở Y tế', '1'])))
  const b = await open(two, csv('b.csv', year('2026', ['Sở Y tế', '2'])))
  expect(a).toBe(b)
  await one.own.keep(a)
  const { outcome, packageId } = await two.own.keep(b)
  expect(outcome).toBe('stored')
  expect(packageId).not.toBe(b)
  const next = await openTab()
  expect(await totals(next, a, '2026')).toEqual([1])
  expect(await totals(next, packageId, '2026')).toEqual([2])
})

test('a reading is remembered for the file of the next year, its period is not', async () => {
  const tab = await openTab()
  const wide = (period: string, score: string) => csv(`${period}.csv`, `Tên cơ quan;Điểm ${period}\nSở Y tế;${score}\n`)
  const answers = { index: 'par', block: 'departments', 'column:B': 'total', 'max:B': '100' } as const
  const file = wide('2026', '88,5')
  const first = await tab.own.openFile(request(file, { answers: { ...answers, period: '2026' } }))
  expect(first.outcome).toBe('opened')
  expect(first.remembered).toEqual({})
  const { reading } = first
  const remembering = { fileName: file.name, reading, answers: { ...answers, period: '2026' } }
  expect(await tab.own.remember(remembering)).toBe('stored')
  expect(tab.kept()?.memories).toEqual(['2026.csv'])

  const next = await openTab()
  const second = await next.own.openFile(request(wide('2027', '90'), { answers: { period: '2027' } }))
  expect(second.remembered).toEqual(answers)
  if (second.outcome !== 'opened') throw new Error(JSON.stringify(second))
  expect(await totals(next, second.packageId, '2027')).toEqual([90])
  // Undone: the file is asked about as if nothing were remembered.
  const undone = await next.own.openFile(request(wide('2027', '90'), { answers: { period: '2027' }, useMemory: false }))
  expect(undone.outcome).toBe('needs-answer')
  expect(undone.remembered).toEqual({})
})

test('what was said about a file holds for the next of its shape in the same drop, and is kept nowhere', async () => {
  const tab = await openTab()
  const wide = (name: string, score: string) => csv(name, `Tên cơ quan;Điểm\nSở Y tế;${score}\n`)
  const answers = { index: 'par', block: 'departments', 'column:B': 'total', 'max:B': '100' } as const
  const first = await tab.own.openFile(request(wide('a.csv', '88,5'), { answers: { ...answers, period: '2026' } }))
  const earlier = [{ fileName: 'a.csv', reading: first.reading, answers: { ...answers, period: '2026' } }]
  const second = await tab.own.openFile(request(wide('b.csv', '90'), { earlier }))
  expect(second).toMatchObject({
    outcome: 'needs-answer',
    questions: [{ id: 'period' }],
    remembered: answers,
    like: { fileName: 'a.csv', isKept: false },
  })
  expect(tab.kept()?.memories).toEqual([])
})

test('figures that an own file has already are that file’s; where they are the same nothing is asked', async () => {
  const tab = await openTab()
  const id = await open(tab, csv('a.csv', year('2026', ['Sở Y tế', '88,5'], ['Sở Tư pháp', '90'])), { into: BASE })
  const place = { into: id, replaces: id } as const
  const edition = { index: 'par', period: '2026', block: 'departments', fileName: 'a.csv' }
  const other = await tab.own.openFile(request(csv('b.csv', year('2026', ['Sở Y tế', '88'])), place))
  expect(other).toMatchObject({ outcome: 'overlaps', editions: [{ ...edition, isSame: false }] })
  const same = year('2026', ['Sở Tư pháp', '90,0'], ['Sở Y tế', '88,50'])
  const again = await tab.own.openFile(request(csv('c.csv', same), place))
  expect(again).toMatchObject({ outcome: 'opened', packageId: id, alreadyThere: [{ ...edition, isSame: true }] })
  expect(await totals(tab, id, '2026')).toEqual([88.5, 90])
})

test('what is published is the package below with the new figures in it, as its next version', async () => {
  const tab = await openTab()
  const id = await open(tab, csv('2026.csv', year('2026', ['Sở Y tế', '88,5'])), { into: BASE })
  const wanted = { packageId: id, name: 'TP.HCM', nameEn: 'HCMC', decision: '1/QĐ', publishedOn: '2027-01-31' } as const
  const published = await tab.own.publish({ ...wanted, as: 'in-place', status: 'official' })
  if (published.outcome !== 'made') throw new Error(JSON.stringify(published))
  expect(published.folder).toBe(BASE)
  const files = unzipSync(new Uint8Array(await published.zip.arrayBuffer()))
  const text = (name: string) => new TextDecoder().decode(files[name])
  const { packages } = JSON.parse(text('catalog.json')) as Catalog
  expect(packages.map((entry) => entry.id)).toEqual((await fetchCatalog()).packages.map((entry) => entry.id))
  expect(packages.find((entry) => entry.id === BASE)).toMatchObject({ name_vi: 'TP.HCM', status: 'illustrative' })
  expect(text(`${BASE}/editions.csv`)).toMatch(
    /^par,2026,2026-12-31,departments,main,,,[^,]+,official,2027-01-31,file,/m,
  )
  expect(text(`${BASE}/sources.csv`)).toContain('file,1/QĐ,2026.csv,,2027-01-31,')
  // The licence and the log of the package below stay.
  expect(text(`${BASE}/datapackage.json`)).toContain('CC0-1.0')
  expect(text(`${BASE}/CHANGELOG.md`)).toMatch(/`2026\.csv`[^]*## 2026/)
  expect(Object.keys(files)).toHaveLength(TABLE_NAMES.length + 4)
})

test('a package of its own never takes the id of another, nor one that means a file', async () => {
  const tab = await openTab()
  const id = await open(tab, csv('2026.csv', year('2026', ['Sở Y tế', '88,5'])))
  const folderOf = async (name: string) => {
    const published = await tab.own.publish({
      packageId: id,
      as: 'new',
      name,
      nameEn: name,
      status: 'provisional',
      decision: '',
      publishedOn: '',
    })
    if (published.outcome !== 'made') throw new Error(JSON.stringify(published))
    return published.folder
  }
  expect(await folderOf('TP HCM')).toBe('tp-hcm-2')
  expect(await folderOf('File 1')).toBe('goi-file-1')
  expect(await folderOf('__proto__')).toMatch(/^[a-z0-9][a-z0-9-]*$/)
})

test('a package whose ground has a newer version on the host is not published over it', async () => {
  const tab = await openTab()
  const id = await open(tab, csv('2026.csv', year('2026', ['Sở Y tế', '88,5'])), { into: BASE })
  tab.raise('2099.1.1')
  const request = { packageId: id, as: 'in-place', name: 'x', nameEn: 'x', decision: '', publishedOn: '' } as const
  expect(await tab.own.publish({ ...request, status: 'official' })).toMatchObject({
    outcome: 'outdated',
    published: '2099.1.1',
  })
})

test('deleting everything takes what is kept, what is open and what is remembered, and says so', async () => {
  const tab = await openTab()
  const id = await open(tab, csv('a.csv', year('2026', ['Sở Y tế', '1'])))
  await tab.own.keep(id)
  await open(tab, csv('b.csv', year('2026', ['Sở Y tế', '2'])))
  const result = await tab.own.openFile(request(csv('c.csv', 'Đơn vị;Điểm\nSở Y tế;1\n')))
  await tab.own.remember({ fileName: 'c.csv', reading: result.reading, answers: { index: 'par' } })
  expect(await tab.own.deleteEverything()).toEqual({ packages: ['a', 'b'], memories: 1, unreadable: 0 })
  expect(tab.files()).toEqual([])
  expect(tab.kept()).toMatchObject({ memories: [], deleted: { packages: ['a', 'b'] } })
  // A link to what was deleted does not lead to the next file.
  expect(await open(tab, csv('d.csv', year('2026', ['Sở Y tế', '3'])))).toBe('file-3')
  const next = await openTab()
  expect(next.files()).toEqual([])
  expect(next.kept()?.memories).toEqual([])
})
