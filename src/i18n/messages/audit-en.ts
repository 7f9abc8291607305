import { translationOf } from '@/i18n/catalogue'
import type { auditVi } from '@/i18n/messages/audit-vi'

export const auditEn = translationOf<typeof auditVi>()({
  'audit.title': 'Audit of the figures: {package}',
  'audit.lede.none': {
    one: 'Nothing contradictory was found in {n} ranking. Every check below ran over all figures of the package.',
    other: 'Nothing contradictory was found in {n} rankings. Every check below ran over all figures of the package.',
  },
  'audit.lede.some': {
    one: '{n} finding to look at in {editions} rankings; what was published is kept as it is.',
    other: '{n} findings to look at in {editions} rankings; what was published is kept as it is.',
  },
  'audit.lede.info': {
    one: '{n} finding for information, which is no error.',
    other: '{n} findings for information, which are no errors.',
  },
  'audit.checked': 'Checked, nothing found: {kinds}.',
  'audit.working': 'Checking the figures…',
  'audit.kind.total-differs': 'Total unlike the sum of its parts',
  'audit.kind.total-differs.text':
    'The published score differs from the sum of its parts by more than rounding can explain (half a unit of the last decimal of each figure). A part or the total may be wrong, or there are weights that were not published.',
  'audit.kind.total-rounded': 'Total differs by rounding',
  'audit.kind.total-rounded.text':
    'The published score differs from the sum of its parts, by no more than the rounding of the parts adds up to. This is no error.',
  'audit.kind.rank-contradicts-score': 'Rank against score',
  'audit.kind.rank-contradicts-score.text':
    'A unit stands above one with a better share, or shares its rank although the shares differ. Units with equal scores may share a rank or not.',
  'audit.kind.class-contradicts-score': 'Class against score',
  'audit.kind.class-contradicts-score.text':
    'The published class does not fit the limits of the criteria or, where limits are not published, the order of the shares. There may be conditions beyond the score.',
  'audit.kind.rank-gap': 'Gap in the ranks',
  'audit.kind.rank-gap.text':
    'The published ranks do not follow on as in 1, 2, 2, 4: units may be missing, published in part, or a rank may be wrong.',
  'audit.kind.duplicate-row': 'Two units with the same scores throughout',
  'audit.kind.duplicate-row.text':
    'Three scores or more are the same in every field and in the total: a row may have been copied.',
  'audit.kind.jump': 'Sudden change',
  'audit.kind.jump.text':
    "The change of a share on the period before lies more than three standard deviations from the block's mean change (only where at least 8 units compare). It may be right; check it against the source.",
  'audit.kind.structure-differs': 'Structure unlike the period before',
  'audit.kind.structure-differs.warning': 'Structure unlike the period before: units absent, fields empty',
  'audit.kind.structure-differs.info': 'Structure unlike the period before: other units, fields or maxima',
  'audit.kind.structure-differs.text':
    'Units that are absent without a merger, an end or a move to another block; fields that nobody has a score for; maxima that do not fit; criteria that changed.',
  'audit.kind.outside-unit-dates': 'Outside the dates of the unit',
  'audit.kind.outside-unit-dates.text': 'A result in a period in which the unit did not exist yet, or no more.',
  'audit.kind.no-total': 'No total',
  'audit.kind.no-score': 'No score of a field',
  'audit.total': 'Published {value}, sum of the parts {expected}: off by {difference}.',
  'audit.rank': 'Rank {rank}, while {other} has a better share and rank {otherRank}.',
  'audit.rank.shared': 'Shares rank {rank} with {other}, although {other} has a better share.',
  'audit.class.order': 'Class {band}, while {other} has a better share and class {otherBand}.',
  'audit.class.below': 'Class {band}, but the share {share} does not reach its limit {limit}.',
  'audit.class.above': 'Class {band}, but the share {share} reaches the limit {limit} of a higher class.',
  'audit.gap': 'Rank {rank} stands where rank {expected} would follow.',
  'audit.copy': { one: '{n} score is the same as of {other}.', other: '{n} scores are the same as of {other}.' },
  'audit.jump': {
    one: '{change} percentage points on {before}; mean of {n} unit {mean}, standard deviation {deviation} ({times} times).',
    other:
      '{change} percentage points on {before}; mean of {n} units {mean}, standard deviation {deviation} ({times} times).',
  },
  'audit.structure.unit-left': 'Has a result in the period before, none in this one.',
  'audit.structure.unit-entered': 'Has no result in the period before, one in this.',
  'audit.structure.field-empty': 'Is in the criteria, but no unit has a score.',
  'audit.structure.fields-entered': {
    one: '{n} field or criterion that the criteria of the period before did not have.',
    other: '{n} fields or criteria that those of the period before did not have.',
  },
  'audit.structure.fields-left': {
    one: '{n} field or criterion of the period before is no longer there.',
    other: '{n} fields or criteria of the period before are no longer there.',
  },
  'audit.structure.maxima-changed': {
    one: '{n} field or criterion has another maximum or weight than in the period before.',
    other: '{n} fields or criteria have another maximum or weight than in the period before.',
  },
  'audit.structure.own-maximum': 'The maximum of the unit is {value}; in the block it is mostly {expected}.',
  'audit.structure.maxima-of-parts': {
    one: 'The maximum of the total is {value}, those of the parts add up to {expected} ({n} unit): parts are missing or weights are not known, so the total cannot be held against the sum.',
    other:
      'The maximum of the total is {value}, those of the parts add up to {expected} ({n} units): parts are missing or weights are not known, so totals cannot be held against sums.',
  },
  'audit.dates': 'Existed from {from} to {to}.',
  'audit.dates.always': 'earlier',
  'audit.dates.now': 'now',
  'audit.no-total': {
    one: '{n} of {of} units has no total: {reason}.',
    other: '{n} of {of} units have no total: {reason}.',
  },
  'audit.no-score': {
    one: '{n} of {of} cells has no score: {reason}.',
    other: '{n} of {of} cells have no score: {reason}.',
  },
  'audit.reason.none': 'no reason given',
  'audit.gaps': {
    one: 'What has no value, by reason ({n} ranking)',
    other: 'What has no value, by reason ({n} rankings)',
  },
  'audit.gaps.text':
    'No value is not 0. Each cell gives how many units have no total and how many scores of fields have no value.',
  'audit.gaps.caption': 'What has no value, by ranking and reason',
  'audit.gaps.totals': { one: '{n} total', other: '{n} totals' },
  'audit.gaps.scores': { one: '{n} score', other: '{n} scores' },
  'audit.column.edition': 'Ranking',
  'audit.column.unit': 'Unit',
  'audit.column.field': 'Field',
  'audit.column.finding': 'What was found',
  'audit.column.kind': 'Check',
  'audit.column.severity': 'Severity',
  'audit.column.index': 'Index',
  'audit.column.period': 'Period',
  'audit.column.block': 'Block',
  'audit.column.set': 'Result set',
  'audit.column.value': 'Value',
  'audit.column.expected': 'Held against',
  'audit.column.row': 'Row of the source file',
  'audit.caption': '{kind}: each case',
  'audit.shown': 'Showing {shown} of {n}.',
  'audit.all': 'Show all {n}',
  'audit.kept': 'The first {kept} are listed; the count is exact.',
})
