import { describe, expect, test } from 'vitest'
import { decode, LARGEST_BYTES } from '@/import/decode'

const utf8 = (text: string) => new TextEncoder().encode(text)
const of = (...bytes: readonly number[]) => Uint8Array.from(bytes)

describe('bytes to text', () => {
  test('a byte order mark is not part of the text', () => {
    expect(decode(utf8('\uFEFFđơn vị'))).toEqual({ text: 'đơn vị' })
  })
  test('decomposed letters are composed', () => {
    expect(decode(utf8('Cần Thơ'.normalize('NFD')))).toEqual({ text: 'Cần Thơ' })
  })
  test.each([
    ['an empty file', of(), 'empty-file', null],
    ['a file of a byte order mark and blanks', utf8('\uFEFF \r\n\t\n'), 'empty-file', null],
    ['an Excel workbook', of(...utf8('PK\u0003\u0004....xl/workbook.xml')), 'binary-file', 'xlsx'],
    ['a Word document', of(...utf8('PK\u0003\u0004....word/document.xml')), 'binary-file', 'docx'],
    ['an old Excel workbook', of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'binary-file', 'xls'],
    ['a PDF', utf8('%PDF-1.7'), 'binary-file', 'pdf'],
    ['text with a NUL', utf8('a,b\n1,\0'), 'binary-file', null],
    ['a login page', utf8('\n<!DOCTYPE html><html><body>Đăng nhập'), 'html-file', null],
    ['a page without a doctype', utf8('<html lang="vi">'), 'html-file', null],
    ['UTF-16', of(0xff, 0xfe, 0x61, 0), 'not-utf8', 'UTF-16'],
  ])('%s is refused by name', (_, bytes, kind, value) => {
    expect(decode(bytes)).toMatchObject({ kind, value })
  })
  test('the line of the first byte that is not UTF-8 is named', () => {
    expect(decode(of(...utf8('đơn vị\nSở '), 0xd0, 0x41))).toMatchObject({ kind: 'not-utf8', row: 2 })
  })
  test('a file above 200 MB is refused', () => {
    expect(decode(new Uint8Array(LARGEST_BYTES + 1))).toMatchObject({ kind: 'too-large' })
  })
})
