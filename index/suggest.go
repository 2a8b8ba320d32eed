package index

import (
	"cmp"
	mathbits "math/bits"
	"slices"
	"strings"

	"github.com/soichi/soichi/index/vi"
)

// Suggestion is what a person who has typed the beginning may mean.
type Suggestion struct {
	Kind string // "symbol", "body", "theme" or "title"
	Text string // what is shown and searched for
	Note string // what tells it from others: the title beside a symbol
	ID   string // of the document, where it is one
	Rank int    // among those that fit equally well, the higher the earlier
}

// Suggester completes what is typed. It holds each suggestion as a line of words, and of each word the lines that have it. It
// never changes, and is safe for concurrent use.
type Suggester struct {
	list  []Suggestion
	lines []line
	words []lineWord // in the order of their folded forms
	order []uint32   // the lines in the order of their folded forms
}

// line is the words of a suggestion, a blank before each, to be searched for the beginnings of words.
type line struct{ exact, folded string }

// lineWord is a word and the lines that have it, in order.
type lineWord struct {
	folded, exact string
	lines         []uint32
}

// kindOrder is the order of the kinds among those that fit equally well: what is short and sure goes first.
var kindOrder = map[string]int{"symbol": 0, "body": 1, "theme": 2, "title": 3}

// NewSuggester makes a suggester of a list, the double ones once.
func NewSuggester(list []Suggestion) *Suggester {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Suggestion) int {
		return cmp.Or(cmp.Compare(kindOrder[a.Kind], kindOrder[b.Kind]), cmp.Compare(b.Rank, a.Rank), cmp.Compare(a.Text, b.Text), cmp.Compare(a.ID, b.ID))
	})
	s := &Suggester{}
	var t vi.Tokenizer
	seen, words := map[[3]string]bool{}, map[string]*lineWord{}
	for _, one := range list {
		k := [3]string{one.Kind, one.Text, one.ID}
		if seen[k] || one.Text == "" {
			continue
		}
		seen[k] = true
		n := uint32(len(s.list)) //nolint:gosec // a library has fewer documents
		s.list = append(s.list, one)
		tokens := t.Tokens(nil, one.Text+" "+one.Note)
		s.lines = append(s.lines, newLine(tokens))
		for _, tok := range tokens {
			w := words[tok.Exact]
			if w == nil {
				w = &lineWord{folded: tok.Folded, exact: tok.Exact}
				words[tok.Exact] = w
			}
			if len(w.lines) == 0 || w.lines[len(w.lines)-1] != n {
				w.lines = append(w.lines, n)
			}
		}
	}
	for _, w := range words {
		s.words = append(s.words, *w)
	}
	slices.SortFunc(s.words, func(a, b lineWord) int { return cmp.Or(cmp.Compare(a.folded, b.folded), cmp.Compare(a.exact, b.exact)) })
	for n := range s.lines {
		s.order = append(s.order, uint32(n)) //nolint:gosec // see above
	}
	slices.SortFunc(s.order, func(a, b uint32) int { return cmp.Compare(s.lines[a].folded, s.lines[b].folded) })
	return s
}

func newLine(tokens []vi.Token) line {
	var exact, folded strings.Builder
	for _, tok := range tokens {
		exact.WriteString(" " + tok.Exact)
		folded.WriteString(" " + tok.Folded)
	}
	l := line{exact.String(), folded.String()}
	if l.exact == l.folded {
		l.folded = l.exact // one string, not two
	}
	return l
}

// lineSet is a set of lines, a bit for each.
type lineSet []uint64

func (l lineSet) has(n int) bool { return l[n/64]>>(n%64)&1 == 1 }

