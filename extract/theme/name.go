package theme

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

// notBetween are words that may not stand between a cue and the quotation: what is quoted then is another thing, a
// document, an honour.
var notBetween = []string{"chỉ thị", "nghị quyết", "quyết định", "kế hoạch", "quy chế", "thông tư", "đề án", "danh hiệu", "tặng", "công nhận",
	"cờ thi đua", "bằng khen", "khẩu hiệu", "lời dạy", "mục tiêu", "tinh thần", "thông điệp", "gương", "chuyên mục", "mô hình"}

// notMovement are further words for what is quoted behind a movement and is none, though it may have a theme.
var notMovement = []string{"tuần lễ", "chương trình", "ngày hội", "hội thi", "cuộc thi", "chiến dịch", "câu lạc bộ"}

// numbered matches the number of a lesson's topic: "chủ đề 2 “An toàn giao thông”".
var numbered = regexp.MustCompile(`^\s+\d{1,2}\s*:?\s*$`)

// gapMax is, in bytes, how far a quotation may stand behind its cue: "phong trào thi đua đặc biệt của …".
const gapMax = 90

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
func (p *reader) after(c cue, limit int) []document.Range {
	var out []document.Range
	end := -1
	for i, q := range p.quotes {
		switch {
		case q.Start < c.end || p.taken[i]:
			continue
		case len(out) == 0:
			if q.Start > limit || q.Start-c.end > gapMax {
				return nil
			}
			if !introduces(c.kind, strings.TrimRight(p.low[c.end:q.Start], "“\"«‘' ")) {
				return nil
			}
		case q.Start > limit || !chain.MatchString(p.s[end:q.Start]):
			return out
		}
		out, end = append(out, q), q.End
		p.taken[i] = true
	}
	return out
}

// introduces tells whether the words between a cue and a quotation let the cue name what is quoted.
func introduces(kind, between string) bool {
	return !strings.ContainsAny(between, ".;“”\"«»") && !hasAny(between, notBetween) && !numbered.MatchString(between) &&
		(kind != document.ThemeMovement || !hasAny(between, notMovement))
}

// behind gives what a quotation that begins with its cue, as a name does with a capital, holds behind it: "lễ ra quân “Phong
// trào chống rác thải nhựa”".
func (p *reader) behind(c cue, end int) []document.Range {
	at := c.end + len(grade.FindString(p.s[c.end:end]))
	if at == c.end || at == end || p.low[c.start] == p.s[c.start] {
		return nil
	}
	return []document.Range{{Start: at, End: end}}
}

var (
	// grade matches the words between "phong trào" and an unquoted name.
	grade = regexp.MustCompile(`^(?:\s+(?:thi đua|đặc biệt|yêu nước|sôi nổi|cao điểm|ngắn hạn|\d+ ngày đêm|với tên gọi|:))*\s+`)
	// stops ends an unquoted name. A comma before a further anniversary does not: "… 90 năm …, 130 năm …".
	stops    = regexp.MustCompile(`^(?:[;.:]|,|\s+(?:do|gắn với|giai đoạn|nhằm|để|của ngành|và (?:hưởng ứng|các phong trào|phong trào|cuộc vận động|đồng thời))\s)`)
	moreYear = regexp.MustCompile(`^,\s+(?:\d{1,3} năm\s|(?:[\p{L}]+\s+){1,4}“)`)
	// patriotic matches the yearly movement that a directive itself launches under its own name.
	patriotic = regexp.MustCompile(`^Phong trào thi đua yêu nước năm \d{4}`)
)

// celebrates reads a name that goes on with a quotation: "lập thành tích chào mừng “Kỷ niệm 80 năm …”".
func (p *reader) celebrates(c cue) []document.Range {
	at := c.end + len(grade.FindString(p.s[c.end:]))
	for _, o := range []string{"lập thành tích chào mừng “", "lập thành tích kỷ niệm “", "chào mừng “"} {
		if strings.HasPrefix(p.low[at:], o) {
			return []document.Range{{Start: at, End: clauseEnd(p.s, at)}}
		}
	}
	return nil
}

// states matches the words between a cue and an unquoted theme that is told in a sentence of its own.
var states = regexp.MustCompile(`^(?:\s+(?:thi đua|công tác|hành động|năm(?: \d{4})?|của (?:năm|đợt thi đua|phong trào)))*(?:\s+là\s*:?|\s*:)\s+`)

// stated reads an unquoted theme, "Chủ đề thi đua là đoàn kết, sáng tạo, hiệu quả.", or a well-known motto, "phương châm
// bốn tại chỗ".
func (p *reader) stated(c cue) []document.Range {
	if n := known(p.low, c.end+blanks(p.s[c.end:]), table().mottoes); n != nil && c.kind == document.ThemeMotto {
		return n
	}
	m := states.FindString(p.low[c.end:])
	lead := strings.Trim(p.low[strings.LastIndexAny(p.s[:c.start], ".;")+1:c.start], " -+*")
	if m == "" || lead != "" && !(strings.HasSuffix(lead, "với") && strings.Contains(m, ":")) {
		return nil
	}
	start := c.end + len(m)
	end := start + strings.IndexAny(p.s[start:]+".", ".;")
	if strings.ContainsAny(p.s[start:end], "“\"«") || strings.Count(p.s[start:end], " ") < 3 {
		return nil
	}
	return []document.Range{trim(p.s, document.Range{Start: start, End: end})}
}

// known reads the longest of the names at an offset.
func known(low string, at int, names []string) []document.Range {
	size := 0
	for _, k := range names {
		if len(k) > size && strings.HasPrefix(low[at:], k) {
			size = len(k)
		}
	}
	if size == 0 {
		return nil
	}
	return []document.Range{{Start: at, End: at + size}}
}

func blanks(s string) int { return len(s) - len(strings.TrimLeft(s, " \u00a0")) }

// bare reads an unquoted movement name behind a cue.
func (p *reader) bare(c cue) []document.Range {
	if n := patriotic.FindString(p.s[c.start:]); n != "" && strings.HasSuffix(p.s[:c.start], "phát động ") {
		return []document.Range{{Start: c.start, End: c.start + len(n)}}
	}
	at := c.end + len(grade.FindString(p.s[c.end:]))
	if n := known(p.low, at, table().starts); n != nil {
		return n
	}
	for _, o := range table().openings {
		if strings.HasPrefix(p.low[at:], o+" ") {
			return []document.Range{{Start: at, End: clauseEnd(p.s, at)}}
		}
	}
	for _, o := range table().proper {
		if !strings.HasPrefix(p.low[at:], o+" ") {
			continue
		}
		if end := clauseEnd(p.s, at); strings.IndexFunc(p.s[at+1:end], special) >= 0 {
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
