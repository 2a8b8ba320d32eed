package readtest

import (
	"slices"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
)

// Text reads a file that must be readable, checks the promises of document.Text, and compares the text.
func Text(t *testing.T, r read.Reader, data []byte, content string) *document.Text {
	t.Helper()
	res, err := r.Read(t.Context(), read.Source{Data: data}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if res.Text.Content != content {
		t.Errorf("got  %q\nwant %q", res.Text.Content, content)
	}
	if err := Check(res); err != nil {
		t.Error(err)
	}
	return res.Text
}

// Table reads a file with one data table and compares its cells, row by row.
func Table(t *testing.T, r read.Reader, data []byte, want [][]string) {
	t.Helper()
	res, err := r.Read(t.Context(), read.Source{Data: data}, read.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if err := Check(res); err != nil {
		t.Error(err)
	}
	if len(res.Text.Tables) != 1 {
		t.Fatalf("%d tables in %q", len(res.Text.Tables), res.Text.Content)
	}
	var got [][]string
	for _, row := range res.Text.Tables[0].Rows {
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, c.In(res.Text.Content))
		}
		got = append(got, cells)
	}
	if !slices.EqualFunc(got, want, slices.Equal[[]string]) {
		t.Errorf("%q\ngot  %q\nwant %q", res.Text.Content, got, want)
	}
}

// Sound reads a file that a fuzzer made and reports a panic, a hang, an unsound result, an error without a reason.
func Sound(t *testing.T, r read.Reader, data []byte) {
	t.Helper()
	if err := try(r, "fuzz", data); err != nil {
		t.Error(err)
	}
}
