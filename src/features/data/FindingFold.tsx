import { useState } from 'react'
import type { ReactNode } from 'react'
import { usePrinting } from '@/charts/use-printing'
import groupStyles from '@/features/data/FindingGroups.module.css'

interface Props {
  readonly startsOpen?: boolean
  /** A sign for the eye; the summary says the same in words. */
  readonly mark: string
  readonly flagged?: boolean
  readonly summary: ReactNode
  readonly text: string
  /** Made when it is opened, and on paper, where nothing can be opened. */
  readonly children: (printing: boolean) => ReactNode
}

/** One group of findings, folded until it is looked at. */
export function FindingFold({ startsOpen = false, mark, flagged = false, summary, text, children }: Props) {
  const printing = usePrinting()
  const [opened, setOpened] = useState(startsOpen)
  const open = opened || printing
  return (
    <details
      className={groupStyles['group']}
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open !== open) setOpened(event.currentTarget.open)
      }}
    >
      <summary>
        <span className={groupStyles['mark']} data-flag={flagged} aria-hidden="true">
          {mark}
        </span>
        {summary}
      </summary>
      <p className={groupStyles['text']}>{text}</p>
      {open && children(printing)}
    </details>
  )
}
