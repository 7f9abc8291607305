-- Which units of a block are weak in which sub-indices, by which tests, and which would be at a threshold moved by a tenth?
CREATE OR REPLACE MACRO weaknesses(p_index, p_period, p_block, p_set, p_limits) AS TABLE
SELECT unit_id AS "unitId", sub_index_id AS "subIndexId", severity, by_absolute AS absolute,
       by_deviation AS "byDeviation", by_quantile AS "byQuantile", fell, fell_twice AS "fellTwice", edge,
       score, max_score AS "maxScore", share, gap, fall, fall_before AS "fallBefore", periods_running AS "periodsRunning", recoverable
FROM weak_runs(p_index, p_period, p_block, p_set, p_limits)
WHERE weak OR edge
ORDER BY severity DESC, recoverable DESC, unit_id, place;
