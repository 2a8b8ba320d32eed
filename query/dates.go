package query

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	isoDate   = regexp.MustCompile(`^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$`)
	printDate = regexp.MustCompile(`^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$`)
)

// dates reads a comparison and one or two dates.
func (p *parser) dates(f FieldInfo, value string, at int) (Node, error) {
	d := Dates{Name: f.Name}
	if from, to, ok := strings.Cut(value, ".."); ok {
		d.Op, d.From, d.To = OpBetween, from, to
	} else {
		for _, op := range []string{OpUntil, OpSince, OpBefore, OpAfter} {
			if rest, ok := strings.CutPrefix(value, op); ok {
				d.Op, value = op, rest
				break
			}
		}
		d.From = value
	}
	for _, side := range []*string{&d.From, &d.To} {
		if *side == "" && d.Op == OpBetween || side == &d.To && d.Op != OpBetween {
			continue
		}
		iso, ok := toISO(*side)
		if !ok {
			return nil, p.fail(at, NoDate, *side, f.Example)
		}
		*side = iso
	}
	if from, to := d.Bounds(); from != "" && to != "" && from > to {
		return nil, p.fail(at, RangeBackwards)
	}
	return d, nil
}

// Days gives the first and the last day of a date, month or year, written as in a query; false for anything else.
func Days(s string) (first, last string, ok bool) {
	iso, ok := toISO(s)
	if !ok {
		return "", "", false
	}
	return firstDay(iso), lastDay(iso), true
}

// toISO gives a date, month or year in ISO 8601.
func toISO(s string) (string, bool) {
	var y, m, d string
	if g := isoDate.FindStringSubmatch(s); g != nil {
		y, m, d = g[1], g[2], g[3]
	} else if g := printDate.FindStringSubmatch(s); g != nil {
		d, m, y = g[1], g[2], g[3]
	} else {
		return "", false
	}
	switch {
	case m == "":
		return y, y >= "1000"
	case d == "":
		d = "1"
		iso, ok := day(y, m, d)
		return iso[:min(7, len(iso))], ok
	default:
		return day(y, m, d)
	}
}

// day checks a date against the calendar and writes it with two digits each.
func day(y, m, d string) (string, bool) {
	var n [3]int
	for i, s := range []string{y, m, d} {
		v, err := strconv.Atoi(s)
		if err != nil {
			return "", false
		}
		n[i] = v
	}
	t := time.Date(n[0], time.Month(n[1]), n[2], 0, 0, 0, 0, time.UTC)
	if n[0] < 1000 || t.Year() != n[0] || int(t.Month()) != n[1] || t.Day() != n[2] {
		return "", false
	}
	return t.Format(time.DateOnly), true
}

// Bounds gives the first and the last day that the range covers, "" for an open end.
func (d Dates) Bounds() (from, to string) {
	switch d.Op {
	case OpBefore:
		return "", nextDay(firstDay(d.From), -1)
	case OpUntil:
		return "", lastDay(d.From)
	case OpAfter:
		return nextDay(lastDay(d.From), 1), ""
	case OpSince:
		return firstDay(d.From), ""
	case OpBetween:
		return firstDay(d.From), lastDay(d.To)
	default:
		return firstDay(d.From), lastDay(d.From)
	}
}

func firstDay(iso string) string {
	switch len(iso) {
	case 4:
		return iso + "-01-01"
	case 7:
		return iso + "-01"
	default:
		return iso
	}
}

func lastDay(iso string) string {
	first, err := time.Parse(time.DateOnly, firstDay(iso))
	if err != nil {
		return iso
	}
	switch len(iso) {
	case 4:
		first = first.AddDate(1, 0, -1)
	case 7:
		first = first.AddDate(0, 1, -1)
	}
	return first.Format(time.DateOnly)
}

func nextDay(iso string, by int) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return t.AddDate(0, 0, by).Format(time.DateOnly)
}
