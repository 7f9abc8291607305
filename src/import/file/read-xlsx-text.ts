import { readXml } from '@/import/file/read-xlsx-xml'
import type { Attributes } from '@/import/file/read-xlsx-xml'

/** What Excel cannot put into XML it writes as `_x000D_`, and a real `_x000D_` as `_x005F_x000D_`. */
const unescapeText = (text: string) =>
  text.includes('_x')
    ? text.replaceAll(/_x([\dA-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** As a cell has it: NFC, one kind of line break. */
export const tidyText = (text: string) => unescapeText(text).replaceAll(/\r\n?/g, '\n').normalize('NFC')

/** Gathers the runs of a rich text (`si`, `is`) into one; how it is to be pronounced is not part of it. */
export interface RunCollector {
  readonly open: (name: string, attributes: () => Attributes) => void
  readonly close: (name: string) => void
  readonly text: (text: string) => void
  /** The text since the last call. */
  readonly take: () => string
}

export function collectRuns(): RunCollector {
  let whole = ''
  let run: string | null = null
  let keepsSpace = false
  let pronounced = false
  return {
    open(name, attributes) {
      if (name === 'rPh') pronounced = true
      else if (name === 't' && !pronounced) {
        run = ''
        keepsSpace = attributes()['xml:space'] === 'preserve'
      }
    },
    close(name) {
      if (name === 'rPh') pronounced = false
      else if (name === 't' && run !== null) {
        whole += keepsSpace ? run : run.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
        run = null
      }
    },
    text(text) {
      if (run !== null) run += text
    },
    take() {
      const taken = whole
      whole = ''
      return tidyText(taken)
    },
  }
}

/** `null`: the part is damaged. */
export function readSharedStrings(part: Uint8Array | null): readonly string[] | null {
  const strings: string[] = []
  const runs = collectRuns()
  const sound = readXml(part, {
    open: runs.open,
    close(name) {
      runs.close(name)
      if (name === 'si') strings.push(runs.take())
    },
    text: runs.text,
  })
  return sound ? strings : null
}
