-- Where have every unit and the units it came from stood in every edition?
CREATE OR REPLACE MACRO unit_histories() AS TABLE
WITH RECURSIVE events AS MATERIALIZED (
  SELECT * FROM lineage WHERE from_unit_id <> to_unit_id
),
-- Steps go back in time; more generations than these only a cycle on one date could have.
ancestors AS (
  SELECT unit_id AS root, unit_id, 0 AS generation, NULL::DATE AS ended_on, NULL::VARCHAR AS end_kind FROM units
  UNION
  SELECT a.root, e.from_unit_id, a.generation + 1, e.on_date, e.kind
  FROM ancestors a JOIN events e ON e.to_unit_id = a.unit_id AND (a.ended_on IS NULL OR e.on_date <= a.ended_on)
  WHERE a.generation < 12
),
-- Of one that was reached by several ways the shortest counts, of those the last.
nearest AS (
  SELECT root, unit_id, min(generation) AS generation,
         first({'on': ended_on, 'kind': end_kind} ORDER BY generation, ended_on DESC, end_kind) AS ended
  FROM ancestors GROUP BY ALL
),
block AS (
  SELECT index_id, period, block_id, result_set, count(rank)::INTEGER AS ranked_count, max(rank) AS highest_rank, exact(median(share)) AS median
  FROM standing GROUP BY ALL
),
first_results AS (SELECT index_id, unit_id AS root, min(period_end) AS period_end FROM standing GROUP BY ALL)
SELECT a.root AS "ofUnit", i.position AS place_of_index, s.index_id AS "indexId", s.period, s.period_end::VARCHAR AS "periodEnd",
       s.block_id AS "blockId", s.result_set AS "resultSet", s.version_id AS "versionId", s.change_basis AS "changeBasis",
       s.unit_id AS "unitId", u.name_vi AS "nameVi", u.name_en AS "nameEn", a.generation,
       a.ended.on::VARCHAR AS "endedOn", a.ended.kind AS "endKind",
       s.rank, s.ranked, k.ranked_count AS "rankedCount", k.highest_rank AS "highestRank", s.share, k.median AS "blockMedian"
FROM nearest a
JOIN standing s USING (unit_id)
JOIN units u USING (unit_id)
JOIN indices i ON i.index_id = s.index_id
JOIN block k ON k.index_id = s.index_id AND k.period = s.period AND k.block_id = s.block_id AND k.result_set = s.result_set
LEFT JOIN first_results f ON f.root = a.root AND f.index_id = s.index_id
-- What a unit does after it gave a part away is its own history, once the part has results itself.
WHERE a.ended.kind IS NULL OR a.ended.kind IN ('merge', 'rename') OR s.period_end <= a.ended.on
   OR f.period_end IS NULL OR s.period_end < f.period_end
ORDER BY a.root, i.position, s.index_id, s.period_end, s.period, a.generation DESC, s.unit_id, s.block_id, s.result_set;

-- Where have this unit and the units it came from stood in every edition, oldest first?
CREATE OR REPLACE MACRO unit_history(p_unit) AS TABLE
SELECT * EXCLUDE ("ofUnit", place_of_index) FROM unit_histories()
WHERE "ofUnit" = p_unit
ORDER BY place_of_index, "indexId", "periodEnd", period, generation DESC, "unitId", "blockId", "resultSet";
