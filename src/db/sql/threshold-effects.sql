-- How many weaknesses of the first level would come and go if one threshold moved by a tenth?
CREATE OR REPLACE MACRO threshold_effects(p_index, p_period, p_block, p_set, p_limits) AS TABLE
WITH cells AS (
  SELECT weak, edges FROM tested_cells(p_index, p_period, p_block, p_set, p_limits, false) WHERE level = 1
),
rules AS (
  SELECT unnest([
    -- A lower share or quantile lists fewer units; a lower number of deviations or a smaller fall lists more.
    {'place': 1, 'rule_id': 'weak-absolute-share', 'value': absolute, 'most': 1, 'lower_lists_more': false},
    {'place': 2, 'rule_id': 'weak-relative-deviations', 'value': deviations, 'most': NULL, 'lower_lists_more': true},
    {'place': 3, 'rule_id': 'weak-bottom-quantile', 'value': quantile, 'most': 1, 'lower_lists_more': false},
    {'place': 4, 'rule_id': 'weak-fall-share', 'value': fall, 'most': NULL, 'lower_lists_more': true}
  ], recursive := true) FROM weak_limits(p_limits)
),
counts AS (
  SELECT r.*, count(*) FILTER (WHERE c.weak)::INTEGER AS weak_count,
         count(*) FILTER (WHERE NOT c.weak AND c.edges[r.place])::INTEGER AS added,
         count(*) FILTER (WHERE c.weak AND c.edges[r.place])::INTEGER AS dropped
  FROM rules r LEFT JOIN cells c ON true GROUP BY ALL
)
SELECT rule_id AS "ruleId", value, weak_count AS "weakCount",
       exact(value * 0.9) AS "lowerValue",
       CASE WHEN lower_lists_more THEN added ELSE 0 END AS "lowerAdded", CASE WHEN lower_lists_more THEN 0 ELSE dropped END AS "lowerDropped",
       least(exact(value * 1.1), most) AS "higherValue",
       CASE WHEN lower_lists_more THEN 0 ELSE added END AS "higherAdded", CASE WHEN lower_lists_more THEN dropped ELSE 0 END AS "higherDropped"
FROM counts
ORDER BY place;
