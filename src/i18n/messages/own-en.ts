import { translationOf } from '@/i18n/catalogue'
import type { ownVi } from '@/i18n/messages/own-vi'

export const ownEn = translationOf<typeof ownVi>()({
  'own.lost': 'This file is no longer open',
  'own.lost.more':
    'A file that you open stays in the tab that opened it, or on the machine that you keep it on; elsewhere it must be opened again. No figures of another package take its place.',
  'own.lost.other': 'See {package}',
  'own.lost.open': 'Open the file again',
  'own.lede':
    'What you open from files is in this tab only and gone when it is closed, unless you keep it on this machine.',
  'own.keep': 'Keep on this machine',
  'own.kept': 'Kept on this machine',
  'own.keep.hint':
    'It is still here after a reload. Whoever uses this browser can see it; when the machine runs out of room, the browser may delete it.',
  'own.release': 'Stop keeping',
  'own.stored': '{package} is kept on this machine.',
  'own.released': '{package} was deleted from the machine; it stays open in this tab.',
  'own.forbidden':
    'The browser lets this page store nothing (private mode, or an embedded page). {package} stays open in this tab.',
  'own.full': 'The machine has no room left. {package} stays open in this tab; download it (zip) to keep it.',
  'own.renamed':
    'Another tab has kept a package under the same id, so this one has a new id; the link has changed with it.',
  'own.unreadable': {
    one: '{n} record on this machine cannot be read (broken, or from another version): {names}. “Delete everything” deletes it too.',
    other:
      '{n} records on this machine cannot be read (broken, or from another version): {names}. “Delete everything” deletes them too.',
  },
  'own.storage.forbidden': 'The browser lets this page store nothing, so everything is in this tab only.',
  'own.waiting': 'Computing the ranking: {package}',
  'own.waiting.why':
    'Rows in {file}: {rows}. A large file may take half a minute. Nothing is lost by going back to the Data page: the file stays open, and the computing goes on.',
  'own.waiting.stop': 'Stop waiting, back to the Data page',
  'own.waiting.engine': 'Fetching the engine: {loaded} of {total} MB',
  'own.waiting.tables': 'Loading the figures into the engine: {loaded} of {total} MB',
  'own.waiting.loading': 'Loading the figures into the engine…',
  'own.machine': 'On this machine',
  'own.machine.counts': 'Packages kept: {packages}. Readings remembered: {memories}.',
  'own.machine.memories': 'Remembered readings, from: {names}.',
  'own.delete': 'Delete all figures from files',
  'own.delete.ask':
    'Delete every package opened from a file ({packages}) and every remembered reading ({memories}), on the machine and in this tab?',
  'own.delete.go': 'Delete for good',
  'own.delete.not': 'Cancel',
  'own.deleted': 'Deleted: {packages} packages ({names}) and {memories} remembered readings.',
  'own.deleted.nothing': 'There was nothing to delete.',
  'own.package.kept': 'File {file}.',
  'own.over': 'On top of {package}',
  'own.over.replaced': {
    one: 'The figures of the file stand beside the published periods, as provisional, and replace {n} published ranking.',
    other:
      'The figures of the file stand beside the published periods, as provisional, and replace {n} published rankings.',
  },
  'own.lede.over': '{package}, with figures from the file {file}: {editions} rankings, {own} of them from the file.',
  'own.lede.kept': 'Read from the file {file}, kept on this machine: {editions} rankings by index, period and block.',
  'own.over.outdated':
    'Below it is version {below}; the site has {published} now. Open the file again on the new version to have its figures too.',
  'own.publish.outdated':
    'Not made: this package is on version {below}, and the site has {published}; its new figures would be lost. Open the file again on the new version, or publish a new package.',
  'own.over.more':
    'The figures of the file stand beside the published periods, as provisional; no published figure changes.',
  'own.remember': 'Remember this reading for the next file of the same shape',
  'own.remember.hint':
    'On this machine: columns, scales, decimal marks, names of units, index, block; never the period or cells.',
  'own.remembered': 'The reading of {file} is remembered.',
  'own.remember.forbidden': 'The browser lets this page store nothing, so the reading is not remembered.',
  'own.remember.full': 'The machine has no room left, so the reading is not remembered.',
  'own.publish': 'Download the package to publish it',
  'own.publish.lede':
    'One zip file: the tables as CSV, the descriptor, the change log and instructions. Unpack it into the data folder of the site on the host and the new figures appear; no command is needed.',
  'own.publish.illustrative':
    'The package below, {package}, holds illustrative figures: what is made of it bears the words “Illustrative data” on every screen, over the figures of your file too. To publish real figures, open the file as a package of its own, or beside a published one.',
  'own.publish.as': 'Publish as',
  'own.publish.inPlace': 'A new version of {package}',
  'own.publish.new': 'A new package',
  'own.publish.name': 'Name (Vietnamese)',
  'own.publish.nameEn': 'Name (English)',
  'own.publish.status': 'The figures from files are',
  'own.publish.status.provisional': 'provisional (a draft)',
  'own.publish.status.official': 'official',
  'own.publish.decision': 'Number of the decision (if any)',
  'own.publish.date': 'Published on (if known)',
  'own.publish.date.form': 'day/month/year, such as 27/02/2027',
  'own.publish.date.wrong': 'There is no such day. Write day/month/year, such as 27/02/2027.',
  'own.publish.inFile': 'The file says:',
  'own.publish.use': 'Use {decision}',
  'own.publish.useDated': 'Use {decision}, {date}',
  'own.publish.remarks': {
    one: 'There is {n} remark on the figures of the file, to be looked at before publishing:',
    other: 'There are {n} remarks on the figures of the file, to be looked at before publishing:',
  },
  'own.publish.remarks.problems': '{n} among the problems of the file',
  'own.publish.remarks.audit': '{n} in the audit of the figures',
  'own.publish.go': 'Make the zip file',
  'own.publish.working': 'Checking and packing…',
  'own.publish.made':
    '{file} was downloaded. Unpack it and copy catalog.json and the folder {folder} into the data folder of the site.',
  'own.publish.refused': {
    one: 'The package cannot be published yet: the site would refuse it for the error below.',
    other: 'The package cannot be published yet: the site would refuse it for the {n} errors below.',
  },
  'own.publish.problems': 'Why the package cannot be published yet',
  'own.publish.failed': 'The zip file could not be made: {detail}',
  'own.log.title': 'Changes in the figures',
  'own.log.file': 'From the file “{file}” ({how}), read on {date}: {rows} rows, {units} units.',
  'own.log.csv': 'CSV, encoding {encoding}, separated by {delimiter}, cells {range}',
  'own.log.xlsx': 'Excel, sheet “{sheet}”, cells {range}',
  'own.log.editions': 'Rankings added: {editions}.',
  'own.log.replaced': 'Rankings replaced: {editions}.',
  'own.log.columns': 'Columns as read: {columns}.',
  'own.log.column': '{letter} “{header}” as {role}',
  'own.log.cells': 'Cells corrected by whoever opened the file: {decisions}.',
  'own.log.units': 'Units chosen by whoever opened the file: {decisions}.',
  'own.log.rows': 'Rows told apart by whoever opened the file: {decisions}.',
  'own.log.decision': '{subject} read as {value}',
  'own.log.problems': 'Problems noted: {problems}.',
  'own.log.problem': '{name} ({n})',
  'own.log.edition': '{index} {period}, {block}',
  'own.readme': `TO PUBLISH: {package}

1. Unpack this zip file.
2. Copy catalog.json and the folder {folder} into the "data" folder of the site on the host; replace the files of the same names.
3. Open the site again: the new figures are there. No build and no command is needed.

catalog.json is the catalog of the site on the day of the download ({date}) with this package in it. If the catalog on the host has changed since, only add the entry of {folder} to it.
Keep a copy of the data folder before you replace anything.
Whoever has a command line can check it once more: npm run check-data -- data/{folder}
`,
})
