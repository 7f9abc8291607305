import { translationOf } from '@/i18n/catalogue'
import type { problemVi } from '@/i18n/messages/problem-vi'

export const problemEn = translationOf<typeof problemVi>()({
  'problem.empty-file': 'Empty file',
  'problem.empty-file.text': 'The file has no content. Export it again and open it again.',
  'problem.binary-file': 'Kind of file that cannot be opened',
  'problem.binary-file.text':
    'This is neither a CSV table nor an Excel workbook (.xlsx). Open it with the program that made it, save the table as .xlsx or CSV UTF-8, and open that.',
  'problem.binary-file.spreadsheet':
    'This is a spreadsheet in the {type} format. In Excel or LibreOffice choose Save as → Excel workbook (.xlsx) or CSV UTF-8 and open that.',
  'problem.binary-file.document':
    'This is a {type} document, not a table of figures. Ask for the Excel file behind it, or copy the table into an Excel sheet, save it as .xlsx and open that.',
  'problem.binary-file.archive': 'This is a {type} archive. Unpack it and open the tables inside one by one.',
  'problem.binary-file.image':
    'This is a {type} picture. Figures in a picture cannot be read; ask for the Excel file behind it, or type the table.',
  'problem.binary-file.encrypted':
    'The workbook has a password. Open it in Excel, remove the password under File → Info → Protect Workbook, save it and open it again.',
  'problem.html-file': 'A web page, not figures',
  'problem.html-file.text':
    'The file is a web page, often a sign-in page saved by mistake. Sign in, download the CSV again and open that.',
  'problem.too-large': 'File too large',
  'problem.too-large.text':
    'The file is larger than a browser can open. Split it by period or block and open the parts.',
  'problem.not-utf8': 'Unknown encoding',
  'problem.not-utf8.text':
    'Some characters are not UTF-8, so accented letters may be wrong. In Excel choose Save as → CSV UTF-8 and open that.',
  'problem.not-nfc': 'Combining accents',
  'problem.not-nfc.text':
    'Accented letters are written with separate accents. Save the file in composed form (Unicode NFC).',
  'problem.bad-csv': 'Broken CSV',
  'problem.bad-csv.text':
    'This row cannot be split into columns: a quotation mark is not closed, or no delimiter is recognised.',
  'problem.bad-byte': 'Broken character',
  'problem.bad-byte.text':
    'A byte does not belong to the encoding of the file; the rest is read rightly. Text in this cell lacks a character, a number in it is refused.',
  'problem.nul-byte': 'NUL character',
  'problem.nul-byte.text':
    'The file has a NUL character here: it was cut off or damaged in copying. Export it again and open that.',
  'problem.header-only': 'Only a header row',
  'problem.header-only.text': 'The file names columns but has no row of figures. Check the filter of the export.',
  'problem.missing-table': 'Table missing',
  'problem.missing-table.text': 'The data package lacks this table. Add the file to its folder.',
  'problem.missing-column': 'Column missing',
  'problem.missing-column.text': 'A needed column was not found. Add it, or correct its name in the header row.',
  'problem.unknown-column': 'Column not recognised',
  'problem.unknown-column.text':
    'It is not known what this column is, so it is not used. If it holds scores, name it after its field.',
  'problem.duplicate-column': 'Column name twice',
  'problem.duplicate-column.text': 'Two columns have the same name: which is right is not known. Rename or remove one.',
  'problem.unknown-layout': 'Layout not recognised',
  'problem.unknown-layout.text':
    'No table of scores was found. A header row, unit names and scores are needed; or point out the header row in the step “Table found”.',
  'problem.row-aside': 'Row that is no data',
  'problem.row-aside.text':
    'A title, total, mean, note or signature: set aside, not counted as a unit. If it is data, change it in the step “Table found”.',
  'problem.column-aside': 'Column that has no place',
  'problem.column-aside.text':
    'The rank of one field: only the rank of the total is kept. The scores of the field are read.',
  'problem.hidden-row': 'Hidden row or column',
  'problem.hidden-row.text':
    'Hidden in Excel, but read all the same. If it should not be used, delete it from the file and open that again.',
  'problem.missing-value': 'Value missing',
  'problem.missing-value.text':
    'A required cell is empty, so the row cannot be used. Fill it in and open the file again.',
  'problem.filled-down': 'Taken from the row above',
  'problem.filled-down.text':
    'The cell is blank, as merged cells are saved; the unit, block or period above is used. If that is wrong, fill it in and open the file again.',
  'problem.bad-number': 'Not a number',
  'problem.bad-number.text': 'The cell should be a number but cannot be read. It is refused and does not count as 0.',
  'problem.bad-date': 'Not a date',
  'problem.bad-date.text': 'The cell should be a real date, written year-month-day.',
  'problem.bad-value': 'Value cannot be used',
  'problem.bad-value.text': 'The value is not among those allowed and is not used.',
  'problem.negative': 'Negative number',
  'problem.negative.text': 'A score cannot be negative. The cell is refused and enters no calculation.',
  'problem.out-of-range': 'Out of range',
  'problem.out-of-range.text': 'The value lies outside what is allowed and is not used.',
  'problem.above-max': 'Above the maximum',
  'problem.above-max.text': 'The score is above its maximum. The cell is refused and enters no calculation.',
  'problem.unknown-id': 'Not defined',
  'problem.unknown-id.text':
    'The name or id is not defined. In your own file the name is used as a new field; in a data package correct the id or add a row to that table.',
  'problem.unknown-unit': 'Unknown unit',
  'problem.unknown-unit.text': 'The name is not in the list of units. It is used as a new unit; check its spelling.',
  'problem.unknown-index': 'Unknown index',
  'problem.unknown-index.text':
    'The name is not in the list of indices. It is used as a new index; check its spelling.',
  'problem.unknown-period': 'Period cannot be read',
  'problem.unknown-period.text': 'A period is written like 2024, 2025-Q3, 2025-10, 2025-W47 or 2026-10-10.',
  'problem.unknown-block': 'Unknown block',
  'problem.unknown-block.text': 'The name is not in the list of blocks. It is used as a new block; check its spelling.',
  'problem.answer-differs': 'The file says something else',
  'problem.answer-differs.text':
    'The index, period or block that was given is not the one that the file names. The one in the file is used; check which is right.',
  'problem.ambiguous-number': 'Number with two readings',
  'problem.ambiguous-number.text':
    'The number can be read with a decimal point or a decimal comma. Check how it was read; better export with one kind only.',
  'problem.share-read': 'Per cent read as a share of the maximum',
  'problem.share-read.text':
    'The cell is a per cent; its points are that share of the known maximum. Named once for the column. If the column is on another scale, give its maximum in the step “Columns and units”.',
  'problem.own-maximum': 'Maximum told by points and per cent',
  'problem.own-maximum.text':
    'The points and the per cent that are published together fit one maximum only, so that one is used. If it is wrong, give the maximum in the step “Columns and units”.',
  'problem.share-differs': 'Per cent does not fit the points',
  'problem.share-differs.text':
    'The points and the per cent of the unit give no single maximum, or contradict the one that is known. The points stand, the per cent is not used. Compare with the decision.',
  'problem.date-for-number': 'Date in place of a score',
  'problem.date-for-number.text':
    'Excel turned a score into a date (12.5 into 12 May). The cell is refused; take the score back where only one is possible, or correct the file.',
  'problem.formula-error': 'Formula error',
  'problem.formula-error.text':
    'The cell is a formula with an error or without a stored value (such as #REF!, #DIV/0!). It is refused and does not count as 0. Correct it in Excel, save and open it again.',
  'problem.formula-name': 'Name like a formula',
  'problem.formula-name.text':
    'The name begins with =, +, - or @. The data package keeps it as it is, and Excel may run it as a formula when it opens the CSV table. Remove the first character in the file if it is no part of the name.',
  'problem.duplicate-row': 'Row repeated',
  'problem.duplicate-row.text':
    'The row says again what an earlier one says, or leaves it blank. Each value counts once.',
  'problem.conflicting-rows': 'Two rows disagree',
  'problem.conflicting-rows.text':
    'The same unit and field have two different scores, or a score and a word that there is none. Which is right is not known, so both are refused.',
  'problem.outside-unit-dates': 'Outside the dates of the unit',
  'problem.outside-unit-dates.text':
    'The unit did not exist yet, or no more, in this period. Check the name and the period.',
  'problem.total-differs': 'Total differs',
  'problem.total-differs.text': 'The published total differs from the sum of the fields. The published one is kept.',
  'problem.total-rounded': 'Total differs by rounding',
  'problem.total-rounded.text':
    'The published total differs from the sum of the fields, by no more than the rounding of the figures adds up to. This is no error.',
  'problem.rank-contradicts-score': 'Rank against score',
  'problem.rank-contradicts-score.text':
    'The published rank does not follow the order of the scores. The published one is kept.',
  'problem.class-contradicts-score': 'Class against score',
  'problem.class-contradicts-score.text':
    'The published class does not fit the limits of the classes or the order of the scores. The published one is kept.',
  'problem.rank-gap': 'Gap in the ranks',
  'problem.rank-gap.text': 'A rank is missing in the sequence: a unit may be missing, or a rank may be wrong.',
  'problem.jump': 'Sudden change',
  'problem.jump.text':
    "The change on the period before lies more than three standard deviations from the block's mean change. It may be right; check it against the source.",
  'problem.structure-differs': 'Structure unlike other periods',
  'problem.structure-differs.text':
    'Units, fields or maxima are not as in other periods. Check whether something is missing or mistaken.',
  'problem.structure-differs.unit-left':
    'The unit has a result in the period before and none in this one. Check that it was not left out.',
  'problem.structure-differs.unit-entered': 'The unit has no result in the period before, and one in this.',
  'problem.structure-differs.field-empty': 'The field is in the criteria, but no unit has a score.',
  'problem.structure-differs.fields-entered': 'There are fields that the criteria of the period before did not have.',
  'problem.structure-differs.fields-left': 'Fields of the period before are no longer there.',
  'problem.structure-differs.maxima-changed': 'Fields have another maximum or weight than in the period before.',
  'problem.structure-differs.own-maximum': 'The maximum of the unit is not the one that is usual in the block.',
  'problem.structure-differs.maxima-of-parts':
    'The maxima of the parts do not add up to that of the total: parts are missing or weights are not known, so totals cannot be held against sums.',
  'problem.parent-cycle': 'Fields nested in a circle',
  'problem.parent-cycle.text': 'A field is its own child through the levels. Correct the column parent_id.',
  'problem.wrong-cell-count': 'Wrong number of cells',
  'problem.wrong-cell-count.text':
    'The row has another number of cells than the header, perhaps because of a delimiter within a text, or a decimal comma without quotes.',
  'problem.more': { one: '… and {n} more problem.', other: '… and {n} more problems.' },
  'problem.expected': 'Held against: {expected}.',
  'problem.expected.answer': 'Given: {expected}.',
  'problem.expected.max': 'Maximum: {expected}.',
  'problem.expected.sum': 'Sum of the parts: {expected}.',
  'problem.expected.score': 'A column of scores, ranks or classes is needed.',
  'problem.expected.maximum': 'A column of maxima is needed.',
  'problem.expected.row': 'The other row: {expected}.',
  'problem.expected.rank': 'Rank that would follow: {expected}.',
  'problem.expected.form': 'Write it like: {expected}.',
  'problem.severity.error': 'Error',
  'problem.severity.warning': 'Warning',
  'problem.severity.info': 'For information',
  'problem.list.lede':
    'A refused cell enters no calculation and does not count as 0; nothing was left out that is not listed here. Open a group for its rows and columns, as Excel counts them.',
  'problem.list.caption': '{kind}: problems in the file by row, as Excel counts',
  'problem.list.kind': 'Problem',
  'problem.list.severity': 'Severity',
  'problem.list.file': 'File',
  'problem.list.row': 'Row',
  'problem.list.column': 'Column',
  'problem.list.header': 'Column name',
  'problem.list.value': 'Value',
  'problem.list.expected': 'Held against',
  'problem.list.text': 'What it means',
  'problem.list.fix': 'Fix',
  'problem.list.fix.use': 'Use {value}',
  'problem.list.fix.at': 'Use {value} for {place}',
  'problem.list.fix.empty': 'Leave this cell empty',
  'problem.list.place': 'Cell',
  'problem.list.place.row': 'row {row}',
  'problem.list.place.column': 'column {column}',
  'problem.list.place.both': 'row {row}, column {column}',
  'problem.list.shown': 'Showing {shown} of {n}.',
  'problem.list.all': 'Show all {n}',
  'problem.list.kept': 'The first {kept} of this group are kept; the count is exact.',
})
