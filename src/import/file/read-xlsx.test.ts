import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { handMade, letterOf } from '../../../tests/fixtures/xlsx/hand-made'
import type { MadeCell, MadeWorkbook } from '../../../tests/fixtures/xlsx/hand-made'
import { openXlsx } from '../../../tests/fixtures/xlsx/opened'
import { papiWorkbook, pciWorkbook } from '../../../tests/fixtures/xlsx/raw-shapes'
import type { Answers } from '@/import/opening'

const openRows = (rows: readonly (readonly MadeCell[])[], workbook?: MadeWorkbook) =>
  openXlsx(handMade([{ name: 'Bảng 1', rows }], workbook))
const openSheet = (xml: string, workbook?: MadeWorkbook) => openXlsx(handMade([{ name: 'Bảng 1', xml }], workbook))
const openCells = (cells: string, workbook?: MadeWorkbook) =>
  openSheet(`<sheetData><row r="1">${cells}</row></sheetData>`, workbook)

describe('figures', () => {
  test.each([
    ['what is computed in binary is shown as Excel shows it', '0.30000000000000004', '0.3'],
    ['fifteen digits are kept', '9.28322505950928', '9.28322505950928'],
    ['a float with more digits is cut to fifteen', '9.283225059509277', '9.28322505950928'],
    ['a whole number has no point', '85.0', '85'],
    ['an exponent is only another way of writing', '8.55E1', '85.5'],
    ['a negative figure', '-0.5', '-0.5'],
    ['zero is a value', '0', '0'],
    ['minus zero is zero', '-0', '0'],
  ])('%s', async (_, stored, text) => {
    const { rows, grid } = await openCells(`<c r="A1"><v>${stored}</v></c>`)
    expect(rows).toEqual([[text]])
    expect(grid?.columns[0]?.pointed).toEqual(new Set([1]))
  })

  test('a figure typed as text stays as it was typed, and is told apart from the numbers of its column', async () => {
    const { rows, grid } = await openRows([[1.234], ['85,5'], [85.5], ['1,234']])
    expect(rows).toEqual([['1.234'], ['85,5'], ['85.5'], ['1,234']])
    expect(grid?.columns[0]?.pointed).toEqual(new Set([1, 3]))
  })

  test.each([
    ['0.00%', 0.8735, '87.35%'],
    ['0%', 0.8735, '87.35%'],
    ['0.0%', 0.07, '7%'],
    [9, 1, '100%'],
    [10, 0.12345, '12.345%'],
    ['0.00"%"', 87.35, '87.35'],
    ['0.00', 84.2, '84.2'],
    ['#,##0', 1234, '1234'],
    ['[Red]-0.0;0.0', 5.25, '5.25'],
    ['@', 7, '7'],
  ])('a cell of the format %s that holds %d reads %s', async (format, number, text) => {
    expect((await openRows([[{ number, style: 1 }]], { formats: [format] })).rows).toEqual([[text]])
  })

  test('truth values are words', async () => {
    expect((await openRows([[true, false]])).rows).toEqual([['TRUE', 'FALSE']])
  })
})

