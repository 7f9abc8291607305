-- How does every unit of a block do in every sub-index, those without a score too?
CREATE OR REPLACE MACRO block_sub_indices(p_index, p_period, p_block, p_set) AS TABLE
WITH given AS (
  SELECT unit_id, sub_index_id,
         list({'part': part, 'score': score, 'maxScore': max_score} ORDER BY part) FILTER (WHERE part <> 'final' AND score IS NOT NULL) AS parts,
         any_value(table_row) FILTER (WHERE part = 'final') AS table_row,
         any_value(source_row) FILTER (WHERE part = 'final') AS source_row
  FROM scores
  WHERE index_id = p_index AND period = p_period AND block_id = p_block AND result_set = p_set
  GROUP BY ALL
)
SELECT r.unit_id AS "unitId", f.sub_index_id AS "subIndexId", f.parent_id AS "parentId", f.level, f.name_vi AS "nameVi", f.name_en AS "nameEn",
       o.score, coalesce(o.max_score, f.max_score) AS "maxScore", o.share, o.missing_reason AS "missingReason",
       f.unit_count AS "unitCount", f.median_share AS "blockMedian", f.q1_share AS "blockQ1", f.q3_share AS "blockQ3",
       f.best_share AS "blockBest", f.lowest_share AS "blockLowest", o.rank, o.share_change AS "shareChange",
       coalesce(o.weak_absolute, false) AS "weakAbsolute", coalesce(o.weak_relative, false) AS "weakRelative",
       coalesce(o.weak_falling, false) AS "weakFalling",
       coalesce(o.by_deviation, false) AS "byDeviation", coalesce(o.by_quantile, false) AS "byQuantile",
       coalesce(o.fell, false) AS fell, coalesce(o.fell_twice, false) AS "fellTwice",
       coalesce(o.weak AND o.edge, false) AS edge, coalesce(o.periods_running, 0) AS "periodsRunning",
       coalesce(o.strong, false) AS strong, o.recoverable,
       coalesce(g.parts, []) AS parts, g.table_row AS "tableRow", g.source_row AS "sourceRow", f.place
FROM edition_fields f
JOIN results r USING (index_id, period, block_id, result_set)
LEFT JOIN sub_index_standing(p_index, p_period, p_block, p_set) o ON o.unit_id = r.unit_id AND o.field_no = f.field_no
LEFT JOIN given g ON g.unit_id = r.unit_id AND g.sub_index_id = f.sub_index_id
WHERE f.index_id = p_index AND f.period = p_period AND f.block_id = p_block AND f.result_set = p_set
ORDER BY r.unit_id, f.place;

-- How does one unit do in every sub-index of one edition, against its block?
CREATE OR REPLACE MACRO unit_sub_indices(p_index, p_period, p_block, p_set, p_unit) AS TABLE
SELECT * EXCLUDE ("unitId", place) FROM block_sub_indices(p_index, p_period, p_block, p_set)
WHERE "unitId" = p_unit
ORDER BY place;
