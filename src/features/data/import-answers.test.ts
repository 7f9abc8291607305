import { describe, expect, it } from 'vitest'
import {
  answersBeside,
  askingStep,
  changeAnswers,
  headerAnswer,
  stepOf,
  subjectOf,
  unfinishedStep,
} from '@/features/data/import-answers'
import type { Question, Reading } from '@/import/opening'

const question = (id: Question['id'], kind: Question['kind']): Question => ({
  id,
  kind,
  options: [],
  free: true,
  about: [],
})

describe('answers about a file', () => {
  it('add up, and can be taken back one by one', () => {
    const first = changeAnswers({}, new Map([['period', '2024']]))
    const second = changeAnswers(first, new Map([['unit:Quân 1', 'quan-1']]))
    expect(second).toEqual({ period: '2024', 'unit:Quân 1': 'quan-1' })
    expect(changeAnswers(second, new Map([['period', null]]))).toEqual({ 'unit:Quân 1': 'quan-1' })
  })

  it('about one sheet say nothing about another, those about names of units do', () => {
    const before = {
      sheet: '2023',
      period: '2023',
      'column:D': 'rank',
      'row:57': 'data',
      'unit:Quân 1': 'quan-1',
    } as const
    expect(changeAnswers(before, new Map([['sheet', '2024']]))).toEqual({ sheet: '2024', 'unit:Quân 1': 'quan-1' })
  })

  it('about columns fall when another row is the header, and stay when the same is said again', () => {
    const before = { header: '4', 'column:D': 'rank', period: '2024' } as const
    expect(changeAnswers(before, new Map([['header', '4-5']]))).toEqual({ header: '4-5', period: '2024' })
    expect(changeAnswers(before, new Map([['header', '4']]))).toEqual(before)
  })

  it('about names that read differently in another encoding fall with it', () => {
    expect(changeAnswers({ 'unit:QuËn 1': 'new', index: 'par' }, new Map([['encoding', 'tcvn3']]))).toEqual({
      encoding: 'tcvn3',
      index: 'par',
    })
  })

  it('given together with what they depend on are kept', () => {
    expect(
      changeAnswers(
        { 'column:D': 'rank' },
        new Map([
          ['header', '5'],
          ['column:D', 'note'],
        ] as const),
      ),
    ).toEqual({ header: '5', 'column:D': 'note' })
  })

  it.each(['__proto__', 'constructor', 'a:b'])('about the unit %j are answers like any other', (name) => {
    const id = `unit:${name}` as const
    const given = changeAnswers({}, new Map([[id, 'new']]))
    expect(Object.entries(given)).toEqual([[id, 'new']])
    expect(subjectOf(id)).toBe(name)
    expect(stepOf(id)).toBe('columns')
  })
})

describe('answers beside remembered ones', () => {
  const remembered = { index: 'par', 'column:D': 'rank' } as const

  it('leave those remembered, the same and another alike', () => {
    expect(answersBeside(remembered, { ...remembered, period: '2024', 'column:D': 'note' })).toEqual({
      answers: { period: '2024', 'column:D': 'note' },
    })
  })

  it('end the remembering where one of those is taken back, so that it does not come again', () => {
    expect(answersBeside(remembered, { index: 'par', period: '2024' })).toEqual({
      answers: { index: 'par', period: '2024' },
      useMemory: false,
    })
  })
})

describe('a row that the viewer takes for a header', () => {
  it('joins the header beside it', () => {
    expect(headerAnswer([4, 5], 3, true)).toBe('3-5')
    expect(headerAnswer([4, 5], 6, true)).toBe('4-6')
  })

  it('takes its place where it is apart from it, or where there was none', () => {
    expect(headerAnswer([4, 5], 9, true)).toBe('9')
    expect(headerAnswer([], 2, true)).toBe('2')
  })

  it('leaves it, with those after it, when it is taken for something else', () => {
    expect(headerAnswer([4, 5, 6], 4, false)).toBe('5-6')
    expect(headerAnswer([4, 5, 6], 5, false)).toBe('4')
  })

  it('cannot leave the table without any', () => {
    expect(headerAnswer([4], 4, false)).toBeNull()
  })
})

describe('the step of the import', () => {
  it('that asks is the first with an open question', () => {
    expect(askingStep([question('unit:x', 'unit'), question('header', 'header')])).toBe('table')
    expect(askingStep([])).toBeNull()
  })

  it('at which a refused file stopped is the first without a result', () => {
    const none: Reading = { file: null, table: null, columns: null, units: null }
    expect(unfinishedStep(none)).toBe('file')
    expect(unfinishedStep({ ...none, file: fileRead })).toBe('table')
  })
})

const fileRead: Reading['file'] = {
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ';',
  quote: '"',
  sheet: null,
  sheets: [],
  rowCount: 2,
  columnCount: 2,
}
