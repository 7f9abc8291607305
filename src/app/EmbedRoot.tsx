import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { EmbedBoard } from '@/app/EmbedBoard'
import { EmbedViewProvider } from '@/app/EmbedViewProvider'

interface Props {
  readonly queryClient: QueryClient
  /** `location.search` of the frame. */
  readonly search: string
}

/** A view without the page around it, the same while it is built and in the browser. */
export function EmbedRoot({ queryClient, search }: Props) {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <EmbedViewProvider search={search}>
          <EmbedBoard />
        </EmbedViewProvider>
      </QueryClientProvider>
    </StrictMode>
  )
}