// having gives the lines with a word of which fit is true, among those whose folded form is or begins with folded.
func (s *Suggester) having(folded string, whole bool, fit func(exact string) bool) lineSet {
	out := make(lineSet, len(s.lines)/64+1)
	first, _ := slices.BinarySearchFunc(s.words, folded, func(w lineWord, f string) int { return cmp.Compare(w.folded, f) })
	for _, w := range s.words[first:] {
		if !strings.HasPrefix(w.folded, folded) || whole && w.folded != folded {
			break
		}
		if !fit(w.exact) {
			continue
		}
		for _, n := range w.lines {
			out[n/64] |= 1 << (n % 64)
		}
	}
	return out
}

// beginning gives the lines that begin so.
func (s *Suggester) beginning(folded string) lineSet {
	out := make(lineSet, len(s.lines)/64+1)
	first, _ := slices.BinarySearchFunc(s.order, folded, func(n uint32, f string) int { return cmp.Compare(s.lines[n].folded, f) })
	for _, n := range s.order[first:] {
		if !strings.HasPrefix(s.lines[n].folded, folded) {
			break
		}
		out[n/64] |= 1 << (n % 64)
	}
	return out
}

// both narrows a set to the lines that are in another one too; nil is the set of all.
func (l lineSet) both(other lineSet) lineSet {
	if l == nil {
		return other
	}
	for i := range l {
		l[i] &= other[i]
	}
	return l
}

// typing is what a person has typed so far.
type typing struct {
	line
	bare   bool    // no marks typed: none are asked for
	fits   lineSet // what holds every word, the last of them as the beginning of a word
	begins lineSet // what begins with just these words
	marked lineSet // what holds them with the marks that were typed
}

func (s *Suggester) typing(typed string, tokens []vi.Token) typing {
	t := typing{line: newLine(tokens)}
	t.bare, t.begins = t.exact == t.folded, s.beginning(t.folded)
	ended := strings.ContainsAny(typed[len(typed)-1:], " \t") // the last word will not go on
	for i, tok := range tokens {
		last := i+1 == len(tokens)
		t.fits = t.fits.both(s.having(tok.Folded, !last || ended, func(string) bool { return true }))
		t.marked = t.marked.both(s.having(tok.Folded, !last, func(exact string) bool {
			return exact == tok.Exact || last && strings.HasPrefix(exact, tok.Exact)
		}))
	}
	return t
}

// as tells whether line n, which holds the words, holds them as they were typed.
func (t typing) as(n int, l line) bool {
	switch {
	case t.bare:
		return true
	case t.begins.has(n):
		return strings.HasPrefix(l.exact, t.exact)
	default:
		return t.marked.has(n) && strings.Contains(l.exact, t.exact)
	}
}

// Suggest gives up to limit suggestions that hold every word typed, the last of them as the beginning of a word. Those
// that begin so go first, then those that bear the marks that were typed.
func (s *Suggester) Suggest(typed string, limit int) []Suggestion {
	var t vi.Tokenizer
	tokens := t.Tokens(nil, typed)
	if len(tokens) == 0 || limit <= 0 {
		return []Suggestion{}
	}
	now := s.typing(typed, tokens)
	out := s.choose(now, limit, func(word int) uint64 { return now.fits[word] & now.begins[word] })
	if left := limit - len(out); left > 0 {
		out = append(out, s.choose(now, left, func(word int) uint64 { return now.fits[word] &^ now.begins[word] })...)
	}
	return out
}

// choose gives the first suggestions of a set of lines, which is asked for word by word; those that are as they were typed
// go first.
func (s *Suggester) choose(now typing, limit int, set func(word int) uint64) []Suggestion {
	as, other := []Suggestion{}, []Suggestion{}
	for word := range now.fits {
		for bits := set(word); bits != 0; bits &= bits - 1 {
			n := word*64 + mathbits.TrailingZeros64(bits)
			switch {
			case now.as(n, s.lines[n]):
				if as = append(as, s.list[n]); len(as) == limit {
					return as
				}
			case len(other) < limit:
				other = append(other, s.list[n])
			}
		}
	}
	return append(as, other[:min(len(other), limit-len(as))]...)
}
