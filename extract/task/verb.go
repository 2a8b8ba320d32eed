package task

import (
	"regexp"
	"slices"
	"strings"
)

// certainMax bounds, in bytes, a name that is known by nothing but the words after it.
const certainMax = 90

// certain tells whether the words at [at, end) can only be an assignee, although no body's name begins like them: they are
// short, begin with no verb, and "chủ trì" or "có trách nhiệm" follows.
func certain(l line, at, end int) bool {
	rest := strings.TrimLeft(l.low[end:], " \u00a0")
	return end-at <= certainMax && (strings.HasPrefix(rest, "chủ trì") || strings.HasPrefix(rest, "có trách nhiệm") ||
		strings.HasPrefix(rest, "chịu trách nhiệm")) && !startsVerb(l.low[at:]) && !words().has(l.low[at:], frame, nohead, noun) &&
		!strings.ContainsAny(l.s[at:end], ":;(")
}

// verbAfter finds the end of the name at an offset: the first cue outside capitals and outside the fixed words of
// names, or a colon. It gives -1 where a sentence or clause ends first.
func verbAfter(l line, at int) (int, bool) {
	low := l.low
	depth, mild := 0, -1 // mild is where a verb stands that may belong to the name
	for i := at + shortened(l.s[at:]); i < min(len(low), at+nameWindow); i++ {
		switch c := low[i]; {
		case c == '(':
			depth++
		case c == ')':
			depth = max(0, depth-1)
		case c == 0xE2 && strings.HasPrefix(low[i:], "“"):
			depth++
		case c == 0xE2 && strings.HasPrefix(low[i:], "”"):
			depth = max(0, depth-1)
		case depth > 0:
		case c == ':' && lists(l, at, i):
		case c == ':':
			return i, true
		case (c == ';' || c == '.') && i > at && strings.HasPrefix(low[i+1:], " ") && !listGoesOn(l, i, c):
			return mild, false
		case c == ' ' || c == 0xA0 && low[i-1] == 0xC2:
			strong, ok := cueAt(l, at, i+1)
			switch {
			case !ok:
			case goesOn(l, at, i) > 0:
				i = goesOn(l, at, i)
			case isChosen(low[at:i]):
				if duty := dutyAfter(low, i+1); duty >= 0 {
					return duty, true
				}
				if next := deedAfter(l, at, i+1); next >= 0 {
					return next, false
				}
				return i, strong
			case !strong && (describes(low[at:i], low[i+1:], mild >= 0) || aims(low[at:i], l.from(i+1), mild >= 0)):
				if mild < 0 {
					mild = i
				}
			case mild >= 0 && !strong && bareVerb(low[mild:i]):
				return mild, false
			default:
				return i, strong
			}
		}
	}
	if hasSuffix(low, []string{".", ";"}) {
		return mild, false
	}
	return -1, false
}

// ownShort matches a name with its short one in brackets: "Vụ Kiểm sát thi hành án dân sự (Vụ 11)".
var ownShort = regexp.MustCompile(`^(Tổng cục|Cục|Vụ|Viện|Phòng|Ban|Trung tâm) [^().;:“”]{3,160} \((Tổng cục|Cục|Vụ|Viện|Phòng|Ban|Trung tâm) (?:\d{1,2}|[A-ZĐ]{2,})\)`)

// calledShort matches a name that the paper calls otherwise from then on: "Hội đồng xét tặng … (sau đây gọi tắt là Hội đồng)".
var calledShort = regexp.MustCompile(`^[^.;:()]{3,200} \(sau đây gọi[^()]{3,80}\)`)

// shortened measures a name that its short one in brackets ends, whatever verbs stand in it; 0 for none.
func shortened(s string) int {
	s = window(s, 0, eventMax)
	if strings.Contains(s, "(sau đây gọi") {
		if name := calledShort.FindString(s); !bearing.MatchString(name) {
			return len(name)
		}
		return 0
	}
	if !startsAny(s, "Tổng cục", "Cục", "Vụ", "Viện", "Phòng", "Ban", "Trung tâm") {
		return 0
	}
	m := ownShort.FindStringSubmatch(s)
	if m == nil || m[1] != m[2] || strings.Count(m[0], m[1]+" ") != 2 {
		return 0
	}
	return len(m[0])
}

// lists tells whether the colon at i only opens the list of a plural's members: "các Bộ: Tài chính, Y tế chủ trì …",
// "các tổ chức hội: Hội Nông dân, …".
func lists(l line, at, i int) bool {
	return i+2 < len(l.low) && l.upper(i+2) && !words().has(l.low[i+2:], verb, must, how, start, frame) && (several(l.low[at:i]) || bodies.MatchString(l.low[at:i]) && isBody(l.from(i+2)))
}

// bodies matches a plural before the names of its members.
var bodies = regexp.MustCompile(`các (?:tổ chức|hội|đoàn thể|cơ quan|đơn vị|tổ chức (?:hội|chính trị|đoàn thể)|tổ chức chính trị - xã hội)$`)

