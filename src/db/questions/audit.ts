import * as v from 'valibot'
import { defineQuestion } from '@/db/define-question'
import type { RowOf } from '@/db/define-question'
import { maybeNumber, maybeText, number, text } from '@/db/questions/columns'
import { AUDIT_KINDS } from '@/domain/audit'

/** What `detail` says depends on the kind; it is null where the kind says it all. */
const Finding = v.object({
  kind: v.picklist(AUDIT_KINDS),
  /** `info` is what is as it should be and still worth knowing. */
  severity: v.picklist(['warning', 'info']),
  indexId: text,
  period: text,
  blockId: text,
  resultSet: text,
  /** Null where the finding is about the whole edition. */
  unitId: maybeText,
  unitNameVi: maybeText,
  unitNameEn: maybeText,
  /** Null where it is about the total. */
  subIndexId: maybeText,
  subIndexNameVi: maybeText,
  subIndexNameEn: maybeText,
  /**
   * Of a rank or class: against what it stands. Of a jump: the period before. Of a structure: what differs. Of dates:
   * those of the unit (`2021-01-01/..`). Of what has no value: the reason given.
   */
  detail: maybeText,
  /** Points, a rank, a share or change of a share (0–1), a maximum; of what has no value: out of how many. */
  value: maybeNumber,
  /** Sum of the parts, rank, limit of the class, mean change of the block, maximum of the block. */
  expected: maybeNumber,
  /** Of a jump: the standard deviation of the block's changes. */
  deviation: maybeNumber,
  /** How many figures the finding speaks of; of a jump: how many units were compared. */
  figures: maybeNumber,
  otherUnitId: maybeText,
  otherUnitNameVi: maybeText,
  otherUnitNameEn: maybeText,
  bandNameVi: maybeText,
  bandNameEn: maybeText,
  otherBandNameVi: maybeText,
  otherBandNameEn: maybeText,
  /** Findings of this kind in the package; at most the first 1,000 are listed. */
  kindCount: number,
  /** Row of the source file, and of the package's own table, as Excel counts. */
  sourceRow: maybeNumber,
  tableRow: maybeNumber,
})

/** Everything in a package that should be looked at. */
export const audit = defineQuestion('audit', [], Finding)

export type Finding = RowOf<typeof audit>
