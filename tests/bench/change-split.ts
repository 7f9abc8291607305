import { askDatabase } from '@/answers/engine'
import { changeSplit } from '@/db/questions/change'
import { openPackage, subIndex, unit, yearly } from '../contract/fixture'
import type { Measured } from './harness'

const UNITS = 3300
const SUB_INDICES = 8
const REPEATS = 7

/** The change of every unit of a large block, split by sub-index; the engine in Node, the same WASM as in a browser. */
export async function changeSplitOfBlock(): Promise<readonly Measured[]> {
  const units = Array.from({ length: UNITS }, (_, index) => `u${index}`)
  const fields = Array.from({ length: SUB_INDICES }, (_, index) => `f${index}`)
  const years = [yearly('2023'), yearly('2024')]
  const database = await openPackage({
    units: units.map((id) => unit(id)),
    sub_indices: fields.map((id, position) => subIndex(id, 10, { position })),
    editions: years.map(({ edition }) => edition),
    results: years.flatMap(({ result }) => units.map((id) => result(id, { max_score: 80 }))),
    scores: years.flatMap(({ score }, year) =>
      units.flatMap((id, u) => fields.map((field, f) => score(id, field, ((u * 7 + f * 3 + year * 5) % 1000) / 100))),
    ),
  })
  const params = { index: 'par', block: 'departments', set: 'main', period: '2024', before: '2023' }
  const inEngine: number[] = []
  const asRows: number[] = []
  for (let run = 0; run < REPEATS; run += 1) {
    const started = performance.now()
    await database.query('SELECT sum(len(parts)) AS n FROM change_split(?, ?, ?, ?, ?)', Object.values(params))
    inEngine.push(performance.now() - started)
    const asked = performance.now()
    await askDatabase(database, changeSplit, params)
    asRows.push(performance.now() - asked)
  }
  await database.close()
  return [
    {
      what: `Change split of ${UNITS} units × ${SUB_INDICES} sub-indices, in the engine`,
      values: inEngine,
      unit: 'ms',
      limit: 100,
    },
    { what: '… with its rows read and checked', values: asRows, unit: 'ms' },
  ]
}
