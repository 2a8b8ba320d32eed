package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sys/unix"

	"github.com/soichi/soichi/index"
	_ "github.com/soichi/soichi/store" // registers the driver "sqlite"
)

// fts is the same documents in SQLite's full-text search, which is also where the texts are kept for both.
type fts struct{ db *sql.DB }

// ftsBatch is the number of documents of one transaction.
const ftsBatch = 1000

func openFTS(ctx context.Context, dir string) (*fts, error) {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, "fts.db")+"?_pragma=journal_mode(off)&_pragma=synchronous(off)")
	if err != nil {
		return nil, err
	}
	_, err = db.ExecContext(ctx, `CREATE VIRTUAL TABLE d USING fts5(title, body, kind UNINDEXED, year UNINDEXED, tokenize = "unicode61 remove_diacritics 2")`)
	if err != nil {
		return nil, fmt.Errorf("create the FTS5 table: %w", err)
	}
	return &fts{db}, nil
}

// build fills the table.
func (f *fts) build(ctx context.Context, g *generator, n int, dir string) (build, error) {
	b := build{docs: n}
	stop, cpu := watchMemory(), worked(unix.CLOCK_PROCESS_CPUTIME_ID)
	for first := 0; first < n; first += ftsBatch {
		docs := make([]index.Doc, 0, ftsBatch)
		for i := first; i < min(first+ftsBatch, n); i++ {
			docs = append(docs, g.doc(i))
			b.text += textSize(docs[len(docs)-1])
		}
		start := time.Now()
		if err := f.insert(ctx, first, docs); err != nil {
			return b, fmt.Errorf("fill the FTS5 table: %w", err)
		}
		b.wall += time.Since(start)
	}
	start := time.Now()
	if _, err := f.db.ExecContext(ctx, `INSERT INTO d(d) VALUES ('optimize')`); err != nil {
		return b, fmt.Errorf("optimize the FTS5 table: %w", err)
	}
	b.wall += time.Since(start)
	b.cpu, b.memory = worked(unix.CLOCK_PROCESS_CPUTIME_ID)-cpu, stop()
	info, err := os.Stat(filepath.Join(dir, "fts.db"))
	if err == nil {
		b.size = info.Size() - b.text // the texts are in the file
	}
	return b, err
}

func (f *fts) insert(ctx context.Context, first int, docs []index.Doc) error {
	tx, err := f.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	for i, d := range docs {
		_, err := tx.ExecContext(ctx, `INSERT INTO d(rowid, title, body, kind, year) VALUES (?, ?, ?, ?, ?)`, first+i, d.Title, d.Body, d.Kind, d.IssuedOn[:4])
		if err != nil {
			return err
		}
	}
	return tx.Commit()
}

// text gives a document to the index, as the store does in the program.
func (f *fts) text(ctx context.Context, id string) (index.Doc, error) {
	d := index.Doc{ID: id}
	err := f.db.QueryRowContext(ctx, `SELECT title, body FROM d WHERE rowid = CAST(? AS INTEGER)`, strings.TrimLeft(id, "d")).Scan(&d.Title, &d.Body)
	return d, err
}

// The statements that answer a query of FTS5 in the ways that the kinds want.
const (
	ftsRanked  = `SELECT rowid FROM d WHERE d MATCH ? ORDER BY rank LIMIT 10`
	ftsFacets  = `SELECT kind, year, count(*) FROM d WHERE d MATCH ? GROUP BY kind, year`
	ftsMarked  = `SELECT rowid, snippet(d, 1, '<mark>', '</mark>', '…', 40) FROM d WHERE d MATCH ? ORDER BY rank LIMIT 10`
	ftsColumns = 3
)

// ask answers one query.
func (f *fts) ask(ctx context.Context, statement, match string) error {
	rows, err := f.db.QueryContext(ctx, statement, match)
	if err != nil {
		return fmt.Errorf("FTS5 query %s: %w", match, err)
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return err
	}
	var values [ftsColumns]any
	for rows.Next() {
		into := []any{&values[0], &values[1], &values[2]}
		if err := rows.Scan(into[:len(names)]...); err != nil {
			return err
		}
	}
	return rows.Err()
}
