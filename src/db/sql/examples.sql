-- Who is strong in the sub-indices in which each unit of the block is weak?
CREATE OR REPLACE MACRO block_examples(p_index, p_period, p_block, p_set) AS TABLE
WITH standings AS MATERIALIZED (
  FROM sub_index_standing(p_index, p_period, p_block, p_set) WHERE parent_id IS NULL
),
near AS (FROM block_peers(p_index, p_period, p_block, p_set))
SELECT w.unit_id AS "ofUnit", d.position, w.sub_index_id AS "subIndexId", d.name_vi AS "fieldNameVi", d.name_en AS "fieldNameEn",
       w.share AS "ownShare", e.unit_id AS "unitId", u.name_vi AS "nameVi", u.name_en AS "nameEn", u.short_vi AS "shortVi", u.short_en AS "shortEn",
       e.share, e.rank, e.unit_count AS "unitCount", n."unitId" IS NOT NULL AS "isPeer"
FROM standings w
JOIN standings e ON e.sub_index_id = w.sub_index_id AND e.strong AND e.rank < w.rank
JOIN edition_sub_indices d ON d.index_id = p_index AND d.period = p_period AND d.block_id = p_block AND d.result_set = p_set
     AND d.sub_index_id = w.sub_index_id
JOIN units u ON u.unit_id = e.unit_id
LEFT JOIN near n ON n."ofUnit" = w.unit_id AND n."unitId" = e.unit_id
WHERE w.weak
QUALIFY row_number() OVER (PARTITION BY w.unit_id, w.sub_index_id ORDER BY e.rank, e.unit_id) <= 3
ORDER BY "ofUnit", d.position, "subIndexId", e.rank, e.unit_id;

-- Who is strong in the sub-indices in which this unit is weak?
CREATE OR REPLACE MACRO examples(p_index, p_period, p_block, p_set, p_unit) AS TABLE
SELECT * EXCLUDE ("ofUnit", position) FROM block_examples(p_index, p_period, p_block, p_set)
WHERE "ofUnit" = p_unit
ORDER BY position, "subIndexId", rank, "unitId";
