import { useEffect, useState } from 'react'
import { useI18n } from '@/i18n/use-i18n'
import { useFileOpening } from '@/queries/use-file-opening'
import { useNavigate, useView } from '@/view/use-view'
import { onScreen } from '@/view/view-state'
import styles from '@/app/FileDrop.module.css'

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Files dropped anywhere on the page are opened, and the data screen shows how that goes. */
export function FileDrop({ basePackageId }: { readonly basePackageId: string }) {
  const { t } = useI18n()
  const { view } = useView()
  const navigate = useNavigate()
  const { act, prepare } = useFileOpening()
  const [over, setOver] = useState(false)

  useEffect(() => {
    // Entering a child comes before leaving its parent: over the page while more was entered than left.
    let depth = 0
    const enter = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth += 1
      setOver(true)
      prepare()
    }
    const leave = (event: DragEvent) => {
      if (!hasFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const move = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      act({ kind: 'open', files, place: { basePackageId, into: null } })
      if (view.screen !== 'data') navigate(onScreen(view, 'data'), { scroll: true })
    }
    const listeners = { dragenter: enter, dragleave: leave, dragover: move, drop } as const
    for (const [name, listener] of Object.entries(listeners)) addEventListener(name as keyof typeof listeners, listener)
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        removeEventListener(name as keyof typeof listeners, listener)
      }
    }
  }, [act, basePackageId, navigate, prepare, view])

  return over ? (
    <div className={styles['over']} aria-hidden="true">
      <p>{t('shell.dropNow')}</p>
    </div>
  ) : null
}
