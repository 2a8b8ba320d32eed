package coverage

import (
	"github.com/soichi/soichi/align"
	"github.com/soichi/soichi/document"
)

// Candidate is a passage of an answer and a task that have words in common, with what align makes of the pair.
type Candidate struct {
	Document string // id of the answer
	Span     document.Span
	Role     Status // what the passage would prove
	align.Match
}

// Candidates gives every pair that Compute weighs by its words, worth suggesting or not, answer by answer: what the
// weights of align are fitted to.
func Candidates(in Input) []Candidate {
	f := newFinder(in, newRoster(in.Directive, in.Bodies))
	all := f.readings()
	r := f.matcher().Reader()
	var out []Candidate
	for _, rd := range all {
		for _, k := range f.compare(rd, r, nil) {
			p := rd.passages[k.Passage]
			out = append(out, Candidate{rd.answer.Document.ID, p.span, p.role, k})
		}
	}
	return out
}
