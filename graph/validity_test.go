package graph

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

// changing makes a document of a day that does something to the directive 1/CT-TTg.
func changing(id, on string, rel document.Relation) Card {
	return card(id, "chi_thi", id+"/CT-TTg", pm, on, cite("chi_thi", "1/CT-TTg", pm, "2021-07-06", rel))
}

func TestValidity(t *testing.T) {
	part := changing("9", "2021-09-01", document.Repeals)
	part.Citations[0].Provision = &document.Provision{Clause: "2"}
	for _, tt := range []struct {
		name  string
		cards []Card
		on    string
		want  Validity
	}{
		{"nobody changed it", nil, "", Validity{State: InForce}},
		{"a mention changes nothing", []Card{changing("2", "2021-08-01", document.Implements)}, "", Validity{State: InForce}},
		{"amended", []Card{changing("2", "2021-08-01", document.Amends)}, "", Validity{Amended, "2021-08-01", "2"}},
		{"the last amendment", []Card{changing("2", "2021-08-01", document.Amends), changing("3", "2021-10-01", document.Amends)}, "", Validity{Amended, "2021-10-01", "3"}},
		{"not yet amended", []Card{changing("2", "2021-08-01", document.Amends)}, "2021-07-31", Validity{State: InForce}},
		{"replaced after an amendment", []Card{changing("2", "2021-08-01", document.Amends), changing("3", "2022-01-01", document.Replaces)}, "2022-01-01", Validity{Replaced, "2022-01-01", "3"}},
		{"amended before it was replaced", []Card{changing("2", "2021-08-01", document.Amends), changing("3", "2022-01-01", document.Replaces)}, "2021-12-31", Validity{Amended, "2021-08-01", "2"}},
		{"the first end counts", []Card{changing("2", "2022-05-01", document.Repeals), changing("3", "2022-01-01", document.Replaces)}, "", Validity{Replaced, "2022-01-01", "3"}},
		{"a provision repealed", []Card{part}, "", Validity{Amended, "2021-09-01", "9"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			g := build(append(tt.cards, card("d", "chi_thi", "1/CT-TTg", pm, "2021-07-06"))...)
			if got := g.Validity("d", tt.on); got != tt.want {
				t.Errorf("%+v, want %+v", got, tt.want)
			}
		})
	}
}

func TestUntil(t *testing.T) {
	replaced := Validity{Replaced, "2022-01-01", "3"}
	for _, tt := range []struct {
		name, last, on string
		v, want        Validity
	}{
		{"no end named", "", "2025-01-01", replaced, replaced},
		{"the end has not come", "2022-12-31", "2022-12-31", Validity{State: InForce}, Validity{State: InForce}},
		{"the end has come", "2022-12-31", "2023-01-01", Validity{State: Amended}, Validity{State: Expired, On: "2022-12-31"}},
		{"ended before", "2022-12-31", "2023-01-01", replaced, replaced},
		{"expired before it was replaced", "2021-12-31", "2023-01-01", replaced, Validity{State: Expired, On: "2021-12-31"}},
	} {
		if got := tt.v.Until(tt.last, tt.on); got != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestSuccessors(t *testing.T) {
	g := build(card("d", "chi_thi", "1/CT-TTg", pm, "2021-07-06"), changing("2", "2022-01-01", document.Replaces), changing("3", "2022-02-01", document.Amends))
	if got := g.Successors("d", ""); len(got) != 1 || got[0].ID != "2" {
		t.Errorf("successors %+v", got)
	}
	if got := g.Successors("d", "2021-12-31"); len(got) != 0 {
		t.Errorf("%+v before it was issued", got)
	}
	if got := g.Predecessors("2"); len(got) != 1 || got[0].ID != "d" {
		t.Errorf("predecessors %+v", got)
	}
}

// TestAsOfIgnoresWhatCameLater holds that a trace as of a day is the trace of the library as it was on that day, as far
// as the held documents go.
func TestAsOfIgnoresWhatCameLater(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := cards(t)
		on := rapid.SampledFrom([]string{"2021-06-07", "2021-07-01", "2021-12-31", "2022-01-01"}).Draw(t, "as of")
		g := Build(all, names{}, nil)
		root := rapid.SampledFrom(all).Draw(t, "root").ID
		tr := g.Trace(root, TraceOptions{AsOf: on, Mentions: true})
		for _, n := range tr.Nodes {
			if n.ID != tr.Root && string(n.IssuedOn) > on {
				t.Fatalf("%s of %s in a trace as of %s", n.ID, n.IssuedOn, on)
			}
		}
		for _, e := range tr.Edges {
			if in := g.Node(e.In); string(in.IssuedOn) > on {
				t.Fatalf("%s of %s speaks in a trace as of %s", in.ID, in.IssuedOn, on)
			}
		}
		for id, v := range tr.Validity {
			if string(v.On) > on {
				t.Fatalf("%s changed on %s in a trace as of %s", id, v.On, on)
			}
		}
	})
}
