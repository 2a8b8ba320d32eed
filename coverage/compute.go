package coverage

import (
	"slices"

	"github.com/soichi/soichi/align"
	"github.com/soichi/soichi/document"
)

// Threshold is the score from which a passage is offered as evidence.
const Threshold = align.Worth

// never is a threshold that no score passes: only a person can offer such a passage.
const never = 2

// Compute makes the report. Documents issued after the day are not looked at; a document without a date is.
func Compute(in Input) Report {
	d := in.Directive
	r := newRoster(d, in.Bodies)
	rep := Report{Directive: d.ID, Symbol: value(d.Symbol), Title: value(d.Title), AsOf: in.AsOf, Force: in.Force, Tasks: []Task{}, Units: []Unit{}, Cells: []Cell{}, Counts: map[string]int{}}
	amended := in.amendments()
	for i, t := range d.Tasks {
		rep.Tasks = append(rep.Tasks, Task{
			Index: i, Text: t.Text, Section: t.Section, Due: t.Due, Span: t.Span, DueAsAmended: amended.due(t),
		})
	}
	f := newFinder(in, r)
	f.gather()
	order := r.sorted()
	for _, u := range order {
		rep.Units = append(rep.Units, r.units[u])
	}
	for i := range rep.Tasks {
		for _, u := range order {
			rep.Cells = append(rep.Cells, f.cell(rep.Tasks[i], u, amended))
		}
	}
	rep.sum()
	return rep
}

// finder looks for evidence in the answers of the units.
type finder struct {
	in       Input
	roster   *roster
	duties   []duty          // by task
	demands  []demand        // by task
	drafts   map[string]bool // ids of answers that are drafts
	evidence map[[2]int][]Evidence
	answered map[int][]Answer // by unit
	byID     map[string]Answer
}

func newFinder(in Input, r *roster) *finder {
	f := &finder{in: in, roster: r, evidence: map[[2]int][]Evidence{}, answered: map[int][]Answer{}, byID: map[string]Answer{}, drafts: map[string]bool{}}
	for _, a := range in.Answers {
		f.byID[a.Document.ID] = a
		if isDraft(a.Document) {
			f.drafts[a.Document.ID] = true
		}
	}
	for _, t := range in.Directive.Tasks {
		f.duties, f.demands = append(f.duties, dutyOf(t, f.bodyAt)), append(f.demands, demandOf(t))
	}
	return f
}

// reading is one answer made ready for comparison.
type reading struct {
	answer   Answer
	unit     int
	by       string
	passages []passage
	items    []align.Item
}

// gather finds the evidence of every answer for every task: what a document is proof of by itself, what it points at
// by number, and what its passages say.
func (f *finder) gather() {
	corpus := align.NewCorpus()
	var tasks []align.Item
	for _, t := range f.in.Directive.Tasks {
		tasks = append(tasks, corpus.Task(content(f.in.Directive, t.Span, t)))
	}
	var all []reading
	for _, a := range f.in.Answers {
		if rd, ok := f.read(a); ok {
			for _, p := range rd.passages {
				rd.items = append(rd.items, corpus.Passage(p.text))
			}
			all = append(all, rd)
		}
	}
	m := corpus.Matcher(tasks)
	for _, rd := range all {
		if rd.answer.Carried == "" {
			f.deliver(rd)
			f.point(rd)
		}
		f.compare(rd, m)
	}
}

// read takes an answer in, unless it came later than the day of the report or is an order of the directive's own
// issuer, which is no answer to it.
func (f *finder) read(a Answer) (reading, bool) {
	d := a.Document
	if on := issuedOn(d); on != "" && on > f.in.AsOf {
		return reading{}, false
	}
	if f.roster.isIssuer(d) && !accounts(d) {
		return reading{}, false
	}
	var via []*document.Document
	for _, id := range a.Via {
		if plan, ok := f.byID[id]; ok {
			via = append(via, plan.Document)
		}
	}
	rd := reading{answer: a, passages: passagesOf(d)}
	rd.unit, rd.by = f.roster.speaker(d, via)
	if a.Carried == "" {
		f.answered[rd.unit] = append(f.answered[rd.unit], a)
	} else {
		rd.passages = slices.DeleteFunc(rd.passages, func(p passage) bool { return p.role != Planned })
	}
	rd.passages = slices.DeleteFunc(rd.passages, func(p passage) bool { return f.forOthers(p, rd.unit) })
	return rd, true
}

