declare module 'subset-font' {
  /** The glyphs of `text` and what `keepFeatures` need. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      readonly targetFormat: 'woff2'
      readonly noHinting: boolean
      readonly keepFeatures: readonly string[]
      readonly preserveNameIds: readonly number[]
    },
  ): Promise<Uint8Array>
}
