package report

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"

	_ "embed"

	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
)

// List is a coverage or a ledger as rows, the form that CSV, XLSX, DOCX and the printed page share.
type List struct {
	Title   string // in capitals, as it stands over an annex
	Summary string
	Columns []Column
	Rows    [][]string // as many values as columns
	// Paper holds the rows that go on paper, and Notes what stands below them there: see onPaper.
	Paper [][]string
	Notes []string
	// Same is the number of columns, of those on paper, that are written once for the rows below each other that share them.
	Same int
}

// Column is one column of a list.
type Column struct {
	Name  string
	Width float64 // in characters
	// Print tells that the column goes into an annex on paper, where there is no room for all of them.
	Print bool
	// Day tells that the values are days of ISO 8601, or words where there is no day.
	Day bool
}

// taskColumns follow in every list after those that say which task it is; they are filled by cellValues.
var taskColumns = []Column{
	{"Đơn vị", 26, true, false}, {"Vai trò", 11, false, false}, {"Tình trạng", 15, true, false}, {"Tiến độ", 17, true, false}, {"Lưu ý", 17, false, false},
	{"Văn bản", 20, true, false}, {"Trích dẫn", 45, true, false}, {"Ngày hoàn thành", 12, false, true}, {"Điểm", 7, false, false}, {"Xác nhận", 12, false, false},
}

// cellValues fills taskColumns: the best evidence stands for the cell.
func cellValues(c coverage.Cell, state coverage.DueState) []string {
	row := []string{
		c.Unit, cmp.Or(partNames[c.Part], "không được giao"), statusNames[c.Status], dueNames[state], strings.Join(remarks(c), "; "),
		"", "", "", "", "",
	}
	if len(c.Evidence) > 0 {
		e := c.Evidence[0]
		copy(row[5:], []string{source(e), e.Span.Exact, string(e.Done), strconv.FormatFloat(e.Score, 'f', 3, 64), string(e.ConfirmedBy)})
	}
	return row
}

// CoverageList gives one row a cell, tasks first. On paper a unit stands under a task that it was given or takes up: beside
// the others "nothing held" would be a reproach.
func CoverageList(r *coverage.Report) List {
	l := List{Title: headline(r), Summary: summary(r, vietDay(document.NullString(r.AsOf))), Same: 3, Columns: append([]Column{
		{"TT", 7, true, false}, {"Nhiệm vụ", 42, true, false}, {"Mục", 7, false, false}, {"Thời hạn", 16, true, true},
	}, taskColumns...)}
	var paper []paperRow
	for _, c := range r.Cells {
		t := r.Tasks[c.Task]
		row := append([]string{strconv.Itoa(t.Index + 1), t.Text, string(t.Section), dueText(t)}, cellValues(c, c.DueState)...)
		l.Rows = append(l.Rows, row)
		if c.Assigned || len(c.Evidence) > 0 {
			paper = append(paper, paperRow{standing{r.Directive, c.Task, c.Part, c.Status, c.DueState}, row})
		}
	}
	l.Paper, l.Notes = onPaper(paper, len(l.Columns)-len(taskColumns))
	return l
}

// LedgerList gives one row an entry, in the order of the ledger.
func LedgerList(l *coverage.Ledger) List {
	out := List{Title: ledgerTitle(l), Summary: ledgerSummary(l), Columns: append([]Column{
		{"TT", 7, true, false}, {"Văn bản giao", 20, true, false}, {"Ngày ban hành", 12, false, true}, {"Nhiệm vụ", 42, true, false}, {"Mục", 7, false, false}, {"Thời hạn", 16, true, true},
	}, taskColumns...)}
	var paper []paperRow
	for i, e := range l.Entries {
		row := append([]string{
			strconv.Itoa(i + 1), directiveName(e), string(e.IssuedOn), e.Task.Text, string(e.Task.Section), dueOf(e),
		}, cellValues(e.Cell, e.DueState())...)
		out.Rows = append(out.Rows, row)
		paper = append(paper, paperRow{standingOf(e), row})
	}
	out.Paper, out.Notes = onPaper(paper, len(out.Columns)-len(taskColumns))
	for i, row := range out.Paper {
		out.Paper[i] = append([]string{strconv.Itoa(i + 1)}, row[1:]...)
	}
	return out
}

// paperRow is a row that goes on paper, and how its unit stands.
type paperRow struct {
	standing
	row []string
}

// onPaper lays out rows for print. Units of which nothing is held and that stand alike with a task share a row where they
// are many: a directive to every commune of a province would fill a hundred pages with them. The row counts the units, and
// the notes name them, each set of units once. unit is the column of the unit.
func onPaper(rows []paperRow, unit int) (paper [][]string, notes []string) {
	alike := map[standing][]string{}
	for _, r := range rows {
		if r.status == coverage.Missing {
			alike[r.standing] = append(alike[r.standing], r.row[unit])
		}
	}
	for _, r := range rows {
		switch units, silent := alike[r.standing]; {
		case !silent, len(units) > 0 && len(units) < manySilent:
			paper = append(paper, r.row)
		case len(units) > 0:
			note := strings.Join(units, "; ") + "."
			if !slices.Contains(notes, note) {
				notes = append(notes, note)
			}
			row := slices.Clone(r.row)
			row[unit] = fmt.Sprintf("%d đơn vị (danh sách %d)", len(units), slices.Index(notes, note)+1)
			paper = append(paper, row)
			alike[r.standing] = nil // told
		}
	}
	for i := range notes {
		notes[i] = fmt.Sprintf("Danh sách %d: %s", i+1, notes[i])
	}
	return paper, notes
}

// CSV writes a list with a byte order mark, so that spreadsheet programs read the Vietnamese letters right.
func CSV(w io.Writer, l List) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	cw := csv.NewWriter(w)
	head := make([]string, len(l.Columns))
	for i, c := range l.Columns {
		head[i] = c.Name
	}
	for _, row := range append([][]string{head}, l.Rows...) {
		values := make([]string, len(row))
		for i := range row {
			values[i] = inert(row[i])
		}
		if err := cw.Write(values); err != nil {
			return fmt.Errorf("csv: %w", err)
		}
	}
	cw.Flush()
	return cw.Error()
}

// inert keeps a spreadsheet program from taking a quoted text for a formula.
func inert(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

//go:embed list.html
var listPage string

var listTemplate = template.Must(template.New("list").Parse(listPage))

// Repeats tells whether a value is not written because it stands in the row above, all columns before it being the same too.
func (l List) Repeats(row, column int) bool {
	return row > 0 && column < l.Same && slices.Equal(l.Rows[row][:column+1], l.Rows[row-1][:column+1])
}

// ListHTML writes a list as a page of its own, ready for the printer.
func ListHTML(w io.Writer, l List) error {
	if err := listTemplate.Execute(w, printed(l)); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	return nil
}

// printed leaves in a list the rows and columns that go on paper, with days as people write them.
func printed(l List) List {
	out := List{Title: l.Title, Summary: l.Summary, Same: l.Same, Notes: l.Notes}
	for _, c := range l.Columns {
		if c.Print {
			out.Columns = append(out.Columns, c)
		}
	}
	for _, row := range l.Paper {
		var kept []string
		for i, v := range row {
			switch c := l.Columns[i]; {
			case c.Print && c.Day:
				kept = append(kept, vietDay(document.NullString(v)))
			case c.Print:
				kept = append(kept, v)
			}
		}
		out.Rows = append(out.Rows, kept)
	}
	return out
}
