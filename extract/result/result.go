package result

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/viet"
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
	ahead := structure.Level(-1) // the level of the heading over the time to come
	for _, b := range o.Blocks {
		if !(b.Region == structure.Preamble || b.Region == structure.Main || b.Region == structure.Letterhead && g == page) || o.View.Paras[b.Para].Role != normalize.Body {
			continue // over a page there is no letterhead
		}
		if (b.Heading || b.Level == structure.Roman) && !tells(o.Text(b)) {
			switch {
			case ahead > structure.None && (b.Level > ahead || b.Level == structure.None):
			case plans.MatchString(o.Text(b)):
				ahead = b.Level
			default:
				ahead = -1
			}
			if p := periodOf(done(o.Text(b))); p != "" {
				period = p // "A. TÌNH HÌNH 6 THÁNG ĐẦU NĂM 2018" governs what follows
			}
			continue
		}
		if ahead < 0 {
			out = append(out, paragraph(o, b.Body, g, period)...)
		}
	}
	return out
}

// tells tells whether a numbered heading goes on with a sentence: "I. Về kinh tế: Giá trị sản xuất đạt 1.200 tỷ đồng, …".
func tells(s string) bool {
	_, rest, ok := strings.Cut(s, ": ")
	return ok && strings.ContainsAny(rest, "0123456789") && !plans.MatchString(s)
}

// plans matches headings under which figures are targets.
var plans = regexp.MustCompile(`(?i)^(?:phương hướng|mục tiêu|chỉ tiêu|kế hoạch|kiến nghị|đề xuất|giải pháp|nhiệm vụ(?:,|:| và| giải pháp| trọng tâm| chủ yếu| năm| tháng| quý| công tác| trong| thời gian|$))`)

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

// past are words of a sentence that tells what has happened; aims are those of one that tells what is wanted.
var (
	past = []string{"đã ", "vừa ", "được ", "đạt ", "giảm ", "tăng dần ", "còn ", "qua ", "xảy ra ", "hiện có ", "có hơn ", " có ",
		"chết", "mất tích", "bị thương", "bị ngập", "ngập úng", "bị sập", "hư hỏng", "thiệt hại"}
	aims = []string{"phấn đấu ", "quyết tâm đạt ", "mục tiêu đến "}
)

// aimed tells whether the words of a sentence before a figure set it as an aim: "phấn đấu đến năm 2030 có 20 xã".
func aimed(before string) bool {
	low := viet.Lower(before)
	return hasAny(low, aims...) && !strings.Contains(low, "đã phấn đấu ")
}

// titlePeriod reads the period of the whole report from its title.
func titlePeriod(o *structure.Outline) string {
	for _, b := range o.Region(structure.Title) {
		if p := periodOf(done(o.View.Para(b.Para))); p != "" {
			return p
		}
	}
	return ""
}

// toCome matches the second half of a report's title, about what comes next.
var toCome = regexp.MustCompile(`(?i)(?:,| và|;)\s+(?:phương hướng|nhiệm vụ|kế hoạch|triển khai|giải pháp|mục tiêu|dự kiến)\s`)

// done gives the half of a title that tells what was done: "Kết quả năm 2023, phương hướng năm 2024".
func done(title string) string {
	if m := toCome.FindStringIndex(title); m != nil {
		return title[:m[0]]
	}
	return title
}

