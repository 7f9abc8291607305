import type { QueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { fetchText, packagePath } from '@/app/host-files'
import {
  dropPackage,
  emptyStore,
  onChangeElsewhere,
  readStore,
  StoreFailure,
  storedIds,
  storeMemory,
  storePackage,
} from '@/app/kept-store'
import type { Catalog, CatalogEntry } from '@/domain/catalog'
import { Failure } from '@/domain/failure'
import { fileId, isFileId } from '@/domain/open-package'
import type { FilePackage, FileReading } from '@/domain/open-package'
import type { ProblemKind } from '@/domain/problem'
import type { TableName } from '@/domain/tables'
import { openInWorker } from '@/import/open-in-worker'
import { DEFINITION_TABLES } from '@/import/opening'
import type { Answers, BaseDefinitions, OpenedFile } from '@/import/opening'
import { mergeInWorker, publishInWorker } from '@/import/package/package-in-worker'
import { DESCRIPTOR_FILE, tableFile } from '@/import/package/write-package'
import type { PackageMeta } from '@/import/package/write-package'
import { applyRemembered, memoryFor, rememberedAnswers } from '@/import/remembered-answers'
import type { Memory } from '@/import/remembered-answers'
import { takeSlug } from '@/import/text-keys'
import type { OpenedInWorker } from '@/import/worker-messages'
import type { OpenFileRequest, OpenFileResult, OverlapChoice } from '@/queries/open-file'
import { keptQuery } from '@/queries/own-packages'
import type { Deleted, Kept, Published, PublishRequest, RememberRequest, StoreResult } from '@/queries/own-packages'
import { packagesQuery } from '@/queries/packages'
import { asciiName } from '@/ui/download-file'

type TableBlobs = Readonly<Record<TableName, Blob>>

/** A package as it was before a file was laid into it. */
interface Below {
  readonly tables: TableBlobs
  /** What a host has may have been replaced by someone who made a mistake. */
  readonly isChecked: boolean
  readonly over: FilePackage['over']
  readonly status: FilePackage['status']
  readonly description: Pick<CatalogEntry, 'description_vi' | 'description_en'>
  readonly readings: readonly FileReading[]
  readonly problems: FilePackage['problems']
  readonly problemCounts: FilePackage['problemCounts']
}

interface Own {
  readonly entry: FilePackage
  readonly tables: TableBlobs
  /** In this tab: the file that came last, and what it was laid over. */
  readonly last: { readonly file: File; readonly below: Below | null } | null
}

/** What the entry point knows of the site. */
interface Site {
  readonly queryClient: QueryClient
  readonly deployed: () => Promise<Catalog>
  readonly onHost: (packageId: string) => Promise<CatalogEntry>
  /** The tables of this package are no longer those that were loaded. */
  readonly forget: (packageId: string) => Promise<void>
}

/** The packages that the viewer makes of files: in this tab, and on this machine where the viewer keeps them. */
export function createOwnPackages({ queryClient, deployed, onHost, forget }: Site) {
  const opened = new Map<string, Own>()
  let memories: readonly Memory[] = []
  /** A link of this tab never leads to another package than it did. */
  let lastNumber = 0

  const list = () => queryClient.query({ ...packagesQuery, staleTime: 'static' })
  const show = (entry: FilePackage) =>
    queryClient.setQueryData(packagesQuery.queryKey, (before) => {
      if (before === undefined) return before
      const isThere = before.packages.some(({ id }) => id === entry.id)
      const packages = isThere
        ? before.packages.map((other) => (other.id === entry.id ? entry : other))
        : [...before.packages, entry]
      return { ...before, packages }
    })
  const put = (own: Own) => {
    opened.set(own.entry.id, own)
    show(own.entry)
  }

  /** What the machine keeps joins what is open in this tab. */
  const readKept = async (): Promise<Kept> => {
    await list()
    try {
      const stored = await readStore()
      for (const { entry, tables } of stored.packages) {
        if (!opened.has(entry.id)) put({ entry, tables, last: null })
      }
      const kept = new Set(stored.packages.map(({ entry }) => entry.id))
      for (const own of opened.values()) {
        // Another tab has deleted it: here it stays open.
        if (own.entry.kept && !kept.has(own.entry.id)) put({ ...own, entry: { ...own.entry, kept: false } })
      }
      memories = stored.memories
      return {
        storage: 'ready',
        memories: memories.map(({ fileName }) => fileName),
        unreadable: stored.unreadable,
        deleted: null,
      }
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error
      return { storage: 'forbidden', memories: [], unreadable: [], deleted: null }
    }
  }
  const keptNow = () => queryClient.query({ ...keptQuery, staleTime: 'static' })
  const readAgain = () => queryClient.query({ ...keptQuery, staleTime: 0 })
  onChangeElsewhere(() => void readAgain())

  const find = async (packageId: string): Promise<Own> => {
    if (!opened.has(packageId)) await keptNow()
    const own = opened.get(packageId)
    if (own === undefined) throw new Failure('data-unreachable', packageId)
    return own
  }

  const nextId = async (): Promise<string> => {
    const taken = new Set([...opened.keys(), ...(await storedIds().catch(() => []))])
    do lastNumber++
    while (taken.has(fileId(lastNumber)))
    return fileId(lastNumber)
  }

  /** What the file is laid over; the same file read again does not lie on itself. */
  const belowOf = async ({ file, into }: OpenFileRequest): Promise<Below | null> => {
    if (into === null) return null
    if (!isFileId(into)) {
      const [entry, { fetchHostTables }] = await Promise.all([onHost(into), loadPackage()])
      return {
        tables: await fetchHostTables(entry),
        isChecked: false,
        over: { id: entry.id, name_vi: entry.name_vi, name_en: entry.name_en, version: entry.version },
        status: entry.status,
        description: entry,
        readings: [],
        problems: [],
        problemCounts: {},
      }
    }
    const own = await find(into)
    if (own.last !== null && isSameFile(own.last.file, file)) return own.last.below
    return { ...own.entry, tables: own.tables, isChecked: true, description: own.entry }
  }

  /** Reads the file, with what is remembered of files of its shape where that answers more. */
  const read = async (
    request: OpenFileRequest,
    definitions: BaseDefinitions,
  ): Promise<{ readonly outcome: OpenedInWorker } & Pick<OpenFileResult, 'remembered' | 'like'>> => {
    const reading = (remembered: Answers) =>
      openInWorker(request.file, definitions, { ...remembered, ...request.answers }, request)
    const first = await reading({})
    const unaided = { outcome: first, remembered: {}, like: null }
    if (!request.useMemory) return unaided
    await keptNow()
    // What was just said comes before what was once said.
    const said = request.earlier.flatMap(
      ({ fileName, reading: before, answers }) =>
        rememberedAnswers(before, answers, { fileName, savedAt: new Date().toISOString() }) ?? [],
    )
    const known = [...said, ...memories]
    let outcome = first
    let remembered: Answers = {}
    // A sheet is known by its name; its columns can be known once it was read.
    for (let step = 0; step < 2 && outcome.outcome !== 'refused'; step++) {
      const asked = outcome.outcome === 'needs-answer' ? outcome.questions : []
      const more = applyRemembered(outcome.reading, known, { ...remembered, ...request.answers }, asked)
      if (Object.keys(more).length === 0) break
      remembered = { ...remembered, ...more }
      // oxlint-disable-next-line no-await-in-loop -- each reading tells what can be known for the next
      outcome = await reading(remembered)
    }
    if (outcome.outcome === 'refused' || Object.keys(remembered).length === 0) return unaided
    const used = memoryFor(outcome.reading, known) ?? known.find(({ sheet }) => sheet === remembered.sheet)
    const like = used === undefined ? null : { fileName: used.fileName, isKept: !said.includes(used) }
    return { outcome, remembered, like }
  }

  const openFile = async (request: OpenFileRequest): Promise<OpenFileResult> => {
    const below = await belowOf(request)
    const definitions = await definitionsFor(below, request.basePackageId)
    request.signal.throwIfAborted()
    const { outcome, ...help } = await read(request, definitions)
    const { remembered } = help
    if (outcome.outcome !== 'opened') return { ...outcome, ...help }

    const { tables: added, ...result } = outcome
    const { signal } = request
    const lay = async (how: OverlapChoice) =>
      below === null
        ? null
        : mergeInWorker({ base: below.tables, check: !below.isChecked, added, overlap: how }, signal)
    const first = await lay(request.overlap)
    const overlapping =
      first?.outcome === 'overlaps'
        ? first.editions.map((edition) => ({ ...edition, fileName: fileWith(edition, below?.readings ?? []) }))
        : []
    // The same figures once more leave nothing to choose.
    const isRepeated = overlapping.length > 0 && overlapping.every(({ isSame }) => isSame)
    const overlap = isRepeated ? 'keep' : request.overlap
    const laid = isRepeated ? await lay(overlap) : first
    if (laid?.outcome === 'refused') throw new Failure('package-refused', request.into ?? '', laid.problems)
    if (laid?.outcome === 'overlaps') {
      const { reading, problems, problemCounts } = outcome
      return { outcome: 'overlaps', reading, problems, problemCounts, editions: overlapping, ...help }
    }
    const { editionsIn } = await import('@/import/package/merge-packages')
    const own = editionsIn(await bytesOf(added.editions))
    const before = below === null || laid === null ? [] : editionsIn(await bytesOf(below.tables.editions))
    const readings: readonly FileReading[] = [
      ...(below?.readings ?? []),
      {
        ...readingOf(request.file.name, outcome),
        sources: [laid?.sourceIds.get('file') ?? 'file'],
        editions:
          overlap === 'keep' ? own.filter((edition) => !before.some((known) => isSameEdition(known, edition))) : own,
        replaced: laid?.replaced ?? [],
        answers: { ...(remembered as Record<string, string>), ...(request.answers as Record<string, string>) },
      },
    ]
    signal.throwIfAborted()

    const packageId = request.replaces ?? (await nextId())
    const replaced = opened.get(packageId)
    const entry: FilePackage = {
      origin: 'file',
      id: packageId,
      ...namesOf(below?.over ?? null, readings),
      description_vi: below?.description.description_vi ?? '',
      description_en: below?.description.description_en ?? '',
      version: '',
      status: below?.status ?? 'published-in-part',
      fileName: readings.map(({ fileName }) => fileName).join(', '),
      over: below?.over ?? null,
      readings,
      kept: replaced?.entry.kept ?? false,
      problems: [...(below?.problems ?? []), ...result.problems],
      problemCounts: addCounts(below?.problemCounts ?? {}, result.problemCounts),
    }
    const made: Own = { entry, tables: laid?.tables ?? added, last: { file: request.file, below } }
    put(made)
    if (replaced !== undefined) await forget(packageId)
    // What is kept is what is shown.
    if (entry.kept) await store(made, false)
    return { ...result, packageId, alreadyThere: overlapping, ...help }
  }

  const definitionsFor = async (below: Below | null, basePackageId: string): Promise<BaseDefinitions> => {
    if (below !== null) return definitionsIn(below.tables)
    return isFileId(basePackageId)
      ? definitionsIn((await find(basePackageId)).tables)
      : (await loadPackage()).loadHostDefinitions(await onHost(basePackageId))
  }

  const store = async (own: Own, isNew: boolean): Promise<StoreResult | 'taken'> => {
    try {
      await storePackage(own, isNew)
      put({ ...own, entry: { ...own.entry, kept: true } })
      return 'stored'
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error
      put({ ...own, entry: { ...own.entry, kept: false } })
      return error.reason
    }
  }

  const keep = async (packageId: string): Promise<{ readonly outcome: StoreResult; readonly packageId: string }> => {
    const own = await find(packageId)
    const outcome = await store(own, true)
    if (outcome !== 'taken') return { outcome, packageId }
    const id = await nextId()
    const moved = { ...own, entry: { ...own.entry, id } }
    const again = await store(moved, true)
    if (again === 'stored') remove([packageId])
    return again === 'taken' ? keep(packageId) : { outcome: again, packageId: again === 'stored' ? id : packageId }
  }

  const remove = (ids: readonly string[]) => {
    for (const id of ids) {
      opened.delete(id)
      void forget(id)
    }
    queryClient.setQueryData(
      packagesQuery.queryKey,
      (before) => before && { ...before, packages: before.packages.filter(({ id }) => !ids.includes(id)) },
    )
  }

  const release = async (packageId: string): Promise<void> => {
    const own = await find(packageId)
    await dropPackage(packageId)
    put({ ...own, entry: { ...own.entry, kept: false } })
  }

  const deleteEverything = async (): Promise<Deleted> => {
    const kept = await readAgain()
    const packages = [...opened.values()].map(({ entry }) => entry.name_vi)
    if (kept.storage === 'ready') await emptyStore()
    remove([...opened.keys()])
    memories = []
    const deleted = { packages, memories: kept.memories.length, unreadable: kept.unreadable.length }
    queryClient.setQueryData(keptQuery.queryKey, { ...(await readAgain()), deleted })
    return deleted
  }

  const remember = async ({ fileName, reading, answers }: RememberRequest): Promise<StoreResult | 'nothing'> => {
    const memory = rememberedAnswers(reading, answers, { fileName, savedAt: new Date().toISOString() })
    if (memory === null) return 'nothing'
    try {
      await storeMemory(memory)
    } catch (error) {
      if (error instanceof StoreFailure && error.reason !== 'taken') return error.reason
      throw error
    }
    await readAgain()
    return 'stored'
  }

  const logOf = async ({ entry, tables }: Own, heading: string): Promise<string> => {
    const below = entry.over === null ? '' : await fetchText(packagePath(await onHost(entry.over.id), 'CHANGELOG.md'))
    const { ownLog } = await loadLog()
    return ownLog(heading, entry.readings, await definitionsIn(tables), below)
  }

  const publish = async (request: PublishRequest): Promise<Published> => {
    const own = await find(request.packageId)
    const catalog = await deployed()
    const below = own.entry.over
    const today = new Date().toISOString().slice(0, 10)
    const base = request.as === 'in-place' && below !== null ? await onHost(below.id) : null
    if (base !== null && below !== null && base.version !== below.version) {
      return { outcome: 'outdated', below: below.version, published: base.version }
    }
    const taken = new Set(catalog.packages.flatMap(({ id, folder }) => [id, folder]))
    const slug = takeSlug(request.name, 'goi', taken)
    // Links to such ids lead to files of the viewer.
    const id = base?.id ?? (isFileId(slug) ? `goi-${slug}` : slug)
    const entry: CatalogEntry = {
      id,
      folder: base?.folder ?? id,
      name_vi: request.name,
      name_en: request.nameEn,
      description_vi: base?.description_vi ?? '',
      description_en: base?.description_en ?? '',
      version: freshVersion(today.replaceAll('-', '.'), base?.version ?? ''),
      status: base?.status ?? (below === null && request.status === 'official' ? 'official' : own.entry.status),
    }
    const published = await publishInWorker({
      tables: own.tables,
      publication: {
        entry,
        catalog,
        meta: {
          ...(base === null ? {} : await metaOf(base)),
          sources: own.entry.readings.map(({ fileName }) => ({ title: fileName })),
        },
        changeLog: await logOf(own, entry.version),
        instructions: (await loadLog()).instructionsFor(request.name, entry.folder, today),
        sources: own.entry.readings.flatMap(({ sources }) => sources),
        status: request.status,
        decision: request.decision,
        publishedOn: request.publishedOn,
      },
    })
    return published.outcome === 'refused'
      ? published
      : { ...published, fileName: asciiName(`${entry.folder}-${entry.version}`), folder: entry.folder }
  }

  return {
    readKept,
    openFile,
    filesOf: async (packageId: string) => (await find(packageId)).tables,
    /** What came from which file, and the log of the package below. */
    changeLogOf: async (packageId: string) => {
      const own = await find(packageId)
      const [first] = own.entry.readings
      return logOf(own, first?.openedAt.slice(0, 10) ?? '')
    },
    keep,
    release,
    deleteEverything,
    remember,
    publish,
  }
}

const Meta = v.object({
  licenses: v.optional(v.array(v.object({ name: v.string(), title: v.string(), path: v.string() }))),
  contributors: v.optional(v.array(v.object({ title: v.string(), roles: v.array(v.string()) }))),
})

/** What the descriptor of a published package says of licence and contributors; nothing where it cannot be read. */
async function metaOf(entry: CatalogEntry): Promise<Pick<PackageMeta, 'licenses' | 'contributors'>> {
  const text = await fetchText(packagePath(entry, DESCRIPTOR_FILE))
  const { licenses, contributors } = v.parse(v.fallback(v.pipe(v.string(), v.parseJson(), Meta), {}), text)
  return { ...(licenses && { licenses }), ...(contributors && { contributors }) }
}

/** Every visit looks for what is kept on the machine; what only packages of files need comes when there is one. */
const loadPackage = () => import('@/app/load-package')
const loadLog = () => import('@/app/own-log')

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

async function definitionsIn(tables: TableBlobs): Promise<BaseDefinitions> {
  const files = await Promise.all(
    DEFINITION_TABLES.map(async (table) => [tableFile(table), await bytesOf(tables[table])] as const),
  )
  const { readDefinitions } = await import('@/import/package/read-package')
  const { tables: definitions, problems } = readDefinitions(new Map(files))
  if (definitions === null) throw new Failure('package-refused', '', problems)
  return definitions
}

/** The last of the viewer's files that gave the package an edition. */
const fileWith = (edition: Edition, readings: readonly FileReading[]): string | null =>
  readings.findLast(({ editions }) => editions.some((own) => isSameEdition(own, edition)))?.fileName ?? null

const isSameFile = (a: File, b: File) => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified

type Edition = FileReading['editions'][number]
const isSameEdition = (a: Edition, b: Edition) =>
  a.index === b.index && a.period === b.period && a.block === b.block && a.set === b.set

function readingOf(fileName: string, { reading, rowCount, unitCount, problemCounts }: Omit<OpenedFile, 'tables'>) {
  const { file, table, columns } = reading
  return {
    fileName,
    openedAt: new Date().toISOString(),
    format: file?.format ?? 'csv',
    encoding: file?.encoding ?? null,
    delimiter: file?.delimiter ?? null,
    sheet: file?.sheet ?? null,
    range: table?.range ?? '',
    form: table?.form ?? '',
    columns: (columns ?? []).map(({ letter, header, role }) => ({ letter, header, role })),
    rowCount,
    unitCount,
    problemCounts,
  }
}

const titleOf = (fileName: string) => fileName.replace(/\.[^.]+$/, '')

/** The package below, and the first of the files with how many more there are. */
function namesOf(
  over: FilePackage['over'],
  readings: readonly FileReading[],
): Pick<CatalogEntry, 'name_vi' | 'name_en'> {
  const [first] = readings
  const title = titleOf(first?.fileName ?? '')
  const files = readings.length > 1 ? `${title} +${readings.length - 1}` : title
  const named = (below: string | undefined) => (below === undefined ? files : `${below} + ${files}`)
  return { name_vi: named(over?.name_vi), name_en: named(over?.name_en) }
}

function addCounts(a: FilePackage['problemCounts'], b: FilePackage['problemCounts']): FilePackage['problemCounts'] {
  const sums: Partial<Record<ProblemKind, number>> = { ...a }
  for (const [kind, count] of Object.entries(b) as [ProblemKind, number][]) sums[kind] = (sums[kind] ?? 0) + count
  return sums
}

/** The day as a version; where that is what is published now, with a number more. */
function freshVersion(day: string, published: string): string {
  if (published !== day && !published.startsWith(`${day}.`)) return day
  return `${day}.${Number(published.slice(day.length + 1)) + 1}`
}
