package coverage

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// passage is a piece of an answering document that may take up a task.
type passage struct {
	span document.Span
	said string // its words in lower case
	text string // what is compared: without citations, deadlines and assignees
	role Status // what it proves if it matches
	due  document.NullString
	lead []string
	// halts tells that the sentence goes on to say that the thing is not all done.
	halts bool
	rest  string // of a report: what follows in the paragraph
}

// minPassage is the shortest passage worth comparing, in code points: headings and labels say too little to prove
// anything.
const minPassage = 40

// minTask is the same for a task, which a table may say in few words ("Kiểm thử kết nối tại 05 tỉnh").
const minTask = 22

// cue is a way to say something: an expression, and words of which one must be there for it to match. Looking for the
// words first saves the expression on nearly every passage.
type cue struct {
	words []string // lower case
	form  *regexp.Regexp
}

// in tells whether a text, given in lower case, says it.
func (c cue) in(lower string) bool {
	for _, w := range c.words {
		if strings.Contains(lower, w) {
			return c.form.MatchString(lower)
		}
	}
	return false
}

// label matches what may stand before the words of a passage.
const label = `^[\s\-–+*•]*(?:\S{1,4}[.)]\s*)?`

var (
	// request is a passage that asks others for something, which is no evidence of doing it.
	request = cue{[]string{"đề nghị", "kiến nghị", "đề xuất"}, regexp.MustCompile(label + `(?:kính |trân trọng )?(?:đề nghị|kiến nghị|đề xuất)`)}
	// undone is a passage that tells that a thing was not done.
	undone = cue{[]string{"chưa", "không hoàn thành", "không đạt"}, regexp.MustCompile(`(?:^|[^\p{L}])(?:chưa|không hoàn thành|không đạt)(?:[^\p{L}]|$)`)}
	done   = cue{[]string{"đã"}, regexp.MustCompile(`(?:^|[^\p{L}])đã(?:[^\p{L}]|$)`)}
	intent = cue{[]string{"tiếp tục", "phấn đấu", "tập trung", "sẽ", "dự kiến"},
		regexp.MustCompile(label + `(?:tiếp tục|phấn đấu|tập trung|sẽ|dự kiến)|[^\p{L}]sẽ[^\p{L}]`)}
	// basis is a passage that says what a thing rests on, and closing the one that obliges everybody to carry a paper out.
	basis   = cue{[]string{"căn cứ"}, regexp.MustCompile(label + `căn cứ(?:[^\p{L}]|$)`)}
	closing = cue{[]string{"chịu trách nhiệm thi hành"}, regexp.MustCompile(`chịu trách nhiệm thi hành`)}
	// opener leads to a list and says nothing itself.
	opener = cue{[]string{"như sau"}, regexp.MustCompile(`như sau\s*:\s*$`)}
)

// inline gives a label of a paragraph's own: "1. Hạn chế: …", or a title on the line above it; "" for none.
func inline(text string) string {
	end := strings.IndexAny(text, ":\n")
	if end < 0 {
		return ""
	}
	if n := utf8.RuneCountInString(text[:end]); n < 3 || n > 60 {
		return ""
	}
	return text[:end+1]
}

// empty tells whether a passage, given in lower case, is evidence of nothing, whatever it speaks of.
func empty(lower string) bool { return request.in(lower) || basis.in(lower) || closing.in(lower) }

// passagesOf cuts a document into passages. The tasks of a plan or a guidance are its passages; a report's are the
// sentences that tell what was done, while what it intends to do proves no more than a plan, and what it asks for or
// regrets proves nothing.
func passagesOf(d *document.Document) []passage {
	report, voices := isReport(d), newSpeech(d)
	ruler, left := document.NewRuler(d.Text), remains{}
	if report {
		left = leftOver(d, ruler)
	}
	var out []passage
	for _, t := range d.Tasks {
		p := passage{span: t.Span, said: viet.Lower(t.Span.Exact), text: content(d, t.Span, t), role: Planned, lead: t.Lead}
		if t.Due != nil {
			p.due = t.Due.Value
		}
		switch {
		case empty(p.said) || utf8.RuneCountInString(t.Text) < minTask:
			continue
		case report && voices.at(t.Span.Start) == asks:
			continue
		case report && voices.tellsDone(d, t):
			r := ruler.Range(t.Span)
			p.role, p.halts, p.rest = Reported, halted(d.Text[r.Start:]) || left.of(t.Span.Exact), d.Text[r.End:]
		}
		out = append(out, p)
	}
	if report {
		return append(out, told(d, voices, ruler, left)...)
	}
	return append(out, items(d)...)
}

var (
	// listed matches the label of an item of a list.
	listed = regexp.MustCompile(`^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)-]|\p{L}[.)]|[-–+•*]|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là[,:]?)\s+`)
	// purpose is the title of a division that says what for, and orders nothing.
	purpose = regexp.MustCompile(`(?i)mục đích|mục tiêu|chỉ tiêu|căn cứ|tình hình|sự cần thiết`)
)

