import type { ResultRow } from '@/db/database'

/** What is used of Apache Arrow's tables and vectors. */
interface ArrowTable {
  readonly numRows: number
  readonly schema: { readonly fields: readonly { readonly name: string }[] }
  readonly getChildAt: (index: number) => ArrowVector | null
}
interface ArrowVector {
  readonly length: number
  readonly type: { readonly typeId: number; readonly children: readonly { readonly name: string }[] | null }
  readonly data: readonly {
    readonly length: number
    readonly valueOffsets?: unknown
    readonly children: readonly { readonly length: number }[]
  }[]
  readonly get: (index: number) => unknown
  readonly isValid: (index: number) => boolean
  readonly getChildAt: (index: number) => ArrowVector | null
}

/** Arrow's numbers of its nested types. */
const LIST = 12
const STRUCT = 13

const childValues = (vector: ArrowVector, index: number): readonly unknown[] => {
  const child = vector.getChildAt(index)
  return child === null ? [] : values(child)
}

function listValues(vector: ArrowVector): unknown[] {
  const items = childValues(vector, 0)
  const result: unknown[] = []
  // Offsets start anew in each chunk, the items go on.
  let base = 0
  for (const { length, valueOffsets, children } of vector.data) {
    const offsets = valueOffsets as Int32Array
    for (let index = 0; index < length; index += 1) {
      const from = base + (offsets[index] ?? 0)
      const to = base + (offsets[index + 1] ?? 0)
      result.push(vector.isValid(result.length) ? items.slice(from, to) : null)
    }
    base += children[0]?.length ?? 0
  }
  return result
}

function structValues(vector: ArrowVector, names: readonly string[]): unknown[] {
  const fields = names.map((_, index) => childValues(vector, index))
  return Array.from({ length: vector.length }, (_, row) =>
    vector.isValid(row) ? Object.fromEntries(names.map((name, index) => [name, fields[index]?.[row] ?? null])) : null,
  )
}

/** A column at once: asking Arrow row by row makes an object of its own of every list and struct. */
function values(vector: ArrowVector): readonly unknown[] {
  if (vector.length === 0) return []
  if (vector.type.typeId === LIST) return listValues(vector)
  if (vector.type.typeId === STRUCT) return structValues(vector, vector.type.children?.map(({ name }) => name) ?? [])
  return Array.from({ length: vector.length }, (_, row) => {
    const value = vector.get(row)
    return typeof value === 'bigint' ? Number(value) : value
  })
}

/** Rows as plain objects, arrays, numbers and texts. */
export function arrowRows(table: ArrowTable): readonly ResultRow[] {
  const columns = table.schema.fields.map(({ name }, index) => {
    const vector = table.getChildAt(index)
    return [name, vector === null ? [] : values(vector)] as const
  })
  return Array.from({ length: table.numRows }, (_, row) =>
    Object.fromEntries(columns.map(([name, column]) => [name, column[row] ?? null])),
  )
}
