import type { ColumnRole } from '@/import/meaning/column-meaning'
import { readHeader } from '@/import/meaning/header-text'
import type { HeaderPart } from '@/import/meaning/header-text'
import type { Look } from '@/import/meaning/look-at-columns'
import { readPeriod } from '@/import/meaning/periods'
import { isCaption, isBesideScores, roleOf, stageOf } from '@/import/meaning/role-names'
import type { ScoreStage } from '@/import/meaning/role-names'
import { fold } from '@/import/text-keys'

/** What the texts above a column say of it. */
export interface Named {
  /** `null`: they name something, or nothing. */
  readonly role: ColumnRole | null
  /** Of a sub-index (also of its rank); empty where there is no name. */
  readonly name: string
  /** The name above the name: `Chi phí` over `Thời gian`. */
  readonly parent: string | null
  readonly max: number | null
  /** Whether nothing beside the number says that it is a maximum. */
  readonly bare: boolean
  readonly period: string | null
  readonly stage: ScoreStage | null
}

/** Names of whole indices (`PAR INDEX`, `DDCI`): what bears such a name is a total. */
export type IsIndexName = (name: string) => boolean

const RANK_OF = /^(?:xếp hạng|thứ hạng|xếp thứ|hạng)\s+(?:theo\s+|về\s+)?(\S.*)$/iu
const SCORE_OF = /^(?:tổng\s+)?(?:số\s+)?(?:điểm(?:\s+số)?|kết quả|chỉ số)\s+(\S.*)$/iu
const TOTAL_OF = /^tong (?:so )?diem\b/
const WITHIN_BLOCK = /^(?:trong |theo )?(?:khoi|nhom|cung nhom|cung khoi)/

const FIGURES: ReadonlySet<ColumnRole | null> = new Set(['score', 'total', 'rank', 'class', 'max-score'])

/** The role of a text with no other text above it. */
function roleAlone(
  name: string,
  isIndexName: IsIndexName,
): { readonly role: ColumnRole | null; readonly name: string } {
  const role = roleOf(name)
  if (role !== null) return { role, name }
  if (isIndexName(name)) return { role: 'total', name }
  const ranked = RANK_OF.exec(name)?.[1]
  if (ranked !== undefined) {
    const ofTotal =
      isIndexName(ranked) ||
      roleOf(ranked) === 'total' ||
      WITHIN_BLOCK.test(fold(ranked)) ||
      /^(?:chung|toan|nam)\b/.test(fold(ranked))
    return { role: ofTotal ? 'rank' : 'sub-rank', name: ranked }
  }
  const scored = SCORE_OF.exec(name)?.[1]
  if (scored !== undefined && isIndexName(scored)) return { role: 'total', name }
  return { role: TOTAL_OF.test(fold(name)) ? 'total' : null, name }
}

/** A role for the figure that a lower text names, below the upper one: `Cải cách thể chế` over `Điểm`. */
function roleBelow(figure: ColumnRole, above: ColumnRole | null): ColumnRole {
  const ofTotal = above === 'total'
  if (figure === 'rank') return ofTotal ? 'rank' : 'sub-rank'
  if (figure === 'class') return ofTotal ? 'class' : 'ignored'
  if (figure === 'max-score') return 'ignored'
  return ofTotal ? 'total' : 'sub-index'
}

const firstOf = <T>(parts: readonly HeaderPart[], pick: (part: HeaderPart) => T | null): T | null => {
  for (const part of parts.toReversed()) {
    const found = pick(part)
    if (found !== null) return found
  }
  return null
}

/** Reads the texts above a column; `isIndexName` knows the names of whole indices. */
export function nameColumn(
  { parts, texts, content }: Pick<Look, 'parts' | 'texts' | 'content'>,
  isIndexName: IsIndexName,
): Named {
  const withMax = parts.findLast(({ max }) => max !== null)
  const named = parts.filter(({ name }) => name !== '')
  const telling = named.filter(({ name }, place) => place === named.length - 1 || !isCaption(name))
  const leaf = telling.at(-1)
  const common = {
    max: withMax?.max ?? null,
    bare: withMax?.bare ?? false,
    period: firstOf(parts, ({ period }) => period),
    stage: leaf === undefined ? null : stageOf(leaf.name),
  }
  if (leaf === undefined) return { role: null, name: '', parent: null, ...common }
  const upper = telling.at(-2)
  const alone = roleAlone(leaf.name, isIndexName)
  // `Thời gian` over figures is what an index measures.
  const isField =
    fold(leaf.name) === 'thoi gian' && content === 'numbers' && !texts.some((text) => readPeriod(text) !== null)
  if (isField) return { role: null, name: leaf.name, parent: upper === undefined ? null : upper.name, ...common }
  const isFigure = FIGURES.has(alone.role)
  if (isBesideScores(leaf.text)) return { role: 'ignored', name: leaf.name, parent: null, ...common }
  if (upper === undefined) return { ...alone, parent: null, ...common }

  const above = roleAlone(upper.name, isIndexName)
  if (isFigure && alone.role !== null) {
    // `Xếp hạng` over `Xếp hạng`, `Kết quả` over `Tổng điểm`: the upper one adds nothing.
    if (FIGURES.has(above.role) && above.role !== 'total') return { ...alone, parent: null, ...common }
    if (alone.role === 'total' && above.role === null) return { ...alone, parent: null, ...common }
    if (above.role !== null && above.role !== 'total') return { ...alone, parent: null, ...common }
    return { role: roleBelow(alone.role, above.role), name: upper.name, parent: null, ...common }
  }
  if (alone.role !== null) return { ...alone, parent: null, ...common }
  if (above.role === 'rank') return { role: 'sub-rank', name: leaf.name, parent: null, ...common }
  if (above.role === 'class') return { role: 'ignored', name: leaf.name, parent: null, ...common }
  const isStage = common.stage !== null
  if (isStage) return { role: null, name: above.role === null ? upper.name : leaf.name, parent: null, ...common }
  return { role: null, name: leaf.name, parent: above.role === null ? upper.name : null, ...common }
}

/** Whether a text in the column of sub-indices means the total; `isIndexName` knows the names of the index. */
export function isTotalOf(text: string, isIndexName: IsIndexName): boolean {
  const { name } = readHeader(text)
  return name !== '' && roleAlone(name, isIndexName).role === 'total'
}
