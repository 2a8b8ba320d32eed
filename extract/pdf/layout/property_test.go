package layout

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/readtest"
)

// pages draws pages of words at any places, with or without a table's lines.
func pages(t *rapid.T) []*Page {
	word := rapid.Custom(func(t *rapid.T) Word {
		text := rapid.StringMatching(`[a-zđêô]{1,8}`).Draw(t, "text")
		x := rapid.Float64Range(0, 500).Draw(t, "x")
		size := rapid.SampledFrom([]float64{8, 12, 14}).Draw(t, "size")
		return Word{Text: text, X0: x, X1: x + 0.5*size*float64(len([]rune(text))), Y: rapid.Float64Range(20, 830).Draw(t, "y"), Size: size, Before: true, After: true}
	})
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) *Page {
		p := &Page{Width: 595, Height: 842, Words: rapid.SliceOfN(word, 0, 40).Draw(t, "words")}
		if rapid.Bool().Draw(t, "table") {
			p.Rules = lattice([]float64{100, 200, 300, 400}, []float64{200, 300, 400, 500})
			drop := rapid.SliceOfN(rapid.IntRange(0, len(p.Rules)-1), 0, 8).Draw(t, "drop")
			slices.Sort(drop)
			for _, i := range slices.Backward(slices.Compact(drop)) {
				p.Rules = slices.Delete(p.Rules, i, i+1)
			}
		}
		return p
	}), 1, 4).Draw(t, "pages")
}

// Whatever stands on the pages, the text keeps the promises of document.Text and has no letter that is not on them; it has
// all of them but for words drawn twice in one place and heads printed again, which are written once.
func TestComposeKeepsLetters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ps := pages(t)
		var want []rune
		seen, doubled := map[string]bool{}, false
		for _, p := range ps {
			for _, w := range p.Words {
				want = append(want, []rune(w.Text)...)
				doubled = doubled || seen[w.Text]
				seen[w.Text] = true
			}
		}
		text := Compose(ps)
		if err := readtest.Check(&read.Result{Text: text}); err != nil {
			t.Fatal(err)
		}
		got := []rune(strings.NewReplacer("\n", "", " ", "", "|", "").Replace(text.Content))
		slices.Sort(want)
		slices.Sort(got)
		if made := extra(got, want); made != "" {
			t.Fatalf("letters made: %q of %q", made, text.Content)
		}
		if lost := extra(want, got); lost != "" && !doubled && len(text.Meta) == 0 {
			t.Fatalf("letters lost: %q of %q", lost, text.Content)
		}
		if len(text.Pages) != len(ps) {
			t.Fatalf("%d pages of %d", len(text.Pages), len(ps))
		}
	})
}

// extra gives the letters of a that b has fewer of. Both are sorted.
func extra(a, b []rune) string {
	var out []rune
	for _, r := range a {
		for len(b) > 0 && b[0] < r {
			b = b[1:]
		}
		if len(b) > 0 && b[0] == r {
			b = b[1:]
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// A table's cells hold every word that stands inside it, each once, and rows come from top to bottom.
func TestFillKeepsWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := pages(t)[0]
		for _, g := range gridsOf(p.Rules) {
			var inside []Word
			for _, w := range p.Words {
				if g.holds(w) {
					inside = append(inside, w)
				}
			}
			n := 0
			for _, row := range g.fill(inside) {
				columns := 0
				for _, c := range row.cells {
					columns += c.span
					for _, l := range c.lines {
						n += len(l.words)
					}
				}
				if columns != g.columns() {
					t.Fatalf("a row of %d columns, the table has %d", columns, g.columns())
				}
			}
			if most := len(inside); n > most {
				t.Fatalf("%d words of %d", n, most)
			}
		}
	})
}
