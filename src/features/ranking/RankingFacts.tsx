import { Fragment } from 'react'
import type { Summary } from '@/db/questions/first-view'
import { facts, moves } from '@/findings/facts'
import type { Fact, FactNote } from '@/findings/facts'
import { useI18n } from '@/i18n/use-i18n'
import { Change } from '@/ui/Change'
import { classColor, classStep } from '@/ui/classes'
import { placesText } from '@/features/ranking/words'
import { placesWords } from '@/i18n/change-words'
import styles from '@/features/ranking/RankingFacts.module.css'

const SIGNS: Readonly<Record<FactNote['sign'], { readonly shape: string; readonly className: string }>> = {
  [1]: { shape: '▲\u00A0', className: 'up' },
  [0]: { shape: '', className: 'plain' },
  [-1]: { shape: '▼\u00A0', className: 'down' },
}

interface Props {
  readonly summary: Summary
  /** A low share is good: a rise is no praise. */
  readonly lowerIsBetter: boolean
  /** Only a part of the block is known. */
  readonly partial: boolean
}

/** The strip of facts above the table. */
export function RankingFacts({ summary, lowerIsBetter, partial }: Props) {
  const i18n = useI18n()
  const all = facts(summary, partial, i18n)
  if (partial || summary.scoredCount === 0) {
    // Without a score, or of a part of the block, the rest is unknown, which the sentence above says once.
    return (
      <dl className={styles['facts']}>
        {all.map((fact) => fact.id === 'units' && <FactCell key={fact.id} fact={fact} plain />)}
        <MovesCell summary={summary} partial={partial} />
      </dl>
    )
  }
  return (
    <dl className={styles['facts']}>
      {all.map((fact) =>
        fact.id === 'weakest' ? (
          <Fragment key={fact.id}>
            <ClassesCell summary={summary} />
            <MovesCell summary={summary} partial={partial} />
            <FactCell fact={fact} plain={lowerIsBetter} />
          </Fragment>
        ) : (
          <FactCell key={fact.id} fact={fact} plain={lowerIsBetter} />
        ),
      )}
    </dl>
  )
}

function FactCell({ fact, plain }: { readonly fact: Fact; readonly plain: boolean }) {
  return (
    <div className={styles['cell']} data-fact={fact.id}>
      <dt>{fact.title}</dt>
      <dd className={styles['figure']}>{fact.figure ?? '—'}</dd>
      {fact.notes.map(({ text, sign }) => (
        <dd key={text} className={styles['note']}>
          <span className={styles[plain ? 'plain' : SIGNS[sign].className]}>{SIGNS[sign].shape}</span>
          {text}
        </dd>
      ))}
    </div>
  )
}

function MovesCell({ summary, partial }: Omit<Props, 'lowerIsBetter'>) {
  const i18n = useI18n()
  return (
    <div className={styles['cell']} data-fact="moves">
      <dt>{i18n.t('ranking.fact.moves')}</dt>
      {moves(summary, partial, i18n).map(({ places, text }) => (
        <dd key={text} className={styles['move']}>
          <span className={styles['places']}>
            {places === null ? (
              '—'
            ) : (
              <Change value={places} text={placesText(places, i18n)} words={placesWords(places, i18n)} kind="places" />
            )}
          </span>{' '}
          <span className={styles['note']}>{text}</span>
        </dd>
      ))}
    </div>
  )
}

function ClassesCell({ summary }: { readonly summary: Summary }) {
  const { t, format } = useI18n()
  const { bands, unclassedCount, unitCount, previousPeriod } = summary
  const counted = bands.filter(({ count, previousCount }) => count > 0 || (previousCount ?? 0) > 0)
  const compared = counted.some(({ previousCount }) => previousCount !== null)
  if (bands.length === 0 || counted.length === 0) {
    return (
      <div className={styles['cell']} data-fact="classes">
        <dt>{t('ranking.fact.classes.none')}</dt>
        <dd className={styles['figure']}>—</dd>
        <dd className={styles['note']}>{t('ranking.why.noBands')}</dd>
      </div>
    )
  }
  const texts = counted.map(({ count, previousCount, ...band }) => {
    const name = format.name(band)
    const change = previousCount === null ? 0 : count - previousCount
    return change === 0
      ? t('ranking.fact.class', { n: count, name })
      : t('ranking.fact.class.change', { n: count, name, change: format.signed(change) })
  })
  if (unclassedCount > 0) texts.push(t('ranking.fact.class.unclassed', { n: unclassedCount }))
  return (
    <div className={styles['cell']} data-fact="classes">
      <dt>{t('ranking.fact.classes', { n: unitCount })}</dt>
      <dd>
        <span className={styles['bar']} aria-hidden="true">
          {counted.map((band) => (
            <span
              key={band.bandId}
              style={{ flexGrow: band.count, background: classColor(classStep(band.position, bands.length)) }}
            />
          ))}
          {unclassedCount > 0 && <span style={{ flexGrow: unclassedCount, background: classColor('none') }} />}
        </span>
        <span className={styles['classes']}>
          {texts.map((text, index) => (
            <Fragment key={text}>
              {index > 0 && ' '}
              <span>
                {text}
                {index < texts.length - 1 && ' ·'}
              </span>
            </Fragment>
          ))}
        </span>
      </dd>
      {compared && previousPeriod !== null && (
        <dd className={styles['note']}>{t('ranking.fact.class.against', { period: format.period(previousPeriod) })}</dd>
      )}
    </div>
  )
}
