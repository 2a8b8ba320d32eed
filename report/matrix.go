package report

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
)

// statusNames are the statuses as an officer would say them.
var statusNames = map[coverage.Status]string{
	coverage.Reported: "đã báo cáo", coverage.Planned: "đã có kế hoạch", coverage.Acknowledged: "có văn bản, chưa nêu nhiệm vụ", coverage.Missing: "chưa có văn bản",
}

var dueNames = map[coverage.DueState]string{
	coverage.DoneOnTime: "hoàn thành đúng hạn", coverage.DoneLate: "hoàn thành quá hạn",
	coverage.Open: "chưa hoàn thành trong hạn", coverage.Overdue: "chưa hoàn thành quá hạn",
}

var flagNames = map[coverage.Flag]string{
	coverage.Outdated: "kế hoạch trước khi sửa đổi", coverage.Unassigned: "không được giao", coverage.LaterDeadline: "hạn muộn hơn",
	coverage.AmbiguousLink: "viện dẫn chưa rõ",
}

var partNames = map[coverage.Part]string{coverage.Lead: "chủ trì", coverage.Support: "phối hợp", coverage.Recipient: "thực hiện"}

// StatusName names a status in Vietnamese.
func StatusName(s coverage.Status) string { return statusNames[s] }

// DueName names a due state in Vietnamese, with the words of the State's own counting.
func DueName(s coverage.DueState) string { return dueNames[s] }

// FlagName names a flag in Vietnamese.
func FlagName(f coverage.Flag) string { return flagNames[f] }

// letters of the statuses in the matrix; capital where a person confirmed.
var statusLetters = map[coverage.Status]string{coverage.Reported: "b", coverage.Planned: "k", coverage.Acknowledged: ".", coverage.Missing: "-"}

// cells finds cells by task and unit.
type cells map[[2]string]coverage.Cell

func byPlace(r *coverage.Report) cells {
	m := cells{}
	for _, c := range r.Cells {
		m[[2]string{strconv.Itoa(c.Task), c.Unit}] = c
	}
	return m
}

func (m cells) at(task int, unit string) coverage.Cell { return m[[2]string{strconv.Itoa(task), unit}] }

// Table writes the matrix for a terminal: tasks down, units across, then the evidence with quotes on both sides. Units
// with no document at all are counted in one line where there are many, and all of them are named.
func Table(w io.Writer, r *coverage.Report) error {
	place := byPlace(r)
	shown, silent := Split(r)
	tw := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	head := []string{"", "nhiệm vụ", "thời hạn"}
	for i := range shown {
		head = append(head, "["+strconv.Itoa(i+1)+"]")
	}
	fmt.Fprintln(tw, strings.Join(head, "\t"))
	for _, t := range r.Tasks {
		row := []string{strconv.Itoa(t.Index + 1), short(t.Text, 60), dueText(t)}
		for _, u := range shown {
			row = append(row, cellText(place.at(t.Index, u.Name)))
		}
		fmt.Fprintln(tw, strings.Join(row, "\t"))
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(w)
	for i, u := range shown {
		fmt.Fprintf(w, "[%d] %s: %s\n", i+1, u.Name, short(u.Why, 120))
	}
	if len(silent) > 0 {
		fmt.Fprintf(w, "chưa có văn bản nào (%d): %s\n", len(silent), names(silent))
	}
	fmt.Fprintf(w, "\nb đã báo cáo, k đã có kế hoạch, . có văn bản, - chưa có; B, K: đã xác nhận; ( ) không được giao, [ ] phối hợp; ! quá hạn, ~ một phần, * cờ cảnh báo\n")
	fmt.Fprintln(w, "tính đến"+strings.TrimPrefix(summary(r, r.AsOf), "Tính đến"))
	return evidence(w, r)
}

// manySilent is the number of units without any document from which they are listed and not given a column each.
const manySilent = 8

// Split sets the units with nothing at all apart where there are many of them, so that a table has room for the others.
func Split(r *coverage.Report) (shown, silent []coverage.Unit) {
	has := map[string]bool{}
	for _, c := range r.Cells {
		has[c.Unit] = has[c.Unit] || c.Status != coverage.Missing
	}
	for _, u := range r.Units {
		if has[u.Name] {
			shown = append(shown, u)
		} else {
			silent = append(silent, u)
		}
	}
	if len(silent) < manySilent {
		return r.Units, nil
	}
	return shown, silent
}

func names(units []coverage.Unit) string {
	var out []string
	for _, u := range units {
		out = append(out, u.Name)
	}
	return strings.Join(out, "; ")
}

func dueText(t coverage.Task) string {
	if t.Due == nil {
		return ""
	}
	if t.Due.Value != "" {
		return string(t.Due.Value)
	}
	return short(t.Due.Text, 24)
}

func cellText(c coverage.Cell) string {
	s := statusLetters[c.Status]
	for _, e := range c.Evidence {
		if e.ConfirmedBy != "" {
			s = strings.ToUpper(s)
		}
	}
	if c.DueState == coverage.Overdue {
		s += "!"
	}
	if len(c.Evidence) > 0 && c.Evidence[0].Partial {
		s += "~"
	}
	if len(c.Flags) > 0 {
		s += "*"
	}
	switch c.Part {
	case "":
		s = "(" + s + ")"
	case coverage.Support:
		s = "[" + s + "]"
	}
	return s
}

// evidence writes the best quote of each covered cell.
func evidence(w io.Writer, r *coverage.Report) error {
	for _, c := range r.Cells {
		if len(c.Evidence) == 0 {
			continue
		}
		e := c.Evidence[0]
		sure := fmt.Sprintf("gợi ý %.2f", e.Score)
		if e.ConfirmedBy != "" {
			sure = "xác nhận: " + string(e.ConfirmedBy)
		}
		_, err := fmt.Fprintf(w, "\n%d × %s: %s%s (%s)\n   nhiệm vụ: “%s”\n   %s: “%s”\n", c.Task+1, c.Unit, statusNames[c.Status], notes(c), sure,
			short(e.TaskSpan.Exact, 150), source(e), short(e.Span.Exact, 150))
		if err != nil {
			return err
		}
	}
	return nil
}

// notes writes due state and remarks in words.
func notes(c coverage.Cell) string {
	out := remarks(c)
	if c.DueState != "" {
		out = append([]string{dueNames[c.DueState]}, out...)
	}
	if len(out) == 0 {
		return ""
	}
	return "; " + strings.Join(out, "; ")
}

// remarks names what a reader must know of a cell: that it is covered in part, and its flags.
func remarks(c coverage.Cell) []string {
	var out []string
	if len(c.Evidence) > 0 && c.Evidence[0].Partial {
		out = append(out, "một phần")
	}
	for _, f := range c.Flags {
		out = append(out, flagNames[f])
	}
	return out
}

// source names the document of a piece of evidence, and who issued it for the unit.
func source(e coverage.Evidence) string {
	name := string(cmp.Or(e.Symbol, document.NullString(e.Document)))
	if e.By != "" {
		name += " (" + string(e.By) + ")"
	}
	return name
}
