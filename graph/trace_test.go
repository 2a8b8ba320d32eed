package graph

import (
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

// chain is a directive, a plan for it, a report on the plan, and a decision that amends the directive.
func chain() []Card {
	toDirective := cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Implements)
	return []Card{
		card("d", "chi_thi", "19/CT-TTg", pm, "2021-07-16", cite("nghi_quyet", "16/2021/QH15", "Quốc hội", "2021-07-27", document.BasedOn)),
		card("p", "ke_hoach", "15/KH-UBND", huế, "2021-09-01", toDirective, toDirective),
		card("r", "bao_cao", "30/BC-UBND", huế, "2022-09-01", cite("ke_hoach", "15/KH-UBND", huế, "2021-09-01", document.ReportsOn)),
		card("q", "quyet_dinh", "7/QĐ-TTg", pm, "2022-01-01", cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Amends)),
	}
}

func ids(t Trace) string {
	var out []string
	for _, n := range t.Nodes {
		out = append(out, strings.SplitN(n.ID, ":", 2)[0])
	}
	return strings.Join(out, " ")
}

func TestTraceGoesBothWays(t *testing.T) {
	g := build(chain()...)
	for _, tt := range []struct {
		name string
		id   string
		dir  Direction
		want string
	}{
		{"whole chain from the directive", "d", Both, "d wanted p q r"},
		{"up from the plan", "p", Up, "p d wanted"},
		{"down from the directive", "d", Down, "d p q r"},
		{"down from the end", "r", Down, "r"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := ids(g.Trace(tt.id, TraceOptions{Direction: tt.dir})); got != tt.want {
				t.Errorf("nodes %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTraceMergesMentions(t *testing.T) {
	tr := build(chain()...).Trace("p", TraceOptions{Direction: Up})
	for _, e := range tr.Edges {
		if e.From == "p" && e.To == "d" && e.Mentions != 2 {
			t.Errorf("%d mentions in one edge, want 2", e.Mentions)
		}
	}
}

func TestTraceOfACitedDocument(t *testing.T) {
	g := build(chain()[1])
	id := g.Missing()[0].Node
	if got := ids(g.Trace(id, TraceOptions{})); got != "wanted p" {
		t.Errorf("nodes %q, want the cited directive and the held plan", got)
	}
}

func TestTraceDepth(t *testing.T) {
	if got := ids(build(chain()...).Trace("d", TraceOptions{Direction: Down, Depth: 1})); got != "d p q" {
		t.Errorf("nodes %q at depth 1", got)
	}
}

func TestCycleEnds(t *testing.T) {
	a := card("a", "ke_hoach", "1/KH-UBND", huế, "2021-01-01", cite("ke_hoach", "2/KH-UBND", huế, "2021-01-02", document.Implements))
	b := card("b", "ke_hoach", "2/KH-UBND", huế, "2021-01-02", cite("ke_hoach", "1/KH-UBND", huế, "2021-01-01", document.Implements))
	tr := build(a, b).Trace("a", TraceOptions{})
	if !slices.Equal(tr.Cycles, []string{"a"}) || len(tr.Edges) != 2 {
		t.Errorf("cycles %v, %d edges; want a and 2", tr.Cycles, len(tr.Edges))
	}
}

func TestMentionsAreShownNextToTheRootOnly(t *testing.T) {
	far := card("f", "bao_cao", "", "", "", cite("ke_hoach", "15/KH-UBND", huế, "2021-09-01", document.Cites))
	near := card("n", "tin_bai", "", "", "", cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Cites))
	g := build(append(chain(), far, near)...)
	if got := ids(g.Trace("d", TraceOptions{Direction: Down})); got != "d n p q r" {
		t.Errorf("nodes %q: a mention of the root is shown, a mention of its plan is not", got)
	}
	if got := ids(g.Trace("d", TraceOptions{Direction: Down, Mentions: true})); !strings.Contains(got, "f") {
		t.Errorf("nodes %q: all mentions were asked for", got)
	}
}

func TestNestedRelationRunsFromItsSubject(t *testing.T) {
	x := card("x", "ke_hoach", "", "", "",
		cite("ke_hoach", "16/KH-HĐTĐKT", "", "2021-08-31", document.BasedOn),
		about(0, cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Implements)))
	g := build(x)
	l := g.In(g.Of("x")[1].To)[0]
	if from := g.Node(l.From); from == nil || from.Symbol != "16/KH-HĐTĐKT" || l.In != "x" {
		t.Errorf("the relation runs from %+v, want from the plan that the sentence names", from)
	}
	if n := g.Missing()[0].Cited; n != 1 {
		t.Errorf("counted %d times, want the one mention", n)
	}
}

func TestPassiveRunsTheOtherWay(t *testing.T) {
	amending := about(0, cite("thong_tu", "05/2021/TT-BGDĐT", "", "2021-03-12", document.Amends))
	amending.Inverse = true
	x := card("x", "chi_thi", "", "", "", cite("thong_tu", "15/2020/TT-BGDĐT", "", "2020-05-26", document.Implements), amending)
	g := build(x)
	by := g.Of("x")[1]
	if g.Node(by.From).ID != "x" || g.Node(by.To).Symbol != "05/2021/TT-BGDĐT" || by.Relation != document.Cites {
		t.Errorf("%+v: the document itself merely mentions the amending circular", by)
	}
	l := g.Out(by.To)[0]
	if g.Node(l.From).Symbol != "05/2021/TT-BGDĐT" || g.Node(l.To).Symbol != "15/2020/TT-BGDĐT" {
		t.Errorf("%s amends %s: the passive was read the wrong way round", g.Node(l.From).Symbol, g.Node(l.To).Symbol)
	}
}

func TestCopiesAreOneWork(t *testing.T) {
	scan := card("a", "chi_thi", "19/CT-TTg", pm, "2021-07-16")
	scan.Path, scan.Size = "quet.pdf", 1000
	typed := card("b", "chi_thi", "19/CT-TTg", pm, "2021-07-16")
	typed.Path, typed.Size = "go.docx", 900
	plan := card("p", "ke_hoach", "", "", "", cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Implements))
	g := build(scan, typed, plan)
	if l := g.Of("p")[0]; l.State != Resolved || l.To != "b" {
		t.Errorf("got %s to %s, want the typed copy to stand for the work", l.State, l.To)
	}
	if n := g.Node("a"); n.ID != "b" || !slices.Equal(n.Copies, []string{"a"}) {
		t.Errorf("the scan is %+v, want a copy of b", n)
	}
}

func TestStrength(t *testing.T) {
	if strength(document.Implements) <= strength(document.Cites) || strength(document.Cites) >= strength(document.ReportsOn) {
		t.Error("a mere mention is the weakest relation")
	}
}

func TestTheStrongestRelationNamesTheEdge(t *testing.T) {
	mention := cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Cites)
	weak, sure := mention, mention
	weak.Relation, weak.Confidence, weak.Span.Exact = document.Implements, 0.6, "weak"
	sure.Relation, sure.Confidence, sure.Span.Exact = document.Implements, 0.9, "sure"
	for _, order := range [][]document.Citation{{mention, weak, sure}, {sure, weak, mention}} {
		tr := build(card("d", "chi_thi", "19/CT-TTg", pm, "2021-07-16"), card("x", "ke_hoach", "", "", "", order...)).Trace("x", TraceOptions{Direction: Up})
		if len(tr.Edges) != 1 || tr.Edges[0].Relation != document.Implements || tr.Edges[0].Span.Exact != "sure" {
			t.Errorf("%+v, want the surest mention of the strongest relation", tr.Edges)
		}
	}
}

