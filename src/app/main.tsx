import { hydrate } from '@tanstack/react-query'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { createAsk } from '@/answers/ask'
import type { AskEngine } from '@/answers/ask'
import type { Engine } from '@/answers/engine'
import { readBoot } from '@/app/boot'
import { createDeployment } from '@/app/deployment'
import { createPackages, packageList } from '@/app/packages'
import { createQueryClient } from '@/app/query-client'
import { Root } from '@/app/Root'
import { Failure } from '@/domain/failure'
import { engineProgressQuery } from '@/queries/engine-progress'
import { keptQuery } from '@/queries/own-packages'
import { packagesQuery } from '@/queries/packages'

const boot = readBoot()

const { deployed, staticVersionOf, followHost } = createDeployment(boot)

const packages = createPackages(
  deployed,
  () => prepareEngine(),
  async (packageId) => (await engine)?.forget(packageId),
)
let engine: Promise<Engine> | null = null
const startEngine = async () => {
  const { createBrowserEngine } = await import('@/app/browser-engine')
  return createBrowserEngine(packages.filesOf, (progress) => {
    queryClient.setQueryData(engineProgressQuery.queryKey, () => progress)
  })
}
const engineNow = () =>
  (engine ??= startEngine().catch((error: unknown) => {
    engine = null
    throw new Failure('site-unreachable', String(error))
  }))
const askEngine: AskEngine = async (...question) => (await engineNow()).ask(...question)
/** While a file is read the engine that will answer about it can start; a failure shows when it is asked. */
const prepareEngine = () => {
  engineNow().then(
    ({ prepare }) => prepare(),
    () => {},
  )
}
const queryClient = createQueryClient(createAsk(staticVersionOf, askEngine))
packages.install(queryClient)

const container = document.getElementById('app')
if (!container) throw new Error('The page has no #app')
const root = <Root queryClient={queryClient} />
/** What the surroundings cause is shown where it happens; only bugs belong into the console. */
const onCaughtError = (error: unknown) => {
  if (!(error instanceof Failure)) console.error(error)
}
if (boot) {
  queryClient.setQueryData(packagesQuery.queryKey, packageList(boot.catalog))
  hydrate(queryClient, boot.state)
}
if (boot && location.search === '') {
  hydrateRoot(container, root, { onCaughtError })
} else {
  container.textContent = ''
  createRoot(container, { onCaughtError }).render(root)
}
const page = document.documentElement.dataset
for (const sign of ['waiting', 'starting', 'still']) delete page[sign]
void followHost(queryClient)
/** When the page has time for it: what the viewer keeps on this machine joins the list, and the site is kept for offline. */
const whenIdle = () => {
  queryClient.query(keptQuery).catch(() => {})
  if (boot) import('@/app/start-offline').then(({ startOffline }) => startOffline(queryClient)).catch(() => {})
}
if ('requestIdleCallback' in window) requestIdleCallback(whenIdle, { timeout: 3000 })
else setTimeout(whenIdle, 500)
