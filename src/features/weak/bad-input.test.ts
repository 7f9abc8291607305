import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askDatabase } from '@/answers/engine'
import type { Database } from '@/db/database'
import { fieldMatrix, fieldSummary, thresholdEffects, weaknesses } from '@/db/questions/weak'
import { LIMIT_NAMES } from '@/domain/weak-limits'
import { detailTexts } from '@/features/weak/detail-texts'
import { weakHeadline, weakNotes } from '@/findings/weak-headline'
import { effectText } from '@/findings/limit-words'
import { cellWords, flagFinder, seenShare } from '@/features/weak/matrix-cells'
import { fieldsOf } from '@/findings/fields'
import { orderRows, readOrder } from '@/features/weak/matrix-order'
import { limitsParameter } from '@/features/weak/shown-limits'
import { VIETNAMESE, loadScreenTexts } from '@/i18n/use-i18n'
import { openPackage, subIndex, unit, yearly } from '../../../tests/contract/fixture'

await loadScreenTexts()
const LIMITS = { absolute: 0.65, deviations: 1, quantile: 0.25, fall: 0.05 }
const EIGHT = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
/** Blocks of one edition: scores in `a` (maximum 10) and in `b` (10, or as given), null where they are not published. */
const BLOCKS = {
  one: { scores: { x: [4, 9] } },
  two: { scores: { x: [9, 9], y: [7, 9] } },
  equal: { scores: Object.fromEntries(EIGHT.map((id) => [id, [8, 8]])) },
  missing: { scores: { x: [null, null], y: [null, null] } },
  zero: { scores: { x: [9, 0], y: [8, 0] }, maxOfB: 0 },
  unknown: { scores: { x: [9, 3], y: [8, 4] }, maxOfB: null },
} as const satisfies Readonly<
  Record<string, { scores: Readonly<Record<string, readonly (number | null)[]>>; maxOfB?: number | null }>
>

let database: Database
beforeAll(async () => {
  const year = yearly('2024')
  const blocks = Object.entries(BLOCKS).map(([block_id, block]) => ({
    block_id,
    maxOfB: 'maxOfB' in block ? block.maxOfB : 10,
    scores: Object.entries<readonly (number | null)[]>(block.scores),
  }))
  database = await openPackage({
    blocks: blocks.map(({ block_id }, index) => ({
      block_id,
      name_vi: block_id,
      name_en: block_id,
      position: index + 1,
    })),
    units: [...new Set([...EIGHT, 'x', 'y'])].map((id) => unit(id)),
    editions: blocks.map(({ block_id }) => ({ ...year.edition, block_id })),
    sub_indices: blocks.flatMap(({ block_id, maxOfB }) => [
      subIndex('a', 10, { block_id }),
      subIndex('b', maxOfB, { block_id, position: 2 }),
    ]),
    results: blocks.flatMap(({ block_id, scores }) =>
      scores.map(([id]) => year.result(id, { block_id, max_score: null })),
    ),
    scores: blocks.flatMap(({ block_id, scores }) =>
      scores.flatMap(([id, [a = null, b = null]]) =>
        Object.entries({ a, b }).map(([field, score]) =>
          year.score(id, field, score, { block_id, missing_reason: score === null ? 'not-published' : null }),
        ),
      ),
    ),
  })
})
afterAll(() => database.close())

/** The block as the screen says it, from the engine's rows. */
async function screenOf(block: keyof typeof BLOCKS) {
  const ids = Object.keys(BLOCKS[block].scores)
  const params = { index: 'par', period: '2024', block, set: 'main', limits: 'package' }
  const [rows, summaries, flags, effects] = [
    await askDatabase(database, fieldMatrix, params),
    await askDatabase(database, fieldSummary, params),
    await askDatabase(database, weaknesses, params),
    await askDatabase(database, thresholdEffects, params),
  ]
  const fields = fieldsOf(summaries)
  const find = flagFinder(flags)
  const measure = { limits: LIMITS, lower: false, partial: false, decimals: 2 }
  const words = rows.flatMap((row) =>
    fields.flatMap((field) => {
      const cell = row.cells[field.cell]!
      const seen = cell.share === null ? null : seenShare(cell.share, LIMITS.absolute, measure.lower, VIETNAMESE)
      return [
        cellWords(cell, field, seen, VIETNAMESE),
        ...detailTexts(row, field, find(row.unitId, field.subIndexId), measure, VIETNAMESE),
      ]
    }),
  )
  const orders = [null, 'weak', 'name', 'similar', 'field.a', '-field.b'].map((order) =>
    orderRows(rows, readOrder(order, fields), fields, measure.lower, VIETNAMESE.format),
  )
  const finding = weakHeadline(rows, fields, flags, measure, true, VIETNAMESE)
  const said = weakNotes(rows, fields, 8, measure, VIETNAMESE)
  const moved = LIMIT_NAMES.map((name, place) => effectText(name, effects[place]!, VIETNAMESE))
  // Whatever comes in, nothing that is no figure is written, and no order loses a unit.
  expect([finding.title, finding.lede, ...said, ...words, ...moved].join('\n')).not.toMatch(
    /NaN|Infinity|∞|undefined|null|\{\w+\}/,
  )
  for (const order of orders) expect(order.map(({ unitId }) => unitId).toSorted()).toEqual(ids.toSorted())
  return { title: finding.title, lede: finding.lede, notes: said, words }
}

describe('bad input, through the engine', () => {
  it('one unit is not compared with a block', async () => {
    const screen = await screenOf('one')
    expect(screen.title).toBe('Sở x có 1 điểm yếu')
    expect(screen.notes[0]).toMatch(/Chỉ có một đơn vị/)
  })

  it('two units are too few for the relative tests', async () => {
    const screen = await screenOf('two')
    expect(screen.title).toMatch(/Không đơn vị nào có điểm yếu/)
    expect(screen.notes[0]).toMatch(/dưới 8 đơn vị/)
  })

  it('of units with equal shares nobody is worse than the block', async () => {
    const screen = await screenOf('equal')
    expect(screen.title).toMatch(/Không đơn vị nào có điểm yếu/)
    expect(screen.notes).toContainEqual(expect.stringContaining('bằng nhau'))
  })

  it('where every score is missing there is no weakness, and a reason', async () => {
    const screen = await screenOf('missing')
    expect(screen.title).toMatch(/không lĩnh vực nào có tỷ lệ đạt/)
    expect(screen.words).toContain('Không có số: Chưa công bố')
  })

  it('a sub-index with a maximum of 0, or an unknown one, has no share and says so', async () => {
    expect((await screenOf('zero')).words).toContain('Không có số: Nêu ra, không tính điểm')
    expect((await screenOf('unknown')).words).toContain('Không có số: Không rõ điểm tối đa')
  })

  it('a threshold that a link leaves out is the package’s', async () => {
    const under = (limits: string) =>
      askDatabase(database, weaknesses, { index: 'par', period: '2024', block: 'two', set: 'main', limits })
    const found = await under(limitsParameter({ absolute: 0.8, deviations: null, quantile: null, fall: null }))
    expect(found.map(({ unitId, subIndexId }) => `${unitId} ${subIndexId}`)).toContain('y a')
    expect(found).toEqual(await under('0.8~1~0.25~0.05'))
  })

  it('a single period has no falls', async () => {
    expect((await screenOf('two')).notes).toContainEqual(expect.stringContaining('Không có kỳ trước'))
  })
})
