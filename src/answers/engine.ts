import type { Database, TableFiles } from '@/db/database'
import type { Params, Question } from '@/db/define-question'
import { loadPackage } from '@/db/load'
import { Failure } from '@/domain/failure'

export interface Engine {
  /** Rows as the engine gives them, checked against the question's row schema. */
  readonly ask: <P extends string, R>(
    packageId: string,
    question: Question<P, R>,
    params: Params<P>,
    signal?: AbortSignal,
  ) => Promise<readonly R[]>
  /** The tables of this package have changed: the next question about it is asked of the new ones. */
  readonly forget: (packageId: string) => void
  /** Starts an engine ahead of the package that will need it. */
  readonly prepare: () => void
}

export async function askDatabase<P extends string, R>(
  database: Database,
  question: Question<P, R>,
  params: Params<P>,
  signal?: AbortSignal,
): Promise<readonly R[]> {
  const marks = question.params.map(() => '?').join(', ')
  const values = question.params.map((name) => params[name])
  return question.parse(await database.query(`FROM ${question.name}(${marks})`, values, signal))
}

interface Running {
  readonly packageId: string
  readonly database: Promise<Database>
  /** Questions that are being asked of it. */
  readonly asking: Set<Promise<unknown>>
  stale: boolean
}

/**
 * One engine with one package at a time: a package is loaded at its first question, and another
 * package takes its place once the questions to the first are answered. A crash is answered by one
 * restart with the data loaded again.
 */
export function createEngine(
  openDatabase: () => Promise<Database>,
  filesOf: (packageId: string) => Promise<TableFiles>,
  /** Hears how many bytes of a package's tables the engine has taken in, up to all of them. */
  onTables: (loaded: number, total: number) => void = () => {},
): Engine {
  let current: Running | null = null
  let spare: Promise<Database> | null = null

  const open = async (packageId: string, before: Running | null) => {
    const files = await filesOf(packageId)
    if (before) {
      await Promise.allSettled(before.asking)
      await before.database.then((database) => database.close()).catch(() => {})
    }
    const prepared = spare
    spare = null
    const database = await (prepared ?? openDatabase())
    try {
      await loadPackage(database, files, onTables)
    } catch (error) {
      await database.close()
      throw error
    }
    return database
  }

  const runningFor = (packageId: string): Running => {
    if (current?.packageId === packageId && !current.stale) return current
    const opened: Running = { packageId, database: open(packageId, current), asking: new Set(), stale: false }
    current = opened
    // A failed start is forgotten, so that "try again" tries again.
    opened.database.catch(() => {
      if (current === opened) current = null
    })
    return opened
  }

  const askRunning = async <T>({ database, asking }: Running, question: (database: Database) => Promise<T>) => {
    const asked = database.then(question)
    asking.add(asked)
    try {
      return await asked
    } finally {
      asking.delete(asked)
    }
  }

  return {
    forget: (packageId) => {
      if (current?.packageId === packageId) current.stale = true
    },
    prepare: () => {
      if (spare !== null) return
      const started = openDatabase()
      spare = started
      // Whoever asks next starts anew and hears why it fails then.
      started.catch(() => {
        if (spare === started) spare = null
      })
    },
    ask: async (packageId, question, params, signal) => {
      const ask = (database: Database) => askDatabase(database, question, params, signal)
      const running = runningFor(packageId)
      try {
        return await askRunning(running, ask)
      } catch (error) {
        if (!(error instanceof Failure) || error.kind !== 'engine-crashed') throw error
        signal?.throwIfAborted()
        if (current === running) current = null
        return askRunning(runningFor(packageId), ask)
      }
    },
  }
}