// accounts tells whether a document of the directive's own issuer can account for tasks: its plan or report.
func accounts(d *document.Document) bool {
	return isReport(d) || d.Kind != nil && (d.Kind.Value == "ke_hoach" || d.Kind.Value == "chuong_trinh")
}

// forOthers tells whether a passage gives a task to units that the directive names, and not to the one that speaks.
func (f *finder) forOthers(p passage, unit int) bool {
	named := false
	for _, lead := range p.lead {
		peers := f.roster.peers(lead)
		if slices.Contains(peers, unit) {
			return false
		}
		named = named || len(peers) > 0
	}
	return named
}

// compare scores the passages of one answer. A passage speaks for a task that its unit was not given only where it is
// about what the task begins with.
func (f *finder) compare(rd reading, m *align.Matcher) {
	var likes []align.Likeness
	given := f.roster.given[rd.unit]
	for j, p := range rd.passages {
		likes = m.Compare(rd.items[j], likes)
		best := f.closest(likes, given, p)
		for task, like := range likes {
			score := like.Score(align.Setting{Given: given[task] != "", Best: task == best})
			if score < Threshold && f.in.Decided == nil {
				continue
			}
			threshold := Threshold
			if !f.duties[task].admits(p, f.bodyAt) || given[task] == "" && like.Head == 0 {
				threshold = never
			}
			e := f.piece(rd, p, task, score)
			if f.judge(task, &e, threshold) {
				e.Partial = f.demands[task].unmet(p.span.Exact) || like.Untouched
				f.keep(task, rd.unit, e)
			}
		}
	}
}

// closest gives the task of those that a unit was given that a passage is most like, -1 for none. A task that such a
// passage cannot prove is out of the question.
func (f *finder) closest(likes []align.Likeness, given map[int]Part, p passage) int {
	best := -1
	for task, like := range likes {
		if given[task] == "" || like.Whole == 0 || !f.duties[task].admits(p, f.bodyAt) {
			continue
		}
		if best < 0 || like.Closer(likes[best]) {
			best = task
		}
	}
	return best
}

// piece makes the evidence of a passage.
func (f *finder) piece(rd reading, p passage, task int, score float64) Evidence {
	return Evidence{
		Document: rd.answer.Document.ID, Symbol: value(rd.answer.Document.Symbol), Role: p.role, Span: p.span, TaskSpan: f.in.Directive.Tasks[task].Span,
		Score: round(score), Due: p.due, By: document.NullString(rd.by), Carried: document.NullString(rd.answer.Carried),
	}
}

// offer keeps a piece of evidence that is worth it.
func (f *finder) offer(task, unit int, e Evidence) {
	if f.judge(task, &e, Threshold) {
		f.keep(task, unit, e)
	}
}

// judge tells whether a piece of evidence scores enough and no person rejected it. A confirmed one is kept whatever it
// scores.
func (f *finder) judge(task int, e *Evidence, threshold float64) bool {
	if f.in.Decided != nil {
		if d, ok := f.in.Decided(e.Document, e.Span.Exact, f.in.Directive.Tasks[task].Text); ok {
			if d.Confirmed {
				e.ConfirmedBy = document.NullString(d.By)
			}
			return d.Confirmed
		}
	}
	return e.Score >= threshold
}

// keep adds evidence to a cell; of passages of one document that overlap, the better one stays.
func (f *finder) keep(task, unit int, e Evidence) {
	if e.Role == Reported {
		e.Done = document.NullString(f.doneOn(e, unit))
	}
	key := [2]int{task, unit}
	if !slices.ContainsFunc(f.evidence[key], func(o Evidence) bool {
		return o.Document == e.Document && o.Span.Overlap(e.Span) > 0 && o.Score >= e.Score
	}) {
		f.evidence[key] = append(f.evidence[key], e)
	}
}

func round(x float64) float64 { return float64(int(x*1000+0.5)) / 1000 }

func value(f *document.Field) document.NullString {
	if f == nil {
		return ""
	}
	return document.NullString(f.Value)
}

func issuedOn(d *document.Document) string {
	if d == nil {
		return ""
	}
	return d.Day()
}
