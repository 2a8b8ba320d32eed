package graph

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

// cards draws a library: few numbers, issuers and days, so that citations meet, clash and miss.
func cards(t *rapid.T) []Card {
	numbers := rapid.SampledFrom([]string{"1/CT-TTg", "2/CT-TTg", "15/KH-UBND", "7/KH-SYT", "19/2021/TT-BYT", ""})
	issuers := rapid.SampledFrom([]string{pm, huế, lạng, "Sở Y tế", "Sở Y tế tỉnh Lạng Sơn", ""})
	days := rapid.SampledFrom([]string{"2021-07-06", "2021-06-07", "2022-01-01", "2022", ""})
	kinds := rapid.SampledFrom([]string{"chi_thi", "ke_hoach", "bao_cao", ""})
	relations := rapid.SampledFrom(document.Relations())
	var out []Card
	for i := range rapid.IntRange(1, 9).Draw(t, "documents") {
		c := card(fmt.Sprintf("d%d", i), kinds.Draw(t, "kind"), numbers.Draw(t, "symbol"), issuers.Draw(t, "issuer"), days.Draw(t, "day"))
		if len(c.IssuedOn) < len("2006-01-02") {
			c.IssuedOn, c.URN = "", ""
		}
		for j := range rapid.IntRange(0, 5).Draw(t, "citations") {
			k := cite(kinds.Draw(t, "cited kind"), numbers.Draw(t, "cited symbol"), issuers.Draw(t, "cited issuer"), days.Draw(t, "cited day"), relations.Draw(t, "relation"))
			if j > 0 && rapid.Bool().Draw(t, "told of another") {
				k = about(rapid.IntRange(0, j).Draw(t, "subject"), k)
				k.Inverse = rapid.Bool().Draw(t, "inverse")
			}
			if rapid.IntRange(0, 3).Draw(t, "a law") == 0 {
				k = law(rapid.SampledFrom([]string{"", "31/2024/QH15", "45/2013/QH13"}).Draw(t, "number"),
					rapid.SampledFrom([]string{"Luật Đất đai", "Luật Đất đai năm 2024", "Luật Thú y", ""}).Draw(t, "name"), days.Draw(t, "of the law"))
			}
			c.Citations = append(c.Citations, k)
		}
		out = append(out, c)
	}
	return out
}

func TestOrderOfCardsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := cards(t)
		mixed := rapid.Permutation(all).Draw(t, "order")
		if diff := cmp.Diff(picture(Build(all, names{}, nil)), picture(Build(mixed, names{}, nil))); diff != "" {
			t.Fatalf("two orders, two graphs:\n%s", diff)
		}
	})
}

// picture is all that a graph answers.
func picture(g *Graph) any {
	type sides struct{ Of, Out, In, Maybe []Link }
	all := map[string]sides{}
	for _, n := range g.Nodes() {
		all[n.ID] = sides{g.Of(n.ID), g.Out(n.ID), g.In(n.ID), g.Maybe(n.ID)}
	}
	return []any{g.Nodes(), lines(g.Links()), fmt.Sprintf("%+v", all), g.Missing()}
}

// lines writes links one a line.
func lines(links []Link) []string {
	var out []string
	for _, l := range links {
		out = append(out, fmt.Sprintf("%+v", l))
	}
	return out
}

func TestRemovingAndAddingGivesTheSameGraph(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := cards(t)
		g := Build(all, names{}, nil)
		before := picture(g)
		i := rapid.IntRange(0, len(all)-1).Draw(t, "removed")
		g.Update(nil, []string{all[i].ID}, nil)
		g.Update(all[i:i+1], nil, nil)
		if diff := cmp.Diff(before, picture(g)); diff != "" {
			t.Fatalf("%s removed and added again:\n%s", all[i].ID, diff)
		}
	})
}

