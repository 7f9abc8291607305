import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const MODULE = 'virtual:engine-files'
const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'))

/**
 * `virtual:engine-files`: where the engine's two files are and how long they must be.
 * The WASM is gzip-compressed under `.bin`: hosts that neither compress `.wasm`, nor know its
 * type, nor take files over 25 MB serve it all the same, and 7.6 MB travel instead of 34.
 */
export function enginePlugin(): Plugin {
  let building = false
  const packed = new Map<string, Promise<{ name: string; bytes: Buffer; unpackedLength: number }>>()

  const pack = (file: string) => {
    let entry = packed.get(file)
    if (!entry) {
      entry = (async () => {
        const raw = await readFile(join(dist, file))
        const bytes = await promisify(gzip)(raw, { level: building ? 9 : 1 })
        const hash = createHash('sha256').update(raw).digest('hex').slice(0, 8)
        return { name: `engine/${file.replace(/\W+/g, '-')}-${hash}.bin`, bytes, unpackedLength: raw.length }
      })()
      packed.set(file, entry)
    }
    return entry
  }

  const files = { wasm: 'duckdb-eh.wasm', worker: 'duckdb-browser-eh.worker.js' }

  return {
    name: 'engine-files',
    config: (_config, { command }) => {
      building = command === 'build'
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    async load(id) {
      if (id !== `\0${MODULE}`) return null
      const lines = []
      for (const [key, file] of Object.entries(files)) {
        const { name, bytes, unpackedLength } = await pack(file)
        if (building) this.emitFile({ type: 'asset', fileName: name, source: bytes })
        lines.push(
          `export const ${key} = ${JSON.stringify({ path: name, packedLength: bytes.length, unpackedLength })}`,
        )
      }
      return lines.join('\n')
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        void (async () => {
          for (const file of Object.values(files)) {
            const { name, bytes } = await pack(file)
            if (request.url?.split('?')[0] === `/${name}`) {
              response.setHeader('Content-Type', 'application/octet-stream')
              response.end(bytes)
              return
            }
          }
          next()
        })()
      })
    },
  }
}
