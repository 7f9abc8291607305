import audit from '@/db/sql/audit.sql?raw'
import blockHistory from '@/db/sql/block-history.sql?raw'
import changeSplit from '@/db/sql/change-split.sql?raw'
import comparability from '@/db/sql/comparability.sql?raw'
import editionHistory from '@/db/sql/edition-history.sql?raw'
import editions from '@/db/sql/editions.sql?raw'
import examples from '@/db/sql/examples.sql?raw'
import fieldMatrix from '@/db/sql/field-matrix.sql?raw'
import fieldSummary from '@/db/sql/field-summary.sql?raw'
import peers from '@/db/sql/peers.sql?raw'
import rankChange from '@/db/sql/rank-change.sql?raw'
import ranking from '@/db/sql/ranking.sql?raw'
import rules from '@/db/sql/rules.sql?raw'
import sources from '@/db/sql/sources.sql?raw'
import standing from '@/db/sql/standing.sql?raw'
import subIndexStanding from '@/db/sql/sub-index-standing.sql?raw'
import summary from '@/db/sql/summary.sql?raw'
import thresholdEffects from '@/db/sql/threshold-effects.sql?raw'
import unitHistory from '@/db/sql/unit-history.sql?raw'
import unitProfile from '@/db/sql/unit-profile.sql?raw'
import unitStandings from '@/db/sql/unit-standings.sql?raw'
import unitSubIndices from '@/db/sql/unit-sub-indices.sql?raw'
import units from '@/db/sql/units.sql?raw'
import weaknesses from '@/db/sql/weaknesses.sql?raw'

/** In the order in which they build on each other; the package's tables come before. */
export const SQL_FILES: readonly string[] = [
  standing,
  subIndexStanding,
  editions,
  ranking,
  summary,
  units,
  unitProfile,
  unitStandings,
  unitSubIndices,
  fieldMatrix,
  fieldSummary,
  weaknesses,
  thresholdEffects,
  peers,
  examples,
  comparability,
  changeSplit,
  rankChange,
  blockHistory,
  editionHistory,
  unitHistory,
  sources,
  rules,
  audit,
]