func TestExpire(t *testing.T) {
	for _, tt := range []struct {
		name, last, on string
		held           Force // what others say of it; "" for nothing
		want           Force
	}{
		{"its last day is past", "2023-12-31", "2024-01-01", "", Expired},
		{"on its last day", "2023-12-31", "2023-12-31", "", ""},
		{"it names none", "", "2024-01-01", "", ""},
		{"no day is asked for", "2023-12-31", "", "", ""},
		{"it was amended before", "2023-12-31", "2024-01-01", Amended, Expired},
		{"it was repealed before", "2023-12-31", "2024-01-01", Repealed, Repealed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var tr Trace
			if tt.held != "" {
				tr.note("d", Validity{State: tt.held, On: "2022-01-01"})
			}
			tr.Expire("d", tt.last, tt.on)
			if got := tr.Validity["d"].State; got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}

// TestWhatIsToldLaterHidesNothing holds that a mention stands in a trace as of a day on which nobody had yet told more.
func TestWhatIsToldLaterHidesNothing(t *testing.T) {
	directive := card("d", "chi_thi", "1/CT-TTg", pm, "2021-01-05")
	mention := cite("chi_thi", "1/CT-TTg", pm, "2021-01-05", document.Cites)
	plan := card("p", "ke_hoach", "15/KH-UBND", huế, "2021-03-01", mention)
	report := card("r", "bao_cao", "7/BC-UBND", huế, "2021-12-20", cite("ke_hoach", "15/KH-UBND", huế, "2021-03-01", document.Cites),
		about(0, cite("chi_thi", "1/CT-TTg", pm, "2021-01-05", document.Implements)))
	g := build(directive, plan, report)
	for on, want := range map[string]document.Relation{"2021-06-30": document.Cites, "2021-12-31": document.Implements} {
		tr := g.Trace("d", TraceOptions{AsOf: on, Direction: Down, Depth: 1})
		if !slices.ContainsFunc(tr.Edges, func(e Edge) bool { return e.From == "p" && e.To == "d" && e.Relation == want }) {
			t.Errorf("as of %s the plan is not tied by %q: %+v", on, want, tr.Edges)
		}
	}
}
