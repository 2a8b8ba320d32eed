-- +goose Up

-- 0x536F6963, "Soic": tells a library from any other SQLite file.
PRAGMA application_id = 1399810403;

CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO meta (key, value) VALUES ('generation', lower(hex(randomblob(16))));

CREATE TABLE documents (
    id       TEXT PRIMARY KEY,
    current  INTEGER NOT NULL REFERENCES versions (id) DEFERRABLE INITIALLY DEFERRED,
    added_at INTEGER NOT NULL -- all times but mtime are Unix milliseconds
) STRICT, WITHOUT ROWID;

CREATE TABLE sources (
    sha         TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    size        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX sources_by_document ON sources (document_id);

-- The bytes stand apart from the sources, so that they can live in another place.
CREATE TABLE blobs (
    sha  TEXT PRIMARY KEY,
    data BLOB NOT NULL -- zstd
) STRICT;

CREATE TABLE paths (
    path        TEXT PRIMARY KEY,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    sha         TEXT NOT NULL REFERENCES sources (sha),
    size        INTEGER NOT NULL,
    mtime       INTEGER NOT NULL, -- Unix nanoseconds
    seen_at     INTEGER NOT NULL,
    gone_at     INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX paths_by_document ON paths (document_id);
CREATE INDEX paths_by_source ON paths (sha);

-- The columns from kind on are what lists and links need, with corrections applied; they can be computed from
-- contents.extraction and corrections at any time.
CREATE TABLE versions (
    id            INTEGER PRIMARY KEY,
    document_id   TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    n             INTEGER NOT NULL,
    sha           TEXT NOT NULL REFERENCES sources (sha),
    extractor     TEXT NOT NULL,
    ingested_at   INTEGER NOT NULL,
    extracted_at  INTEGER NOT NULL,
    kind          TEXT,
    symbol        TEXT,
    symbol_folded TEXT,
    issuer        TEXT,
    issuer_code   TEXT,
    issued_on     TEXT,
    title         TEXT,
    urn           TEXT,
    UNIQUE (document_id, n)
) STRICT;

CREATE INDEX versions_by_symbol ON versions (symbol_folded);
CREATE INDEX versions_by_date ON versions (issued_on);
CREATE INDEX versions_by_source ON versions (sha);

CREATE TABLE contents (
    version_id INTEGER PRIMARY KEY REFERENCES versions (id) ON DELETE CASCADE,
    citations  TEXT NOT NULL, -- JSON, corrections applied
    themes     TEXT NOT NULL, -- JSON, corrections applied
    extraction BLOB NOT NULL, -- zstd of the document's JSON without its text, as the machine gave it
    text       TEXT NOT NULL
) STRICT;

CREATE TABLE quarantine (
    path TEXT PRIMARY KEY,
    sha  TEXT NOT NULL,
    mark TEXT NOT NULL,
    at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE failures (
    path   TEXT PRIMARY KEY,
    sha    TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE corrections (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    field       TEXT NOT NULL,
    value       TEXT, -- JSON; SQL NULL withdraws what was said before
    who         TEXT NOT NULL,
    at          INTEGER NOT NULL
) STRICT;

CREATE INDEX corrections_by_document ON corrections (document_id, field);

CREATE TABLE decisions (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    kind    TEXT NOT NULL,
    keys    TEXT NOT NULL, -- JSON object, keys sorted
    verdict TEXT NOT NULL,
    who     TEXT NOT NULL,
    at      INTEGER NOT NULL
) STRICT;

CREATE INDEX decisions_by_kind ON decisions (kind, keys);

CREATE TABLE changes (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('put', 'delete')),
    at          INTEGER NOT NULL
) STRICT;

