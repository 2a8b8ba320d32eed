package store

import (
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

// TestVerifyFinds damages a sound library behind the store's back, one way each.
func TestVerifyFinds(t *testing.T) {
	cases := map[string]struct {
		damage string
		want   []string // the codes, in order
	}{
		"nothing":                     {`SELECT 1`, nil},
		"bytes of another file":       {`UPDATE blobs SET data = (SELECT data FROM blobs ORDER BY sha DESC LIMIT 1)`, []string{ProblemSource}},
		"bytes that do not unpack":    {`UPDATE blobs SET data = x'00' WHERE sha = (SELECT min(sha) FROM blobs)`, []string{ProblemSource}},
		"bytes that are gone":         {`DELETE FROM blobs`, []string{ProblemSource, ProblemSource}},
		"a text of another document":  {`UPDATE contents SET text = 'CHỈ' WHERE version_id = 1`, []string{ProblemSpan, ProblemSpan, ProblemSpan, ProblemSpan}},
		"a torn extraction":           {`UPDATE contents SET extraction = x'28b52ffd' WHERE version_id = 1`, []string{ProblemExtraction}},
		"another symbol in the list":  {`UPDATE versions SET symbol = '7/CT-UBND' WHERE id = 1`, []string{ProblemFields}},
		"citations that are not its":  {`UPDATE contents SET citations = '[]' WHERE version_id = 2`, []string{ProblemFields}},
		"a version without contents":  {`DELETE FROM contents WHERE version_id = 1`, []string{ProblemReference}},
		"a path without its document": {`PRAGMA foreign_keys = 0; UPDATE paths SET document_id = 'x' WHERE path LIKE '%a'`, []string{ProblemReference}},
		"a correction that is none":   {`INSERT INTO corrections (document_id, field, value, who, at) SELECT id, 'colour', '1', 'x', 0 FROM documents LIMIT 1`, []string{ProblemFields}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s := open(t, t.TempDir())
			put(t, s, abs("a"), "1", "x")
			put(t, s, abs("b"), "2", "y")
			if _, err := s.w.Exec(c.damage); err != nil {
				t.Fatal(err)
			}
			problems, err := s.Verify(ctx)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range problems {
				got = append(got, p.Code)
				if p.Detail == "" {
					t.Errorf("no detail: %+v", p)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%v, want %v: %+v", got, c.want, problems)
			}
		})
	}
}

// TestHalfALetter puts a value that was cut within a letter, which JSON cannot hold.
func TestHalfALetter(t *testing.T) {
	s := open(t, t.TempDir())
	d := doc(abs("a"), "1", "x")
	d.Citations[0].Title = document.NullString("Luật"[:3])
	d.Title = &document.Field{Value: "Luật"[:3]}
	id, _, err := s.Put(ctx, d, []byte("x"), old, version)
	if err != nil {
		t.Fatal(err)
	}
	sound(t, s)
	if got, err := s.Get(ctx, id); err != nil || got.Text != d.Text || !utf8.ValidString(got.Title.Value) {
		t.Errorf("%+v %v", got, err)
	}
}
