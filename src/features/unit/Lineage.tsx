import type { UnitListed, UnitProfile } from '@/db/questions/units'
import { kinGroups } from '@/features/unit/kin-groups'
import { useI18n } from '@/i18n/use-i18n'
import type { I18n } from '@/i18n/use-i18n'
import { ViewLink } from '@/view/ViewLink'
import { onScreen } from '@/view/view-state'
import type { View } from '@/view/view-state'
import styles from '@/features/unit/Lineage.module.css'

interface Props {
  readonly profile: UnitProfile
  /** Units that have a screen of their own. */
  readonly units: readonly UnitListed[]
  readonly view: View
}

/** What the unit came from and became: context, never its own figures. */
export function Lineage({ profile, units, view }: Props) {
  const { t } = useI18n()
  if (profile.predecessors.length === 0 && profile.successors.length === 0) return null
  return (
    <section>
      <h2>{t('unit.lineage')}</h2>
      <p className={styles['sub']}>{t('unit.lineage.sub')}</p>
      <div className={styles['sides']}>
        {profile.predecessors.length > 0 && (
          <Kin title={t('unit.lineage.predecessors')} kin={profile.predecessors} units={units} view={view} />
        )}
        {profile.successors.length > 0 && (
          <Kin title={t('unit.lineage.successors')} kin={profile.successors} units={units} view={view} />
        )}
      </div>
    </section>
  )
}

interface KinProps {
  readonly title: string
  readonly kin: UnitProfile['predecessors']
  readonly units: readonly UnitListed[]
  readonly view: View
}

function Kin({ title, kin, units, view }: KinProps) {
  const { t, format } = useI18n()
  const isListed = (unitId: string) => units.some((unit) => unit.unitId === unitId)
  return (
    <div>
      <h3>{title}</h3>
      <ul className={styles['kin']}>
        {kinGroups(kin).map(([first, members]) => (
          <li key={`${first.onDate} ${first.kind} ${first.decision ?? ''}`}>
            <ul className={styles['names']}>
              {members.map(({ unitId, ...names }) => (
                <li key={unitId}>
                  {isListed(unitId) ? (
                    // Of another time and perhaps another block: the period is not carried along.
                    <ViewLink to={{ ...onScreen(view, 'unit', unitId), period: null, block: null, set: 'main' }}>
                      {format.name(names)}
                    </ViewLink>
                  ) : (
                    format.name(names)
                  )}
                </li>
              ))}
            </ul>
            <small>
              {[
                t(`unit.lineage.${first.kind}`, { date: format.date(first.onDate) }),
                first.decision === null ? null : t('unit.lineage.decision', { decision: first.decision }),
                noResultText(members.filter(({ unitId }) => !isListed(unitId)).length, members.length, t),
              ]
                .filter((part) => part !== null)
                .join(', ')}
            </small>
          </li>
        ))}
      </ul>
    </div>
  )
}

function noResultText(without: number, all: number, t: I18n['t']): string | null {
  if (without === 0) return null
  return without === all ? t('unit.lineage.noResult') : t('unit.lineage.noResult.some')
}
