-- The ledger's queries, each under its name. Parameters that are NULL leave their filter out.
-- The beginning of a document's id counts from 8 digits on, since documents are often named by a short number.

-- name: add_document
INSERT INTO documents (
    id, name, path, title, publisher, outlet, author, published, url, language, reader, sha256, text_sha256, noun, text
) VALUES (
    :id, :name, :path, :title, :publisher, :outlet, :author, :published, :url, :language, :reader, :sha256, :text_sha256, :noun, :text
) ON CONFLICT (id) DO NOTHING;

-- name: renew_document
-- What is known of a document besides its text, as it was read the last time; its id covers the rest.
UPDATE documents SET
    path = :path, title = :title, publisher = :publisher, author = :author, url = :url, language = :language, sha256 = :sha256, noun = :noun
WHERE id = :id AND noun <> :noun;

-- name: row_of_document
SELECT row FROM documents WHERE id = :id;

-- name: extraction_of
SELECT e.fingerprint FROM extractions AS e JOIN documents AS d ON d.row = e.document WHERE d.id = :id;

-- name: stale_documents
-- Documents whose claims were made by other rules than these, or not at all.
SELECT d.noun, d.text
FROM documents AS d LEFT JOIN extractions AS e ON e.document = d.row
WHERE e.fingerprint IS NOT :fingerprint
ORDER BY d.row;

-- name: count_stale
SELECT count(*) FROM documents AS d LEFT JOIN extractions AS e ON e.document = d.row WHERE e.fingerprint IS NOT :fingerprint;

-- name: former_readings
-- The same bytes' same item, read by another version of the reader.
SELECT row, id, name, sha256 FROM documents
WHERE sha256 = :sha256 AND sha256 <> '' AND name = :name AND reader <> :reader;

-- name: remember_former
INSERT OR IGNORE INTO former (id, name, sha256) VALUES (:id, :name, :sha256);

-- name: drop_document
DELETE FROM documents WHERE row = :row;

-- name: set_extraction
INSERT INTO extractions (document, fingerprint, run) VALUES (:document, :fingerprint, :run)
ON CONFLICT (document) DO UPDATE SET fingerprint = excluded.fingerprint, run = excluded.run;

-- name: drop_claims
DELETE FROM claims WHERE document = :document;

-- name: drop_abstentions
DELETE FROM abstentions WHERE document = :document;

-- name: add_claim
INSERT INTO claims (
    id, document, start, "end", sentence_start, sentence_end, text, kind, low, high, approximate, unit, affected, civil, actor,
    place, place_id, place_name, country, lat, lon, since, until, said, hedged, polarity, modality, extent, repeat_of, words, noun
) VALUES (
    :id, :document, :start, :end, :sentence_start, :sentence_end, :text, :kind, :low, :high, :approximate, :unit, :affected, :civil, :actor,
    :place, :place_id, :place_name, :country, :lat, :lon, :since, :until, :said, :hedged, :polarity, :modality, :extent, :repeat_of, :words, :noun
) ON CONFLICT (id) DO NOTHING;

-- name: add_dimension
INSERT OR IGNORE INTO claim_dimensions (claim, dimension) VALUES (:claim, :dimension);

-- name: add_source
INSERT INTO claim_sources (claim, position, name, kind, anonymous) VALUES (:claim, :position, :name, :kind, :anonymous);

-- name: add_abstention
INSERT INTO abstentions (document, start, "end", reason) VALUES (:document, :start, :end, :reason);

-- name: start_run
INSERT INTO runs (started, version, fingerprint, lexicons, gazetteer, paths)
VALUES (:started, :version, :fingerprint, :lexicons, :gazetteer, :paths);

-- name: count_run
UPDATE runs SET
    documents = :documents, added = :added, renewed = :renewed, unchanged = :unchanged, replaced = :replaced,
    claims = :claims, abstentions = :abstentions
WHERE row = :row;

-- name: finish_run
UPDATE runs SET complete = 1, finished = :finished WHERE row = :row;

-- name: add_unread
INSERT INTO unread (run, path, reason) VALUES (:run, :path, :reason);

-- name: runs
SELECT row, started, finished, complete, version, fingerprint, lexicons, gazetteer, paths,
    documents, added, renewed, unchanged, replaced, claims, abstentions
FROM runs ORDER BY row;

-- name: unread_of_run
SELECT path, reason FROM unread WHERE run = :run ORDER BY rowid;

