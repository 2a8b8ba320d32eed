package eval_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/eval"
	"github.com/soichi/soichi/graph"
)

// sameNames is a register to which every name is one of its own.
type sameNames struct{}

func (sameNames) Canonical(name, _ string) string { return name }
func (sameNames) Province(string) string          { return "" }

// shelf is a library with a directive, a plan for it and a report, and what coverage says of them.
type shelf struct {
	graph  *graph.Graph
	report coverage.Report
}

func (s shelf) Graph(context.Context) (*graph.Graph, error) { return s.graph, nil }

func (s shelf) Coverage(context.Context, string, string) (*coverage.Report, error) {
	return &s.report, nil
}

// world makes the documents of a chain and a library over them.
func world(evidence ...coverage.Evidence) (map[string]*document.Document, shelf) {
	held := map[string]*document.Document{
		"chi-thi.txt": {ID: "d", Kind: &document.Kind{Value: "chi_thi"}, Symbol: &document.Field{Value: "1/CT-TTg"}, IssuedOn: &document.Field{Value: "2025-01-01"}},
		"ke-hoach.txt": {ID: "p", Kind: &document.Kind{Value: "ke_hoach"}, Symbol: &document.Field{Value: "2/KH-UBND"}, Citations: []document.Citation{
			{Kind: "chi_thi", Symbol: "1/CT-TTg", Relation: document.Implements, Confidence: 1},
			{Kind: "luat", Symbol: "45/2019/QH14", Relation: document.BasedOn, Confidence: 1},
		}},
	}
	cards := []graph.Card{graph.CardOf(held["chi-thi.txt"]), graph.CardOf(held["ke-hoach.txt"])}
	rep := coverage.Report{
		Tasks: []coverage.Task{{Index: 0, Section: "1.a"}, {Index: 1, Section: "1.b"}},
		Cells: []coverage.Cell{{Task: 0, Unit: "Sở Y tế", Status: coverage.Planned, DueState: coverage.Open, Flags: []coverage.Flag{coverage.Outdated}, Evidence: evidence}},
	}
	return held, shelf{graph.Build(cards, sameNames{}, nil), rep}
}

func quote(words string, score float64) coverage.Evidence {
	return coverage.Evidence{Document: "p", Role: coverage.Planned, Score: score, Span: document.Span{Start: int(score * 1000), Exact: words}}
}

// figures are right, wrong and missed of a field.
func figures(t *eval.Thread, field string) [3]int {
	c := t.Fields[field]
	if c == nil {
		return [3]int{}
	}
	return [3]int{c.Right, c.Wrong, c.Missed}
}

func TestAddChain(t *testing.T) {
	cleaning := eval.GoldPair{Task: "1.a", Document: "ke-hoach.txt", Quote: "dọn vệ sinh  hằng tuần", Role: coverage.Planned}
	partial, optional, later := cleaning, cleaning, cleaning
	partial.Partial, optional.Optional, later.Task = true, true, "1.b"
	said := quote("Dọn vệ sinh hằng tuần ở các khu dân cư", 0.8)
	for _, tt := range []struct {
		name     string
		pairs    []eval.GoldPair
		evidence []coverage.Evidence
		field    string
		want     [3]int
	}{
		{"a pair found", []eval.GoldPair{cleaning}, []coverage.Evidence{said}, "alignments", [3]int{1, 0, 0}},
		{"a pair missed", []eval.GoldPair{cleaning, later}, []coverage.Evidence{said}, "alignments", [3]int{1, 0, 1}},
		{"a suggestion that is not listed", nil, []coverage.Evidence{said}, "alignments", [3]int{0, 1, 0}},
		{"an optional one given", []eval.GoldPair{optional}, []coverage.Evidence{said}, "alignments", [3]int{}},
		{"an optional one left out", []eval.GoldPair{optional}, nil, "alignments", [3]int{}},
		{"the role", []eval.GoldPair{cleaning}, []coverage.Evidence{said}, "alignments.role", [3]int{1, 0, 0}},
		{"a part taken for the whole", []eval.GoldPair{partial}, []coverage.Evidence{said}, "alignments.part", [3]int{0, 1, 1}},
		{"a resolved link", nil, nil, "links.resolved", [3]int{1, 0, 1}},
		{"a wanted link", nil, nil, "links.open", [3]int{1, 0, 0}},
		{"roles of documents", nil, nil, "links.role", [3]int{1, 1, 2}},
		{"status", nil, nil, "cells.status", [3]int{1, 0, 1}},
		{"due state", nil, nil, "cells.due", [3]int{0, 1, 1}},
		{"flags", nil, nil, "cells.flags", [3]int{1, 0, 0}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			held, lib := world(tt.evidence...)
			c := eval.Chain{
				Name: "x/chain.json",
				Links: []eval.GoldLink{
					{From: "ke-hoach.txt", Symbol: "1/CT-TTg", To: "chi-thi.txt", Relation: document.Implements},
					{From: "ke-hoach.txt", Symbol: "45/2019/QH14", To: "wanted", Relation: document.Cites},
					{From: "ke-hoach.txt", Symbol: "9/KH-UBND", To: "chi-thi.txt", Relation: document.Cites},
				},
				Alignments: []eval.GoldAlignment{{Directive: "chi-thi.txt", AsOf: "2025-06-30", Pairs: tt.pairs, Cells: []eval.GoldCell{
					{Task: "1.a", Unit: "Sở Y tế", Status: coverage.Planned, Due: coverage.Overdue, Flags: []coverage.Flag{coverage.Outdated}},
					{Task: "1.b", Unit: "Sở Y tế", Status: coverage.Missing},
				}}},
			}
			th := eval.NewThread()
			if err := th.AddChain(t.Context(), c, held, lib); err != nil {
				t.Fatal(err)
			}
			if got := figures(th, tt.field); got != tt.want {
				t.Errorf("right, wrong, missed %v, want %v: %+v", got, tt.want, th.Differences)
			}
		})
	}
}

