-- Where does every unit stand in every edition, and how does that compare with the period before?
-- Built once, after the tables are loaded; the questions read from it.

-- The thresholds of the method, in one row.
CREATE OR REPLACE VIEW thresholds AS
SELECT any_value(value) FILTER (WHERE rule_id = 'weak-absolute-share') AS absolute_share,
       any_value(value) FILTER (WHERE rule_id = 'weak-relative-deviations') AS relative_deviations,
       any_value(value) FILTER (WHERE rule_id = 'weak-bottom-quantile') AS bottom_quantile,
       any_value(value) FILTER (WHERE rule_id = 'weak-relative-min-units') AS relative_min_units,
       any_value(value) FILTER (WHERE rule_id = 'weak-fall-share') AS fall_share,
       any_value(value) FILTER (WHERE rule_id = 'comparable-core-share') AS core_share
FROM rules;

-- What a comparison of doubles must not see: noise in the last digits of a sum or a quotient.
CREATE OR REPLACE MACRO exact(p_value) AS round(p_value, 12);

-- The mean and the standard deviation of a whole population, from the values in their order: a sum of doubles in the
-- order of a file could end on either side of a half of the last digit that exact() keeps.
CREATE OR REPLACE MACRO mean_of(p_value) AS list_avg(list_sort(list(p_value)));
CREATE OR REPLACE MACRO deviation_of(p_value) AS list_stddev_pop(list_sort(list(p_value)));

-- Sub-indices of an edition; weight is what a full score adds to the total. Numbers stand for keys of four columns:
-- the editions of one series (index, block, result set) are numbered without a gap, field_no is the same sub-index in
-- all of them. level and place are those of the tree, children under their parents.
CREATE OR REPLACE TABLE edition_sub_indices AS
WITH RECURSIVE tree AS (
  SELECT index_id, version_id, block_id, sub_index_id, 1 AS level, [{'position': position, 'id': sub_index_id}] AS path
  FROM sub_indices WHERE parent_id IS NULL
  UNION ALL
  SELECT d.index_id, d.version_id, d.block_id, d.sub_index_id, t.level + 1,
         list_append(t.path, {'position': d.position, 'id': d.sub_index_id})
  FROM sub_indices d JOIN tree t
    ON d.parent_id = t.sub_index_id AND d.index_id = t.index_id AND d.version_id = t.version_id AND d.block_id = t.block_id
),
numbered AS (
  SELECT e.*, lag(e.period) OVER series AS previous_period,
         (row_number() OVER (ORDER BY index_id, block_id, result_set, period_end, period))::INTEGER AS edition_no,
         CASE WHEN i.direction = 'lower' THEN -1 ELSE 1 END AS better
  FROM editions e JOIN indices i USING (index_id)
  WINDOW series AS (PARTITION BY index_id, block_id, result_set ORDER BY period_end, period)
)
SELECT n.edition_no, min(n.edition_no) OVER (PARTITION BY index_id, block_id, n.result_set) AS first_edition,
       index_id, n.period, block_id, n.result_set, n.previous_period, n.better,
       (dense_rank() OVER (ORDER BY index_id, block_id, n.result_set, sub_index_id))::INTEGER AS field_no,
       sub_index_id, d.parent_id, d.position, t.level,
       (row_number() OVER (PARTITION BY n.edition_no ORDER BY t.path, sub_index_id))::INTEGER AS place,
       d.name_vi, d.name_en, d.lead_unit_id, d.max_score,
       coalesce(d.weight, d.max_score) AS weight, d.weight IS NOT NULL AS weighted
FROM numbered n
JOIN sub_indices d USING (index_id, version_id, block_id)
LEFT JOIN tree t USING (index_id, version_id, block_id, sub_index_id);