// items gives the items of a plan's lists that no task was read from: whose words do not oblige anybody ("Mỗi thôn một tổ
// tự quản") still say what is planned.
func items(d *document.Document) []passage {
	var out []passage
	ruler := document.NewRuler(d.Text)
	announced := false // a list without divisions looks like a preamble, until "như sau:" is said
	for _, par := range d.Paragraphs {
		span := ruler.Span(ruler.Range(document.Span{Start: par.Start, End: par.End}))
		if par.Role == "preamble" && announced {
			par.Role = ""
		}
		announced = announced || strings.HasSuffix(span.Exact, ":")
		if !speaks(d, par) {
			continue
		}
		said := strings.TrimSpace(span.Exact)
		if !listed.MatchString(said) || strings.HasSuffix(said, ":") || empty(viet.Lower(said)) || aims(d, par.Start) {
			continue
		}
		out = append(out, passage{span: span, said: viet.Lower(span.Exact), text: content(d, span, document.Task{}), role: Planned})
	}
	return out
}

// aims tells whether a position stands in a division that says what for.
func aims(d *document.Document, pos int) bool {
	return slices.ContainsFunc(d.Sections, func(s document.Section) bool {
		return s.Span.Start <= pos && pos < s.Span.End && purpose.MatchString(string(s.Title))
	})
}

func isReport(d *document.Document) bool {
	return d.Kind != nil && (d.Kind.Value == "bao_cao" || d.Kind.Value == "tin_bai")
}

// tellsDone tells whether what looks like a task of a report is an account: it stands among the results, is not put off
// to a later day, and does not say that it will go on.
func (s speech) tellsDone(d *document.Document, t document.Task) bool {
	later := t.Due != nil && (t.Due.Value == "" || string(t.Due.Value) > issuedOn(d))
	return s.at(t.Span.Start) == tells && !later && !intent.in(viet.Lower(t.Span.Exact))
}

// told gives the sentences of a report that stand outside its tasks.
func told(d *document.Document, voices speech, ruler *document.Ruler, left remains) []passage {
	var out []passage
	for _, par := range d.Paragraphs {
		if !speaks(d, par) {
			continue
		}
		v := voices.at(par.Start)
		r := ruler.Range(document.Span{Start: par.Start, End: par.End})
		if own, ok := voiceOf(inline(r.In(d.Text))); ok {
			v = own
		}
		if v == asks || v == regret {
			continue
		}
		for _, s := range sentences(d.Text, r) {
			p := passage{span: ruler.Span(s), role: Reported, rest: d.Text[s.End:r.End]}
			p.said = viet.Lower(p.span.Exact)
			if empty(p.said) || opener.in(p.said) || v != means && undone.in(p.said) && !done.in(p.said) {
				continue
			}
			p.halts = halted(d.Text[s.Start:r.End]) || left.of(p.span.Exact)
			if v == means || intent.in(p.said) && !done.in(p.said) {
				p.role, p.halts = Planned, false
			}
			p.text = content(d, p.span, document.Task{})
			out = append(out, p)
		}
	}
	return out
}

// speaks tells whether a paragraph outside the tasks may be evidence.
func speaks(d *document.Document, par document.Paragraph) bool {
	return !slices.Contains([]document.NullString{"heading", "note", "preamble", "row"}, par.Role) && par.End-par.Start >= minPassage && !overlapsTask(d, par)
}

// overlapsTask tells whether a paragraph is what the document means to do rather than what was done.
func overlapsTask(d *document.Document, par document.Paragraph) bool {
	return slices.ContainsFunc(d.Tasks, func(t document.Task) bool { return t.Span.Start < par.End && par.Start < t.Span.End })
}

// sentences cuts a paragraph at full stops before a capital and at semicolons, so that a quote says one thing. A piece
// too short to prove anything goes with the one before it.
func sentences(text string, r document.Range) []document.Range {
	var out []document.Range
	start := r.Start
	cut := func(end int) {
		piece := trim(text, document.Range{Start: start, End: end})
		switch {
		case piece.Empty(): // blanks after the last sentence
		case utf8.RuneCountInString(piece.In(text)) >= minPassage:
			out = append(out, piece)
		case len(out) > 0:
			out[len(out)-1].End = piece.End
		default:
			return // goes with the next one
		}
		start = end
	}
	for i := r.Start; i < r.End; i++ {
		if ends(text[i:r.End]) {
			cut(i + 1)
		}
	}
	if start < r.End {
		cut(r.End)
	}
	return out
}

// ends tells whether a sentence ends with the first byte of s.
func ends(s string) bool {
	switch s[0] {
	case ';':
		return true
	case '.':
		rest := strings.TrimLeft(s[1:], " \n\u00a0")
		first, _ := utf8.DecodeRuneInString(rest)
		return rest != s[1:] && unicode.IsUpper(first)
	}
	return false
}

// trim takes blanks off both ends of a range.
func trim(text string, r document.Range) document.Range {
	s := r.In(text)
	r.Start += len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	r.End -= len(s) - len(strings.TrimRightFunc(s, unicode.IsSpace))
	if r.End < r.Start {
		r.End = r.Start
	}
	return r
}
