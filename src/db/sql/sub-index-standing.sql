-- How does every unit of a block do in every sub-index, against the block and against the periods before?
-- Statistics are over the units with a score; the standard deviation is that of a whole population.

-- quantile_cont over a sorted list: the engine's own takes only a constant.
CREATE OR REPLACE MACRO quantile_of(p_sorted, p_quantile) AS (
  p_sorted[floor((len(p_sorted) - 1) * p_quantile)::INTEGER + 1]
  + ((len(p_sorted) - 1) * p_quantile - floor((len(p_sorted) - 1) * p_quantile))
  * (p_sorted[least(floor((len(p_sorted) - 1) * p_quantile)::INTEGER + 2, len(p_sorted))]
     - p_sorted[floor((len(p_sorted) - 1) * p_quantile)::INTEGER + 1])
);

CREATE OR REPLACE MACRO sub_index_standing(p_index, p_period, p_block, p_set) AS TABLE
WITH link AS (
  SELECT * FROM edition_links
  WHERE index_id = p_index AND period = p_period AND block_id = p_block AND result_set = p_set
),
scored AS (
  SELECT * FROM final_scores
  WHERE index_id = p_index AND block_id = p_block AND result_set = p_set
    AND period IN (SELECT unnest([period, previous_period, period_before_previous]) FROM link)
),
merits AS (
  SELECT sub_index_id, list(merit ORDER BY merit) FILTER (WHERE merit IS NOT NULL) AS sorted
  FROM scored WHERE period = p_period GROUP BY ALL
),
-- Joined to the rows as one number: the list itself would be copied to every unit.
bottom AS (
  SELECT sub_index_id, exact(quantile_of(sorted, bottom_quantile)) AS bottom_merit FROM merits CROSS JOIN thresholds
),
block AS (
  SELECT sub_index_id, count(merit)::INTEGER AS unit_count, median(share) AS median_share,
         quantile_cont(share, 0.25) AS q1_share, quantile_cont(share, 0.75) AS q3_share,
         arg_max(share, merit) AS best_share, arg_min(share, merit) AS lowest_share,
         exact(median(merit)) AS median_merit, exact(stddev_pop(merit)) AS deviation
  FROM scored WHERE period = p_period GROUP BY ALL
),
placed AS (
  SELECT n.*, CASE WHEN n.merit IS NOT NULL
                   THEN rank() OVER (PARTITION BY n.sub_index_id ORDER BY n.merit DESC NULLS LAST) END::INTEGER AS rank
  FROM scored n WHERE n.period = p_period
)
SELECT n.unit_id, n.sub_index_id, n.parent_id, n.score, n.max_score, n.share, n.missing_reason, n.table_row, n.source_row,
       n.rank, b.unit_count, b.median_share, b.q1_share, b.q3_share, b.best_share, b.lowest_share,
       exact(n.share - one.share) AS share_change,
       coalesce(n.merit < t.absolute_share, false) AS weak_absolute,
       coalesce(b.unit_count >= t.relative_min_units
                AND (exact(b.median_merit - n.merit) > exact(t.relative_deviations * b.deviation)
                     OR n.merit < q.bottom_merit), false) AS weak_relative,
       coalesce(exact(one.merit - n.merit) >= t.fall_share, false)
         OR coalesce(n.merit < one.merit AND one.merit < two.merit, false) AS weak_falling,
       weak_absolute OR weak_relative OR weak_falling AS weak,
       exact(greatest(b.median_merit - n.merit, 0) * n.weight) AS recoverable
FROM placed n
CROSS JOIN link
CROSS JOIN thresholds t
JOIN block b USING (sub_index_id)
JOIN bottom q USING (sub_index_id)
LEFT JOIN scored one ON one.unit_id = n.unit_id AND one.sub_index_id = n.sub_index_id AND one.period = link.previous_period
LEFT JOIN scored two ON two.unit_id = n.unit_id AND two.sub_index_id = n.sub_index_id AND two.period = link.period_before_previous;
