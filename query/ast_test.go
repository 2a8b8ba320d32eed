package query

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestString(t *testing.T) {
	word := func(s string) Node { return Word{s} }
	for _, c := range []struct {
		name string
		node Node
		want string
	}{
		{"word", Word{"19/CT-TTg"}, "19/CT-TTg"},
		{"phrase", Phrase{"thi đua"}, `"thi đua"`},
		{"phrase with quotes", Phrase{`Công "minh"`}, `“Công "minh"”`},
		{"the empty list", List{}, ""},
		{"signs", List{[]Clause{{Must, word("a")}, {MustNot, word("b")}, {Should, word("c")}}}, "+a -b c"},
		{"a group in a list", List{[]Clause{{MustNot, List{[]Clause{{Should, word("a")}, {Should, word("b")}}}}}}, "-(a b)"},
		{"alternatives", Or{[]Node{word("a"), List{[]Clause{{Should, word("b")}, {Should, word("c")}}}}}, "a OR b c"},
		{"alternatives of alternatives", Or{[]Node{word("a"), Or{[]Node{word("b"), word("c")}}}}, "a OR (b OR c)"},
		{"alternatives in a list", List{[]Clause{{Must, Or{[]Node{word("a"), word("b")}}}}}, "+(a OR b)"},
		{"a plain value", Field{"symbol", "19/CT-TTg"}, "symbol:19/CT-TTg"},
		{"a value of words", Field{"theme", "thi đua"}, `theme:"thi đua"`},
		{"a value with quotes", Field{"theme", `a "b"`}, `theme:“a "b"”`},
		{"a value that ends in a mark", Field{"theme", "a-"}, `theme:"a-"`},
		{"no value", Field{"theme", ""}, `theme:""`},
		{"a day", Dates{Name: "due", From: "2024-01-31"}, "due:2024-01-31"},
		{"before", Dates{Name: "due", Op: OpBefore, From: "2024"}, "due:<2024"},
		{"between", Dates{Name: "date", Op: OpBetween, From: "2023", To: "2024"}, "date:2023..2024"},
		{"open", Dates{Name: "date", Op: OpBetween, To: "2024"}, "date:..2024"},
		{"a variant is what was typed", Variant{word("ubnd"), []Node{Phrase{"ủy ban"}}}, "ubnd"},
		{"a variant of words in a list", List{[]Clause{{Must, Variant{List{[]Clause{{Should, word("a")}, {Should, word("b")}}}, nil}}}}, "+(a b)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := c.node.String(); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// leaf draws a word, phrase, field or range.
func leaf(t *rapid.T) Node {
	text := rapid.SampledFrom([]string{"a", "rừng", "19/CT-TTg", "OR", "hoặc", "x y", `a "b"`, "kind:chi_thi", "9:30", "đ-", "(", "-a"}).Draw(t, "text")
	switch rapid.IntRange(0, 3).Draw(t, "sort") {
	case 0:
		return Phrase{text}
	case 1:
		return Field{rapid.SampledFrom([]string{"issuer", "symbol", "theme", "task", "cites"}).Draw(t, "field"), text}
	case 2:
		d := Dates{Name: rapid.SampledFrom([]string{"due", "date"}).Draw(t, "dates"), Op: rapid.SampledFrom([]string{"", "<", "<=", ">", ">=", ".."}).Draw(t, "op"), From: "2024-02"}
		if d.Op == OpBetween {
			d.To = rapid.SampledFrom([]string{"", "2024-02-29", "2025"}).Draw(t, "to")
		}
		return d
	default:
		return Word{rapid.SampledFrom([]string{"a", "rừng", "19/CT-TTg", "hoặc", "09:30"}).Draw(t, "word")}
	}
}

// tree draws a tree that a query can mean.
func tree(t *rapid.T, depth int) Node {
	if depth == 0 {
		return leaf(t)
	}
	n := rapid.IntRange(2, 3).Draw(t, "members")
	if rapid.Bool().Draw(t, "alternatives") {
		var o Or
		for range n {
			o.Nodes = append(o.Nodes, tree(t, depth-1))
		}
		return o
	}
	var l List
	for range n {
		occur := rapid.SampledFrom([]Occur{Should, Must, MustNot}).Draw(t, "occur")
		l.Clauses = append(l.Clauses, Clause{occur, tree(t, depth-1)})
	}
	return l
}

// What a tree is written as means the tree, except that a phrase without words means nothing and is left out.
func TestWrittenTreesParse(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := tree(rt, rapid.IntRange(0, 3).Draw(rt, "depth"))
		s := n.String()
		got, err := Parse(s)
		if strings.Contains(s, `"("`) { // no word to search for
			return
		}
		if err != nil {
			rt.Fatalf("%s: %v", s, err)
		}
		if got.String() != s {
			rt.Fatalf("%s parses to %s", s, got)
		}
	})
}

func TestWalkVisitsOtherNames(t *testing.T) {
	n := List{[]Clause{
		{Must, Variant{Word{"a"}, []Node{Phrase{"b"}, List{[]Clause{{MustNot, Word{"c"}}, {Should, Word{"d"}}}}}}},
		{MustNot, Variant{Word{"e"}, []Node{Word{"f"}}}},
	}}
	var got []string
	Walk(n, func(n Node) {
		switch n := n.(type) {
		case Word:
			got = append(got, n.Text)
		case Phrase:
			got = append(got, n.Text)
		}
	})
	if d := cmp.Diff([]string{"a", "b", "d"}, got); d != "" {
		t.Error(d)
	}
}
