import { useSuspenseQueries } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { Edition } from '@/db/questions/first-view'
import type { UnitListed, UnitStanding } from '@/db/questions/units'
import type { OpenPackage } from '@/domain/open-package'
import { publishedInPart } from '@/domain/partial'
import { chooseStanding, editionOf, indexCards, previousEdition, standingIn } from '@/features/unit/choose-standing'
import { EditionSwitch } from '@/features/unit/EditionSwitch'
import { IndexCards } from '@/features/unit/IndexCards'
import { Learn } from '@/features/unit/Learn'
import { lede } from '@/features/unit/lede'
import { Lineage } from '@/features/unit/Lineage'
import { MarksLegend } from '@/features/unit/MarksLegend'
import { PageLink } from '@/features/unit/PageLink'
import type { SourceSubject } from '@/features/unit/provenance'
import { sourceFacts } from '@/features/unit/provenance'
import { SubIndices } from '@/features/unit/SubIndices'
import { UnitHistory } from '@/features/unit/UnitHistory'
import { isPartial } from '@/features/unit/words'
import { useI18n } from '@/i18n/use-i18n'
import { sourcesQuery } from '@/queries/package'
import { unitProfileQuery, unitStandingsQuery } from '@/queries/units'
import { Notice } from '@/ui/Notice'
import { Skeleton } from '@/ui/Skeleton'
import { SourceDialog } from '@/ui/SourceDialog'
import { switchEdition } from '@/view/resolve-view'
import { useTitle } from '@/ui/use-title'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/unit/Scorecard.module.css'

interface Props {
  readonly pack: OpenPackage
  readonly editions: readonly Edition[]
  readonly units: readonly UnitListed[]
  readonly unitId: string
  readonly view: View
}

/** All that the package knows about one unit. */
export function Scorecard({ pack, editions, units, unitId, view }: Props) {
  const i18n = useI18n()
  const { t, format } = i18n
  const [{ data: profiles }, { data: standings }, { data: sources }] = useSuspenseQueries({
    queries: [unitProfileQuery(pack.id, unitId), unitStandingsQuery(pack.id, unitId), sourcesQuery(pack.id)],
  })
  const [source, setSource] = useState<SourceSubject | null>(null)
  const [profile] = profiles
  const chosen = chooseStanding(view, standings, editions)
  if (profile === undefined || chosen === null) throw new Error(`The unit ${unitId} is listed without a result`)

  const standing = chosen.kind === 'found' ? chosen.standing : null
  const edition = standing === null ? null : editionOf(standing, editions)
  const previous = edition === null ? null : previousEdition(edition, editions)
  const showing = (row: UnitStanding): View =>
    switchEdition(onScreen(view, 'unit'), editions, {
      index: row.indexId,
      period: row.period,
      block: row.blockId,
      set: row.resultSet,
    })
  const partial = publishedInPart(pack)
  const fieldsPartial = standing !== null && isPartial(standing, partial)
  const indexId = standing?.indexId ?? (chosen.kind === 'missing' ? chosen.index : '')
  const ofIndex = standings.filter((row) => row.indexId === indexId)
  const cards = indexCards(standing, standings, editions)
  const indexName = (id: string) => editions.find((row) => row.indexId === id)?.indexShortName ?? id
  const dates =
    profile.validTo !== null
      ? t('unit.ended', { date: format.date(profile.validTo) })
      : profile.validFrom === null
        ? null
        : t('unit.since', { date: format.date(profile.validFrom) })
  useTitle(t('unit.title', { unit: format.name(profile) }))
  const code = profile.officialCode === null ? null : t('unit.code', { code: profile.officialCode })
  return (
    <article className={styles['card']}>
      <p className={styles['back']}>
        <ViewLink to={{ ...onScreen(view, 'unit', null), block: null, set: 'main' }}>{t('unit.pick.other')}</ViewLink>
      </p>
      <header className={styles['head']}>
        <h1>{format.name(profile)}</h1>
        {standing !== null && edition !== null && (
          <p className={styles['lede']}>
            {lede(standing, edition, previous, standingIn(previous, standings), partial, i18n)}
          </p>
        )}
        {(dates !== null || code !== null) && (
          <p className={styles['meta']}>{[dates, code].filter((part) => part !== null).join(' · ')}</p>
        )}
      </header>
      {chosen.kind === 'missing' && (
        <Notice>
          <p>
            {chosen.period === null
              ? t('unit.withoutResult.index', { index: indexName(chosen.index) })
              : t('unit.withoutResult', {
                  index: indexName(chosen.index),
                  period: format.period(chosen.period),
                })}
          </p>
          <ul className={styles['offers']}>
            {(ofIndex.length > 0 ? ofIndex : standings).map((row) => (
              <li key={`${row.indexId} ${row.period} ${row.blockId} ${row.resultSet}`}>
                <ViewLink to={showing(row)}>
                  {t('unit.edition', { index: indexName(row.indexId), period: format.period(row.period) })}
                </ViewLink>
              </li>
            ))}
          </ul>
        </Notice>
      )}

      <h2>{t('unit.cards')}</h2>
      {cards.length > 1 && <p className={styles['sub']}>{t('unit.cards.sub')}</p>}
      <IndexCards
        cards={cards}
        shown={standing}
        standings={standings}
        editions={editions}
        view={view}
        showing={showing}
        partial={partial}
        onSource={setSource}
      />
      <MarksLegend standings={[...ofIndex, ...cards.flatMap((card) => card.standing ?? [])]} />

      {standing !== null && edition !== null && (
        <>
          <EditionSwitch standings={standings} editions={editions} shown={standing} showing={showing} />
          <Suspense fallback={<Skeleton lines={10} />}>
            <SubIndices
              pack={pack}
              unit={profile}
              edition={edition}
              partial={fieldsPartial}
              onSource={(field) => setSource({ standing, edition, field })}
            />
          </Suspense>
        </>
      )}

      <div className={styles['rest']}>
        {standing !== null && edition !== null && (
          <Suspense fallback={<Skeleton lines={8} />}>
            <Learn
              pack={pack}
              unit={profile}
              edition={edition}
              partial={fieldsPartial}
              showingUnit={(unit) => ({ ...showing(standing), unit })}
              comparing={(compared) => ({ ...showing(standing), screen: 'compare', show: 'units', units: compared })}
            />
          </Suspense>
        )}
        <UnitHistory
          pack={pack}
          indexId={indexId}
          standings={standings}
          editions={editions}
          profile={profile}
          shown={standing}
          partial={partial}
          showing={showing}
          onSource={setSource}
        />
        <Lineage profile={profile} units={units} view={view} />
      </div>
      <PageLink pack={pack} view={lasting(view, pack, standing)} edition={edition} />
      {source !== null && (
        <SourceDialog facts={sourceFacts(source, profile, pack, sources, i18n)} onClose={() => setSource(null)} />
      )}
    </article>
  )
}

/** The view with everything named that is on show: it leads here also when newer periods or packages are there. */
const lasting = (view: View, pack: OpenPackage, standing: UnitStanding | null): View => ({
  ...onScreen(view, 'unit'),
  package: pack.id,
  ...(standing !== null && {
    index: standing.indexId,
    period: standing.period,
    block: standing.blockId,
    set: standing.resultSet,
  }),
})
