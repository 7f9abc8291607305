/** `npm start`: installs what is missing, builds, serves the built site. `npm start -- --host` also on the network. */
import { spawnSync } from 'node:child_process'
import { networkInterfaces } from 'node:os'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'

const FIRST_PORT = 4173
const PORTS_TRIED = 50
const root = fileURLToPath(new URL('..', import.meta.url))
const onNetwork = process.argv.includes('--host')

ensureInstalled()

const build = spawnSync('npm', ['run', '--silent', 'build'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (build.status !== 0) process.exit(build.status ?? 1)

const { portOf, serve } = await import('./serve.mjs')

async function listen() {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port += 1) {
    try {
      return await serve({ folder: `${root}/dist`, port, ...(onNetwork ? { host: '0.0.0.0' } : {}) })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    }
  }
  throw new Error(`Ports ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are all in use.`)
}

const server = await listen()
const hosts = ['localhost']
if (onNetwork) {
  for (const { family, internal, address } of Object.values(networkInterfaces()).flatMap((list) => list ?? [])) {
    if (family === 'IPv4' && !internal) hosts.push(address)
  }
}
console.log('\n  Bảng chỉ số cải cách đang chạy tại / Reform Index Board is running at:\n')
for (const host of hosts) console.log(`    http://${host}:${portOf(server)}/`)
console.log('\n  Dừng: Ctrl+C / Press Ctrl+C to stop.\n')

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    server.close()
    server.closeAllConnections()
  })
}
