package coverage

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/soichi/soichi/align"
	"github.com/soichi/soichi/document"
)

// finder looks for evidence in the answers of the units.
type finder struct {
	in       Input
	roster   *roster
	duties   []duty          // by task
	special  []int           // tasks of which not every passage can be proof
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
	for i, t := range in.Directive.Tasks {
		d := dutyOf(t, f.bodyAt)
		f.duties, f.demands = append(f.duties, d), append(f.demands, demandOf(t))
		if d.product != "" || d.reports {
			f.special = append(f.special, i)
		}
	}
	return f
}

// reading is one answer made ready for comparison.
type reading struct {
	answer   Answer
	unit     int
	by       string
	passages []passage
	closed   []map[int]bool // by passage: the tasks that it cannot prove by its words
	said     func(quote, task string) (Decision, bool)
}

// gather finds the evidence of every answer for every task: what a document is proof of by itself, what it points at
// by number, and what its passages say.
func (f *finder) gather() {
	all := f.readings()
	found := f.compareAll(all, f.matcher())
	for i, rd := range all {
		if rd.answer.Carried == "" {
			f.deliver(rd)
			f.point(rd)
			f.address(rd)
			f.announce(rd)
		}
		for _, e := range f.joined(rd, found[i]) {
			f.offer(rd, e.match.Task, e, e.match.Worth())
		}
		f.confirmed(rd, found[i])
	}
}

// matcher prepares the tasks for comparison.
func (f *finder) matcher() *align.Matcher {
	corpus := align.NewCorpus()
	corpus.Subject(string(value(f.in.Directive.Title)))
	var tasks []align.Item
	for _, t := range f.in.Directive.Tasks {
		var due document.NullString
		if t.Due != nil {
			due = t.Due.Value
		}
		tasks = append(tasks, corpus.Task(content(f.in.Directive, t.Span, t), daysOf(t.Span, due)...))
	}
	return corpus.Matcher(tasks)
}

// readings makes the answers ready for comparison.
func (f *finder) readings() []reading {
	passages := make([][]passage, len(f.in.Answers))
	onAllCores(len(passages), func() func(int) {
		return func(i int) { passages[i] = passagesOf(f.in.Answers[i].Document) }
	})
	var all []reading
	for i, a := range f.in.Answers {
		if rd, ok := f.read(a, passages[i]); ok {
			all = append(all, rd)
		}
	}
	return all
}

// read takes an answer in, unless it came later than the day of the report or is an order of the directive's own
// issuer, which is no answer to it.
func (f *finder) read(a Answer, passages []passage) (reading, bool) {
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
	rd := reading{answer: a, passages: passages}
	if f.in.Decided != nil {
		rd.said = f.in.Decided(d.ID)
	}
	rd.unit, rd.by = f.roster.speaker(d, via)
	if a.Carried == "" {
		f.answered[rd.unit] = append(f.answered[rd.unit], a)
	} else {
		rd.passages = slices.DeleteFunc(rd.passages, func(p passage) bool { return p.role != Planned })
	}
	rd.passages = slices.DeleteFunc(rd.passages, func(p passage) bool { return f.aside(rd) || f.forOthers(p, rd.unit) })
	slices.SortStableFunc(rd.passages, func(a, b passage) int { return cmp.Compare(a.span.Start, b.span.Start) })
	rd.closed = make([]map[int]bool, len(rd.passages))
	for i, p := range rd.passages {
		rd.closed[i] = f.closed(rd, p)
	}
	return rd, true
}

