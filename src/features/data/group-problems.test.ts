import { describe, expect, it } from 'vitest'
import type { Problem, ProblemKind } from '@/domain/problem'
import { groupProblems } from '@/features/data/group-problems'

const problem = (kind: ProblemKind, severity: Problem['severity'], row: number): Problem => ({
  kind,
  severity,
  file: 'a.csv',
  row,
  column: null,
  value: null,
  expected: null,
})

describe('problems by kind', () => {
  it('the worst kinds come first, rows in the order of the file, and counts are those of all, kept or not', () => {
    const groups = groupProblems(
      [
        problem('row-aside', 'info', 1),
        problem('total-differs', 'warning', 9),
        problem('above-max', 'error', 7),
        problem('above-max', 'error', 5),
      ],
      { 'row-aside': 1, 'total-differs': 1, 'above-max': 2000 },
    )
    expect(groups.map(({ kind, severity, count }) => [kind, severity, count])).toEqual([
      ['above-max', 'error', 2000],
      ['total-differs', 'warning', 1],
      ['row-aside', 'info', 1],
    ])
    expect(groups[0]?.problems.map(({ row }) => row)).toEqual([7, 5])
  })

  it('a kind is as bad as its worst problem', () => {
    const groups = groupProblems([problem('bad-value', 'warning', 1), problem('bad-value', 'error', 2)], {})
    expect(groups.map(({ severity, count }) => [severity, count])).toEqual([['error', 2]])
  })

  it('no problems, no groups', () => {
    expect(groupProblems([], {})).toEqual([])
  })
})
