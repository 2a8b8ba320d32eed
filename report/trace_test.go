package report

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
)

// chain is a directive that rests on a wanted decision, a plan that carries it out, and a report whose citation is not
// decided. The plan and the directive speak of each other.
func chain() *graph.Trace {
	quote := document.Span{End: 4, Exact: "Chỉ thị số 87/CT-TTg"}
	return &graph.Trace{
		Root: "d",
		Nodes: []*graph.Node{
			{ID: "d", Kind: "chi_thi", Symbol: "87/CT-TTg", IssuedOn: "2023-12-12", Issuer: "Thủ tướng Chính phủ", Title: `Về "cháy" <rừng> \ khô`, Held: true},
			{ID: "w", Kind: "quyet_dinh", Symbol: "2987/QĐ-TTg", IssuedOn: "2021-11-02"},
			{ID: "p", Kind: "ke_hoach", Symbol: "15/KH-UBND", IssuedOn: "2024-01-10", Held: true},
			{ID: "r", Kind: "bao_cao", Title: "Báo cáo không số", Held: true},
		},
		Edges: []graph.Edge{
			{From: "d", To: "w", Relation: document.Implements, In: "d", Span: quote, State: graph.Wanted},
			{From: "d", To: "p", Relation: document.Cites, In: "d", Span: quote, State: graph.Resolved},
			{From: "p", To: "d", Relation: document.Implements, In: "p", Span: quote, State: graph.Resolved},
			{From: "r", To: "p", Relation: document.ReportsOn, In: "r", Span: quote, State: graph.Ambiguous, Candidates: make([]graph.Candidate, 2)},
		},
	}
}

func TestTree(t *testing.T) {
	var out bytes.Buffer
	if err := Tree(&out, chain()); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if !strings.Contains(lines[0], "87/CT-TTg") || !strings.Contains(lines[0], "[d]") {
		t.Errorf("begins with %q, want the root", lines[0])
	}
	for _, want := range []string{"↑ ", "↓ ", "2987/QĐ-TTg", "[chưa có trong kho]", "“Chỉ thị số 87/CT-TTg”", "[ambiguous: 2]", "Báo cáo không số"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
	if n := strings.Count(out.String(), "[r]"); n != 1 {
		t.Errorf("the report is opened %d times, want once", n)
	}
}

func TestTreeOfNothing(t *testing.T) {
	var out bytes.Buffer
	if err := Tree(&out, &graph.Trace{Root: "x"}); err != nil || out.Len() != 0 {
		t.Errorf("%q, %v", out.String(), err)
	}
}

func TestDOT(t *testing.T) {
	var out bytes.Buffer
	if err := DOT(&out, chain()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"digraph trace {", `"p" -> "d"`, "style=dashed", `\"cháy\"`, `\\`, "}\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
	if n := strings.Count(out.String(), " -> "); n != 4 {
		t.Errorf("%d edges, want 4", n)
	}
}

func TestMermaid(t *testing.T) {
	var out bytes.Buffer
	if err := Mermaid(&out, chain()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"flowchart BT\n", "n2 -->|", "n1([", "#quot;cháy#quot;", "#lt;rừng#gt;"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		width      int
		want       string
	}{
		{"short", "Kế hoạch", 20, "Kế hoạch"},
		{"at a blank", "Kế hoạch phòng cháy", 9, "Kế hoạch|phòng|cháy"},
		{"a word longer than the line", "a phòngcháychữacháy b", 5, "a|phòngcháychữacháy|b"},
		{"blanks are folded", "a \n b", 9, "a b"},
		{"nothing", "", 9, ""},
	} {
		if got := wrap(tt.text, tt.width, "|"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestEveryRelationIsNamedBothWays(t *testing.T) {
	for _, r := range document.Relations() {
		if RelationName(r, false) == "" || RelationName(r, true) == "" || RelationName(r, false) == RelationName(r, true) {
			t.Errorf("%s: %q and back %q", r, RelationName(r, false), RelationName(r, true))
		}
	}
}

// full is a disk that holds nothing more.
type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrorsAreTold(t *testing.T) {
	r, tr := sample(), chain()
	list, ledger := CoverageList(r), coverage.LedgerOf(r)
	for name, write := range map[string]func() error{
		"table": func() error { return Table(full{}, r) }, "csv": func() error { return CSV(full{}, list) },
		"html": func() error { return HTML(full{}, r) }, "xlsx": func() error { return XLSX(full{}, list) },
		"tree": func() error { return Tree(full{}, tr) }, "dot": func() error { return DOT(full{}, tr) }, "mermaid": func() error { return Mermaid(full{}, tr) },
		"list": func() error { return Chain(full{}, tr) }, "docx": func() error { return DOCX(full{}, list) }, "page": func() error { return ListHTML(full{}, list) },
		"ledger": func() error { return LedgerTable(full{}, ledger) }, "calendar": func() error { return Calendar(full{}, ledger) },
	} {
		if err := write(); !errors.Is(err, errFull) {
			t.Errorf("%s: %v, want the error of the disk", name, err)
		}
	}
}
