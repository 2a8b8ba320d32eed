package catalog

import (
	"slices"
	"strings"
	"time"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/query"
	"github.com/soichi/soichi/register"
	"github.com/soichi/soichi/viet"
)

// synonyms puts the other names of bodies and the meaning of abbreviations into a query.
type synonyms struct{ bodies *register.Register }

const (
	nameWords  = 14 // words of the longest name of a body that is looked for
	queryWords = 24 // a longer run of words is a pasted sentence, which needs no synonyms
	otherNames = 8  // names put in for one body
	// sureName is how sure the register must be of a name: the marks may be missing, no letter may differ.
	sureName = 0.84
)

// expand gives the tree with a query.Variant in the place of every name that has others.
func (s synonyms) expand(n query.Node) query.Node {
	switch n := n.(type) {
	case query.Word:
		return s.run([]string{n.Text}, n)
	case query.Phrase:
		return s.phrase(n)
	case query.List:
		return s.list(n)
	case query.Or:
		out := query.Or{}
		for _, m := range n.Nodes {
			out.Nodes = append(out.Nodes, s.expand(m))
		}
		return out
	case query.Field:
		return s.field(n)
	default:
		return n
	}
}

// list expands the clauses of a list, plain words that follow each other together. What must not be there is taken
// literally: a synonym would leave out more than was asked for.
func (s synonyms) list(l query.List) query.Node {
	var out query.List
	var run []query.Clause
	flush := func() {
		if len(run) == 0 {
			return
		}
		words := make([]string, len(run))
		for i, c := range run {
			words[i] = c.Node.String()
		}
		switch n := s.run(words, query.List{Clauses: run}).(type) {
		case query.Variant:
			out.Clauses = append(out.Clauses, query.Clause{Occur: query.Must, Node: n})
		default:
			out.Clauses = append(out.Clauses, run...)
		}
		run = nil
	}
	for _, c := range l.Clauses {
		if _, ok := c.Node.(query.Word); ok && c.Occur == query.Should {
			run = append(run, c)
			continue
		}
		flush()
		if c.Occur != query.MustNot {
			c.Node = s.expand(c.Node)
		}
		out.Clauses = append(out.Clauses, c)
	}
	flush()
	if len(out.Clauses) == 1 && out.Clauses[0].Occur != query.MustNot {
		if v, ok := out.Clauses[0].Node.(query.Variant); ok {
			return v
		}
	}
	return out
}

// run expands words side by side; literal is what they are in the tree.
func (s synonyms) run(words []string, literal query.Node) query.Node {
	letters := plainLetters(words)
	if len(letters) == 0 || len(letters) > queryWords {
		return literal
	}
	var others []query.Node
	for _, m := range s.named(letters) {
		rest := slices.Concat(letters[:m.from], letters[m.to:])
		for _, o := range s.others(m.body, letters[m.from:m.to]) {
			others = append(others, o.node(rest))
		}
	}
	for _, w := range [][]string{writtenOut(letters), abbreviated(letters)} {
		if w != nil {
			others = append(others, wordList(w))
		}
	}
	return variant(literal, others)
}

// phrase expands words in quotes: other names stand in the place of the first within the phrase.
func (s synonyms) phrase(p query.Phrase) query.Node {
	letters := plainLetters([]string{p.Text})
	if len(letters) == 0 || len(letters) > queryWords {
		return p
	}
	var others []query.Node
	for _, m := range s.named(letters) {
		for _, o := range s.others(m.body, letters[m.from:m.to]) {
			for i, n := range o.names {
				o.names[i] = strings.Join(slices.Concat(letters[:m.from], []string{n}, letters[m.to:]), " ")
			}
			others = append(others, o.node(nil))
		}
	}
	for _, w := range [][]string{writtenOut(letters), abbreviated(letters)} {
		if w != nil {
			others = append(others, query.Phrase{Text: strings.Join(w, " ")})
		}
	}
	return variant(p, others)
}

// marked gives the tree by which passages are marked: the query as it was typed, and other names as the phrases that they
// are. The words of a name written out would else be marked one by one, wherever they stand.
func (s synonyms) marked(typed, expanded query.Node, symbol string) query.Node {
	l := query.List{Clauses: []query.Clause{{Node: typed}}}
	seen := map[string]bool{}
	add := func(phrase string) {
		if k := viet.Letters(phrase); !seen[k] {
			seen[k] = true
			l.Clauses = append(l.Clauses, query.Clause{Node: query.Phrase{Text: phrase}})
		}
	}
	if symbol != "" {
		add(symbol)
	}
	query.Walk(expanded, func(n query.Node) {
		v, ok := n.(query.Variant)
		if !ok {
			return
		}
		for _, o := range v.Others {
			query.Walk(o, func(n query.Node) {
				if p, ok := n.(query.Phrase); ok {
					add(p.Text)
				}
			})
		}
		letters := plainLetters([]string{v.Node.String()})
		for _, find := range []func([]string) ([]string, int){register.WrittenOut, register.Abbreviated} {
			eachReplaced(letters, find, func(_, _ int, to []string) { add(strings.Join(to, " ")) })
		}
	})
	if len(l.Clauses) == 1 {
		return typed
	}
	return l
}

