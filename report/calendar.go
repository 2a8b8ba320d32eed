package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/soichi/soichi/coverage"
)

// calendarUnits bounds the units that an event names; a directive to all provinces has too many for a calendar.
const calendarUnits = 12

// Calendar writes the due days of a ledger as iCalendar (RFC 5545): one whole-day event a task, with its units. Tasks
// without a day have no event. The same task keeps its event's identity from export to export.
func Calendar(w io.Writer, l *coverage.Ledger) error {
	stamp, err := time.Parse(time.DateOnly, l.AsOf)
	if err != nil {
		return fmt.Errorf("calendar: %w", err)
	}
	cal := ics.NewCalendarFor("soichi")
	cal.SetMethod(ics.MethodPublish)
	cal.SetXWRCalName(ledgerTitle(l))
	for _, task := range byTask(l.Entries) {
		first := task[0]
		due, err := time.Parse(time.DateOnly, first.Due())
		if err != nil {
			continue // a rule that gives no day, or a month without one
		}
		ev := cal.AddEvent(eventID(first))
		ev.SetDtStampTime(stamp)
		ev.SetAllDayStartAt(due)
		ev.SetAllDayEndAt(due.AddDate(0, 0, 1))
		ev.SetSummary(directiveName(first) + ": " + short(first.Task.Text, 90))
		ev.SetDescription(describe(task))
	}
	if err := cal.SerializeTo(w, ics.WithNewLineWindows); err != nil {
		return fmt.Errorf("calendar: %w", err)
	}
	return nil
}

// eventID names a task for good: by its directive and its words, which stay when tasks before it come or go.
func eventID(e coverage.Entry) string {
	sum := sha256.Sum256([]byte(e.Directive + "\x00" + string(e.Task.Section) + "\x00" + e.Task.Text))
	return hex.EncodeToString(sum[:12]) + "@soichi"
}

// byTask groups entries of one task, in the order in which the tasks first stand.
func byTask(entries []coverage.Entry) [][]coverage.Entry {
	type key struct {
		directive string
		task      int
	}
	return groupBy(entries, func(e coverage.Entry) key { return key{e.Directive, e.Task.Index} })
}

// describe gives the whole task and how far its units are.
func describe(task []coverage.Entry) string {
	lines := []string{task[0].Task.Text}
	for i, e := range task {
		if i == calendarUnits {
			lines = append(lines, fmt.Sprintf("và %d đơn vị khác", len(task)-i))
			break
		}
		lines = append(lines, e.Cell.Unit+": "+statusNames[e.Cell.Status])
	}
	return strings.Join(lines, "\n")
}
