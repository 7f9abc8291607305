import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { arrowRows } from '@/db/arrow-rows'
import type { Database } from '@/db/database'

const instantiate = async () => {
  const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'))
  const bundle = { mainModule: join(dist, 'duckdb-eh.wasm'), mainWorker: '' }
  const engine = await createDuckDB({ mvp: bundle, eh: bundle }, new VoidLogger(), NODE_RUNTIME)
  await engine.instantiate()
  return engine
}
let instance: ReturnType<typeof instantiate> | null = null
let opened = 0

/** How many databases were opened so far: the tables of one are there as long as this stays. */
export const databasesOpened = () => opened

/**
 * The engine in Node, for the build and the tests: the same WASM as in the browser. One database
 * at a time: opening the next empties and unlocks the one before.
 */
export async function openNodeDatabase(): Promise<Database> {
  instance ??= instantiate()
  const engine = await instance
  opened += 1
  engine.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } })
  const connection = engine.connect()
  const statements = new Map<string, ReturnType<typeof connection.prepare>>()
  return {
    run: async (sql) => {
      // What was planned for the tables as they were need not hold for what they become.
      for (const statement of statements.values()) statement.close()
      statements.clear()
      connection.query(sql)
    },
    query: async (sql, values = []) => {
      const statement = statements.get(sql) ?? connection.prepare(sql)
      statements.set(sql, statement)
      return arrowRows(statement.query(...values))
    },
    putFile: async (name, bytes) => engine.registerFileBuffer(name, bytes),
    dropFile: async (name) => {
      engine.dropFile(name)
    },
    close: async () => {
      connection.close()
    },
  }
}
