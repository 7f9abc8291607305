import { textWidth } from '@/charts/text-width'

/** The text, cut to the room with an ellipsis where it is wider; between letters: half of a pair is no text. */
export function cutToWidth(text: string, room: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= room) return text
  const letters = [...text]
  let end = letters.length
  const cut = () => `${letters.slice(0, end).join('').trimEnd()}…`
  while (end > 1 && textWidth(cut(), fontSize) > room) end -= 1
  return cut()
}
