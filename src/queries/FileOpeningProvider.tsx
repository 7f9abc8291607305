import { useMutation } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Answers } from '@/import/opening'
import { openFileMutation, prepareEngineMutation } from '@/queries/open-file'
import { FileOpeningContext } from '@/queries/use-file-opening'
import type { FileOpening, FileOpeningState } from '@/queries/use-file-opening'

/** Holds the opening of a file above all screens, so that it goes on while the viewer looks at another. */
export function FileOpeningProvider({ children }: { readonly children: ReactNode }) {
  const { mutateAsync } = useMutation(openFileMutation)
  const { mutate: prepare } = useMutation(prepareEngineMutation)
  const [state, setState] = useState<FileOpeningState>({ kind: 'idle' })
  const current = useRef<AbortController | null>(null)

  const open = useCallback(
    (file: File, basePackageId: string, answers: Answers = {}) => {
      current.current?.abort()
      const controller = new AbortController()
      current.current = controller
      const attempt = { file, basePackageId, answers }
      /** An attempt that another has replaced says nothing more. */
      const show = (next: FileOpeningState) => {
        if (current.current === controller) setState(next)
      }
      show({ ...attempt, kind: 'working', stage: null, done: 0 })
      mutateAsync({
        ...attempt,
        signal: controller.signal,
        onProgress: (stage, done) => show({ ...attempt, kind: 'working', stage, done }),
      }).then(
        (result) => show({ ...attempt, kind: 'finished', result }),
        (error: unknown) =>
          show(controller.signal.aborted ? { ...attempt, kind: 'cancelled' } : { ...attempt, kind: 'failed', error }),
      )
    },
    [mutateAsync],
  )
  const cancel = useCallback(() => {
    current.current?.abort()
    current.current = null
    setState((before) => (before.kind === 'working' ? { ...before, kind: 'cancelled' } : before))
  }, [])
  const leave = useCallback(() => {
    current.current?.abort()
    current.current = null
    setState({ kind: 'idle' })
  }, [])
  const opening = useMemo<FileOpening>(
    () => ({ state, open, cancel, prepare, leave }),
    [state, open, cancel, prepare, leave],
  )
  return <FileOpeningContext value={opening}>{children}</FileOpeningContext>
}
