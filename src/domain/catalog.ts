import * as v from 'valibot'
import { PACKAGE_STATUSES } from '@/domain/vocabulary'

const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/))

/** One package of `data/catalog.json`; `folder` is relative to the catalog. */
export const CatalogEntry = v.object({
  id: Id,
  folder: Id,
  name_vi: v.string(),
  name_en: v.string(),
  description_vi: v.string(),
  description_en: v.string(),
  version: v.string(),
  status: v.picklist(PACKAGE_STATUSES),
})
export type CatalogEntry = v.InferOutput<typeof CatalogEntry>

export const Catalog = v.pipe(
  v.object({ default: Id, packages: v.pipe(v.array(CatalogEntry), v.minLength(1)) }),
  v.check((catalog) => catalog.packages.some((entry) => entry.id === catalog.default), 'default is not in packages'),
  v.check(
    (catalog) => new Set(catalog.packages.map((entry) => entry.id)).size === catalog.packages.length,
    'two packages share an id',
  ),
)
export type Catalog = v.InferOutput<typeof Catalog>
