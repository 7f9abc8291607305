import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { OpenRequest } from '@/import/worker-messages'
import { SMALL_BASE } from '../../tests/fixtures/csv/base'

const isRequest = (answers: unknown) =>
  v.is(OpenRequest, { type: 'open', file: new File(['x'], 'a.csv'), base: SMALL_BASE, answers })

describe('what a worker is asked to open', () => {
  test.each([{}, { period: '2024', 'column:D': 'rank', 'cell:D57': '', 'unit:__proto__': 'new', 'unit:a:b': 'new' }])(
    'may have any answers that a question can have: %j',
    (answers) => {
      expect(isRequest(answers)).toBe(true)
    },
  )
  test.each([
    ['no text', { 'column:D': 5 }],
    ['about nothing that is asked', { colour: 'red' }],
    ['longer than any cell', { 'unit:x': 'x'.repeat((1 << 20) + 1) }],
    ['not even an object', 'index=par'],
  ])('has no answers that are %s', (_, answers) => {
    expect(isRequest(answers)).toBe(false)
  })
})
