import { translationOf } from '@/i18n/catalogue'
import type { chartVi } from '@/i18n/messages/chart-vi'

export const chartEn = translationOf<typeof chartVi>()({
  'chart.view': 'View',
  'chart.view.drawing': 'Chart',
  'chart.view.table': 'Table',
  'chart.kind': 'chart',
  'chart.keys':
    'Left and right arrow keys move along a line, up and down to another line; Home and End go to the first and last point; Esc leaves.',
  'chart.keys.pick': 'Enter picks.',
  'chart.failed': 'The chart cannot be drawn. Its figures are in the table below.',
  'chart.failed.bare': 'The chart cannot be drawn.',
  'chart.newCriteria': 'new criteria',
  'chart.median': 'Block median',
  'chart.predecessor': '{name} (predecessor)',
  'chart.rank': 'rank {rank}',
  'chart.rankOf': 'rank {rank} of {n}',
  'chart.spoken': '{what}, {period}: {value}',
  'chart.spoken.broken': '{text}. The line does not go on from the period before.',
  'chart.block.spoken': {
    one: '{period}: median {median}, middle half from {q1} to {q3}, lowest {lowest}, highest {best}, {n} scored unit',
    other:
      '{period}: median {median}, middle half from {q1} to {q3}, lowest {lowest}, highest {best}, {n} scored units',
  },
  'chart.n': 'n = {n}',
  'chart.col.unit': 'Unit',
  'chart.col.period': 'Period',
  'chart.col.newCriteria': '{period} (new criteria)',
  'chart.col.n': 'Scored units',
  'chart.col.lowest': 'Lowest',
  'chart.col.q1': 'Lower quartile',
  'chart.col.median': 'Median',
  'chart.col.q3': 'Upper quartile',
  'chart.col.best': 'Highest',
})
