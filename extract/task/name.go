package task

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/viet"
)

// isBody tells whether l begins with the name of a body or an office, or with a group of them.
func isBody(l line) bool {
	lex := words()
	low := strings.TrimLeft(l.low, " \u00a0“\"")
	plural := false
	e := lex.entry(low)
	for {
		c, ok := e.at(many, low)
		if !ok {
			break
		}
		plural = true
		if person.MatchString(strings.TrimLeft(l.s, " \u00a0")) {
			return true
		}
		low = strings.TrimLeft(low[len(c.phrase):], " \u00a0")
		e = lex.entry(low)
	}
	if c, not := e.at(nohead, low); not && !(plural && strings.HasSuffix(c.phrase, ",")) { // "các phòng, ban"
		return false
	}
	if _, ok := e.at(head, low); ok {
		return true
	}
	if _, ok := e.at(group, low); ok && plural {
		return true
	}
	return !plural && acronym(l.s) && !l.capitals()
}

// person matches the name of somebody: "Đồng chí Nguyễn Văn A".
var person = regexp.MustCompile(`^(?i:đồng chí|đ/c|các đồng chí|ông|bà) \p{Lu}\p{Ll}+ \p{Lu}`)

// acronym tells whether a text begins with a name written in capitals: "VNPT Quảng Ngãi", "EVN".
func acronym(s string) bool {
	n := 0
	for i, r := range s {
		if r == ' ' || r == '-' || r == '\u00a0' {
			return n > 2
		}
		if (r < 'A' || r > 'Z') && r != 'Đ' {
			return false
		}
		n = i + 1
	}
	return n > 2
}

// joints join two names, or stand inside one.
var joints = []string{"và ", "cùng với ", "cùng ", "như "}

// separator finds the next comma, semicolon or joint of a list from an offset on, with the blanks around it; start is -1
// where there is none.
func separator(s string, at int) (start, end int) {
	for i := at; i < len(s); i++ {
		switch c := s[i]; {
		case c == ',' || c == ';':
			end = i + 1 + leading(s[i+1:])
			if c == ',' && strings.HasPrefix(s[end:], "và ") {
				end += len("và ")
				end += leading(s[end:])
			}
			return at + len(strings.TrimRight(s[at:i], " \u00a0\n")), end
		case c == ' ' || c == '\n':
			next := s[i+1:]
			next = next[leading(next):]
			for _, j := range joints {
				if strings.HasPrefix(next, j) {
					end = len(s) - len(next) + len(j)
					return i, end + leading(s[end:])
				}
			}
		}
	}
	return -1, -1
}

// leading counts the bytes of blanks that s begins with.
func leading(s string) int { return len(s) - len(strings.TrimLeft(s, " \u00a0\n")) }

// split cuts a list of names at its commas and "và", but not inside a name ("Bộ Tài nguyên và Môi trường") and not where
// the pieces share a head ("Thủ trưởng các cơ quan, đơn vị trực thuộc Bộ"). The pieces are verbatim but for blanks.
func split(list line) []string {
	var out []string
	start := 0
	for from, to := separator(list.s, 0); from >= 0; from, to = separator(list.s, to) {
		if from < start {
			continue
		}
		open := list.cut(start, from)
		apart := list.s[from] == ';' && isBody(list.from(to))
		if strings.Count(open.s, "(") > strings.Count(open.s, ")") || !apart && !begins(open.trimLeft(""), list.from(to)) ||
			oneOffice(open.low, list.low[from:]) || holds(open.s, list.low[to:]) || committee.MatchString(open.low) && strings.HasPrefix(list.low[to:], "tổ chức đảng") || sector(open.low, list.low[to:]) {
			continue
		}
		out = appendName(out, open.s)
		start = to
	}
	return appendName(out, list.s[start:])
}

// councils matches the first body of an office that serves two: "Văn phòng HĐND và UBND", "Văn phòng Đoàn ĐBQH và HĐND".
var councils = regexp.MustCompile(`văn phòng (?:đoàn đbqh|đoàn đại biểu quốc hội|hđnd|hội đồng nhân dân)$`)

// loneOffice matches an office whose body stands behind the next one.
var loneOffice = regexp.MustCompile(`^ *(?:tổng )?(?:giám đốc|thủ trưởng|chủ tịch|viện trưởng|cục trưởng|vụ trưởng)$`)

