package task

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/viet"
)

// isBody tells whether s begins with the name of a body or an office, or with a group of them.
func isBody(s string) bool {
	l := words()
	low := strings.TrimLeft(lower(s), " \u00a0“\"")
	many := false
	for {
		c, ok := l.at("many", low)
		if !ok {
			break
		}
		many = true
		low = strings.TrimLeft(low[len(c.phrase):], " \u00a0")
	}
	switch {
	case !many && l.has("nohead", low):
		return false
	case l.has("head", low), many && l.has("group", low):
		return true
	}
	return !many && acronym.MatchString(s) && strings.ToUpper(s) != s
}

// acronym matches a name written in capitals: "VNPT Quảng Ngãi", "EVN".
var acronym = regexp.MustCompile(`^\p{Lu}[\p{Lu}Đ]{2,}(?:[\s-]|$)`)

// glue stands for the marks inside a name that are no separators.
var separators = regexp.MustCompile(`\s*;\s*|\s*,\s*(?:và\s+)?|\s+và\s+|\s+cùng\s+(?:với\s+)?|\s+như\s+`)

// split cuts a list of names at its commas and "và", but not inside a name ("Bộ Tài nguyên và Môi trường") and not where
// the pieces share a head ("Thủ trưởng các cơ quan, đơn vị trực thuộc Bộ"). The pieces are verbatim but for blanks.
func split(list string) []string {
	var out []string
	start := 0
	depth := 0
	for _, m := range separators.FindAllStringIndex(list, -1) {
		if m[0] < start {
			continue
		}
		depth = strings.Count(list[start:m[0]], "(") - strings.Count(list[start:m[0]], ")")
		if depth > 0 || !begins(list[start:m[0]], list[m[1]:]) {
			continue
		}
		out = appendName(out, list[start:m[0]])
		start = m[1]
	}
	return appendName(out, list[start:])
}

// begins tells whether next starts a name of its own after the name that is open.
func begins(name, next string) bool {
	l := words()
	low, cur := lower(next), lower(strings.TrimSpace(name))
	if l.has("place", low) {
		return false
	}
	if c, ok := l.at("many", low); ok {
		return c.phrase == "các" || c.phrase == "toàn thể" || !strings.HasPrefix(cur, "các ")
	}
	if special.MatchString(low) {
		return !underOffice(cur)
	}
	capital := low[:min(1, len(low))] != next[:min(1, len(next))] || strings.HasPrefix(next, "Đ") || strings.HasPrefix(next, "Ủ") || strings.HasPrefix(next, "Uỷ")
	switch {
	case capital && isBody(next):
		return !bareNoun(low)
	case capital:
		return false
	}
	if standing.MatchString(", " + next) {
		return false
	}
	if office.MatchString(low) {
		return true
	}
	if beside.MatchString(low) && !strings.HasPrefix(cur, "các ") {
		return !underOffice(cur)
	}
	return concrete.MatchString(low) && !underOffice(cur)
}

var (
	// special names bodies of the State that are listed beside "các Bộ" and are no part of that group.
	special = regexp.MustCompile(`^(?:thủ trưởng )?cơ quan (?:ngang bộ|(?:trực )?thuộc chính phủ)`)
	// beside matches a group without "các" that stands after a single body: "Bộ Quốc phòng và cơ quan liên quan".
	beside = regexp.MustCompile(`^(?:cơ quan|đơn vị|tổ chức|địa phương) \p{L}`)
	// concrete matches the common nouns that begin a name of their own in a list, unlike "đơn vị" or "ngành", which
	// continue a group.
	concrete = regexp.MustCompile(`^(?:chính quyền|công đoàn|báo (?:điện|in|hình|nói)|nhà\s+\p{L}|khu\s|khách sạn|cơ sở|doanh nghiệp|ngân hàng|hội|hợp tác xã|hệ thống|cổng|trang|cơ quan (?:báo|truyền|thuế|công an|thông)|lực lượng|trường|bệnh viện|tổ chức tín dụng|công ty|chủ tịch|thủ trưởng|giám đốc|người đứng đầu|lãnh đạo|chủ đầu tư|tập đoàn|tổng công ty|phòng|ủy ban|uỷ ban|sở|trưởng|đài|đoàn thanh niên|chi cục|cục|ngành\s+\p{Lu})`)
	office   = regexp.MustCompile(`^(?:thủ trưởng|giám đốc|tổng giám đốc|người đứng đầu|lãnh đạo|hiệu trưởng|trưởng)\s`)
	bare     = regexp.MustCompile(`^(?:ban|phòng|bộ|sở|ngành|tỉnh|trường|hội)(?:[\s,;.]*$|,)`)
)

// underOffice tells whether the open name is an office whose nouns may go on: "Thủ trưởng các cơ quan, đơn vị …".
func underOffice(cur string) bool { return office.MatchString(cur) }

// bareNoun tells whether a piece is one common noun, as in "các Bộ, Ban, Ngành".
func bareNoun(low string) bool { return bare.MatchString(low) }

// standing matches an apposition that names no further body: "…, đơn vị thường trực của Hội đồng".
var standing = regexp.MustCompile(`(?i),\s*(?:là\s+)?(?:đơn vị|cơ quan)\s+(?:thường trực|đầu mối).*$`)

// appendName adds a name without the words and marks around it.
func appendName(out []string, name string) []string {
	name = standing.ReplaceAllString(strings.Join(strings.Fields(name), " "), "")
	name = strings.Trim(name, " ,;:.")
	for _, p := range []string{"cho ", "và ", "cùng "} {
		name = strings.TrimPrefix(name, p)
	}
	if name == "" {
		return out
	}
	return append(out, name)
}

// merge joins two lists of names and drops those that another one, compared by letters, contains.
func merge(a, b []string) []string {
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
