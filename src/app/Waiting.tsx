import { useQuery } from '@tanstack/react-query'
import { useI18n } from '@/i18n/use-i18n'
import { engineProgressQuery } from '@/queries/engine-progress'
import { EngineProgress } from '@/ui/EngineProgress'
import { Skeleton } from '@/ui/Skeleton'

/** While an answer is fetched or computed; shows how much of the engine is here when that is what is waited for. */
export function Waiting() {
  const { t } = useI18n()
  const { data: progress } = useQuery(engineProgressQuery)
  return (
    <>
      <p role="status">{t('shell.waiting')}</p>
      {progress && <EngineProgress {...progress} />}
      <Skeleton lines={20} />
    </>
  )
}
