-- What in the figures does not fit together, and what is missing? One row a finding, of every kind the first 1,000; each
-- with how many there are of its kind. A finding says what to look at: a published figure may contradict another and
-- still be what was published.
CREATE OR REPLACE MACRO audit() AS TABLE
WITH
-- half: what rounding to the published decimals can hide in one figure.
standings AS MATERIALIZED (
  SELECT s.*, 0.5 / 10 ** e.decimals AS half, 0.5 / 10 ** e.decimals / nullif(s.max_score, 0) AS half_share,
         CASE WHEN i.direction = 'lower' THEN -1 ELSE 1 END AS better
  FROM standing s JOIN editions e USING (index_id, period, block_id, result_set) JOIN indices i USING (index_id)
),
finals AS MATERIALIZED (FROM final_scores),
-- Editions that publish scores of sub-indices at all.
detailed AS (SELECT DISTINCT index_id, period, block_id, result_set FROM finals WHERE score IS NOT NULL),

-- Totals, and sub-indices with parts of their own, against the sum. A total whose maximum is not that of its parts is no
-- plain sum of them: parts are missing then, or weights are not known.
sums AS (
  SELECT index_id, period, block_id, result_set, unit_id, NULL AS sub_index_id, points, sum_points, half, sum_scale, source_row, table_row
  FROM standings
  WHERE total_origin = 'published' AND sum_points IS NOT NULL AND (max_score IS NULL OR sum_max IS NULL OR abs(max_score - sum_max) < 1e-9)
  UNION ALL
  SELECT p.index_id, p.period, p.block_id, p.result_set, p.unit_id, p.sub_index_id, p.score, c.points, s.half, c.scored, p.source_row, p.table_row
  FROM finals p
  JOIN (
    SELECT edition_no, parent_id AS sub_index_id, unit_id, round(sum(score), 9) AS points, count(score) AS scored,
           count(*) FILTER (WHERE score IS NOT NULL OR missing_reason = 'not-applicable') AS settled
    FROM finals WHERE parent_id IS NOT NULL AND default_max IS DISTINCT FROM 0 GROUP BY ALL
  ) c USING (edition_no, sub_index_id, unit_id)
  JOIN (
    SELECT edition_no, parent_id AS sub_index_id, count(*) AS defined, sum(max_score) AS max_sum,
           bool_or(weighted) AS weighted, bool_and(max_score IS NOT NULL) AS maxima_known
    FROM edition_sub_indices WHERE parent_id IS NOT NULL AND max_score IS DISTINCT FROM 0 GROUP BY ALL
  ) d USING (edition_no, sub_index_id)
  JOIN standings s USING (index_id, period, block_id, result_set, unit_id)
  WHERE p.score IS NOT NULL AND c.scored > 0 AND c.settled = d.defined AND NOT d.weighted
    AND (NOT d.maxima_known OR p.default_max IS NULL OR abs(d.max_sum - p.default_max) < 1e-9)
),
differing_sums AS (
  SELECT CASE WHEN abs(points - sum_points) > half * (1 + sum_scale) + 1e-9 THEN 'total-differs' ELSE 'total-rounded' END AS kind,
         * EXCLUDE (points, sum_points, half, sum_scale), points AS value, sum_points AS expected
  FROM sums WHERE abs(points - sum_points) > half + 1e-9
),

