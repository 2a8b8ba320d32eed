package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/adrg/xdg"
	"github.com/mattn/go-isatty"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/extract/child"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/query"
	"github.com/soichi/soichi/register"
	"github.com/soichi/soichi/store"
)

// console is what every command shares: where it writes, and the flags before the command's own.
type console struct {
	out, err io.Writer
	dir      string
	units    string
	json     bool
	readers  *child.Pool
}

// print writes a value as JSON on stdout.
func (c *console) print(v any) error {
	enc := json.NewEncoder(c.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	return nil
}

// logf writes a line for a person on stderr, which machine output never mixes with.
func (c *console) logf(format string, args ...any) {
	fmt.Fprintf(c.err, format+"\n", args...)
}

// terminal tells whether what is written to w appears on a screen.
func terminal(w io.Writer) bool {
	f, ok := w.(interface{ Fd() uintptr })
	return ok && isatty.IsTerminal(f.Fd())
}

// form is one way to print an answer.
type form[T any] struct {
	write func(io.Writer, T) error // nil: JSON
	file  bool                     // no text: it goes to a file and not to a screen
}

// choose gives the printer of the named form, JSON where --json asks for it.
func choose[T any](c *console, forms map[string]form[T], name string) (func(T) error, error) {
	if c.json {
		name = "json"
	}
	f, ok := forms[name]
	switch {
	case !ok:
		return nil, usageError{fmt.Errorf("--format %q: one of %s", name, strings.Join(slices.Sorted(maps.Keys(forms)), ", "))}
	case f.write == nil:
		return func(v T) error { return c.print(v) }, nil
	case f.file && terminal(c.out):
		return nil, usageError{fmt.Errorf("%s is no text for a terminal: send it to a file with > FILE.%s", name, name)}
	}
	return func(v T) error { return f.write(c.out, v) }, nil
}

// day checks a flag that holds a day; an absent one is the day given instead.
func day(flag, value, absent string) (string, error) {
	if value == "" {
		return absent, nil
	}
	if _, err := time.Parse(time.DateOnly, value); err != nil {
		return "", usageError{fmt.Errorf("%s %q: write the day as YYYY-MM-DD", flag, value)}
	}
	return value, nil
}

// library gives the library's folder.
func (c *console) library() string {
	if c.dir != "" {
		return c.dir
	}
	if dir := os.Getenv("SOICHI_LIBRARY"); dir != "" {
		return dir
	}
	return filepath.Join(xdg.DataHome, "soichi")
}

// ownUnits gives the user's table of units and its name: --units, or units.tsv in the library; nothing where there is none.
func (c *console) ownUnits() (table []byte, file string, err error) {
	file = c.units
	if file == "" {
		file = filepath.Join(c.library(), "units.tsv")
	}
	table, err = os.ReadFile(file)
	if c.units == "" && (errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)) { // the store says what is wrong with the folder
		return nil, file, nil
	}
	if err != nil {
		return nil, file, fmt.Errorf("table of units: %w", err)
	}
	return table, file, nil
}

// register gives the register of bodies with the user's own units.
func (c *console) register() (*register.Register, error) {
	table, file, err := c.ownUnits()
	if err != nil || table == nil {
		return register.Default(), err
	}
	r, err := register.Load(bytes.NewReader(table))
	if err != nil {
		return nil, fmt.Errorf("table of units %s: %w", file, err)
	}
	return r, nil
}

// rules names the rules of extraction, the user's units included: files are read again when one of them changed.
func (c *console) rules() (string, error) {
	table, _, err := c.ownUnits()
	if err != nil || table == nil {
		return extract.Version, err
	}
	return fmt.Sprintf("%s, units %08x", extract.Version, crc32.ChecksumIEEE(table)), nil
}

// extractor makes the extractor with the user's units.
func (c *console) extractor() (*extract.Extractor, error) {
	r, err := c.register()
	if err != nil {
		return nil, err
	}
	return extract.New(extract.Options{Register: r, Reader: c.readers}), nil
}

// app is an open library with everything wired.
type app struct {
	store   *store.Store
	index   *index.Index
	catalog *catalog.Catalog
	bodies  *register.Register
	dir     string
}

// open opens the library for a command that reads it. A library that is not there is an error: an empty answer from a
// mistyped folder would look like a true one.
func (c *console) open(ctx context.Context) (*app, error) {
	return c.wire(ctx, store.Options{MustExist: true})
}

// wire opens store and index and brings the index up to the store. An index of another version is built anew.
func (c *console) wire(ctx context.Context, opt store.Options) (*app, error) {
	bodies, err := c.register()
	if err != nil {
		return nil, err
	}
	a := &app{bodies: bodies, dir: c.library()}
	if a.store, err = store.Open(ctx, a.dir, opt); err != nil {
		return nil, err
	}
	if a.index, err = c.openIndex(ctx, a); err != nil {
		return nil, errors.Join(err, a.close())
	}
	a.catalog = catalog.New(a.store, a.index, bodies)
	return a, nil
}

