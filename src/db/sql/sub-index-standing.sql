-- How does every unit of a block do in every sub-index, against the block and against the periods before?
-- Statistics are over the units with a score; the standard deviation is that of a whole population. What does not
-- depend on thresholds is built once, after the tables are loaded: a threshold that a viewer moves is then a short query.

-- quantile_cont over a sorted list: the engine's own takes only a constant.
CREATE OR REPLACE MACRO quantile_of(p_sorted, p_quantile) AS (
  p_sorted[floor((len(p_sorted) - 1) * p_quantile)::INTEGER + 1]
  + ((len(p_sorted) - 1) * p_quantile - floor((len(p_sorted) - 1) * p_quantile))
  * (p_sorted[least(floor((len(p_sorted) - 1) * p_quantile)::INTEGER + 2, len(p_sorted))]
     - p_sorted[floor((len(p_sorted) - 1) * p_quantile)::INTEGER + 1])
);

-- The share that a merit stands for; see final_scores.
CREATE OR REPLACE MACRO as_share(p_merit, p_better) AS (CASE WHEN p_better = 1 THEN p_merit ELSE exact(1 - p_merit) END);

-- Every final score, with the merit of the same unit and sub-index one and two editions before. The previous period is
-- the edition directly before in the series, and the same sub_index_id is the same sub-index under any version.
CREATE OR REPLACE TABLE field_cells AS
SELECT edition_no, field_no, unit_id, score, max_score, merit, missing_reason,
       CASE WHEN lag(edition_no) OVER earlier = edition_no - 1 THEN lag(merit) OVER earlier END AS merit_before,
       CASE WHEN lag(edition_no, 2) OVER earlier = edition_no - 2 THEN lag(merit, 2) OVER earlier END AS merit_two_before
FROM final_scores
-- The unit first: files are mostly in that order, and the sort has less to do.
WINDOW earlier AS (PARTITION BY unit_id, field_no ORDER BY edition_no);

-- Every sub-index of every edition with what the block has in it. Figures of a share are those of the merit, turned
-- round where a low score is good.
CREATE OR REPLACE TABLE edition_fields AS
WITH unit_counts AS (
  SELECT index_id, period, block_id, result_set, count(*) AS unit_total FROM results GROUP BY ALL
),
statistics AS (
  SELECT edition_no, field_no, count(*) AS cells, count(merit)::INTEGER AS unit_count,
         exact(mean_of(merit)) AS mean_merit, exact(deviation_of(merit)) AS deviation,
         list_sort(list(merit) FILTER (WHERE merit IS NOT NULL)) AS sorted,
         count(merit - merit_before)::INTEGER AS compared_count, exact(mean_of(merit - merit_before)) AS merit_change,
         sum(max_score * (1 - merit)) AS lost_points, sum(1 - merit) AS lost_merit
  FROM field_cells GROUP BY ALL
),
missing AS (
  SELECT edition_no, field_no, list({'reason': missing_reason, 'count': units} ORDER BY missing_reason NULLS LAST) AS reasons
  FROM (
    SELECT edition_no, field_no, missing_reason, sum(units)::INTEGER AS units
    FROM (
      SELECT edition_no, field_no, missing_reason, count(*) AS units FROM field_cells WHERE score IS NULL GROUP BY ALL
      UNION ALL
      -- Units of the block without a line in the scores: nothing says why.
      SELECT d.edition_no, d.field_no, NULL, u.unit_total - coalesce(s.cells, 0)
      FROM edition_sub_indices d
      JOIN unit_counts u USING (index_id, period, block_id, result_set)
      LEFT JOIN statistics s USING (edition_no, field_no)
    )
    GROUP BY ALL HAVING sum(units) > 0
  )
  GROUP BY ALL
),
fields AS (
  SELECT d.* EXCLUDE (position), lead.name_vi AS lead_name_vi, lead.name_en AS lead_name_en,
         coalesce(s.unit_count, 0) AS unit_count, s.sorted, s.deviation,
         exact(quantile_of(s.sorted, 0.5)) AS median_merit,
         as_share(s.mean_merit, d.better) AS mean_share, as_share(exact(quantile_of(s.sorted, 0.5)), d.better) AS median_share,
         as_share(exact(quantile_of(s.sorted, CASE d.better WHEN 1 THEN 0.25 ELSE 0.75 END)), d.better) AS q1_share,
         as_share(exact(quantile_of(s.sorted, CASE d.better WHEN 1 THEN 0.75 ELSE 0.25 END)), d.better) AS q3_share,
         as_share(s.sorted[-1], d.better) AS best_share, as_share(s.sorted[1], d.better) AS lowest_share,
         coalesce(s.compared_count, 0) AS compared_count, s.merit_change * d.better AS mean_change,
         round(CASE WHEN d.weighted THEN d.weight * s.lost_merit ELSE s.lost_points END, 6) AS lost_points,
         CASE WHEN s.mean_merit IS NOT NULL
              THEN rank() OVER (PARTITION BY d.edition_no, d.level ORDER BY s.mean_merit NULLS LAST) END::INTEGER AS weakest_place,
         coalesce(m.reasons, []) AS missing
  FROM edition_sub_indices d
  LEFT JOIN statistics s USING (edition_no, field_no)
  LEFT JOIN missing m USING (edition_no, field_no)
  LEFT JOIN units lead ON lead.unit_id = d.lead_unit_id
  -- A sub-index whose parents go round in a circle has no place.
  WHERE d.level IS NOT NULL
)
SELECT *, exact(lost_points / nullif(sum(lost_points) OVER (PARTITION BY edition_no, level), 0)) AS lost_part FROM fields;

