import { Suspense, useEffect } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { ErrorBoundary } from '@/app/ErrorBoundary'
import { switchTheme } from '@/app/theme'
import { useI18n } from '@/i18n/use-i18n'
import { Skeleton } from '@/ui/Skeleton'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import { ViewLink } from '@/view/ViewLink'
import { useView } from '@/view/use-view'
import { LANGUAGES, NAVIGATION, onScreen } from '@/view/view-state'
import type { Language } from '@/view/view-state'
import styles from '@/app/Shell.module.css'
import '@/ui/fonts.css'
import '@/ui/tokens.css'
import '@/ui/base.css'

/** Each in its own language, so that whoever reads only that one finds it. */
const LANGUAGE_NAMES: Readonly<Record<Language, { readonly short: string; readonly name: string }>> = {
  vi: { short: 'VI', name: 'Tiếng Việt' },
  en: { short: 'EN', name: 'English' },
}

/** Without a step in the history, which would lead there again on the way back from another view. */
function skip(event: MouseEvent) {
  const content = document.getElementById('content')
  if (content === null) return
  event.preventDefault()
  content.focus()
}

/** Header and frame; what is below keeps working when a part of it fails. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t, lang: shown } = useI18n()
  const { view } = useView()
  useEffect(() => {
    document.documentElement.lang = shown
  }, [shown])
  return (
    <>
      <a className={styles['skip']} href="#content" onClick={skip}>
        {t('shell.skip')}
      </a>
      <header className={styles['top']}>
        <div className={styles['in']}>
          <ViewLink className={styles['brand']} to={onScreen(view, 'ranking')}>
            <span className={styles['mark']} aria-hidden="true" />
            {t('shell.brand')}
          </ViewLink>
          <nav className={styles['nav']} aria-label={t('shell.nav')}>
            {NAVIGATION.map((screen) => (
              <ViewLink
                key={screen}
                to={onScreen(view, screen)}
                aria-current={view.screen === screen ? 'page' : undefined}
              >
                {t(`shell.screen.${screen}`)}
              </ViewLink>
            ))}
          </nav>
          <div className={styles['tools']}>
            <div className={styles['languages']} role="group" aria-label={t('shell.language')}>
              {LANGUAGES.map((lang) => (
                <ViewLink
                  key={lang}
                  to={{ ...view, lang }}
                  keepScroll
                  lang={lang}
                  hrefLang={lang}
                  aria-current={view.lang === lang ? 'true' : undefined}
                >
                  <span aria-hidden="true">{LANGUAGE_NAMES[lang].short}</span>
                  <VisuallyHidden>{LANGUAGE_NAMES[lang].name}</VisuallyHidden>
                </ViewLink>
              ))}
            </div>
            <button type="button" className={styles['theme']} onClick={switchTheme} title={t('shell.theme')}>
              <span aria-hidden="true">◐</span>
              <VisuallyHidden>{t('shell.theme')}</VisuallyHidden>
            </button>
          </div>
        </div>
      </header>
      <ErrorBoundary title={t('shell.failed')} text={t('shell.failed.all')}>
        <Suspense
          fallback={
            <main className={styles['page']} aria-busy="true">
              <Skeleton lines={20} />
            </main>
          }
        >
          {children}
        </Suspense>
      </ErrorBoundary>
    </>
  )
}
