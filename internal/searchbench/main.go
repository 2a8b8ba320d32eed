// Command searchbench measures the index beside SQLite's FTS5 on the same documents in the same run: how fast it is built,
// how large it is, how much memory that takes, and how long queries of each kind take.
//
//	go run ./internal/searchbench -docs 20000
//
// The documents are made by recombination from a seed. FTS5 indexes one form of each word, without marks; the index holds
// words with and without marks, and pairs of words. The texts are kept in the same SQLite file for both, and are not part
// of either's size.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// asked is the number of queries of each kind. FTS5 answers fewer where it takes long: no more after ftsTime of a kind, if
// it has answered ftsAsked.
const (
	asked    = 100
	ftsAsked = 20
	ftsTime  = 15 * time.Second
)

func main() {
	docs := flag.Int("docs", 20000, "number of documents")
	seed := flag.Uint64("seed", 1, "seed of the documents")
	dir := flag.String("dir", os.TempDir(), "where a folder for the files is made, and removed at the end")
	flag.Parse()
	b := &bench{out: os.Stdout, progress: os.Stderr, docs: *docs, generator: newGenerator(*seed)}
	if err := b.run(context.Background(), *dir); err != nil {
		fmt.Fprintln(os.Stderr, "searchbench:", err)
		os.Exit(1)
	}
}

// bench is one run of the command.
type bench struct {
	out, progress io.Writer
	docs          int
	generator     *generator
}

// step tells what is done next, and when it begins.
func (b *bench) step(what string) {
	fmt.Fprintf(b.progress, "%s %s\n", time.Now().Format(time.TimeOnly), what)
}

func (b *bench) run(ctx context.Context, parent string) (err error) {
	dir, err := os.MkdirTemp(parent, "searchbench")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	b.step(fmt.Sprintf("build the index of %d documents", b.docs))
	mine, err := buildIndex(ctx, b.generator, b.docs, filepath.Join(dir, "index"))
	if err != nil {
		return err
	}
	f, err := openFTS(ctx, dir)
	if err != nil {
		return err
	}
	defer f.db.Close()
	b.step("build FTS5 of the same")
	theirs, err := f.build(ctx, b.generator, b.docs, dir)
	if err != nil {
		return err
	}
	printBuilds(b.out, mine, theirs)
	b.step("open the index")
	o, err := openIndex(ctx, b.generator, b.docs, filepath.Join(dir, "index"), f.text)
	if err != nil {
		return err
	}
	defer o.index.Close()
	return b.queries(ctx, o, f)
}

func printBuilds(out io.Writer, mine, theirs build) {
	fmt.Fprintf(out, "%d documents, %.1f MB of text\n\n", mine.docs, float64(mine.text)/1e6)
	fmt.Fprintln(out, "| engine | documents/s | MB/s | processor s | peak memory MB | index bytes per text byte |\n| --- | --- | --- | --- | --- | --- |")
	for _, b := range []struct {
		name string
		build
	}{{"soichi", mine}, {"FTS5", theirs}} {
		s := b.wall.Seconds()
		fmt.Fprintf(out, "| %s | %.0f | %.1f | %.1f | %d | %.2f |\n", b.name, float64(b.docs)/s, float64(b.text)/1e6/s, b.cpu.Seconds(), b.memory/1e6, float64(b.size)/float64(b.text))
	}
}

// queries asks both engines the queries of every kind, and prints what that took.
func (b *bench) queries(ctx context.Context, o *ours, f *fts) error {
	fmt.Fprintln(b.out, "\n| query, processor ms | soichi p50 | p95 | p99 | FTS5 p50 | p95 | p99 |\n| --- | --- | --- | --- | --- | --- | --- |")
	for i, k := range kinds {
		b.step("ask: " + k.name)
		var mine, theirs times
		w := b.generator.writer(1<<40 + uint64(i))
		for range asked {
			q, match := k.write(w)
			if err := mine.add(func() error { return o.ask(ctx, q, k.how) }); err != nil {
				return err
			}
			if len(theirs) >= ftsAsked && theirs.sum() > ftsTime {
				continue
			}
			if err := theirs.add(func() error { return f.ask(ctx, k.sql, match) }); err != nil {
				return err
			}
		}
		fmt.Fprintf(b.out, "| %s |%s%s\n", k.name, mine, theirs)
	}
	return nil
}

// String gives the three percentiles in milliseconds as cells of a table.
func (t times) String() string {
	ms := func(p float64) float64 { return t.percentile(p).Seconds() * 1000 }
	return fmt.Sprintf(" %.1f | %.1f | %.1f |", ms(.50), ms(.95), ms(.99))
}