describe('dates', () => {
  test.each([
    ['d-mmm', 45424, '2024-05-12', '12-thg 5'],
    ['dd/mm/yyyy', 45424, '2024-05-12', '12/05/2024'],
    ['d.m', 45424, '2024-05-12', '12.5'],
    ['[$-409]d\\-mmm;@', 45424, '2024-05-12', '12-May'],
    [14, 45424, '2024-05-12', '12/05/2024'],
    [16, 45424, '2024-05-12', '12-thg 5'],
    [17, 45424, '2024-05-12', 'thg 5-24'],
    [22, 45424.4375, '2024-05-12T10:30:00', '12/05/2024 10:30'],
    [20, 0.4375, '10:30:00', '10:30'],
    [57, 45424, '2024-05-12', '12/05/2024'],
  ])('of the format %s, %d is %s and shown as %s', async (format, number, text, shown) => {
    const { rows, grid } = await openRows([[{ number, style: 1 }]], { formats: [format] })
    expect(rows).toEqual([[text]])
    expect(grid?.odd).toEqual([{ row: 0, place: 0, kind: 'date', shown }])
    expect(grid?.columns[0]?.pointed).toBeUndefined()
  })
  test('a workbook of a Mac may count its days from 1904; a time of no day is the same', async () => {
    const { rows } = await openRows(
      [
        [
          { number: 43_962, style: 1 },
          { number: 0.4375, style: 2 },
        ],
      ],
      {
        formats: [14, 20],
        startsIn1904: true,
      },
    )
    expect(rows).toEqual([['2024-05-12', '10:30:00']])
  })
  test('a strict workbook writes dates as text', async () => {
    const { rows, grid } = await openCells('<c r="A1" s="1" t="d"><v>2024-05-12T00:00:00</v></c>', {
      formats: ['d-mmm'],
    })
    expect(rows).toEqual([['2024-05-12']])
    expect(grid?.odd).toEqual([{ row: 0, place: 0, kind: 'date', shown: '12-thg 5' }])
  })
  test('a figure that no date has is a figure, whatever its format', async () => {
    const { rows, grid } = await openRows(
      [
        [
          { number: -3, style: 1 },
          { number: 1e9, style: 1 },
        ],
      ],
      { formats: [14] },
    )
    expect(rows).toEqual([['-3', '1000000000']])
    expect(grid?.odd).toEqual([])
  })
  test('formats of cell styles that no cell can have are not those of the cells', async () => {
    expect((await openRows([[{ number: 85.5, style: 0 }]], { formats: [14] })).rows).toEqual([['85.5']])
  })
})

