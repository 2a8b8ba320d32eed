package coverage

import (
	"github.com/soichi/soichi/align"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// joined gives the evidence of the matches of an answer. Neighbouring pieces of one paragraph that are worth suggesting
// for one task are one piece of evidence, quoted from the beginning of the first to the end of the last: "đã mở 12 lớp;
// 340 người được cấp chứng chỉ". Pieces of which persons said different things stay by themselves.
func (f *finder) joined(rd reading, found []align.Match) []Evidence {
	var out []Evidence
	last := map[int]int{} // by task: the last evidence worth suggesting
	for i := range found {
		k := &found[i]
		e := f.evidenceOf(rd, k)
		at, ok := last[k.Task]
		switch {
		case !k.Worth():
			out = append(out, e)
		case ok && touch(rd.answer.Document, out[at], e) && f.decision(rd, out[at], k.Task) == f.decision(rd, e, k.Task):
			f.join(rd.answer.Document, &out[at], e, k.Task)
		default:
			last[k.Task] = len(out)
			out = append(out, e)
		}
	}
	return out
}

// decision gives what persons said of a piece of evidence; the zero decision where nobody did.
func (f *finder) decision(rd reading, e Evidence, task int) (out struct {
	Decision
	made bool
}) {
	if rd.said != nil {
		out.Decision, out.made = rd.said(e.Span.Exact, f.in.Directive.Tasks[task].Text)
	}
	return out
}

// touch tells whether one piece of evidence follows another in the same paragraph and proves the same sort of thing.
func touch(d *document.Document, a, b Evidence) bool {
	if a.Role != b.Role || b.Span.Start < a.Span.End || b.Span.Start > a.Span.End+1 {
		return false
	}
	for _, par := range d.Paragraphs {
		if par.Start <= a.Span.Start && b.Span.End <= par.End {
			return true
		}
	}
	return false
}

// join adds a piece of evidence to the one before it. The surer match speaks for both; what either leaves out the other
// may say.
func (f *finder) join(d *document.Document, to *Evidence, e Evidence, task int) {
	to.Span.End = e.Span.End
	to.Span.Exact = document.NewRuler(d.Text).Range(to.Span).In(d.Text)
	if e.Score > to.Score {
		to.Score, to.match = e.Score, e.match
	}
	if to.Due == "" {
		to.Due = e.Due
	}
	to.halts = to.halts || e.halts
	to.touched |= e.touched
	said := viet.Lower(to.Span.Exact)
	to.Partial = to.halts || f.demands[task].unmet(to.Span.Exact, said) || to.large&^to.touched != 0 || remainder.in(said)
}