-- Better places than units with better shares. Shares that rounding could have turned round do not contradict; units
-- with equal shares may share a rank or not. Classes by their order only where their limits are not known.
places AS (
  SELECT 'rank-contradicts-score' AS kind, index_id, period, block_id, result_set, unit_id, merit, half_share, rank AS place,
         NULL AS band_id, source_row, table_row
  FROM standings WHERE rank_origin = 'published' AND merit IS NOT NULL
  UNION ALL
  SELECT 'class-contradicts-score', s.index_id, s.period, s.block_id, s.result_set, s.unit_id, s.merit, s.half_share, b.position,
         s.band_id, s.source_row, s.table_row
  FROM standings s JOIN bands b USING (index_id, version_id, block_id, band_id)
  WHERE s.band_origin = 'published' AND s.merit IS NOT NULL AND b.min_share IS NULL
),
contradicted_places AS (
  SELECT kind, index_id, period, block_id, result_set, unit_id, band_id, source_row, table_row,
         CASE kind WHEN 'class-contradicts-score' THEN 'class-order' END AS detail,
         CASE kind WHEN 'rank-contradicts-score' THEN place END AS value,
         CASE kind WHEN 'rank-contradicts-score' THEN ahead.place END AS expected,
         ahead.unit_id AS other_unit_id, ahead.band_id AS other_band_id
  FROM (
    SELECT *, CASE kind WHEN 'rank-contradicts-score' THEN max(candidate) OVER (edition RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)
                        ELSE max(candidate) OVER (edition RANGE BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) END AS ahead
    FROM (
      SELECT *, {'merit': merit - half_share * 0.999, 'unit_id': unit_id, 'place': place, 'band_id': band_id} AS candidate FROM places
    )
    WINDOW edition AS (PARTITION BY kind, index_id, period, block_id, result_set ORDER BY place)
  )
  WHERE ahead.merit > merit + half_share * 0.999
),
class_limits AS (
  SELECT index_id, version_id, block_id, band_id, min_share,
         lead(min_share) OVER (PARTITION BY index_id, version_id, block_id ORDER BY min_share) AS next_share
  FROM bands WHERE min_share IS NOT NULL
),
contradicted_classes AS (
  SELECT 'class-contradicts-score' AS kind, s.index_id, s.period, s.block_id, s.result_set, s.unit_id, s.source_row, s.table_row,
         CASE WHEN s.merit < l.min_share THEN 'below-limit' ELSE 'above-limit' END AS detail, s.share AS value,
         as_share(exact(CASE WHEN s.merit < l.min_share THEN l.min_share ELSE l.next_share END), s.better) AS expected,
         s.band_id, s.band_of_share AS other_band_id
  FROM standings s JOIN class_limits l USING (index_id, version_id, block_id, band_id)
  WHERE s.band_origin = 'published'
    AND (s.merit + s.half_share < exact(l.min_share) OR s.merit - s.half_share >= exact(l.next_share))
),

-- Published ranks that standard competition ranking (1, 2, 2, 4) would not give; one a gap.
rank_gaps AS (
  SELECT 'rank-gap' AS kind, * EXCLUDE (rank, units, follows), rank AS value, follows AS expected
  FROM (
    SELECT *, coalesce(lag(rank + units) OVER (PARTITION BY index_id, period, block_id, result_set ORDER BY rank), 1) AS follows
    FROM (
      SELECT index_id, period, block_id, result_set, rank, count(*)::INTEGER AS units, min(unit_id) AS unit_id,
             arg_min(source_row, unit_id) AS source_row, arg_min(table_row, unit_id) AS table_row
      FROM standings WHERE rank_origin = 'published' GROUP BY ALL
    )
  )
  WHERE rank <> follows
),

-- Units of one edition with the same scores throughout: a row may have been copied. Of fewer than three it says nothing.
copies AS (
  SELECT 'duplicate-row' AS kind, index_id, period, block_id, result_set, unit_id, source_row, table_row, figures, first_unit AS other_unit_id
  FROM (
    SELECT s.*, v.figures, min(s.unit_id) OVER (PARTITION BY v.edition_no, v.scores, s.points) AS first_unit
    FROM (
      SELECT edition_no, index_id, period, block_id, result_set, unit_id, count(*)::INTEGER AS figures,
             list({'field': field_no, 'score': score} ORDER BY field_no) AS scores
      FROM finals WHERE score IS NOT NULL GROUP BY ALL HAVING count(*) >= 3
    ) v
    JOIN standings s USING (index_id, period, block_id, result_set, unit_id)
  )
  WHERE unit_id <> first_unit
),

