import { describe, expect, it } from 'vitest'
import type { Problem } from '@/domain/problem'
import { severityCounts, stepStatuses } from '@/features/data/import-summary'
import type { Reading } from '@/import/opening'
import type { OpenFileResult } from '@/queries/open-file'

const problem = (kind: Problem['kind'], severity: Problem['severity']): Problem => ({
  kind,
  severity,
  file: 'diem.csv',
  row: 3,
  column: 'D',
  value: '105',
  expected: null,
})
const reading: Reading = { file: null, table: null, columns: null, units: null }
const opened = (given: Partial<OpenFileResult> = {}): OpenFileResult =>
  ({
    outcome: 'opened',
    packageId: 'file-1',
    title: 'diem',
    rowCount: 2,
    unitCount: 2,
    reading,
    problems: [],
    problemCounts: {},
    remembered: {},
    ...given,
  }) as OpenFileResult

describe('how many problems there are', () => {
  it('is exact beyond those that are listed', () => {
    expect(severityCounts([problem('above-max', 'error')], { 'above-max': 2000 })).toEqual({
      errors: 2000,
      warnings: 0,
    })
  })

  it('leaves out what was rightly set aside', () => {
    const both = [problem('row-aside', 'info'), problem('row-aside', 'warning')]
    expect(severityCounts(both, { 'row-aside': 2 })).toEqual({ errors: 0, warnings: 1 })
  })
})

describe('the four steps', () => {
  it('are all clear for a file that was read without a question or a problem', () => {
    expect(stepStatuses(opened())).toEqual({ file: 'done', table: 'done', columns: 'done', checked: 'done' })
  })

  it('ask at the first step with an open question; those after it are not reached', () => {
    const asking = opened({
      outcome: 'needs-answer',
      questions: [{ id: 'header', kind: 'header', options: [], free: true, about: [] }],
    })
    expect(stepStatuses(asking)).toEqual({ file: 'done', table: 'asks', columns: 'later', checked: 'later' })
  })

  it('stop where a refused file stopped', () => {
    expect(stepStatuses(opened({ outcome: 'refused' }))).toMatchObject({ file: 'failed', table: 'later' })
  })

  it('point at the check where a cell was refused, and at new units that nobody confirmed', () => {
    const units = [{ name: 'Sở Lạ', row: 3, unitId: null, unitName: null, answered: false, suggestions: [] }]
    const result = opened({
      problems: [problem('above-max', 'error')],
      problemCounts: { 'above-max': 1 },
      reading: { ...reading, units },
    })
    expect(stepStatuses(result)).toEqual({ file: 'done', table: 'done', columns: 'look', checked: 'look' })
  })
})
