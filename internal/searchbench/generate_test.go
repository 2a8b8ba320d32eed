package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/query"
)

// What matters to an index: the size of the papers, sentences that many have in common, few words that are everywhere and
// many that are rare.
func TestDocumentsAreLikePapers(t *testing.T) {
	g := newGenerator(1)
	const docs = 200
	size, shared := 0, 0
	in := map[string]int{} // documents by word
	sentences := map[string]int{}
	for i := range docs {
		d := g.doc(i)
		size += len(d.Body)
		if len(d.Body) < leastBytes || len(d.IssuedOn) != len("2006-01-02") || d.Issuer == "" || d.Title == "" {
			t.Fatalf("%+v", d)
		}
		words := strings.Fields(d.Body)
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			in[w]++
		}
		for line := range strings.Lines(d.Body) {
			sentences[line]++
		}
	}
	if mean := size / docs; mean < 4300 || mean > 5300 {
		t.Errorf("%d bytes in the mean, want about 4,700", mean)
	}
	everywhere, rare := 0, 0
	for _, n := range in {
		switch {
		case n > docs*9/10:
			everywhere++
		case n <= 2:
			rare++
		}
	}
	if everywhere < 10 || rare < len(in)/4 {
		t.Errorf("%d words are in nearly every paper, %d of %d in one or two", everywhere, rare, len(in))
	}
	for _, n := range sentences {
		if n > 1 {
			shared++
		}
	}
	if shared < 100 {
		t.Errorf("%d sentences stand in several papers", shared)
	}
}

func TestListed(t *testing.T) {
	if got := listed("# a comment\n một \nhai"); !slices.Equal(got, []string{"một", "hai"}) {
		t.Errorf("%q", got)
	}
	for _, body := range newGenerator(1).bodies {
		if len(body) < 2 || slices.Contains(body, "") {
			t.Errorf("%q: a body has a name and other names", body)
		}
	}
}

func TestQueriesAreOfTheirKind(t *testing.T) {
	g := newGenerator(5)
	for name, check := range map[string]func(ours, theirs string) bool{
		"rare term":   func(o, s string) bool { return len(strings.Fields(o)) == 2 && strings.Count(s, `"`) == 4 },
		"phrase":      func(o, s string) bool { return o == s && strings.HasPrefix(o, `"`) && strings.HasSuffix(o, `"`) },
		"boolean":     func(o, s string) bool { return strings.Contains(o, " -") && strings.Contains(s, " NOT ") },
		"prefix":      func(o, s string) bool { return s == `"`+o+`"*` && len([]rune(o)) <= 3 },
		"sentence":    func(o, s string) bool { return strings.Count(s, " OR ") == len(strings.Fields(o))-1 },
		"body name":   func(o, s string) bool { return strings.Count(o, "|") >= 2 && strings.Contains(s, " AND (") },
		"common term": func(o, s string) bool { return slices.Contains(g.words[:30], o) && s != "" },
	} {
		t.Run(name, func(t *testing.T) {
			i := slices.IndexFunc(kinds, func(k kind) bool { return k.name == name })
			for n := range uint64(50) {
				if ours, theirs := kinds[i].write(g.writer(n)); !check(ours, theirs) {
					t.Fatalf("%q and %q", ours, theirs)
				}
			}
		})
	}
}

func TestNamesAreAskedInTheirDays(t *testing.T) {
	n, err := parseNames("rừng cháy|Bộ Mới|Bộ Cũ|Bộ Xưa|Bộ Nay")
	if err != nil {
		t.Fatal(err)
	}
	v, ok := n.(query.Variant)
	if !ok || len(v.Others) != 3 {
		t.Fatalf("%T with %d other names, want three", n, len(v.Others))
	}
	for i, want := range []string{"Bộ Cũ", "Bộ Xưa", "Bộ Nay"} {
		l := v.Others[i].(query.List)
		either := l.Clauses[0].Node.(query.Or)
		days := l.Clauses[1].Node.(query.Dates)
		if either.Nodes[0].(query.Phrase).Text != want || l.Clauses[1].Occur != query.MustNot || days.From != nameChanged || len(l.Clauses) != 4 {
			t.Errorf("%s is asked for as %+v", want, l)
		}
		if late := i >= 2; late != (days.Op == query.OpBefore) {
			t.Errorf("%s is asked for in the wrong days: %+v", want, days)
		}
	}
}
