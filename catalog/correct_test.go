package catalog_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/document"
)

// fixed corrects the forest order and gives it as it is shown then.
func fixed(t *testing.T, l *library, field, value string) (*catalog.Shown, error) {
	t.Helper()
	id := l.id["chain1/87-ct-ttg.docx"]
	if _, err := l.Correct(t.Context(), catalog.Fix{Document: id, Field: field, Value: value, Who: "Lan"}); err != nil {
		return nil, err
	}
	d, err := l.Document(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return d, nil
}

func TestCorrectAsPeopleWrite(t *testing.T) {
	for _, c := range []struct {
		field, value string
		got          func(*catalog.Shown) string
		want         string
	}{
		{"symbol", "88/CT-TTg", func(d *catalog.Shown) string { return d.Symbol.Value + " " + d.Symbol.Method }, "88/CT-TTg person"},
		{"symbol", catalog.Absent, func(d *catalog.Shown) string { return presence(d.Symbol) }, "absent"},
		{"kind", "Kế hoạch", func(d *catalog.Shown) string { return d.Kind.Value + " " + d.Kind.Name }, "ke_hoach Kế hoạch"},
		{"issued_on", "13/12/2023", func(d *catalog.Shown) string { return d.IssuedOn.Value }, "2023-12-13"},
		{"issued_on", "2023-12-13", func(d *catalog.Shown) string { return d.IssuedOn.Value }, "2023-12-13"},
		{"issuer", "UBND tỉnh Kon Tum", func(d *catalog.Shown) string { return d.Issuer.Value + " " + string(d.Issuer.Code) }, "UBND tỉnh Kon Tum UBND"},
		{"title", "Về việc khác", func(d *catalog.Shown) string { return d.Title.Value }, "Về việc khác"},
		{"signer.position", "Phó Thủ tướng", func(d *catalog.Shown) string { return string(d.Signer.Position) }, "Phó Thủ tướng"},
		{"signer.authority", "KT.", func(d *catalog.Shown) string { return string(d.Signer.Authority) }, "KT."},
		{"tasks.1.lead", "Sở A; Sở B;", func(d *catalog.Shown) string { return strings.Join(d.Tasks[0].Lead, "|") }, "Sở A|Sở B"},
		{"tasks.1.support", catalog.Absent, func(d *catalog.Shown) string { return strings.Join(d.Tasks[0].Support, "|") }, ""},
		{"tasks.1.due", "15/12/2024", func(d *catalog.Shown) string { return string(d.Tasks[0].Due.Value) + " " + d.Tasks[0].Due.Text }, "2024-12-15 15/12/2024"},
		{"themes", `[{"kind": "theme", "text": "Giữ rừng"}]`, func(d *catalog.Shown) string { return d.Themes[0].Text }, "Giữ rừng"},
	} {
		d, err := fixed(t, newLibrary(t, "87-ct-ttg.docx"), c.field, c.value)
		if err != nil {
			t.Errorf("%s = %s: %v", c.field, c.value, err)
			continue
		}
		if got := c.got(d); got != c.want {
			t.Errorf("%s = %s: %q, want %q", c.field, c.value, got, c.want)
		}
		if len(d.Corrections) != 1 || d.Corrections[0].Who != "Lan" {
			t.Errorf("%s: shown as %+v", c.field, d.Corrections)
		}
	}
}

func presence(f *document.Field) string {
	if f == nil {
		return "absent"
	}
	return f.Value
}

func TestCorrectRefuses(t *testing.T) {
	l := newLibrary(t, "87-ct-ttg.docx")
	for _, c := range []struct{ name, field, value string }{
		{"no field", "colour", "red"},
		{"the secrecy mark", "secrecy", "Mật"},
		{"a kind that is none", "kind", "bài thơ"},
		{"a day that is none", "issued_on", "31/02/2024"},
		{"an empty value", "symbol", "  "},
		{"a task that is not there", "tasks.99.lead", "Sở A"},
		{"a task without number", "tasks.x.lead", "Sở A"},
		{"a part that a task has not", "tasks.1.colour", "red"},
		{"no units", "tasks.1.lead", " ; "},
		{"a part that a signer has not", "signer.colour", "red"},
		{"broken JSON", "themes", "[{"},
	} {
		if _, err := fixed(t, l, c.field, c.value); !errors.Is(err, catalog.ErrBadCorrection) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if _, err := l.Correct(t.Context(), catalog.Fix{Document: "99/CT-X", Field: "symbol", Value: "1/CT-X", Who: "Lan"}); !errors.Is(err, catalog.ErrNotFound) {
		t.Errorf("a document that is not there: %v", err)
	}
	if all, err := l.Corrections(t.Context(), ""); err != nil || len(all) != 0 {
		t.Errorf("recorded %+v, %v", all, err)
	}
}

// TestCorrectionsHold corrects, extracts anew, takes back, and reads the gold at each step.
func TestCorrectionsHold(t *testing.T) {
	l := newLibrary(t, "87-ct-ttg.docx", "118-cd-ttg.txt")
	if _, err := fixed(t, l, "symbol", "88/CT-TTg"); err != nil {
		t.Fatal(err)
	}
	if _, err := fixed(t, l, "tasks.2.lead", "Sở A"); err != nil {
		t.Fatal(err)
	}
	l.put(t, filepath.Join(corpus, "chain1", "87-ct-ttg.docx"))
	gold, err := l.Gold(t.Context())
	if err != nil || len(gold) != 1 {
		t.Fatalf("%d references, %v", len(gold), err)
	}
	g := gold[0].Gold
	tasks, _ := g["tasks"].([]any)
	if g["symbol"] != "88/CT-TTg" || g["partial"] != true || len(tasks) != 1 || tasks[0].(document.Task).Lead[0] != "Sở A" || len(g) != 3 {
		t.Errorf("gold %v", g)
	}
	if gold[0].Source.Name != "87-ct-ttg.docx" || len(gold[0].Source.Data) == 0 {
		t.Errorf("source %q of %d bytes", gold[0].Source.Name, len(gold[0].Source.Data))
	}
	for _, field := range []string{"symbol", "tasks.2.lead"} {
		if _, err := l.Correct(t.Context(), catalog.Fix{Document: gold[0].ID, Field: field, Who: "Minh", Undo: true}); err != nil {
			t.Fatal(err)
		}
	}
	d, err := l.Document(t.Context(), forestOrder)
	if err != nil || d.Symbol.Method == "person" || len(d.Corrections) != 0 {
		t.Errorf("taken back: %+v, %+v, %v", d.Symbol, d.Corrections, err)
	}
	if gold, err := l.Gold(t.Context()); err != nil || len(gold) != 0 {
		t.Errorf("gold of what nobody says any more: %v, %v", gold, err)
	}
	if all, err := l.Corrections(t.Context(), forestOrder); err != nil || len(all) != 4 || all[3].Who != "Minh" || all[3].Value != nil {
		t.Errorf("history %+v, %v", all, err)
	}
}

// TestGoldOfEveryField exports each field that can be corrected.
func TestGoldOfEveryField(t *testing.T) {
	l := newLibrary(t, "87-ct-ttg.docx")
	for _, f := range []string{"kind", "symbol", "issuer", "issued_on", "place", "title", "signer", "urgency"} {
		if _, err := fixed(t, l, f, catalog.Absent); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range []string{"recipients", "themes", "citations", "tasks", "results"} {
		if _, err := fixed(t, l, f, "[]"); err != nil {
			t.Fatal(err)
		}
	}
	gold, err := l.Gold(t.Context())
	if err != nil || len(gold) != 1 || len(gold[0].Gold) != 13 {
		t.Fatalf("%+v, %v", gold, err)
	}
	for _, f := range []string{"kind", "symbol", "issuer", "issued_on", "place", "title", "signer", "urgency"} {
		if v, ok := gold[0].Gold[f]; !ok || v != nil {
			t.Errorf("%s: %v, %v", f, v, ok)
		}
	}
}
