-- How does a block do as a whole, and how does that compare with the period before?
CREATE OR REPLACE MACRO summary(p_index, p_period, p_block, p_set) AS TABLE
WITH link AS (
  SELECT * FROM edition_links
  WHERE index_id = p_index AND period = p_period AND block_id = p_block AND result_set = p_set
),
now AS (
  SELECT s.unit_id, s.rank, s.share, s.merit, s.band_id, s.refused_count, s.previous_rank, s.places_gained, s.share_change,
         s.change_basis, s.compared_share, s.previous_compared_share, u.name_vi, u.name_en, u.short_vi, u.short_en
  FROM standing s JOIN units u USING (unit_id)
  WHERE s.index_id = p_index AND s.period = p_period AND s.block_id = p_block AND s.result_set = p_set
),
before AS (
  SELECT s.rank, s.share, s.band_id FROM standing s JOIN link l ON s.index_id = l.index_id AND s.block_id = l.block_id
    AND s.result_set = l.result_set AND s.period = l.previous_period
),
facts AS (
  SELECT count(*)::INTEGER AS unit_count, count(rank)::INTEGER AS ranked_count, count(share)::INTEGER AS scored_count,
         exact(mean_of(share)) AS mean, exact(median(share)) AS median,
         arg_max(share, merit) AS best, arg_min(share, merit) AS lowest,
         exact(max(share) FILTER (WHERE rank IS NOT NULL) - min(share) FILTER (WHERE rank IS NOT NULL)) AS gap,
         count(share_change)::INTEGER AS compared_count,
         count(*) FILTER (WHERE share_change > 0)::INTEGER AS rose_count,
         count(*) FILTER (WHERE share_change < 0)::INTEGER AS fell_count,
         count(places_gained)::INTEGER AS places_compared_count,
         count(*) FILTER (WHERE band_id IS NULL)::INTEGER AS unclassed_count,
         sum(refused_count)::INTEGER AS refused_count,
         list_sort(list({'unitId': unit_id, 'nameVi': name_vi, 'nameEn': name_en, 'shortVi': short_vi, 'shortEn': short_en})
                   FILTER (WHERE rank = 1)) AS leaders,
         arg_min(mover, (-places_gained, rank, unit_id)) FILTER (WHERE places_gained > 0) AS biggest_rise,
         arg_min(mover, (places_gained, rank, unit_id)) FILTER (WHERE places_gained < 0) AS biggest_fall
  FROM (SELECT *, {'unitId': unit_id, 'nameVi': name_vi, 'nameEn': name_en, 'shortVi': short_vi, 'shortEn': short_en,
                   'fromRank': previous_rank, 'toRank': rank, 'placesGained': places_gained} AS mover FROM now)
),
-- Under one version every scored unit of each period counts; across versions only those with a core on both sides.
compared AS (
  SELECT exact(mean_of(after) - mean_of(earlier)) AS mean_change,
         exact((max(after) FILTER (WHERE ranked) - min(after) FILTER (WHERE ranked))
               - (max(earlier) FILTER (WHERE ranked) - min(earlier) FILTER (WHERE ranked))) AS gap_change
  FROM (
    SELECT share AS after, NULL AS earlier, rank IS NOT NULL AS ranked FROM now WHERE change_basis = 'total'
    UNION ALL
    SELECT NULL, s.share, s.rank IS NOT NULL FROM before s CROSS JOIN link l WHERE l.change_basis = 'total'
    UNION ALL
    SELECT compared_share, previous_compared_share, rank IS NOT NULL AND previous_rank IS NOT NULL
    FROM now WHERE change_basis = 'core' AND share_change IS NOT NULL
  )
),
class_counts AS (
  SELECT band_id, count(*) FILTER (WHERE is_now)::INTEGER AS now_count, count(*) FILTER (WHERE NOT is_now)::INTEGER AS before_count
  FROM (SELECT band_id, true AS is_now FROM now UNION ALL SELECT band_id, false FROM before)
  WHERE band_id IS NOT NULL GROUP BY ALL
),
classes AS (
  -- A class of other criteria, or of a period without any, is nothing to count against.
  SELECT list({'bandId': b.band_id, 'nameVi': b.name_vi, 'nameEn': b.name_en, 'position': b.position,
               'count': coalesce(c.now_count, 0),
               'previousCount': CASE WHEN t.before_count > 0 AND l.change_basis = 'total' THEN coalesce(c.before_count, 0) END}
              ORDER BY b.position) AS bands
  FROM bands b JOIN link l USING (index_id, version_id, block_id)
  LEFT JOIN class_counts c USING (band_id)
  CROSS JOIN (SELECT sum(before_count) AS before_count FROM class_counts) t
),
weakest AS (
  SELECT arg_min({'subIndexId': sub_index_id, 'nameVi': name_vi, 'nameEn': name_en, 'mean': mean_share, 'unitCount': unit_count},
                 (weakest_place, place)) AS weakest
  FROM edition_fields
  WHERE index_id = p_index AND period = p_period AND block_id = p_block AND result_set = p_set AND level = 1 AND unit_count > 0
)
SELECT f.unit_count AS "unitCount", f.ranked_count AS "rankedCount", f.scored_count AS "scoredCount",
       coalesce(f.leaders, []) AS leaders,
       f.mean, f.median, f.best, f.lowest, f.gap,
       c.mean_change AS "meanChange", c.gap_change AS "gapChange",
       l.previous_period AS "previousPeriod",
       CASE WHEN l.previous_period IS NOT NULL THEN e.unit_count END AS "previousUnitCount",
       f.compared_count AS "comparedCount", f.rose_count AS "roseCount", f.fell_count AS "fellCount",
       f.places_compared_count AS "placesComparedCount",
       l.change_basis AS "changeBasis", l.core_coverage AS "coreCoverage",
       f.biggest_rise AS "biggestRise", f.biggest_fall AS "biggestFall",
       coalesce(b.bands, []) AS bands,
       f.unclassed_count AS "unclassedCount", w.weakest,
       coalesce(f.refused_count, 0) AS "refusedCount"
FROM facts f CROSS JOIN compared c CROSS JOIN link l CROSS JOIN classes b CROSS JOIN weakest w
CROSS JOIN (SELECT count(*)::INTEGER AS unit_count FROM before) e;