// headsOf matches a second office of the bodies that the first one waits for: "Thủ trưởng, Lãnh đạo các đơn vị".
var headsOf = regexp.MustCompile(`^, (?:lãnh đạo|phó \p{L}+|người đứng đầu) (?:các )?(?:cơ quan|đơn vị|phòng|ban|sở|vụ|cục)`)

// within matches a body of each ministry, before the list of these: "tổ chức pháp chế thuộc Bộ, cơ quan ngang Bộ".
var within = regexp.MustCompile(` (?:thuộc|của) (?:các )?bộ(?:,|$)`)

// committee matches the first of the Party's bodies that share the words "các cấp": "Cấp ủy, tổ chức đảng các cấp".
var committee = regexp.MustCompile(`^ *cấp (?:ủy|uỷ)$`)

// oneOffice tells whether "và" or a comma after a name joins the second body that one office serves, or the second office
// of one body: "Tổng giám đốc và Giám đốc các công ty".
func oneOffice(name, rest string) bool {
	return strings.HasPrefix(rest, " và ") && (councils.MatchString(name) || loneOffice.MatchString(name)) ||
		headsOf.MatchString(rest) && loneOffice.MatchString(name)
}

// rank matches an office that stands behind the name of who holds it.
var rank = regexp.MustCompile(`^(?:phó |quyền )?(?:chủ tịch|bí thư|trưởng|giám đốc|bộ trưởng|thứ trưởng|chánh|cục trưởng|vụ trưởng|ủy viên|uỷ viên|chỉ huy)`)

// holds tells whether what follows a person's name is the office of that person: "Đồng chí Lê Văn B, Phó Chủ tịch …".
func holds(name, next string) bool {
	return person.MatchString(strings.TrimSpace(name)) && rank.MatchString(next)
}

// sector tells whether a name in "các Bộ: Tài chính, Công an" is that of a ministry, which alone would be another body.
func sector(open, next string) bool {
	return hasAny(open, "các bộ:", "các bộ trưởng:", "các sở:") && (strings.HasPrefix(next, "công an") || strings.HasPrefix(next, "thanh tra,"))
}

// begins tells whether next starts a name of its own after the name that is open.
func begins(open, next line) bool {
	lex := words()
	e := lex.entry(next.low)
	shares := lex.has(open.low, office)
	group := startsAny(open.low, "các ", "những ", "mọi ")
	if _, ok := e.at(place, next.low); ok {
		return false
	}
	if person.MatchString(next.s) {
		return true
	}
	if c, ok := e.at(many, next.low); ok {
		if committees.MatchString(strings.TrimLeft(open.low, " ")) && areas.MatchString(next.low) {
			return false
		}
		if strings.Contains(open.low, " có ") && !isBody(next) || plurals.MatchString(strings.TrimLeft(open.low, " ")) && sharesHead.MatchString(next.low) && !concerned.MatchString(next.low) {
			return false
		}
		return c.phrase == "các" || c.phrase == "toàn thể" || c.phrase == "từng" || !group
	}
	_, heads := e.at(office, next.low)
	if _, ok := e.at(apart, next.low); ok {
		return heads || !shares && !within.MatchString(strings.TrimRight(open.low, " "))
	}
	if next.upper(0) {
		return isBody(next) && !bare.MatchString(next.low)
	}
	if standing.MatchString(", " + next.s) {
		return false
	}
	if heads {
		return true
	}
	if unled.MatchString(open.low) {
		return false
	}
	_, own := e.at(concrete, next.low)
	if _, not := e.at(nohead, next.low); not {
		own = false
	}
	return (own || !group && beside.MatchString(next.low)) && !shares
}

// committees matches the committee of an area; areas matches further ones that have such committees, too: "UBND các huyện
// và các xã trong vùng".
var (
	committees = regexp.MustCompile(`^(?:(?:phó )?chủ tịch )?(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|hội đồng nhân dân) `)
	areas      = regexp.MustCompile(`^các (?:xã|phường|thị trấn|quận|huyện|thị xã|thành phố|đặc khu)(?:[\s,;.]|$)`)
)

// plurals matches a head whose bodies are all of a group, so that a further group may share it.
var plurals = regexp.MustCompile(`^(?:thủ trưởng|người đứng đầu|lãnh đạo) các `)

