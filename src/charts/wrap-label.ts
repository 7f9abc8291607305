import { textWidth } from '@/charts/text-width'

/** The lines of a label in a room of so many CSS px; breaks at spaces, and within a word only where it is wider than the room. */
export function wrapLabel(text: string, room: number, fontSize: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((word) => pieces(word, room, fontSize))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer, fontSize) > room) {
      lines.push(line)
      line = word
    } else {
      line = longer
    }
  }
  return [...lines, line]
}

/** By letters, not by halves of a pair; each at least one letter. */
function pieces(word: string, room: number, fontSize: number): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (const letter of word) {
    if (part !== '' && textWidth(part + letter, fontSize) > room) {
      parts.push(part)
      part = letter
    } else {
      part += letter
    }
  }
  return [...parts, part]
}
