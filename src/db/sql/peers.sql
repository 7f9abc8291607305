-- Which units of the block have the profile closest to each unit's?
CREATE OR REPLACE MACRO block_peers(p_index, p_period, p_block, p_set) AS TABLE
WITH profiles AS (
  SELECT unit_id, sub_index_id, share, count(*) OVER (PARTITION BY unit_id) AS scored
  FROM final_scores
  WHERE index_id = p_index AND period = p_period AND block_id = p_block AND result_set = p_set
    AND parent_id IS NULL AND share IS NOT NULL
),
distances AS (
  SELECT a.unit_id AS of_unit, b.unit_id, count(*)::INTEGER AS common_count,
         exact(sqrt(avg((a.share - b.share) ** 2))) AS distance
  FROM profiles a JOIN profiles b ON b.sub_index_id = a.sub_index_id AND b.unit_id <> a.unit_id
  GROUP BY of_unit, b.unit_id, a.scored
  -- Few common sub-indices make units look alike that are not.
  HAVING count(*) >= 3 AND count(*) * 2 >= a.scored
)
SELECT d.of_unit AS "ofUnit", d.unit_id AS "unitId", u.name_vi AS "nameVi", u.name_en AS "nameEn", u.short_vi AS "shortVi", u.short_en AS "shortEn",
       s.rank, s.share, d.distance, d.common_count AS "commonCount"
FROM distances d
JOIN units u USING (unit_id)
JOIN standing s ON s.index_id = p_index AND s.period = p_period AND s.block_id = p_block AND s.result_set = p_set AND s.unit_id = d.unit_id
QUALIFY row_number() OVER (PARTITION BY d.of_unit ORDER BY d.distance, d.common_count DESC, s.rank NULLS LAST, d.unit_id) <= 5
ORDER BY "ofUnit", d.distance, d.common_count DESC, s.rank NULLS LAST, d.unit_id;

-- Which units of its block have the profile closest to this unit's?
CREATE OR REPLACE MACRO peers(p_index, p_period, p_block, p_set, p_unit) AS TABLE
SELECT * EXCLUDE ("ofUnit") FROM block_peers(p_index, p_period, p_block, p_set)
WHERE "ofUnit" = p_unit
ORDER BY distance, "commonCount" DESC, rank NULLS LAST, "unitId";
