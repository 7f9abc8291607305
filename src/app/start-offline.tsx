import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { FROM_CACHE, HOST_IS_SILENT } from '@/app/site-files'
import type { WorkerRequest } from '@/app/site-files'
import { serviceWorkerUrl, trustedScript } from '@/domain/trusted-script'
import { loadScreenTexts } from '@/i18n/use-i18n'

/** Milliseconds. */
/** What a first visitor opens next comes before what may never be needed. */
const FIRST_VISIT_PAUSE = 3000
const CATALOG_PATIENCE = 10_000
const TAKE_OVER_PATIENCE = 3000
const LOOK_AGAIN_AFTER = 60_000
const ASK_HOST_EVERY = 3_600_000

export interface Condition {
  /** null: the host answers. Else since when the machine's copy of its catalog is there (ISO day; empty: unknown). */
  readonly savedOn: string | null
  /** The host has another build than this page is of. */
  readonly isOutdated: boolean
}

/**
 * After the first visit the site opens without a network; a page that was deployed over says so once. Where service
 * workers are forbidden (no https, a sandbox, a private window) nothing is kept, and nothing else changes.
 */
export async function startOffline(queryClient: QueryClient): Promise<void> {
  const place = document.createElement('div')
  place.setAttribute('role', 'status')
  document.body.append(place)
  const registering = register()

  let condition: Condition = { savedOn: null, isOutdated: false }
  let root: Root | null = null
  const change = async (next: Partial<Condition>) => {
    condition = { ...condition, ...next }
    if (root === null && condition.savedOn === null && !condition.isOutdated) return
    const [{ OfflineBar }] = await Promise.all([import('@/app/OfflineBar'), loadScreenTexts()])
    root ??= createRoot(place)
    root.render(
      <QueryClientProvider client={queryClient}>
        <OfflineBar {...condition} onReload={() => void registering.then(reload)} />
      </QueryClientProvider>,
    )
  }
  const say = (next: Partial<Condition>) => void change(next).catch(() => {})

  // A part of this build that the host does not have any more, and the machine neither.
  addEventListener('vite:preloadError', () => void isOutdated().then((is) => is && say({ isOutdated: true })))
  const registration = await registering
  if (registration === null) return

  const look = async () => say({ savedOn: await savedOn() })
  /** While it is said that the host is silent, it is asked now and then. */
  const lookAgain = () => {
    if (condition.savedOn !== null) void look()
  }
  setInterval(lookAgain, LOOK_AGAIN_AFTER)
  for (const event of ['online', 'offline']) addEventListener(event, () => void look())
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data === HOST_IS_SILENT && condition.savedOn === null) void look()
  })
  navigator.serviceWorker.startMessages()

  const settle = async (worker: ServiceWorker) => {
    // Of this page's own build: what is kept becomes what is shown.
    if ((await buildOf(worker)) === ownBuild()) post(worker, { type: 'take-over' })
    else say({ isOutdated: true })
  }
  const follow = () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && registration.active !== null) void settle(installing)
    })
  }
  registration.addEventListener('updatefound', follow)
  follow()
  if (registration.waiting !== null) void settle(registration.waiting)

  let asked = performance.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || performance.now() - asked < ASK_HOST_EVERY) return
    asked = performance.now()
    registration.update().catch(() => {})
  })

  if (navigator.serviceWorker.controller === null) {
    navigator.serviceWorker.addEventListener('controllerchange', keepWhatWasRead, { once: true })
  }
  await look()
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds)
  })

async function register(): Promise<ServiceWorkerRegistration | null> {
  try {
    if (navigator.serviceWorker.controller === null) await pause(FIRST_VISIT_PAUSE)
    await navigator.serviceWorker.register(trustedScript(serviceWorkerUrl()), { updateViaCache: 'none' })
    return (await navigator.serviceWorker.getRegistration()) ?? null
  } catch {
    return null
  }
}

/** What the first visit read before there was a service worker is asked for once more: most of it of the browser's cache. */
function keepWhatWasRead() {
  const site = new URL('.', document.baseURI).href
  for (const { name } of performance.getEntriesByType('resource')) {
    if (/^(?:answers|data|engine|assets\/browser-engine)/.test(name.replace(site, ''))) {
      fetch(name, { cache: 'force-cache' }).catch(() => {})
    }
  }
}

/** Null where the host answers; else the day (ISO) of the copy of its catalog, empty where that is not known. */
async function savedOn(): Promise<string | null> {
  try {
    const response = await fetch('data/catalog.json', {
      cache: 'no-cache',
      signal: AbortSignal.timeout(CATALOG_PATIENCE),
    })
    if (!response.headers.has(FROM_CACHE)) return null
    const date = new Date(response.headers.get('date') ?? '')
    if (Number.isNaN(date.getTime())) return ''
    const twoDigits = (part: number) => String(part).padStart(2, '0')
    return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
  } catch {
    return ''
  }
}

const post = (worker: ServiceWorker, request: WorkerRequest, ports: Transferable[] = []) =>
  worker.postMessage(request, ports)

const buildOf = (worker: ServiceWorker): Promise<unknown> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }) => resolve(data), { once: true })
    port1.start()
    post(worker, { type: 'build' }, [port2])
  })

const ownBuild = (): string | null => document.querySelector('meta[name="build"]')?.getAttribute('content') ?? null

async function isOutdated(): Promise<boolean> {
  try {
    const response = await fetch('./', { cache: 'no-cache', signal: AbortSignal.timeout(CATALOG_PATIENCE) })
    const [, build] = /<meta name="build" content="(\w+)"/.exec(await response.text()) ?? []
    return response.ok && build !== undefined && build !== ownBuild()
  } catch {
    return false
  }
}

/** The page of the new build; its service worker first, so that its parts need not be fetched again. */
async function reload(registration: ServiceWorkerRegistration | null) {
  const waiting = registration?.waiting
  if (waiting) {
    const taken = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
    })
    post(waiting, { type: 'take-over' })
    await Promise.race([taken, pause(TAKE_OVER_PATIENCE)])
  }
  location.reload()
}
