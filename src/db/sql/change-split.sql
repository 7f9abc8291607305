-- How is the change of every unit's total share between two periods made up of its sub-indices?
-- With s the share of a sub-index and m its weight ÷ the maximum of the total that applied to the unit, Σ m·s is the
-- share of the total, and with the means of both periods (m̄, s̄) each common sub-index gives exactly m̄·Δs + s̄·Δm: the
-- symmetric split of a change of a product into its two factors (Marshall–Edgeworth weights; for rates Kitagawa 1955).
-- A sub-index on one side only, or that applied to the unit on one side only, gives +m·s or −m·s. What is then left of
-- the change (the rounding of a published total, or a total that is no sum) is the rest.
CREATE OR REPLACE MACRO change_split(p_index, p_block, p_set, p_period, p_before) AS TABLE
WITH totals AS (
  SELECT n.unit_id, b.share AS share_before, n.share AS share_now, exact(n.share - b.share) AS change,
         b.points AS points_before, n.points AS points_now, b.max_score AS max_before, n.max_score AS max_now
  FROM standing n
  JOIN standing b ON b.index_id = n.index_id AND b.block_id = n.block_id AND b.result_set = n.result_set AND b.unit_id = n.unit_id
  JOIN edition_pairs p ON p.index_id = n.index_id AND p.block_id = n.block_id AND p.result_set = n.result_set
       AND p.period = n.period AND p.previous_period = b.period
  WHERE n.index_id = p_index AND n.block_id = p_block AND n.result_set = p_set AND n.period = p_period AND b.period = p_before
),
fields AS (
  SELECT sub_index_id, arg_max({'vi': name_vi, 'en': name_en, 'position': position}, period = p_period) AS called, count(*) AS periods,
         bool_or(period = p_period) AS is_now, bool_or(period = p_before) AS is_before
  FROM edition_sub_indices
  WHERE index_id = p_index AND block_id = p_block AND result_set = p_set AND period IN (p_period, p_before)
    AND parent_id IS NULL AND max_score IS DISTINCT FROM 0
  GROUP BY ALL
),
cells AS (
  SELECT unit_id, sub_index_id, period = p_period AS is_now,
         score IS NULL AND missing_reason IS NOT DISTINCT FROM 'not-applicable' OR max_score IS NOT DISTINCT FROM 0 AS inapplicable,
         score, share, weight
  FROM final_scores
  WHERE index_id = p_index AND block_id = p_block AND result_set = p_set AND period IN (p_period, p_before)
    AND parent_id IS NULL AND default_max IS DISTINCT FROM 0
),
-- settled: has a score, or did not apply to the unit. scored: has one that counts, against a known maximum and weight.
measured_cells AS (
  SELECT *, inapplicable OR score IS NOT NULL AS settled, NOT inapplicable AND share IS NOT NULL AND weight IS NOT NULL AS scored
  FROM cells
),
pairs AS (
  SELECT unit_id, sub_index_id,
         max(CASE WHEN scored AND NOT is_now THEN share END) AS s0, max(CASE WHEN scored AND is_now THEN share END) AS s1,
         max(CASE WHEN scored AND NOT is_now THEN weight END) AS w0, max(CASE WHEN scored AND is_now THEN weight END) AS w1,
         sum(settled::INTEGER) AS settled, sum((inapplicable OR scored)::INTEGER) AS measured
  FROM measured_cells GROUP BY ALL
),
extras AS (
  SELECT unit_id, part, sum(score) FILTER (WHERE period = p_period) AS now, sum(score) FILTER (WHERE period = p_before) AS before
  FROM scores
  WHERE index_id = p_index AND block_id = p_block AND result_set = p_set AND period IN (p_period, p_before)
    AND part IN ('bonus', 'penalty')
  GROUP BY ALL
),
weighed AS (
  SELECT p.unit_id, p.settled, p.measured, f.called, p.sub_index_id, p.s0, p.s1, p.w0 / t.max_before AS m0, p.w1 / t.max_now AS m1
  FROM pairs p JOIN totals t USING (unit_id) JOIN fields f USING (sub_index_id)
),
effects AS (
  SELECT *, exact((m1 + m0) / 2 * (s1 - s0)) AS score_effect, exact((s1 + s0) / 2 * (m1 - m0)) AS weight_effect,
         CASE WHEN s1 IS NULL THEN 'left' WHEN s0 IS NULL THEN 'entered' ELSE 'common' END AS part_kind
  FROM weighed
),
parts AS (
  SELECT unit_id, settled, measured, called.position AS position, sub_index_id, called.vi AS name_vi, called.en AS name_en,
         s0, s1, m0, m1, score_effect, weight_effect, part_kind,
         CASE part_kind WHEN 'common' THEN exact(score_effect + weight_effect) WHEN 'entered' THEN exact(m1 * s1) ELSE exact(-m0 * s0) END AS effect
  FROM effects
  UNION ALL
  SELECT unit_id, 0, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, part,
         exact((coalesce(now / t.max_now, 0) - coalesce(before / t.max_before, 0)) * CASE part WHEN 'bonus' THEN 1 ELSE -1 END)
  FROM extras JOIN totals t USING (unit_id)
),
sums AS (
  SELECT unit_id, sum(settled) AS settled, sum(measured) AS measured,
         count(s0) > 0 AND count(s1) > 0 AS scored, sum(effect) AS effect,
         -- Sorted by its first fields, what has no position last: far cheaper than an order in the aggregate.
         list_sort(list({'position': position, 'kind': part_kind, 'subIndexId': sub_index_id, 'nameVi': name_vi, 'nameEn': name_en,
                         'effect': effect, 'scoreEffect': score_effect, 'weightEffect': weight_effect,
                         'shareBefore': s0, 'shareNow': s1, 'weightBefore': exact(m0), 'weightNow': exact(m1)})
                   FILTER (WHERE effect IS NOT NULL)) AS parts
  FROM parts GROUP BY ALL
),
reasons AS (
  SELECT t.*, s.parts, exact(t.change - s.effect) AS rest,
         CASE WHEN t.change IS NULL THEN 'no-share'
              WHEN NOT d.has_fields THEN 'no-fields'
              WHEN s.settled = d.expected AND s.measured < d.expected THEN 'unknown-maximum'
              WHEN s.settled = d.expected AND s.scored THEN NULL
              ELSE 'missing-sub-index' END AS reason
  FROM totals t
  CROSS JOIN (SELECT sum(periods) AS expected, coalesce(bool_or(is_now) AND bool_or(is_before), false) AS has_fields FROM fields) d
  LEFT JOIN sums s USING (unit_id)
)
SELECT unit_id AS "unitId", u.name_vi AS "nameVi", u.name_en AS "nameEn", u.short_vi AS "shortVi", u.short_en AS "shortEn",
       r.share_before AS "shareBefore", r.share_now AS "shareNow", r.change,
       r.points_before AS "pointsBefore", r.points_now AS "pointsNow", r.max_before AS "maxBefore", r.max_now AS "maxNow", r.reason,
       CASE WHEN r.reason IS NOT NULL THEN []
            WHEN abs(r.rest) > 1e-9
            THEN list_append(r.parts, {'position': NULL, 'kind': 'rest', 'subIndexId': NULL, 'nameVi': NULL, 'nameEn': NULL, 'effect': r.rest,
                                       'scoreEffect': NULL, 'weightEffect': NULL, 'shareBefore': NULL, 'shareNow': NULL,
                                       'weightBefore': NULL, 'weightNow': NULL})
            ELSE r.parts END AS parts
FROM reasons r JOIN units u USING (unit_id)
ORDER BY unit_id;
