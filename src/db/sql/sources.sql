-- Which sources stand behind the figures?
CREATE OR REPLACE MACRO sources() AS TABLE
SELECT s.source_id AS "sourceId", s.number, s.title, s.issuer, s.published_on::VARCHAR AS "publishedOn", s.url,
       (SELECT count(*)::INTEGER FROM editions e WHERE e.source_id = s.source_id) AS "editionCount",
       (SELECT count(*)::INTEGER FROM results r LEFT JOIN editions e USING (index_id, period, block_id, result_set)
        WHERE coalesce(r.source_id, e.source_id) = s.source_id) AS "resultCount"
FROM sources s
ORDER BY s.published_on DESC NULLS LAST, s.source_id;
