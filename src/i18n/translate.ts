import type { Language, Message, SlotsOf } from '@/i18n/catalogue'
import { formatNumber } from '@/i18n/format'
import type { viFirst } from '@/i18n/vi-first'
import type { viScreens } from '@/i18n/vi-screens'

/** All texts; Vietnamese is the type of the rest. Keys begin with their screen; `{slot}`s are typed. */
export type Messages = typeof viFirst & typeof viScreens
export type MessageKey = keyof Messages

/** Numbers in slots are whole and written in the language; everything else comes formatted. */
export type SlotValue = string | number
type Slots<K extends MessageKey> = SlotsOf<Messages[K]>
type SlotArguments<K extends MessageKey> = [Slots<K>] extends [never] ? [] : [Readonly<Record<Slots<K>, SlotValue>>]

export type Translate = <K extends MessageKey>(key: K, ...slots: SlotArguments<K>) => string

/** The texts of one language, as far as they are here. */
export type Catalogue = Readonly<Partial<Record<MessageKey, Message>>>

export function createTranslate(lang: Language, catalogue: Catalogue): Translate {
  const plurals = new Intl.PluralRules(lang)
  return (key, ...[slots]) => {
    const message: Message = catalogue[key] ?? key
    const values: Readonly<Record<string, SlotValue>> = slots ?? {}
    const text =
      typeof message === 'string'
        ? message
        : plurals.select(Number(values['n'])) === 'one'
          ? message.one
          : message.other
    return text.replaceAll(/\{(\w+)\}/g, (slot, name: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined
      if (value === undefined) return slot
      return typeof value === 'number' ? formatNumber(lang, value, 0) : value
    })
  }
}