// openAsIs opens the library without building anything anew: an index that cannot be used is left out.
func (c *console) openAsIs(ctx context.Context) (*app, error) {
	bodies, err := c.register()
	if err != nil {
		return nil, err
	}
	a := &app{bodies: bodies, dir: c.library()}
	if a.store, err = store.Open(ctx, a.dir, store.Options{MustExist: true}); err != nil {
		return nil, err
	}
	dir, err := a.indexDir(ctx)
	if err == nil {
		a.index, err = index.Open(ctx, dir, a.indexOptions())
	}
	if err != nil && !errors.Is(err, index.ErrRebuild) {
		return nil, errors.Join(err, a.close())
	}
	a.catalog = catalog.New(a.store, a.index, bodies)
	return a, nil
}

// openIndex opens the index of this life of the library; a restored backup begins a new one.
func (c *console) openIndex(ctx context.Context, a *app) (*index.Index, error) {
	dir, err := a.indexDir(ctx)
	if err != nil {
		return nil, err
	}
	x, err := index.Open(ctx, dir, a.indexOptions())
	if !errors.Is(err, index.ErrRebuild) {
		return x, err
	}
	c.logf("the index is of another version or damaged; it is built anew")
	if err := a.rebuild(ctx); err != nil {
		return nil, err
	}
	return index.Open(ctx, dir, a.indexOptions())
}

func (a *app) indexDir(ctx context.Context) (string, error) {
	generation, err := a.store.Generation(ctx)
	if err != nil {
		return "", err
	}
	return filepath.Join(a.dir, "index", generation), nil
}

func (a *app) indexOptions() index.Options {
	return index.Options{Text: func(ctx context.Context, id string) (index.Doc, error) {
		d, err := a.store.Get(ctx, id)
		if err != nil {
			return index.Doc{}, fmt.Errorf("read %s: %w", id, err)
		}
		return index.FromDocument(d), nil
	}}
}

// rebuild makes the index anew from the store, and removes what earlier lives of the library left.
func (a *app) rebuild(ctx context.Context) error {
	dir, err := a.indexDir(ctx)
	if err != nil {
		return err
	}
	seq, err := a.store.LastChange(ctx)
	if err != nil {
		return err
	}
	if err := index.Rebuild(ctx, dir, a.indexOptions(), catalog.Documents(ctx, a.store, a.bodies), seq); err != nil {
		return fmt.Errorf("rebuild the index: %w", err)
	}
	old, err := filepath.Glob(filepath.Join(a.dir, "index", "*"))
	if err != nil {
		return fmt.Errorf("list old indexes: %w", err)
	}
	for _, o := range old {
		if o != dir {
			if err := os.RemoveAll(o); err != nil {
				return fmt.Errorf("remove old index: %w", err)
			}
		}
	}
	return nil
}

// close ends the use of the library.
func (a *app) close() error {
	var errs []error
	if a.index != nil {
		errs = append(errs, a.index.Close())
	}
	if a.store != nil {
		errs = append(errs, a.store.Close())
	}
	return errors.Join(errs...)
}

// with opens the library, runs f and closes it.
func (c *console) with(ctx context.Context, f func(*app) error) (err error) {
	a, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.close()) }()
	return f(a)
}

// hints says what to try next after an error.
func hints(err error) []string {
	var syntax *query.SyntaxError
	var held *catalog.NotHeldError
	switch {
	case errors.Is(err, store.ErrLibraryMissing):
		return []string{"tạo kho (make one): soichi ingest PATH...", "hoặc chỉ kho khác (or name another): --library DIR, $SOICHI_LIBRARY"}
	case errors.Is(err, store.ErrDamaged):
		return []string{"xem hỏng đến đâu (how much is damaged): soichi verify", "lấy lại từ bản sao lưu (back from a backup): soichi restore FILE --overwrite"}
	case errors.Is(err, store.ErrReadOnly):
		return []string{"cần quyền ghi vào thư mục kho, cả khi chỉ đọc (the folder has to be writable, also for reading)"}
	case errors.Is(err, store.ErrFull):
		return []string{"dọn bớt đĩa rồi chạy lại lệnh này, phần đã nạp vẫn còn (free some room and run it again: what was acknowledged is kept)"}
	case errors.Is(err, catalog.ErrNotFound):
		return []string{"xem kho có gì (what is held): soichi search \"\"", "xem còn thiếu gì (what is cited and not held): soichi missing"}
	case errors.As(err, &held):
		return nil
	case errors.As(err, &syntax):
		return []string{"câu tìm, " + syntax.In(query.Vietnamese)}
	case errors.Is(err, index.ErrRebuild):
		return []string{"dựng lại (build it anew): soichi reindex"}
	}
	return nil
}
