package task

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/viet"
)

// who says which bodies a task is given to and how that is known: "own" from its words, "lead_in" from the label or
// heading above it, "chapeau" from the opening, "" where nobody is named.
type who struct {
	lead, support []string
	from          string
}

// nameWindow bounds, in bytes, how far a list of names may run before its verb: the longest list seen has 420.
const nameWindow = 700

// nameMax bounds one name in code points; what is longer is a sentence whose verb was not known.
const nameMax = 130

// named is what the beginning of a sentence says of its assignee.
type named struct {
	names  []string
	rest   int  // where what is to be done begins
	strong bool // a word of obligation or of asking stands there, not a plain verb
}

// assignee reads the assignee that a sentence begins with: "Bộ X chủ trì …", "Giao Sở Y …", "Thủ tướng yêu cầu các Bộ …",
// "Công an tỉnh: …". Words of circumstance before it ("Căn cứ Chỉ thị này, …") are stepped over.
func (x *extractor) assignee(s string) (named, bool) {
	low := lower(s)
	at := 0
	for k := range 6 {
		at += len(low[at:]) - len(strings.TrimLeft(low[at:], " \u00a0-–"))
		if n, ok := x.assigneeAt(s, low, at); ok {
			return n, true
		}
		if k == 0 && !circumstance.MatchString(low[at:]) || k > 0 && startsVerb(low[at:]) {
			return named{}, false
		}
		comma := strings.Index(low[at:], ", ")
		if colon := strings.Index(low[at:], ": "); k == 0 && strings.HasPrefix(low[at:], "đối với") && colon >= 0 && isBody(s[at+colon+2:]) {
			comma = colon
		}
		if comma < 0 || at+comma > nameWindow || strings.ContainsAny(low[at:at+comma], ";:") {
			return named{}, false
		}
		at += comma + 2
	}
	return named{}, false
}

// circumstance matches the openings that stand before the assignee and are closed by a comma.
var circumstance = regexp.MustCompile(`^(?:căn cứ|để|nhằm|trong|trên cơ sở|từ|trước|sau|hàng|hằng|định kỳ|khi|đối với|đồng thời|riêng|theo|với|ngoài|bên cạnh|ngay|tại|thực hiện|nhận được|về|cùng với|năm|quý|tháng|đến|giai đoạn)[\s,]`)

// assigneeAt reads the assignee that stands at one place.
func (x *extractor) assigneeAt(s, low string, at int) (named, bool) {
	if a, ok := words().at("ask", low[at:]); ok {
		from := at + len(a.phrase)
		if n, ok := nameFrom(s, low, from+blanks(low[from:])); ok && !(a.phrase == "phân công" && own.MatchString(low[from:])) {
			n.strong = true
			return n, true
		}
		return named{}, false
	}
	n, ok := nameFrom(s, low, at)
	if !ok {
		return n, false
	}
	if a, ok := words().at("ask", low[n.rest:]); ok && x.isSelf(s[at:n.rest]) {
		from := n.rest + len(a.phrase)
		if m, ok := nameFrom(s, low, from+blanks(low[from:])); ok {
			m.strong = true
			return m, true
		}
		return named{}, false
	}
	return n, true
}

// own matches people of one's own: who is told to share out work among them has the task, not they.
var own = regexp.MustCompile(`^ (?:các thành viên|các đồng chí|cán bộ|người) `)

func blanks(s string) int {
	n := len(s) - len(strings.TrimLeft(s, " \u00a0"))
	if strings.HasPrefix(s[n:], "cho ") {
		n += len("cho ")
	}
	return n
}

// of matches a duty told of a thing whose owner is the assignee: "Việc ban hành … của Ủy ban nhân dân tỉnh phải …".
var of = regexp.MustCompile(`^việc .{0,400}? (?:của|do) `)