describe('formulas', () => {
  test('a formula counts by the value that was stored', async () => {
    const { rows, grid } = await openRows([
      [
        { formula: 'SUM(B1:C1)', stored: 85.5 },
        { formula: '"Tốt"', stored: 'Tốt' },
      ],
    ])
    expect(rows).toEqual([['85.5', 'Tốt']])
    expect(grid?.odd).toEqual([])
  })
  test('one whose value was never stored has none, and its row is not left out', async () => {
    const { rows, grid } = await openRows([['Sở Y tế'], [{ formula: 'A1&"<b>"', stored: null }]])
    expect(rows).toEqual([['Sở Y tế'], ['']])
    expect(grid?.odd).toEqual([{ row: 1, place: 0, kind: 'no-value', shown: '=A1&"<b>"' }])
  })
  test('an empty text is the value of a formula, no value an empty element', async () => {
    const { grid } = await openCells('<c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><f>1</f><v/></c>')
    expect(grid?.odd).toEqual([{ row: 0, place: 1, kind: 'no-value', shown: '=1' }])
  })
  test('errors are told as such', async () => {
    const { rows, grid } = await openCells(
      '<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    )
    expect(rows).toEqual([['#N/A', '#DIV/0!']])
    expect(grid?.odd).toEqual([
      { row: 0, place: 0, kind: 'error', shown: null },
      { row: 0, place: 1, kind: 'error', shown: '=1/0' },
    ])
  })
})

describe('texts', () => {
  const shared = (strings: string) => openCells('<c r="A1" t="s"><v>0</v></c>', { strings })
  test.each([
    [
      'runs of rich text are one',
      '<si><r><rPr><b/></rPr><t xml:space="preserve">Sở </t></r><r><t>Y tế</t></r></si>',
      'Sở Y tế',
    ],
    [
      'how a text is pronounced is no part of it',
      '<si><t>越南</t><rPh sb="0" eb="2"><t>エツナン</t></rPh></si>',
      '越南',
    ],
    ['blanks are kept where the file says so', '<si><t xml:space="preserve"> a </t></si>', ' a '],
    ['blanks of the XML are none of the text', '<si>\n  <t>\n    a b\n  </t>\n</si>', 'a b'],
    ['what XML cannot hold is escaped', '<si><t>a_x000D_\nb_x0009_c</t></si>', 'a\nb\tc'],
    ['an escape may itself be escaped', '<si><t>_x005F_x000D_</t></si>', '_x000D_'],
    ['entities', '<si><t>A &amp; B &lt;i&gt; &#272;&#x1ED9; &#x1F600;</t></si>', 'A & B <i> Độ 😀'],
    ['sections of character data', '<si><t><![CDATA[<b>&amp;]]></t></si>', '<b>&amp;'],
    ['decomposed letters are composed', `<si><t>${'Cần Thơ'.normalize('NFD')}</t></si>`, 'Cần Thơ'],
  ])('%s', async (_, strings, text) => {
    expect((await shared(strings)).rows).toEqual([[text]])
  })
  test('entities that a file defines itself are not expanded', async () => {
    const { rows } = await openXlsx(
      handMade([{ name: 'A', xml: '<sheetData/>' }], {
        parts: {
          'xl/worksheets/sheet1.xml':
            '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>',
        },
      }),
    )
    expect(rows).toEqual([['&b;']])
  })
  test('an empty shared text counts among them; a cell that names none is blank', async () => {
    const { rows, grid } = await openCells('<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"/><c r="C1" t="s"><v/></c>', {
      strings: '<si/><si><t>b</t></si>',
    })
    expect(rows).toEqual([['b']])
    expect(grid?.odd).toEqual([])
  })
  test('a shared text that is not there is no text', async () => {
    const { grid } = await openCells('<c r="A1" t="s"><v>7</v></c>', { strings: '<si><t>a</t></si>' })
    expect(grid?.odd).toMatchObject([{ kind: 'no-value' }])
  })
  test('texts that are code elsewhere are texts', async () => {
    const hostile = [
      '__proto__',
      '<script>alert(1)</script>',
      '=1+1',
      "'; DROP TABLE units; --",
      '\u202Eabc',
      'constructor',
    ]
    expect((await openRows([hostile, hostile])).rows).toEqual([hostile, hostile])
  })
})

describe('rows and columns', () => {
  test('a cell of blanks is blank, and so is a row of them', async () => {
    const { grid, rows } = await openRows([
      ['Sở X', ' ', 1],
      [' ', '\n', '\u00A0'],
      ['Sở Y', null, 2],
    ])
    expect(rows).toEqual([
      ['Sở X', '', '1'],
      ['Sở Y', '', '2'],
    ])
    expect([...(grid?.rows ?? [])]).toEqual([1, 3])
  })
  test('rows bear the number that Excel shows; blank ones, if only coloured, are left out', async () => {
    const { grid, rows } = await openSheet(
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>a</t></is></c></row><row r="5"><c r="A5" s="1"/></row><row r="1048576"><c r="C1048576"><v>1</v></c></row></sheetData>',
    )
    expect([...(grid?.rows ?? [])]).toEqual([3, 1_048_576])
    expect(rows).toEqual([
      ['', 'a', ''],
      ['', '', '1'],
    ])
    expect([...(grid?.widths ?? [])]).toEqual([3, 3])
  })
  test('cells without a name follow each other, as some writers leave names out', async () => {
    const { grid, rows } = await openSheet(
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c r="B3"><v>3</v></c><c><v>4</v></c></row></sheetData>',
    )
    expect(rows).toEqual([
      ['1', '2', ''],
      ['', '3', '4'],
    ])
    expect([...(grid?.rows ?? [])]).toEqual([1, 3])
  })
  test('cells and rows out of order are put where they belong', async () => {
    const { grid, rows } = await openSheet(
      '<sheetData><row r="4"><c r="B4"><v>42</v></c><c r="A4"><v>41</v></c></row><row r="2" hidden="1"><c r="A2" t="e"><v>#REF!</v></c></row><row r="4"><c r="C4"><v>43</v></c></row><row r="3"><c r="A3"><v>31</v></c></row></sheetData>',
    )
    expect([...(grid?.rows ?? [])]).toEqual([2, 3, 4])
    expect(rows).toEqual([
      ['#REF!', '', ''],
      ['31', '', ''],
      ['41', '42', '43'],
    ])
    expect(grid?.odd).toEqual([{ row: 0, place: 0, kind: 'error', shown: null }])
    expect(grid?.hidden).toEqual(new Set([0]))
  })
  test('the last column is XFD', async () => {
    const { grid } = await openCells('<c r="XFD1"><v>1</v></c>')
    expect(grid?.columns).toHaveLength(16_384)
    expect((await openCells('<c r="XFE1"><v>1</v></c>')).problems).toMatchObject([
      { kind: 'binary-file', value: 'damaged' },
    ])
  })
  test('every place of a wide sheet has its letter', async () => {
    const row = Array.from({ length: 800 }, (_, place) => place)
    expect(letterOf(702)).toBe('AAA')
    expect((await openRows([row])).rows).toEqual([row.map(String)])
  })
})

describe('merged and hidden cells', () => {
  test('a merged range is that of the grid, from which blank rows are left out', async () => {
    const { grid } = await openXlsx(
      handMade([
        {
          name: 'A',
          rows: [['Bảng 1'], [], ['Đơn vị', 'Điểm', null], [null, 'A', 'B'], ['Sở X', 1, 2]],
          merges: ['A1:C1', 'A3:A4', 'B3:C3', 'D9:E9'],
        },
      ]),
    )
    expect(grid?.merged).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 1, left: 1, bottom: 1, right: 2 },
    ])
  })
  test('a merged cell that repeats its text in every cell, as some tools write it, has it once', async () => {
    const { rows, problems } = await openXlsx(
      handMade([
        {
          name: 'A',
          rows: [
            ['a', 'a', 'b'],
            ['a', 1, 2],
          ],
          merges: ['A1:B1'],
        },
      ]),
    )
    expect(rows).toEqual([
      ['a', '', 'b'],
      ['a', '1', '2'],
    ])
    expect(problems).toEqual([])
  })
  test('another text under a merged cell is read, and said to be hidden', async () => {
    const { rows, grid, problems } = await openXlsx(
      handMade([
        {
          name: 'A',
          rows: [
            ['a', 'a', 'b'],
            ['c', 1, 2],
          ],
          merges: ['A1:C1'],
        },
      ]),
    )
    expect(rows).toEqual([
      ['a', 'a', 'b'],
      ['c', '1', '2'],
    ])
    expect(grid?.merged).toEqual([])
    expect(problems).toMatchObject([{ kind: 'hidden-row', severity: 'warning', row: 1, column: 'C', value: 'b' }])
  })
  test('merged ranges that overlap without end cost no more than the table has cells', async () => {
    const merges = Array.from({ length: 20_000 }, () => 'A1:XFD1048576')
    const rows = Array.from({ length: 100 }, () => Array.from({ length: 50 }, () => 1))
    expect((await openXlsx(handMade([{ name: 'A', rows, merges }]))).grid?.merged).toHaveLength(1)
  })
  test('hidden rows and columns are read, and said to be hidden', async () => {
    const { rows, grid, problems } = await openXlsx(
      handMade([
        {
          name: 'A',
          rows: [
            ['Đơn vị', 'Điểm', 'Ẩn'],
            ['Sở X', 1, 2],
            ['Sở Y', 3, 4],
          ],
          hiddenRows: [2],
          hiddenColumns: '3-9',
        },
      ]),
    )
    expect(rows?.[1]).toEqual(['Sở X', '1', '2'])
    expect(grid?.hidden).toEqual(new Set([1]))
    expect(problems).toMatchObject([
      { kind: 'hidden-row', row: 2, column: null, value: 'Sở X' },
      { kind: 'hidden-row', row: null, column: 'C', value: 'Ẩn' },
    ])
  })
})

