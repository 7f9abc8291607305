import { PrecacheController } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst, NetworkOnly } from 'workbox-strategies'
import type { StrategyOptions } from 'workbox-strategies'
import { FROM_CACHE, HOST_IS_SILENT } from '@/app/site-files'
import type { SiteFiles, WorkerRequest } from '@/app/site-files'

/**
 * The site without a network. The host always comes first where figures are concerned: the page, the catalog, answers and
 * tables are taken from the machine only where the host does not answer. Files of a viewer never come by here: they are
 * not requested.
 */
declare const self: ServiceWorkerGlobalScope
/** Written before this script by the build. */
declare const SITE: SiteFiles

type Plugin = NonNullable<StrategyOptions['plugins']>[number]

/** Seconds; later the machine's copy is shown, and the host's when it comes next time. */
const PATIENCE = 4
const PAGE = 'index.html'

const { scope } = self.registration
const isUnder = (url: URL, folder: string) => url.href.startsWith(new URL(folder, scope).href)
const onDemand = new Set(SITE.onDemand.map((path) => new URL(path, scope).href))

/** Texts are a third as large on the machine as they are read. */
const PACKED = 'x-packed'
const IS_TEXT = /^(?:text\/|image\/svg|application\/(?:javascript|json))/
const packed: Plugin = {
  cacheWillUpdate: async ({ response }) => {
    if (!response.ok || response.body === null) return null
    if (!IS_TEXT.test(response.headers.get('content-type') ?? '')) return response
    const headers = new Headers(response.headers)
    // The body that is read here is not encoded any more.
    for (const name of ['content-encoding', 'content-length']) headers.delete(name)
    headers.set(PACKED, 'gzip')
    return new Response(response.body.pipeThrough(new CompressionStream('gzip')), { headers })
  },
  cachedResponseWillBeUsed: async ({ cachedResponse }) => {
    if (cachedResponse?.headers.has(PACKED) !== true || cachedResponse.body === null) return cachedResponse
    const headers = new Headers(cachedResponse.headers)
    headers.delete(PACKED)
    return new Response(cachedResponse.body.pipeThrough(new DecompressionStream('gzip')), { headers })
  },
}

/** A login page with status 200 takes the place of no figures. */
const noPages: Plugin = {
  cacheWillUpdate: async ({ response }) =>
    response.headers.get('content-type')?.startsWith('text/html') === true ? null : response,
}

/** What is read from the machine says so, and so does the page that shows it. */
const marked: Plugin = {
  cachedResponseWillBeUsed: async ({ cachedResponse, event }) => {
    if (!cachedResponse) return cachedResponse
    if (event instanceof FetchEvent) (await self.clients.get(event.clientId))?.postMessage(HOST_IS_SILENT)
    const headers = new Headers(cachedResponse.headers)
    headers.set(FROM_CACHE, '1')
    return new Response(cachedResponse.body, { headers })
  },
}

/** Of each file the version that was read last, and no other beside it. */
const latestOnly: Plugin = {
  cacheDidUpdate: async ({ cacheName, request }) => {
    const cache = await caches.open(cacheName)
    const all = await cache.keys(request, { ignoreSearch: true })
    await Promise.all(all.filter(({ url }) => url !== request.url).map((older) => cache.delete(older)))
  },
}

const shell = new PrecacheController({ plugins: [packed] })
shell.addToCacheList(SITE.shell.map((file) => ({ ...file })))
const page = shell.createHandlerBoundToURL(PAGE)
const usedCache = `used ${scope}`

// A page or a part of one that is asked for by name. Only this page: embeds and copies of older versions are themselves.
registerRoute(
  ({ request, url }) => request.mode === 'navigate' && [scope, scope + PAGE].includes(url.origin + url.pathname),
  new NetworkOnly({
    networkTimeoutSeconds: PATIENCE,
    plugins: [{ handlerDidError: async ({ request, event }) => page({ request, event, url: new URL(request.url) }) }],
  }),
)
registerRoute(({ url }) => onDemand.has(url.href), new CacheFirst({ cacheName: usedCache, plugins: [packed] }))
// The parts of an older build stay for the tabs that show it: only what is there is taken, and nothing put in.
registerRoute(
  ({ url }) => isUnder(url, 'assets/') || shell.getCacheKeyForURL(url.href) === url.href,
  new CacheFirst({
    cacheName: shell.strategy.cacheName,
    plugins: [packed, { cacheWillUpdate: () => Promise.resolve(null) }],
  }),
)
registerRoute(
  ({ url }) => isUnder(url, 'answers/') || isUnder(url, 'data/'),
  new NetworkFirst({
    cacheName: `figures ${scope}`,
    networkTimeoutSeconds: PATIENCE,
    plugins: [noPages, packed, marked, latestOnly],
  }),
)

async function dropUnused() {
  const cache = await caches.open(usedCache)
  const kept = await cache.keys()
  await Promise.all(kept.filter(({ url }) => !onDemand.has(url)).map((old) => cache.delete(old)))
}

async function activate(event: ExtendableEvent) {
  await self.clients.claim()
  const windows = await self.clients.matchAll({ type: 'window' })
  // Another tab may show the build before: it goes on fetching its parts.
  if (windows.length > 1) return
  await Promise.all([shell.activate(event), dropUnused()])
}

self.addEventListener('install', (event) => event.waitUntil(shell.install(event)))
self.addEventListener('activate', (event) => event.waitUntil(activate(event)))
self.addEventListener('message', ({ data, ports: [port] }) => {
  const { type } = data as WorkerRequest
  if (type === 'build') port?.postMessage(SITE.build)
  else void self.skipWaiting()
})
