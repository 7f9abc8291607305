-- Where has every unit stood in every edition of every index?
CREATE OR REPLACE MACRO all_standings() AS TABLE
WITH block AS (
  SELECT index_id, period, block_id, result_set, count(rank)::INTEGER AS ranked_count, exact(median(share)) AS median
  FROM standing GROUP BY ALL
)
SELECT s.unit_id AS "unitId", i.position AS place_of_index, g.position AS place_of_block, s.index_id AS "indexId", s.period, s.period_end::VARCHAR AS "periodEnd", s.block_id AS "blockId", s.result_set AS "resultSet",
       s.rank, s.rank_origin AS "rankOrigin", s.ranked, k.ranked_count AS "rankedCount",
       s.points, s.total_origin AS "totalOrigin", s.max_score AS "maxScore", s.share,
       s.band_id AS "bandId", b.name_vi AS "bandNameVi", b.name_en AS "bandNameEn", b.position AS "bandPosition", s.band_origin AS "bandOrigin",
       CASE WHEN i.direction IS DISTINCT FROM 'lower' THEN exact(next.min_share * s.max_score - s.points) END AS "pointsToNextBand",
       next.name_vi AS "nextBandNameVi", next.name_en AS "nextBandNameEn",
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
     AND next.position = b.position - 1 AND s.share < next.min_share
ORDER BY s.unit_id, i.position, s.index_id, s.period_end DESC, s.period DESC, g.position, s.block_id, s.result_set;

-- Where has this unit stood in every edition of every index?
CREATE OR REPLACE MACRO unit_standings(p_unit) AS TABLE
SELECT * EXCLUDE ("unitId", place_of_index, place_of_block) FROM all_standings()
WHERE "unitId" = p_unit
ORDER BY place_of_index, "indexId", "periodEnd" DESC, period DESC, place_of_block, "blockId", "resultSet";
