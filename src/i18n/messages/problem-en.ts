import { translationOf } from '@/i18n/catalogue'
import type { problemVi } from '@/i18n/messages/problem-vi'

export const problemEn = translationOf<typeof problemVi>()({
  'problem.empty-file': 'Empty file',
  'problem.empty-file.text': 'The file has no content. Export it again and open it again.',
  'problem.binary-file': 'Not a text file',
  'problem.binary-file.text':
    'This is not a CSV file (perhaps Excel, PDF or a picture). In Excel choose Save as → CSV UTF-8 and open that.',
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
    'Neither the long nor the wide form was recognised. A column of unit names and columns of scores are needed; see the two samples above.',
  'problem.missing-value': 'Value missing',
  'problem.missing-value.text':
    'A required cell is empty, so the row cannot be used. Fill it in and open the file again.',
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
  'problem.ambiguous-number': 'Number with two readings',
  'problem.ambiguous-number.text':
    'The number can be read with a decimal point or a decimal comma. Check how it was read; better export with one kind only.',
  'problem.duplicate-row': 'Row repeated',
  'problem.duplicate-row.text': 'The row equals an earlier one. It counts once.',
  'problem.conflicting-rows': 'Two rows disagree',
  'problem.conflicting-rows.text':
    'The same unit and field have two different scores. Which is right is not known, so both are refused.',
  'problem.outside-unit-dates': 'Outside the dates of the unit',
  'problem.outside-unit-dates.text':
    'The unit did not exist yet, or no more, in this period. Check the name and the period.',
  'problem.total-differs': 'Total differs',
  'problem.total-differs.text': 'The published total differs from the sum of the fields. The published one is kept.',
  'problem.rank-contradicts-score': 'Rank against score',
  'problem.rank-contradicts-score.text':
    'The published rank does not follow the order of the scores. The published one is kept.',
  'problem.rank-gap': 'Gap in the ranks',
  'problem.rank-gap.text': 'A rank is missing in the sequence: a unit may be missing, or a rank may be wrong.',
  'problem.parent-cycle': 'Fields nested in a circle',
  'problem.parent-cycle.text': 'A field is its own child through the levels. Correct the column parent_id.',
  'problem.wrong-cell-count': 'Wrong number of cells',
  'problem.wrong-cell-count.text':
    'The row has another number of cells than the header, perhaps because of a delimiter within a text.',
  'problem.more': { one: '… and {n} more problem.', other: '… and {n} more problems.' },
  'problem.severity.error': 'Error',
  'problem.severity.warning': 'Note',
})
