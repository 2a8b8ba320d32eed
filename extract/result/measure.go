package result

import (
	"regexp"
	"strings"
)

// clause gives the part of a sentence between semicolons around an offset: a year named in one clause says nothing of
// the figures of the next.
func clause(s string, at, from, to int) string {
	if i := strings.LastIndexByte(s[from:at], ';'); i >= 0 {
		from += i + 1
	}
	if i := strings.IndexByte(s[at:to], ';'); i >= 0 {
		to = at + i
	}
	return s[from:to]
}

var (
	// pairLeft matches the first half of a pair before its second: "khởi tố 116 vụ/".
	pairLeft = regexp.MustCompile(`[\d.]+\s+[^\d,;/]{1,30}/$`)
	// listed matches further figures of a list that share the words after it: ", 23 cá nhân được … tặng".
	listed = regexp.MustCompile(`^\s*(?:,|và)\s+([\d.]+)\s+`)
	// adverb matches a left side that only says when.
	adverb = regexp.MustCompile(`(?i)^(?:đến nay|trong đó|hiện nay|nay|hằng năm|hàng năm)$`)
)

// measure says what a figure counts: the words of its clause before it, or those after it where nothing stands before.
func measure(s string, f figure, from, to int) string {
	left := before(s[from:f.whole.Start])
	unit := fold(f.unit.In(s))
	right := behind(s, f.whole.End, to)
	switch {
	case unit == "%" && adverb.MatchString(left):
		return right
	case unit == "%":
		return fold(left + " " + right)
	case strings.Contains(left, " "):
		return unit + " " + left
	}
	return fold(unit + " " + right)
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// before gives the words of a clause that lead to its figure.
func before(left string) string {
	left = pairLeft.ReplaceAllString(left, "")
	if i := strings.LastIndexAny(left, ",;:("); i >= 0 {
		left = left[i+1:]
	}
	for _, and := range []string{"trong đó ", " và "} {
		if i := strings.LastIndex(left, and); i >= 0 {
			left = left[i+len(and):]
		}
	}
	return fold(left)
}

// behind gives the words that follow a figure and the figures listed beside it.
func behind(s string, at, to int) string {
	for {
		m := listed.FindStringSubmatchIndex(s[at:to])
		if m == nil {
			break
		}
		f, ok := figureAt(s, at+m[2], at+m[3])
		if !ok || f.whole.End > to {
			break
		}
		at = f.whole.End
	}
	right := s[at:to]
	if i := strings.IndexAny(right, ",;:(.)"); i >= 0 {
		right = right[:i]
	}
	return fold(right)
}
