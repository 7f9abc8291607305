/** What names one edition of an index within a package. */
export interface EditionKey {
  readonly index: string
  readonly period: string
  readonly block: string
  readonly set: string
}
