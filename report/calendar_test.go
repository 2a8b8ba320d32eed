package report

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
)

// property is a content line of RFC 5545, with its name and parameters and without escapes in the value.
type property struct{ name, params, value string }

// contentLines unfolds a calendar (section 3.1) and reads its lines, by the grammar and not by the writer's library.
func contentLines(t *testing.T, text string) []property {
	t.Helper()
	if strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") || !strings.HasSuffix(text, "\r\n") {
		t.Error("a line ends without CRLF")
	}
	grammar := regexp.MustCompile(`^([A-Z-]+)((?:;[A-Z-]+=[^;:,]+)*):(.*)$`)
	var out []property
	for line := range strings.SplitSeq(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n") {
		m := grammar.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("%q is no content line", line)
		}
		out = append(out, property{m[1], m[2], m[3]})
	}
	return out
}

// unescape undoes the escapes of a TEXT value (section 3.3.11), and fails on what may not stand there bare.
func unescape(t *testing.T, value string) string {
	t.Helper()
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		c := value[i]
		switch {
		case c == '\\' && i+1 < len(value):
			i++
			switch value[i] {
			case 'n', 'N':
				b.WriteByte('\n')
			case '\\', ';', ',':
				b.WriteByte(value[i])
			default:
				t.Errorf("%q holds the escape \\%c", value, value[i])
			}
		case c == '\\' || c == ';' || c == ',':
			t.Errorf("%q holds a bare %c", value, c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// dueLedger makes a ledger of tasks with these texts, all due on one day.
func dueLedger(day string, texts ...string) *coverage.Ledger {
	l := &coverage.Ledger{AsOf: "2024-12-31"}
	for i, text := range texts {
		l.Entries = append(l.Entries, coverage.Entry{
			Directive: "d", Kind: "chi_thi", Symbol: "4/CT-UBND", Task: coverage.Task{Index: i, Text: text, Section: "II.1", Due: &document.Due{Value: document.NullString(day)}},
			Cell: coverage.Cell{Unit: "Sở Y tế", Assigned: true, Part: coverage.Lead, Status: coverage.Missing},
		})
	}
	return l
}

func calendarOf(t *testing.T, l *coverage.Ledger) string {
	t.Helper()
	var out bytes.Buffer
	if err := Calendar(&out, l); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// The properties that RFC 5545 demands of a calendar (3.6) and an event (3.6.1), each once, in components that close.
func TestCalendarKeepsTheRules(t *testing.T) {
	lines := contentLines(t, calendarOf(t, dueLedger("2024-02-28", "Lập bản đồ; trồng, chăm \\ cây\nvà báo cáo", "Trực cháy 24/24")))
	var open []string
	have := map[string]int{}
	events := 0
	for _, p := range lines {
		switch p.name {
		case "BEGIN":
			open = append(open, p.value)
			if p.value == "VEVENT" {
				clear(have)
			}
		case "END":
			if len(open) == 0 || open[len(open)-1] != p.value {
				t.Fatalf("END:%s closes %q", p.value, open)
			}
			open = open[:len(open)-1]
			if p.value == "VEVENT" {
				events++
				for name, want := range map[string]int{"UID": 1, "DTSTAMP": 1, "DTSTART": 1, "DTEND": 1, "SUMMARY": 1, "DESCRIPTION": 1, "DURATION": 0} {
					if have[name] != want {
						t.Errorf("%s stands %d times in an event, want %d", name, have[name], want)
					}
				}
			}
		default:
			have[p.name]++
		}
	}
	if events != 2 || len(open) != 0 {
		t.Errorf("%d events, %q left open", events, open)
	}
	head := fmt.Sprint(lines[:4])
	for _, want := range []string{"{BEGIN  VCALENDAR}", "{VERSION  2.0}", "PRODID"} {
		if !strings.Contains(head, want) {
			t.Errorf("%s is not at the head: %s", want, head)
		}
	}
}

// A whole-day event ends on the day after its last one, also over the end of a month and of a leap year's February.
func TestAnEventIsAWholeDay(t *testing.T) {
	for _, tt := range []struct{ name, day, start, end string }{
		{"a plain day", "2024-03-15", "20240315", "20240316"},
		{"the end of a month", "2024-04-30", "20240430", "20240501"},
		{"the end of a year", "2024-12-31", "20241231", "20250101"},
		{"a leap year", "2024-02-28", "20240228", "20240229"},
		{"no leap year", "2023-02-28", "20230228", "20230301"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, p := range contentLines(t, calendarOf(t, dueLedger(tt.day, "Việc"))) {
				if p.name == "DTSTART" || p.name == "DTEND" {
					if p.params != ";VALUE=DATE" {
						t.Errorf("%s%s is not of a day", p.name, p.params)
					}
					got = append(got, p.value)
				}
			}
			if !slices.Equal(got, []string{tt.start, tt.end}) {
				t.Errorf("%q, want %s to %s", got, tt.start, tt.end)
			}
		})
	}
}

func TestNoEventWithoutADay(t *testing.T) {
	for _, due := range []*document.Due{nil, {Text: "hằng quý"}, {Value: "2024-05", Text: "tháng 5/2024"}, {Value: "2024-02-30"}} {
		l := dueLedger("2024-01-01", "Việc")
		l.Entries[0].Task.Due = due
		if text := calendarOf(t, l); strings.Contains(text, "VEVENT") {
			t.Errorf("%+v gives an event:\n%s", due, text)
		}
	}
}

func TestACalendarNeedsItsDay(t *testing.T) {
	var bad *time.ParseError
	if err := Calendar(&bytes.Buffer{}, &coverage.Ledger{AsOf: "hôm nay"}); !errors.As(err, &bad) || bad.Value != "hôm nay" {
		t.Errorf("%v, want the day that is none", err)
	}
}

// The same task keeps its event when others come before it, so that a calendar program updates and does not double.
func TestAnEventKeepsItsIdentity(t *testing.T) {
	uids := func(l *coverage.Ledger) map[string]string {
		out := map[string]string{}
		uid := ""
		for _, p := range contentLines(t, calendarOf(t, l)) {
			switch p.name {
			case "UID":
				uid = p.value
			case "SUMMARY":
				out[unescape(t, p.value)] = uid
			}
		}
		return out
	}
	before, after := uids(dueLedger("2024-05-01", "Trực cháy", "Lập bản đồ")), uids(dueLedger("2024-06-01", "Việc mới", "Trực cháy", "Lập bản đồ"))
	if len(before) != 2 || len(after) != 3 {
		t.Fatalf("%d and %d events", len(before), len(after))
	}
	seen := map[string]bool{}
	for name, uid := range after {
		if old, ok := before[name]; ok && old != uid {
			t.Errorf("%s was %s and is %s", name, old, uid)
		}
		if seen[uid] {
			t.Errorf("%s is of two events", uid)
		}
		seen[uid] = true
	}
}

// Whatever a task says, the calendar keeps to its lines and the words come back.
func FuzzCalendar(f *testing.F) {
	f.Add("Lập bản đồ; trồng, chăm\nBEGIN:VEVENT\r\nEND:VCALENDAR \\n")
	f.Add(strings.Repeat("Tuyên truyền phòng cháy, chữa cháy rừng ", 9))
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(strings.Map(func(r rune) rune {
			if r < ' ' && r != '\n' && r != '\r' || r == 0x7f {
				return -1 // texts have no control letters: normalising leaves them out
			}
			return r
		}, text), "")
		out := calendarOf(t, dueLedger("2024-05-01", text))
		events := 0
		for _, p := range contentLines(t, out) {
			switch p.name {
			case "BEGIN":
				if p.value == "VEVENT" {
					events++
				}
			case "SUMMARY":
				if got, want := unescape(t, p.value), "Chỉ thị 4/CT-UBND: "+short(text, 90); got != want {
					t.Errorf("the summary is %q, want %q", got, want)
				}
			}
		}
		if events != 1 {
			t.Errorf("%d events in\n%s", events, out)
		}
		for line := range strings.SplitSeq(out, "\r\n") {
			if len(line) > 75 {
				t.Errorf("a line of %d bytes", len(line))
			}
		}
	})
}
