/** Parameters of a link as they were written, one value a name. */
export type RawParams = Readonly<Record<string, string>>

/** Turns the parameters of version n of the link schema into those of version n + 1. */
export type Migration = (params: RawParams) => RawParams

/** `MIGRATIONS[0]` turns version 1 into version 2, and so on. Links are for ever: entries are only added. */
const MIGRATIONS: readonly Migration[] = []

/** Brings the parameters of a link to the present version; a link without a version is of the present one. */
export function migrate(
  params: RawParams,
  version: number | null,
  migrations: readonly Migration[] = MIGRATIONS,
): RawParams {
  if (version === null) return params
  return migrations.slice(Math.max(0, version - 1)).reduce((current, step) => step(current), params)
}

export const schemaVersion = (migrations: readonly Migration[] = MIGRATIONS): number => migrations.length + 1
