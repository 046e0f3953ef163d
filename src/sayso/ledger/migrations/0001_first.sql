-- Version 1: documents, their extractions and claims, the judgements of people, and the log of runs.

CREATE TABLE documents (
    row         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,       -- Document.id
    name        TEXT NOT NULL,
    path        TEXT NOT NULL,              -- below the ledger's folder, or absolute
    title       TEXT,
    publisher   TEXT,
    outlet      TEXT,
    author      TEXT,
    published   TEXT,                       -- ISO 8601 day
    url         TEXT,
    language    TEXT,
    reader      TEXT NOT NULL,
    sha256      TEXT NOT NULL,              -- of the raw bytes of the file
    text_sha256 TEXT NOT NULL,
    noun        TEXT NOT NULL,              -- the Document as JSON, without its text
    text        TEXT NOT NULL
) STRICT;
CREATE INDEX documents_by_file ON documents (sha256, name);
CREATE INDEX documents_by_name ON documents (name);
CREATE INDEX documents_by_path ON documents (path);

CREATE TABLE former (                       -- readings that a newer reader's replaced, so that judgements find the newer
    id     TEXT NOT NULL PRIMARY KEY,       -- Document.id of the former reading
    name   TEXT NOT NULL,
    sha256 TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    row         INTEGER PRIMARY KEY,
    started     TEXT,                       -- ISO 8601; NULL where the caller gave no time
    finished    TEXT,
    complete    INTEGER NOT NULL DEFAULT 0, -- 0: still running, or killed
    version     TEXT NOT NULL,              -- of sayso
    fingerprint TEXT NOT NULL,              -- of the rules, lexicons and gazetteer together
    lexicons    TEXT NOT NULL,
    gazetteer   TEXT NOT NULL,
    paths       TEXT NOT NULL,              -- JSON list
    documents   INTEGER NOT NULL DEFAULT 0, -- read
    added       INTEGER NOT NULL DEFAULT 0,
    renewed     INTEGER NOT NULL DEFAULT 0, -- extracted again, since the rules had changed
    unchanged   INTEGER NOT NULL DEFAULT 0,
    replaced    INTEGER NOT NULL DEFAULT 0, -- former readings taken out, since the reader had changed
    claims      INTEGER NOT NULL DEFAULT 0, -- made in this run
    abstentions INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE unread (
    run    INTEGER NOT NULL REFERENCES runs (row) ON DELETE CASCADE,
    path   TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE INDEX unread_by_run ON unread (run);

CREATE TABLE extractions (
    document    INTEGER NOT NULL PRIMARY KEY REFERENCES documents (row) ON DELETE CASCADE,
    fingerprint TEXT NOT NULL,
    run         INTEGER NOT NULL REFERENCES runs (row)
) STRICT;

CREATE TABLE claims (
    row            INTEGER PRIMARY KEY,
    id             TEXT NOT NULL UNIQUE,    -- Claim.id
    document       INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    start          INTEGER NOT NULL,        -- code points of the document's text, half-open
    "end"          INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end   INTEGER NOT NULL,
    text           TEXT NOT NULL,
    kind           TEXT NOT NULL,
    low            REAL,
    high           REAL,
    approximate    INTEGER NOT NULL,
    unit           TEXT,
    affected       TEXT,
    civil          TEXT,
    actor          TEXT,
    place          TEXT,                    -- as written
    place_id       TEXT,
    place_name     TEXT,                    -- as the gazetteer has it
    country        TEXT,
    lat            REAL,
    lon            REAL,
    since          TEXT,
    until          TEXT,
    said           TEXT,
    hedged         INTEGER NOT NULL,
    polarity       TEXT NOT NULL,
    modality       TEXT NOT NULL,
    extent         TEXT,
    repeat_of      TEXT,
    words          TEXT NOT NULL,           -- what a search looks in: the sentence, and names that stand elsewhere
    noun           TEXT NOT NULL            -- the Claim as JSON
) STRICT;
CREATE INDEX claims_by_document ON claims (document, start);
CREATE INDEX claims_by_place ON claims (place_id);

CREATE TABLE claim_dimensions (
    claim     INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    dimension TEXT NOT NULL,
    PRIMARY KEY (claim, dimension)
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_dimension ON claim_dimensions (dimension, claim);

CREATE TABLE claim_sources (
    claim     INTEGER NOT NULL REFERENCES claims (row) ON DELETE CASCADE,
    position  INTEGER NOT NULL,             -- 0: whom the document cites
    name      TEXT,
    kind      TEXT NOT NULL,
    anonymous INTEGER NOT NULL,
    PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE abstentions (
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    start    INTEGER NOT NULL,
    "end"    INTEGER NOT NULL,
    reason   TEXT NOT NULL
) STRICT;
CREATE INDEX abstentions_by_document ON abstentions (document, start);

CREATE TABLE judgements (                   -- of no document's row: they outlive a document's readings
    row      INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,          -- Judgement.id
    subject  TEXT NOT NULL,
    verdict  TEXT NOT NULL,
    by       TEXT NOT NULL,
    "when"   TEXT NOT NULL,
    document TEXT,                          -- Document.id of the reading it was made on
    noun     TEXT NOT NULL                  -- the Judgement as JSON
) STRICT;
CREATE INDEX judgements_by_document ON judgements (document);

CREATE TRIGGER judgements_are_never_changed BEFORE UPDATE ON judgements
BEGIN
    SELECT RAISE(ABORT, 'judgements are appended, never changed');
END;
CREATE TRIGGER judgements_are_never_deleted BEFORE DELETE ON judgements
BEGIN
    SELECT RAISE(ABORT, 'judgements are appended, never deleted');
END;

CREATE TRIGGER judgements_are_never_replaced BEFORE INSERT ON judgements
WHEN EXISTS (SELECT 1 FROM judgements WHERE id = new.id OR row = new.row)
BEGIN
    SELECT RAISE(IGNORE);
END;

CREATE VIRTUAL TABLE documents_words USING fts5 (
    title, text, content = 'documents', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_words_added AFTER INSERT ON documents
BEGIN
    INSERT INTO documents_words (rowid, title, text) VALUES (new.row, new.title, new.text);
END;
CREATE TRIGGER documents_words_deleted AFTER DELETE ON documents
BEGIN
    INSERT INTO documents_words (documents_words, rowid, title, text) VALUES ('delete', old.row, old.title, old.text);
END;

CREATE TRIGGER documents_words_changed AFTER UPDATE OF title ON documents
BEGIN
    INSERT INTO documents_words (documents_words, rowid, title, text) VALUES ('delete', old.row, old.title, old.text);
    INSERT INTO documents_words (rowid, title, text) VALUES (new.row, new.title, new.text);
END;

CREATE VIRTUAL TABLE claims_words USING fts5 (
    words, content = 'claims', content_rowid = 'row', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER claims_words_added AFTER INSERT ON claims
BEGIN
    INSERT INTO claims_words (rowid, words) VALUES (new.row, new.words);
END;
CREATE TRIGGER claims_words_deleted AFTER DELETE ON claims
BEGIN
    INSERT INTO claims_words (claims_words, rowid, words) VALUES ('delete', old.row, old.words);
END;
