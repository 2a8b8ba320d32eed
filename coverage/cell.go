package coverage

import (
	"cmp"
	"slices"

	"github.com/soichi/soichi/viet"
)

// evidenceKept bounds the passages shown in one cell: the best few are what a person reads.
const evidenceKept = 5

// cell makes one cell.
func (f *finder) cell(task Task, unit int, amended amendments) Cell {
	part := f.roster.given[unit][task.Index]
	c := Cell{
		Task: task.Index, Unit: f.roster.units[unit].Name, Assigned: part != "", Part: part, Status: Missing,
		Flags: []Flag{}, Evidence: []Evidence{},
	}
	if len(f.answered[unit]) > 0 {
		c.Status = Acknowledged
	}
	ev := f.evidence[[2]int{task.Index, unit}]
	slices.SortFunc(ev, byWorth)
	for _, e := range ev {
		if depth(e.Role) > depth(c.Status) {
			c.Status = e.Role
		}
	}
	plan := f.planIn(ev)
	if part.accountable() && task.Due != nil {
		c.DueState = f.dueState(task.Index, string(task.Due.Value), ev)
		c.DueStateAsAmended = f.dueState(task.Index, string(task.DueAsAmended), ev)
	}
	c.Flags = append(c.Flags, f.flags(task, unit, c, plan, ev, amended)...)
	if len(ev) > evidenceKept {
		if plan >= evidenceKept { // the flags speak of it, so it must be seen
			ev[evidenceKept-1] = ev[plan]
		}
		ev = ev[:evidenceKept]
	}
	for _, e := range ev {
		if e.match != nil {
			e.Reasons, e.match = e.match.Reasons(), nil
		}
		e.large, e.touched, e.rest = 0, 0, ""
		c.Evidence = append(c.Evidence, e)
	}
	return c
}

// byWorth orders evidence: confirmed first, reports before plans, then by score.
func byWorth(a, b Evidence) int {
	return cmp.Or(
		cmp.Compare(b2i(b.ConfirmedBy != ""), b2i(a.ConfirmedBy != "")), cmp.Compare(depth(b.Role), depth(a.Role)),
		cmp.Compare(b.Score, a.Score), cmp.Compare(a.Document, b.Document), cmp.Compare(a.Span.Start, b.Span.Start),
	)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// depth orders the statuses.
func depth(s Status) int {
	switch s {
	case Reported:
		return 3
	case Planned:
		return 2
	case Acknowledged:
		return 1
	}
	return 0
}

// dueState compares a date with the day on which the last clause of the task was done: the day that a report states,
// else the day of the report. A report that tells of a shortfall does not count; where reports leave a clause out, the
// task is not done. A report without a date does not tell when.
func (f *finder) dueState(task int, due string, ev []Evidence) DueState {
	if len(due) != len("2006-01-02") {
		return ""
	}
	if state, ok := f.severalDays(task, due, ev); ok {
		return state
	}
	done, undated := f.doneDay(task, ev)
	switch {
	case done != "" && done <= due:
		return DoneOnTime
	case done != "":
		return DoneLate
	case undated:
		return ""
	case f.in.AsOf <= due:
		return Open
	}
	return Overdue
}

// severalDays gives the state of a task to report on several days, by comparing each report with its day. Where some
// of the reports are held and others are not, no state is true of all the days.
func (f *finder) severalDays(task int, due string, ev []Evidence) (DueState, bool) {
	days := f.duties[task].days
	if len(days) < 2 || days[0] != due {
		return "", false
	}
	var told []string
	seen := map[string]bool{}
	for _, e := range ev {
		if on := issuedOn(f.byID[e.Document].Document); e.Role == Reported && on != "" && !seen[e.Document] {
			seen[e.Document] = true
			told = append(told, on)
		}
	}
	slices.Sort(told)
	switch {
	case len(told) == 0:
		return "", false
	case len(told) < len(days):
		return "", true
	}
	for i, day := range days {
		if told[i] > day {
			return DoneLate, true
		}
	}
	return DoneOnTime, true
}

// doneDay gives the first day by which reports tell of all clauses of a task, "" if they never do; undated tells that they
// would with reports that bear no date.
func (f *finder) doneDay(task int, ev []Evidence) (day string, undated bool) {
	type report struct {
		on             string
		large, touched uint16
	}
	var dated []report
	var all, none uint16
	whole := false
	short := f.short(task, ev)
	for _, e := range ev {
		if e.Role != Reported || short[e.Document] || e.unsure() || e.ofOnePlace() {
			continue
		}
		on := cmp.Or(string(e.Done), issuedOn(f.byID[e.Document].Document))
		all |= e.large
		none |= e.touched
		whole = whole || e.large == e.touched
		if on != "" {
			dated = append(dated, report{on, e.large, e.touched})
		}
	}
	slices.SortStableFunc(dated, func(a, b report) int { return cmp.Compare(a.on, b.on) })
	var told uint16
	for _, r := range dated {
		if told |= r.touched; r.large == r.touched || r.large&^told == 0 {
			return r.on, false
		}
	}
	return "", whole || all != 0 && all&^none == 0
}

// sure is the score from which a passage proves a task done that does not name what the directive is about, and fair the
// one from which any other does.
const (
	sure = 0.8
	fair = 0.7
)

// unsure tells whether evidence may be of a neighbouring matter: enough to suggest to a person, too little to call a task done.
func (e Evidence) unsure() bool {
	return e.match != nil && e.ConfirmedBy == "" && (e.Score < fair || e.match.Aside && e.Score < sure)
}

// ofOnePlace tells whether evidence is of a local body below the unit, which answers for its own place alone: what one
// district did is not done in the province.
func (e Evidence) ofOnePlace() bool {
	_, rank := placeOf(string(e.By))
	return rank != "" && e.ConfirmedBy == ""
}

// short gives the reports that tell that less was reached than the task demands.
func (f *finder) short(task int, ev []Evidence) map[string]bool {
	out := map[string]bool{}
	for _, e := range ev {
		if e.Role == Reported && (e.halts || f.demands[task].unmet(e.Span.Exact, viet.Lower(e.Span.Exact))) {
			out[e.Document] = true
		}
	}
	return out
}

// sum counts the cells of the units that have to account for a task.
func (rep *Report) sum() {
	asked, confirmed, suggested := 0, 0, 0
	for _, c := range rep.Cells {
		if !c.Part.accountable() {
			continue
		}
		asked++
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
	rep.Counts["assigned"] = asked
	if asked > 0 {
		rep.Covered = Shares{Confirmed: round(float64(confirmed) / float64(asked)), Suggested: round(float64(suggested) / float64(asked))}
	}
}
