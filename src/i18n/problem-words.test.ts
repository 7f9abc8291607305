import { describe, expect, it } from 'vitest'
import { PROBLEM_KINDS } from '@/domain/problem'
import { en } from '@/i18n/en'
import { problemName, problemSentence } from '@/i18n/problem-words'
import { createTranslate } from '@/i18n/translate'
import { viScreens } from '@/i18n/vi-screens'

const vi = createTranslate('vi', viScreens)
const english = createTranslate('en', en)

describe('problems in words', () => {
  it.each(PROBLEM_KINDS)('%s has a name and says what became of it, in both languages', (kind) => {
    for (const t of [vi, english]) {
      expect(problemName({ kind }, t)).not.toContain('problem.')
      const sentence = problemSentence({ kind, value: 'x', expected: '1' }, t)
      expect(sentence).not.toMatch(/problem\.|[{}]/)
      expect(sentence).toMatch(/\.$/)
    }
    expect(problemSentence({ kind, value: null, expected: null }, vi)).not.toBe(
      problemSentence({ kind, value: null, expected: null }, english),
    )
  })

  it('the maximum that a score exceeds is named', () => {
    expect(problemSentence({ kind: 'above-max', value: '105', expected: '100' }, vi)).toBe(
      'Điểm lớn hơn điểm tối đa. Ô bị loại, không vào phép tính nào. Tối đa: 100.',
    )
  })

  it('the other of two contradicting rows is named as a row, a missing column by what it would hold', () => {
    expect(problemSentence({ kind: 'conflicting-rows', value: '8', expected: '12' }, vi)).toContain('Dòng kia: 12.')
    const missing = problemSentence({ kind: 'missing-column', value: null, expected: 'score' }, vi)
    expect(missing).toContain('Cần một cột điểm')
    expect(missing).not.toContain('score')
  })

  it.each([
    ['xls', 'Excel 97–2003 (.xls)', 'Lưu thành → Sổ Excel (.xlsx)'],
    ['ods', 'OpenDocument (.ods)', 'Lưu thành → Sổ Excel (.xlsx)'],
    ['pdf', 'PDF', 'xin tệp Excel gốc'],
    ['zip', 'ZIP', 'Giải nén'],
    ['encrypted', 'mật khẩu', 'bỏ mật khẩu'],
  ])('a %s is refused by name, with the way out', (value, name, wayOut) => {
    const sentence = problemSentence({ kind: 'binary-file', value, expected: null }, vi)
    expect(sentence.toLowerCase()).toContain(name.toLowerCase())
    expect(sentence.toLowerCase()).toContain(wayOut.toLowerCase())
  })

  it('what a file says cannot change the sentence', () => {
    expect(problemSentence({ kind: 'above-max', value: '{expected}', expected: '{n}' }, vi)).toContain('Tối đa: {n}.')
  })
})
