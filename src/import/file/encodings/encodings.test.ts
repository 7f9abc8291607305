import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { savedAsUtf8, tcvn3, utf16, utf8, vni, windows1258 } from '../../../../tests/fixtures/csv/legacy-bytes'
import { readBytes } from '../../../../tests/fixtures/csv/read-bytes'
import { handMade } from '../../../../tests/fixtures/xlsx/hand-made'
import { ENCODING_IDS, encodingId, encodingParts } from '@/import/file/encodings/encoding-id'
import { isVietnameseSyllable } from '@/import/file/encodings/vietnamese-syllable'

const ROWS = [
  ['STT', 'Đơn vị', 'Tổng điểm', 'Xếp hạng', 'Ghi chú'],
  ['1', 'Sở Tài nguyên và Môi trường', '85,5', '1', ''],
  ['2', 'UBND quận Gò Vấp', '83,44', '2', 'Hội đồng thẩm định'],
  ['3', 'Ban Quản lý các khu chế xuất', '80', '3', 'chưa nộp'],
]
const TABLE = ROWS.map((cells) => cells.join(';')).join('\r\n')
const latin = (text: string) => Uint8Array.from(Array.from(text, (letter) => letter.codePointAt(0) ?? 0))

describe('a table of units is read, whatever wrote it', () => {
  test.each([
    ['UTF-8', utf8(TABLE), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\uFEFF${TABLE}`), 'utf-8'],
    ['UTF-8 with accents apart', utf8(TABLE.normalize('NFD')), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(TABLE, 'le', true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(TABLE, 'be', true), 'utf-16be'],
    ['UTF-16 LE without', utf16(TABLE, 'le', false), 'utf-16le'],
    ['UTF-16 BE without', utf16(TABLE, 'be', false), 'utf-16be'],
    ['Windows-1258', windows1258(TABLE), 'windows-1258'],
    ['TCVN3', tcvn3(TABLE), 'tcvn3'],
    ['VNI', vni(TABLE), 'vni'],
    ['TCVN3 letters in UTF-8', savedAsUtf8(tcvn3(TABLE)), 'utf-8+tcvn3'],
    ['VNI letters in UTF-8', savedAsUtf8(vni(TABLE)), 'utf-8+vni'],
    ['Windows-1258 taken for 1252', savedAsUtf8(windows1258(TABLE)), 'utf-8+windows-1258'],
    ['UTF-8 taken for Windows-1252', savedAsUtf8(utf8(TABLE)), 'utf-8+utf-8'],
    ['UTF-8 taken for Windows-1258, as Excel in Vietnam does', savedAsUtf8(utf8(TABLE), 1258), 'utf-8+utf-8'],
    [
      'UTF-8 taken for Latin-1, its no-break spaces lost',
      utf8(latinText(utf8(TABLE)).replaceAll('\u00A0', ' ')),
      'utf-8+utf-8',
    ],
    [
      'TCVN3 letters in UTF-16, as Excel saves Unicode text',
      utf16(latinText(tcvn3(TABLE)), 'le', true),
      'utf-16le+tcvn3',
    ],
  ])('%s', async (_, bytes, encoding) => {
    const { read, rows } = await readBytes(bytes)
    expect(read?.encoding).toBe(encoding)
    expect(rows).toEqual(ROWS)
  })
})

/** Every byte as the character of its number: ISO 8859-1 to the letter. */
function latinText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('')
}

describe('every letter of Vietnamese', () => {
  const small = Array.from('aăâeêioôơuưy').flatMap((vowel) =>
    ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')),
  )
  const letters = [...small, 'đ']
  const line = (text: readonly string[]) => `${text.join(',')}\n`
  test('is read in TCVN3, and the seven capitals that it has', async () => {
    const expected = [...letters, ...Array.from('ĂÂĐÊÔƠƯ')]
    const { rows } = await readBytes(tcvn3(line(expected)), { encoding: 'tcvn3' })
    expect(rows).toEqual([expected])
  })
  test.each([
    ['vni', vni],
    ['windows-1258', windows1258],
  ])('is read in %s, capitals too', async (encoding, write) => {
    const expected = [...letters, ...letters.map((letter) => letter.toUpperCase())]
    const { rows } = await readBytes(write(line(expected)), { encoding })
    expect(rows).toEqual([expected])
  })
  test('is read in VISCII, capitals among the controls too', async () => {
    const capitals = [0x02, 0x05, 0x06, 0x14, 0x19, 0x1e].flatMap((byte) => [byte, 0x2c])
    const file = Uint8Array.from([...utf8('a,'), ...capitals, 0xaa, 0xd5, 0xf0, 0x80, 0x92])
    const { rows } = await readBytes(file, { encoding: 'viscii', delimiter: ',' })
    expect(rows).toEqual([['a', 'Ẳ', 'Ẵ', 'Ẫ', 'Ỷ', 'Ỹ', 'Ỵ', 'ếạđẠỖ']])
  })
})

describe('which letters are meant', () => {
  test('text in capitals of a TCVN3 font is capitals', async () => {
    const { rows } = await readBytes(savedAsUtf8(tcvn3('ĐƠN VỊ,Điểm\nUBND QUẬN GÒ VẤP,5\nSở Y tế,6\n')))
    expect(rows.map(([unit]) => unit)).toEqual(['ĐƠN VỊ', 'UBND QUẬN GÒ VẤP', 'Sở Y tế'])
  })
  test('cells in Unicode beside cells in TCVN3 are each read as they are', async () => {
    const header = 'Đơn vị,Ghi chú,Điểm\n'
    const units = latinText(tcvn3('Sở Y tế,có,1\nSở Công Thương,không,2\nCông an,có,3\n'))
    const notes = 'Quận Bình Tân,Thẩm định,4\n'
    const { rows } = await readBytes(utf8(header + units + notes))
    expect(rows).toEqual([
      ['Đơn vị', 'Ghi chú', 'Điểm'],
      ['Sở Y tế', 'có', '1'],
      ['Sở Công Thương', 'không', '2'],
      ['Công an', 'có', '3'],
      ['Quận Bình Tân', 'Thẩm định', '4'],
    ])
  })
  test('a single cell in TCVN3 among Unicode and French is read, the others stay', async () => {
    const one = latinText(tcvn3('Sở Tư pháp'))
    const { rows } = await readBytes(utf8(`Đơn vị,Nguồn,Điểm\n${one},Nestlé,1\nSở Y tế,Zürich,2\nĐông Anh,5 µm,3\n`))
    expect(rows.slice(1)).toEqual([
      ['Sở Tư pháp', 'Nestlé', '1'],
      ['Sở Y tế', 'Zürich', '2'],
      ['Đông Anh', '5 µm', '3'],
    ])
  })
  test('a letter that was lost on the way costs itself alone, and its cell is named', async () => {
    const saved = new TextDecoder().decode(savedAsUtf8(utf8(TABLE))).replaceAll('\u0090', '')
    const { read, rows, problems } = await readBytes(utf8(saved))
    expect([read?.encoding, rows[1]]).toEqual(['utf-8+utf-8', ROWS[1]])
    expect(rows[0]?.slice(0, 3)).toEqual(['STT', '\uFFFDơn vị', 'Tổng điểm'])
    expect(problems).toMatchObject([{ kind: 'bad-byte', row: 1, column: 'B', value: '\uFFFDơn vị' }])
  })
  test('a workbook whose cells are in a TCVN3 font is read, and one in Unicode stays', async () => {
    const font = (text: string) => new TextDecoder().decode(savedAsUtf8(tcvn3(text)))
    const rows = ROWS.map((cells) => cells.map(font))
    const workbook = handMade([{ name: 'Sheet1', rows }])
    const read = await readBytes(workbook, {}, 'DDCI.xlsx')
    expect(read.read).toMatchObject({ format: 'xlsx', encoding: 'utf-8+tcvn3' })
    expect(read.rows.map((cells) => cells.slice(0, 3))).toEqual(ROWS.map((cells) => cells.slice(0, 3)))
    const unicode = await readBytes(handMade([{ name: 'Sheet1', rows: ROWS }]), {}, 'DDCI.xlsx')
    expect(unicode.read?.encoding).toBeNull()
  })
  test('French, Spanish and German text is Latin-1', async () => {
    const text = 'nom,país\ncafé,España\nnaïve,Zürich\nà côté,Málaga\n'
    const { read, rows } = await readBytes(latin(text))
    expect(read?.encoding).toBe('windows-1252')
    expect(rows[2]).toEqual(['naïve', 'Zürich'])
  })
  test('quotes and dashes of Windows-1252 are those, whatever the decoder makes of them', async () => {
    const { rows } = await readBytes(
      Uint8Array.from([...utf8('caf'), 0xe9, ...utf8(',l'), 0x92, ...utf8('an '), 0x96, 0x80, 0x0a]),
    )
    expect(rows).toEqual([['café', 'l’an –€']])
  })
  test('French names and units of measure in UTF-8 stay', async () => {
    const text = 'Đơn vị,Chỉ tiêu,nom\nSở Y tế,PM10 (µg/m³),café\nSở Xây dựng,25 °C ± 1,Zürich\nCông an,µm,São Paulo\n'
    const { read, rows } = await readBytes(utf8(text))
    expect([read?.encoding, rows.map((cells) => cells.join(',')).join('\n')]).toEqual(['utf-8', text.trim()])
  })
  test('signs that would be letters in TCVN3 are never changed unasked in a file in Unicode', async () => {
    const text = 'Đơn vị,Điều\nSở Y tế,§ 1\nSở Tư pháp,§ 2\nQuận Gò Vấp,§ 3\nHuyện Củ Chi,§ 4\n'
    const { questions } = await readBytes(utf8(text))
    expect(questions[0]?.options.map(({ value }) => value)).toEqual(['utf-8+tcvn3', 'utf-8'])
    const { rows } = await readBytes(utf8(text), { encoding: 'utf-8' })
    expect(rows[1]).toEqual(['Sở Y tế', '§ 1'])
  })
  test('Vietnamese that has only Latin-1 letters stays', async () => {
    const text = 'Tên,A\nHuyên,1\nCông an,2\nXã Tân Hòa,3\nTân Bình,4\n'
    const { read, rows } = await readBytes(utf8(text))
    expect([read?.encoding, rows[3]?.[0]]).toEqual(['utf-8', 'Xã Tân Hòa'])
  })
  test('the Icelandic letter is Đ in words of Vietnamese, and itself in others', async () => {
    const { read, rows } = await readBytes(
      utf8('Ðơn vị,QÐ\nÐông Anh,1\nBảo Ðảm xã hội,2\nHuyện Ðức Hòa,3\nBorgarfjörður,4\n'),
    )
    expect(read?.encoding).toBe('utf-8')
    expect(rows.flat()).toEqual([
      'Đơn vị',
      'QĐ',
      'Đông Anh',
      '1',
      'Bảo Đảm xã hội',
      '2',
      'Huyện Đức Hòa',
      '3',
      'Borgarfjörður',
      '4',
    ])
  })
  test('pure ASCII is UTF-8', async () => {
    expect((await readBytes(utf8('a,b\n1,2'))).read?.encoding).toBe('utf-8')
  })
  test('letters that first occur after megabytes of digits decide all the same', async () => {
    const digits = `1,2,3\n`.repeat(400_000)
    const { read, rows } = await readBytes(Uint8Array.from([...utf8(digits), ...tcvn3('Sở Tư pháp,điểm,hạng\n')]))
    expect([read?.encoding, rows.at(-1)]).toEqual(['tcvn3', ['Sở Tư pháp', 'điểm', 'hạng']])
  })
  test('text that can be Vietnamese in two encodings is asked about, with the readings', async () => {
    const { questions } = await readBytes(latin('a,b\nn\u00E9,1\n'))
    expect(questions).toEqual([
      {
        id: 'encoding',
        kind: 'encoding',
        options: [
          { value: 'windows-1252', label: null, sample: ['né'] },
          { value: 'tcvn3', label: null, sample: ['nộ'] },
        ],
        free: false,
        about: ['né'],
      },
    ])
    const { rows } = await readBytes(latin('a,b\nn\u00E9,1\n'), { encoding: 'tcvn3' })
    expect(rows[1]).toEqual(['nộ', '1'])
  })
  test('bytes that are text in no known encoding are asked about, never shown as if they were read', async () => {
    const { grid, questions } = await readBytes(
      Uint8Array.from([...utf8('a,b\n'), 0x8e, 0xa9, 0xb1, 0xd7, 0x2c, 0x93, 0xfa, 0x96, 0x7b, 0x0a]),
    )
    expect(grid).toBeNull()
    expect(questions.map(({ id }) => id)).toEqual(['encoding'])
  })
  test('an open delimiter is asked about with letters that can be read', async () => {
    const { questions } = await readBytes(tcvn3('Đơn vị\nSở Y tế\nSở Tư pháp\n'))
    expect(questions.map(({ id, options }) => [id, options[0]?.sample])).toEqual([
      ['delimiter', ['Đơn vị', 'Sở Y tế', 'Sở Tư pháp']],
    ])
  })
})

describe('the units that ship', () => {
  const units = readFileSync('data/tp-hcm-mau/units.csv', 'utf8').split('\n').slice(1)
  const names = units.map((line) => line.split(',')[1] ?? '').filter((name) => /\P{ASCII}/u.test(name))
  const writers = [
    ['tcvn3', tcvn3],
    ['vni', vni],
    ['windows-1258', windows1258],
    ['utf-8+tcvn3', (text: string) => savedAsUtf8(tcvn3(text))],
    ['utf-8+vni', (text: string) => savedAsUtf8(vni(text))],
    ['utf-8+utf-8', (text: string) => savedAsUtf8(utf8(text))],
    ['utf-16le', (text: string) => utf16(text, 'le', false)],
  ] as const
  test.each(writers)('are known in %s, five at a time', async (encoding, write) => {
    let asked = 0
    for (let first = 0; first < names.length; first += 5) {
      const some = names.slice(first, first + 5)
      const { read, rows, questions } = await readBytes(write(['a,b', ...some.map((name) => `${name},1`)].join('\n')))
      if (questions.length > 0) {
        asked++
        expect(questions[0]?.options.map(({ value }) => value)).toContain(encoding)
        continue
      }
      expect(read?.encoding).toBe(encoding)
      expect(rows.slice(1).map(([name]) => name?.toLowerCase())).toEqual(some.map((name) => name.toLowerCase()))
    }
    expect(asked).toBeLessThanOrEqual(1)
  })
})

test('the id of an encoding says what it is, and is read back', () => {
  expect(ENCODING_IDS.map((id) => encodingId(encodingParts(id) ?? { outer: 'utf-8', inner: null }))).toEqual(
    ENCODING_IDS,
  )
  expect(encodingParts('latin-2')).toBeNull()
})

describe('a syllable of Vietnamese', () => {
  test.each(
    ['sở', 'QUẬN', 'Nguyễn', 'giếng', 'gì', 'quýt', 'khuỷu', 'ương', 'thuở', 'xoong', 'Đắk', 'hoà', 'hòa', 'thuý'].map(
      (word) => [word],
    ),
  )('%s can be one', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true)
  })
  test.each(['së', 'quËn', 'café', 'bờớ', 'wờ', 'các̀', 'còt', 'fồ', 'ngườii', 'sỞ', ''].map((word) => [word]))(
    '%s cannot',
    (word) => {
      expect(isVietnameseSyllable(word)).toBe(false)
    },
  )
})
