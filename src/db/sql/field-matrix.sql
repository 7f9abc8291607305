-- What does every unit of a block have in every sub-index, and how severe is each weakness?
CREATE OR REPLACE MACRO field_matrix(p_index, p_period, p_block, p_set, p_limits) AS TABLE
SELECT s.unit_id AS "unitId", u.name_vi AS "nameVi", u.name_en AS "nameEn", u.short_vi AS "shortVi", u.short_en AS "shortEn", s.rank,
       count(*) FILTER (WHERE c.weak AND f.level = 1)::INTEGER AS "weakCount",
       round(coalesce(sum(c.recoverable) FILTER (WHERE c.weak AND f.level = 1), 0), 6) AS recoverable,
       coalesce(list({'share': c.share, 'missingReason': c.missing_reason, 'severity': coalesce(c.severity, 0), 'edge': coalesce(c.edge, false)}
            ORDER BY f.place) FILTER (WHERE f.place IS NOT NULL), []) AS cells
FROM standing s
JOIN units u USING (unit_id)
LEFT JOIN edition_fields f USING (index_id, period, block_id, result_set)
LEFT JOIN tested_cells(p_index, p_period, p_block, p_set, p_limits, false) c ON c.unit_id = s.unit_id AND c.field_no = f.field_no
WHERE s.index_id = p_index AND s.period = p_period AND s.block_id = p_block AND s.result_set = p_set
GROUP BY s.unit_id, u.name_vi, u.name_en, u.short_vi, u.short_en, s.rank, s.merit
ORDER BY s.rank NULLS LAST, s.merit DESC NULLS LAST, s.unit_id;