-- One final score a unit and sub-index, with the maximum that applied to the unit. One of its own of 0 takes the
-- sub-index out of its total, as what does not apply to it.
-- merit is what is compared: higher is better, also in an index where a low score is good.
CREATE OR REPLACE VIEW final_scores AS
WITH given AS (
  SELECT s.index_id, s.period, s.block_id, s.result_set, s.unit_id, s.sub_index_id, d.parent_id, d.edition_no, d.field_no,
         d.max_score AS default_max, d.weight AS default_weight, d.weighted, d.better,
         s.score, s.missing_reason, s.table_row, s.source_row, coalesce(s.max_score, d.max_score) AS max_score
  FROM scores s JOIN edition_sub_indices d USING (index_id, period, block_id, result_set, sub_index_id)
  WHERE s.part = 'final'
),
shares AS (
  SELECT *, CASE WHEN max_score > 0 THEN exact(score / max_score) END AS share FROM given
)
SELECT * EXCLUDE (weighted, better),
       CASE WHEN better = -1 THEN exact(1 - share) ELSE share END AS merit,
       CASE WHEN weighted AND max_score IS DISTINCT FROM 0 THEN default_weight ELSE max_score END AS weight,
       CASE WHEN NOT weighted OR max_score = 0 THEN score ELSE score / max_score * default_weight END AS contribution,
       -- Points of the total that a point of the score makes.
       CASE WHEN NOT weighted OR max_score = 0 THEN 1 ELSE default_weight / max_score END AS scale
FROM shares;

-- How far two versions of the criteria are about the same: what part of the maximum of each the first-level sub-indices
-- common to both cover (null where a maximum is unknown or there is none), for every two that one series has one after
-- the other, a version and itself among them.
CREATE OR REPLACE TABLE version_coverage AS
WITH first_level AS (
  SELECT index_id, version_id, block_id, sub_index_id, coalesce(weight, max_score) AS weight
  FROM sub_indices WHERE parent_id IS NULL AND max_score IS DISTINCT FROM 0
),
version_pairs AS (
  SELECT DISTINCT n.index_id, n.block_id, n.version_id, b.version_id AS previous_version
  FROM editions n JOIN editions b USING (index_id, block_id, result_set)
  WHERE (b.period_end, b.period) < (n.period_end, n.period)
),
covered AS (
  SELECT index_id, block_id, version_id, previous_version, a.sub_index_id IS NOT NULL AS is_now,
         b.sub_index_id IS NOT NULL AS is_before, a.weight AS weight_now, b.weight AS weight_before
  FROM version_pairs p
  JOIN (SELECT DISTINCT index_id, block_id, sub_index_id FROM first_level) i USING (index_id, block_id)
  LEFT JOIN first_level a USING (index_id, block_id, sub_index_id, version_id)
  LEFT JOIN first_level b ON b.index_id = p.index_id AND b.block_id = p.block_id
       AND b.version_id = p.previous_version AND b.sub_index_id = i.sub_index_id
  WHERE a.sub_index_id IS NOT NULL OR b.sub_index_id IS NOT NULL
)
SELECT index_id, block_id, version_id, previous_version,
       count(*) FILTER (WHERE is_now AND is_before)::INTEGER AS common_count,
       CASE WHEN bool_and(weight_now IS NOT NULL OR NOT is_now)
            THEN exact(coalesce(sum(weight_now) FILTER (WHERE is_now AND is_before), 0) / nullif(sum(weight_now), 0)) END AS coverage_now,
       CASE WHEN bool_and(weight_before IS NOT NULL OR NOT is_before)
            THEN exact(coalesce(sum(weight_before) FILTER (WHERE is_now AND is_before), 0) / nullif(sum(weight_before), 0)) END AS coverage_before
FROM covered GROUP BY ALL;

