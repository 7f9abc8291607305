import type { ResultRow } from '@/db/database'

interface ArrowTable {
  toArray: () => readonly { toJSON: () => Record<string, unknown> }[]
}

/** Arrow's vectors, struct rows and bigints as plain arrays, objects and numbers. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(plain)
  if ('toJSON' in value && typeof value.toJSON === 'function') return plain(value.toJSON())
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]))
}

export function arrowRows(table: ArrowTable): readonly ResultRow[] {
  return table.toArray().map((row) => plain(row.toJSON()) as ResultRow)
}