-- The thresholds: those of the package for 'package', or a viewer's as `absolute~deviations~quantile~fall`.
CREATE OR REPLACE MACRO weak_limits(p_limits) AS TABLE
SELECT exact(coalesce(try_cast(string_split(p_limits, '~')[1] AS DOUBLE), absolute_share)) AS absolute,
       exact(coalesce(try_cast(string_split(p_limits, '~')[2] AS DOUBLE), relative_deviations)) AS deviations,
       exact(coalesce(try_cast(string_split(p_limits, '~')[3] AS DOUBLE), bottom_quantile)) AS quantile,
       exact(coalesce(try_cast(string_split(p_limits, '~')[4] AS DOUBLE), fall_share)) AS fall,
       relative_min_units
FROM thresholds;

-- Which units are weak in which sub-index, and by which tests (DATA-PACKAGE rule 6)? One row a final score of the edition,
-- or with p_all of every edition of its series up to it. Each step is a table of its own: an expression that uses
-- another's name repeats it, and planning would cost more than running.
-- edges: for each threshold in the order of weak_limits, whether moving it by a tenth alone would change weak or not.
-- A fall of two periods running has no threshold of its own; where nothing else fired it is at the edge (fifth place)
-- when one of its falls is under a tenth of the fall threshold: nobody is listed by a rounding accident.
CREATE OR REPLACE MACRO tested_cells(p_index, p_period, p_block, p_set, p_limits, p_all) AS TABLE
WITH fields AS (
  SELECT f.edition_no, h.last_edition, f.field_no, f.place, f.level, f.sub_index_id, f.better, f.median_merit, f.deviation,
         CASE WHEN f.weighted THEN f.weight END AS own_weight,
         f.unit_count >= l.relative_min_units AS is_large, l.absolute, l.deviations, l.fall AS least_fall,
         [exact(quantile_of(f.sorted, q)) FOR q IN
          [l.quantile, exact(l.quantile * 0.9), least(exact(l.quantile * 1.1), 1), exact(1 - l.quantile)]] AS limits
  FROM edition_fields f
  CROSS JOIN weak_limits(p_limits) l
  JOIN (SELECT edition_no AS last_edition, first_edition FROM edition_fields
        WHERE index_id = p_index AND period = p_period AND block_id = p_block AND result_set = p_set LIMIT 1) h
    ON f.edition_no BETWEEN CASE WHEN p_all THEN h.first_edition ELSE h.last_edition END AND h.last_edition
),
distances AS (
  SELECT c.*, f.* EXCLUDE (edition_no, field_no, limits),
         f.limits[1] AS bottom, f.limits[2] AS bottom_low, f.limits[3] AS bottom_high, f.limits[4] AS top,
         exact(f.median_merit - c.merit) AS gap,
         exact(c.merit_before - c.merit) AS fall, exact(c.merit_two_before - c.merit_before) AS fall_before
  FROM field_cells c JOIN fields f USING (edition_no, field_no)
),
tests AS (
  SELECT *,
         coalesce(merit < absolute, false) AS by_absolute,
         coalesce(is_large AND gap > exact(deviations * deviation), false) AS by_deviation,
         coalesce(is_large AND merit < bottom, false) AS by_quantile,
         coalesce(fall >= least_fall, false) AS fell,
         coalesce(fall > 0 AND fall_before > 0, false) AS fell_twice
  FROM distances
),
fired AS (
  SELECT *, by_deviation OR by_quantile AS by_relative, fell OR fell_twice AS by_fall,
         by_absolute::INTEGER + by_deviation::INTEGER + by_quantile::INTEGER + fell::INTEGER + fell_twice::INTEGER AS fired
  FROM tests
)
SELECT *, coalesce(list_bool_or(edges), false) AS edge
FROM (
  SELECT *, as_share(merit, better) AS share, fired > 0 AS weak,
         by_absolute::INTEGER + by_relative::INTEGER + by_fall::INTEGER AS severity,
         exact(greatest(gap, 0) * coalesce(own_weight, max_score)) AS recoverable,
         fired = 0 AND is_large AND merit IS NOT NULL AND (-gap > exact(deviations * deviation) OR merit > top) AS strong,
         CASE fired
           WHEN 0 THEN [merit < least(exact(absolute * 1.1), 1),
                        is_large AND gap > exact(exact(deviations * 0.9) * deviation),
                        is_large AND merit < bottom_high,
                        fall >= exact(least_fall * 0.9)]
           WHEN 1 THEN [by_absolute AND merit >= exact(absolute * 0.9),
                        by_deviation AND gap <= exact(exact(deviations * 1.1) * deviation),
                        by_quantile AND merit >= bottom_low,
                        fell AND fall < exact(least_fall * 1.1),
                        fell_twice AND least(fall, fall_before) < exact(least_fall * 0.1)]
           ELSE [] END AS edges
  FROM fired
);

