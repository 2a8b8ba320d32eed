// Package readtest is the conformance suite of readers: what every reader promises whatever its format, checked on good
// files and on damaged ones. The tests of each reader give it their own small files.
package readtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
)

const (
	// mutations is how many damaged copies of each file a Suite tries: few enough for every run of the tests; fuzzing
	// tries more.
	mutations = 60
	// slow is the time from which reading one small file counts as hanging, with room for a busy machine under -race.
	slow = 20 * time.Second
)

// limits keep a damaged file from costing more than a test may.
var limits = read.Limits{MaxBytes: 8 << 20, MaxExpanded: 16 << 20, MaxPages: 200, MaxDepth: 100, Timeout: slow}

// Suite checks a reader on good files, by name: each is read, gives the same result twice, stops for a cancelled
// context, and every damaged copy of it ends in a sound result or in an error with a reason.
func Suite(t *testing.T, r read.Reader, seeds map[string][]byte) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(seeds)) {
		data := seeds[name]
		t.Run(name, func(t *testing.T) {
			src := read.Source{Name: name, Data: data}
			first, err := r.Read(t.Context(), src, limits)
			if err != nil {
				t.Fatalf("the good file: %v", err)
			}
			if err := Check(first); err != nil {
				t.Errorf("the good file: %v", err)
			}
			second, err := r.Read(t.Context(), src, limits)
			if err != nil || !reflect.DeepEqual(first.Text, second.Text) {
				t.Errorf("a second reading gives something else (error %v)", err)
			}
			cancelled, cancel := context.WithCancel(t.Context())
			cancel()
			if _, err := r.Read(cancelled, src, limits); err != nil && !errors.Is(err, context.Canceled) {
				t.Errorf("a cancelled context gives %v", err)
			}
			random := rand.New(rand.NewPCG(1, uint64(len(data)))) //nolint:gosec // damage has to be the same each time
			for i := range mutations {
				if err := try(r, name, Mutate(random, data)); err != nil {
					t.Errorf("damaged copy %d: %v", i, err)
				}
			}
		})
	}
}

// Fuzz checks a reader on whatever the fuzzer makes of the good files.
func Fuzz(f *testing.F, r read.Reader, seeds map[string][]byte) {
	f.Helper()
	for _, name := range slices.Sorted(maps.Keys(seeds)) {
		f.Add(seeds[name])
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := try(r, "fuzz", data); err != nil {
			t.Error(err)
		}
	})
}

// try reads a file that may be damaged. It gives an error for a panic, for a hang, for a result that is not sound, and
// for an error without a reason.
func try(r read.Reader, name string, data []byte) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	ctx, cancel := context.WithTimeout(context.Background(), slow)
	defer cancel()
	res, err := r.Read(ctx, read.Source{Name: name, Data: data}, limits)
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("reading took longer than %s", slow)
	case err == nil:
		return Check(res)
	case read.ReasonOf(err) == "":
		return fmt.Errorf("an error without a reason: %w", err)
	default:
		return nil
	}
}

// Mutate damages a copy of a file in one of the ways in which files get damaged.
func Mutate(random *rand.Rand, data []byte) []byte {
	out := bytes.Clone(data)
	if len(out) < 2 {
		return out
	}
	at := random.IntN(len(out))
	end := min(len(out), at+1+random.IntN(64))
	switch random.IntN(6) {
	case 0: // cut off
		return out[:at]
	case 1: // a byte written over
		out[at] = byte(random.UintN(256))
	case 2: // a stretch of zeros
		clear(out[at:end])
	case 3: // a stretch lost
		return slices.Delete(out, at, end)
	case 4: // a stretch twice
		return slices.Insert(out, at, bytes.Clone(out[at:end])...)
	case 5: // numbers made large
		for i := at; i < end; i += 8 {
			out[i] = 0xff
		}
	}
	return out
}

// Check tells whether a result keeps the promises of document.Text: composed text with plain line ends, and ranges that
// lie in it, on whole characters, in order.
func Check(res *read.Result) error {
	if res == nil || res.Text == nil {
		return errors.New("no result and no error")
	}
	t := res.Text
	switch {
	case !utf8.ValidString(t.Content):
		return errors.New("the content is not UTF-8")
	case !norm.NFC.IsNormalString(t.Content):
		return errors.New("the content is not NFC")
	case strings.ContainsRune(t.Content, '\r'):
		return errors.New("the content has a carriage return")
	}
	for i, table := range t.Tables {
		if err := checkTable(t.Content, table); err != nil {
			return fmt.Errorf("table %d: %w", i, err)
		}
	}
	for i, n := range t.Notes {
		if err := errors.Join(inside(t.Content, n.Anchor), inside(t.Content, n.Body)); err != nil {
			return fmt.Errorf("note %d: %w", i, err)
		}
	}
	for i, e := range t.Emphasis {
		if err := inside(t.Content, e); err != nil {
			return fmt.Errorf("emphasis %d: %w", i, err)
		}
		if i > 0 && e.Start < t.Emphasis[i-1].End {
			return fmt.Errorf("emphasis %d begins before the one before it ends", i)
		}
	}
	for i, r := range t.Furniture {
		if err := inside(t.Content, r); err != nil {
			return fmt.Errorf("furniture %d: %w", i, err)
		}
	}
	return nil
}

func checkTable(content string, table document.Table) error {
	if err := inside(content, table.Range); err != nil {
		return err
	}
	for i, row := range table.Rows {
		if err := inside(content, row.Range); err != nil {
			return fmt.Errorf("row %d: %w", i, err)
		}
		if !table.Range.Contains(row.Range) {
			return fmt.Errorf("row %d lies outside", i)
		}
		for j, cell := range row.Cells {
			if err := inside(content, cell); err != nil {
				return fmt.Errorf("row %d, cell %d: %w", i, j, err)
			}
			if !table.Range.Contains(cell) {
				return fmt.Errorf("row %d, cell %d lies outside", i, j)
			}
		}
	}
	return nil
}

func inside(content string, r document.Range) error {
	if r.Start < 0 || r.End < r.Start || r.End > len(content) {
		return fmt.Errorf("range %v of %d bytes", r, len(content))
	}
	for _, at := range []int{r.Start, r.End} {
		if at < len(content) && !utf8.RuneStart(content[at]) {
			return fmt.Errorf("range %v cuts a character", r)
		}
	}
	return nil
}