-- Every two periods of the same index, block and result set, the later with each earlier one: do they compare?
-- core_coverage: share of the maximum that the sub-indices common to two versions cover, the smaller of the two.
CREATE OR REPLACE TABLE edition_pairs AS
WITH ordered AS (
  SELECT index_id, period, period_end, block_id, result_set, version_id,
         row_number() OVER (PARTITION BY index_id, block_id, result_set ORDER BY period_end, period) AS place
  FROM editions
)
SELECT n.index_id, n.block_id, n.result_set, n.period, n.period_end, n.version_id,
       b.period AS previous_period, b.period_end AS previous_end, b.version_id AS previous_version,
       n.place - b.place = 1 AS consecutive,
       coalesce(c.common_count, 0) AS common_count, c.coverage_now, c.coverage_before,
       CASE WHEN n.version_id <> b.version_id AND c.coverage_now IS NOT NULL AND c.coverage_before IS NOT NULL
            THEN least(c.coverage_now, c.coverage_before) END AS core_coverage,
       CASE WHEN n.version_id = b.version_id THEN 'total'
            WHEN c.coverage_now >= t.core_share AND c.coverage_before >= t.core_share THEN 'core' END AS change_basis
FROM ordered n
JOIN ordered b ON b.index_id = n.index_id AND b.block_id = n.block_id AND b.result_set = n.result_set AND b.place < n.place
CROSS JOIN thresholds t
LEFT JOIN version_coverage c ON c.index_id = n.index_id AND c.block_id = n.block_id
     AND c.version_id = n.version_id AND c.previous_version = b.version_id;

-- Each edition with the one before it in the same index, block and result set.
CREATE OR REPLACE TABLE edition_links AS
WITH linked AS (
  SELECT index_id, period, period_end, block_id, result_set, version_id,
         lag(period) OVER earlier AS previous_period,
         lag(period, 2) OVER earlier AS period_before_previous
  FROM editions
  WINDOW earlier AS (PARTITION BY index_id, block_id, result_set ORDER BY period_end, period)
)
SELECT l.*, p.previous_version, p.core_coverage, p.change_basis
FROM linked l LEFT JOIN edition_pairs p USING (index_id, period, block_id, result_set, previous_period);

-- Shares on the sub-indices that two versions have in common, of every unit of the later of two periods. Of these
-- sub-indices those count that the unit has a score for on both sides; one that does not apply on either side is left
-- out of both, and one that is missing for another reason leaves nothing to compare.
CREATE OR REPLACE TABLE core_shares AS
WITH core_pairs AS (
  SELECT l.index_id, l.period, l.block_id, l.result_set, l.previous_period, l.consecutive, n.sub_index_id
  FROM edition_pairs l
  JOIN edition_sub_indices n USING (index_id, period, block_id, result_set)
  JOIN edition_sub_indices b ON b.index_id = l.index_id AND b.block_id = l.block_id AND b.result_set = l.result_set
       AND b.period = l.previous_period AND b.sub_index_id = n.sub_index_id
  WHERE l.change_basis = 'core' AND n.parent_id IS NULL AND b.parent_id IS NULL AND n.max_score > 0 AND b.max_score > 0
),
compared AS (
  SELECT p.index_id, p.period, p.block_id, p.result_set, p.previous_period, p.consecutive, r.unit_id,
         (n.score IS NOT NULL OR n.missing_reason IS NOT DISTINCT FROM 'not-applicable')
           AND (b.score IS NOT NULL OR b.missing_reason IS NOT DISTINCT FROM 'not-applicable') AS settled,
         n.score IS NOT NULL AND b.score IS NOT NULL AND n.max_score > 0 AND b.max_score > 0 AS counts,
         n.contribution AS contribution_now, n.weight AS weight_now,
         b.contribution AS contribution_before, b.weight AS weight_before
  FROM core_pairs p
  JOIN results r USING (index_id, period, block_id, result_set)
  LEFT JOIN final_scores n ON n.index_id = r.index_id AND n.period = r.period AND n.block_id = r.block_id
       AND n.result_set = r.result_set AND n.unit_id = r.unit_id AND n.sub_index_id = p.sub_index_id
  LEFT JOIN final_scores b ON b.index_id = r.index_id AND b.period = p.previous_period AND b.block_id = r.block_id
       AND b.result_set = r.result_set AND b.unit_id = r.unit_id AND b.sub_index_id = p.sub_index_id
)
SELECT index_id, period, block_id, result_set, previous_period, consecutive, unit_id,
       CASE WHEN bool_and(settled)
            THEN exact(sum(contribution_now) FILTER (WHERE counts) / nullif(sum(weight_now) FILTER (WHERE counts), 0)) END AS share,
       CASE WHEN bool_and(settled)
            THEN exact(sum(contribution_before) FILTER (WHERE counts) / nullif(sum(weight_before) FILTER (WHERE counts), 0)) END AS previous_share