// What persons decided judges only what it speaks of.
func TestAddPartialChain(t *testing.T) {
	cleaning := eval.GoldPair{Task: "9", TaskText: "Dọn vệ sinh", Document: "ke-hoach.txt", Quote: "dọn vệ sinh hằng tuần"}
	rejected, other := cleaning, cleaning
	rejected.Rejected, other.TaskText = true, "Trồng cây"
	said, more := quote("Dọn vệ sinh hằng tuần ở các khu dân cư", 0.8), quote("Thu gom rác", 0.7)
	unlinked := eval.GoldLink{From: "ke-hoach.txt", To: "chi-thi.txt", Rejected: true}
	for _, tt := range []struct {
		name     string
		pair     eval.GoldPair
		evidence []coverage.Evidence
		field    string
		want     [3]int
	}{
		{"confirmed and found, another not judged", cleaning, []coverage.Evidence{said, more}, "alignments", [3]int{1, 0, 0}},
		{"confirmed and missed", cleaning, []coverage.Evidence{more}, "alignments", [3]int{0, 0, 1}},
		{"rejected and found", rejected, []coverage.Evidence{said}, "alignments", [3]int{0, 1, 0}},
		{"rejected and not found", rejected, nil, "alignments", [3]int{}},
		{"of another task", other, []coverage.Evidence{said}, "alignments", [3]int{0, 0, 1}},
		{"nobody said what it is", cleaning, []coverage.Evidence{said}, "alignments.role", [3]int{}},
		{"a link undone and made again", cleaning, nil, "links.resolved", [3]int{0, 1, 0}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			held, lib := world(tt.evidence...)
			lib.report.Tasks[0].Text = "Dọn vệ sinh"
			c := eval.Chain{Partial: true, Links: []eval.GoldLink{unlinked}, Alignments: []eval.GoldAlignment{{Directive: "chi-thi.txt", Pairs: []eval.GoldPair{tt.pair}}}}
			th := eval.NewThread()
			if err := th.AddChain(t.Context(), c, held, lib); err != nil {
				t.Fatal(err)
			}
			if got := figures(th, tt.field); got != tt.want {
				t.Errorf("right, wrong, missed %v, want %v: %+v", got, tt.want, th.Differences)
			}
		})
	}
}

func TestAChainWithoutItsDirective(t *testing.T) {
	held, lib := world()
	err := eval.NewThread().AddChain(t.Context(), eval.Chain{Alignments: []eval.GoldAlignment{{Directive: "khac.txt"}}}, held, lib)
	if err == nil || !strings.Contains(err.Error(), "khac.txt") {
		t.Errorf("%v", err)
	}
}

func TestLoadChains(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{
		"gold/b.json": `{"folder": "../papers", "links": [{"from": "a.txt", "symbol": "1/CT-TTg", "to": "wanted"}]}`,
		"gold/a.json": `{"file": "a.txt"}`, "gold/c.json": `[1, 2]`,
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := eval.LoadChains(filepath.Join(dir, "gold"))
	if err != nil || len(got) != 1 || got[0].Folder != filepath.Join(dir, "papers") || len(got[0].Links) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := eval.LoadChains(filepath.Join(dir, "none")); err == nil {
		t.Error("no folder, no error")
	}
}

func TestCalibration(t *testing.T) {
	all := []eval.Suggestion{{Score: 0.55, Right: true}, {Score: 0.57}, {Score: 0.95, Right: true}, {Score: 1, Right: true}}
	got := eval.Calibration(all)
	if len(got) != 2 || got[0].Given != 2 || got[0].Right != 0.5 || got[1].Given != 2 || got[1].From != 0.9 {
		t.Fatalf("%+v", got)
	}
	if e := eval.CalibrationError(got); e < 0.0424 || e > 0.0426 { // (2·0.06 + 2·0.025) / 4
		t.Errorf("distance %v", e)
	}
	if eval.CalibrationError(nil) != 0 {
		t.Error("nothing given is no error")
	}
	var b strings.Builder
	if err := eval.PrintCalibration(&b, got); err != nil || !slices.Contains(strings.Fields(b.String()), "0.043") {
		t.Errorf("%v:\n%s", err, &b)
	}
}
