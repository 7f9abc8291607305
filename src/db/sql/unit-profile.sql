-- Who is every unit?
CREATE OR REPLACE MACRO unit_profiles() AS TABLE
SELECT u.unit_id AS "unitId", u.name_vi AS "nameVi", u.name_en AS "nameEn", u.short_vi AS "shortVi", u.short_en AS "shortEn",
       u.official_code AS "officialCode", u.valid_from::VARCHAR AS "validFrom", u.valid_to::VARCHAR AS "validTo",
       coalesce((SELECT list({'unitId': k.unit_id, 'nameVi': k.name_vi, 'nameEn': k.name_en, 'onDate': l.on_date::VARCHAR,
                              'kind': l.kind, 'decision': l.decision} ORDER BY l.on_date, k.unit_id)
                 FROM lineage l JOIN units k ON k.unit_id = l.from_unit_id WHERE l.to_unit_id = u.unit_id), []) AS predecessors,
       coalesce((SELECT list({'unitId': k.unit_id, 'nameVi': k.name_vi, 'nameEn': k.name_en, 'onDate': l.on_date::VARCHAR,
                              'kind': l.kind, 'decision': l.decision} ORDER BY l.on_date, k.unit_id)
                 FROM lineage l JOIN units k ON k.unit_id = l.to_unit_id WHERE l.from_unit_id = u.unit_id), []) AS successors
FROM units u;

-- Who is this unit: its names, its dates, and what it came from and became?
CREATE OR REPLACE MACRO unit_profile(p_unit) AS TABLE
FROM unit_profiles() WHERE "unitId" = p_unit;