describe('sheets', () => {
  const rows = [
    ['Đơn vị', 'Điểm'],
    ['Sở X', 1],
  ]
  const open = (
    names: readonly { name: string; state?: 'hidden' | 'veryHidden'; blank?: boolean }[],
    answers?: Answers,
  ) =>
    openXlsx(
      handMade(
        names.map(({ name, state, blank }) => ({
          name,
          ...(state && { state }),
          rows: blank ? [] : [...rows, [name]],
        })),
      ),
      answers,
    )

  test('the only sheet with cells is read', async () => {
    const { read } = await open([{ name: 'Trang tính1', blank: true }, { name: 'Điểm “2024” & hạng' }])
    expect(read).toMatchObject({
      format: 'xlsx',
      sheet: 'Điểm “2024” & hạng',
      sheets: [
        { name: 'Trang tính1', hidden: false, rowCount: 0 },
        { name: 'Điểm “2024” & hạng', hidden: false, rowCount: 3 },
      ],
      rowCount: 3,
      columnCount: 2,
    })
  })
  test('of several the viewer chooses, by their first rows', async () => {
    const { questions } = await open([{ name: '2023' }, { name: 'ẩn', state: 'veryHidden' }, { name: '2024' }])
    expect(questions).toEqual([
      {
        id: 'sheet',
        kind: 'sheet',
        free: false,
        about: [],
        options: [
          { value: '2023', label: null, sample: ['Đơn vị | Điểm', 'Sở X | 1', '2023'] },
          { value: '2024', label: null, sample: ['Đơn vị | Điểm', 'Sở X | 1', '2024'] },
          { value: 'ẩn', label: null, sample: ['Đơn vị | Điểm', 'Sở X | 1', 'ẩn'] },
        ],
      },
    ])
  })
  test('the answer wins, also when it names a hidden sheet or is written otherwise', async () => {
    const sheets = [{ name: 'PAR' }, { name: 'Cơ sở', state: 'hidden' as const }]
    expect((await open(sheets)).read?.sheet).toBe('PAR')
    expect((await open(sheets, { sheet: 'Cơ sở' })).read?.sheet).toBe('Cơ sở')
    expect((await open(sheets, { sheet: 'cơ SỞ'.normalize('NFD') })).read?.sheet).toBe('Cơ sở')
  })
  test('a sheet that is not there is asked for again', async () => {
    expect((await open([{ name: 'A' }, { name: 'B' }], { sheet: 'C' })).questions).toHaveLength(1)
    expect((await open([{ name: 'A' }], { sheet: 'C' })).questions[0]?.options.map(({ value }) => value)).toEqual(['A'])
  })
  test('a hidden sheet is never read unasked', async () => {
    const { questions } = await open([
      { name: 'A', blank: true },
      { name: 'B', state: 'hidden' },
    ])
    expect(questions[0]?.options.map(({ value }) => value)).toEqual(['B'])
  })
  test('a workbook without cells is empty', async () => {
    expect((await open([{ name: 'A', blank: true }])).problems).toMatchObject([
      { kind: 'empty-file', severity: 'error' },
    ])
  })
  test('a sheet of a chart has no cells', async () => {
    const { read } = await openXlsx(
      handMade([{ name: 'A', rows }], {
        parts: {
          'xl/workbook.xml':
            '<workbook xmlns:r="r"><sheets><sheet name="Biểu đồ" r:id="c"/><sheet name="A" r:id="s1"/></sheets></workbook>',
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="c" Type="t/chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="s1" Type="t/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        },
      }),
    )
    expect(read?.sheets.map(({ name }) => name)).toEqual(['A'])
  })
})

