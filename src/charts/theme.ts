/** Colours of the charts, resolved: an exported picture knows no custom properties. The same as in `ui/tokens.css`. */
export interface ChartTheme {
  readonly ink: string
  readonly inkSoft: string
  readonly rule: string
  readonly ground: string
  readonly accent: string
  readonly muted: string
  readonly rise: string
  readonly fall: string
  /** Up to six series side by side; each also has its own line and symbol. */
  readonly series: readonly string[]
}