-- name: documents
SELECT noun, text FROM documents ORDER BY name, id;

-- name: documents_by_id
SELECT noun, text FROM documents ORDER BY id;

-- name: document
SELECT noun, text FROM documents WHERE id = :id;

-- name: newer_readings
SELECT d.noun, d.text
FROM former AS f JOIN documents AS d ON d.sha256 = f.sha256 AND d.name = f.name
WHERE f.id = :id
ORDER BY d.id;

-- name: search_documents
SELECT d.noun, d.text
FROM documents_words AS w JOIN documents AS d ON d.row = w.rowid
WHERE documents_words MATCH :match
ORDER BY w.rank, d.id
LIMIT :limit;

-- name: claims
SELECT c.noun, c.sentence_start, c.sentence_end, d.id
FROM claims AS c JOIN documents AS d ON d.row = c.document
WHERE (:dimensions IS NULL OR c.row IN (
        SELECT m.claim FROM claim_dimensions AS m WHERE m.dimension IN (SELECT value FROM json_each(:dimensions))))
    AND (:search IS NULL OR c.row IN (SELECT w.rowid FROM claims_words AS w WHERE claims_words MATCH :search))
    AND (:documents IS NULL OR EXISTS (
        SELECT 1 FROM json_each(:documents) AS j WHERE d.name = j.value OR (length(j.value) >= 8 AND substr(d.id, 1, length(j.value)) = j.value)))
    AND (:places IS NULL OR EXISTS (
        SELECT 1 FROM json_each(:places) AS j
        WHERE holds(c.place, j.value) OR holds(c.place_name, j.value) OR holds(c.country, j.value)))
    AND (:sources IS NULL OR EXISTS (
        SELECT 1 FROM json_each(:sources) AS j
        WHERE EXISTS (
                SELECT 1 FROM claim_sources AS s WHERE s.claim = c.row AND (holds(s.name, j.value) OR s.kind = lower(j.value)))
            OR (NOT EXISTS (SELECT 1 FROM claim_sources AS s WHERE s.claim = c.row)
                AND (holds(d.publisher, j.value) OR holds(d.outlet, j.value)))))
    AND (:since IS NULL OR coalesce(c.until, c.since, c.said, d.published) >= :since)
    AND (:until IS NULL OR coalesce(c.since, c.until, c.said, d.published) <= :until)
    AND (:denied IS NULL OR (c.polarity = 'denied') = :denied)
    AND (:hedged IS NULL OR c.hedged = :hedged)
ORDER BY d.name, d.id, c.start, c."end", c.id
LIMIT :limit;

-- name: claims_of_document
SELECT c.noun FROM claims AS c JOIN documents AS d ON d.row = c.document
WHERE d.id = :id ORDER BY c.start, c."end", c.id;

-- name: claims_like
SELECT c.noun, c.sentence_start, c.sentence_end, d.id
FROM claims AS c JOIN documents AS d ON d.row = c.document
WHERE substr(c.id, 1, length(:id)) = :id ORDER BY c.id;

-- name: claims_at
SELECT c.noun, c.sentence_start, c.sentence_end, d.id
FROM claims AS c JOIN documents AS d ON d.row = c.document
WHERE (d.name = :document OR (length(:document) >= 8 AND substr(d.id, 1, length(:document)) = :document))
    AND c.start <= :start AND :start < c."end"
ORDER BY c.start, c.id;

-- name: abstentions_of_document
SELECT a.start, a."end", a.reason FROM abstentions AS a JOIN documents AS d ON d.row = a.document
WHERE d.id = :id ORDER BY a.start, a."end", a.reason;

-- name: count_documents
SELECT count(*) FROM documents;

-- name: count_claims
SELECT count(*) FROM claims;

-- name: add_judgement
INSERT INTO judgements (id, subject, verdict, by, "when", document, noun)
VALUES (:id, :subject, :verdict, :by, :when, :document, :noun);

-- name: judgements
SELECT noun FROM judgements ORDER BY row;

-- name: document_rows
SELECT row FROM documents ORDER BY row;

-- name: audit_document
SELECT id, text_sha256, noun, text FROM documents WHERE row = :row;

-- name: audit_claims
SELECT id, start, "end", sentence_start, sentence_end, noun FROM claims WHERE document = :document ORDER BY start, id;

-- name: audit_judgements
SELECT id, noun FROM judgements ORDER BY row;
