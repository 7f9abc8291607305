import { hydrate } from '@tanstack/react-query'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { createAsk } from '@/answers/ask'
import type { Engine } from '@/answers/engine'
import { readBoot } from '@/app/boot'
import { createDeployment } from '@/app/deployment'
import { EmbedRoot } from '@/app/EmbedRoot'
import { packageList } from '@/app/packages'
import { createQueryClient } from '@/app/query-client'
import { Failure } from '@/domain/failure'
import { packagesQuery } from '@/queries/packages'

/** The entry point of `embed.html`: shipped packages only, nothing stored, nothing read from the page around it. */
const boot = readBoot()
const { deployed, staticVersionOf, followHost } = createDeployment(boot)

async function filesOf(packageId: string) {
  const entry = (await deployed()).packages.find(({ id }) => id === packageId)
  if (!entry) throw new Failure('data-unreachable', packageId)
  return (await import('@/app/load-package')).loadHostPackage(entry)
}

/** For thresholds that nobody computed at the build, and for tables that were replaced on the host. */
let engine: Promise<Engine> | null = null
async function startEngine() {
  const { createBrowserEngine } = await import('@/app/browser-engine')
  return createBrowserEngine(filesOf, () => {})
}
const queryClient = createQueryClient(
  createAsk(staticVersionOf, async (...question) => {
    engine ??= startEngine().catch((error: unknown) => {
      engine = null
      throw new Failure('site-unreachable', String(error))
    })
    return (await engine).ask(...question)
  }),
)
queryClient.setQueryDefaults(packagesQuery.queryKey, { queryFn: async () => packageList(await deployed()) })

const container = document.getElementById('app')
if (!container) throw new Error('The frame has no #app')
const page = document.documentElement.dataset
const root = <EmbedRoot queryClient={queryClient} search={location.search} />
/** What the surroundings cause is shown where it happens; only bugs belong into the console. */
const onCaughtError = (error: unknown) => {
  if (!(error instanceof Failure)) console.error(error)
}
// The page's own script has looked at the address. What the page brings along is about its default view only; any other
// waits for the host's catalog as its answers do, so that a version which the host has replaced is never begun with.
if (boot && page['waiting'] === undefined) {
  queryClient.setQueryData(packagesQuery.queryKey, packageList(boot.catalog))
  hydrate(queryClient, boot.state)
  hydrateRoot(container, root, { onCaughtError })
  void followHost(queryClient)
} else {
  container.textContent = ''
  createRoot(container, { onCaughtError }).render(root)
}
delete page['waiting']
delete page['still']