describe('writers', () => {
  test('a prefix before every name, absolute targets and a strict namespace', async () => {
    const { rows } = await openXlsx(
      handMade([{ name: 'A' }], {
        parts: {
          'xl/workbook.xml':
            '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:rel="r"><x:sheets><x:sheet name="A" rel:id="s1"/></x:sheets></x:workbook>',
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="s1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
          'xl/styles.xml': null,
          'xl/worksheets/sheet1.xml':
            '<x:worksheet xmlns:x="x"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="B1" s="3"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
        },
      }),
    )
    expect(rows).toEqual([['a', '1']])
  })
  test('names of parts differ in case, in slashes and in order', async () => {
    const relations =
      '<Relationships><Relationship Id="a" Type="t/worksheet" Target="..\\XL\\worksheets\\Sheet1.xml"/><Relationship Id="b" Type="t/sharedStrings" Target="./SharedStrings.xml"/></Relationships>'
    const file = zipSync({
      'xl/worksheets/sheet1.xml': strToU8(
        '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
      ),
      'xl/sharedstrings.xml': strToU8('<sst><si><t>a</t></si></sst>'),
      'xl/_rels/Workbook.xml.rels': strToU8(relations),
      'xl/Workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="A" r:id="a"/></sheets></workbook>'),
    })
    expect((await openXlsx(new File([file], 'a.xlsx'))).rows).toEqual([['a']])
  })
})

