/**
 * A static server without any favours: no rewrites, no compression of its own,
 * no type for what a plain host would not know. What works here works on any host.
 *
 *   node scripts/serve.mjs <folder> <port> [<path>, such as /any/folder/]
 */
import { createServer } from 'node:http'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'

/** What a plain host knows the type of; everything else is application/octet-stream. */
const KNOWN = /(?:\/|\.(?:html|js|css|json|csv|txt|svg|png|ico|woff2))$/

/**
 * @typedef {object} Options
 * @property {string} folder
 * @property {number} [port] 0 or absent: any free port
 * @property {string} [host]
 * @property {string} [under] the site answers here too, besides at the root
 * @property {boolean} [precompressed] serve the .gz beside a file, where there is one
 * @property {boolean} [cached] let browsers keep files; otherwise each is asked for again
 *
 * @param {Options} options
 */
export function serve({ folder, port = 0, host = '127.0.0.1', under, precompressed = false, cached = false }) {
  const site = sirv(folder, {
    dev: !precompressed,
    gzip: precompressed,
    ...(cached ? { maxAge: 3600 } : {}),
    setHeaders: (response, path) => {
      if (!KNOWN.test(path)) response.setHeader('Content-Type', 'application/octet-stream')
    },
  })
  const server = createServer((request, response) => {
    if (under !== undefined && request.url?.startsWith(under)) request.url = request.url.slice(under.length - 1)
    site(request, response)
  })
  return new Promise((/** @type {(server: import('node:http').Server) => void} */ resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

/** @param {import('node:http').Server} server */
export function portOf(server) {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server does not listen on a port.')
  return address.port
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'dist', port = '0', under] = process.argv.slice(2)
  const server = await serve({ folder, port: Number(port), ...(under === undefined ? {} : { under }) })
  console.log(`http://127.0.0.1:${portOf(server)}/`)
}