-- Changes of a share on the period before that lie over three standard deviations from the mean change of the block.
changes AS (
  SELECT index_id, period, block_id, result_set, unit_id, 0 AS field_no, NULL AS sub_index_id, share_change, previous_period, source_row, table_row
  FROM standings WHERE share_change IS NOT NULL
  UNION ALL
  SELECT d.index_id, d.period, d.block_id, d.result_set, c.unit_id, d.field_no, d.sub_index_id, exact((c.merit - c.merit_before) * d.better), d.previous_period,
         f.source_row, f.table_row
  FROM field_cells c
  JOIN edition_sub_indices d USING (edition_no, field_no)
  JOIN finals f USING (edition_no, field_no, unit_id)
  WHERE c.merit - c.merit_before IS NOT NULL
),
jumps AS (
  SELECT 'jump' AS kind, * EXCLUDE (field_no, share_change, previous_period, unit_count, mean), previous_period AS detail,
         share_change AS value, mean AS expected, unit_count AS figures
  FROM changes
  JOIN (
    SELECT index_id, period, block_id, result_set, field_no, count(*)::INTEGER AS unit_count,
           exact(mean_of(share_change)) AS mean, exact(deviation_of(share_change)) AS deviation
    FROM changes GROUP BY ALL HAVING count(*) >= 8
  ) block USING (index_id, period, block_id, result_set, field_no)
  WHERE abs(share_change - mean) > exact(3 * deviation)
),

-- A unit with a result of the index in a period, in whatever block, is not missing then.
assessed AS (SELECT DISTINCT index_id, period, result_set, unit_id FROM results),
moves AS (SELECT from_unit_id AS unit_id, on_date FROM lineage UNION ALL SELECT to_unit_id, on_date FROM lineage),
present AS (
  SELECT l.index_id, l.period, l.block_id, l.result_set, l.previous_period, l.period_end, b.period_end AS previous_end, r.unit_id,
         bool_or(r.period = l.period) AS is_now, bool_or(r.period = l.previous_period) AS is_before,
         max(r.table_row) FILTER (WHERE r.period = l.period) AS table_row,
         max(r.source_row) FILTER (WHERE r.period = l.period) AS source_row
  FROM edition_links l
  JOIN editions b ON b.index_id = l.index_id AND b.period = l.previous_period AND b.block_id = l.block_id AND b.result_set = l.result_set
  JOIN results r ON r.index_id = l.index_id AND r.block_id = l.block_id AND r.result_set = l.result_set AND r.period IN (l.period, l.previous_period)
  GROUP BY ALL
),
-- Neither a beginning, an end or a merger between the two periods nor a move to another block accounts for them.
unit_differences AS (
  SELECT 'structure-differs' AS kind, p.index_id, p.period, p.block_id, p.result_set, p.unit_id, p.table_row, p.source_row,
         CASE WHEN is_now THEN 'unit-entered' ELSE 'unit-left' END AS detail,
         -- A list of the first few without points does not say who else was assessed.
         CASE WHEN is_now OR s.index_id IS NULL THEN 'info' ELSE 'warning' END AS severity
  FROM present p
  JOIN units u USING (unit_id)
  LEFT JOIN (SELECT DISTINCT index_id, period, block_id, result_set FROM standings WHERE points IS NOT NULL) s
    USING (index_id, period, block_id, result_set)
  WHERE is_now <> is_before
    AND CASE WHEN is_now THEN coalesce(u.valid_from <= p.previous_end, true) ELSE coalesce(u.valid_to >= p.period_end, true) END
    AND NOT EXISTS (SELECT 1 FROM moves m WHERE m.unit_id = p.unit_id AND m.on_date > p.previous_end AND m.on_date <= p.period_end)
    AND NOT EXISTS (SELECT 1 FROM assessed a WHERE a.index_id = p.index_id AND a.result_set = p.result_set AND a.unit_id = p.unit_id
                      AND a.period = CASE WHEN p.is_now THEN p.previous_period ELSE p.period END)
),
-- Sub-indices of the criteria that nobody has a score for, in an edition that has scores.
empty_fields AS (
  SELECT 'structure-differs' AS kind, 'field-empty' AS detail, d.index_id, d.period, d.block_id, d.result_set, d.sub_index_id
  FROM edition_sub_indices d
  SEMI JOIN detailed USING (index_id, period, block_id, result_set)
  LEFT JOIN finals f USING (edition_no, field_no)
  WHERE d.parent_id IS NULL AND d.max_score IS DISTINCT FROM 0
  GROUP BY ALL HAVING count(f.score) = 0 AND bool_and(f.missing_reason IS DISTINCT FROM 'not-applicable')
),
criteria_pairs AS (
  SELECT l.index_id, l.period, l.block_id, l.result_set, n.sub_index_id AS now_id, b.sub_index_id AS before_id,
         n.max_score IS DISTINCT FROM b.max_score OR n.weight IS DISTINCT FROM b.weight AS changed
  FROM (SELECT * FROM edition_links WHERE version_id <> previous_version) l
  JOIN (SELECT DISTINCT index_id, version_id, block_id FROM sub_indices) v USING (index_id, version_id, block_id)
  JOIN (SELECT DISTINCT index_id, block_id, sub_index_id FROM sub_indices) i USING (index_id, block_id)
  LEFT JOIN edition_sub_indices n ON n.index_id = l.index_id AND n.period = l.period AND n.block_id = l.block_id
       AND n.result_set = l.result_set AND n.sub_index_id = i.sub_index_id
  LEFT JOIN edition_sub_indices b ON b.index_id = l.index_id AND b.period = l.previous_period AND b.block_id = l.block_id
       AND b.result_set = l.result_set AND b.sub_index_id = i.sub_index_id
  WHERE n.sub_index_id IS NOT NULL OR b.sub_index_id IS NOT NULL
),
criteria_differences AS (
  SELECT 'structure-differs' AS kind, index_id, period, block_id, result_set,
         CASE WHEN before_id IS NULL THEN 'fields-entered' WHEN now_id IS NULL THEN 'fields-left' ELSE 'maxima-changed' END AS detail,
         count(*)::INTEGER AS figures
  FROM criteria_pairs WHERE before_id IS NULL OR now_id IS NULL OR changed GROUP BY ALL
),
maxima AS (
  SELECT *, max({'units': units, 'max_score': max_score}) OVER (PARTITION BY index_id, period, block_id, result_set) AS usual
  FROM (
    SELECT index_id, period, block_id, result_set, unit_id, max_score, sum_max, total_origin, source_row, table_row,
           count(*) OVER (PARTITION BY index_id, period, block_id, result_set, max_score) AS units
    FROM standings WHERE max_score IS NOT NULL
  )
),
own_maxima AS (
  SELECT 'structure-differs' AS kind, 'own-maximum' AS detail, index_id, period, block_id, result_set, unit_id, source_row, table_row,
         max_score AS value, usual.max_score AS expected
  FROM maxima WHERE max_score <> usual.max_score
),
unlike_maxima AS (
  SELECT 'structure-differs' AS kind, 'maxima-of-parts' AS detail, index_id, period, block_id, result_set,
         CASE count(*) WHEN 1 THEN min(unit_id) END AS unit_id, max_score AS value, sum_max AS expected, count(*)::INTEGER AS figures
  FROM maxima SEMI JOIN detailed USING (index_id, period, block_id, result_set)
  WHERE total_origin = 'published' AND abs(max_score - sum_max) >= 1e-9
  GROUP BY index_id, period, block_id, result_set, max_score, sum_max
),

