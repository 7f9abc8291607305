import * as v from 'valibot'
import type { GenericSchema, InferOutput } from 'valibot'

export type Params<P extends string = string> = { readonly [K in P]: string }

/** One question: the name of its macro and static answers, its parameters in order, the schema of a row. */
export interface Question<P extends string = string, R = unknown> {
  readonly name: string
  readonly params: readonly P[]
  /** Checks rows that come from the engine or from a static file; throws a ValiError on a bug in either. */
  readonly parse: (rows: unknown) => readonly R[]
}

export type RowOf<Q> = Q extends Question<infer _P, infer R> ? R : never

export function defineQuestion<const P extends string, S extends GenericSchema>(
  name: string,
  params: readonly P[],
  Row: S,
): Question<P, InferOutput<S>> {
  const Rows = v.array(Row)
  return { name, params, parse: (rows) => v.parse(Rows, rows) }
}
