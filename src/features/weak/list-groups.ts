import type { FieldMatrixRow, Weakness } from '@/db/questions/weak'
import type { Field } from '@/findings/fields'

/** A flag (or a near one) with whose it is. */
export interface Item {
  readonly flag: Weakness
  readonly unit: FieldMatrixRow
  readonly field: Field
}

/** What a group of the list is about. */
export type Subject =
  | { readonly kind: 'unit'; readonly unit: FieldMatrixRow }
  | { readonly kind: 'field'; readonly field: Field }
  /** The department that leads some fields; null: nobody is named for them. */
  | { readonly kind: 'owner'; readonly owner: { readonly id: string; nameVi: string; nameEn: string } | null }

export interface Group {
  readonly id: string
  readonly subject: Subject
  readonly items: readonly Item[]
  /** Of the first level. */
  readonly weakCount: number
  /** Points up to the block's median, of the first level. */
  readonly recoverable: number
}

/** Flags of the units found, each with its unit and sub-index; in the order of the flags. */
export function itemsOf(
  flags: readonly Weakness[],
  rows: readonly FieldMatrixRow[],
  fields: readonly Field[],
): readonly Item[] {
  const units = new Map(rows.map((row) => [row.unitId, row]))
  const named = new Map(fields.map((field) => [field.subIndexId, field]))
  return flags.flatMap((flag) => {
    const [unit, field] = [units.get(flag.unitId), named.get(flag.subIndexId)]
    return unit === undefined || field === undefined ? [] : [{ flag, unit, field }]
  })
}

export type Grouping = Subject['kind']

const subjectOf = (grouping: Grouping, { unit, field }: Item): Subject => {
  switch (grouping) {
    case 'unit':
      return { kind: 'unit', unit }
    case 'field':
      return { kind: 'field', field }
    case 'owner':
      return {
        kind: 'owner',
        owner:
          field.leadUnitId === null
            ? null
            : {
                id: field.leadUnitId,
                nameVi: field.leadNameVi ?? field.leadUnitId,
                nameEn: field.leadNameEn ?? field.leadUnitId,
              },
      }
  }
}

const idOf = (subject: Subject): string => {
  switch (subject.kind) {
    case 'unit':
      return subject.unit.unitId
    case 'field':
      return subject.field.subIndexId
    case 'owner':
      return subject.owner?.id ?? ''
  }
}

/**
 * Items by unit, sub-index or owning department; the group with the most weaknesses first, then the one with the most
 * points to win. What nobody owns is the last group.
 */
export function groupItems(items: readonly Item[], grouping: Grouping): readonly Group[] {
  const groups = new Map<string, { readonly subject: Subject; readonly items: Item[] }>()
  for (const item of items) {
    const subject = subjectOf(grouping, item)
    const group = groups.get(idOf(subject))
    if (group === undefined) groups.set(idOf(subject), { subject, items: [item] })
    else group.items.push(item)
  }
  return [...groups]
    .map(([id, { subject, items: own }]) => {
      const weak = own.filter(({ flag, field }) => flag.severity > 0 && field.level === 1)
      return {
        id,
        subject,
        items: own,
        weakCount: weak.length,
        recoverable: weak.reduce((sum, { flag }) => sum + flag.recoverable, 0),
      }
    })
    .toSorted(
      (a, b) =>
        Number(isOwnerless(a)) - Number(isOwnerless(b)) || b.weakCount - a.weakCount || b.recoverable - a.recoverable,
    )
}

const isOwnerless = ({ subject }: Group): boolean => subject.kind === 'owner' && subject.owner === null