spans AS (
  SELECT index_id, period, block_id, result_set, starts,
         CASE WHEN period LIKE '%-W%' THEN starts + 6 WHEN period LIKE '%-Q%' THEN (starts + INTERVAL 3 MONTH)::DATE - 1
              WHEN len(period) = 4 THEN (starts + INTERVAL 1 YEAR)::DATE - 1 WHEN len(period) = 7 THEN last_day(starts) ELSE starts END AS ends
  FROM (
    SELECT *, date_trunc(CASE WHEN period LIKE '%-W%' THEN 'week' WHEN period LIKE '%-Q%' THEN 'quarter'
                              WHEN len(period) = 4 THEN 'year' WHEN len(period) = 7 THEN 'month' ELSE 'day' END, period_end)::DATE AS starts
    FROM editions
  )
),
outside_dates AS (
  SELECT 'outside-unit-dates' AS kind, r.index_id, r.period, r.block_id, r.result_set, r.unit_id, r.source_row, r.table_row,
         coalesce(u.valid_from::VARCHAR, '..') || '/' || coalesce(u.valid_to::VARCHAR, '..') AS detail
  FROM results r JOIN units u USING (unit_id) JOIN spans s USING (index_id, period, block_id, result_set)
  WHERE r.missing_reason IS DISTINCT FROM 'unit-did-not-exist' AND (u.valid_from > s.ends OR u.valid_to < s.starts)
),

