import type { PreviewRow } from '@/import/opening'

const LONGEST = 160

/** The row with the most letters beyond ASCII, as one line: the one to judge an encoding by. `null` where none has any. */
export function accentedLine(rows: readonly Pick<PreviewRow, 'cells'>[]): string | null {
  let best: string | null = null
  let most = 0
  for (const { cells } of rows) {
    const line = cells.filter((cell) => cell.trim() !== '').join(' · ')
    const letters = line.match(/[^\p{ASCII}·]/gu)?.length ?? 0
    if (letters > most) {
      best = line
      most = letters
    }
  }
  return best !== null && best.length > LONGEST ? `${best.slice(0, LONGEST)}…` : best
}
