declare module 'saxen' {
  /** Values are as they stand: `&amp;` is not decoded. `false` where they cannot be told apart. */
  export type AttributeGetter = () => Readonly<Partial<Record<string, string>>> | false

  export class Parser {
    on(event: 'openTag', listener: (name: string, attributes: AttributeGetter) => void): this
    on(event: 'closeTag', listener: (name: string) => void): this
    on(event: 'text' | 'cdata', listener: (text: string) => void): this
    on(event: 'error', listener: (error: Error) => void): this
    write(xml: string): this
    end(): Error | null
  }
}
