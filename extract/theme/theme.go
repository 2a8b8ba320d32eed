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

var (
	// cues matches the words that name a theme, a motto or a movement. Each mention is kept.
	cues = regexp.MustCompile(`(?i)chủ đề|phương châm|phong trào|cuộc vận động|đợt thi đua`)
	// between matches what may stand between a cue and the quotation: never another quoted thing, a document, an honour.
	notBetween = regexp.MustCompile(`(?i)chỉ thị|nghị quyết|quyết định|kế hoạch|quy chế|thông tư|đề án|danh hiệu|tặng|công nhận|cờ thi đua|bằng khen|khẩu hiệu|lời dạy|mục tiêu|tinh thần|thông điệp|gương|chuyên mục|mô hình`)
)

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

// paragraph adds the names of one paragraph.
func paragraph(all []found, text string, r document.Range) []found {
	s := r.In(text)
	if !worth(s) {
		return all
	}
	quotes := quoted(s)
	taken := map[int]bool{}
	matches := cues.FindAllStringIndex(s, -1)
	covered := 0 // an unquoted name may hold a further cue
	for k, m := range matches {
		limit := len(s)
		if k+1 < len(matches) {
			limit = matches[k+1][0]
		}
		if inside(quotes, m[0]) || m[0] < covered {
			continue
		}
		kind := kindOf(s[m[0]:m[1]])
		names := after(s, m[1], limit, quotes, taken)
		if len(names) == 0 && kind == document.ThemeMovement {
			names = bare(s, m)
		}
		role := ""
		if kind == document.ThemeMovement {
			role = roleOf(s[:m[0]])
		}
		for _, n := range names {
			covered = max(covered, n.End)
			all = append(all, found{kind, role, document.Range{Start: r.Start + n.Start, End: r.Start + n.End}})
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
	for _, w := range []string{"“", "\"", "«", "hủ đề", "hương châm", "hong trào", "uộc vận động", "ợt thi đua", "PHONG TRÀO", "CHỦ ĐỀ"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func kindOf(cue string) string {
	switch strings.ToLower(cue) {
	case "chủ đề":
		return document.ThemeSubject
	case "phương châm":
		return document.ThemeMotto
	}
	return document.ThemeMovement
}

var (
	gap   = regexp.MustCompile(`^[^.;“”"«»]*$`)
	chain = regexp.MustCompile(`^[”"»]?\s*(?:(?:giai đoạn\s+)?\d{4}\s*[-–]\s*\d{4}\s*)?(?:,\s*(?:và\s+)?|\s*và\s+|;\s*)[“"«]?$`)
)

// after gives the quotations that a cue introduces: the first behind it, and those that only "," or "và" parts from it.
func after(s string, at, limit int, quotes []document.Range, taken map[int]bool) []document.Range {
	var out []document.Range
	end := -1
	for i, q := range quotes {
		switch {
		case q.Start < at || taken[i]:
			continue
		case len(out) == 0:
			between := strings.TrimRight(s[at:q.Start], "“\"«‘ ")
			if q.Start > limit || q.Start-at > gapMax || !gap.MatchString(between) || notBetween.MatchString(between) {
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
	stops    = regexp.MustCompile(`[;.:]|,|\s+(?:do|gắn với|giai đoạn|nhằm|để|của ngành|và (?:hưởng ứng|các phong trào|phong trào|cuộc vận động|đồng thời))\s`)
	moreYear = regexp.MustCompile(`^,\s+(?:\d{1,3} năm\s|(?:[\p{L}]+\s+){1,4}“)`)
	// patriotic matches the yearly movement that a directive itself launches under its own name.
	patriotic = regexp.MustCompile(`^Phong trào thi đua yêu nước năm \d{4}`)
)

// bare reads an unquoted movement name behind a cue.
func bare(s string, m []int) []document.Range {
	if n := patriotic.FindString(s[m[0]:]); n != "" && strings.HasSuffix(s[:m[0]], "phát động ") {
		return []document.Range{{Start: m[0], End: m[0] + len(n)}}
	}
	at := m[1] + len(grade.FindString(s[m[1]:]))
	low := strings.ToLower(s[at:])
	for _, k := range table().starts {
		if strings.HasPrefix(low, k) && len(low) >= len(k) {
			return []document.Range{{Start: at, End: at + len(k)}}
		}
	}
	for _, o := range table().openings {
		if strings.HasPrefix(low, o+" ") {
			return []document.Range{{Start: at, End: clauseEnd(s, at)}}
		}
	}
	for _, o := range table().proper {
		if end := clauseEnd(s, at); strings.HasPrefix(low, o+" ") && strings.IndexFunc(s[at+1:end], special) >= 0 {
			return []document.Range{{Start: at, End: end}}
		}
	}
	return nil
}

func special(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }

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
		if depth <= 0 {
			if loc := stops.FindStringIndex(s[i:]); loc != nil && loc[0] == 0 && !moreYear.MatchString(s[i:]) && !point(s, i) {
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
	role string
	re   *regexp.Regexp
}{
	{"supported", regexp.MustCompile(`(?i)hưởng ứng|tham gia`)},
	{"launched", regexp.MustCompile(`(?i)(?:^|\s)phát động|mở đợt`)},
	{"continued", regexp.MustCompile(`(?i)tiếp tục|đẩy mạnh|duy trì|thực hiện|triển khai|chú trọng`)},
	{"reported", regexp.MustCompile(`(?i)(?:^|\s)(?:đã|qua|kết quả)\s`)},
}

// roleWindow bounds the words before a cue that are looked at, in bytes.
const roleWindow = 160

func roleOf(before string) string {
	from := max(0, len(before)-roleWindow)
	for from < len(before) && !utf8.RuneStart(before[from]) {
		from++
	}
	before = before[from:]
	before = before[strings.LastIndexAny(before, ".;")+1:]
	best, at := "", -1
	for _, r := range roles {
		all := r.re.FindAllStringIndex(before, -1)
		if len(all) > 0 && all[len(all)-1][0] > at {
			best, at = r.role, all[len(all)-1][0]
		}
	}
	return best
}
