import { useQuery } from '@tanstack/react-query'
import { useI18n } from '@/i18n/use-i18n'
import { engineProgressQuery } from '@/queries/engine-progress'
import { Skeleton } from '@/ui/Skeleton'

const MEGABYTE = 1_000_000

/** While an answer is fetched or computed; says how much of the engine is here when that is what is waited for. */
export function Waiting() {
  const { t, format } = useI18n()
  const { data: progress } = useQuery(engineProgressQuery)
  return (
    <>
      <p role="status">
        {progress
          ? t('shell.waiting.engine', {
              loaded: format.number(progress.loaded / MEGABYTE, 1),
              total: format.number(progress.total / MEGABYTE, 1),
            })
          : t('shell.waiting')}
      </p>
      <Skeleton lines={20} />
    </>
  )
}
