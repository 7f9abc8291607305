import { useMutation } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { openFileMutation, prepareEngineMutation } from '@/queries/open-file'
import { FileOpeningContext, IDLE } from '@/queries/use-file-opening'
import type { FileAction, FileOpeningState } from '@/queries/use-file-opening'

/** Holds the opening of files above all screens, so that it goes on while the viewer looks at another. */
export function FileOpeningProvider({ children }: { readonly children: ReactNode }) {
  const { mutateAsync: openFile } = useMutation(openFileMutation)
  const { mutate: prepare } = useMutation(prepareEngineMutation)
  const [state, setState] = useState(IDLE)
  const latest = useRef(state)
  const current = useRef<AbortController | null>(null)

  const set = useCallback((next: FileOpeningState) => {
    latest.current = next
    setState(next)
  }, [])
  const stop = useCallback(() => {
    current.current?.abort()
    current.current = null
  }, [])
  const act = useCallback(
    (action: FileAction) => {
      stop()
      const controller = new AbortController()
      current.current = controller
      /** An attempt that another has replaced says nothing more. */
      const show = (next: FileOpeningState) => {
        if (current.current === controller) set(next)
      }
      // The page of a reader who opens no file does without it.
      import('@/queries/open-in-turn').then(
        ({ takeAction }) => takeAction(action, latest.current, { openFile, signal: controller.signal, show }),
        (error: unknown) => show({ kind: 'idle', error }),
      )
    },
    [openFile, set, stop],
  )
  const cancel = useCallback(() => {
    stop()
    if (latest.current.kind === 'working') set({ ...latest.current, kind: 'cancelled' })
  }, [set, stop])
  const leave = useCallback(() => {
    stop()
    set(IDLE)
  }, [set, stop])
  const opening = useMemo(() => ({ state, act, cancel, prepare, leave }), [state, act, cancel, prepare, leave])
  return <FileOpeningContext value={opening}>{children}</FileOpeningContext>
}
