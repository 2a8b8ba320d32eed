package coverage

import (
	"github.com/soichi/soichi/document"
)

// Compute makes the report. Documents issued after the day are not looked at; a document without a date is.
func Compute(in Input) Report {
	d := in.Directive
	r := newRoster(d, in.Bodies)
	rep := Report{Directive: d.ID, Symbol: value(d.Symbol), Title: value(d.Title), AsOf: in.AsOf, Force: in.Force, Tasks: []Task{}, Units: []Unit{}, Counts: map[string]int{}}
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
	rep.Cells = make([]Cell, 0, len(rep.Tasks)*len(order))
	for i := range rep.Tasks {
		for _, u := range order {
			rep.Cells = append(rep.Cells, f.cell(rep.Tasks[i], u, amended))
		}
	}
	rep.sum()
	return rep
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