// paragraph reads the figures of one paragraph.
func paragraph(o *structure.Outline, r document.Range, g genre, period string) []document.Result {
	s := r.In(o.View.Text)
	if g == page && caption(s) {
		return nil
	}
	var out []document.Result
	said, when := "", "" // the clause looked at last and its period: figures stand close together
	for a, b := nextNumber(s, 0); a >= 0; a, b = nextNumber(s, b) {
		f, ok := figureAt(s, a, b)
		if !ok || quotedAt(s, a) {
			continue
		}
		from, to := sentence(s, a)
		if i := strings.Index(s[a:to], aims[0]); i >= 0 {
			to = a + i // its year is that of the aim
		}
		if g == page && !hasAny(" "+viet.Lower(s[from:to]), past...) || aimed(s[from:a]) {
			continue
		}
		if c := clause(s, a, from, to); c != said {
			said, when = c, periodOf(c)
		}
		p := when
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

// caption tells whether a paragraph of a page is the legend of a picture.
func caption(s string) bool {
	return hasAny(s, "Ảnh:", "Ảnh minh họa", "(Ảnh", "Nguồn ảnh", "ẢNH:")
}

func hasAny(s string, list ...string) bool {
	for _, w := range list {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// figure is a number with its unit in a paragraph.
type figure struct {
	value       float64
	qualifier   string
	whole, unit document.Range
}

// limits are the words right before a reported number that only limit it; marks are those that make it a date, an
// ordinal or the number of a document; short tell of what was not reached.
var (
	limits = []string{"hơn", "trên", "khoảng", "gần", "dưới", "vượt", "đạt", "ước", "ước đạt", "không quá", "ít nhất", "tối thiểu"}
	marks  = []string{"ngày", "tháng", "năm", "số", "điều", "khoản", "mục", "khóa", "khoá", "thứ", "kỳ", "quý", "nghị quyết", "đợt", "giai đoạn", "cấp", "loại", "hạng", "khu", "quyển", "tập", "trang", "phần", "chương", "km"}
	short  = []string{"chưa đạt", "chưa đạt mức", "không đạt", "chưa đến", "chưa tới", "phấn đấu đạt", "mục tiêu", "chỉ tiêu", "chỉ tiêu là"}
)

// endsIn gives the longest of the phrases that low ends in as whole words.
func endsIn(low string, list []string) string {
	best := ""
	for _, w := range list {
		if rest, ok := strings.CutSuffix(low, w); ok && len(w) > len(best) && (rest == "" || !wordBefore(rest)) {
			best = w
		}
	}
	return best
}

// wordBefore tells whether s ends in a letter.
func wordBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

// figureAt reads the figure whose digits stand at [from, to).
func figureAt(s string, from, to int) (figure, bool) {
	if from > 0 && strings.IndexByte("0123456789.,-/:_", s[from-1]) >= 0 && !pairAt(s, from) || wordBefore(s[:from]) {
		return figure{}, false
	}
	at := to + len(s[to:]) - len(strings.TrimLeft(s[to:], " \u00a0"))
	u := unitAt(s[at:])
	if u == "" || at == to && letter(u[0]) && !glued[strings.ToLower(u)] {
		return figure{}, false
	}
	before := strings.TrimRight(tail(s[:from]), " \u00a0")
	low := viet.Lower(before)
	if strings.HasSuffix(low, "-") || strings.HasSuffix(low, "–") || strings.HasSuffix(low, "²") || endsIn(low, short) != "" {
		return figure{}, false
	}
	v, ok := parse(s[from:to])
	if !ok || marked(low, v) {
		return figure{}, false
	}
	f := figure{value: v, whole: document.Range{Start: from, End: at + len(u)}, unit: document.Range{Start: at, End: at + len(u)}}
	if q := endsIn(low, limits); q != "" && len(low) == len(before) {
		if endsIn(strings.TrimRight(low[:len(low)-len(q)], " \u00a0"), short) != "" { // "chỉ tiêu không quá 5%"
			return figure{}, false
		}
		f.qualifier = q
		f.whole.Start = from - len(tail(s[:from])) + len(before) - len(q)
	}
	return f, true
}

// marked tells whether the words before a number make it a date, an ordinal or the number of a document. A day has at
// most 31 of its kind: "xác minh trong ngày 129 điểm" counts.
func marked(low string, v float64) bool {
	switch m := endsIn(low, marks); m {
	case "":
		return false
	case "ngày":
		return v <= 31
	case "tháng":
		return v <= 12
	}
	return true
}

// glued holds the units that are often written without a blank: "692m2".
var glued = map[string]bool{"%": true, "ha": true, "km": true, "km2": true, "km²": true, "m": true, "m2": true, "m²": true, "m3": true, "m³": true, "kg": true}

func letter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

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
