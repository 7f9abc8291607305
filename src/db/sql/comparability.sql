-- Every unit of either of two periods of a block, with its standing in both and the shares that compare: the totals
-- under one version, the comparable cores across versions, else none. The later period comes first.
CREATE OR REPLACE MACRO paired_standing(p_index, p_block, p_set, p_period, p_before) AS TABLE
WITH pair AS (
  SELECT change_basis FROM edition_pairs
  WHERE index_id = p_index AND block_id = p_block AND result_set = p_set AND period = p_period AND previous_period = p_before
),
now AS (
  SELECT unit_id, rank, merit, points, version_id, band_id, share
  FROM standing WHERE index_id = p_index AND block_id = p_block AND result_set = p_set AND period = p_period
),
before AS (
  SELECT unit_id, rank, merit, points, version_id, band_id, share
  FROM standing WHERE index_id = p_index AND block_id = p_block AND result_set = p_set AND period = p_before
),
core AS (
  SELECT unit_id, share, previous_share FROM core_shares
  WHERE index_id = p_index AND block_id = p_block AND result_set = p_set AND period = p_period AND previous_period = p_before
)
SELECT unit_id, n.unit_id IS NOT NULL AS is_now, b.unit_id IS NOT NULL AS is_before, p.change_basis,
       n.rank AS rank_now, b.rank AS rank_before, n.merit AS merit_now, b.merit AS merit_before,
       n.points AS points_now, b.points AS points_before, n.version_id AS version_now, b.version_id AS version_before,
       n.band_id AS band_now, b.band_id AS band_before,
       CASE p.change_basis WHEN 'total' THEN n.share WHEN 'core' THEN k.share END AS compared_now,
       CASE p.change_basis WHEN 'total' THEN b.share WHEN 'core' THEN k.previous_share END AS compared_before
FROM pair p
CROSS JOIN (SELECT unit_id FROM now UNION SELECT unit_id FROM before) u
LEFT JOIN now n USING (unit_id)
LEFT JOIN before b USING (unit_id)
LEFT JOIN core k USING (unit_id);

