package task

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/structure"
)

// Self is what is known of the document that the tasks stand in: its kind decides where tasks can be, its issuer tells
// who asks from who is asked, its date completes dates without a year. Unknown parts are empty.
type Self struct {
	Kind     string // a value of document/kinds.tsv
	Issuer   string // the issuer's full name
	IssuedOn string // ISO 8601
}

// Extract returns the tasks of a document in reading order. The result is never guessed at: a kind without tasks gives
// none, an assignee or a date that the words do not give stays empty.
func Extract(o *structure.Outline, self Self) []document.Task {
	mode := words().mode[self.Kind]
	if o == nil || o.View == nil || mode == none {
		return nil
	}
	issuer := spell(self.Issuer)
	law := normative(o) || issuer == "quốc hội" || issuer == "ủy ban thường vụ quốc hội"
	if law && mode == open {
		mode = assigned
	}
	x := &extractor{o: o, self: self, law: law, view: newLine(o.View.Text), issuer: issuer, mode: mode, cal: newCalendar(self.IssuedOn),
		leads: make([]*lead, len(o.Blocks))}
	x.walk()
	for _, t := range x.tasks {
		mend(t.Lead)
		mend(t.Support)
	}
	return x.tasks
}

// lawNumber matches the number of a legal norm, which has the year between number and kind: "Số: 08/2022/QĐ-TTg".
var lawNumber = regexp.MustCompile(`(?i)số\s*:?\s*\d{1,4}\s*/\s*(?:19|20)\d\d\s*/`)

// normative tells whether the letterhead has the number of a legal norm.
func normative(o *structure.Outline) bool {
	for _, b := range o.Region(structure.Letterhead) {
		if lawNumber.MatchString(o.View.Para(b.Para)) {
			return true
		}
	}
	return false
}

// extractor holds the state of one run over a document's blocks.
type extractor struct {
	o       *structure.Outline
	view    line   // the view's text
	issuer  string // folded
	self    Self
	mode    mode
	annexed bool // in rules that are issued with a decision
	law     bool // the paper is a legal norm, which speaks of what holds; see normative
	cal     calendar
	tasks   []document.Task
	stack   []scope
	orders  bool     // the opening announces orders: "có ý kiến chỉ đạo như sau:"
	asked   []string // the bodies of the opening "… yêu cầu X, Y thực hiện:"
	leads   []*lead  // by block, what its first words name, once asked for
	closing int      // the first block of the closing paragraphs
	kept    finding
	open    document.Range // the last task's range in the view, with its end as the block has it
}

// lead is what the first words of a block name.
type lead struct {
	named
	ok bool
}

// text gives the words of a block without its label.
func (x *extractor) text(b structure.Block) line { return x.view.in(b.Body) }

// named reads the assignee that block i begins with. A block is asked about by itself and by the one before it.
func (x *extractor) named(i int) (named, bool) {
	if x.leads[i] == nil {
		n, ok := x.assignee(x.text(x.o.Blocks[i]))
		x.leads[i] = &lead{n, ok}
	}
	return x.leads[i].named, x.leads[i].ok
}

// add makes a task of a range and of what its words and its place say.
func (x *extractor) add(r document.Range, section string, w who, how string, conf float64) {
	whole := r
	r = trimEnds(x.view.s, r)
	l := x.view.in(r)
	if strings.Count(l.s, " ") < 2 {
		return // no sentence: a misread mark, a stray word
	}
	x.open = whole
	x.tasks = append(x.tasks, document.Task{
		Text:        squeeze(l.s),
		Section:     document.NullString(section),
		Lead:        w.lead,
		Support:     merge(w.support, support(l)),
		Due:         x.due(l),
		Deliverable: document.NullString(deliverable(l)),
		Span:        x.o.View.Span(r),
		Confidence:  conf,
		Method:      how + "/" + w.from,
	})
}

// due finds the deadline of a stretch of the view. The last one is kept: an item of one sentence is asked about twice.
func (x *extractor) due(l line) *document.Due {
	if k := &x.kept; k.at != l.at || k.size != len(l.s) {
		*k = finding{at: l.at, size: len(l.s), due: x.cal.find(l)}
	}
	return x.kept.due
}

// finding is the deadline of a stretch of the view.
type finding struct {
	at, size int
	due      *document.Due
}

// extend adds a block to the last task.
func (x *extractor) extend(b structure.Block) {
	last := x.tasks[len(x.tasks)-1]
	x.tasks = x.tasks[:len(x.tasks)-1]
	how, from, _ := strings.Cut(last.Method, "/")
	x.add(document.Range{Start: x.open.Start, End: b.Body.End}, string(last.Section),
		who{lead: last.Lead, support: last.Support, from: from}, how, last.Confidence)
}

// trimEnds narrows a range past blanks and the marks that close an item.
func trimEnds(text string, r document.Range) document.Range {
	s := r.In(text)
	left := strings.TrimLeft(s, " \t\u00a0,;:.")
	r.Start += len(s) - len(left)
	r.End = r.Start + len(strings.TrimRight(left, " \t\u00a0,;:./✓"))
	return r
}