// TestStepByStepIsTheSameAsAtOnce holds that documents that come, change and go one after the other leave the net that
// building it from what is held makes.
func TestStepByStepIsTheSameAsAtOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Build(nil, names{}, nil)
		held := map[string]Card{}
		for range rapid.IntRange(1, 6).Draw(t, "steps") {
			put := cards(t)
			put = put[:min(len(put), rapid.IntRange(0, 4).Draw(t, "put"))]
			var gone []string
			for _, id := range slices.Sorted(maps.Keys(held)) {
				if rapid.IntRange(0, 4).Draw(t, "fate") == 0 && !slices.ContainsFunc(put, func(c Card) bool { return c.ID == id }) {
					gone = append(gone, id)
					delete(held, id)
				}
			}
			for _, c := range put {
				held[c.ID] = c
			}
			g.Update(put, gone, nil)
			if diff := cmp.Diff(picture(Build(slices.Collect(maps.Values(held)), names{}, nil)), picture(g)); diff != "" {
				t.Fatalf("at once, and step by step:\n%s", diff)
			}
		}
	})
}

func TestEdgesAgreeBothWays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Build(cards(t), names{}, nil)
		out, in := 0, 0
		for _, n := range g.Nodes() {
			for _, l := range g.Out(n.ID) {
				out++
				if l.From != n.ID || !slices.ContainsFunc(g.In(l.To), func(o Link) bool { return reflect.DeepEqual(o, l) }) {
					t.Fatalf("%+v runs out of %s and not into its end", l, n.ID)
				}
			}
			in += len(g.In(n.ID))
		}
		if out != in || out != len(g.Links()) {
			t.Fatalf("%d edges out, %d in, %d in all", out, in, len(g.Links()))
		}
	})
}

func TestStatesSayWhatTheyMean(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Build(cards(t), names{}, nil)
		for _, n := range g.Nodes() {
			for _, l := range g.Of(n.ID) {
				to := g.Node(l.To)
				switch {
				case to == nil || g.Node(l.From) == nil:
					t.Fatalf("%+v ends nowhere", l)
				case l.State == Resolved && (!to.Held || l.Level == ""):
					t.Fatalf("%+v is resolved to what is not held", l)
				case l.State != Resolved && (to.Held || l.Level != ""):
					t.Fatalf("%+v is not resolved and ends at a held work", l)
				case (l.State == Ambiguous) != (len(l.Candidates) > 1) && l.State != Conflicting:
					t.Fatalf("%+v has %d candidates", l, len(l.Candidates))
				}
			}
		}
	})
}

func TestTraceEndsAndHoldsItsEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Build(cards(t), names{}, nil)
		for _, n := range g.Nodes() {
			tr := g.Trace(n.ID, TraceOptions{Mentions: rapid.Bool().Draw(t, "mentions"), Depth: rapid.IntRange(0, 20).Draw(t, "depth")})
			ids := map[string]bool{}
			for _, k := range tr.Nodes {
				ids[k.ID] = true
			}
			for _, e := range tr.Edges {
				if !ids[e.From] || !ids[e.To] {
					t.Fatalf("the edge %s → %s hangs out of the trace of %s", e.From, e.To, n.ID)
				}
			}
		}
	})
}

func TestAnotherDocumentNeverUnresolvesInSilence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := cards(t)
		last := all[len(all)-1]
		before, after := Build(all[:len(all)-1], names{}, nil), Build(all, names{}, nil)
		for _, n := range before.Nodes() {
			for i, l := range before.Of(n.ID) {
				now := after.Of(n.ID)
				if after.Work(n.ID) != n.ID || l.State != Resolved || i >= len(now) || now[i].State != Wanted {
					continue
				}
				if after.Work(l.To) == l.To {
					t.Fatalf("%s came, and %+v is wanted", last.ID, now[i])
				}
			}
		}
	})
}

// A longer trace holds the shorter one, and each way is a part of both ways.
func TestTracesGrow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Build(cards(t), names{}, nil)
		depth := rapid.IntRange(1, 4).Draw(t, "depth")
		for _, n := range g.Nodes() {
			wide := holds(g.Trace(n.ID, TraceOptions{Depth: depth + 1}))
			for _, opt := range []TraceOptions{{Depth: depth}, {Depth: depth, Direction: Up}, {Depth: depth, Direction: Down}} {
				for part := range holds(g.Trace(n.ID, opt)) {
					if !wide[part] {
						t.Fatalf("%s of the trace of %s by %+v is not in the longer one", part, n.ID, opt)
					}
				}
			}
		}
	})
}

