export type Language = 'vi' | 'en'

/** Names of the slots of a text: `SlotsIn<'Hạng {rank} trong {n}'>` is `'rank' | 'n'`. */
export type SlotsIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | SlotsIn<Rest> : never

/** A text, or one text for each plural form of its slot `n` (English). */
export type Message = string | { readonly one: string; readonly other: string }

export type SlotsOf<M> = M extends string
  ? SlotsIn<M>
  : M extends { readonly one: infer One extends string; readonly other: infer Other extends string }
    ? SlotsIn<One> | SlotsIn<Other> | 'n'
    : never

type SameSlots<A, B> = [SlotsOf<A>] extends [SlotsOf<B>] ? ([SlotsOf<B>] extends [SlotsOf<A>] ? true : false) : false

/** A translation of `Original`: every key, no other key, and in each text the same slots. */
export type TranslationOf<Original, T> = {
  readonly [K in keyof Original]: K extends keyof T
    ? SameSlots<Original[K], T[K]> extends true
      ? T[K]
      : { readonly 'slots differ from': Original[K] }
    : Message
} & { readonly [K in Exclude<keyof T, keyof Original>]: never }

/** Checks a translation against the Vietnamese original while it is compiled; a missing key or slot does not compile. */
export const translationOf =
  <Original extends Readonly<Record<string, string>>>() =>
  <const T extends Readonly<Record<string, Message>>>(translation: T & TranslationOf<Original, T>): T =>
    translation
