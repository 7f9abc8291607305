import { hydrate } from '@tanstack/react-query'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { createAsk } from '@/answers/ask'
import type { AskEngine } from '@/answers/ask'
import type { Engine } from '@/answers/engine'
import { readBoot } from '@/app/boot'
import { fetchCatalog } from '@/app/host-files'
import { createPackages, packageList } from '@/app/packages'
import { createQueryClient } from '@/app/query-client'
import { Root } from '@/app/Root'
import type { Catalog } from '@/domain/catalog'
import { Failure } from '@/domain/failure'
import { engineProgressQuery } from '@/queries/engine-progress'
import { keptQuery } from '@/queries/own-packages'
import { packagesQuery } from '@/queries/packages'

const boot = readBoot()

/** What is deployed now; what was built, where the host cannot be asked. Failing is not remembered. */
let catalog: Promise<Catalog> | null = null
function deployed(): Promise<Catalog> {
  catalog ??= fetchCatalog().catch((error: unknown) => {
    if (boot) {
      console.warn('The deployed catalog cannot be used; showing what the page was built from.', error)
      return boot.catalog
    }
    catalog = null
    throw error
  })
  return catalog
}

const builtVersion = (packageId: string) => boot?.catalog.packages.find(({ id }) => id === packageId)?.version ?? null

async function staticVersionOf(packageId: string): Promise<string | null> {
  const entry = (await deployed()).packages.find(({ id }) => id === packageId)
  return entry && entry.version === builtVersion(packageId) ? entry.version : null
}

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
    throw new Failure('engine-unavailable', String(error))
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

/** Figures that came with the page give way where the host has others: someone replaced the files without a build. */
async function checkDeployed() {
  if (!boot) return
  const now = await deployed()
  if (now === boot.catalog) return
  queryClient.setQueryData(packagesQuery.queryKey, (list) => ({
    ...packageList(now),
    packages: [...packageList(now).packages, ...(list?.packages.filter(({ origin }) => origin === 'file') ?? [])],
  }))
  const replaced = now.packages.filter(({ id, version }) => version !== builtVersion(id))
  await Promise.all(replaced.map(({ id }) => queryClient.resetQueries({ queryKey: ['answer', id] })))
}

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
delete document.documentElement.dataset['waiting']
void checkDeployed()
/** What the viewer keeps on this machine joins the list when the page has time for it. */
const readKept = () => {
  queryClient.query(keptQuery).catch(() => {})
}
if ('requestIdleCallback' in window) requestIdleCallback(readKept, { timeout: 3000 })
else setTimeout(readKept, 500)
