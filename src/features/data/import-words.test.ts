import { beforeAll, describe, expect, it } from 'vitest'
import { accentedLine } from '@/features/data/accented-line'
import { encodingName, isolate, optionName, readOut } from '@/features/data/import-words'
import { rowsInWords } from '@/features/data/rows-in-words'
import { VIETNAMESE as vi, createI18n, loadScreenTexts } from '@/i18n/use-i18n'
import { en as enTexts } from '@/i18n/en'

const en = createI18n('en', enTexts)
beforeAll(loadScreenTexts)

describe('the read-out of a cell', () => {
  it('is the number under the decimal mark of its column, written in the language of the page', () => {
    expect(readOut('8,59', ',', vi)).toBe('8,59')
    expect(readOut('8,59', ',', en)).toBe('8.59')
    expect(readOut('1.234,5', ',', en)).toBe('1,234.5')
    expect(readOut('1.234', '.', vi)).toBe('1,234')
  })

  it('keeps the decimals as they were published', () => {
    expect(readOut('84.20', '.', vi)).toBe('84,20')
  })

  it('is left out where the mark decides nothing', () => {
    expect(readOut('85', ',', vi)).toBeNull()
    expect(readOut('8,59', null, vi)).toBeNull()
    expect(readOut('Quận 1, phường 2', ',', vi)).toBeNull()
    expect(readOut('', ',', vi)).toBeNull()
  })
})

describe('words for what can be chosen', () => {
  it('name encodings as people know them, and one that is stored in another', () => {
    expect(encodingName('tcvn3', vi)).toBe('TCVN3 (ABC)')
    expect(encodingName('utf-8+vni', vi)).toBe('VNI, đã lưu nhầm thành UTF-8')
    expect(encodingName('utf-7', vi)).toBe('utf-7')
  })

  it('are those of the file or of the registry where they have a label', () => {
    expect(optionName('unit', { value: 'quan-go-vap', label: 'Quận Gò Vấp' }, vi)).toBe('Quận Gò Vấp')
    expect(optionName('unit', { value: 'new', label: null }, vi)).toBe('đơn vị mới')
    expect(optionName('header', { value: '4-5', label: null }, vi)).toBe('dòng 4–5')
    expect(optionName('period', { value: '2025-Q3', label: null }, vi)).toBe('Quý 3/2025')
    expect(optionName('max', { value: '1000', label: null }, vi)).toBe('1.000')
    expect(optionName('column', { value: 'sub-index:Tài chính', label: null }, vi)).toBe('Tài chính')
    expect(optionName('delimiter', { value: '\u001F', label: null }, vi)).toBe('“\u001F”')
  })

  it.each(['__proto__', 'constructor', 'toString'])('leave the hostile value %j as it is', (value) => {
    expect(optionName('form', { value, label: null }, vi)).toBe(value)
    expect(optionName('column', { value, label: null }, vi)).toBe(value)
    expect(optionName('delimiter', { value, label: null }, vi)).toBe(`“${value}”`)
  })
})

describe('a text of the file in a sentence', () => {
  it('cannot turn the direction of what follows it', () => {
    expect(isolate('\u202Eabc')).toBe('\u2068\u202Eabc\u2069')
    expect(isolate('مرحبا')).toBe('\u2068مرحبا\u2069')
  })

  it('stays as it is where it turns nothing', () => {
    expect(isolate('Quận Gò Vấp')).toBe('Quận Gò Vấp')
  })
})

describe('the line to judge an encoding by', () => {
  const row = (...cells: string[]) => ({ row: 1, kind: 'data', hidden: false, cells }) as const

  it('is the row with the most letters beyond ASCII', () => {
    expect(accentedLine([row('STT', 'Ma'), row('1', 'Sở Tư pháp'), row('2', 'Quận 1')])).toBe('1 · Sở Tư pháp')
  })

  it('is missing where every letter is ASCII', () => {
    expect(accentedLine([row('unit', 'score')])).toBeNull()
  })
})

describe('rows in words', () => {
  it.each([
    [[4], '4'],
    [[4, 5], '4–5'],
    [[4, 6], '4, 6'],
    [[], ''],
  ])('%j are %j', (rows, words) => {
    expect(rowsInWords(rows)).toBe(words)
  })
})
