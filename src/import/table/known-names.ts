/** What the shape of a table is recognised by: whether a text is a name that such tables use. */
export interface KnownNames {
  /** A header such as `Đơn vị`, `Xếp hạng`, `Điểm`. */
  readonly isHeader: (text: string) => boolean
  /** A unit, in any block and period, in any spelling. */
  readonly isUnit: (text: string) => boolean
  /** A sub-index or index of any version. */
  readonly isSubIndex: (text: string) => boolean
  readonly isPeriod: (text: string) => boolean
  /** A block, as a section of a table is headed by it. */
  readonly isBlock: (text: string) => boolean
}
