package query

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestToISO(t *testing.T) {
	for in, want := range map[string]string{
		"2024": "2024", "2024-2": "2024-02", "2024-02-29": "2024-02-29", "2/2024": "2024-02", "29/2/2024": "2024-02-29", "29.02.2024": "2024-02-29",
		"1-2-2024": "2024-02-01", "0999": "", "2023-02-29": "", "2024-13": "", "32/1/2024": "", "24": "", "": "", "mai": "", "2024-": "", "2024/02/01": "",
	} {
		got, ok := toISO(in)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// Every day of the calendar is read in each of its writings, and a range covers a day if and only if it says so.
func TestBoundsProperty(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		draw := func(name string) time.Time {
			return time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 20000).Draw(rt, name))
		}
		a, day := draw("a"), draw("day")
		form := rapid.SampledFrom([]string{"2006-01-02", "2/1/2006", "02.01.2006", "2006-01", "1/2006", "2006"}).Draw(rt, "form")
		op := rapid.SampledFrom([]string{"", "<", "<=", ">", ">="}).Draw(rt, "op")
		n, err := Parse("date:" + op + a.Format(form))
		if err != nil {
			rt.Fatal(err)
		}
		from, to := n.(Dates).Bounds()
		iso := day.Format(time.DateOnly)
		covered := (from == "" || from <= iso) && (to == "" || iso <= to)
		first, last := period(a, form)
		want := map[string]bool{
			"": !day.Before(first) && !day.After(last), "<": day.Before(first), "<=": !day.After(last), ">": day.After(last), ">=": !day.Before(first),
		}[op]
		if covered != want {
			rt.Fatalf("date:%s%s covers %s to %s; %s in it: %v, want %v", op, a.Format(form), from, to, iso, covered, want)
		}
	})
}

// period gives the first and the last day of what a date in a form means.
func period(a time.Time, form string) (first, last time.Time) {
	switch form {
	case "2006":
		first = time.Date(a.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
		return first, first.AddDate(1, 0, -1)
	case "2006-01", "1/2006":
		first = time.Date(a.Year(), a.Month(), 1, 0, 0, 0, 0, time.UTC)
		return first, first.AddDate(0, 1, -1)
	default:
		return a, a
	}
}

func TestDateFieldsTakeDatesOnly(t *testing.T) {
	for _, f := range Fields() {
		_, err := Parse(fmt.Sprintf(`%s:"một hai"`, f.Name))
		if takes := err == nil; takes != (f.Type == "text") {
			t.Errorf("%s of type %s takes words: %v, %v", f.Name, f.Type, takes, err)
		}
	}
}
