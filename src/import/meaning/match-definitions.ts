import type { Row } from '@/domain/tables'
import { fold, nameKey, tidy } from '@/import/text-keys'

type Index = Row<'indices'>
type Block = Row<'blocks'>
type Unit = Row<'units'>

/** Ways in which the well-known indices are called, by id; folded. */
const INDEX_NAMES: readonly (readonly [id: string, names: readonly string[]])[] = [
  [
    'par',
    [
      'par',
      'par index',
      'cchc',
      'chi so cchc',
      'chi so cai cach hanh chinh',
      'cai cach hanh chinh',
      'chi so par',
      'chi so par index',
    ],
  ],
  ['dti', ['dti', 'chi so dti', 'chuyen doi so', 'chi so chuyen doi so', 'chi so danh gia chuyen doi so']],
  [
    'ddci',
    [
      'ddci',
      'chi so ddci',
      'nang luc canh tranh',
      'chi so nang luc canh tranh',
      'chi so nang luc canh tranh cap so nganh va dia phuong',
    ],
  ],
]

/** Ways in which the well-known blocks are called, by id; folded, without a count in parentheses. */
const BLOCK_NAMES: readonly (readonly [id: string, names: readonly string[]])[] = [
  [
    'departments',
    [
      'so ban nganh',
      'so nganh',
      'cac so ban nganh',
      'khoi so ban nganh',
      'khoi so nganh',
      'so',
      'cac so',
      'co quan chuyen mon',
      'department',
      'so ban nganh thanh pho',
      'so ban nganh cap tinh',
    ],
  ],
  [
    'districts',
    [
      'quan huyen',
      'ubnd quan huyen',
      'ubnd tp thu duc quan huyen',
      'tp thu duc quan huyen',
      'thanh pho thu duc quan huyen',
      'ubnd thanh pho thu duc quan huyen',
      'tp thu duc va quan huyen',
      'ubnd tp thu duc va quan huyen',
      'thanh pho thu duc va cac quan huyen',
      'tp thu duc va cac quan huyen',
      'ubnd cap huyen',
      'cap huyen',
      'khoi quan huyen',
      'quan huyen thanh pho thu duc',
      'district',
      'quan huyen thi xa thanh pho',
      'huyen thi xa thanh pho',
    ],
  ],
  [
    'communes',
    [
      'xa phuong',
      'phuong xa',
      'ubnd xa phuong',
      'ubnd phuong xa',
      'phuong xa dac khu',
      'xa phuong dac khu',
      'ubnd phuong xa dac khu',
      'ubnd xa phuong dac khu',
      'xa phuong thi tran',
      'ubnd cap xa',
      'cap xa',
      'khoi phuong xa',
      'khoi xa phuong',
      'commune',
    ],
  ],
  [
    'provinces',
    [
      'tinh thanh pho',
      'tinh thanh',
      'tinh',
      'cap tinh',
      'ubnd tinh thanh pho',
      'tinh thanh pho truc thuoc trung uong',
      'province',
    ],
  ],
  [
    'vertical',
    [
      'nganh doc',
      'co quan nganh doc',
      'khoi nganh doc',
      'cac co quan nganh doc',
      'co quan trung uong',
      'co quan trung uong tren dia ban',
      'vertical agencies',
    ],
  ],
]

const idOf = (table: typeof INDEX_NAMES, folded: string) => table.find(([, names]) => names.includes(folded))?.[0]

/** Finds an index of the base by id or name; a place at the end (`PAR INDEX TP.HCM`) and a year do not count. */
export function matchIndices(indices: readonly Index[], units: readonly Unit[]): (text: string) => Index | null {
  const byName = new Map<string, Index>()
  for (const index of indices) {
    for (const name of [index.index_id, index.short_name, index.name_vi, index.name_en]) {
      const key = nameKey(name)
      if (!byName.has(key)) byName.set(key, index)
    }
  }
  const places = units
    .flatMap((unit) => [unit.name_vi, unit.short_vi, ...(unit.aliases?.split('|') ?? [])])
    .filter((name) => name !== null && name.trim() !== '')
    .map((name) => ` ${nameKey(name ?? '')}`)
  const find = (key: string) => {
    const named = byName.get(key)
    if (named !== undefined) return named
    const id = idOf(INDEX_NAMES, fold(key))
    return indices.find(({ index_id }) => index_id === id) ?? null
  }
  return (text) => {
    const key = nameKey(text)
    const found = find(key)
    if (found !== null) return found
    const short = key.replace(/(?: năm)? (?:19|20)\d{2}$/u, '')
    const place = places.find((name) => short.endsWith(name))
    return find(short) ?? (place === undefined ? null : find(short.slice(0, -place.length)))
  }
}

export interface MatchedBlock {
  /** `null`: a block that neither the base nor common use knows. */
  readonly id: string | null
  readonly block: Block | null
  /** The text without a count: `tỉnh/thành phố (34)` → `tỉnh/thành phố`. */
  readonly name: string
}

/** Finds a block by id or name in the base, else by what such blocks are commonly called. */
export function matchBlocks(blocks: readonly Block[]): (text: string) => MatchedBlock {
  const byName = new Map<string, Block>()
  for (const block of blocks) {
    for (const name of [block.block_id, block.name_vi, block.name_en]) byName.set(nameKey(name), block)
  }
  return (text) => {
    const name = tidy(text).replace(/ ?\(\d+\)$/, '')
    // As a section is headed: `II. KHỐI UBND QUẬN, HUYỆN (22 đơn vị)`.
    const bare = name
      .replace(/^(?:[IVX]{1,4}|[A-Z]|\d{1,2})\s*[.):\-–/]+\s*(?=\S)/u, '')
      .replace(/\s*\((?=[^()]*\d)[^()]*\)$|\s*:\s*$/u, '')
    for (const key of [nameKey(name), nameKey(bare)]) {
      const named = byName.get(key)
      if (named !== undefined) return { id: named.block_id, block: named, name: bare }
    }
    const folded = fold(bare)
    const id =
      [
        folded,
        folded.replace(/^(?:cac|khoi(?: cac)?|nhom(?: cac)?) /, ''),
        folded.replace(/^(?:cac |khoi (?:cac )?|nhom (?:cac )?)?ubnd (?:cac )?/, ''),
      ]
        .map((form) => idOf(BLOCK_NAMES, form) ?? BLOCK_NAMES.find(([known]) => known === form)?.[0])
        .find((found) => found !== undefined) ?? null
    return { id, block: blocks.find(({ block_id }) => block_id === id) ?? null, name: bare }
  }
}
