package coverage

import (
	"cmp"
	"slices"

	"github.com/soichi/soichi/align"
	"github.com/soichi/soichi/document"
)

// Threshold is the score from which a passage is offered as evidence.
const Threshold = 0.5

// evidenceKept bounds the passages shown in one cell: the best few are what a person reads.
const evidenceKept = 5

// Compute makes the report. Documents issued after the day are not looked at; a document without a date is.
func Compute(in Input) Report {
	d := in.Directive
	r := newRoster(d, in.Bodies)
	rep := Report{Directive: d.ID, AsOf: in.AsOf, Tasks: []Task{}, Units: []Unit{}, Cells: []Cell{}, Counts: map[string]int{}}
	for i, t := range d.Tasks {
		rep.Tasks = append(rep.Tasks, Task{Index: i, Text: t.Text, Section: t.Section, Due: t.Due, Span: t.Span})
	}
	found := gather(in, r)
	for _, u := range r.sorted() {
		rep.Units = append(rep.Units, r.units[u])
	}
	for i := range rep.Tasks {
		for _, u := range r.sorted() {
			rep.Cells = append(rep.Cells, in.cell(i, u, r, found))
		}
	}
	rep.sum()
	return rep
}

// findings are what the answers of the units hold.
type findings struct {
	evidence map[[2]int][]Evidence // by task and unit
	answered map[int][]Answer      // by unit
	byID     map[string]Answer
}

// gather scores every passage of every answer against every task.
func gather(in Input, r *roster) findings {
	f := findings{evidence: map[[2]int][]Evidence{}, answered: map[int][]Answer{}, byID: map[string]Answer{}}
	var tasks []align.Item
	for _, t := range in.Directive.Tasks {
		tasks = append(tasks, align.NewItem(t.Text))
	}
	type held struct {
		unit     int
		answer   Answer
		passages []passage
		items    []align.Item
	}
	var all []held
	groups := [][]align.Item{tasks}
	for _, a := range in.Answers {
		if on := issuedOn(a.Document); on != "" && on > in.AsOf {
			continue
		}
		h := held{unit: r.of(a.Document), answer: a, passages: passagesOf(a.Document)}
		for _, p := range h.passages {
			h.items = append(h.items, align.NewItem(p.span.Exact))
		}
		groups = append(groups, h.items)
		all = append(all, h)
		f.answered[h.unit] = append(f.answered[h.unit], a)
		f.byID[a.Document.ID] = a
	}
	scorer := align.NewScorer(groups...)
	for _, h := range all {
		for i := range tasks {
			for j, p := range h.passages {
				score := scorer.Score(tasks[i], h.items[j])
				key := [2]int{i, h.unit}
				if e, ok := in.decide(h.answer.Document.ID, p, i, score); ok {
					f.evidence[key] = append(f.evidence[key], e)
				}
			}
		}
	}
	return f
}

// decide turns a scored pair into evidence unless it scores too low or a person rejected it. A confirmed pair stays
// whatever it scores.
func (in Input) decide(doc string, p passage, task int, score float64) (Evidence, bool) {
	t := in.Directive.Tasks[task]
	e := Evidence{Document: doc, Role: p.role, Span: p.span, TaskSpan: t.Span, Score: round(score), Due: p.due}
	if in.Decided != nil {
		if d, ok := in.Decided(doc, p.span.Exact, t.Text); ok {
			e.ConfirmedBy = document.NullString(d.By)
			return e, d.Confirmed
		}
	}
	return e, score >= Threshold
}

func round(x float64) float64 { return float64(int(x*1000+0.5)) / 1000 }

