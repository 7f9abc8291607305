import { describe, expect, test } from 'vitest'
import { SMALL_BASE } from '../../tests/fixtures/csv/base'
import { handMade } from '../../tests/fixtures/xlsx/hand-made'
import type { MadeCell } from '../../tests/fixtures/xlsx/hand-made'
import { pci2008Workbook, PCI_SCORES, pciWorkbook } from '../../tests/fixtures/xlsx/raw-shapes'
import { openFile } from '@/import/open-file'
import type { Answers, OpenedFile, TableText } from '@/import/opening'

/** Workbooks from drop to tables. */

async function opened(file: File, answers: Answers): Promise<OpenedFile> {
  const outcome = await openFile(file, SMALL_BASE, answers)
  if (outcome.outcome !== 'opened') throw new Error(JSON.stringify(outcome))
  return outcome
}

/** Scores by name of unit and sub-index. */
function scoresOf({ tables }: OpenedFile): ReadonlyMap<string, string> {
  const rows = (table: TableText) =>
    new TextDecoder()
      .decode(Buffer.concat([...table]))
      .trim()
      .split('\n')
      .map((line) => line.split(','))
  const [header = [], ...units] = rows(tables.units)
  const [id, name] = [header.indexOf('unit_id'), header.indexOf('name_vi')]
  const names = new Map(units.map((cells) => [cells[id], cells[name]]))
  return new Map(
    rows(tables.scores)
      .slice(1)
      .map(([, , , , unit, subIndex, , score = '']) => [`${names.get(unit)} ${subIndex}`, score]),
  )
}

const PCI: Answers = { index: 'PCI', period: '2016', block: 'Tỉnh', sheet: 'Summary_VN', 'max:G': '100' }

describe('a workbook of pairs that are sorted each on its own', () => {
  test('every score belongs to the name at its left, and the look-up below is no data', async () => {
    const outcome = await opened(pciWorkbook(), PCI)
    const scores = scoresOf(outcome)
    for (const [unit, { entry, land }] of PCI_SCORES) {
      expect(Number(scores.get(`${unit} gia-nhap-thi-truong`))).toBe(entry)
      expect(Number(scores.get(`${unit} tiep-can-dat-dai`))).toBe(land)
    }
    expect(scores.size).toBe(PCI_SCORES.size * 2)
    expect(outcome.reading.file?.sheet).toBe('Summary_VN')
  })
  test('also under a header of two rows', async () => {
    const scores = scoresOf(await opened(pci2008Workbook(), { ...PCI, sheet: 'Sheet1' }))
    expect([...scores.values()].map(Number).toSorted((a, b) => a - b)).toEqual(
      [...PCI_SCORES.values()].flatMap(({ entry, land }) => [entry, land]).toSorted((a, b) => a - b),
    )
  })
})

describe('what Excel did to figures', () => {
  const answers: Answers = { index: 'par', period: '2024', block: 'so', 'max:B': '10', 'max:C': '10' }
  const open = (rows: readonly (readonly MadeCell[])[], formats: readonly string[] = []) =>
    openFile(handMade([{ name: 'Bảng', rows }], { formats }), SMALL_BASE, answers)

  test('a number with three decimals is no thousand, whatever mark typed cells use', async () => {
    const outcome = await open([
      ['Đơn vị', 'Điểm A', 'Điểm B'],
      ['Sở Một', 1.234, 8.5],
      ['Sở Hai', '7,25', 9.125],
      ['Sở Ba', 2.345, 9],
    ])
    if (outcome.outcome !== 'opened') throw new Error(JSON.stringify(outcome))
    expect([...scoresOf(outcome).values()].toSorted()).toEqual(['1.234', '2.345', '7.25', '8.5', '9', '9.125'])
  })
  test('a score that became a date is refused, and the one that it can have been is offered', async () => {
    const outcome = await open(
      [
        ['Đơn vị', 'Điểm A', 'Điểm B'],
        ['Sở Một', 8.5, { number: 45_785, style: 1 }],
        ['Sở Hai', 7.25, 9.5],
        ['Sở Ba', 7.5, 9],
      ],
      ['d-mmm'],
    )
    expect(outcome.problems).toContainEqual(expect.objectContaining({ kind: 'date-for-number', row: 2, column: 'C' }))
  })

  const rows: readonly (readonly MadeCell[])[] = [
    ['Đơn vị', 'Điểm A', 'Điểm B'],
    [],
    ['Sở Một', 1.234, 16.5],
    ['Sở Hai', '7,25', { number: 45_785, style: 1 }],
    ['Sở Ba', 2.345, 9],
  ]
  test('the sheet tells numbers from typed texts, and a date reads as in the list of problems', async () => {
    const { reading, problems } = await open(rows, ['d-mmm'])
    const [, one, two] = reading.table?.preview ?? []
    expect(one).toMatchObject({ row: 3, above: 1, cells: ['Sở Một', '1.234', '16.5'], numbers: [1, 2] })
    expect(two?.numbers).toEqual([])
    expect(problems.find(({ kind }) => kind === 'date-for-number')?.value).toBe(two?.cells[2])
    expect(reading.file?.blankRowCount).toBe(1)
    expect(problems.find(({ kind }) => kind === 'above-max')).toMatchObject({ value: '16.5', isNumber: true })
  })
  test('a corrected cell is a number like its neighbours, which stay what they are', async () => {
    const outcome = await openFile(handMade([{ name: 'Bảng', rows }], { formats: ['d-mmm'] }), SMALL_BASE, {
      ...answers,
      'cell:C3': '6,5',
      'cell:B5': '3',
      'cell:C4': '9.5',
    })
    if (outcome.outcome !== 'opened') throw new Error(JSON.stringify(outcome))
    expect([...scoresOf(outcome).values()].toSorted()).toEqual(['1.234', '3', '6.5', '7.25', '9', '9.5'])
    expect(outcome.reading.table?.preview.flatMap(({ corrected }) => corrected)).toMatchObject([
      { place: 2, from: '16.5', fromNumber: true },
      { place: 2, from: expect.stringMatching(/^8/), fromNumber: false },
      { place: 1, from: '2.345', fromNumber: true },
    ])
  })
})
