package task

import (
	"regexp"
	"strings"
)

// with matches the words before the bodies that support a task.
var with = regexp.MustCompile(`^phối(?:,? kết)? hợp(?: (?:chặt chẽ|đồng bộ|thường xuyên|hiệu quả|tốt|kịp thời))*(?: cùng với| cùng| với)? `)

// support reads the bodies that a task is done together with: what follows "phối hợp với" up to the next verb.
func support(l line) []string {
	var out []string
	for _, p := range l.places() {
		if p.try&tryWith == 0 {
			continue
		}
		at := p.at - l.at
		m := with.FindString(window(l.low, at, dateMax))
		if m == "" {
			continue
		}
		at += len(m)
		if !isBody(l.from(at)) && !l.upper(at) {
			continue
		}
		out = merge(out, split(l.cut(at, supportEnd(l, at))))
	}
	return out
}

// supportEnd finds where the list of bodies that begins at an offset ends.
func supportEnd(l line, at int) int {
	low := l.low
	depth := 0
	for i := at; i < len(low); i++ {
		switch c := low[i]; {
		case c == '(':
			depth++
		case c == ')':
			depth = max(0, depth-1)
		case depth > 0:
		case c == ':' && i+2 < len(low) && l.upper(i+2) && several(low[at:i]):
		case c == ';' || c == ':' || c == '\n' || c == '.' && (i+1 == len(low) || low[i+1] == ' '):
			return i
		case c == ' ' || c == 0xA0 && low[i-1] == 0xC2:
			next := low[i+1:]
			if !l.upper(i+1) && words().has(next, stop) && !strings.HasPrefix(next, "tại các") {
				return i
			}
			if _, ok := cueAt(l, at, i+1); ok {
				return i
			}
		}
	}
	return len(low)
}