// sharesHead matches a group that shares the head before it: "Thủ trưởng các ngành, các cấp".
var sharesHead = regexp.MustCompile(`^các (?:ngành|cấp|sở|ban|phòng|cơ quan|đơn vị|địa phương)(?:[\s,;.]|$)`)

// concerned matches all those that a matter concerns, a party of its own beside the heads named.
var concerned = regexp.MustCompile(`^các (?:(?:cơ quan|đơn vị|tổ chức|cá nhân|địa phương|ngành|cấp|sở|ban|phòng|và|,) ?)+(?:có )?liên quan`)

var (
	// beside matches a group without "các" that stands after a single body: "Bộ Quốc phòng và cơ quan liên quan".
	beside = regexp.MustCompile(`^(?:cơ quan|đơn vị|tổ chức|địa phương)(?: \p{L}|, (?:đơn vị|tổ chức|cá nhân|địa phương) )`)
	// unled matches common nouns that wait for what they share with the next: "cơ quan, | đơn vị có liên quan",
	// "các tổ chức và | doanh nghiệp trên địa bàn".
	unled = regexp.MustCompile(`^(?:các )?(?:cơ quan|đơn vị|tổ chức)$`)
	// bare matches a piece that is one common noun, as in "các Bộ, Ban, Ngành".
	bare = regexp.MustCompile(`^(?:ban|phòng|bộ|sở|ngành|tỉnh|trường|hội|vụ|cục|viện|tổng cục|khoa|học viện|(?:tổng )?công ty(?: nhà nước)?)(?: (?:thành phố|tỉnh|huyện|quận|thị xã|trung ương))?(?:[\s,;.]*$|,| và | (?:trực )?thuộc )`)
	// standing matches an apposition that names no further body: "…, đơn vị thường trực của Hội đồng".
	standing = regexp.MustCompile(`(?i)(?:,\s*(?:là\s+)?(?:đơn vị|cơ quan)\s+|\s+[-–]\s+(?:(?:là\s+)?(?:đơn vị|cơ quan)\s+)?)(?:thường trực|đầu mối).*$`)
)

// appendName adds a name without the words and marks around it.
func appendName(out []string, name string) []string {
	name = squeeze(name)
	if strings.Contains(name, "thường trực") || strings.Contains(name, "đầu mối") {
		name = standing.ReplaceAllString(name, "")
	}
	name, _, _ = strings.Cut(name, " (sau đây gọi")
	name = strings.TrimSuffix(strings.Trim(name, " ,;:.“”\"ˆ^~*|_"), " trực tiếp")
	for _, p := range []string{"cho ", "và ", "cùng "} {
		name = strings.TrimPrefix(name, p)
	}
	if name == "" {
		return out
	}
	return append(out, name)
}

// slips are misreadings of OCR that stand in no name, and what was printed.
var slips = strings.NewReplacer("Chỉ nhánh", "Chi nhánh", "Chỉ cục", "Chi cục", "Sớ ", "Sở ", "Sờ ", "Sở ", "Sỏ ", "Sở ", "Vãn phòng", "Văn phòng", "Văn phỏng", "Văn phòng",
	"nhân đân", "nhân dân", "Uy ban ", "Ủy ban ", "Úy ban ", "Ủy ban ", "Ủy bạn ", "Ủy ban ", "Uỷ bạn ", "Uỷ ban ", "Tu pháp", "Tư pháp", "Chú tịch", "Chủ tịch",
	"Giảm đốc", "Giám đốc", "Thú trưởng", "Thủ trưởng", "Công án ", "Công an ", "Đảo tạo", "Đào tạo")

// mend repairs the names of a list where the repair is certain.
func mend(names []string) {
	for i, n := range names {
		names[i] = slips.Replace(n)
	}
}

// merge joins two lists of names and drops those that another one, compared by letters, contains.
func merge(a, b []string) []string {
	if len(a)+len(b) < 2 {
		return append(a, b...)
	}
	var out, folded []string
next:
	for _, name := range append(append([]string{}, a...), b...) {
		f := viet.Letters(name)
		for _, g := range folded {
			if strings.Contains(g, f) {
				continue next
			}
		}
		out, folded = append(out, name), append(folded, f)
	}
	return out
}
