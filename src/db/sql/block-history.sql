-- Where has every unit that was ever in a block stood in every period in which it has a result, and which units of the
-- block did it come from?
CREATE OR REPLACE MACRO block_history(p_index, p_block, p_set) AS TABLE
WITH RECURSIVE members AS MATERIALIZED (
  SELECT unit_id, list({'period': period, 'rank': rank, 'share': share, 'points': points, 'ranked': ranked} ORDER BY period_end, period) AS standings
  FROM standing WHERE index_id = p_index AND block_id = p_block AND result_set = p_set GROUP BY ALL
),
events AS MATERIALIZED (
  SELECT l.*, l.from_unit_id IN (SELECT unit_id FROM members) AS known FROM lineage l WHERE l.from_unit_id <> l.to_unit_id
),
-- Back to the nearest of the block, through units that never had a result in it. UNION drops what was reached before,
-- and steps go back in time: the walk ends on a cyclic lineage too.
kin AS (
  SELECT e.to_unit_id AS unit_id, e.from_unit_id AS kin_id, e.on_date, e.kind, e.known FROM events e SEMI JOIN members m ON m.unit_id = e.to_unit_id
  UNION
  SELECT k.unit_id, e.from_unit_id, e.on_date, e.kind, e.known
  FROM kin k JOIN events e ON e.to_unit_id = k.kin_id AND e.on_date <= k.on_date
  WHERE NOT k.known
),
predecessors AS (
  SELECT k.unit_id, list({'unitId': k.kin_id, 'nameVi': u.name_vi, 'nameEn': u.name_en, 'onDate': k.on_date::VARCHAR, 'kind': k.kind}
                         ORDER BY k.on_date, k.kin_id) AS kin
  FROM (SELECT unit_id, kin_id, max(on_date) AS on_date, first(kind ORDER BY on_date DESC, kind) AS kind
        FROM kin WHERE known AND kin_id <> unit_id GROUP BY ALL) k
  JOIN units u ON u.unit_id = k.kin_id
  GROUP BY ALL
)
SELECT unit_id AS "unitId", u.name_vi AS "nameVi", u.name_en AS "nameEn", u.short_vi AS "shortVi", u.short_en AS "shortEn",
       coalesce(p.kin, []) AS predecessors, m.standings
FROM members m
JOIN units u USING (unit_id)
LEFT JOIN predecessors p USING (unit_id)
ORDER BY unit_id;
