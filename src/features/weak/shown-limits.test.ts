import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rule } from '@/db/questions/package'
import { LIMIT_NAMES, LIMIT_RANGES } from '@/domain/weak-limits'
import {
  fieldStep,
  fieldValue,
  limitsParameter,
  readField,
  shownLimits,
  withLimit,
  withoutLimits,
} from '@/features/weak/shown-limits'
import { DEFAULT_VIEW, parseView, serializeView } from '@/view/view-state'

const RULES: readonly Rule[] = [
  { ruleId: 'weak-absolute-share', value: 0.65 },
  { ruleId: 'weak-relative-deviations', value: 1 },
  { ruleId: 'weak-bottom-quantile', value: 0.25 },
  { ruleId: 'weak-relative-min-units', value: 8 },
  { ruleId: 'weak-fall-share', value: 0.05 },
]
const { packageValues } = shownLimits(DEFAULT_VIEW, RULES)

describe('thresholds', () => {
  it("are the package's where the link names none", () => {
    expect(shownLimits(DEFAULT_VIEW, RULES)).toEqual({
      values: { absolute: 0.65, deviations: 1, quantile: 0.25, fall: 0.05 },
      packageValues: { absolute: 0.65, deviations: 1, quantile: 0.25, fall: 0.05 },
      minUnits: 8,
      own: false,
    })
  })

  it('of a link replace those that they name, and the rest stay the package’s', () => {
    expect(shownLimits({ ...DEFAULT_VIEW, absolute: 0.7, fall: 0.02 }, RULES)).toMatchObject({
      values: { absolute: 0.7, deviations: 1, quantile: 0.25, fall: 0.02 },
      own: true,
    })
    expect(limitsParameter({ ...DEFAULT_VIEW, absolute: 0.7, fall: 0.02 })).toBe('0.7~~~0.02')
    expect(limitsParameter(DEFAULT_VIEW)).toBe('package')
  })

  it('that equal the package’s are the package’s, and leave the link as it was', () => {
    expect(shownLimits({ ...DEFAULT_VIEW, absolute: 0.65, quantile: 0.25 }, RULES).own).toBe(false)
    const moved = withLimit(DEFAULT_VIEW, 'absolute', 0.7, packageValues)
    expect(moved.absolute).toBe(0.7)
    expect(withLimit(moved, 'absolute', 0.65, packageValues)).toEqual(DEFAULT_VIEW)
    expect(withoutLimits({ ...moved, fall: 0.1 })).toEqual(DEFAULT_VIEW)
  })
})

describe('a field of the form', () => {
  it('writes shares in per cent', () => {
    expect(LIMIT_NAMES.map((name) => fieldValue(name, packageValues[name]))).toEqual([65, 1, 25, 5])
    expect(readField('absolute', '58.5')).toBe(0.585)
    expect(readField('fall', '0.1')).toBe(0.001)
    expect(readField('deviations', '1.25')).toBe(1.25)
  })

  it('takes no blank, no word and nothing out of range', () => {
    expect(['', ' ', 'x', '-1', '100.01', '1e9'].map((typed) => readField('absolute', typed))).toEqual(
      Array.from({ length: 6 }, () => null),
    )
    expect(readField('fall', '0')).toBeNull()
    expect(readField('quantile', '51')).toBeNull()
  })

  it('does not call a value between two steps an error', () => {
    expect([fieldStep('absolute', 0.65), fieldStep('absolute', 0.655), fieldStep('deviations', 1.3)]).toEqual([
      1,
      'any',
      0.1,
    ])
  })

  it('whatever it takes, the link brings back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LIMIT_NAMES), fc.double({ min: 0, max: 100, noNaN: true }), (name, number) => {
        const value = readField(name, String(number))
        if (value === null) return
        expect(value).toBeGreaterThanOrEqual(LIMIT_RANGES[name].min)
        expect(parseView(serializeView({ ...DEFAULT_VIEW, [name]: value })).view[name]).toBe(value)
      }),
    )
  })
})