-- May two periods of a block be compared, and how: what of the criteria and which units are in both, and what did the
-- others come from or become? p_before is the earlier of the two; there is no answer for any other pair.
CREATE OR REPLACE MACRO comparability(p_index, p_block, p_set, p_period, p_before) AS TABLE
WITH RECURSIVE pair AS (
  SELECT * FROM edition_pairs
  WHERE index_id = p_index AND block_id = p_block AND result_set = p_set AND period = p_period AND previous_period = p_before
),
members AS MATERIALIZED (FROM paired_standing(p_index, p_block, p_set, p_period, p_before)),
fields AS (
  SELECT sub_index_id, period = p_period AS is_now, name_vi, name_en, position, max_score, weight,
         CASE WHEN weighted THEN weight END AS own_weight
  FROM edition_sub_indices
  WHERE index_id = p_index AND block_id = p_block AND result_set = p_set AND period IN (p_period, p_before)
    AND parent_id IS NULL AND max_score IS DISTINCT FROM 0
),
criteria AS (
  SELECT list({'subIndexId': sub_index_id, 'nameVi': n.name_vi, 'nameEn': n.name_en, 'maxScore': n.max_score}
              ORDER BY n.position, sub_index_id) FILTER (WHERE b.position IS NULL) AS entered,
         list({'subIndexId': sub_index_id, 'nameVi': b.name_vi, 'nameEn': b.name_en, 'maxScore': b.max_score}
              ORDER BY b.position, sub_index_id) FILTER (WHERE n.position IS NULL) AS gone,
         list({'subIndexId': sub_index_id, 'nameVi': n.name_vi, 'nameEn': n.name_en,
               'maxBefore': b.max_score, 'maxNow': n.max_score, 'weightBefore': b.own_weight, 'weightNow': n.own_weight}
              ORDER BY n.position, sub_index_id)
           FILTER (WHERE n.position IS NOT NULL AND b.position IS NOT NULL
                     AND (n.max_score IS DISTINCT FROM b.max_score OR n.weight IS DISTINCT FROM b.weight)) AS changed
  FROM (SELECT * FROM fields WHERE is_now) n FULL JOIN (SELECT * FROM fields WHERE NOT is_now) b USING (sub_index_id)
),
-- What happened to units between the two ends; and before, to one that was still given a result in the earlier period
-- under its old name and none since. A unit that has a result of the index in the earlier period (in the later one) need
-- not be followed further back (forward), whatever block it was in.
assessed AS (
  SELECT unit_id, bool_or(period = p_period) AS is_now, bool_or(period = p_before) AS is_before
  FROM results WHERE index_id = p_index AND result_set = p_set AND period IN (p_period, p_before) GROUP BY ALL
),
events AS MATERIALIZED (
  SELECT l.from_unit_id, l.to_unit_id, l.on_date, l.kind, coalesce(f.is_before, false) AS from_known, coalesce(t.is_now, false) AS to_known
  FROM lineage l
  JOIN pair p ON l.on_date <= p.period_end
  LEFT JOIN assessed f ON f.unit_id = l.from_unit_id
  LEFT JOIN assessed t ON t.unit_id = l.to_unit_id
  WHERE l.on_date > p.previous_end OR (l.kind IN ('merge', 'rename') AND f.is_before AND NOT f.is_now)
),
steps AS (SELECT * FROM events WHERE from_unit_id <> to_unit_id),
-- Back from units that entered and forward from those that left, through units without a result. UNION drops what was
-- reached before, and steps go one way in time: the walk ends on any lineage, a cyclic one too.
kin AS (
  SELECT m.unit_id, m.is_now, CASE WHEN m.is_now THEN e.from_unit_id ELSE e.to_unit_id END AS kin_id, e.on_date, e.kind,
         CASE WHEN m.is_now THEN e.from_known ELSE e.to_known END AS known
  FROM members m JOIN steps e ON m.unit_id = CASE WHEN m.is_now THEN e.to_unit_id ELSE e.from_unit_id END
  WHERE m.is_now <> m.is_before
  UNION
  SELECT k.unit_id, k.is_now, CASE WHEN k.is_now THEN e.from_unit_id ELSE e.to_unit_id END, e.on_date, e.kind,
         CASE WHEN k.is_now THEN e.from_known ELSE e.to_known END
  FROM kin k JOIN steps e
    ON k.kin_id = CASE WHEN k.is_now THEN e.to_unit_id ELSE e.from_unit_id END
   AND CASE WHEN k.is_now THEN e.on_date <= k.on_date ELSE e.on_date >= k.on_date END
  WHERE NOT k.known
),
-- Of one relative reached by several ways the last step counts; one without a result that leads further is left out.
kin_of AS (
  SELECT k.unit_id, list({'unitId': k.kin_id, 'nameVi': u.name_vi, 'nameEn': u.name_en, 'onDate': k.on_date::VARCHAR, 'kind': k.kind}
                         ORDER BY k.on_date, k.kin_id) AS kin
  FROM (
    SELECT k.unit_id, k.kin_id, max(k.on_date) AS on_date, first(k.kind ORDER BY k.on_date DESC, k.kind) AS kind
    FROM kin k
    WHERE k.kin_id <> k.unit_id
      AND (k.known OR NOT EXISTS (
        SELECT 1 FROM steps e
        WHERE k.kin_id = CASE WHEN k.is_now THEN e.to_unit_id ELSE e.from_unit_id END
          AND CASE WHEN k.is_now THEN e.on_date <= k.on_date ELSE e.on_date >= k.on_date END))
    GROUP BY ALL
  ) k JOIN units u ON u.unit_id = k.kin_id
  GROUP BY ALL
),
-- Gave something away, took something in, or changed by itself.
touched AS (
  SELECT unit_id, max(on_date) AS on_date
  FROM (SELECT unnest([from_unit_id, to_unit_id]) AS unit_id, on_date FROM events WHERE kind <> 'rename')
  GROUP BY ALL
),
units_of AS (
  SELECT count(*) FILTER (WHERE is_before)::INTEGER AS before_count, count(*) FILTER (WHERE is_now)::INTEGER AS now_count,
         count(*) FILTER (WHERE is_before AND is_now)::INTEGER AS both_count,
         count(compared_now - compared_before)::INTEGER AS compared_count,
         count(rank_now - rank_before)::INTEGER AS ranked_both,
         list({'unitId': unit_id, 'nameVi': u.name_vi, 'nameEn': u.name_en, 'predecessors': coalesce(k.kin, [])} ORDER BY unit_id)
           FILTER (WHERE NOT is_before) AS entered,
         list({'unitId': unit_id, 'nameVi': u.name_vi, 'nameEn': u.name_en, 'successors': coalesce(k.kin, [])} ORDER BY unit_id)
           FILTER (WHERE NOT is_now) AS gone,
         list({'unitId': unit_id, 'nameVi': u.name_vi, 'nameEn': u.name_en, 'onDate': t.on_date::VARCHAR} ORDER BY t.on_date, unit_id)
           FILTER (WHERE is_now AND is_before AND t.on_date IS NOT NULL) AS scope_changed
  FROM members m
  JOIN units u USING (unit_id)
  LEFT JOIN kin_of k USING (unit_id)
  LEFT JOIN touched t USING (unit_id)
)
SELECT p.version_id AS "versionNow", p.previous_version AS "versionBefore", p.change_basis AS "changeBasis",
       p.coverage_now AS "coverageNow", p.coverage_before AS "coverageBefore", p.common_count AS "commonCount",
       coalesce(c.entered, []) AS "subIndicesEntered", coalesce(c.gone, []) AS "subIndicesLeft",
       coalesce(c.changed, []) AS "maximaChanged",
       u.before_count AS "unitsBefore", u.now_count AS "unitsNow", u.both_count AS "unitsBoth",
       u.compared_count AS "comparedCount", u.ranked_both AS "rankedBoth",
       coalesce(u.entered, []) AS "unitsEntered", coalesce(u.gone, []) AS "unitsLeft", coalesce(u.scope_changed, []) AS "scopeChanged"
FROM pair p CROSS JOIN criteria c CROSS JOIN units_of u;
