-- +goose Up

CREATE TABLE saved_searches (
    name     TEXT PRIMARY KEY,
    request  TEXT NOT NULL, -- JSON; the store does not know what it means
    saved_at INTEGER NOT NULL,
    seen_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What a person has seen of a search. Documents are named by their ids alone: one that was deleted and comes back was seen.
CREATE TABLE saved_seen (
    name        TEXT NOT NULL REFERENCES saved_searches (name) ON DELETE CASCADE,
    document_id TEXT NOT NULL,
    PRIMARY KEY (name, document_id)
) STRICT, WITHOUT ROWID;
