import { Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import type { Edition } from '@/db/questions/first-view'
import type { OpenPackage } from '@/domain/open-package'
import { CopyField } from '@/features/share/CopyField'
import {
  PIXELS,
  THEMES,
  WIDTHS,
  fixedHeight,
  frameAddress,
  iframeSnippet,
  scriptSnippet,
} from '@/features/share/embed-snippet'
import type { FrameTheme, FrameWidth } from '@/features/share/embed-snippet'
import { currentView, frozenView } from '@/features/share/embed-views'
import { FramePreview } from '@/features/share/FramePreview'
import { useI18n, useLanguage } from '@/i18n/use-i18n'
import { Segmented } from '@/ui/Segmented'
import { LANGUAGES } from '@/view/view-state'
import type { EMBEDDED_SCREENS, Language, View } from '@/view/view-state'
import styles from '@/features/share/SharePanel.module.css'

export type SharedEdition = Pick<
  Edition,
  'indexId' | 'period' | 'blockId' | 'resultSet' | 'indexShortName' | 'blockNameVi' | 'blockNameEn'
>

interface Props {
  readonly pack: OpenPackage
  readonly edition: SharedEdition | null
  readonly view: View
  readonly screen: (typeof EMBEDDED_SCREENS)[number]
  /** Says aloud what came of something. */
  readonly onSay: (words: string) => void
}

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' }

/** Chooses a frame, shows it, and gives the code for another page. */
export function EmbedBuilder(props: Props) {
  const { t } = useI18n()
  const [lang, setLang] = useState<Language>(props.view.lang)
  const [kind, setKind] = useState<'current' | 'frozen'>('current')
  const [theme, setTheme] = useState<FrameTheme>('auto')
  const [width, setWidth] = useState<FrameWidth>(innerWidth < PIXELS.middle ? 'narrow' : 'middle')
  const { pack, edition, view } = props
  const frozen = frozenView({ ...view, lang }, pack, edition)
  const current = currentView({ ...view, lang })
  const shown = kind === 'frozen' && frozen !== null ? frozen : current
  return (
    <section className={styles['embed']}>
      <h3>{t('share.embed')}</h3>
      <p className={styles['sub']}>{t('share.embed.sub')}</p>
      <div className={styles['choices']}>
        {frozen !== null && (
          <Choice label={t('share.kind')}>
            <Segmented
              name="share-kind"
              label={t('share.kind')}
              value={kind}
              options={[
                { value: 'current', label: t('share.kind.current') },
                { value: 'frozen', label: t('share.kind.frozen', { version: pack.version }) },
              ]}
              onChange={setKind}
            />
          </Choice>
        )}
        <Choice label={t('share.lang')}>
          <Segmented
            name="share-lang"
            label={t('share.lang')}
            value={lang}
            options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value], lang: value }))}
            onChange={setLang}
          />
        </Choice>
        <Choice label={t('share.theme')}>
          <Segmented
            name="share-theme"
            label={t('share.theme')}
            value={theme}
            options={THEMES.map((value) => ({ value, label: t(`share.theme.${value}`) }))}
            onChange={setTheme}
          />
        </Choice>
        <Choice label={t('share.width')}>
          <Segmented
            name="share-width"
            label={t('share.width')}
            value={width}
            options={WIDTHS.map((value) => ({ value, label: t(`share.width.${value}`) }))}
            onChange={setWidth}
          />
        </Choice>
      </div>
      <p className={styles['sub']}>
        {shown === frozen ? t('share.kind.frozen.more', { version: pack.version }) : t('share.kind.current.more')}
      </p>
      <Suspense fallback={null}>
        <FrameCode {...props} shown={shown} theme={theme} width={width} />
      </Suspense>
    </section>
  )
}

/** The name that the radio buttons have for the ear, for the eye. */
function Choice({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <span className={styles['name']} aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  )
}

interface FrameCodeProps extends Props {
  readonly shown: View
  readonly theme: FrameTheme
  readonly width: FrameWidth
}

function FrameCode({ edition, shown, screen, theme, width, onSay }: FrameCodeProps) {
  const { t } = useI18n()
  // The frame is named in its own language.
  const words = useLanguage(shown.lang)
  const [content, setContent] = useState<number | null>(null)
  const name = words.t(`shell.screen.${screen}`)
  const block = edition && words.format.name({ nameVi: edition.blockNameVi, nameEn: edition.blockNameEn })
  const title =
    edition === null || block === null
      ? words.t('share.frame.plain', { screen: name })
      : shown.period === null
        ? words.t('share.frame.current', { screen: name, index: edition.indexShortName, block })
        : words.t('share.frame', {
            screen: name,
            index: edition.indexShortName,
            period: words.format.period(edition.period),
            block,
          })
  const height = fixedHeight(screen, width, content)
  const frame = { address: frameAddress(document.baseURI, shown, theme), title, height }
  return (
    <>
      <CopyField label={t('share.script')} text={scriptSnippet(frame)} rows={4} onSay={onSay} />
      <p className={styles['sub']}>{t('share.script.more')}</p>
      <CopyField
        label={t('share.iframe', { height: words.format.number(height) })}
        text={iframeSnippet(frame)}
        rows={4}
        onSay={onSay}
      />
      <p className={styles['sub']}>{t('share.iframe.more')}</p>
      <h3>{t('share.preview')}</h3>
      <FramePreview
        address={frame.address}
        title={t('share.preview')}
        width={PIXELS[width]}
        height={height}
        onContentHeight={setContent}
      />
    </>
  )
}
