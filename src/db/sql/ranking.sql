-- Who stands where in a block, and how does that compare with the period before?
CREATE OR REPLACE MACRO ranking(p_index, p_period, p_block, p_set) AS TABLE
WITH link AS (
  SELECT * FROM edition_links
  WHERE index_id = p_index AND period = p_period AND block_id = p_block AND result_set = p_set
),
weak AS (
  SELECT unit_id, count(*) FILTER (WHERE weak)::INTEGER AS weak_count, count(share) AS scored
  FROM tested_cells(p_index, p_period, p_block, p_set, 'package', false) WHERE level = 1 GROUP BY ALL
),
periods AS (
  SELECT e.period, e.period_end FROM edition_links e JOIN link USING (index_id, block_id, result_set, version_id)
  WHERE e.period_end <= link.period_end ORDER BY e.period_end DESC, e.period DESC LIMIT 5
),
trends AS (
  SELECT s.unit_id, list({'period': p.period, 'share': h.share} ORDER BY p.period_end, p.period) AS trend
  FROM standing s CROSS JOIN periods p
  LEFT JOIN standing h ON h.index_id = s.index_id AND h.block_id = s.block_id AND h.result_set = s.result_set
       AND h.unit_id = s.unit_id AND h.period = p.period
  WHERE s.index_id = p_index AND s.period = p_period AND s.block_id = p_block AND s.result_set = p_set
  GROUP BY ALL
),
former AS (
  SELECT l.unit_id,
         list({'unitId': u.unit_id, 'nameVi': u.name_vi, 'nameEn': u.name_en, 'gridColumn': u.grid_column, 'gridRow': u.grid_row}
              ORDER BY u.unit_id) AS units
  FROM (SELECT DISTINCT to_unit_id AS unit_id, from_unit_id FROM lineage) l
  JOIN units u ON u.unit_id = l.from_unit_id GROUP BY ALL
)
SELECT s.unit_id AS "unitId", u.name_vi AS "nameVi", u.name_en AS "nameEn", u.short_vi AS "shortVi", u.short_en AS "shortEn",
       s.rank, s.rank_origin AS "rankOrigin",
       s.rank IS NOT NULL AND count(*) OVER (PARTITION BY s.rank) > 1 AS tied,
       s.rank_affected AS "rankAffected", s.ranked, s.points, s.total_origin AS "totalOrigin", s.max_score AS "maxScore", s.share,
       s.band_id AS "bandId", s.band_origin AS "bandOrigin",
       s.previous_rank AS "previousRank", s.places_gained AS "placesGained", s.share_change AS "shareChange",
       t.trend, s.scored_count AS "scoredCount",
       CASE WHEN w.scored > 0 THEN w.weak_count END AS "weakCount",
       s.refused_count AS "refusedCount", s.missing_reason AS "missingReason",
       coalesce(s.source_id, (SELECT e.source_id FROM editions e
         WHERE e.index_id = p_index AND e.period = p_period AND e.block_id = p_block AND e.result_set = p_set)) AS "sourceId",
       s.table_row AS "tableRow", s.source_row AS "sourceRow",
       u.grid_column AS "gridColumn", u.grid_row AS "gridRow", coalesce(f.units, []) AS "formerUnits"
FROM standing s
JOIN units u USING (unit_id)
JOIN trends t USING (unit_id)
LEFT JOIN weak w USING (unit_id)
LEFT JOIN former f USING (unit_id)
WHERE s.index_id = p_index AND s.period = p_period AND s.block_id = p_block AND s.result_set = p_set
ORDER BY s.rank NULLS LAST, s.merit DESC NULLS LAST, s.unit_id;
