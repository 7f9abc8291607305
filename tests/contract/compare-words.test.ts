import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askDatabase } from '@/answers/engine'
import { bumpChart } from '@/charts/bump-chart'
import { changeWaterfall } from '@/charts/change-waterfall'
import type { ChartSpec } from '@/charts/chart-spec'
import { slopeChart } from '@/charts/slope-chart'
import { LIGHT } from '@/charts/theme'
import type { Database, TableFiles } from '@/db/database'
import { loadPackage } from '@/db/load'
import { openNodeDatabase } from '@/db/node'
import { blockHistory, changeSplit, comparability, editionHistory, rankChange } from '@/db/questions/change'
import type { OpenPackage } from '@/domain/open-package'
import { TABLE_NAMES } from '@/domain/tables'
import { blockHeadline } from '@/findings/block-headline'
import { bumpInput } from '@/features/compare/bump-input'
import { biggestPart, changeInput } from '@/findings/change-input'
import { changeSentence } from '@/findings/change-sentence'
import { compareHeadline } from '@/features/compare/compare-headline'
import { comparisonMode } from '@/findings/comparison-mode'
import { comparisonNotes } from '@/findings/comparison-notes'
import { pairCounts } from '@/findings/pair-counts'
import { slopeInput } from '@/features/compare/slope-input'
import { streakHeadline, streakLines } from '@/findings/streak-words'
import { streaks } from '@/findings/streaks'
import { en } from '@/i18n/en'
import { VIETNAMESE, createI18n, loadScreenTexts } from '@/i18n/use-i18n'

const FRAME = { theme: LIGHT, width: 800 }
const LANGUAGES = [VIETNAMESE, createI18n('en', en)]
/** A slot that was not filled, a figure that is none, a key without a text. */
const BROKEN = /NaN|Infinity|undefined|\{\w+\}|compare\.\w/

async function open(folder: string): Promise<Database> {
  const files = await Promise.all(
    TABLE_NAMES.map(async (table) => [table, await readFile(`data/${folder}/${table}.csv`, 'utf8')] as const),
  )
  const database = await openNodeDatabase()
  await loadPackage(database, Object.fromEntries(files) as TableFiles)
  return database
}

const packageOf = (folder: string): OpenPackage => ({
  id: folder,
  folder,
  name_vi: '',
  name_en: '',
  description_vi: '',
  description_en: '',
  version: '1',
  status: folder === 'tp-hcm' ? 'published-in-part' : 'illustrative',
  origin: 'shipped',
})

const textsOf = ({ stops, table }: ChartSpec): readonly string[] => [
  ...stops.flat().map(({ spoken }) => spoken),
  ...table.columns.map(({ label }) => label),
  ...table.rows.flatMap((row) => row.map(({ text }) => text)),
]

const SERIES = { index: 'par', block: 'departments', set: 'main' } as const

describe.each([
  // Ranks of a part of the block; a merger in between, and new criteria in between.
  ['tp-hcm', [['2024', '2023']]],
  [
    'tp-hcm-mau',
    [
      ['2025', '2024'],
      ['2023', '2022'],
    ],
  ],
])('the departments of %s', (folder, pairs) => {
  let database: Database
  beforeAll(async () => {
    await loadScreenTexts()
    database = await open(folder)
  }, 120_000)
  afterAll(() => database.close())

  test.each(pairs)('are compared, %s with %s, in both languages without a gap', async (period, before) => {
    const pair = { ...SERIES, period, before }
    const [row] = await askDatabase(database, comparability, pair)
    if (row === undefined) throw new Error('no comparability')
    const ranks = await askDatabase(database, rankChange, pair)
    const splits = await askDatabase(database, changeSplit, pair)
    const periods = { before, now: period }
    const known = { ...periods, counts: pairCounts(ranks, packageOf(folder)) }
    for (const i18n of LANGUAGES) {
      const notes = comparisonNotes(row, { ...known, coreLimit: 0.7 }, i18n)
      const slope = slopeChart(
        slopeInput(
          { comparability: row, rows: ranks, scale: 'rank', focus: null, lowerIsBetter: false, ...known },
          i18n.format,
        ),
        i18n,
        FRAME,
      )
      const parts = splits.flatMap(
        (split) => changeInput(split, { ...row, ...periods, lowerIsBetter: false }, i18n) ?? [],
      )
      const texts = [
        compareHeadline(row, ranks, known, i18n),
        notes.basis,
        ...notes.lines,
        ...ranks.map((unit) => changeSentence(unit, row, known, i18n)),
        ...textsOf(slope),
        ...parts.flatMap((input) => textsOf(changeWaterfall(input, i18n, FRAME))),
        ...parts.map((input) => biggestPart(input, i18n) ?? ''),
      ]
      expect(texts.filter((text) => BROKEN.test(text))).toEqual([])
      expect(slope.table.rows).toHaveLength(
        ranks.filter(({ rankBefore, rankNow }) => rankBefore !== null || rankNow !== null).length,
      )
    }
    // Where shares are said to compare, there are as many as are said; where not, none is said to have changed.
    const compared = ranks.filter(({ shareChange }) => shareChange !== null).length
    expect(compared).toBe(comparisonMode(row) === 'shares' ? row.comparedCount : 0)
  })

  test('are followed through all periods', async () => {
    const rows = await askDatabase(database, blockHistory, SERIES)
    const periods = await askDatabase(database, editionHistory, SERIES)
    const found = streaks(
      rows,
      periods.map(({ period }) => period),
      false,
      8,
    )
    for (const i18n of LANGUAGES) {
      const { title, lede } = blockHeadline(periods, i18n)
      const bump = bumpChart(bumpInput(rows, periods, null, false, i18n.format), i18n, FRAME)
      const texts = [title, lede, streakHeadline(found, i18n), ...streakLines(found, i18n), ...textsOf(bump)]
      expect(texts.filter((text) => BROKEN.test(text))).toEqual([])
    }
  })
})
