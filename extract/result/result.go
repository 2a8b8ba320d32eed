package result

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
)

// genre says how far a document's sentences report.
type genre int

const (
	other  genre = iota // targets and rules: no results
	page                // no kind of its own, as a news page: only sentences that tell of the past
	report              // a report
)

// Extract returns the figures of a report in reading order.
func Extract(o *structure.Outline) []document.Result {
	if o == nil || o.View == nil {
		return nil
	}
	g := genreOf(o)
	if g == other {
		return nil
	}
	period := titlePeriod(o)
	var out []document.Result
	ahead := false // inside the directions for the time to come
	for _, b := range o.Blocks {
		if b.Region != structure.Preamble && b.Region != structure.Main || o.View.Paras[b.Para].Role != normalize.Body {
			continue
		}
		if b.Heading || b.Level == structure.Roman {
			ahead = plans.MatchString(o.Text(b))
			continue
		}
		if !ahead {
			out = append(out, paragraph(o, b.Body, g, period)...)
		}
	}
	return out
}

// plans matches headings under which figures are targets.
var plans = regexp.MustCompile(`(?i)^(?:phương hướng|nhiệm vụ|mục tiêu|kế hoạch|chỉ tiêu|kiến nghị|đề xuất|giải pháp)`)

// genreOf tells a report by the kind printed over its title. A text without any such line may be a page that reports.
func genreOf(o *structure.Outline) genre {
	for _, b := range o.Region(structure.Title) {
		if line, ok := structure.KindLine(o.View.Para(b.Para)); ok {
			if strings.HasPrefix(line, "BÁO CÁO") {
				return report
			}
			return other
		}
	}
	for _, b := range o.Blocks {
		if strings.HasPrefix(o.View.Para(b.Para), "Kính gửi") || b.Level == structure.Article {
			return other
		}
	}
	return page
}

var (
	// years matches the years that figures are for.
	years = regexp.MustCompile(`(?i)từ (?:đầu )?năm (\d{4}) đến (?:hết |nay |năm )*(\d{4})|(?:giai đoạn |\()\s*(\d{4})\s*[-–]\s*(\d{4})|(?:trong|đến hết|đến)?\s*năm (\d{4})`)
	// past matches the words of a sentence that tells what has happened.
	past = regexp.MustCompile(`(?i)(?:^|\s)(?:đã|được|đạt|giảm|còn|qua)\s`)
	// before matches what may stand right before a reported number that only limits it.
	limits = regexp.MustCompile(`(?i)(?:^|\s)(hơn|trên|khoảng|gần|dưới|vượt|đạt|ước|ước đạt|không quá|ít nhất|tối thiểu)\s*$`)
	// marks matches what makes a number a date, an ordinal or the number of a document.
	marks = regexp.MustCompile(`(?i)(?:ngày|tháng|năm|số|điều|khoản|mục|khóa|khoá|thứ|kỳ|quý|nghị quyết|đợt|giai đoạn|cấp|loại|hạng|khu|quyển|tập|trang|phần|chương|km)\s*$`)
)

// titlePeriod reads the period of the whole report from its title.
func titlePeriod(o *structure.Outline) string {
	for _, b := range o.Region(structure.Title) {
		if p := periodOf(o.View.Para(b.Para)); p != "" {
			return p
		}
	}
	return ""
}

// periodOf reads a year or a pair of years, "" where the words name none or several.
func periodOf(s string) string {
	if !strings.Contains(s, "ăm ") && !strings.Contains(s, "ĂM ") && !strings.ContainsAny(s, "(-–") {
		return ""
	}
	all := years.FindAllStringSubmatch(s, -1)
	if len(all) != 1 {
		return ""
	}
	m := all[0]
	switch {
	case m[1] != "":
		return m[1] + "-" + m[2]
	case m[3] != "":
		return m[3] + "-" + m[4]
	}
	return m[5]
}

// paragraph reads the figures of one paragraph.
func paragraph(o *structure.Outline, r document.Range, g genre, period string) []document.Result {
	s := r.In(o.View.Text)
	var out []document.Result
	for _, m := range number.FindAllStringIndex(s, -1) {
		from, to := sentence(s, m[0])
		if g == page && !past.MatchString(s[from:to]) || quotedAt(s, m[0]) {
			continue
		}
		f, ok := figureAt(s, m[0], m[1])
		if !ok {
			continue
		}
		p := periodOf(clause(s, m[0], from, to))
		if p == "" {
			p = period
		}
		out = append(out, document.Result{
			Measure: measure(s, f, from, to), Value: f.value, Unit: fold(f.unit.In(s)),
			Qualifier: document.NullString(f.qualifier), Period: document.NullString(p),
			Span: o.View.Span(document.Range{Start: r.Start + f.whole.Start, End: r.Start + f.whole.End}),
		})
	}
	return out
}

// figure is a number with its unit in a paragraph.
type figure struct {
	value       float64
	qualifier   string
	whole, unit document.Range
}

// figureAt reads the figure whose digits stand at [from, to).
func figureAt(s string, from, to int) (figure, bool) {
	if from > 0 && strings.ContainsRune("0123456789.,-–/:_²³", rune(s[from-1])) && !pairAt(s, from) {
		return figure{}, false
	}
	before := strings.TrimRight(tail(s[:from]), " \u00a0")
	if r, _ := utf8.DecodeLastRuneInString(s[:from]); unicode.IsLetter(r) || marks.MatchString(before) ||
		strings.HasSuffix(before, "-") || strings.HasSuffix(before, "–") {
		return figure{}, false
	}
	at := to + len(s[to:]) - len(strings.TrimLeft(s[to:], " \u00a0"))
	if at > to && strings.HasPrefix(s[at:], "-") {
		return figure{}, false
	}
	u := unitAt(s[at:])
	if u == "" || at == to && u != "%" && unicode.IsLetter(rune(u[0])) && u[0] < utf8.RuneSelf && u != "ha" && u != "km" {
		return figure{}, false
	}
	v, ok := parse(s[from:to])
	if !ok {
		return figure{}, false
	}
	f := figure{value: v, whole: document.Range{Start: from, End: at + len(u)}, unit: document.Range{Start: at, End: at + len(u)}}
	if m := limits.FindStringSubmatchIndex(before); m != nil {
		f.qualifier = strings.ToLower(before[m[2]:m[3]])
		f.whole.Start = from - len(tail(s[:from])) + m[2]
	}
	return f, true
}

// tailWindow bounds, in bytes, the words before a number that can change its meaning.
const tailWindow = 40

// tail gives the end of s, from a letter's start on.
func tail(s string) string {
	from := max(0, len(s)-tailWindow)
	for from < len(s) && !utf8.RuneStart(s[from]) {
		from++
	}
	return s[from:]
}

// pairAt tells whether the number at offset i is the second of "116 vụ/102 bị can".
func pairAt(s string, i int) bool {
	return s[i-1] == '/' && i > 1 && !unicode.IsDigit(rune(s[i-2]))
}

// sentence gives the bounds of the sentence around an offset.
func sentence(s string, at int) (from, to int) {
	from, to = 0, len(s)
	if i := strings.LastIndex(s[:at], ". "); i >= 0 {
		from = i + 2
	}
	if i := strings.Index(s[at:], ". "); i >= 0 {
		to = at + i
	}
	return from, to
}

// quotedAt tells whether an offset lies between quotation marks.
func quotedAt(s string, at int) bool {
	return strings.Count(s[:at], "“") > strings.Count(s[:at], "”")
}
