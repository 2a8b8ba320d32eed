package theme

import (
	"regexp"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/viet"
)

// cueWords name a theme, a motto or a movement, in lower case. Each mention is kept. "tinh thần" names a motto only where
// the quotation follows at once.
var cueWords = []struct {
	word, kind string
}{
	{"chủ đề", document.ThemeSubject}, {"phương châm", document.ThemeMotto}, {"tinh thần", document.ThemeMotto},
	{"phong trào", document.ThemeMovement}, {"cuộc vận động", document.ThemeMovement}, {"đợt thi đua", document.ThemeMovement},
	{"cao điểm thi đua", document.ThemeMovement},
}

// spirit is the cue that counts only right before a quotation.
const spirit = "tinh thần"

// notBetween are words that may not stand between a cue and the quotation: what is quoted then is another thing, a
// document, an honour.
var notBetween = []string{"chỉ thị", "nghị quyết", "quyết định", "kế hoạch", "quy chế", "thông tư", "đề án", "danh hiệu", "tặng", "công nhận",
	"cờ thi đua", "bằng khen", "khẩu hiệu", "lời dạy", "mục tiêu", "tinh thần", "thông điệp", "gương", "chuyên mục", "mô hình"}

// gapMax is, in bytes, how far a quotation may stand behind its cue: "phong trào thi đua đặc biệt của …".
const gapMax = 90

// found is one name in the view.
type found struct {
	kind string
	role string
	r    document.Range
}

// Extract returns what a document names, in reading order, repeated mentions included.
func Extract(o *structure.Outline) []document.Theme {
	if o == nil || o.View == nil {
		return nil
	}
	var all []found
	for _, b := range o.Blocks {
		if b.Region == structure.Letterhead || b.Region == structure.Recipients || b.Region == structure.Signature ||
			o.View.Paras[b.Para].Role == normalize.Note {
			continue
		}
		all = paragraph(all, o.View.Text, b.Whole)
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].r.Start < all[j].r.Start })
	var out []document.Theme
	for i, f := range all {
		if i > 0 && all[i-1].r == f.r {
			continue
		}
		out = append(out, document.Theme{Kind: f.kind, Role: document.NullString(f.role),
			Text: strings.Join(strings.Fields(f.r.In(o.View.Text)), " "), Span: o.View.Span(f.r)})
	}
	return out
}

// cue is a mention of a cue word in a paragraph.
type cue struct {
	start, end int
	kind       string
}

// cuesIn finds the cue words of a paragraph in lower case, in order.
func cuesIn(low string) []cue {
	var out []cue
	for _, w := range cueWords {
		for at := 0; ; {
			i := strings.Index(low[at:], w.word)
			if i < 0 {
				break
			}
			at += i + len(w.word)
			if w.word != spirit || strings.HasPrefix(strings.TrimLeft(low[at:], " :*"), "“") || strings.HasPrefix(strings.TrimLeft(low[at:], " :*"), "\"") {
				out = append(out, cue{at - len(w.word), at, w.kind})
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].start < out[j].start })
	return out
}

// paragraph adds the names of one paragraph.
func paragraph(all []found, text string, r document.Range) []found {
	s := r.In(text)
	if !worth(s) || strings.Contains(s, "Ảnh:") { // the legend of a picture names what it shows
		return all
	}
	low := viet.Lower(s)
	quotes := quoted(s)
	taken := map[int]bool{}
	cues := cuesIn(low)
	covered := 0 // an unquoted name may hold a further cue
	for k, c := range cues {
		limit := len(s)
		if k+1 < len(cues) {
			limit = cues[k+1].start
		}
		if inside(quotes, c.start) || c.start < covered {
			continue
		}
		var names []document.Range
		role := ""
		if c.kind == document.ThemeMovement {
			role = roleOf(s[:c.start])
			names = celebrates(s, low, c)
		}
		if len(names) == 0 {
			names = after(s, low, c.end, limit, quotes, taken)
		}
		switch {
		case len(names) > 0:
		case c.kind == document.ThemeMovement:
			names = bare(s, low, c)
		default:
			names = stated(s, low, c)
		}
		for _, n := range names {
			covered = max(covered, n.End)
			all = append(all, found{c.kind, role, document.Range{Start: r.Start + n.Start, End: r.Start + n.End}})
		}
	}
	for i, q := range quotes {
		if _, ok := table().known[viet.Letters(q.In(s))]; ok && !taken[i] {
			all = append(all, found{document.ThemeMovement, roleOf(s[:q.Start]), document.Range{Start: r.Start + q.Start, End: r.Start + q.End}})
		}
	}
	return all
}

