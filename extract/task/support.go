package task

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// with matches the words before the bodies that support a task.
var with = regexp.MustCompile(`^phối(?:,? kết)? hợp(?: (?:chặt chẽ|đồng bộ|thường xuyên|hiệu quả|tốt|kịp thời))*(?: cùng với| cùng| với)? `)

// support reads the bodies that a task is done together with: what follows "phối hợp với" up to the next verb.
func support(s string) []string {
	low := lower(s)
	var out []string
	for _, at := range hits(low, []string{"phối"}) {
		m := with.FindStringIndex(low[at:])
		if m == nil {
			continue
		}
		m[1] += at
		if !isBody(s[m[1]:]) && !isUpper(s[m[1]:]) {
			continue
		}
		end := supportEnd(s, low, m[1])
		out = merge(out, split(s[m[1]:end]))
	}
	return out
}

// stop matches the words that end a list of supporting bodies although they begin no obligation.
var stop = regexp.MustCompile(`^(?:trong (?:việc|công|quá|thực|triển|tổ|xây|hoạt|lĩnh|phòng|thời|giải|kiểm|quản|cung)|để|nhằm|về|theo|khi|trên cơ sở|có kế|ngoài|nếu|xem xét|thông qua|từ|như sau|trước|sau|tại|cùng|cho|bằng|trong năm|trong)(?:\s|$)`)

// supportEnd finds where the list of bodies that begins at an offset ends.
func supportEnd(s, low string, at int) int {
	depth := 0
	for i := at; i < len(low); {
		r, size := utf8.DecodeRuneInString(low[i:])
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth = max(0, depth-1)
		case depth > 0:
		case r == ';' || r == ':' || r == '\n' || r == '.' && (i+size == len(low) || low[i+size] == ' '):
			return i
		case r == ' ' || r == '\u00a0':
			if stop.MatchString(low[i+size:]) && !strings.HasPrefix(low[i+size:], "tại các") {
				return i
			}
			if _, ok := cueAt(s, low, at, i+size); ok {
				return i
			}
		}
		i += size
	}
	return len(low)
}
