-- Which thresholds does the method use?
CREATE OR REPLACE MACRO rules() AS TABLE
SELECT rule_id AS "ruleId", value FROM rules ORDER BY rule_id;
