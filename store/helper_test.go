package store

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/soichi/soichi/document"
)

// version is the extractor version that tests use unless they are about versions.
const version = "1"

var (
	ctx = context.Background()
	// day is where the clock of tests stands; old is a modification time that it trusts.
	day = time.Date(2026, 11, 22, 8, 0, 0, 0, time.UTC)
	old = day.Add(-time.Hour)
)

// open opens the library in dir for the length of the test.
func open(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(ctx, dir, Options{Clock: func() time.Time { return day }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// doc makes a small directive whose spans are true of its text.
func doc(path, number, body string) *document.Document {
	symbol := number + "/CT-UBND"
	text := "CHỈ THỊ\nSố: " + symbol + "\n" + body + "\nThực hiện Chỉ thị số 19/CT-TTg."
	r := document.NewRuler(text)
	span := func(part string) document.Span {
		for i := 0; i+len(part) <= len(text); i++ {
			if text[i:i+len(part)] == part {
				return r.Span(document.Range{Start: i, End: i + len(part)})
			}
		}
		panic("the test's text does not hold " + part)
	}
	of := func(part string) document.Evidence {
		sp := span(part)
		return document.Evidence{Span: &sp, Confidence: 0.9, Method: "test"}
	}
	d := &document.Document{
		Text:   text,
		Source: document.Source{Path: path, MediaType: "text/plain"},
		Kind:   &document.Kind{Value: "chi_thi", Name: "Chỉ thị", Evidence: of("CHỈ THỊ")},
		Symbol: &document.Field{Value: symbol, Evidence: of(symbol)},
		Citations: []document.Citation{{
			Kind: "chi_thi", Symbol: "19/CT-TTg", Relation: document.Implements, Span: span("Chỉ thị số 19/CT-TTg"), Confidence: 0.9, Method: "test",
		}},
		Themes: []document.Theme{{Kind: document.ThemeSubject, Text: body, Span: span(body)}},
	}
	d.FillEmpty()
	return d
}

// put ingests body at path under its own words as source, and fails the test on an error.
func put(t testing.TB, s *Store, path, number, body string) (id, outcome string) {
	t.Helper()
	id, outcome, err := s.Put(ctx, doc(path, number, body), []byte(body), old, version)
	if err != nil {
		t.Fatal(err)
	}
	return id, outcome
}

// sound fails the test if the library is not what it promises to be.
func sound(t testing.TB, s *Store) {
	t.Helper()
	problems, err := s.Verify(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("verify: %+v", p)
	}
}

// abs makes a path of the test's own that is absolute on every system.
func abs(parts ...string) string {
	root, err := filepath.Abs(string(filepath.Separator))
	if err != nil {
		panic(fmt.Sprintf("no root folder: %v", err))
	}
	return filepath.Join(append([]string{root, "docs"}, parts...)...)
}
