// Loads a TypeScript script through Vite (aliases, ?raw, CSS modules) and runs its `main(args)`.
import { createServer } from 'vite'

process.env['NODE_ENV'] ??= 'production'
const [script, ...args] = process.argv.slice(2)
const server = await createServer({
  server: { middlewareMode: true, watch: null, ws: false },
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
})
try {
  const { main } = await server.ssrLoadModule(`/${script}`)
  process.exitCode = await main(args)
} finally {
  await server.close()
}
