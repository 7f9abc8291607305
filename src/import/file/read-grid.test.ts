import { describe, expect, test } from 'vitest'
import { utf16, utf8 } from '../../../tests/fixtures/csv/legacy-bytes'
import { readBytes } from '../../../tests/fixtures/csv/read-bytes'

const read = (text: string, answers = {}) => readBytes(utf8(text), answers)
const fileRows = async (text: string) => {
  const { grid, rows } = await read(text)
  return rows.map((cells, row) => [grid?.rows[row], ...cells])
}
const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : [...part])))

const wide = (text: string) => Array.from(text).join('\0')

describe('what is no table is refused by name', () => {
  test.each([
    ['an empty file', bytes(), 'empty-file', null],
    ['a byte order mark and blanks', bytes('\uFEFF \r\n\t\n'), 'empty-file', null],
    ['a mark of UTF-16 alone', bytes([0xff, 0xfe]), 'empty-file', null],
    ['a sep= line alone', bytes('sep=;\r\n'), 'empty-file', null],
    ['a PDF', bytes('%PDF-1.7\n'), 'binary-file', 'pdf'],
    ['an old Excel workbook', bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'binary-file', 'xls'],
    ['an old Word document', bytes([0xd0, 0xcf, 0x11, 0xe0], wide('WordDocument')), 'binary-file', 'doc'],
    [
      'a workbook with a password',
      bytes([0xd0, 0xcf, 0x11, 0xe0], wide('EncryptedPackage')),
      'binary-file',
      'encrypted',
    ],
    ['a Word document', bytes('PK\u0003\u0004....word/document.xml'), 'binary-file', 'docx'],
    ['a binary workbook', bytes('PK\u0003\u0004....xl/workbook.bin'), 'binary-file', 'xlsb'],
    [
      'an OpenDocument sheet',
      bytes('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      'binary-file',
      'ods',
    ],
    ['an archive', bytes('PK\u0003\u0004....data.csv'), 'binary-file', 'zip'],
    ['gzip', bytes([0x1f, 0x8b, 0x08]), 'binary-file', 'gzip'],
    ['RTF', bytes('{\\rtf1\\ansi'), 'binary-file', 'rtf'],
    ['a picture', bytes([0x89, 0x50, 0x4e, 0x47]), 'binary-file', 'png'],
    ['Parquet', bytes('PAR1', [0x15, 0x04]), 'binary-file', 'parquet'],
    [
      'an XML workbook',
      bytes('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="x">'),
      'binary-file',
      'xls',
    ],
    ['XML', bytes('<?xml version="1.0"?>\n<rows><row/></rows>'), 'binary-file', 'xml'],
    ['what an interface answers', bytes('{"units": [\n  {"name": "Sở Y tế", "score": 5}\n]}\n'), 'binary-file', 'json'],
    ['UTF-32', bytes([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 'not-utf8', 'UTF-32'],
    ['eight-bit text with a mark of UTF-16', bytes([0xff, 0xfe], 'Tên,Điểm\n'), 'not-utf8', 'UTF-16'],
  ])('%s', async (_, file, kind, value) => {
    const { grid, problems } = await readBytes(file)
    expect(grid).toBeNull()
    expect(problems).toMatchObject([{ kind, value, severity: 'error' }])
  })
  test.each([
    ['a login page', '\uFEFF\n<!DOCTYPE html><html><body>Đăng nhập'],
    ['a page without a doctype', '<html lang="vi">'],
    ['a report that calls itself a workbook', '<table border="1">\n<tr><td>Sở Y tế</td></tr></table>'],
    ['a web archive', 'MIME-Version: 1.0\r\nContent-Type: multipart/related'],
  ])('%s', async (_, text) => {
    const { problems } = await read(text)
    expect(problems).toMatchObject([{ kind: 'html-file', severity: 'error' }])
  })
  test('a page in UTF-16', async () => {
    const { problems } = await readBytes(utf16('<html><body>', 'le', true))
    expect(problems).toMatchObject([{ kind: 'html-file' }])
  })
  test('columns that are called after the PAR Index are no Parquet', async () => {
    const { rows } = await read('PAR1,PAR2\n85,90\n')
    expect(rows[0]).toEqual(['PAR1', 'PAR2'])
  })
  test('a header of HTML tags is text', async () => {
    const { rows } = await read('<b>Đơn vị</b>,<script>alert(1)</script>\nSở Y tế,1\n')
    expect(rows[0]).toEqual(['<b>Đơn vị</b>', '<script>alert(1)</script>'])
  })
})

describe('rows', () => {
  test('are counted as Excel counts them: blank ones, and one for a cell of two lines', async () => {
    expect(await fileRows('Đơn vị,Điểm\n\n"Sở\nY tế",3\n , \nSở X,5')).toEqual([
      [1, 'Đơn vị', 'Điểm'],
      [3, 'Sở\nY tế', '3'],
      [5, 'Sở X', '5'],
    ])
  })
  test.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('end with %s', async (_, end) => {
    expect(await fileRows(`a,b${end}${end}1,"2"${end}`)).toEqual([
      [1, 'a', 'b'],
      [3, '1', '2'],
    ])
  })
  test('end in several ways in one file, and lines in a cell with LF', async () => {
    expect(await fileRows('a,b\r\n"x\r\ny",1\n2,3\r4,5')).toEqual([
      [1, 'a', 'b'],
      [2, 'x\ny', '1'],
      [3, '2', '3'],
      [4, '4', '5'],
    ])
  })
  test('have as many cells as the file gives them', async () => {
    const { grid } = await read('a,b,c\n1\n1,2,3,\n1,2\n')
    expect([...(grid?.widths ?? [])]).toEqual([3, 1, 4, 2])
    expect(grid?.columns).toHaveLength(4)
  })
  test('a sep= line is believed and is not a row', async () => {
    expect(await fileRows('\uFEFFsep=|\r\na|b;c\r\n1|2;3\r\n')).toEqual([
      [1, 'a', 'b;c'],
      [2, '1', '2;3'],
    ])
  })
  test('a second byte order mark is no part of the first cell', async () => {
    expect(await fileRows('\uFEFF\uFEFF"Đơn vị",b\n1,2')).toEqual([
      [1, 'Đơn vị', 'b'],
      [2, '1', '2'],
    ])
  })
  test('decomposed letters and composed ones are one text', async () => {
    const { grid } = await read(`Đơn vị,b\n${'Cần Thơ'.normalize('NFD')},1\nCần Thơ,2\n`)
    expect(grid?.columns[0]?.texts).toEqual(['', 'Đơn vị', 'Cần Thơ'])
  })
  test('end before the mark with which DOS programs end a file', async () => {
    expect(await fileRows('Đơn vị,Điểm\r\nSở A,5\r\n\u001A')).toEqual([
      [1, 'Đơn vị', 'Điểm'],
      [2, 'Sở A', '5'],
    ])
  })
  test('have names without the marks that nobody sees, as web pages leave them', async () => {
    const { grid } = await read('Đơn vị,b\nSở\u200B Y tế\uFEFF,1\nSở Y tế,2\n')
    expect(grid?.columns[0]?.texts).toEqual(['', 'Đơn vị', 'Sở Y tế'])
  })
  test('over the edge of a piece of a megabyte are whole', async () => {
    const line = `"${'Sở'.repeat(300)}\r\n""x""",1`
    const { grid } = await read(`a,b\r\n${`${line}\r\n`.repeat(3000)}`)
    expect(grid?.rowCount).toBe(3001)
    expect(grid?.columns[0]?.texts).toEqual(['', 'a', `${'Sở'.repeat(300)}\n"x"`])
  })
  test('of ten thousand columns are read', async () => {
    const line = (cell: (place: number) => string) =>
      Array.from({ length: 10_000 }, (_, place) => cell(place)).join(',')
    const { grid, rows } = await read(`${line((place) => `Tiêu chí ${place}`)}\n${line(String)}\n${line(String)}\n`)
    expect(grid?.columns).toHaveLength(10_000)
    expect([rows[0]?.[9999], rows[2]?.[9999]]).toEqual(['Tiêu chí 9999', '9999'])
  })
})

describe('quotes', () => {
  test('that are never closed are refused with the cell that they open, however much follows', async () => {
    const rest = 'Sở X,84\n'.repeat(200_000)
    const { grid, problems } = await read(`Đơn vị,Điểm\nSở Y tế,85\n"Sở Tư pháp,84\n${rest}`)
    expect(grid).toBeNull()
    expect(problems).toMatchObject([
      { kind: 'bad-csv', severity: 'error', row: 3, column: 'A', value: '"Sở Tư pháp,84' },
    ])
  })
  test('that swallow rows up to another quote are refused', async () => {
    const { grid, problems } = await read('Đơn vị,Điểm\nSở A,"85\nSở B,84\nSở C,"83"\n')
    expect(grid).toBeNull()
    expect(problems).toMatchObject([{ kind: 'bad-csv', severity: 'error', row: 2, column: 'B' }])
  })
  test('that stand within a line where none may do no harm beyond it, and are named', async () => {
    const { rows, problems } = await read('Đơn vị,Điểm\n"Sở "một" cửa",2\nSở B,6\n')
    expect(problems).toMatchObject([{ kind: 'bad-csv', severity: 'warning', row: 2 }])
    expect(rows).toEqual([
      ['Đơn vị', 'Điểm'],
      ['Sở "một" cửa', '2'],
      ['Sở B', '6'],
    ])
  })
  test('after a backslash are part of a cell in a file that writes them so, even far down', async () => {
    const { rows } = await read(`Đơn vị,Điểm\n${'"Sở A",1\n'.repeat(60_000)}"Sở \\"một cửa\\"",2\n"Sở B",3\n`)
    expect(rows.slice(-2)).toEqual([
      ['Sở "một cửa"', '2'],
      ['Sở B', '3'],
    ])
  })
  test('may be single where every cell that opens with one closes with one', async () => {
    const { rows, read: as } = await read("'Đơn vị','Điểm'\n'Sở Y tế, TP','85'\n'O''Brien','1'\n")
    expect(as?.quote).toBe("'")
    expect(rows.slice(1)).toEqual([
      ['Sở Y tế, TP', '85'],
      ["O'Brien", '1'],
    ])
  })
  test("a lone one before digits is Excel's mark of text and stays", async () => {
    const { rows } = await read("Mã,Điểm\n'001,5\n'002,6\n")
    expect(rows[1]).toEqual(["'001", '5'])
  })
})

describe('the delimiter', () => {
  const delimiterOf = async (text: string) => (await read(text)).read?.delimiter
  const asked = async (text: string) =>
    (await read(text)).questions.map(({ id, options }) => [id, options.map(({ value }) => value)])

  test.each([
    ['semicolons, although decimals have commas', 'mã;A;B\nx;1,5;2,5\ny;1,25;3,5', ';'],
    ['semicolons, although every decimal has a comma and the header one in a name', 'Đơn vị;Điểm, số\nSở X;1,5', ';'],
    ['semicolons, although commas in quotes are as many', 'a;b\n"1, 2";3\n"4, 5";6', ';'],
    [
      'semicolons, although rows are cut off at their last value',
      'Đơn vị;A;B;C\nSở A;8,5\nSở B;7,5;6\nSở C;9,5;8;7',
      ';',
    ],
    ['semicolons, although a quoted name has one too', 'a;"b;c"\n1;""\n', ';'],
    [
      'semicolons, although quoted names have commas without blanks',
      '"Đơn vị";"Công khai,minh bạch";"Điểm,hạng"\n"Sở A";"8,5";"1"\n"Sở B";"9";"2"\n',
      ';',
    ],
    ['tabs', 'Đơn vị\tĐiểm\nSở X\t1,5', '\t'],
    ['commas, although names are joined by bars', 'Đơn vị,Tên khác,Điểm\nQuận 1,Q1|Q.1,5\nQuận 2,Q2|Q.2,6', ','],
    [
      'semicolons below a title with commas',
      'PHỤ LỤC I\nKèm theo Quyết định số 12/QĐ-UBND, ngày 05/3/2024, của UBND Thành phố\n\nSTT;Đơn vị;Điểm\n1;Sở A;85,5\n2;Sở B;84,25\n;Trung bình;84,9\n',
      ';',
    ],
    [
      'commas in a file that closes with notes',
      'Đơn vị,Điểm\nSở A,1\nSở B,2\nSở C,3\nGhi chú: điểm tối đa là 100; làm tròn.\n',
      ',',
    ],
  ])('%s', async (_, text, delimiter) => {
    expect(await delimiterOf(text)).toBe(delimiter)
  })
  test('two that are equally likely are asked about, with rows as they would read', async () => {
    const { questions } = await read('a,b;c\n1,2;3')
    expect(questions[0]?.options).toEqual([
      { value: ',', label: null, sample: ['a ┆ b;c', '1 ┆ 2;3'] },
      { value: ';', label: null, sample: ['a,b ┆ c', '1,2 ┆ 3'] },
      { value: '', label: null, sample: ['a,b;c', '1,2;3'] },
    ])
  })
  test('a file without any is asked about, and is one column once that is said', async () => {
    expect(await asked('Đơn vị\nSở Y tế\nSở Tư pháp\n')).toEqual([['delimiter', ['']]])
    const { rows, read: as } = await read('Đơn vị\nSở Y tế, TP\n"Sở Tư pháp"\n', { delimiter: '' })
    expect(rows).toEqual([['Đơn vị'], ['Sở Y tế, TP'], ['Sở Tư pháp']])
    expect(as?.delimiter).toBe('')
  })
  test('an answer wins over all evidence', async () => {
    const { rows } = await read('sep=,\na;b,c\n1;2,3', { delimiter: ';' })
    expect(rows).toEqual([
      ['a', 'b,c'],
      ['1', '2,3'],
    ])
  })
  test('what can never part cells is no answer', async () => {
    const { questions } = await read('a\nb\n', { delimiter: '"' })
    expect(questions.map(({ id }) => id)).toEqual(['delimiter'])
  })
  test('cells that decimals break in two are kept, for the row is wider than the header', async () => {
    const { grid } = await read('Đơn vị,Điểm\nSở Y tế,85,5\nSở Tư pháp,84,25\n')
    expect([...(grid?.widths ?? [])]).toEqual([2, 3, 3])
  })
})

describe('single broken characters', () => {
  test('a bad byte costs its own character, and its cell is named', async () => {
    const file = bytes('Đơn vị,Điểm\nSở Y tế,5\nSở Tài ch', [0xed], 'nh,6\nSở Nội vụ,', [0xff], '7\n')
    const { read: as, rows, grid, problems } = await readBytes(file)
    expect(as?.encoding).toBe('utf-8')
    expect(rows.slice(1)).toEqual([
      ['Sở Y tế', '5'],
      ['Sở Tài ch\uFFFDnh', '6'],
      ['Sở Nội vụ', '\uFFFD7'],
    ])
    expect(grid?.odd.map(({ kind, row, place }) => [kind, row, place])).toEqual([
      ['bad-byte', 2, 0],
      ['bad-byte', 3, 1],
    ])
    expect(problems.map(({ kind, row, column }) => [kind, row, column])).toEqual([
      ['bad-byte', 3, 'A'],
      ['bad-byte', 4, 'B'],
    ])
  })
  test('letters that a program lost when it saved are named, with the first cell', async () => {
    const { rows, problems } = await read('??n v?,?i?m\nS? N?i v?,85\nS? Tài chính,84\n')
    expect(rows).toHaveLength(3)
    expect(problems).toMatchObject([{ kind: 'not-utf8', severity: 'warning', row: 1, column: 'B', value: '?i?m' }])
  })
  test('questions and addresses have question marks', async () => {
    const { problems } = await read(
      'Câu hỏi,Nguồn\nCó hài lòng không?,https://a.vn/x?y=1\nCó? Không?,https://a.vn/x?z\n',
    )
    expect(problems).toEqual([])
  })
  test('a NUL refuses the file and is named by cell', async () => {
    const { grid, problems } = await read('Đơn vị,Điểm\n"Sở\nY tế",5\nSở Tư pháp,8\u00003\n')
    expect(grid).toBeNull()
    expect(problems).toMatchObject([{ kind: 'nul-byte', severity: 'error', row: 3, column: 'B', value: '8' }])
  })
})

describe('answers about cells', () => {
  test('replace the text of their cell alone and settle what was odd about it', async () => {
    const file = bytes('Đơn vị,Điểm\n\nSở A,5\nSở B,5', [0xff], '\nSở C,5\n')
    const { rows, grid, problems } = await readBytes(file, {
      'cell:B4': '5.5',
      'cell:A5': 'Sở D',
      'cell:Z9': 'x',
      'cell:B2': 'x',
    })
    expect(rows).toEqual([
      ['Đơn vị', 'Điểm'],
      ['Sở A', '5'],
      ['Sở B', '5.5'],
      ['Sở D', '5'],
    ])
    expect([grid?.odd, problems]).toEqual([[], []])
  })
  test('are told from what the file holds there', async () => {
    const { grid } = await read('Đơn vị,Điểm\nSở A,165\nSở B,9\n', { 'cell:B2': '16,5' })
    expect(grid?.corrected).toEqual([{ row: 1, place: 1, from: '165', fromNumber: false }])
  })
})
