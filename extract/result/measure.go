package result

import (
	"regexp"
	"slices"
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
	// adverbs are left sides that only say when.
	adverbs = []string{"đến nay", "trong đó", "hiện nay", "nay", "hằng năm", "hàng năm"}
)

// measure says what a figure counts: the words of its clause before it, or those after it where nothing stands before.
func measure(s string, f figure, from, to int) string {
	left := before(s[from:f.whole.Start])
	unit := fold(f.unit.In(s))
	right := behind(s, f.whole.End, to)
	switch {
	case unit == "%" && slices.Contains(adverbs, strings.ToLower(left)):
		return right
	case unit == "%":
		return fold(left + " " + right)
	case strings.Contains(left, " "):
		return fold(unit + " " + kind(right) + " " + left)
	}
	return fold(unit + " " + right)
}

// kindMax is how many words may tell more closely what was counted.
const kindMax = 6

// jointWords begin what is said of the things counted, after the words that name them.
var jointWords = strings.Fields("được bị đã đang chưa không với tại trong cho và so theo từ đạt có là để do trên ở về của nhằm qua sau trước bằng gồm tăng giảm tương như khi mà vào đến")

// kind gives the words behind a unit that say of which kind the things are ("vụ cháy rừng"), without what is said of them.
func kind(right string) string {
	words := strings.Fields(right)
	for i, w := range words {
		if i == kindMax || strings.ContainsAny(w, "0123456789/%") || slices.Contains(jointWords, strings.ToLower(w)) {
			words = words[:i]
			break
		}
	}
	return strings.Join(words, " ")
}

// fold makes all blanks single ones.
func fold(s string) string {
	s = strings.TrimSpace(s)
	if !strings.Contains(s, "  ") && !strings.ContainsAny(s, "\t\n\u00a0") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// before gives the words of a clause that lead to its figure.
func before(left string) string {
	if strings.HasSuffix(left, "/") {
		left = pairLeft.ReplaceAllString(left, "")
	}
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
	for strings.HasPrefix(strings.TrimLeft(s[at:to], " \u00a0"), ",") || strings.HasPrefix(strings.TrimLeft(s[at:to], " \u00a0"), "và ") {
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
