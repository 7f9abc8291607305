import { Suspense, memo } from 'react'
import type { ReactNode } from 'react'
import { Board } from '@/app/Board'
import { Shell } from '@/app/Shell'
import { useDrawnView } from '@/app/use-drawn-view'
import type { Language } from '@/i18n/catalogue'
import { I18nContext, useLanguage } from '@/i18n/use-i18n'
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
  return <I18nContext value={useLanguage(lang)}>{children}</I18nContext>
}
