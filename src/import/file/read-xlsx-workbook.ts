import { unzipSync } from 'fflate'
import { decodeEntities, isOn, readXml } from '@/import/file/read-xlsx-xml'

export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  readonly part: Part
}

/** The parts of a workbook that hold cells. */
export interface Workbook {
  /** As ordered in the file; sheets of charts and macros are not among them. */
  readonly sheets: readonly SheetPart[]
  readonly startsIn1904: boolean
  readonly strings: Part | null
  readonly styles: Part | null
}

/** Why an archive is no workbook that can be read: what it is instead. */
export type NoWorkbook = 'damaged' | 'zip' | 'too-large'

/** Of all parts, unpacked. What a part unpacks to beyond what it says is cut off. */
export const LARGEST_UNPACKED = 500 * 1024 * 1024

export interface Part {
  /** Unpacked, in bytes, as the archive says. */
  readonly size: number
  /** `null`: the part is damaged. */
  readonly unpack: () => Uint8Array | null
}
type Parts = ReadonlyMap<string, Part>

const partName = (name: string) => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/** Names of parts differ in case and in the leading slash between writers. */
function openParts(bytes: Uint8Array): Parts | null {
  const parts = new Map<string, Part>()
  try {
    unzipSync(bytes, {
      filter({ name, originalSize }) {
        parts.set(partName(name), { size: originalSize, unpack: () => unpack(bytes, name) })
        return false
      },
    })
    return parts
  } catch {
    return null
  }
}

/** `null`: the part is damaged. */
function unpack(bytes: Uint8Array, name: string): Uint8Array | null {
  try {
    return unzipSync(bytes, { filter: (part) => part.name === name })[name] ?? null
  } catch {
    return null
  }
}

/** `../worksheets/sheet1.xml`, `/xl/worksheets/sheet1.xml` or `worksheets/sheet1.xml`, seen from a part's folder. */
function resolve(folder: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : folder.split('/')
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return partName(steps.join('/'))
}

interface Relation {
  readonly id: string
  /** The last word of the type: `worksheet`, `sharedStrings`. */
  readonly type: string
  readonly target: string
}

/** The relations of a part to other parts of the same file. */
function readRelations(parts: Parts, of: string): readonly Relation[] {
  const slash = of.lastIndexOf('/')
  const folder = of.slice(0, Math.max(slash, 0))
  const part = parts.get(partName(`${folder}/_rels/${of.slice(slash + 1)}.rels`))
  const relations: Relation[] = []
  if (part === undefined) return relations
  readXml(part.unpack(), {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const { Id, Type = '', Target, TargetMode } = attributes()
      if (Id === undefined || Target === undefined || TargetMode === 'External') return
      relations.push({
        id: Id,
        type: Type.slice(Type.lastIndexOf('/') + 1),
        target: resolve(folder, decodeEntities(Target)),
      })
    },
  })
  return relations
}

/** What a workbook consists of, no cell read yet. */
export function openWorkbook(bytes: Uint8Array): Workbook | NoWorkbook {
  const parts = openParts(bytes)
  if (parts === null) return 'damaged'
  if ([...parts.values()].reduce((sum, { size }) => sum + size, 0) > LARGEST_UNPACKED) return 'too-large'
  const main = readRelations(parts, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  const part = parts.get(main)
  if (part === undefined) return 'zip'

  const relations = readRelations(parts, main)
  const sheets: SheetPart[] = []
  let startsIn1904 = false
  let isWorkbook = false
  let lacksSheet = false
  const sound = readXml(part.unpack(), {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true
      else if (name === 'workbookPr') startsIn1904 = isOn(attributes()['date1904'])
      else if (name === 'sheet') {
        const { name: title = '', state, ...others } = attributes()
        const id = Object.entries(others).find(([attribute]) => attribute.endsWith(':id'))?.[1]
        const relation = relations.find((each) => each.id === id)
        if (relation !== undefined && relation.type !== 'worksheet') return
        const sheet = relation && parts.get(relation.target)
        if (sheet === undefined) lacksSheet = true
        else
          sheets.push({
            name: decodeEntities(title).normalize('NFC'),
            hidden: state === 'hidden' || state === 'veryHidden',
            part: sheet,
          })
      }
    },
  })
  if (!sound || lacksSheet) return 'damaged'
  if (!isWorkbook) return 'zip'
  const partOf = (type: string) => parts.get(relations.find((each) => each.type === type)?.target ?? '') ?? null
  return { sheets, startsIn1904, strings: partOf('sharedStrings'), styles: partOf('styles') }
}
