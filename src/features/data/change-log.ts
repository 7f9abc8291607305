/** What of a CHANGELOG.md is shown: headings, list items, paragraphs; everything as plain text. */
export type LogBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'paragraph'; readonly text: string }

/**
 * Reads the little of Markdown that a change log needs. The first title is left out: the section has its own.
 * Marks of emphasis and code are dropped; anything else (HTML, links) stays as the text that it is.
 */
export function readChangeLog(markdown: string): readonly LogBlock[] {
  const blocks: LogBlock[] = []
  let paragraph: string[] = []
  let items: string[] = []
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', text: paragraph.join(' ') })
    if (items.length > 0) blocks.push({ kind: 'list', items })
    paragraph = []
    items = []
  }
  for (const line of markdown.split(/\r?\n/)) {
    const heading = /^(#{1,6})\s+(.+?)\s*#*$/.exec(line)
    const item = /^\s*[-*+]\s+(.+)$/.exec(line)
    if (heading !== null) {
      flush()
      const [, marks = '', text = ''] = heading
      if (marks !== '#') blocks.push({ kind: 'heading', text: plain(text) })
    } else if (item !== null) {
      if (paragraph.length > 0) flush()
      items.push(plain(item[1] ?? ''))
    } else if (line.trim() === '') {
      flush()
    } else if (items.length > 0) {
      // An indented line goes on with its item.
      items.push(`${items.pop() ?? ''} ${plain(line.trim())}`)
    } else {
      paragraph.push(plain(line.trim()))
    }
  }
  flush()
  return blocks
}

const plain = (text: string): string => text.replaceAll(/\*\*|`/g, '')
