-- How has a block done as a whole in every period? Statistics are over the units with a share; the standard deviation
-- is that of a whole population, quartiles are interpolated.
CREATE OR REPLACE MACRO edition_history(p_index, p_block, p_set) AS TABLE
WITH links AS (
  SELECT * FROM edition_links WHERE index_id = p_index AND block_id = p_block AND result_set = p_set
),
members AS (
  SELECT * FROM standing WHERE index_id = p_index AND block_id = p_block AND result_set = p_set
),
facts AS (
  SELECT period, count(*)::INTEGER AS unit_count, count(rank)::INTEGER AS ranked_count, count(share)::INTEGER AS scored_count,
         exact(mean_of(share)) AS mean, exact(median(share)) AS median,
         exact(quantile_cont(share, 0.25)) AS q1, exact(quantile_cont(share, 0.75)) AS q3, exact(deviation_of(share)) AS deviation,
         arg_max(share, merit) AS best, arg_min(share, merit) AS lowest,
         exact(max(share) FILTER (WHERE rank IS NOT NULL) - min(share) FILTER (WHERE rank IS NOT NULL)) AS gap,
         count(*) FILTER (WHERE band_id IS NULL)::INTEGER AS unclassed_count
  FROM members GROUP BY ALL
),
classes AS (
  SELECT l.period, list({'bandId': b.band_id, 'nameVi': b.name_vi, 'nameEn': b.name_en, 'position': b.position, 'count': coalesce(c.count, 0)}
                        ORDER BY b.position) AS bands
  FROM links l JOIN bands b USING (index_id, version_id, block_id)
  LEFT JOIN (SELECT period, band_id, count(*)::INTEGER AS count FROM members GROUP BY ALL) c ON c.period = l.period AND c.band_id = b.band_id
  GROUP BY ALL
),
fields AS (
  SELECT d.period, list({'subIndexId': d.sub_index_id, 'nameVi': d.name_vi, 'nameEn': d.name_en, 'mean': d.mean_share, 'unitCount': d.unit_count}
                        ORDER BY d.place) AS fields
  FROM edition_fields d
  WHERE d.index_id = p_index AND d.block_id = p_block AND d.result_set = p_set AND d.level = 1 AND d.max_score IS DISTINCT FROM 0
  GROUP BY ALL
)
SELECT l.period, l.period_end::VARCHAR AS "periodEnd", l.version_id AS "versionId", v.decision,
       l.change_basis AS "changeBasis", l.core_coverage AS "coreCoverage",
       coalesce(f.unit_count, 0) AS "unitCount", coalesce(f.ranked_count, 0) AS "rankedCount", coalesce(f.scored_count, 0) AS "scoredCount",
       f.mean, f.median, f.q1, f.q3, f.deviation, f.best, f.lowest, f.gap,
       coalesce(c.bands, []) AS bands, coalesce(f.unclassed_count, 0) AS "unclassedCount", coalesce(s.fields, []) AS fields
FROM links l
LEFT JOIN versions v USING (index_id, version_id)
LEFT JOIN facts f USING (period)
LEFT JOIN classes c USING (period)
LEFT JOIN fields s USING (period)
ORDER BY l.period_end, l.period;
