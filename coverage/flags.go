package coverage

import (
	"regexp"
	"slices"
	"strings"
)

// planIn gives the index of the evidence that the flags of a cell speak of, -1 for none: the passage of a plan that fits
// best, else the plan itself where the task demands one. What a report means to do next is no plan.
func (f *finder) planIn(ev []Evidence) int {
	ofPlan := func(e Evidence) bool { return !isReport(f.byID[e.Document].Document) }
	if i := slices.IndexFunc(ev, func(e Evidence) bool { return e.Role == Planned && ofPlan(e) }); i >= 0 {
		return i
	}
	return slices.IndexFunc(ev, ofPlan)
}

// flags names what is doubtful about a cell, in the order of the constants; plan is what planIn gives.
func (f *finder) flags(task Task, unit int, c Cell, plan int, ev []Evidence, amended amendments) []Flag {
	var out []Flag
	if plan >= 0 && f.outdated(ev[plan], amended) {
		out = append(out, Outdated)
	}
	if !c.Assigned && len(ev) > 0 {
		out = append(out, Unassigned)
	}
	if plan >= 0 && task.Due != nil && later(task, ev[plan], ev) {
		out = append(out, LaterDeadline)
	}
	unclear := func(a Answer) bool { return a.Ambiguous }
	if len(ev) > 0 && slices.ContainsFunc(ev, func(e Evidence) bool { return f.byID[e.Document].Ambiguous }) ||
		len(ev) == 0 && slices.ContainsFunc(f.answered[unit], unclear) {
		out = append(out, AmbiguousLink)
	}
	if plan >= 0 && f.drafts[ev[plan].Document] {
		out = append(out, Draft)
	}
	return out
}

// outdated tells whether what a unit planned is older than a change of the directive, or was planned for a replaced one.
func (f *finder) outdated(plan Evidence, amended amendments) bool {
	on := issuedOn(f.byID[plan.Document].Document)
	return on != "" && amended.after(on) || plan.Carried != ""
}

// later tells whether a plan sets a later date than the directive itself. The passage that fits best decides where it
// takes up the whole task and sets a date; else any passage of the plan does.
func later(task Task, best Evidence, ev []Evidence) bool {
	due := string(task.Due.Value)
	sets := func(e Evidence) bool {
		return len(e.Due) == len(due) && string(e.Due) > due || restLater(e.Span.Exact, due) || yearlyLater(e.Span.Exact, task.Due.Text)
	}
	if len(best.Due) == len(due) && !best.Partial {
		return sets(best)
	}
	return slices.ContainsFunc(ev, func(e Evidence) bool { return e.Document == best.Document && e.Role == Planned && sets(e) })
}

var (
	// theRest matches when a plan means to do what it leaves over: "số còn lại thực hiện trong năm 2027".
	theRest = regexp.MustCompile(`(?i)còn lại[^.;]{0,60}?(?:trong |vào |sang )?năm (\d{4})`)
	// everyYear matches the day of a yearly deadline: "trước ngày 15 tháng 6 hằng năm", "trước ngày 15/6 hằng năm".
	everyYear = regexp.MustCompile(`(?i)ngày\s+(\d{1,2})(?:\s*[/-]\s*|\s+tháng\s+)(\d{1,2})\s+(?:hằng|hàng|mỗi) năm`)
)

// restLater tells whether a plan leaves a rest over to a year after the one in which all is due.
func restLater(said, due string) bool {
	if !strings.Contains(said, "òn lại") {
		return false
	}
	m := theRest.FindStringSubmatch(said)
	return m != nil && len(due) >= len("2006") && m[1] > due[:len("2006")]
}

// yearlyLater tells whether both name a day of the year, and that of the plan is the later one.
func yearlyLater(said, due string) bool {
	ours := everyYear.FindStringSubmatch(due)
	if ours == nil {
		return false
	}
	theirs := everyYear.FindStringSubmatch(said)
	return theirs != nil && pad(theirs[2])+pad(theirs[1]) > pad(ours[2])+pad(ours[1])
}