// told matches the nouns that a verb after them may describe: "các doanh nghiệp hoạt động trên địa bàn tỉnh".
var told = regexp.MustCompile(`(?:doanh nghiệp|tổ chức|cá nhân|cơ sở|hộ|hợp tác xã|công ty)(?:[ ,]+\p{Ll}+){0,6}$`)

// describes tells whether a verb only tells which bodies of a group are meant; what follows such a verb may, too.
func describes(name, low string, after bool) bool {
	return words().has(low, trait) && (after || words().has(name, many) && told.MatchString(name))
}

// chosen matches a body known only by the work given to it, before that work: "Cơ quan được giao | chủ trì soạn thảo".
var chosen = regexp.MustCompile(`(?:cơ quan|đơn vị|tổ chức|địa phương|nhà thầu|cá nhân|doanh nghiệp|tỉnh|huyện|xã|phường|ngành|trường) (?:được (?:giao|phân công|chỉ định)(?: (?:chủ trì|phụ trách|nhiệm vụ))?|có)$`)

// chosenMax bounds, in bytes, the words that chosen is looked for in.
const chosenMax = 80

// isChosen tells whether a name is that of a body known only by its work.
func isChosen(name string) bool {
	name = tail(name, chosenMax)
	return (strings.HasSuffix(name, " có") || strings.Contains(name, " được ")) && chosen.MatchString(name)
}

// givenWork matches the work given to a body between its name and the next one's: "được giao | chủ trì nhiệm vụ, Ủy ban …".
var givenWork = regexp.MustCompile(`^(?:nhiệm vụ )?chủ trì(?: (?:thực hiện )?(?:các )?nhiệm vụ)?, `)

// goesOn measures up to where the next name of a list begins, if the verb at the blank i only tells which bodies are
// meant: "Các sở được giao | chủ trì nhiệm vụ, Ủy ban nhân dân các huyện xây dựng …". It gives 0 elsewhere.
func goesOn(l line, at, i int) int {
	name := tail(l.low[at:i], chosenMax)
	if !strings.HasSuffix(name, " được giao") && !strings.HasSuffix(name, " được giao nhiệm vụ") && !strings.HasSuffix(name, " được phân công") {
		return 0
	}
	n := len(givenWork.FindString(window(l.low, i+1, chosenMax)))
	if n == 0 || !l.upper(i+1+n) || !isBody(l.from(i+1+n)) {
		return 0
	}
	return i + 1 + n
}

// bears matches words of obligation, which end every name.
var bears = regexp.MustCompile(`^(?:phải|cần|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|khẩn trương|nghiêm túc|chủ động|không được)\s`)

// bearing matches a word of obligation inside a text.
var bearing = regexp.MustCompile(` (?:phải|cần|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|chủ trì|phối hợp) `)

// dutyAfter finds the blank before the word of obligation that the work a body was chosen for, told from offset i on, is
// followed by. It gives -1 where the clause has none or begins with it.
func dutyAfter(low string, i int) int {
	rest := window(low, i, nameWindow)
	if bears.MatchString(rest) {
		return -1
	}
	for k := range len(rest) {
		switch {
		case rest[k] == '.' || rest[k] == ';' || rest[k] == ':':
			return -1
		case rest[k] == ' ' && (bears.MatchString(rest[k+1:]) || strings.HasPrefix(rest[k+1:], "chủ trì")):
			return i + k
		}
	}
	return -1
}

// workWords is how many words tell at least what a body was chosen for: "quản lý di tích".
const workWords = 4

// deedAfter finds the verb after the work a body was chosen for, told from offset i on: "Đơn vị được giao quản lý di tích |
// lập quy hoạch". It gives -1 where the clause has none.
func deedAfter(l line, at, i int) int {
	for k := i; k < len(l.low) && k < i+chosenMax; k++ {
		switch l.low[k] {
		case ',', ';', '.', ':':
			return -1
		case ' ':
			if _, ok := cueAt(l, at, k+1); ok && strings.Count(l.low[i:k], " ") >= workWords-1 {
				return k
			}
		}
	}
	return -1
}

// forAims matches the nouns of bodies that are named after what they are for: "Ban Chỉ đạo phòng, chống tội phạm".
var forAims = regexp.MustCompile(`(?:^|[,;] |và |\s)(?:ban chỉ đạo|bcđ|ban chỉ huy|ban vận động|ban tổ chức|tổ công tác|hội đồng|ban quản lý(?: các)?(?: dự án)?|tiểu ban|đoàn kiểm tra` +
	`|(?:trung tâm|hội đồng|quỹ) (?:xúc tiến|phối hợp|hỗ trợ|bảo tồn|khai thác|ứng dụng|tư vấn|nghiên cứu|quản lý))$`)

// coupled matches the end of a name whose two aims are joined: "… phổ biến, giáo dục pháp luật".
var coupled = regexp.MustCompile(` và$|phổ biến,$`)