FROM compared GROUP BY ALL;

CREATE OR REPLACE TABLE standing AS
WITH
-- What a total is computed from where none is published: every first-level sub-index that counts.
structure AS (
  SELECT index_id, period, block_id, result_set, count(*) AS defined, coalesce(sum(weight), 0) AS weight,
         count(*) FILTER (WHERE weight IS NULL) AS weights_unknown
  FROM edition_sub_indices WHERE parent_id IS NULL AND max_score IS DISTINCT FROM 0 GROUP BY ALL
),
-- What a unit has of it, and how its maximum differs: by what does not apply to it and by maxima of its own.
sums AS (
  SELECT index_id, period, block_id, result_set, unit_id,
         count(*) FILTER (WHERE missing_reason = 'not-applicable') AS not_applicable,
         count(score) AS scored, count(contribution) AS counted, sum(contribution) AS contribution,
         sum(scale) FILTER (WHERE score IS NOT NULL) AS scale,
         sum(CASE WHEN missing_reason = 'not-applicable' THEN 0 ELSE coalesce(weight, 0) END - coalesce(default_weight, 0)) AS weight_difference,
         count(*) FILTER (WHERE default_weight IS NULL AND (weight IS NOT NULL OR missing_reason = 'not-applicable')) AS weights_learnt
  FROM final_scores WHERE parent_id IS NULL AND default_max IS DISTINCT FROM 0 GROUP BY ALL
),
extras AS (
  SELECT index_id, period, block_id, result_set, unit_id,
         sum(CASE part WHEN 'bonus' THEN score WHEN 'penalty' THEN -score END) AS points,
         count(score) FILTER (WHERE part IN ('bonus', 'penalty')) AS scored,
         count(*) FILTER (WHERE missing_reason = 'refused') AS refused
  FROM scores WHERE part IN ('bonus', 'penalty') OR missing_reason = 'refused' GROUP BY ALL
),
sized AS (
  SELECT r.index_id, r.period, r.block_id, r.result_set, r.unit_id, r.ranked, r.rank AS published_rank,
         r.band_id AS published_band, r.missing_reason, r.source_id, r.table_row, r.source_row, r.total_score,
         coalesce(d.defined, 0) > coalesce(s.not_applicable, 0) AS applies,
         CASE WHEN s.counted = d.defined - s.not_applicable
              THEN round(s.contribution + coalesce(x.points, 0), 9) END AS sum_points,
         coalesce(s.scale, 0) + coalesce(x.scored, 0) AS sum_scale,
         r.max_score AS published_max,
         CASE WHEN d.weights_unknown = coalesce(s.weights_learnt, 0)
              THEN round(d.weight + coalesce(s.weight_difference, 0), 9) END AS sum_max,
         coalesce(s.scored, 0)::INTEGER AS scored_count,
         (coalesce(x.refused, 0) + (r.missing_reason IS NOT DISTINCT FROM 'refused')::INTEGER)::INTEGER AS refused_count
  FROM results r
  LEFT JOIN structure d USING (index_id, period, block_id, result_set)
  LEFT JOIN sums s USING (index_id, period, block_id, result_set, unit_id)
  LEFT JOIN extras x USING (index_id, period, block_id, result_set, unit_id)
),
totals AS (
  -- What the parts add up to stays beside the published total, with how far a rounding of them by 1 could move it.
  SELECT * EXCLUDE (applies, sum_points, sum_max, total_score, published_max),
         CASE WHEN applies THEN sum_points END AS sum_points, CASE WHEN applies THEN sum_max END AS sum_max,
         coalesce(total_score, CASE WHEN applies THEN sum_points END) AS points,
         CASE WHEN total_score IS NOT NULL THEN 'published' WHEN applies AND sum_points IS NOT NULL THEN 'computed' END AS total_origin,
         coalesce(published_max, CASE WHEN applies THEN sum_max END) AS max_score
  FROM sized
),
shares AS (
  SELECT t.*, e.version_id, e.period_end, i.direction,
         CASE WHEN t.max_score > 0 THEN exact(t.points / t.max_score) END AS share,
         count(t.published_rank) OVER (PARTITION BY index_id, t.period, t.block_id, t.result_set) > 0 AS rank_published
  FROM totals t
  JOIN editions e USING (index_id, period, block_id, result_set)
  JOIN indices i USING (index_id)
),
merits AS (
  SELECT * EXCLUDE (direction), CASE WHEN direction = 'lower' THEN exact(1 - share) ELSE share END AS merit FROM shares
),
ranks AS (
  SELECT *,
         -- An edition that publishes ranks is never completed with computed ones: they could contradict it.
         CASE WHEN rank_published THEN published_rank
              WHEN ranked AND merit IS NOT NULL
              THEN rank() OVER (PARTITION BY index_id, period, block_id, result_set, ranked AND merit IS NOT NULL
                                ORDER BY merit DESC) END::INTEGER AS rank,
         -- A unit that a refusal has left without a share might have stood above.
         NOT rank_published AND merit IS NOT NULL AND ranked
           AND bool_or(ranked AND merit IS NULL AND refused_count > 0) OVER (PARTITION BY index_id, period, block_id, result_set) AS rank_affected
  FROM merits
),
-- Read twice below; computed once.
classes AS MATERIALIZED (
  SELECT r.*,
         CASE WHEN r.rank IS NULL THEN NULL WHEN rank_published THEN 'published' ELSE 'computed' END AS rank_origin,
         coalesce(r.published_band, b.band_id) AS band_id, b.band_id AS band_of_share,
         CASE WHEN r.published_band IS NOT NULL THEN 'published' WHEN b.band_id IS NOT NULL THEN 'computed' END AS band_origin
  FROM ranks r
  LEFT JOIN (SELECT index_id, version_id, block_id, band_id, min_share,
                    lead(min_share) OVER (PARTITION BY index_id, version_id, block_id ORDER BY min_share) AS next_share
             FROM bands WHERE min_share IS NOT NULL) b
    ON b.index_id = r.index_id AND b.version_id = r.version_id AND b.block_id = r.block_id
   AND r.merit >= exact(b.min_share) AND (b.next_share IS NULL OR r.merit < exact(b.next_share))
)
SELECT *, exact(compared_share - previous_compared_share) AS share_change
FROM (
  SELECT c.* EXCLUDE (published_rank, published_band, rank_published),
         l.previous_period, l.change_basis, l.core_coverage,
         before.rank AS previous_rank,
         before.rank - c.rank AS places_gained,
         CASE l.change_basis WHEN 'total' THEN c.share WHEN 'core' THEN k.share END AS compared_share,
         CASE l.change_basis WHEN 'total' THEN before.share WHEN 'core' THEN k.previous_share END AS previous_compared_share
  FROM classes c
  JOIN edition_links l USING (index_id, period, block_id, result_set)
  LEFT JOIN classes before ON before.index_id = c.index_id AND before.block_id = c.block_id
       AND before.result_set = c.result_set AND before.unit_id = c.unit_id AND before.period = l.previous_period
  LEFT JOIN core_shares k ON k.consecutive AND k.index_id = c.index_id AND k.period = c.period AND k.block_id = c.block_id
       AND k.result_set = c.result_set AND k.unit_id = c.unit_id
);
