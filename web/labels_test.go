package web

import (
	"testing"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
)

// Whatever a closed set holds has a name in either language.
func TestEverythingHasALabel(t *testing.T) {
	for _, lang := range []string{vietnamese, english} {
		l := labels(lang)
		check := func(what, got string) {
			if got == "" {
				t.Errorf("%s: %s has no name", lang, what)
			}
		}
		for _, s := range []coverage.Status{coverage.Reported, coverage.Planned, coverage.Acknowledged, coverage.Missing} {
			check(string(s), l["status"].(func(coverage.Status) string)(s))
		}
		for _, s := range []coverage.DueState{coverage.DoneOnTime, coverage.DoneLate, coverage.Open, coverage.Overdue} {
			check(string(s), l["due"].(func(coverage.DueState) string)(s))
		}
		for _, f := range []coverage.Flag{coverage.Outdated, coverage.Unassigned, coverage.LaterDeadline, coverage.AmbiguousLink} {
			check(string(f), l["flag"].(func(coverage.Flag) string)(f))
		}
		for _, s := range []graph.State{graph.Resolved, graph.Wanted, graph.Ambiguous, graph.Conflicting} {
			check(string(s), l["state"].(func(graph.State) string)(s))
		}
		for _, r := range document.Relations() {
			relation := l["relation"].(func(document.Relation, bool) string)
			check(string(r), relation(r, false))
			check(string(r)+" backwards", relation(r, true))
		}
		for _, k := range document.Kinds() {
			check(k.Value, l["genre"].(func(string) string)(k.Value))
		}
	}
}

func TestEnglishKindsAreThoseOfTheVocabulary(t *testing.T) {
	names := englishKinds()
	for _, k := range document.Kinds() {
		if names[k.Value] == "" {
			t.Errorf("%s has no English name in kinds.tsv", k.Value)
		}
		delete(names, k.Value)
	}
	if len(names) > 0 {
		t.Errorf("kinds.tsv names what is no kind: %v", names)
	}
}

func TestLabelIn(t *testing.T) {
	for _, c := range []struct {
		node graph.Node
		want string
	}{
		{graph.Node{ID: "a", Kind: "chi_thi", Symbol: "87/CT-TTg", IssuedOn: "2023-12-12", Title: "Trực Tết", Issuer: "Bộ X"}, "Chỉ thị 87/CT-TTg, 12/12/2023, Trực Tết, Bộ X"},
		{graph.Node{ID: "a", Kind: "luat", IssuedOn: "2017", Title: "Luật Lâm nghiệp"}, "2017, Luật Lâm nghiệp"},
		{graph.Node{ID: "a", Kind: "tin_bai", Title: "Ra quân"}, "Tin bài, Ra quân"},
		{graph.Node{ID: "a"}, "a"},
	} {
		if got := labelIn(&c.node); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestDay(t *testing.T) {
	for iso, want := range map[document.NullString]string{"2024-01-31": "31/01/2024", "2024-01": "01/2024", "2024": "2024", "": ""} {
		if got := day(iso); got != want {
			t.Errorf("%q: %q, want %q", iso, got, want)
		}
	}
}
