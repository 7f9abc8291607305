-- Which editions are there, of which index, block and version, from which source, with which classes?
CREATE OR REPLACE MACRO editions() AS TABLE
SELECT e.index_id AS "indexId", i.name_vi AS "indexNameVi", i.name_en AS "indexNameEn", i.short_name AS "indexShortName",
       i.direction IS NOT DISTINCT FROM 'lower' AS "lowerIsBetter",
       e.period, e.period_end::VARCHAR AS "periodEnd",
       e.block_id AS "blockId", b.name_vi AS "blockNameVi", b.name_en AS "blockNameEn",
       e.result_set AS "resultSet", e.result_set_name_vi AS "resultSetNameVi", e.result_set_name_en AS "resultSetNameEn",
       e.version_id AS "versionId", v.decision, v.issued_on::VARCHAR AS "issuedOn",
       v.note_vi AS "versionNoteVi", v.note_en AS "versionNoteEn",
       e.status, e.published_on::VARCHAR AS "publishedOn",
       e.source_id AS "sourceId", s.number AS "sourceNumber", s.title AS "sourceTitle", s.issuer AS "sourceIssuer", s.published_on::VARCHAR AS "sourcePublishedOn", s.url AS "sourceUrl",
       e.decimals, e.survey_invited AS "surveyInvited", e.survey_returned AS "surveyReturned", e.survey_valid AS "surveyValid",
       (SELECT count(*)::INTEGER FROM results r
        WHERE r.index_id = e.index_id AND r.period = e.period AND r.block_id = e.block_id AND r.result_set = e.result_set) AS "unitCount",
       coalesce((SELECT list({'bandId': c.band_id, 'nameVi': c.name_vi, 'nameEn': c.name_en, 'position': c.position, 'minShare': c.min_share}
                             ORDER BY c.position)
                 FROM bands c
                 WHERE c.index_id = e.index_id AND c.version_id = e.version_id AND c.block_id = e.block_id), []) AS bands
FROM editions e
JOIN indices i USING (index_id)
JOIN blocks b USING (block_id)
LEFT JOIN versions v USING (index_id, version_id)
LEFT JOIN sources s ON s.source_id = e.source_id
ORDER BY i.position, e.index_id, b.position, e.block_id, e.period_end DESC, e.period DESC, e.result_set;