// worked matches what a body works at rather than what it is named after.
var worked = regexp.MustCompile(`^(?:các |những |một số |việc |công tác |tốt |có hiệu quả|nghiêm |ngay |kế hoạch|chương trình công tác|báo cáo|dự thảo|phương án|hồ sơ|văn bản|danh sách)`)

// aims tells whether a verb only tells what a committee is for. A second such verb may follow after "và".
func aims(name string, l line, after bool) bool {
	q, ok := words().at(aim, l.low)
	if !ok || worked.MatchString(strings.TrimLeft(l.low[len(q.phrase):], " \u00a0")) {
		return false
	}
	name = strings.TrimRight(name, " \u00a0")
	return after && coupled.MatchString(name) || forAims.MatchString(name)
}

// bareVerb tells whether a verb stands alone before the next one, which it takes as its object: "tham gia đóng góp".
func bareVerb(low string) bool { return strings.Count(strings.TrimSpace(low), " ") <= 1 }

// acts tells whether a verb stands somewhere after the first word: "trong thời gian …" alone asks for nothing. A verb
// with a capital is part of a name.
func acts(l line) bool {
	for i := range len(l.low) {
		switch l.low[i] {
		case ' ':
			if !l.upper(i+1) && words().has(l.low[i+1:], verb, must, ask) {
				return true
			}
		case ';':
			return false
		}
	}
	return false
}

// several tells whether a plural ends here that lists its bodies after a colon: "Các Bộ: Tài chính, Y tế chủ trì …".
func several(low string) bool { return listedPlural.MatchString(tail(low, chosenMax)) }

// listedPlural matches the plurals whose bodies are listed: "các Bộ: …", "các tỉnh, thành phố: …".
var listedPlural = regexp.MustCompile(`các (?:(?:bộ|sở|tỉnh|thành phố|huyện|thị xã|quận|ban|vụ|cục|ngành|địa phương|xã|phường)(?:, | và |$))+$`)

// listGoesOn tells whether the semicolon at i only parts two names, as in "Các Liên đoàn …; Công đoàn ngành …:" or in
// "Bộ trưởng các Bộ: Y tế, Công an; Chủ tịch UBND các tỉnh chịu trách nhiệm …".
func listGoesOn(l line, i int, mark byte) bool {
	return mark == ';' && isBody(l.from(i+1).trimLeft(""))
}

// cueAt tells whether a verb, an adverb before one, or a word of obligation stands at offset i and does not belong to
// the name that begins at at.
func cueAt(l line, at, i int) (strong, ok bool) {
	lex := words()
	e := lex.entry(l.low[i:])
	if e == nil || l.upper(i) {
		return false, false
	}
	before := lastWord(l.low[at:i])
	if before == "quan" && !strings.HasSuffix(strings.TrimRight(l.low[at:i], " \u00a0"), "cơ quan") { // of "hải quan", "liên quan"
		before = ""
	}
	for _, c := range [...]class{must, ask, how, verb} {
		q, found := e.at(c, l.low[i:])
		if !found || slices.Contains(q.notAfter, before) || q.before(l.low[i:]) {
			continue
		}
		if c == verb && (before == "trì" || lex.endsInNoun(l.low[at:i]) || halved(l.low[at:i]) || q.phrase == "lãnh đạo" && isBody(l.from(i+len(q.phrase)).trimLeft("")) && joins(before) || q.phrase == "tổ chức" && bodyNoun(l.low[:i], l.low[i+len(q.phrase):])) {
			continue
		}
		return c == must || c == ask, true
	}
	return false, false
}

// joins tells whether a word joins two names: "Chính phủ và lãnh đạo các Bộ".
func joins(word string) bool { return word == "và" || word == "cùng" }

// halved tells whether a list of names ends in the first verb of a name that has two: "Vụ Phổ biến, giáo dục pháp luật".
func halved(low string) bool {
	low, comma := strings.CutSuffix(strings.TrimRight(low, " \u00a0"), ",")
	if !comma {
		return false
	}
	last := strings.TrimLeft(low[strings.LastIndexAny(low, ",;")+1:], " \u00a0")
	q, ok := words().at(head, last)
	if !ok {
		return false
	}
	rest := strings.TrimLeft(last[len(q.phrase):], " \u00a0")
	for _, c := range [...]class{verb, aim} {
		if v, ok := words().at(c, rest); ok && len(v.phrase) == len(rest) {
			return true
		}
	}
	return false
}

// bodyNoun tells whether "tổ chức" between two stretches is the noun "organisation", not the verb "to organise".
func bodyNoun(before, after string) bool {
	next := strings.TrimLeft(after, " \u00a0")
	return strings.HasPrefix(next, ",") || strings.HasPrefix(next, ";") || words().has(next, org) || strings.HasSuffix(strings.TrimRight(before, " "), "cơ quan,")
}
