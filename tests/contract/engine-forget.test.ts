import { expect, it } from 'vitest'
import { createEngine } from '@/answers/engine'
import type { TableFiles } from '@/db/database'
import { openNodeDatabase } from '@/db/node'
import { ranking } from '@/db/questions/first-view'
import { TABLE_NAMES } from '@/domain/tables'
import type { PackageTables } from '@/domain/tables'
import { writeTable } from '@/import/package/write-package'
import { minimalTables, packageWith, rowsWith } from '../fixtures/packages/minimal-package'

const filesOf = (tables: PackageTables) =>
  Object.fromEntries(
    TABLE_NAMES.map((table) => [table, writeTable(table, tables[table] as never)]),
  ) as unknown as TableFiles

it('a package that was read again answers with its new tables, and one that was not is not loaded again', async () => {
  const question = { index: 'par', period: '2024', block: 'districts', set: 'main' } as const
  let tables = minimalTables
  let loads = 0
  const engine = createEngine(openNodeDatabase, async () => {
    loads += 1
    return filesOf(tables)
  })
  const leader = async () => (await engine.ask('file-1', ranking, question))[0]?.points
  expect(await leader()).toBe(90)
  tables = packageWith({ results: rowsWith('results', 2, { total_score: 95 }) })
  expect(await leader()).toBe(90)
  engine.forget('file-2')
  expect(await leader()).toBe(90)
  expect(loads).toBe(1)
  engine.forget('file-1')
  expect(await leader()).toBe(95)
  expect(loads).toBe(2)
})
