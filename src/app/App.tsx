import { Suspense, useDeferredValue } from 'react'
import type { ReactNode } from 'react'
import { Board } from '@/app/Board'
import { Shell } from '@/app/Shell'
import type { Language } from '@/i18n/catalogue'
import { I18nContext, useLanguage } from '@/i18n/use-i18n'
import { FileOpeningProvider } from '@/queries/FileOpeningProvider'
import { useView } from '@/view/use-view'

/**
 * The link asks for a view at once; the view drawn follows when its answers are there, and until then the old
 * one stays. Deferring (rather than a transition around each click) also holds for the back button.
 */
export function App() {
  const drawn = useDeferredValue(useView())
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
}

function Localised({ lang, children }: { readonly lang: Language; readonly children: ReactNode }) {
  return <I18nContext value={useLanguage(lang)}>{children}</I18nContext>
}
