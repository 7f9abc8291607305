-- Where has every unit stood in every edition of every index?
CREATE OR REPLACE MACRO all_standings() AS TABLE
WITH block AS (
  SELECT index_id, period, block_id, result_set, count(rank)::INTEGER AS ranked_count, max(rank) AS highest_rank, exact(median(share)) AS median
  FROM standing GROUP BY ALL
),
-- How many stand above each ranked unit with a share, and whether the ranks around it follow the shares.
ladder AS (
  SELECT index_id, period, block_id, result_set, unit_id, rank, merit, count(merit) OVER above AS above,
         coalesce(min(merit) OVER above >= merit, true) AND coalesce(max(merit) OVER below <= merit, true) AS in_order
  FROM standing WHERE rank IS NOT NULL
  WINDOW above AS (PARTITION BY index_id, period, block_id, result_set ORDER BY rank RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING),
         below AS (PARTITION BY index_id, period, block_id, result_set ORDER BY rank RANGE BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
),
-- The lowest rank with each share, and one unit that has it.
rungs AS (
  SELECT index_id, period, block_id, result_set, merit, max(rank) AS rank, arg_max(above, rank) AS above,
         arg_max(in_order, rank) AS in_order, arg_min(unit_id, (-rank, unit_id)) AS unit_id
  FROM ladder WHERE merit IS NOT NULL GROUP BY ALL
),
-- Nothing where a better rank is not a matter of the share, or where the package does not have the ranks between.
climbs AS (
  SELECT l.index_id, l.period, l.block_id, l.result_set, l.unit_id, r.rank AS next_rank, u.name_vi, u.name_en,
         exact(r.merit - l.merit) AS missing
  FROM ladder l
  ASOF JOIN rungs r ON r.index_id = l.index_id AND r.period = l.period AND r.block_id = l.block_id
       AND r.result_set = l.result_set AND r.merit > l.merit
  JOIN units u ON u.unit_id = r.unit_id
  WHERE l.in_order AND r.in_order AND r.rank < l.rank AND l.above - r.above >= l.rank - r.rank
)
SELECT s.unit_id AS "unitId", i.position AS place_of_index, g.position AS place_of_block, s.index_id AS "indexId", s.period, s.period_end::VARCHAR AS "periodEnd", s.block_id AS "blockId", s.result_set AS "resultSet",
       s.rank, s.rank_origin AS "rankOrigin", s.rank_affected AS "rankAffected",
       s.rank IS NOT NULL AND count(*) OVER (PARTITION BY s.index_id, s.period, s.block_id, s.result_set, s.rank) > 1 AS tied,
       s.ranked, k.ranked_count AS "rankedCount", k.highest_rank AS "highestRank",
       s.points, s.total_origin AS "totalOrigin", s.max_score AS "maxScore", s.share,
       s.band_id AS "bandId", b.name_vi AS "bandNameVi", b.name_en AS "bandNameEn", b.position AS "bandPosition", s.band_origin AS "bandOrigin",
       -- Where a low score is good, points too many.
       exact(CASE WHEN i.direction = 'lower' THEN s.points - (1 - next.min_share) * s.max_score
                  ELSE next.min_share * s.max_score - s.points END) AS "pointsToNextBand",
       next.name_vi AS "nextBandNameVi", next.name_en AS "nextBandNameEn",
       exact(c.missing * s.max_score) AS "pointsToNextRank", c.next_rank AS "nextRank",
       c.name_vi AS "nextRankNameVi", c.name_en AS "nextRankNameEn",
       k.median AS "blockMedian", s.places_gained AS "placesGained", s.share_change AS "shareChange", s.change_basis AS "changeBasis", s.core_coverage AS "coreCoverage",
       s.missing_reason AS "missingReason", s.refused_count AS "refusedCount",
       coalesce(s.source_id, e.source_id) AS "sourceId", s.table_row AS "tableRow", s.source_row AS "sourceRow"
FROM standing s
JOIN indices i USING (index_id)
JOIN blocks g USING (block_id)
JOIN editions e USING (index_id, period, block_id, result_set)
JOIN block k USING (index_id, period, block_id, result_set)
LEFT JOIN bands b ON b.index_id = s.index_id AND b.version_id = s.version_id AND b.block_id = s.block_id AND b.band_id = s.band_id
LEFT JOIN bands next ON next.index_id = s.index_id AND next.version_id = s.version_id AND next.block_id = s.block_id
     AND next.position = b.position - 1 AND s.merit < exact(next.min_share)
LEFT JOIN climbs c ON c.index_id = s.index_id AND c.period = s.period AND c.block_id = s.block_id
     AND c.result_set = s.result_set AND c.unit_id = s.unit_id
ORDER BY s.unit_id, i.position, s.index_id, s.period_end DESC, s.period DESC, g.position, s.block_id, s.result_set;

-- Where has this unit stood in every edition of every index?
CREATE OR REPLACE MACRO unit_standings(p_unit) AS TABLE
SELECT * EXCLUDE ("unitId", place_of_index, place_of_block) FROM all_standings()
WHERE "unitId" = p_unit
ORDER BY place_of_index, "indexId", "periodEnd" DESC, period DESC, place_of_block, "blockId", "resultSet";
