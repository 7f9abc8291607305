-- Which units have a result in this package, and in which block were they last?
CREATE OR REPLACE MACRO units() AS TABLE
SELECT u.unit_id AS "unitId", u.name_vi AS "nameVi", u.name_en AS "nameEn", u.short_vi AS "shortVi", u.short_en AS "shortEn",
       b.block_id AS "blockId", b.name_vi AS "blockNameVi", b.name_en AS "blockNameEn",
       u.valid_from::VARCHAR AS "validFrom", u.valid_to::VARCHAR AS "validTo"
FROM (SELECT unit_id, arg_max(block_id, (period_end, block_id)) AS block_id FROM standing GROUP BY unit_id) s
JOIN units u USING (unit_id)
JOIN blocks b USING (block_id)
ORDER BY b.position, b.block_id, u.unit_id;
