import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { NuqsAdapter } from 'nuqs/adapters/react'
import { StrictMode } from 'react'
import { App } from '@/app/App'
import { ViewProvider } from '@/view/ViewProvider'

/** The whole application, the same while the page is built and in the browser. */
export function Root({ queryClient }: { readonly queryClient: QueryClient }) {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <NuqsAdapter>
          <ViewProvider>
            <App />
          </ViewProvider>
        </NuqsAdapter>
      </QueryClientProvider>
    </StrictMode>
  )
}
