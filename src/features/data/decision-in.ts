import type { Problem } from '@/domain/problem'
import { isoDay } from '@/features/data/day-text'

/** A decision that a text names; `day` (ISO) is the date given right after its number. */
export interface NamedDecision {
  readonly number: string
  readonly day: string | null
}

/** `812/QĐ-UBND`, `35/2025/QĐ-UBND`. */
const NUMBER = /\b\d{1,5}(?:\/\d{4})?\/QĐ-\p{L}{2,12}(?:-\p{L}{2,12})?/u
const DAY = /(\d{1,2}) tháng (\d{1,2}) năm (\d{4})|(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})/u
const LONGEST = 1000
const NEAR = 40

/** The decisions that rows above and below the figures name, each once, as the file has them. */
export function decisionsIn(problems: readonly Problem[]): readonly NamedDecision[] {
  const found = new Map<string, NamedDecision>()
  for (const { kind, value } of problems) {
    if (kind !== 'row-aside' || value === null) continue
    const text = value.slice(0, LONGEST).replaceAll(/\s+/g, ' ')
    const number = NUMBER.exec(text)
    if (number === null || (found.get(number[0])?.day ?? null) !== null) continue
    const after = text.slice(number.index + number[0].length)
    const [, day, month, year, written] = DAY.exec(after.slice(0, NEAR)) ?? []
    found.set(number[0], { number: number[0], day: isoDay(written ?? `${day}/${month}/${year}`) })
  }
  return [...found.values()]
}
