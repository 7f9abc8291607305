declare module 'virtual:engine-files' {
  interface EngineFile {
    /** Relative to the site. */
    readonly path: string
    readonly packedLength: number
    readonly unpackedLength: number
  }
  export const wasm: EngineFile
  export const worker: EngineFile
}
