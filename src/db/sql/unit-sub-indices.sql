-- How does every unit of a block do in every sub-index, those without a score too?
CREATE OR REPLACE MACRO block_sub_indices(p_index, p_period, p_block, p_set) AS TABLE
WITH RECURSIVE tree AS (
  SELECT *, 1 AS level, [position] AS place, [sub_index_id] AS names FROM edition_sub_indices
  WHERE index_id = p_index AND period = p_period AND block_id = p_block AND result_set = p_set AND parent_id IS NULL
  UNION ALL
  SELECT d.*, t.level + 1, list_append(t.place, d.position), list_append(t.names, d.sub_index_id)
  FROM edition_sub_indices d JOIN tree t
    ON d.parent_id = t.sub_index_id AND d.index_id = t.index_id AND d.period = t.period
   AND d.block_id = t.block_id AND d.result_set = t.result_set
),
part_scores AS (
  SELECT unit_id, sub_index_id, list({'part': part, 'score': score} ORDER BY part) AS parts
  FROM scores
  WHERE index_id = p_index AND period = p_period AND block_id = p_block AND result_set = p_set
    AND part <> 'final' AND score IS NOT NULL
  GROUP BY ALL
),
standings AS MATERIALIZED (FROM sub_index_standing(p_index, p_period, p_block, p_set)),
block AS (
  SELECT sub_index_id, any_value(unit_count) AS unit_count, any_value(median_share) AS median_share, any_value(q1_share) AS q1_share,
         any_value(q3_share) AS q3_share, any_value(best_share) AS best_share, any_value(lowest_share) AS lowest_share
  FROM standings GROUP BY ALL
)
SELECT r.unit_id AS "unitId", t.sub_index_id AS "subIndexId", t.parent_id AS "parentId", t.level, t.name_vi AS "nameVi", t.name_en AS "nameEn",
       o.score, coalesce(o.max_score, t.max_score) AS "maxScore", o.share, o.missing_reason AS "missingReason",
       coalesce(b.unit_count, 0) AS "unitCount", b.median_share AS "blockMedian", b.q1_share AS "blockQ1", b.q3_share AS "blockQ3",
       b.best_share AS "blockBest", b.lowest_share AS "blockLowest", o.rank, o.share_change AS "shareChange",
       coalesce(o.weak_absolute, false) AS "weakAbsolute", coalesce(o.weak_relative, false) AS "weakRelative",
       coalesce(o.weak_falling, false) AS "weakFalling", o.recoverable,
       coalesce(p.parts, []) AS parts, o.table_row AS "tableRow", o.source_row AS "sourceRow", t.place, t.names
FROM tree t
JOIN results r USING (index_id, period, block_id, result_set)
LEFT JOIN standings o ON o.unit_id = r.unit_id AND o.sub_index_id = t.sub_index_id
LEFT JOIN block b ON b.sub_index_id = t.sub_index_id
LEFT JOIN part_scores p ON p.unit_id = r.unit_id AND p.sub_index_id = t.sub_index_id
ORDER BY r.unit_id, t.place, t.names;

-- How does one unit do in every sub-index of one edition, against its block?
CREATE OR REPLACE MACRO unit_sub_indices(p_index, p_period, p_block, p_set, p_unit) AS TABLE
SELECT * EXCLUDE ("unitId", place, names) FROM block_sub_indices(p_index, p_period, p_block, p_set)
WHERE "unitId" = p_unit
ORDER BY place, names;
