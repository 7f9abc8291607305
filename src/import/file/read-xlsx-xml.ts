import { Parser } from 'saxen'

export type Attributes = Readonly<Partial<Record<string, string>>>

/** Names come without their prefix: writers choose it freely (`x:row`). */
export interface XmlHandler {
  readonly open: (name: string, attributes: () => Attributes) => void
  readonly close?: (name: string) => void
  /** Decoded; a text may come in several pieces. */
  readonly text?: (text: string) => void
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Only what every XML has: entities that a file defines itself stay as they stand. saxen's own cuts off above U+FFFF. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES.get(name) ?? whole
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '\uFFFD'
    },
  )
}

export const isOn = (value: string | undefined) => value === '1' || value === 'true' || value === 'on'

const NO_ATTRIBUTES: Attributes = {}
const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** Of a part, at once: the text of a large sheet would not fit into one string. */
const CHUNK = 1 << 20

/** Feeds a part of a workbook to the handler. `false`: the part is damaged. */
export function readXml(part: Uint8Array | null, { open, close, text }: XmlHandler): boolean {
  if (part === null) return false
  const parser = new Parser()
  // Else it throws; `end` returns the error all the same.
  parser.on('error', () => undefined)
  parser.on('openTag', (name, attributes) => open(localName(name), () => attributes() || NO_ATTRIBUTES))
  if (close !== undefined) parser.on('closeTag', (name) => close(localName(name)))
  if (text !== undefined) {
    parser.on('text', (raw) => text(decodeEntities(raw)))
    parser.on('cdata', text)
  }
  const decoder = new TextDecoder()
  for (let at = 0; at < part.length; at += CHUNK)
    parser.write(decoder.decode(part.subarray(at, at + CHUNK), { stream: true }))
  return parser.end() === null
}
