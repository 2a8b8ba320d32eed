package task

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/viet"
)

// column says what a column of a task table holds.
type column int

const (
	colOther column = iota
	colWhat
	colLead
	colSupport
	colDue
	colMade
	colNumber
	colBoth // who leads, and behind a slash who supports
)

// header tells what the words over a column say that it is.
type header struct {
	is column
	re *regexp.Regexp
}

// headers tells columns by the words of their head; the first that matches wins, so "thời gian thực hiện" is a date and
// "cơ quan phối hợp thực hiện" a supporting body.
var headers = []header{
	{colNumber, regexp.MustCompile(`^(?:số )?(?:stt|tt|thứ tự)\.?$`)},
	{colBoth, regexp.MustCompile(`chủ trì.*phối hợp`)},
	{colSupport, regexp.MustCompile(`phối hợp`)},
	{colDue, regexp.MustCompile(`thời gian|lộ trình|thời hạn|tiến độ|thời điểm|hạn hoàn thành|hoàn thành`)},
	{colMade, regexp.MustCompile(`sản phẩm|đầu ra|kết quả`)},
	{colLead, regexp.MustCompile(`chủ trì|phân công|phụ trách|(?:cơ quan|đơn vị|người|tổ chức)(?:,? \p{L}+)* (?:thực hiện|chịu trách nhiệm)|^(?:cơ quan|đơn vị)$`)},
	{colWhat, regexp.MustCompile(`nội dung|nhiệm vụ|công việc|hoạt động|giải pháp|tên (?:đề án|văn bản)`)},
}

// whats are words without one of which a row is no head of a table of tasks.
var whats = []string{"nội dung", "nhiệm vụ", "công việc", "hoạt động", "giải pháp", "tên "}

// tableEnd gives the block after the table that begins at block i.
func (x *extractor) tableEnd(i int) int {
	t := x.o.View.Paras[x.o.Blocks[i].Para].Table
	for i < len(x.o.Blocks) {
		p := x.o.View.Paras[x.o.Blocks[i].Para]
		if p.Role != normalize.Row || p.Table != t {
			break
		}
		i++
	}
	return i
}

// table makes tasks of the rows from block i to end, if their head names what is to be done and by whom or when.
func (x *extractor) table(i, end int) {
	if x.mode == none || x.mode == charges {
		return
	}
	var cols []column
	for ; i < end; i++ {
		p := x.o.View.Paras[x.o.Blocks[i].Para]
		if c := x.columns(p); c != nil {
			cols = c
			continue
		}
		if cols != nil && !p.Header {
			x.row(p, cols, x.o.Blocks[i].Path)
		}
	}
}

// columns reads the head of a table; nil where a row is none.
func (x *extractor) columns(p normalize.Para) []column {
	if !slices.ContainsFunc(p.Cells, func(c document.Range) bool { return hasAny(x.view.in(c).low, whats...) }) {
		return nil
	}
	out := make([]column, len(p.Cells))
	seen := map[column]int{}
	for k, c := range p.Cells {
		name := strings.TrimSpace(x.view.in(c).low)
		if len(name) > 120 {
			return nil
		}
		for _, h := range headers {
			if h.re.MatchString(name) && (h.is != colWhat || seen[colWhat] == 0) {
				out[k] = h.is
				seen[h.is]++
				break
			}
		}
	}
	if seen[colLead] += seen[colBoth]; seen[colWhat] == 0 || seen[colLead]+seen[colDue]+seen[colMade]+seen[colSupport] == 0 || seen[colLead] > 1 {
		return nil
	}
	return out
}

// rowNumber matches the number of a row: "12", "2.1", "IV", "b".
var rowNumber = regexp.MustCompile(`^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[a-zđ])$`)

// row makes one task of a row. A row that says what and nothing else is the title of a group.
func (x *extractor) row(p normalize.Para, cols []column, section string) {
	var what document.Range
	t := document.Task{Method: "table/own", Confidence: 0.85}
	number, told := "", false
	for k, c := range p.Cells[:min(len(p.Cells), len(cols))] {
		cell := squeeze(x.view.in(c).s)
		switch {
		case cell == "" || cell == "-":
		case cols[k] == colWhat:
			what = c
		case cols[k] == colNumber:
			if n := strings.TrimRight(cell, ".) "); rowNumber.MatchString(n) {
				number = n
			}
		default:
			told = x.tell(&t, cols[k], cell) || told
		}
	}
	if what = trimEnds(x.view.s, what); what.Empty() || !told {
		return
	}
	if t.Text = squeeze(x.view.in(what).s); strings.Count(t.Text, " ") < 2 {
		return // the numbers under the head of a table
	}
	if t.Due == nil {
		t.Due = x.cal.find(newLine(t.Text))
	}
	t.Span = x.o.View.Span(what)
	t.Section = document.NullString(cmp.Or(section, number))
	x.tasks = append(x.tasks, t)
}

// tell sets what a cell says of a task; it gives false where its column says nothing of tasks.
func (x *extractor) tell(t *document.Task, is column, cell string) bool {
	switch is {
	case colLead:
		t.Lead = split(newLine(cell))
	case colSupport:
		t.Support = split(newLine(cell))
	case colBoth:
		lead, others, _ := strings.Cut(cell, "/")
		t.Lead, t.Support = split(newLine(lead)), split(newLine(others))
	case colDue:
		t.Due = x.cal.cell(newLine(cell))
	case colMade:
		t.Deliverable = document.NullString(cell)
	default:
		return false
	}
	return true
}

// bareTime matches a date in a cell of its own, where the column's head says what a preposition would say elsewhere.
var bareTime = regexp.MustCompile(`^(?:(?:trong|trước|xong|đến hết|hết)\s+)*(` + reDay + `|` + reMonth + `|\d{1,2}\s*/\s*\d{4}|` + reQuart + `|` + reHalf + `|` + reYear + `|(?:19|20)\d\d)$`)

// cell reads a deadline from a cell of the column of dates, or from what follows "Thời gian hoàn thành:".
func (c calendar) cell(l line) *document.Due {
	text := strings.Trim(l.s, " .;,")
	if m := bareTime.FindStringSubmatch(viet.Lower(text)); m != nil {
		return &document.Due{Value: document.NullString(c.end(m[1], strings.HasPrefix(l.low, "trước"))), Text: text}
	}
	return c.find(l)
}
