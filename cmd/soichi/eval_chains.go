package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/eval"
	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/store"
)

// evaluateChains scores links and alignments of every chain of the gold folder, each in a library of its own that is
// thrown away; nil where the folder holds no chain.
func evaluateChains(ctx context.Context, c *console, dir string) (*eval.Thread, error) {
	chains, err := eval.LoadChains(dir)
	if err != nil || len(chains) == 0 {
		return nil, err
	}
	t := eval.NewThread()
	for _, ch := range chains {
		if err := addChain(ctx, c, t, ch); err != nil {
			return nil, fmt.Errorf("gold %s: %w", ch.Name, err)
		}
	}
	return t, nil
}

// addChain takes the documents of a chain into a library and scores it.
func addChain(ctx context.Context, c *console, t *eval.Thread, ch eval.Chain) (err error) {
	dir, err := os.MkdirTemp("", "soichi-eval-")
	if err != nil {
		return fmt.Errorf("a folder for the chain: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	s, err := store.Open(ctx, dir, store.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	held, err := takeIn(ctx, c, s, ch.Folder)
	if err != nil {
		return err
	}
	bodies, err := c.register()
	if err != nil {
		return err
	}
	return t.AddChain(ctx, ch, held, catalog.New(s, nil, bodies))
}

// takeIn extracts every file of a folder into a store and gives the documents by file name.
func takeIn(ctx context.Context, c *console, s *store.Store, folder string) (map[string]*document.Document, error) {
	x, err := c.extractor()
	if err != nil {
		return nil, err
	}
	files, err := os.ReadDir(folder)
	if err != nil {
		return nil, fmt.Errorf("the documents of the chain: %w", err)
	}
	held := map[string]*document.Document{}
	for _, f := range files {
		path := filepath.Join(folder, f.Name())
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		d, err := x.Extract(ctx, path, data)
		if err != nil {
			return nil, err
		}
		id, _, err := s.Put(ctx, d, data, time.Now(), extract.Version)
		if err != nil {
			return nil, err
		}
		if held[f.Name()], err = s.Get(ctx, id); err != nil {
			return nil, err
		}
	}
	return held, nil
}

// printChains writes the table of links, roles, alignments and cells, and the calibration of the suggestions.
func printChains(c *console, t *eval.Thread, differences bool) error {
	fmt.Fprintln(c.out, "\nliên kết, vai trò, đối chiếu nhiệm vụ (links, roles, alignments)")
	if err := eval.Print(c.out, []*eval.Scores{t.Scores}); err != nil {
		return err
	}
	if err := eval.PrintCalibration(c.out, eval.Calibration(t.Suggestions)); err != nil || !differences {
		return err
	}
	return eval.PrintDifferences(c.out, t.Scores)
}

// allRows gives the figures by level, and those of the chains under "chains" and "calibration".
func allRows(scores []*eval.Scores, chains *eval.Thread) map[string]any {
	out := map[string]any{}
	for level, r := range rows(scores) {
		out[level] = r
	}
	if chains != nil {
		out["chains"], out["calibration"] = chains.Rows(), eval.Calibration(chains.Suggestions)
	}
	return out
}