// holds gives the nodes and edges of a trace.
func holds(tr Trace) map[string]bool {
	out := map[string]bool{}
	for _, n := range tr.Nodes {
		out[n.ID] = true
	}
	for _, e := range tr.Edges {
		out[e.From+" → "+e.To] = true
	}
	return out
}

func TestATraceAsOfADayHoldsNothingLater(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Build(cards(t), names{}, nil)
		const on = "2021-06-30"
		for _, n := range g.Nodes() {
			tr := g.Trace(n.ID, TraceOptions{AsOf: on, Mentions: true})
			for _, e := range tr.Edges {
				for _, id := range []string{e.From, e.To, e.In} {
					if k := g.Node(id); k != nil && string(k.IssuedOn) > on {
						t.Fatalf("%s of %s is in a trace as of %s", id, k.IssuedOn, on)
					}
				}
			}
			for id, v := range tr.Validity {
				if string(v.On) > on {
					t.Fatalf("%s is %s since %s in a trace as of %s", id, v.State, v.On, on)
				}
			}
		}
	})
}

// A document of after the day is in no trace as of it but its own, a later day only adds, and what an edge's one end
// knows of it the other knows too.
func TestTracesInTime(t *testing.T) {
	days := []string{"2021-06-06", "2021-06-30", "2021-12-31", "2022-12-31", ""}
	rapid.Check(t, func(t *rapid.T) {
		g := Build(cards(t), names{}, nil)
		i := rapid.IntRange(0, len(days)-2).Draw(t, "day")
		for _, n := range g.Nodes() {
			tr := g.Trace(n.ID, TraceOptions{AsOf: days[i], Mentions: true})
			for _, k := range tr.Nodes {
				if k.ID != n.ID && string(k.IssuedOn) > days[i] {
					t.Fatalf("%s of %s is in the trace of %s as of %s", k.ID, k.IssuedOn, n.ID, days[i])
				}
			}
			later := holds(g.Trace(n.ID, TraceOptions{AsOf: days[i+1], Mentions: true}))
			for part := range holds(tr) {
				if !later[part] {
					t.Fatalf("%s is in the trace of %s as of %s, and not as of %q", part, n.ID, days[i], days[i+1])
				}
			}
			near := TraceOptions{AsOf: days[i], Mentions: true, Depth: 1, Direction: Up}
			for _, e := range g.Trace(n.ID, near).Edges {
				back := near
				back.Direction = Down
				if e.From == n.ID && !holds(g.Trace(e.To, back))[e.From+" → "+e.To] {
					t.Fatalf("as of %s, %s knows of %s, which does not know it", days[i], e.From, e.To)
				}
			}
		}
	})
}

// What has ended stays ended, and predecessors and successors are two views of one link.
func TestForceInTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Build(cards(t), names{}, nil)
		for _, n := range g.Nodes() {
			ended := false
			for _, on := range []string{"2020-01-01", "2021-06-30", "2021-12-31", "2022-12-31", ""} {
				now := g.Validity(n.ID, on).ends()
				if ended && !now {
					t.Fatalf("%s is in force again on %q", n.ID, on)
				}
				ended = now
			}
			for _, p := range g.Predecessors(n.ID) {
				if n.Held && !slices.Contains(g.Successors(p.ID, ""), g.Node(n.ID)) {
					t.Fatalf("%s replaced %s, which does not know it", n.ID, p.ID)
				}
			}
		}
	})
}

// Every mention that is not resolved is counted with the wanted document that it means, and only there.
func TestEveryOpenMentionIsCountedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := Build(cards(t), names{}, nil)
		open := 0
		for _, n := range g.Nodes() {
			for _, l := range g.Of(n.ID) {
				if l.State != Resolved {
					open++
				}
			}
		}
		counted := 0
		for _, w := range g.Missing() {
			for _, l := range g.In(w.Node) {
				if !l.ofOthers {
					counted++
				}
			}
			if !slices.IsSorted(w.By) || len(w.By) == 0 || w.Cited < len(w.By) {
				t.Fatalf("%+v: cited at least once by each, in order", w)
			}
		}
		if open != counted {
			t.Fatalf("%d mentions are open, %d are counted", open, counted)
		}
	})
}