describe('what is no workbook is refused by name', () => {
  const sheet = { name: 'A', rows: [['a']] }
  const cut = async (file: File, share: number) => new File([file.slice(0, Math.floor(file.size * share))], file.name)
  test.each([
    ['a file that was cut off', () => cut(handMade([sheet]), 0.5), 'damaged'],
    ['XML that breaks off', () => handMade([{ name: 'A', xml: '<sheetData><row><c><v>1</v></c>' }]), 'damaged'],
    ['XML that is none', () => handMade([sheet], { parts: { 'xl/worksheets/sheet1.xml': 'PK\u0003' } }), 'damaged'],
    ['a part that is not there', () => handMade([sheet], { parts: { 'xl/worksheets/sheet1.xml': null } }), 'damaged'],
    ['a shared part that breaks off', () => handMade([sheet], { strings: '<si><t>' }), 'damaged'],
    ['another archive', () => new File([zipSync({ 'a.csv': strToU8('a,b') })], 'a.zip'), 'zip'],
    ['a document', () => handMade([sheet], { parts: { 'xl/workbook.xml': '<document/>' } }), 'zip'],
  ])('%s', async (_, made, value) => {
    const { rows, problems } = await openXlsx(await made())
    expect(rows).toBeNull()
    expect(problems).toMatchObject([{ kind: 'binary-file', severity: 'error', value }])
  })
  test('a part that unpacks to more than it says', async () => {
    const bytes = new Uint8Array(
      await handMade([{ name: 'A', xml: `<sheetData/>${' '.repeat(100_000)}` }]).arrayBuffer(),
    )
    const view = new DataView(bytes.buffer)
    // The size of every part in the directory at the end of the archive.
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 0x02_01_4b_50 && view.getUint32(at + 24, true) > 100_000)
        view.setUint32(at + 24, 10, true)
    expect((await openXlsx(new File([bytes], 'a.xlsx'))).problems).toMatchObject([
      { kind: 'binary-file', value: 'damaged' },
    ])
  })
  test('a few kilobytes that say they unpack to gigabytes are refused unread', async () => {
    const bytes = new Uint8Array(await handMade([sheet]).arrayBuffer())
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 0x02_01_4b_50) view.setUint32(at + 24, 0x7f_ff_ff_ff, true)
    expect((await openXlsx(new File([bytes], 'a.xlsx'))).problems).toMatchObject([{ kind: 'too-large' }])
  })
})

describe('workbooks as they are published', () => {
  test('PCI: pairs that are sorted each on its own, the look-up of one province below, an older sheet beside', async () => {
    const { questions } = await openXlsx(pciWorkbook())
    expect(questions[0]?.options.map(({ value }) => value)).toEqual(['Summary_VN', 'Summary'])
    const { rows, grid } = await openXlsx(pciWorkbook(), { sheet: 'Summary_VN' })
    expect(rows?.[0]?.slice(0, 5)).toEqual(['Thứ tự', 'Tỉnh', 'Gia nhập\n thị trường', '', 'Tiếp cận \nđất đai'])
    expect(rows?.[1]?.slice(0, 5)).toEqual(['1', 'Bắc Ninh', '9.28322505950928', 'Đà Nẵng', '7.5'])
    expect([...(grid?.rows ?? [])]).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10])
    expect(rows?.at(-1)?.slice(1, 3)).toEqual(['Hà Nội', '6.5'])
  })
  test('PAPI: two header rows, and a row made of formulas', async () => {
    const { rows } = await openXlsx(papiWorkbook())
    expect(rows?.[1]?.[3]).toBe('Tham gia của người dân ở cấp cơ sở')
    expect(rows?.[3]).toEqual(['24', 'Bac Giang', 'Bắc Giang', '', '', '', ''])
    expect(rows?.at(-1)).toEqual(['999', 'Highest', 'Điểm cao nhất', '6.125', '1.375', '1.75', '38.75'])
  })
})

