import type { Edition } from '@/db/questions/first-view'
import type { UnitStanding } from '@/db/questions/units'
import { MAIN_SET } from '@/domain/vocabulary'
import { editionOf, previousEdition, sameEdition, standingIn } from '@/features/unit/choose-standing'
import type { IndexCard } from '@/features/unit/choose-standing'
import type { SourceSubject } from '@/features/unit/provenance'
import { bandStep, countsOf, placesAmongAsMany, rankStep, rankText, surveyText } from '@/features/unit/words'
import { changeWords, direction, formatMaximum, placesWords } from '@/i18n/change-words'
import { useI18n } from '@/i18n/use-i18n'
import { BandTag } from '@/ui/BandTag'
import { Change } from '@/ui/Change'
import { classStep } from '@/ui/classes'
import { VisuallyHidden } from '@/ui/VisuallyHidden'
import { switchEdition } from '@/view/resolve-view'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/unit/IndexCards.module.css'

interface Props {
  readonly cards: readonly IndexCard[]
  readonly shown: UnitStanding | null
  /** All of the unit. */
  readonly standings: readonly UnitStanding[]
  readonly editions: readonly Edition[]
  readonly view: View
  readonly showing: (standing: UnitStanding) => View
  readonly partial: boolean
  readonly onSource: (subject: SourceSubject) => void
}

/** One card an index: points as published, rank, class, change. */
export function IndexCards({ cards, shown, standings, editions, view, showing, partial, onSource }: Props) {
  const { t } = useI18n()
  return (
    <ul className={styles['cards']}>
      {cards.map(({ indexId, standing }) => {
        const edition = standing === null ? null : editionOf(standing, editions)
        if (standing === null || edition === null) {
          return (
            <li key={indexId}>
              <h3>{editions.find((row) => row.indexId === indexId)?.indexShortName ?? indexId}</h3>
              <p className={styles['none']}>{t('unit.card.none')}</p>
            </li>
          )
        }
        const previous = previousEdition(edition, editions)
        const isShown = shown !== null && sameEdition(shown, standing)
        return (
          <li key={indexId} data-current={isShown ? true : undefined} data-figure={isShown ? 'total' : undefined}>
            <Card
              standing={standing}
              edition={edition}
              previous={previous}
              before={standingIn(previous, standings)}
              partial={partial}
              onSource={onSource}
            />
            <p className={styles['links']}>
              {isShown ? (
                <span>{t('unit.card.shown')}</span>
              ) : (
                <ViewLink to={showing(standing)}>{t('unit.card.show')}</ViewLink>
              )}
              <ViewLink
                to={switchEdition(onScreen(view, 'ranking', null), editions, {
                  index: standing.indexId,
                  period: standing.period,
                  block: standing.blockId,
                  set: standing.resultSet,
                })}
              >
                {t('unit.card.ranking')}
              </ViewLink>
            </p>
          </li>
        )
      })}
    </ul>
  )
}

interface CardProps {
  readonly standing: UnitStanding
  readonly edition: Edition
  readonly previous: Edition | null
  /** What the unit had in it. */
  readonly before: UnitStanding | null
  readonly partial: boolean
  readonly onSource: (subject: SourceSubject) => void
}

function Card({ standing, edition, previous, before, partial, onSource }: CardProps) {
  const i18n = useI18n()
  const { t, format } = i18n
  const set = (format.lang === 'vi' ? edition.resultSetNameVi : edition.resultSetNameEn) ?? edition.resultSet
  const names = { index: edition.indexShortName, period: format.period(edition.period) }
  const title =
    edition.resultSet === MAIN_SET ? t('unit.card.title', names) : t('unit.card.title.set', { ...names, set })
  const rank =
    standing.rank === null ? t('unit.card.unranked') : t('unit.card.rank', { rank: rankText(standing, partial, i18n) })
  const step = classStep(standing.bandPosition, edition.bands.length)
  // A place is a fact of each period; a difference of points needs criteria that compare.
  const ranked = standing.rank !== null && before !== null && before.rank !== null
  const places = ranked ? placesAmongAsMany(standing, countsOf(standing, before, partial)) : null
  const remarks = [
    bandStep(standing, edition, i18n),
    rankStep(standing, edition, i18n),
    surveyText(edition, i18n),
  ].filter((remark) => remark !== null)
  const change = previous === null || standing.changeBasis === null ? null : standing.shareChange
  return (
    <>
      <h3>
        {title}
        <button
          type="button"
          className={styles['source']}
          aria-haspopup="dialog"
          aria-label={t('unit.source.of', { name: title })}
          onClick={() => onSource({ standing, edition, field: null })}
        >
          {t('unit.source.open')}
        </button>
      </h3>
      <p className={styles['figure']}>
        {standing.points === null ? (
          <b>{rank}</b>
        ) : (
          <>
            <b>{format.points(standing.points, edition.decimals)}</b>
            {standing.totalOrigin === 'computed' && <Mark sign="°" word={t('common.computed')} />}
            {standing.maxScore !== null &&
              standing.maxScore !== 100 &&
              ` / ${formatMaximum(standing.maxScore, format)}`}{' '}
            {t('common.points')} · {rank}
          </>
        )}
        {standing.rankOrigin === 'computed' && <Mark sign="°" word={t('common.computed')} />}
        {standing.tied && <Mark sign="=" word={t('common.tied')} />}
        {standing.refusedCount > 0 ? (
          <Mark sign="†" word={t('unit.refused', { n: standing.refusedCount })} />
        ) : (
          standing.rankAffected && <Mark sign="†" word={t('unit.rankAffected')} />
        )}
      </p>
      <p className={styles['facts']}>
        {standing.bandNameVi !== null && standing.bandNameEn !== null && (
          <BandTag name={format.name({ nameVi: standing.bandNameVi, nameEn: standing.bandNameEn })} step={step} />
        )}
        {places !== null && (
          <Change
            value={places}
            text={format.number(Math.abs(places))}
            words={placesWords(places, i18n)}
            kind="places"
          />
        )}
        {change !== null && (
          <span>
            <Change
              value={direction(change, format)?.sign ?? null}
              text={format.shareChange(change)}
              words={changeWords(change, i18n)}
              kind="signed"
              reversed={edition.lowerIsBetter}
            />{' '}
            <small aria-hidden="true">{t('common.percentPoints')}</small>
          </span>
        )}
        {ranked && places === null && previous !== null && (
          <small>
            {t('unit.change.rankThen', {
              period: format.period(previous.period),
              rank: rankText(before, partial, i18n),
            })}
          </small>
        )}
        {previous !== null && (places !== null || change !== null) && (
          <small>{t('unit.change.since', { period: format.period(previous.period) })}</small>
        )}
        {ranked && standing.changeBasis === null && standing.share !== null && (
          <small>{t('unit.change.noPoints')}</small>
        )}
        {standing.missingReason !== null && <small>{t(`missing.${standing.missingReason}`)}</small>}
      </p>
      {remarks.length > 0 && (
        <ul className={styles['remarks']}>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** A sign for the eye and a word for the ear. */
function Mark({ sign, word }: { readonly sign: string; readonly word: string }) {
  return (
    <span className={styles['mark']}>
      <span aria-hidden="true">{sign}</span>
      <VisuallyHidden>, {word}</VisuallyHidden>
    </span>
  )
}
