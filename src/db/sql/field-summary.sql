-- How does a block do in every sub-index, and how many of its units are weak there?
CREATE OR REPLACE MACRO field_summary(p_index, p_period, p_block, p_set, p_limits) AS TABLE
WITH tested AS (
  SELECT field_no, any_value(CASE WHEN is_large THEN bottom END) AS bottom_merit,
         count(*) FILTER (WHERE weak)::INTEGER AS weak_count,
         count(*) FILTER (WHERE by_absolute)::INTEGER AS absolute_count,
         count(*) FILTER (WHERE by_relative)::INTEGER AS relative_count,
         count(*) FILTER (WHERE by_fall)::INTEGER AS falling_count,
         count(*) FILTER (WHERE weak AND edge)::INTEGER AS edge_count,
         sum(recoverable) FILTER (WHERE weak) AS recoverable
  FROM tested_cells(p_index, p_period, p_block, p_set, p_limits, false) GROUP BY ALL
)
SELECT f.sub_index_id AS "subIndexId", f.parent_id AS "parentId", f.level, f.name_vi AS "nameVi", f.name_en AS "nameEn",
       f.max_score AS "maxScore", f.lead_unit_id AS "leadUnitId", f.lead_name_vi AS "leadNameVi", f.lead_name_en AS "leadNameEn",
       f.unit_count AS "unitCount", f.mean_share AS mean, f.median_share AS median, f.q1_share AS q1, f.q3_share AS q3,
       f.deviation, f.best_share AS best, f.lowest_share AS lowest,
       as_share(t.bottom_merit, f.better) AS bottom,
       f.weakest_place AS "weakestPlace", f.previous_period AS "previousPeriod",
       f.mean_change AS "meanChange", f.compared_count AS "comparedCount",
       coalesce(t.weak_count, 0) AS "weakCount", coalesce(t.absolute_count, 0) AS "absoluteCount",
       coalesce(t.relative_count, 0) AS "relativeCount", coalesce(t.falling_count, 0) AS "fallingCount",
       coalesce(t.edge_count, 0) AS "edgeCount", round(coalesce(t.recoverable, 0), 6) AS recoverable,
       f.lost_points AS "lostPoints", f.lost_part AS "lostPart", f.missing
FROM edition_fields f LEFT JOIN tested t USING (field_no)
WHERE f.index_id = p_index AND f.period = p_period AND f.block_id = p_block AND f.result_set = p_set
ORDER BY f.place;