// aside tells whether a document only mentions the directive, and is of a unit that was given nothing: what it says is of
// its own matters, unless a person spoke of it.
func (f *finder) aside(rd reading) bool {
	return rd.answer.Relation == document.Cites && rd.said == nil && !f.roster.units[rd.unit].Expected
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

// closed gives the tasks that a passage cannot prove by its words, nil for none. A report that names a plan of others, or
// one from before the directive, does not tell of the plan that is demanded.
func (f *finder) closed(rd reading, p passage) map[int]bool {
	var out map[int]bool
	for _, task := range f.special {
		d := f.duties[task]
		if !d.admits(p, f.bodyAt) || d.product != "" && namesAny(rd.answer.Document, p.span, d.product) && !f.namesOwn(rd.answer.Document, p.span, d.product, rd.unit) {
			if out == nil {
				out = map[int]bool{}
			}
			out[task] = true
		}
	}
	return out
}

// compareAll compares the passages of all answers with the tasks: what is worth suggesting, by answer.
func (f *finder) compareAll(all []reading, m *align.Matcher) [][]align.Match {
	out := make([][]align.Match, len(all))
	onAllCores(len(all), func() func(int) {
		r := m.Reader()
		var room []align.Match
		return func(i int) {
			room = f.compare(all[i], r, room)
			out[i] = keepWorth(room, all[i].said != nil)
		}
	})
	return out
}

// onAllCores does a thing for 0 to n-1; each core has a worker of its own.
func onAllCores(n int, worker func() func(int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			do := worker()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}

// compare matches the passages of one answer with the tasks that they may prove.
func (f *finder) compare(rd reading, r *align.Reader, room []align.Match) []align.Match {
	given := f.roster.given[rd.unit]
	items := make([]align.Item, len(rd.passages))
	for i, p := range rd.passages {
		items[i] = r.Passage(p.text, daysOf(p.span, p.due)...)
	}
	return r.Match(items, func(passage, task int) align.Claim {
		switch {
		case rd.closed[passage][task]:
			return align.Closed
		case given[task] != "":
			return align.Given
		}
		return align.Open
	}, room)
}

// keepWorth copies the matches that are worth suggesting; all of them where a person spoke of the document.
func keepWorth(matches []align.Match, all bool) []align.Match {
	var out []align.Match
	for _, k := range matches {
		if all || k.Worth() {
			out = append(out, k)
		}
	}
	return out
}

// evidenceOf makes the evidence of a match.
func (f *finder) evidenceOf(rd reading, k *align.Match) Evidence {
	p := rd.passages[k.Passage]
	e := f.piece(rd, p, k.Task, k.Score())
	e.match = k
	e.halts = p.halts
	e.Partial = e.halts || f.demands[k.Task].unmet(p.span.Exact, p.said) || k.LeavesOut() || remainder.in(p.said)
	e.Partial = e.Partial || e.ofOnePlace() || f.demands[k.Task].atSome(e.Span.Exact+sentenceFrom(e.rest)) || helps(e.Span.Exact, f.in.Directive.Tasks[k.Task].Text)
	e.large, e.touched = k.Large, k.Touched
	return e
}

// confirmed keeps the passages of an answer that a person confirmed although they have nothing in common with the task.
func (f *finder) confirmed(rd reading, seen []align.Match) {
	if rd.said == nil {
		return
	}
	matched := map[[2]int]bool{}
	for _, k := range seen {
		matched[[2]int{k.Passage, k.Task}] = true
	}
	for i, p := range rd.passages {
		for task := range f.in.Directive.Tasks {
			if !matched[[2]int{i, task}] {
				f.offer(rd, task, f.piece(rd, p, task, 0), false)
			}
		}
	}
}

// piece makes the evidence of a passage.
func (f *finder) piece(rd reading, p passage, task int, score float64) Evidence {
	return Evidence{
		Document: rd.answer.Document.ID, Symbol: value(rd.answer.Document.Symbol), Role: p.role, Span: p.span, TaskSpan: f.in.Directive.Tasks[task].Span,
		Score: round(score), Due: p.due, rest: p.rest, By: document.NullString(rd.by), Carried: document.NullString(rd.answer.Carried),
	}
}

// offer keeps a piece of evidence that is worth it and that no person rejected. A confirmed one is kept whatever it
// scores.
func (f *finder) offer(rd reading, task int, e Evidence, worth bool) {
	if rd.said != nil {
		if d, ok := rd.said(e.Span.Exact, f.in.Directive.Tasks[task].Text); ok {
			if worth = d.Confirmed; worth {
				e.ConfirmedBy = document.NullString(d.By)
			}
		}
	}
	if worth {
		f.keep(task, rd.unit, e)
	}
}

// keep adds evidence to a cell; of passages of one document that overlap, the better one stays.
func (f *finder) keep(task, unit int, e Evidence) {
	if e.Role == Reported {
		e.Done = document.NullString(f.doneOn(e, task, unit))
	}
	key := [2]int{task, unit}
	if !slices.ContainsFunc(f.evidence[key], func(o Evidence) bool {
		return o.Document == e.Document && o.Span.Overlap(e.Span) > 0 && o.Score >= e.Score
	}) {
		f.evidence[key] = append(f.evidence[key], e)
	}
}
