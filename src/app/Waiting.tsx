import { lazy, Suspense } from 'react'
import { loadScreenTexts, useI18n } from '@/i18n/use-i18n'
import { Skeleton } from '@/ui/Skeleton'

const WaitingFor = lazy(async () => {
  try {
    const [{ WaitingFor: waiting }] = await Promise.all([import('@/app/WaitingFor'), loadScreenTexts()])
    return { default: waiting }
  } catch {
    // What is waited for may come all the same.
    return { default: Plain }
  }
})

function Plain() {
  const { t } = useI18n()
  return (
    <>
      <p role="status">{t('shell.waiting')}</p>
      <Skeleton lines={20} />
    </>
  )
}

/** While an answer is fetched or computed. Most are here before it can be said what is waited for. */
export function Waiting() {
  return (
    <Suspense fallback={<Plain />}>
      <WaitingFor />
    </Suspense>
  )
}