// cell makes one cell.
func (in Input) cell(task, unit int, r *roster, f findings) Cell {
	c := Cell{Task: task, Unit: r.units[unit].Name, Assigned: r.assigned[unit][task], Status: Missing, Flags: []Flag{}, Evidence: []Evidence{}}
	if len(f.answered[unit]) > 0 {
		c.Status = Acknowledged
	}
	ev := f.evidence[[2]int{task, unit}]
	slices.SortFunc(ev, func(a, b Evidence) int {
		return cmp.Or(confirmedFirst(a, b), cmp.Compare(depth(b.Role), depth(a.Role)), cmp.Compare(b.Score, a.Score), cmp.Compare(a.Document, b.Document), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	if len(ev) > evidenceKept {
		ev = ev[:evidenceKept]
	}
	c.Evidence = append(c.Evidence, ev...)
	for _, e := range c.Evidence {
		if depth(e.Role) > depth(c.Status) {
			c.Status = e.Role
		}
	}
	c.DueState = in.dueState(task, c, f)
	c.Flags = append(c.Flags, in.flags(task, unit, c, f)...)
	return c
}

func confirmedFirst(a, b Evidence) int {
	switch {
	case a.ConfirmedBy != "" && b.ConfirmedBy == "":
		return -1
	case a.ConfirmedBy == "" && b.ConfirmedBy != "":
		return 1
	}
	return 0
}

func depth(s Status) int {
	return map[Status]int{Missing: 0, Acknowledged: 1, Planned: 2, Reported: 3}[s]
}

// dueState compares the task's date with the first report that answers it, or with the day of the report.
func (in Input) dueState(task int, c Cell, f findings) DueState {
	due := in.Directive.Tasks[task].Due
	if due == nil || len(due.Value) != len("2006-01-02") || !c.Assigned {
		return ""
	}
	done := ""
	for _, e := range c.Evidence {
		if on := issuedOn(f.byID[e.Document].Document); e.Role == Reported && on != "" && (done == "" || on < done) {
			done = on
		}
	}
	switch {
	case done != "" && done <= string(due.Value):
		return DoneOnTime
	case done != "":
		return DoneLate
	case c.Status == Reported:
		return "" // reported, but the report bears no date
	case in.AsOf <= string(due.Value):
		return Open
	}
	return Overdue
}

// flags names what is doubtful about a cell, in the order of the constants.
func (in Input) flags(task, unit int, c Cell, f findings) []Flag {
	var out []Flag
	outdated, later, ambiguous := false, false, false
	due := in.Directive.Tasks[task].Due
	for _, e := range c.Evidence {
		a := f.byID[e.Document]
		if on := issuedOn(a.Document); e.Role == Planned && on != "" && in.amendedAfter(on) {
			outdated = true
		}
		if due != nil && due.Value != "" && e.Due > due.Value {
			later = true
		}
		ambiguous = ambiguous || a.Ambiguous
	}
	for _, a := range f.answered[unit] {
		ambiguous = ambiguous || a.Ambiguous && len(c.Evidence) == 0
	}
	if outdated {
		out = append(out, Outdated)
	}
	if !c.Assigned && len(c.Evidence) > 0 {
		out = append(out, Unassigned)
	}
	if later {
		out = append(out, LaterDeadline)
	}
	if ambiguous {
		out = append(out, AmbiguousLink)
	}
	return out
}

// amendedAfter tells whether the directive was amended after a day and not after the day of the report.
func (in Input) amendedAfter(day string) bool {
	return slices.ContainsFunc(in.Amended, func(a string) bool { return a > day && a <= in.AsOf })
}

// sum counts the assigned cells.
func (rep *Report) sum() {
	assigned, confirmed, suggested := 0, 0, 0
	for _, c := range rep.Cells {
		if !c.Assigned {
			continue
		}
		assigned++
		rep.Counts[string(c.Status)]++
		if c.DueState != "" {
			rep.Counts[string(c.DueState)]++
		}
		switch {
		case slices.ContainsFunc(c.Evidence, func(e Evidence) bool { return e.ConfirmedBy != "" }):
			confirmed++
		case len(c.Evidence) > 0:
			suggested++
		}
	}
	rep.Counts["assigned"] = assigned
	if assigned > 0 {
		rep.Covered = Shares{Confirmed: round(float64(confirmed) / float64(assigned)), Suggested: round(float64(suggested) / float64(assigned))}
	}
}

func issuedOn(d *document.Document) string {
	if d == nil || d.IssuedOn == nil {
		return ""
	}
	return d.IssuedOn.Value
}