// preferred gives what plain words name beside their text: the kind that they begin with, as in "báo cáo của …", or
// that follows the body that they begin with, and the bodies, with those before and after them. Documents of that kind and of these bodies come first.
func (s synonyms) preferred(n query.Node) []query.Field {
	var out []query.Field
	words := []string{}
	query.Walk(n, func(n query.Node) {
		if w, ok := n.(query.Word); ok {
			words = append(words, w.Text)
		}
	})
	letters := plainLetters(words)
	if len(letters) > queryWords {
		return nil
	}
	bodies := s.named(letters)
	start := 0
	if len(bodies) > 0 && bodies[0].from == 0 {
		start = bodies[0].to
	}
	if kind := kindNamed(letters[start:]); kind != "" {
		out = append(out, query.Field{Name: "kind", Value: kind})
	}
	for _, m := range bodies {
		for _, b := range slices.Concat([]*register.Body{m.body}, follow(m.body, s.bodies.Successors), follow(m.body, s.bodies.Former)) {
			out = append(out, query.Field{Name: "issuer", Value: b.Name})
		}
	}
	return out
}

// kindNamed gives the kind with the longest name that the words begin with.
func kindNamed(letters []string) string {
	kind, longest := "", 0
	for _, k := range document.Kinds() {
		name := strings.Split(k.Value, "_")
		if len(name) <= longest || len(name) > len(letters) {
			continue
		}
		if document.FoldASCII(strings.Join(letters[:len(name)], "_")) == k.Value {
			kind, longest = k.Value, len(name)
		}
	}
	return kind
}

// field expands the name of an issuer; former bodies and successors issued under their own names.
func (s synonyms) field(f query.Field) query.Node {
	if f.Name != "issuer" {
		return f
	}
	letters := plainLetters([]string{f.Value})
	b := s.body(letters)
	if b == nil {
		return f
	}
	var others []query.Node
	for _, o := range s.others(b, letters) {
		for _, n := range o.names {
			others = append(others, query.Field{Name: f.Name, Value: n})
		}
	}
	return variant(f, others)
}

func variant(literal query.Node, others []query.Node) query.Node {
	seen := map[string]bool{}
	others = slices.DeleteFunc(others, func(n query.Node) bool {
		k := viet.Letters(n.String())
		known := seen[k]
		seen[k] = true
		return known
	})
	if len(others) == 0 {
		return literal
	}
	return query.Variant{Node: literal, Others: others}
}

func wordList(words []string) query.List {
	var l query.List
	for _, w := range words {
		l.Clauses = append(l.Clauses, query.Clause{Node: query.Word{Text: w}})
	}
	return l
}

// plainLetters gives the words of a run in lower case without punctuation, nil where one of them is a document's number:
// its letters name no body.
func plainLetters(words []string) []string {
	for _, w := range words {
		if strings.ContainsAny(w, "/") && strings.ContainsAny(w, "0123456789") {
			return nil
		}
	}
	return strings.Fields(viet.Letters(strings.Join(words, " ")))
}

// mention is a body named by the words from to to of a run.
type mention struct {
	from, to int
	body     *register.Body
}

// named finds the bodies that words name, the longest names first where they overlap.
func (s synonyms) named(letters []string) []mention {
	var out []mention
	for i := 0; i < len(letters); i++ {
		for to := min(len(letters), i+nameWords); to > i; to-- {
			if b := s.body(letters[i:to]); b != nil {
				out = append(out, mention{i, to, b})
				i = to - 1
				break
			}
		}
	}
	return out
}

// body gives the one body that words name, by name or by code; nil where several bear it.
func (s synonyms) body(letters []string) *register.Body {
	if len(letters) == 0 {
		return nil
	}
	if len(letters) == 1 {
		if viet.IsSyllable(letters[0]) || len(letters[0]) < 3 {
			return nil
		}
		if b := s.coded(letters[0]); b != nil {
			return b
		}
	}
	b, sure := s.bodies.Find(strings.Join(letters, " "), "")
	if sure < sureName {
		return nil
	}
	return b
}

