-- Why did every unit of a block change its place between two periods: by its own share or by the others'?
-- Own effect: the unit's place among the shares of the earlier period, less the place that its new share would have had
-- among the others' old ones; both are competition ranks on the exact share over the units that were ranked then. What
-- else it gained or lost is the effect of the others: their changes, units that came or went, and places that do not
-- follow the shares. Across versions the shares do not explain places, and neither effect is given.
CREATE OR REPLACE MACRO rank_change(p_index, p_block, p_set, p_period, p_before) AS TABLE
WITH members AS MATERIALIZED (FROM paired_standing(p_index, p_block, p_set, p_period, p_before)),
-- One scale with the old shares and the new ones; above: old shares that are better.
scale AS (
  SELECT unit_id, is_old, merit,
         sum(is_old::INTEGER) OVER (ORDER BY merit DESC GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS above
  FROM (
    SELECT unit_id, true AS is_old, merit_before AS merit FROM members WHERE rank_before IS NOT NULL AND merit_before IS NOT NULL
    UNION ALL
    SELECT unit_id, false, merit_now FROM members
    WHERE rank_now IS NOT NULL AND merit_now IS NOT NULL AND rank_before IS NOT NULL AND merit_before IS NOT NULL
  )
),
own AS (
  -- Its own old share is not one of the others'.
  SELECT unit_id,
         coalesce(any_value(above) FILTER (WHERE is_old), 0)
         - (coalesce(any_value(above) FILTER (WHERE NOT is_old), 0)
            - (max(merit) FILTER (WHERE is_old) > max(merit) FILTER (WHERE NOT is_old))::INTEGER) AS effect
  FROM scale GROUP BY ALL
  HAVING count(*) = 2
)
SELECT m.unit_id AS "unitId", u.name_vi AS "nameVi", u.name_en AS "nameEn", u.short_vi AS "shortVi", u.short_en AS "shortEn",
       m.rank_before AS "rankBefore", m.rank_now AS "rankNow", m.rank_before - m.rank_now AS "placesGained",
       CASE WHEN m.change_basis = 'total' THEN o.effect END::INTEGER AS "ownEffect",
       CASE WHEN m.change_basis = 'total' THEN m.rank_before - m.rank_now - o.effect END::INTEGER AS "othersEffect",
       m.points_before AS "pointsBefore", m.points_now AS "pointsNow",
       m.compared_before AS "comparedBefore", m.compared_now AS "comparedNow",
       exact(m.compared_now - m.compared_before) AS "shareChange",
       CASE WHEN b.band_id IS NOT NULL
            THEN {'bandId': b.band_id, 'nameVi': b.name_vi, 'nameEn': b.name_en, 'position': b.position} END AS "bandBefore",
       CASE WHEN n.band_id IS NOT NULL
            THEN {'bandId': n.band_id, 'nameVi': n.name_vi, 'nameEn': n.name_en, 'position': n.position} END AS "bandNow"
FROM members m
JOIN units u USING (unit_id)
LEFT JOIN own o USING (unit_id)
LEFT JOIN bands b ON b.index_id = p_index AND b.block_id = p_block AND b.version_id = m.version_before AND b.band_id = m.band_before
LEFT JOIN bands n ON n.index_id = p_index AND n.block_id = p_block AND n.version_id = m.version_now AND n.band_id = m.band_now
ORDER BY m.rank_now NULLS LAST, m.merit_now DESC NULLS LAST, m.rank_before NULLS LAST, m.unit_id;
