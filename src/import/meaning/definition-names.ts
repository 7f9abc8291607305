import type { Row } from '@/domain/tables'
import { matchBlocks, matchIndices } from '@/import/meaning/match-definitions'
import type { MatchedBlock } from '@/import/meaning/match-definitions'
import { readUnitNames } from '@/import/meaning/match-units'
import type { UnitNames } from '@/import/meaning/match-units'
import { exactKeys } from '@/import/meaning/match-sub-indices'
import type { BaseDefinitions } from '@/import/opening'
import { nameKey } from '@/import/text-keys'

/** What names of the base mean, whatever index, block and period. */
export interface DefinitionNames {
  readonly index: (text: string) => Row<'indices'> | null
  readonly block: (text: string) => MatchedBlock
  readonly units: UnitNames
  /** Whether a text is the id or name of a sub-index of any version. */
  readonly isSubIndex: (text: string) => boolean
  readonly isClass: (text: string) => boolean
}

const CLASSES = [
  'Xuất sắc',
  'Rất tốt',
  'Tốt',
  'Khá',
  'Trung bình khá',
  'Trung bình',
  'Tương đối thấp',
  'Thấp',
  'Rất thấp',
  'Yếu',
  'Kém',
  'Đạt',
  'Không đạt',
  'Khởi động',
  'Hình thành',
  'Nâng cao',
]

const made = new WeakMap<BaseDefinitions, DefinitionNames>()

/** Made once for a base. */
export function definitionNames(base: BaseDefinitions): DefinitionNames {
  const known = made.get(base)
  if (known !== undefined) return known
  const byId = new Map(base.sub_indices.map((row) => [`${row.version_id} ${row.block_id} ${row.sub_index_id}`, row]))
  const subIndices = new Set(
    base.sub_indices.flatMap((row) => exactKeys(row, byId.get(`${row.version_id} ${row.block_id} ${row.parent_id}`))),
  )
  const classes = new Set(
    [...CLASSES, ...base.bands.flatMap(({ name_vi, name_en, band_id }) => [name_vi, name_en, band_id])].map(nameKey),
  )
  const names: DefinitionNames = {
    index: matchIndices(base.indices, base.units),
    block: matchBlocks(base.blocks),
    units: readUnitNames(base.units),
    isSubIndex: (text) => subIndices.has(nameKey(text)),
    isClass: (text) => classes.has(nameKey(text)),
  }
  made.set(base, names)
  return names
}