// coded gives the body of a code that only one body has borne.
func (s synonyms) coded(code string) *register.Body {
	found := s.bodies.ByCode(code, "")
	if len(found) == 0 || slices.ContainsFunc(found, func(b *register.Body) bool { return b.Name != found[0].Name }) {
		return nil
	}
	return found[len(found)-1]
}

// other is other names, and the days of the documents in which they mean the same body.
type other struct {
	names    []string
	from, to string
}

// node asks for documents that bear one of the names or were issued by the body, and for the words beside it, in documents
// of the names' days or without a date.
func (o other) node(rest []string) query.Node {
	var names query.Or
	for _, n := range o.names {
		names.Nodes = append(names.Nodes, query.Phrase{Text: n}, query.Field{Name: "issuer", Value: n})
	}
	l := query.List{Clauses: []query.Clause{{Occur: query.Must, Node: names}}}
	if o.from != "" {
		l.Clauses = append(l.Clauses, query.Clause{Occur: query.MustNot, Node: query.Dates{Name: "date", Op: query.OpBefore, From: o.from}})
	}
	if o.to != "" {
		l.Clauses = append(l.Clauses, query.Clause{Occur: query.MustNot, Node: query.Dates{Name: "date", Op: query.OpAfter, From: o.to}})
	}
	l.Clauses = append(l.Clauses, wordList(rest).Clauses...)
	return l
}

// others lists the names of a body beside the one that was typed: its own, then those of the bodies before and after it.
func (s synonyms) others(b *register.Body, typed []string) []other {
	var out []other
	seen := map[string]bool{strings.Join(typed, " "): true}
	add := func(from string, b *register.Body, names ...string) {
		for _, n := range names {
			k := strings.Join(strings.Fields(viet.Letters(n)), " ")
			if k == "" || seen[k] || len(seen) > otherNames {
				continue
			}
			seen[k] = true
			from, to := max(from, b.From), yearAfter(b.To)
			if last := len(out) - 1; last >= 0 && out[last].from == from && out[last].to == to {
				out[last].names = append(out[last].names, n)
				continue
			}
			out = append(out, other{[]string{n}, from, to})
		}
	}
	code := func(b *register.Body) []string {
		if len(b.Code) > 2 && s.coded(b.Code) != nil {
			return []string{b.Code}
		}
		return nil
	}
	add("", b, append([]string{b.Name}, append(code(b), b.Aliases...)...)...)
	for _, n := range follow(b, s.bodies.Successors) {
		add(b.To, n, append([]string{n.Name}, code(n)...)...) // before that day the heir did other work
	}
	for _, n := range follow(b, s.bodies.Former) {
		add("", n, append([]string{n.Name}, code(n)...)...)
	}
	return out
}

// follow gives what can be reached from a body step by step, the nearest first.
func follow(b *register.Body, step func(*register.Body) []*register.Body) []*register.Body {
	var out []*register.Body
	for todo := []*register.Body{b}; len(todo) > 0 && len(out) < otherNames; todo = todo[1:] {
		for _, n := range step(todo[0]) {
			if n.Name != b.Name && !slices.Contains(out, n) {
				out = append(out, n)
				todo = append(todo, n)
			}
		}
	}
	return out
}

// yearAfter gives the day up to which documents still speak of what ended on a day: the reports on its last year.
func yearAfter(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(1, 0, 0).Format(time.DateOnly)
}

// writtenOut gives the words with their abbreviations written out, nil where there are none.
func writtenOut(letters []string) []string { return replaced(letters, register.WrittenOut) }

// abbreviated gives the words with what can be abbreviated abbreviated, nil where there is nothing.
func abbreviated(letters []string) []string { return replaced(letters, register.Abbreviated) }

// replaced puts other words in the place of those that find knows, nil where there are none.
func replaced(letters []string, find func([]string) ([]string, int)) []string {
	var out []string
	at := 0
	eachReplaced(letters, find, func(from, n int, to []string) {
		out = append(append(out, letters[at:from]...), to...)
		at = from + n
	})
	if at == 0 {
		return nil
	}
	return append(out, letters[at:]...)
}

// eachReplaced visits the words for which find knows others, n words from a place on. Words that are Vietnamese syllables
// throughout are no abbreviation: "tư" is private more often than central.
func eachReplaced(letters []string, find func([]string) ([]string, int), visit func(from, n int, to []string)) {
	for i := 0; i < len(letters); {
		to, n := find(letters[i:])
		if n == 0 || len(to) > n && syllables(letters[i:i+n]) {
			i++
			continue
		}
		visit(i, n, to)
		i += n
	}
}

func syllables(words []string) bool {
	for _, w := range words {
		if !viet.IsSyllable(document.FoldASCII(w)) && !viet.IsSyllable(w) {
			return false
		}
	}
	return true
}