// worth is a cheap look for a cue or a quotation, which most paragraphs lack.
func worth(s string) bool {
	for _, w := range []string{"“", "\"", "«", "‘‘", "hủ đề", "hương châm", "hong trào", "uộc vận động", "ợt thi đua", "PHONG TRÀO", "CHỦ ĐỀ"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// chain matches what may stand between two quotations of one list.
var chain = regexp.MustCompile(`^[”"»]?(?:\s+[“"«]|\s*(?:(?:giai đoạn\s+)?\d{4}\s*[-–]\s*\d{4}\s*)?(?:,\s*(?:và\s+)?|\s*và\s+|;\s*)[“"«]?)$`)

func hasAny(s string, list []string) bool {
	for _, w := range list {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// after gives the quotations that a cue introduces: the first behind it, and those that only "," or "và" parts from it.
func after(s, low string, at, limit int, quotes []document.Range, taken map[int]bool) []document.Range {
	var out []document.Range
	end := -1
	for i, q := range quotes {
		switch {
		case q.Start < at || taken[i]:
			continue
		case len(out) == 0:
			if q.Start > limit || q.Start-at > gapMax {
				return nil
			}
			if between := strings.TrimRight(low[at:q.Start], "“\"«‘ "); strings.ContainsAny(between, ".;“”\"«»") || hasAny(between, notBetween) {
				return nil
			}
		case q.Start > limit || !chain.MatchString(s[end:q.Start]):
			return out
		}
		out, end = append(out, q), q.End
		taken[i] = true
	}
	return out
}

var (
	// grade matches the words between "phong trào" and an unquoted name.
	grade = regexp.MustCompile(`^(?:\s+thi đua)?(?:\s+(?:đặc biệt|yêu nước|với tên gọi|:))?\s+`)
	// stops ends an unquoted name. A comma before a further anniversary does not: "… 90 năm …, 130 năm …".
	stops    = regexp.MustCompile(`^(?:[;.:]|,|\s+(?:do|gắn với|giai đoạn|nhằm|để|của ngành|và (?:hưởng ứng|các phong trào|phong trào|cuộc vận động|đồng thời))\s)`)
	moreYear = regexp.MustCompile(`^,\s+(?:\d{1,3} năm\s|(?:[\p{L}]+\s+){1,4}“)`)
	// patriotic matches the yearly movement that a directive itself launches under its own name.
	patriotic = regexp.MustCompile(`^Phong trào thi đua yêu nước năm \d{4}`)
)

// celebrates reads a name that goes on with a quotation: "lập thành tích chào mừng “Kỷ niệm 80 năm …”".
func celebrates(s, low string, c cue) []document.Range {
	at := c.end + len(grade.FindString(s[c.end:]))
	for _, o := range []string{"lập thành tích chào mừng “", "lập thành tích kỷ niệm “", "chào mừng “"} {
		if strings.HasPrefix(low[at:], o) {
			return []document.Range{{Start: at, End: clauseEnd(s, at)}}
		}
	}
	return nil
}

// states matches the words between a cue and an unquoted theme that is told in a sentence of its own.
var states = regexp.MustCompile(`^(?:\s+(?:thi đua|công tác|hành động|năm(?: \d{4})?|của (?:năm|đợt thi đua|phong trào)))*\s+là:?\s+`)

// stated reads an unquoted theme: "Chủ đề thi đua là đoàn kết, sáng tạo, hiệu quả."
func stated(s, low string, c cue) []document.Range {
	m := states.FindString(low[c.end:])
	if m == "" || strings.TrimSpace(s[strings.LastIndexAny(s[:c.start], ".;")+1:c.start]) != "" {
		return nil
	}
	start := c.end + len(m)
	end := start + strings.IndexAny(s[start:]+".", ".;")
	if strings.ContainsAny(s[start:end], "“\"«") || strings.Count(s[start:end], " ") < 3 {
		return nil
	}
	return []document.Range{trim(s, document.Range{Start: start, End: end})}
}

// bare reads an unquoted movement name behind a cue.
func bare(s, low string, c cue) []document.Range {
	if n := patriotic.FindString(s[c.start:]); n != "" && strings.HasSuffix(s[:c.start], "phát động ") {
		return []document.Range{{Start: c.start, End: c.start + len(n)}}
	}
	at := c.end + len(grade.FindString(s[c.end:]))
	for _, k := range table().starts {
		if strings.HasPrefix(low[at:], k) {
			return []document.Range{{Start: at, End: at + len(k)}}
		}
	}
	for _, o := range table().openings {
		if strings.HasPrefix(low[at:], o+" ") {
			return []document.Range{{Start: at, End: clauseEnd(s, at)}}
		}
	}
	for _, o := range table().proper {
		if !strings.HasPrefix(low[at:], o+" ") {
			continue
		}
		if end := clauseEnd(s, at); strings.IndexFunc(s[at+1:end], special) >= 0 {
			return []document.Range{{Start: at, End: end}}
		}
	}
	return nil
}

func special(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }

// stopMax bounds, in bytes, the words that may end a name.
const stopMax = 60

// clauseEnd finds where an unquoted name ends; brackets and quotations belong to it.
func clauseEnd(s string, at int) int {
	depth := 0
	for i := at; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch r {
		case '(', '“':
			depth++
		case ')', '”':
			depth--
		}
		if depth <= 0 && strings.ContainsRune(";.:, \t\n", r) {
			next := s[i:min(len(s), i+stopMax)]
			if stops.MatchString(next) && !moreYear.MatchString(s[i:]) && !point(s, i) {
				return i
			}
		}
		i += size
	}
	return len(s)
}

// point tells whether the full stop at i stands inside a number or word.
func point(s string, i int) bool {
	return s[i] == '.' && i+1 < len(s) && s[i+1] != ' '
}

// roles tells from the words before a cue what the document does with the movement; the nearest one counts.
var roles = []struct {
	role  string
	words []string
}{
	{"supported", []string{"hưởng ứng", "tham gia"}},
	{"launched", []string{"phát động", "mở đợt"}},
	{"continued", []string{"tiếp tục", "đẩy mạnh", "duy trì", "thực hiện", "triển khai", "chú trọng"}},
	{"reported", []string{" đã ", " qua ", " kết quả "}},
}

// roleWindow bounds the words before a cue that are looked at, in bytes.
const roleWindow = 160

func roleOf(before string) string {
	from := max(0, len(before)-roleWindow)
	for from < len(before) && !utf8.RuneStart(before[from]) {
		from++
	}
	before = viet.Lower(before[from:])
	before = " " + before[strings.LastIndexAny(before, ".;")+1:]
	best, at := "", -1
	for _, r := range roles {
		for _, w := range r.words {
			if !strings.Contains(before, w) {
				continue // seen far sooner from the front
			}
			if i := strings.LastIndex(before, w); i > at {
				best, at = r.role, i
			}
		}
	}
	return best
}