describe('any table', () => {
  // What XML cannot hold writers drop or escape, each in its own way.
  const text = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('Sở Y tế', 'Quận 1\n(cũ)', ' ', '85,5', '1.234', '=A1', '_x000D_', 'a&b<c>"d\'', '__proto__'),
    )
    // oxlint-disable-next-line no-control-regex
    .map((each) => each.replaceAll(/[\u0000-\u001F\u007F-\u009F\uD800-\uDFFF\uFFFE\uFFFF]/g, '').normalize('NFC'))
  const figure = fc.oneof(
    fc.integer({ min: -100_000, max: 100_000 }).map((each) => each / 1000),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => Number(each.toPrecision(15))),
  )
  const cell = fc.oneof(text, figure, fc.constant(null))
  const table = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 })
  const textOf = (each: string | number | null | undefined) => {
    const text = String(each ?? '')
    return text.trim() === '' ? '' : text
  }
  /** The rows as they must come back: those that are not blank, each as long as the longest. */
  function expected(rows: readonly (readonly (string | number | null)[])[]) {
    const filled = rows.map((cells) => cells.map(textOf))
    const width = Math.max(0, ...filled.map((cells) => cells.findLastIndex((each) => each !== '') + 1))
    return filled
      .map((cells) => Array.from({ length: width }, (_, place) => cells[place] ?? ''))
      .filter((cells) => cells.some((each) => each !== ''))
  }

  test('of texts and figures that is written as a workbook reads back equal', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const { rows: read } = await openRows(rows)
        expect(read ?? []).toEqual(expected(rows))
      }),
      { numRuns: 60 },
    )
  })
  test('written by another tool it reads back equal too', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (drawn) => {
        // It does not escape what looks like an escape, and keeps its texts in an object.
        const rows = drawn.map((cells) =>
          cells.map((each) => (each === '_x000D_' || (typeof each === 'string' && each in {}) ? null : each)),
        )
        const data = rows.map((cells) => cells.map((value) => (value === null || value === '' ? null : { value })))
        const written = await writeXlsxFile(data).toBuffer()
        const { rows: read } = await openXlsx(new File([new Uint8Array(written)], 'a.xlsx'))
        expect(read ?? []).toEqual(expected(rows))
      }),
      { numRuns: 40 },
    )
  })
  test('rows in any order make the same grid', async () => {
    const figures = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 })
    const sheet = (rows: readonly number[]) =>
      openSheet(
        `<sheetData>${rows.map((row) => `<row r="${row}"><c r="B${row}"><v>${row}</v></c></row>`).join('')}</sheetData>`,
      )
    await fc.assert(
      fc.asyncProperty(figures, async (rows) => {
        const ordered = await sheet(rows.toSorted((a, b) => a - b))
        const { grid, rows: read } = await sheet(rows)
        expect(read).toEqual(ordered.rows)
        expect(grid?.rows).toEqual(ordered.grid?.rows)
      }),
      { numRuns: 40 },
    )
  })
  test('a workbook with any byte changed is read or refused, and nothing is thrown', async () => {
    const whole = new Uint8Array(await papiWorkbook().arrayBuffer())
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
        const bytes = whole.slice()
        bytes[at] = byte
        const { rows, problems, questions } = await openXlsx(new File([bytes], 'a.xlsx'))
        expect(rows !== null || questions.length > 0 || problems.some(({ severity }) => severity === 'error')).toBe(
          true,
        )
      }),
      { numRuns: 300 },
    )
  })
})