// notDuty are words after a name that make the sentence a statement: what was done, what a body is or may do.
var notDuty = []string{"đã ", "là ", "sẽ ", "đang ", "gồm ", "bao gồm ", "có thể ", "có quyền ", "vẫn ", "luôn ", "được hưởng ", "chưa "}

// nameFrom reads a list of names at an offset, up to the verb or colon that ends it.
func nameFrom(s, low string, at int) (named, bool) {
	if at >= len(s) {
		return named{}, false
	}
	whose := of.FindStringIndex(low[at:])
	if whose != nil {
		at += whose[1]
	}
	if !isBody(s[at:]) {
		return named{}, false
	}
	end, strong := verbAfter(s, low, at)
	if end < 0 || whose != nil && !strong || !strong && low[end] != ':' && !acts(s, low, end) || len(hits(low[at:end]+" ", notDuty)) > 0 {
		return named{}, false
	}
	names := split(s[at:end])
	if len(names) == 0 {
		return named{}, false
	}
	for _, n := range names {
		if utf8.RuneCountInString(n) > nameMax {
			return named{}, false
		}
	}
	rest := end
	if low[end] == ':' {
		rest++
	}
	return named{names: names, rest: rest + blanks(low[rest:]), strong: strong}, true
}

// verbAfter finds the end of the name at an offset: the first cue outside capitals and outside the fixed words of
// names, or a colon. It gives -1 where a sentence or clause ends first.
func verbAfter(s, low string, at int) (int, bool) {
	limit := min(len(low), at+nameWindow)
	for limit < len(low) && !utf8.RuneStart(low[limit]) {
		limit--
	}
	depth := 0
	for i := at; i < limit; {
		r, size := utf8.DecodeRuneInString(low[i:])
		switch {
		case r == '(' || r == '“':
			depth++
		case r == ')' || r == '”':
			depth = max(0, depth-1)
		case depth > 0:
		case r == ':' && several.MatchString(low[at:i]) && i+2 < len(s) && isUpper(s[i+2:]):
		case r == ':':
			return i, true
		case (r == ';' || r == '.') && i > at && strings.HasPrefix(low[i+size:], " ") && !listGoesOn(s, i, r):
			return -1, false
		case r == ' ' || r == '\u00a0':
			if strong, ok := cueAt(s, low, at, i+size); ok {
				return i, strong
			}
		}
		i += size
	}
	return -1, false
}

// acts tells whether a verb stands somewhere after an adverb: "trong thời gian …" alone asks for nothing.
func acts(s, low string, at int) bool {
	for i := at; i < len(low); i++ {
		switch low[i] {
		case ' ':
			word := strings.TrimLeft(low[i:], " ")
			if l := words(); l.has("verb", word) || l.has("must", word) || l.has("ask", word) {
				return true
			}
		case ';':
			return false
		}
	}
	return false
}

// several matches a plural that lists its bodies after a colon: "Các Bộ: Tài chính, Y tế chủ trì …".
var several = regexp.MustCompile(`các (?:bộ|sở|tỉnh|thành phố|huyện|quận|ban|vụ|cục|ngành)$`)

func isUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// listGoesOn tells whether the semicolon at i only parts two names, as in "Các Liên đoàn …; Công đoàn ngành …:".
func listGoesOn(s string, i int, r rune) bool {
	return r == ';' && len(s)-i < 200 && strings.HasSuffix(strings.TrimSpace(s), ":") && isBody(strings.TrimSpace(s[i+1:]))
}

// cueAt tells whether a verb, an adverb before one, or a word of obligation stands at offset i and does not belong to
// the name that begins at at.
func cueAt(s, low string, at, i int) (strong, ok bool) {
	if r, _ := utf8.DecodeRuneInString(s[i:]); unicode.IsUpper(r) {
		return false, false
	}
	l := words()
	before := lastWord(low[at:i])
	if strings.HasSuffix(strings.TrimRight(low[at:i], " \u00a0"), "liên quan") {
		before = "" // not the "quan" of "cơ quan", after which a verb is part of a name
	}
	for _, class := range []string{"must", "ask", "how", "verb"} {
		c, found := l.at(class, low[i:])
		if !found || contains(c.notAfter, before) {
			continue
		}
		if class == "verb" && (afterNoun(low[at:i]) || c.phrase == "tổ chức" && bodyNoun(low[:i], low[i+len(c.phrase):])) {
			continue
		}
		return class == "must" || class == "ask", true
	}
	return false, false
}

