package index

import (
	"cmp"
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

// Suggester completes what is typed. It holds one folded line for each suggestion, so that a look at all of them is a walk
// through memory. It never changes, and is safe for concurrent use.
type Suggester struct {
	list  []Suggestion
	lines []line
}

// line is the words of a suggestion, a blank before each, to be searched for the beginnings of words.
type line struct{ exact, folded string }

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
	seen := map[[3]string]bool{}
	for _, one := range list {
		if k := [3]string{one.Kind, one.Text, one.ID}; !seen[k] && one.Text != "" {
			seen[k] = true
			s.list = append(s.list, one)
			s.lines = append(s.lines, newLine(&t, one.Text+" "+one.Note))
		}
	}
	return s
}

func newLine(t *vi.Tokenizer, text string) line {
	var exact, folded strings.Builder
	for _, tok := range t.Tokens(nil, text) {
		exact.WriteString(" " + tok.Exact)
		folded.WriteString(" " + tok.Folded)
	}
	l := line{exact.String(), folded.String()}
	if l.exact == l.folded {
		l.folded = l.exact // one string, not two
	}
	return l
}

// Suggest gives up to limit suggestions that hold every word typed, the last of them as the beginning of a word. Those
// that begin so go first, then those that bear the marks that were typed.
func (s *Suggester) Suggest(typed string, limit int) []Suggestion {
	var t vi.Tokenizer
	tokens := t.Tokens(nil, typed)
	if len(tokens) == 0 || limit <= 0 {
		return []Suggestion{}
	}
	whole := !strings.ContainsAny(typed[len(typed)-1:], " \t") // the last word may go on
	exact := newLine(&t, typed)
	bare := exact.exact == exact.folded // no marks typed: none are asked for
	var wants []string
	for i, tok := range tokens {
		w := " " + tok.Folded
		if i+1 < len(tokens) || !whole {
			w += " "
		}
		wants = append(wants, w)
	}
	var found [4][]Suggestion // by how well they fit
	for i, l := range s.lines {
		if !holds(l.folded, wants) {
			continue
		}
		place := 3
		switch begins := strings.HasPrefix(l.folded, strings.Join(trimmed(wants), "")); {
		case begins && (bare || strings.HasPrefix(l.exact, exact.exact)):
			place = 0
		case begins:
			place = 1
		case bare || strings.Contains(l.exact, exact.exact):
			place = 2
		}
		if len(found[place]) < limit {
			found[place] = append(found[place], s.list[i])
		}
	}
	out := slices.Concat(found[:]...)
	return slices.Clip(out[:min(len(out), limit)])
}

// holds tells whether a line holds all words, each from the beginning of a word on.
func holds(folded string, wants []string) bool {
	for _, w := range wants {
		if !strings.Contains(folded, w) && (!strings.HasSuffix(w, " ") || !strings.HasSuffix(folded, w[:len(w)-1])) {
			return false
		}
	}
	return true
}

func trimmed(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.TrimSuffix(w, " ")
	}
	return out
}