-- What has no value, by the reason given: totals of units, and scores in editions that have some.
missing_totals AS (
  SELECT 'no-total' AS kind, index_id, period, block_id, result_set, missing_reason AS detail,
         count(*)::INTEGER AS figures, any_value(units) AS value
  FROM (SELECT *, count(*) OVER (PARTITION BY index_id, period, block_id, result_set) AS units FROM standings)
  WHERE points IS NULL GROUP BY index_id, period, block_id, result_set, missing_reason
),
missing_scores AS (
  SELECT 'no-score' AS kind, index_id, period, block_id, result_set, detail, count(*)::INTEGER AS figures, any_value(cells) AS value
  FROM (
    SELECT d.index_id, d.period, d.block_id, d.result_set, f.score, coalesce(f.missing_reason, s.missing_reason) AS detail,
           count(*) OVER (PARTITION BY d.edition_no) AS cells
    FROM edition_sub_indices d
    SEMI JOIN detailed USING (index_id, period, block_id, result_set)
    JOIN standings s USING (index_id, period, block_id, result_set)
    LEFT JOIN finals f USING (edition_no, field_no, unit_id)
    WHERE d.max_score IS DISTINCT FROM 0
  )
  WHERE score IS NULL GROUP BY index_id, period, block_id, result_set, detail
),

found AS (
  FROM differing_sums
  UNION ALL BY NAME FROM contradicted_places
  UNION ALL BY NAME FROM contradicted_classes
  UNION ALL BY NAME FROM rank_gaps
  UNION ALL BY NAME FROM copies
  UNION ALL BY NAME FROM jumps
  UNION ALL BY NAME FROM unit_differences
  UNION ALL BY NAME FROM empty_fields
  UNION ALL BY NAME FROM criteria_differences
  UNION ALL BY NAME FROM own_maxima
  UNION ALL BY NAME FROM unlike_maxima
  UNION ALL BY NAME FROM outside_dates
  UNION ALL BY NAME FROM missing_totals
  UNION ALL BY NAME FROM missing_scores
),
numbered AS (
  SELECT f.* REPLACE (
           CASE WHEN severity IS NOT NULL THEN severity
                WHEN kind = 'total-rounded' OR detail IN ('fields-entered', 'fields-left', 'maxima-changed', 'own-maximum', 'maxima-of-parts')
                  OR (kind IN ('no-total', 'no-score') AND detail IS NOT NULL AND detail <> 'refused')
                THEN 'info' ELSE 'warning' END AS severity),
         e.period_end, count(*) OVER (PARTITION BY kind) AS kind_count,
         row_number() OVER (PARTITION BY kind ORDER BY index_id, e.period_end DESC, period, block_id, result_set,
                            detail NULLS FIRST, unit_id NULLS FIRST, sub_index_id NULLS FIRST, value, expected) AS place
  FROM found f JOIN editions e USING (index_id, period, block_id, result_set)
)
SELECT n.kind, n.severity, n.index_id AS "indexId", n.period, n.block_id AS "blockId", n.result_set AS "resultSet",
       n.unit_id AS "unitId", u.name_vi AS "unitNameVi", u.name_en AS "unitNameEn",
       n.sub_index_id AS "subIndexId", d.name_vi AS "subIndexNameVi", d.name_en AS "subIndexNameEn",
       n.detail, n.value, n.expected, n.deviation, n.figures,
       n.other_unit_id AS "otherUnitId", o.name_vi AS "otherUnitNameVi", o.name_en AS "otherUnitNameEn",
       b.name_vi AS "bandNameVi", b.name_en AS "bandNameEn", c.name_vi AS "otherBandNameVi", c.name_en AS "otherBandNameEn",
       n.kind_count::INTEGER AS "kindCount", n.source_row AS "sourceRow", n.table_row AS "tableRow"
FROM numbered n
JOIN editions e USING (index_id, period, block_id, result_set)
LEFT JOIN units u ON u.unit_id = n.unit_id
LEFT JOIN units o ON o.unit_id = n.other_unit_id
LEFT JOIN sub_indices d ON d.index_id = n.index_id AND d.version_id = e.version_id AND d.block_id = n.block_id AND d.sub_index_id = n.sub_index_id
LEFT JOIN bands b ON b.index_id = n.index_id AND b.version_id = e.version_id AND b.block_id = n.block_id AND b.band_id = n.band_id
LEFT JOIN bands c ON c.index_id = n.index_id AND c.version_id = e.version_id AND c.block_id = n.block_id AND c.band_id = n.other_band_id
WHERE n.place <= 1000
ORDER BY n.kind, n.place;