// afterNoun tells whether the words so far end in one that turns a verb after it into a noun.
func afterNoun(s string) bool {
	s = strings.TrimRight(s, " \u00a0")
	for _, list := range words().class["noun"] {
		for _, c := range list {
			if rest, ok := strings.CutSuffix(s, c.phrase); ok && (rest == "" || !unicode.IsLetter(lastRune(rest))) {
				return true
			}
		}
	}
	return false
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// orgNoun matches what follows "tổ chức" where it is the noun "organisation", not the verb "to organise".
var orgNoun = regexp.MustCompile(`^(?:\s*[,;]|\s+(?:và cá nhân|cá nhân|chính trị|đoàn thể|thành viên|có liên quan|liên quan|tín dụng|xã hội|kinh tế|công đoàn|đảng|cơ sở đảng|quốc tế|phi chính phủ|trong|khác|nhà nước|sự nghiệp)(?:[\s,.;]|$))`)

func bodyNoun(before, after string) bool {
	return orgNoun.MatchString(after) || strings.HasSuffix(strings.TrimRight(before, " "), "cơ quan,")
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

// startsVerb tells whether a clause begins with what is to be done.
func startsVerb(low string) bool {
	l := words()
	return l.has("verb", low) || l.has("must", low) || l.has("how", low)
}

// isSelf tells whether a name is the issuer of the document or its head, who asks and is not asked. Without a known
// issuer every asker counts as the issuer.
func (x *extractor) isSelf(name string) bool {
	issuer := spell(x.self.Issuer)
	n := spell(name)
	for _, p := range []string{"chủ tịch ", "phó chủ tịch ", "bộ trưởng ", "giám đốc ", "tổng ", "đoàn chủ tịch ", "viện trưởng ", "thủ trưởng ", "thường trực ", "ban thường vụ "} {
		n = strings.TrimPrefix(n, p)
	}
	return issuer == "" || strings.Contains(issuer, n) || strings.Contains(n, issuer) || n == "thủ tướng chính phủ" || n == "chính phủ"
}

// spell folds a name and writes out the abbreviations that heads of provinces use.
func spell(name string) string {
	return strings.NewReplacer("ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân", "vksnd", "viện kiểm sát nhân dân", "ktnn", "kiểm toán nhà nước").Replace(viet.Letters(name))
}

// duty matches a heading that gives a body its duties: "Trách nhiệm của Bộ Tài chính", "Đối với các sở, ngành".
var duty = regexp.MustCompile(`^(?:trách nhiệm|nhiệm vụ)(?: (?:cụ thể|chính|thi hành|thực hiện))? của |^đối với |^về phía `)

// announces matches the end of a lead-in that is a sentence, whatever its verb.
var announces = regexp.MustCompile(`(?:sau|sau đây|dưới đây|như sau|gồm)[ :.]*$`)

// headed reads the bodies that a heading or lead-in names: a bare list of names, "Trách nhiệm của X", or a sentence that
// begins with an assignee.
func (x *extractor) headed(s string) []string {
	low := lower(s)
	at := 0
	if m := duty.FindStringIndex(low); m != nil {
		at = m[1]
	}
	if n, ok := x.assignee(s[at:]); ok {
		return n.names
	}
	if end, _ := verbAfter(s, low, at); end < 0 && !announces.MatchString(low) && isBody(s[at:]) && len(s)-at < nameWindow {
		return split(s[at:])
	}
	return nil
}
