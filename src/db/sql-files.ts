import editions from '@/db/sql/editions.sql?raw'
import ranking from '@/db/sql/ranking.sql?raw'
import rules from '@/db/sql/rules.sql?raw'
import sources from '@/db/sql/sources.sql?raw'
import standing from '@/db/sql/standing.sql?raw'
import subIndexStanding from '@/db/sql/sub-index-standing.sql?raw'
import summary from '@/db/sql/summary.sql?raw'
import unitProfile from '@/db/sql/unit-profile.sql?raw'
import unitStandings from '@/db/sql/unit-standings.sql?raw'
import unitSubIndices from '@/db/sql/unit-sub-indices.sql?raw'
import units from '@/db/sql/units.sql?raw'

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
  sources,
  rules,
]
