package index

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/index/vi"
	"github.com/soichi/soichi/query"
)

// Segment is a stretch of a passage: words that were searched for, or what stands between them.
type Segment struct {
	Text string
	Hit  bool
}

// Passage is a part of a text that answers a query.
type Passage struct {
	Span     document.Span // code points of the text
	Segments []Segment     // in order; together they are Span.Exact
	Marked   string        // HTML: the text escaped, hits between <mark> and </mark>
}

const (
	passageTokens = 32 // syllables within which hits belong to one passage
	passageReach  = 40 // syllables on either side within which the ends of the sentence are looked for
	passageMargin = 12 // syllables added on a side where it does not end
)

// Passages finds up to limit places in text that answer the query, the best first, and marks the words searched for. The
// text is cut by the index's own tokenizer, so marks stand on the letters that matched. A text without any of the words
// gives none.
func Passages(text string, n query.Node, limit int) []Passage {
	var t vi.Tokenizer
	tokens := t.Tokens(nil, text)
	m := newMarker(tokens, wantedIn(&t, n))
	if limit <= 0 || len(m.hits) == 0 {
		return nil
	}
	ruler := document.NewRuler(text)
	var out []Passage
	for len(out) < limit && len(m.hits) > 0 {
		first, last := m.bestWindow()
		from, to := m.widen(text, first, last)
		m.use(from, to)
		out = append(out, m.passage(text, ruler, from, to))
	}
	return out
}

// widen extends a window of tokens to the whole of its sentence or item, as far as other passages let it: a sentence that
// goes on beyond passageReach is cut after passageMargin.
func (m *marker) widen(text string, first, last int) (from, to int) {
	from, to = first, last
	for from > 0 && first-from < passageReach && !m.used[from-1] && !endsSentence(text, m.tokens, from) {
		from--
	}
	if first-from == passageReach {
		from = first - passageMargin
	}
	for to+1 < len(m.tokens) && to-last < passageReach && !m.used[to+1] && !endsSentence(text, m.tokens, to+1) {
		to++
	}
	if to-last == passageReach {
		to = last + passageMargin
	}
	return from, to
}

// passage cuts out tokens from to to, with the punctuation that touches them, and marks the hits.
func (m *marker) passage(text string, ruler *document.Ruler, from, to int) Passage {
	low, high := 0, len(text)
	if from > 0 {
		low = m.tokens[from-1].End
	}
	if to+1 < len(m.tokens) {
		high = m.tokens[to+1].Start
	}
	start := m.tokens[from].Start - len(opening(text[low:m.tokens[from].Start]))
	end := high
	if n := strings.IndexFunc(text[m.tokens[to].End:high], unicode.IsSpace); n >= 0 {
		end = m.tokens[to].End + n
	}
	p := Passage{Span: ruler.Span(document.Range{Start: start, End: end})}
	at := start
	for i := from; i <= to; i++ {
		if !m.marked[i] {
			continue
		}
		j := i
		for j < to && m.marked[j+1] && (m.joined[j] || strings.Trim(text[m.tokens[j].End:m.tokens[j+1].Start], " \u00a0") == "") {
			j++ // neighbours are one mark
		}
		p.add(text[at:m.tokens[i].Start], false)
		p.add(text[m.tokens[i].Start:m.tokens[j].End], true)
		at, i = m.tokens[j].End, j
	}
	p.add(text[at:end], false)
	return p
}

// opening gives what follows the last blank of a gap: an opening quote or bracket. In a gap without a blank, as in
// CT-TTg, nothing belongs to the right side.
func opening(gap string) string {
	i := strings.LastIndexFunc(gap, unicode.IsSpace)
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(gap[i:])
	return gap[i+size:]
}

func (p *Passage) add(text string, hit bool) {
	if text == "" {
		return
	}
	p.Segments = append(p.Segments, Segment{text, hit})
	if hit {
		p.Marked += "<mark>" + html.EscapeString(text) + "</mark>"
	} else {
		p.Marked += html.EscapeString(text)
	}
}