-- The same for one edition, with how many editions in a row, this one included, each is weak under the same thresholds.
-- An edition in which the unit has no score ends the run. All editions are tested once, for both: planning the tests
-- twice would cost more.
CREATE OR REPLACE MACRO weak_runs(p_index, p_period, p_block, p_set, p_limits) AS TABLE
WITH cells AS MATERIALIZED (FROM tested_cells(p_index, p_period, p_block, p_set, p_limits, true)),
runs AS (
  SELECT unit_id, field_no, count(*)::INTEGER AS periods
  FROM (SELECT unit_id, field_no, last_edition - edition_no AS back,
               row_number() OVER (PARTITION BY unit_id, field_no ORDER BY edition_no DESC) - 1 AS weak_since
        FROM cells WHERE weak)
  WHERE back = weak_since GROUP BY ALL
)
SELECT c.*, coalesce(r.periods, 0) AS periods_running
FROM cells c LEFT JOIN runs r USING (unit_id, field_no)
WHERE c.edition_no = c.last_edition;

-- The same under the thresholds of the package, with the block and the place in it.
CREATE OR REPLACE MACRO sub_index_standing(p_index, p_period, p_block, p_set) AS TABLE
SELECT c.*, c.by_absolute AS weak_absolute, c.by_relative AS weak_relative, c.by_fall AS weak_falling,
       f.parent_id, f.unit_count, f.median_share, f.q1_share, f.q3_share, f.best_share, f.lowest_share,
       CASE WHEN c.merit IS NOT NULL
            THEN rank() OVER (PARTITION BY c.field_no ORDER BY c.merit DESC NULLS LAST) END::INTEGER AS rank,
       exact((c.merit - c.merit_before) * f.better) AS share_change
FROM weak_runs(p_index, p_period, p_block, p_set, 'package') c
JOIN edition_fields f USING (edition_no, field_no);
