import { describe, expect, it } from 'vitest'
import { columnLetter } from '@/domain/column-letter'
import type { Answers, Question, Reading } from '@/import/opening'
import { applyRemembered, rememberedAnswers } from '@/import/remembered-answers'
import type { Memory } from '@/import/remembered-answers'

const FROM = { fileName: 'par-2024.xlsx', savedAt: '2025-01-20T08:00:00.000Z' }

function reading(headers: readonly string[], form: 'wide' | 'long' | null = 'wide'): Reading {
  return {
    file: null,
    units: null,
    columns: headers.map((header, place) => ({
      letter: columnLetter(place),
      header,
      role: 'ignored',
      why: 'header',
      subIndexId: null,
      name: header,
      max: null,
      period: null,
      mark: null,
      examples: [],
    })),
    table: form === null ? null : { form, range: 'A1:D9', headerRows: [1], aside: [], others: [], preview: [] },
  }
}

const HEADERS = ['STT', 'Tên cơ quan', 'Điểm 2024', 'Ghi chú']
const ANSWERS: Answers = {
  index: 'par',
  block: 'departments',
  period: '2024',
  'column:C': 'total',
  'max:C': '100',
  'mark:C': ',',
  'unit:Sở GTVT': 'so-gtvt',
  'row:9': 'summary',
  'cell:C7': '85',
  'of-unit': 'so-gtvt',
}

function remembered(answers: Answers = ANSWERS, headers: readonly string[] = HEADERS): Memory {
  const memory = rememberedAnswers(reading(headers), answers, FROM)
  if (memory === null) throw new Error('nothing to remember')
  return memory
}

describe('a file of the same shape a year later', () => {
  it('is read at the sheet of the same name, as soon as that is asked', () => {
    const sheets = (names: readonly string[]): readonly Question[] => [
      {
        id: 'sheet',
        kind: 'sheet',
        options: names.map((value) => ({ value, label: null, sample: [] })),
        free: false,
        about: [],
      },
    ]
    const nothing = { file: null, table: null, columns: null, units: null }
    const memories = [remembered({ ...ANSWERS, sheet: 'Phu luc I' })]
    expect(applyRemembered(nothing, memories, {}, sheets(['Hướng dẫn', 'Phu luc I']))).toEqual({ sheet: 'Phu luc I' })
    expect(applyRemembered(nothing, memories, {}, sheets(['Hướng dẫn', 'Sheet2']))).toEqual({})
  })

  it('is read with the same columns, marks, maxima, units, index and block, never with the period or the cells', () => {
    const next = reading(['STT', 'Tên cơ quan', 'Điểm 2025', 'Ghi chú'])
    expect(applyRemembered(next, [remembered()], {})).toEqual({
      index: 'par',
      block: 'departments',
      'column:C': 'total',
      'max:C': '100',
      'mark:C': ',',
      'unit:Sở GTVT': 'so-gtvt',
    })
  })

  it('finds its columns by header where they stand elsewhere, also before the form of the table is known', () => {
    const next = reading(['Tên cơ  quan', 'STT', 'ghi chú', 'Điểm 2025'], null)
    expect(applyRemembered(next, [remembered()], {})).toMatchObject({ 'column:D': 'total', 'max:D': '100' })
  })

  it('of two columns under one header each keeps its own', () => {
    const headers = ['Đơn vị', 'Điểm', 'Điểm']
    const memory = remembered({ 'column:B': 'ignored', 'column:C': 'total' }, headers)
    expect(applyRemembered(reading(['Điểm', 'Đơn vị', 'Điểm']), [memory], {})).toEqual({
      'column:A': 'ignored',
      'column:C': 'total',
    })
  })

  it('what the viewer answers now is never overruled', () => {
    const answers = applyRemembered(reading(HEADERS), [remembered()], { index: 'ddci', 'column:C': 'rank' })
    expect(answers.index).toBeUndefined()
    expect(answers['column:C']).toBeUndefined()
    expect(answers['max:C']).toBe('100')
  })
})

it('a file with other headers, or in another form, is not read by memory', () => {
  expect(applyRemembered(reading([...HEADERS, 'Hạng']), [remembered()], {})).toEqual({})
  expect(applyRemembered(reading(HEADERS.slice(1)), [remembered()], {})).toEqual({})
  expect(applyRemembered(reading(HEADERS, 'long'), [remembered()], {})).toEqual({})
  expect(applyRemembered({ file: null, table: null, columns: null, units: null }, [remembered()], {})).toEqual({})
})

it('a form that the viewer chose is chosen again', () => {
  const memory = remembered({ form: 'wide' })
  expect(applyRemembered(reading(HEADERS, 'long'), [memory], {})).toEqual({ form: 'wide' })
})

it('before a table is found, the sheet is known by its name, if only one was ever read', () => {
  const sheet = (name: string) => ({ name, hidden: false, rowCount: 9 })
  const open: Reading = {
    file: {
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      quote: null,
      sheet: null,
      sheets: [sheet('Bìa'), sheet('Phụ lục 1'), sheet('Phụ lục 2')],
      rowCount: 9,
      columnCount: 4,
    },
    table: null,
    columns: null,
    units: null,
  }
  const first = remembered({ sheet: 'Phụ lục 1' })
  const second = remembered({ sheet: 'Phụ lục 2' })
  expect(applyRemembered(open, [first], {})).toEqual({ sheet: 'Phụ lục 1' })
  expect(applyRemembered(open, [first, second], {})).toEqual({})
  expect(applyRemembered(open, [first], { sheet: 'Bìa' })).toEqual({})
})

it('nothing is remembered of a file about which the viewer decided nothing but its own period and cells', () => {
  expect(rememberedAnswers(reading(HEADERS), {}, FROM)).toBeNull()
  expect(rememberedAnswers(reading(HEADERS), { period: '2024', 'cell:C7': '8' }, FROM)).toBeNull()
  expect(rememberedAnswers({ file: null, table: null, columns: null, units: null }, ANSWERS, FROM)).toBeNull()
})

it('hostile headers and names are texts like any other', () => {
  const headers = ['__proto__', 'constructor', '=1+1', '<b>']
  const answers: Answers = { 'column:A': 'unit', 'unit:__proto__': 'new', 'column:C': 'total' }
  expect(applyRemembered(reading(headers), [remembered(answers, headers)], {})).toEqual(answers)
})
