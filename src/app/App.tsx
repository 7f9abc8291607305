import { Suspense, memo, startTransition, useReducer } from 'react'
import type { ReactNode } from 'react'
import { Board } from '@/app/Board'
import { NoEnglish } from '@/app/NoEnglish'
import { Shell } from '@/app/Shell'
import { useDrawnView } from '@/app/use-drawn-view'
import type { Language } from '@/i18n/catalogue'
import { I18nContext, fetchEnglishAnew, useLanguage } from '@/i18n/use-i18n'
import { FileOpeningProvider } from '@/queries/FileOpeningProvider'
import type { ParsedView } from '@/view/view-state'

export function App() {
  return <Page drawn={useDrawnView()} />
}

/** Everything, for one view to draw; drawn again only for another. */
const Page = memo(function Page({ drawn }: { readonly drawn: ParsedView }) {
  return (
    <Suspense fallback={null}>
      <Localised lang={drawn.view.lang}>
        <FileOpeningProvider>
          <Shell>
            <Board drawn={drawn} />
          </Shell>
        </FileOpeningProvider>
      </Localised>
    </Suspense>
  )
})

function Localised({ lang, children }: { readonly lang: Language; readonly children: ReactNode }) {
  const i18n = useLanguage(lang)
  const [, drawAnew] = useReducer((tries: number) => tries + 1, 0)
  const onRetry = () =>
    startTransition(() => {
      fetchEnglishAnew()
      drawAnew()
    })
  return (
    <I18nContext value={i18n}>
      {i18n.lang !== lang && <NoEnglish onRetry={onRetry} />}
      {children}
    </I18nContext>
  )
}
