package graph

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

func TestMayMean(t *testing.T) {
	mention := words{}.cited(cite("chi_thi", "19/CT-TTg", pm, "2021-07-16", document.Implements))
	key := mention.key
	for _, tt := range []struct {
		name string
		key  string
		days []day
		want bool
	}{
		{"a work of that number and day", key, []day{dayOf("2021-07-16")}, true},
		{"one of which the day is not known", key, []day{{}}, true},
		{"one of that year", key, []day{dayOf("2021")}, true},
		{"a slip of the pen", key, []day{dayOf("2021-07-18")}, true},
		{"another year", key, []day{dayOf("2015-02-02")}, false},
		{"one of several days", key, []day{dayOf("2015-02-02"), dayOf("2021-07-16")}, true},
		{"another number", keyOf(cite("chi_thi", "20/CT-TTg", "", "", document.Cites)), []day{dayOf("2021-07-16")}, false},
		{"nothing came", key, nil, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := mayMean(mention, tt.key, tt.days); got != tt.want {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

func TestKeyOf(t *testing.T) {
	law := func(name string) document.Citation {
		return document.Citation{Kind: "luat", Name: document.NullString(name)}
	}
	for _, tt := range []struct {
		name string
		a, b document.Citation
		same bool
	}{
		{"leading zero and blank", cite("", "02/CT-VKSTC", "", "", ""), cite("", "2 /CT-VKSTC", "", "", ""), true},
		{"a long dash", cite("", "02/CT-VKSTC", "", "", ""), cite("", "02/CT–VKSTC", "", "", ""), true},
		{"another number", cite("", "02/CT-VKSTC", "", "", ""), cite("", "12/CT-VKSTC", "", "", ""), false},
		{"one name in two tone places", law("Luật Hòa giải"), law("Luật hoà giải"), true},
		{"with the word of its kind and without", law("Luật Đất đai"), law("Đất đai"), true},
		{"another name", law("Luật Đất đai"), law("Luật Thú y"), false},
		{"a name of another kind", law("Thú y"), document.Citation{Kind: "phap_lenh", Name: "Thú y"}, false},
		{"constitutions are told apart by their years alone", document.Citation{Kind: "hien_phap", Name: "Hiến pháp"}, document.Citation{Kind: "hien_phap", Name: "Hiến pháp nước ta"}, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if a, b := keyOf(tt.a), keyOf(tt.b); (a == b) != tt.same {
				t.Errorf("%q and %q", a, b)
			}
		})
	}
}

func TestAside(t *testing.T) {
	plan, directive := cite("ke_hoach", "16/KH-A", "", "", document.Cites), cite("chi_thi", "19/CT-TTg", "", "", document.Implements)
	passive := directive
	passive.Inverse = true
	for _, tt := range []struct {
		name     string
		cites    []document.Citation
		told     bool
		from, to string
		state    State
	}{
		{"the plan carries out the directive", []document.Citation{plan, about(0, directive)}, true, "plan", "directive", Resolved},
		{"the directive is carried out by the plan", []document.Citation{plan, about(0, passive)}, true, "directive", "plan", Wanted},
		{"the document itself", []document.Citation{plan, directive}, false, "", "", ""},
		{"a subject behind the list", []document.Citation{plan, about(7, directive)}, false, "", "", ""},
		{"a subject before the list", []document.Citation{plan, about(-1, directive)}, false, "", "", ""},
		{"its own subject", []document.Citation{plan, about(1, directive)}, false, "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := words{}.hold(card("x", "bao_cao", "", "", "", tt.cites...))
			vs := []verdict{{state: Wanted}, {state: Resolved, level: Exact}}
			to := []string{"plan", "directive"}
			l, told := aside(linkOf(c, 1, vs[1], to[1]), c, vs, to)
			if told != tt.told || l.From != tt.from || l.To != tt.to || l.State != tt.state || l.ofOthers != tt.told {
				t.Errorf("told %v: %s to %s, %s; want %v: %s to %s, %s", told, l.From, l.To, l.State, tt.told, tt.from, tt.to, tt.state)
			}
		})
	}
}

func TestConfidenceFallsWithTheLevel(t *testing.T) {
	k := cite("chi_thi", "19/CT-TTg", "", "", document.Implements)
	k.Confidence = 0.5
	c := words{}.hold(card("x", "bao_cao", "", "", "", k))
	last := 1.0
	for _, level := range []Level{Exact, SymbolDate, SymbolIssuer, Unique, ByTitle} {
		got := linkOf(c, 0, verdict{state: Resolved, level: level}, "d").Confidence
		if got <= 0 || got > k.Confidence || got >= last {
			t.Errorf("%s: %.3f, want less than %.3f and no more than the mention's own", level, got, last)
		}
		last = got
	}
	if got := linkOf(c, 0, verdict{state: Wanted}, "w").Confidence; got != k.Confidence {
		t.Errorf("a wanted document: %.2f, want the mention's own", got)
	}
}

// What a linker remembers of documents is gone when they are.
func TestALinkerForgets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := cards(t)
		g := build(all...)
		var gone []string
		for _, c := range all {
			gone = append(gone, c.ID)
		}
		for _, id := range rapid.Permutation(gone).Draw(t, "order") {
			g.Update(nil, []string{id}, nil)
		}
		k := g.links
		for name, left := range map[string]int{
			"nodes": len(g.nodes), "told": len(g.told), "out": len(g.out), "in": len(g.in), "maybe": len(g.maybe), "standing": len(k.standing), "citing": len(k.citing),
			"open": len(k.open), "said": len(k.said), "wishes": len(k.w.said), "groups": len(k.w.groups), "ids": len(k.w.ids),
			"numbers of names": len(k.w.ties.numbers), "names of numbers": len(k.w.ties.names), "cards": len(g.works.cards), "names": len(g.works.name), "best": len(g.works.best),
		} {
			if left != 0 {
				t.Fatalf("%s: %d left of an empty library", name, left)
			}
		}
	})
}
