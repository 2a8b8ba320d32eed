package task

import (
	"regexp"
	"slices"
	"strings"
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

// placedMax bounds the name of a group that is told by its trade and place: "các tổ chức, cá nhân kinh doanh … trên địa bàn …".
const placedMax = 220

// named is what the beginning of a sentence says of its assignee.
type named struct {
	names  []string
	rest   int  // where what is to be done begins
	strong bool // a word of obligation or of asking stands there, not a plain verb
}

// framesMax bounds the words of circumstance that are stepped over.
const framesMax = 6

// assignee reads the assignee that a sentence begins with: "Bộ X chủ trì …", "Giao Sở Y …", "Thủ tướng yêu cầu các Bộ …",
// "Công an tỉnh: …". Words of circumstance before it ("Căn cứ Chỉ thị này, …") are stepped over.
func (x *extractor) assignee(l line) (named, bool) {
	at := 0
	during := strings.HasPrefix(l.low, "trong quá trình ")
	for k := range framesMax {
		at += len(l.low[at:]) - len(strings.TrimLeft(l.low[at:], " \u00a0-–*•"))
		if strings.HasPrefix(l.low[at:], "thì") {
			at += len(then.FindString(l.low[at:]))
		}
		if k == 0 {
			at += addressees(l.low[at:])
		}
		low := l.low[at:]
		if !goesOnList(l.low[:at], low) {
			if n, ok := x.assigneeAt(l, at); ok {
				return n, true
			}
		}
		if k == 0 && !words().has(low, frame) || k > 0 && !during && startsVerb(low) && !l.upper(at) {
			return named{}, false
		}
		if n := circumstance(low); n > 0 && isBody(l.from(at+n)) {
			at += n
			continue
		}
		comma := strings.Index(low, ", ")
		if k == 0 && strings.HasPrefix(low, "đối với") {
			if colon := bodyAfterColon(l.from(at)); colon >= 0 {
				comma = colon
			}
		}
		if comma < 0 || at+comma > nameWindow || strings.ContainsAny(low[:comma], ";:") || k == 0 && carriesOut(low[:comma]) || listed(l, at, low[:comma]) {
			return named{}, false
		}
		at += comma + 2
		at += authorities(low[:comma], l.low[at:])
	}
	return named{}, false
}

// then matches the word that may stand between a condition and who is to act: "nếu có vướng mắc, thì cơ quan …".
var then = regexp.MustCompile(`^thì\s+`)

// addressees measures the words with which people are addressed.
func addressees(low string) int {
	if !startsAny(low, "các ông", "các bà", "các đồng chí", "ông", "bà", "đồng chí") {
		return 0
	}
	return len(addressed.FindString(low))
}

// addressed matches how people are addressed before the offices that they hold: "Các ông (bà): Chánh Văn phòng, …".
var addressed = regexp.MustCompile(`^(?:các )?(?:ông|bà|đồng chí)(?:\s*[,/(]?\s*bà\)?)?\s*:\s*`)

var (
	// inList matches a group in the words of circumstance, before the comma after it: "nhiệm vụ của cơ quan, …".
	inList = regexp.MustCompile(`(?:^|\s)(?:cơ quan|đơn vị|địa phương|ngành|cấp|tổ chức|sở|ban), $`)
	// nextInList matches the next member of such a list, which lacks "các".
	nextInList = regexp.MustCompile(`^(?:cơ quan|đơn vị|địa phương|ngành|cấp|tổ chức|ban|cá nhân)(?:[\s,;.]|$)`)
)

// goesOnList tells whether a list inside the words of circumstance goes on: "Căn cứ nhiệm vụ của cơ quan, đơn vị để …".
func goesOnList(before, low string) bool {
	return strings.HasSuffix(before, ", ") && nextInList.MatchString(low) && inList.MatchString(before)
}

// listed tells whether the words of circumstance up to a comma begin a list, whose next member is no assignee: "Tại các
// nơi như nhà ga, …", "Với các đơn vị của Bộ X, Ngân hàng Y xây dựng …".
func listed(l line, at int, low string) bool {
	with, ok := strings.CutPrefix(low, "với ")
	return strings.Contains(low, " như ") || byTime.MatchString(low) || ok && isBody(l.cut(at+len(low)-len(with), at+len(low)))
}

// byTime matches a time and what happens by then, which is the sentence itself: "Đến năm 2020 phát triển 20 trung tâm
// thương mại, …".
var byTime = regexp.MustCompile(`^(?:đến|trong|từ nay đến) (?:hết |cuối )?năm \d{4} (?:phát triển|xây dựng|hoàn thành|có|đạt|tổ chức|thực hiện|triển khai|phấn đấu)\s`)

// above matches those whose papers are carried out, where they stand in a list: "các Nghị quyết của Đảng, Quốc hội, …".
var above = regexp.MustCompile(`^(?:(?:đảng|quốc hội|chính phủ|thủ tướng chính phủ|nhà nước|trung ương|bộ chính trị|ban bí thư|tỉnh ủy|thành ủy)(?:, | và ))+`)

// authorities measures the further owners of the papers that words of circumstance end with.
func authorities(before, low string) int {
	i := strings.LastIndex(before, " của ")
	if i < 0 || !above.MatchString(before[i+len(" của "):]+", ") {
		return 0
	}
	return len(above.FindString(low))
}

// bodyAfterColon finds the first colon of "Đối với nợ quá hạn: Ngân hàng …"; it gives -1 where no body follows.
func bodyAfterColon(l line) int {
	colon := strings.Index(l.low, ": ")
	if colon < 0 || !isBody(l.from(colon+len(": "))) {
		return -1
	}
	return colon
}

// carriesOut tells whether "thực hiện" is what is to be done rather than the words "Thực hiện Chỉ thị số …," before it.
func carriesOut(low string) bool {
	return strings.HasPrefix(low, "thực hiện") && !hasAny(low, "chỉ thị", "nghị quyết", "quyết định", "kế hoạch", "chủ trương", "luật", "chức năng",
		"nhiệm vụ", "công văn", "công điện", "ý kiến", "thông báo", "chương trình", "kết luận", "thông tư", "nghị định")
}

// meanwhile matches words of circumstance that often lack their comma: "Trong quá trình thực hiện Thủ trưởng các cơ quan …",
// "Hàng năm Sở Y tế …".
var meanwhile = regexp.MustCompile(`^(?:định kỳ )?(?:hàng|hằng) (?:ngày|tuần|tháng|quý|năm) |^(?:trong quá trình|quá trình) (?:tổ chức )?(?:triển khai )?(?:thực hiện|thi hành|triển khai)(?: (?:chỉ thị|kế hoạch|công điện|quyết định) này)?,? (?:nếu có (?:khó khăn,? )?vướng mắc,? )?`)

// byThen matches a deadline before the assignee, which often lacks its comma: "Chậm nhất là ngày 30/6 các cơ quan …".
var byThen = regexp.MustCompile(point.String() + `,? `)

// circumstance measures the words of circumstance without a comma that a text begins with, 0 for none.
func circumstance(low string) int {
	switch {
	case startsAny(low, "định kỳ", "hàng ", "hằng ", "trong quá trình", "quá trình"):
		return len(meanwhile.FindString(low))
	case startsAny(low, "chậm", "muộn", "không", "trễ", "trước", "đến hết", "hết"):
		return len(byThen.FindString(low))
	}
	return 0
}

// assigneeAt reads the assignee that stands at one place.
func (x *extractor) assigneeAt(l line, at int) (named, bool) {
	if a, ok := words().at(ask, l.low[at:]); ok {
		from := at + len(a.phrase)
		if a.phrase == "phân công" && own.MatchString(l.low[from:]) {
			return named{}, false
		}
		n, ok := nameFrom(l, from+blanks(l.low[from:]))
		n.strong = true
		return n, ok
	}
	n, ok := nameFrom(l, at)
	if !ok {
		return n, false
	}
	if a, ok := words().at(ask, l.low[n.rest:]); ok && x.isSelf(l.s[at:n.rest]) {
		from := n.rest + len(a.phrase)
		m, ok := nameFrom(l, from+blanks(l.low[from:]))
		m.strong = true
		return m, ok
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

// ofWindow bounds, in bytes, how far the owner of a thing may stand behind "việc".
const ofWindow = 400

// owner finds the assignee of a duty told of a thing: "Việc ban hành … của Ủy ban nhân dân tỉnh phải …". It gives 0 where
// the sentence is not built so.
func owner(low string) int {
	if !strings.HasPrefix(low, "việc ") {
		return 0
	}
	best := 0
	for _, w := range []string{" của ", " do "} {
		if i := strings.Index(low[:min(len(low), ofWindow)], w); i >= 0 && (best == 0 || i+len(w) < best) {
			best = i + len(w)
		}
	}
	if hasAny(low[:best], " đã ", " theo ") {
		return 0 // "Việc xây dựng … đã được triển khai theo Quyết định của …" tells
	}
	return best
}

// notDuty are words after a name that make the sentence a statement: what was done, what a body is or may do.
var notDuty = []string{"đã ", "là ", "sẽ ", "đang ", "gồm ", "bao gồm ", "có thể ", "có quyền ", "vẫn ", "luôn ", "được hưởng ", "chưa ", "không ", "tự ", "chiếm ", "cơ bản thống nhất "}

// those matches a group known by what its members have done or do: "những đơn vị đã có phòng đọc".
var those = regexp.MustCompile(`^(?:các|những|mọi) (?:\p{L}+,? ){1,6}(?:đã|đang) `)

// tells tells whether a name and the words after it state something. What a group has done may only say which one must act.
func tells(name, rest string) bool {
	name, _, _ = strings.Cut(name, " (sau đây gọi")
	if m := those.FindString(name); m != "" && bears.MatchString(strings.TrimLeft(rest, " \u00a0")) {
		name = name[len(m):]
	}
	return hasWord(aviation.Replace(name), notDuty...)
}

// aviation drops the words with "không" that mean the air: "Cục Hàng không", "Quân chủng Phòng không".
var aviation = strings.NewReplacer("hàng không", "", "phòng không", "")

// nameFrom reads a list of names at an offset, up to the verb or colon that ends it.
func nameFrom(l line, at int) (named, bool) {
	if at >= len(l.s) {
		return named{}, false
	}
	whose := owner(l.low[at:])
	at += whose
	body := isBody(l.from(at))
	if !body && !l.upper(at) {
		return named{}, false
	}
	end, strong := verbAfter(l, at)
	answers := charged(l.low[at:])
	if answers > 0 && body {
		end, strong = at+answers, true
	}
	if end < 0 || passive(l.low[at:end], l.low[end:]) || whose > 0 && !strong || !body && !certain(l, at, end) || !strong && l.s[end] != ':' && !acts(l.from(end)) ||
		tells(l.low[at:end]+" ", l.low[end:]) || owns(l.cut(at, end)) {
		return named{}, false
	}
	if l.s[end] == ':' && announces.MatchString(l.low[at:end]) {
		return named{}, false
	}
	if rest := l.from(end).trimLeft(":"); l.s[end] == ':' && rest.s != "" && isWho(rest) {
		return named{}, false
	}
	names := split(l.cut(at, end))
	if len(names) == 0 || answers < 0 && slices.ContainsFunc(names, tooLong) {
		return named{}, false
	}
	rest := end
	if l.s[end] == ':' {
		rest++
	}
	return named{names: names, rest: rest + blanks(l.low[rest:]), strong: strong}, true
}

// isWho tells whether the words after a name and a colon say who that is rather than what to do: "Chủ tịch Hội đồng: Lãnh
// đạo bộ phận Tổ chức cán bộ".
func isWho(rest line) bool {
	if isBody(rest) {
		end, _ := verbAfter(rest, 0)
		return end < 0
	}
	return !acts(rest) && !startsVerb(rest.low)
}

// charge matches the end of the article that says who answers for carrying a decision out.
var charge = regexp.MustCompile(`^(?:tổ chức )?(?:triển khai )?(?:thi hành|thực hiện)(?: nghiêm túc| nghiêm chỉnh)? (?:quyết định|nghị quyết|thông tư(?: liên tịch)?|nghị định) này`)

// basedOn matches the other words of that article: "căn cứ Quyết định thi hành".
var basedOn = regexp.MustCompile(`^ căn cứ (?:vào )?(?:quyết định|nghị quyết)(?: này)?,? (?:tổ chức )?(?:thi hành|thực hiện)[ ./]*$`)

// charged finds "chịu trách nhiệm thi hành Quyết định này" with the blank before it; whatever stands before is a list of
// names. It gives -1 where a sentence ends first.
func charged(low string) int {
	if i := strings.LastIndex(low, " căn cứ "); i > 0 && basedOn.MatchString(low[i:]) && !strings.Contains(low[:i], ". ") {
		return i
	}
	const duty = " trách nhiệm "
	i := strings.Index(low, duty)
	if i < 0 || !charge.MatchString(low[i+len(duty):]) || strings.Contains(low[:i], ". ") {
		return -1
	}
	for _, w := range []string{" chịu", " có"} {
		if strings.HasSuffix(low[:i], w) {
			return i - len(w)
		}
	}
	return -1
}

// owns tells whether a name says in truth what a body has: "Hội đồng có Tổ Thư ký do Bộ trưởng …".
func owns(l line) bool {
	i := strings.Index(l.low, " có ")
	return i >= 0 && l.upper(i+len(" có "))
}

// passive tells whether something is done to whom a sentence begins with: "Giám đốc được phân công nhân lực", "các cá nhân
// phải được đề nghị".
func passive(name, rest string) bool {
	return strings.HasSuffix(strings.TrimRight(name, " \u00a0"), " được") || strings.HasPrefix(strings.TrimLeft(rest, " \u00a0"), "phải được ")
}

// tooLong tells whether a name is a sentence in truth. After a colon the members of a group are listed: "các tỉnh: A, B".
func tooLong(name string) bool {
	name, _, _ = strings.Cut(name, ":")
	n := utf8.RuneCountInString(name)
	return n > nameMax && (n > placedMax || !strings.Contains(name, " trên địa bàn "))
}

// offices are the heads of bodies, who speak for them.
var offices = []string{"chủ tịch ", "phó chủ tịch ", "bộ trưởng ", "giám đốc ", "tổng ", "đoàn chủ tịch ", "viện trưởng ", "thủ trưởng ", "thường trực ", "ban thường vụ "}

// isSelf tells whether a name is the issuer of the document or its head, who asks and is not asked. Without a known
// issuer every asker counts as the issuer.
func (x *extractor) isSelf(name string) bool {
	n := spell(name)
	for _, p := range offices {
		n = strings.TrimPrefix(n, p)
	}
	return x.issuer == "" || strings.Contains(x.issuer, n) || strings.Contains(n, x.issuer) || n == "thủ tướng chính phủ" || n == "chính phủ"
}

var short = strings.NewReplacer("ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân", "vksnd", "viện kiểm sát nhân dân", "ktnn", "kiểm toán nhà nước")

// spell folds a name and writes out the abbreviations that heads of provinces use.
func spell(name string) string { return short.Replace(viet.Letters(name)) }

// duty matches a heading that gives a body its duties: "Trách nhiệm của Bộ Tài chính", "Đối với các sở, ngành".
var duty = regexp.MustCompile(`^(?:trách nhiệm|nhiệm vụ)(?: (?:cụ thể|chính|thi hành|thực hiện))? của |^đối với |^về phía `)

// announces matches the end of a lead-in that is a sentence, whatever its verb.
var announces = regexp.MustCompile(`(?:sau|sau đây|dưới đây|như sau|gồm)[ :.]*$`)

// headed reads the bodies that a heading or lead-in names: a bare list of names, "Trách nhiệm của X", or a sentence that
// begins with an assignee. A line in capitals mostly names a part of the paper.
func (x *extractor) headed(l line) []string {
	if l.capitals() {
		return inCapitals(l)
	}
	l = afterLabel(l.trimLeft("*•"))
	if startsAny(l.low, "trách nhiệm", "nhiệm vụ", "đối với", "về phía") {
		if m := duty.FindStringIndex(l.low); m != nil && bodyAfterColon(l) < 0 {
			l = l.from(m[1])
		}
	}
	if n, ok := x.assignee(l); ok {
		return n.names
	}
	l = unasked(l)
	if end, _ := verbAfter(l, 0); end < 0 && !announces.MatchString(l.low) && isBody(l) && len(l.s) < nameWindow {
		return split(l)
	}
	return nil
}

// bodyHeading matches the names of bodies of the State, the Party and the fronts, which alone are headings in capitals.
var bodyHeading = regexp.MustCompile(`^(?:trách nhiệm của |đối với )?(?:các |những )?(?:bộ|sở|ủy ban|uỷ ban|ubnd|công an|ban quản lý|ban chỉ huy|ban chỉ đạo|cục|chi cục|tổng cục|vụ|phòng|văn phòng|thanh tra|đài|báo|mặt trận|tòa án|viện kiểm sát|kho bạc|ngân hàng|bảo hiểm xã hội|cơ quan|đơn vị|huyện|tỉnh)(?:[\s,:]|$)`)

// inCapitals reads the bodies that a heading in capitals names: "SỞ NGOẠI VỤ", "TRÁCH NHIỆM CỦA CÁC SỞ, NGÀNH".
func inCapitals(l line) []string {
	if len(l.s) > nameMax || !bodyHeading.MatchString(l.low) {
		return nil
	}
	if m := duty.FindStringIndex(l.low); m != nil {
		l = l.from(m[1])
	}
	small := newLine(l.low)
	if end, _ := verbAfter(small, 0); end >= 0 && end < len(strings.TrimRight(l.s, " :")) || !isBody(small) {
		return nil
	}
	return split(l.cut(0, len(strings.TrimRight(l.s, " :."))))
}
