package result

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/viet"
)

// years matches, at its beginning, the words for the years or the part of a year that figures are for.
var years = regexp.MustCompile(`^(?:từ (?:đầu )?năm (\d{4}) đến (?:hết |nay |năm )*(\d{4})|(?:giai đoạn |mùa khô |mùa mưa |năm học |niên vụ |\()\s*(\d{4})\s*[-–]\s*(\d{4})|((?:6 tháng (?:đầu|cuối)|9 tháng đầu|quý (?:iv|i{1,3}|[1-4]))(?: năm |/)\d{4})|năm (\d{4}))`)

// yearWords are the beginnings of what years matches, by their first byte.
var yearWords = map[byte][]string{
	't': {"từ năm ", "từ đầu năm "}, 'g': {"giai đoạn "}, 'm': {"mùa khô ", "mùa mưa "}, 'n': {"năm ", "niên vụ "}, '(': {"("},
	'6': {"6 tháng "}, '9': {"9 tháng "}, 'q': {"quý "},
}

// periodOf reads a year, a pair of years or a part of a year, "" where the words name none or several.
func periodOf(s string) string {
	if !namesYear(s) {
		return ""
	}
	low := viet.Lower(s)
	found := ""
	for i := 0; i < len(low); i++ {
		if !hasPrefix(low[i:], yearWords[low[i]]) || low[i] != '(' && i > 0 && wordBefore(low[:i]) {
			continue
		}
		m := years.FindStringSubmatchIndex(low[i:])
		if m == nil {
			continue
		}
		if found != "" {
			return ""
		}
		group := func(k int) string { return s[i+m[2*k] : i+m[2*k+1]] }
		switch {
		case m[2] >= 0:
			found = group(1) + "-" + group(2)
		case m[6] >= 0:
			found = group(3) + "-" + group(4)
		case m[10] >= 0:
			found = small(group(5))
		default:
			found = group(6)
		}
		i += m[1] - 1
	}
	return found
}

func hasPrefix(s string, list []string) bool {
	for _, w := range list {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// quarters spell the numbers of quarters in capitals again.
var quarters = strings.NewReplacer("quý iv", "quý IV", "quý iii", "quý III", "quý ii", "quý II", "quý i", "quý I")

// small writes a period that was read in a heading in capitals as it stands in a sentence.
func small(s string) string {
	if s != strings.ToUpper(s) {
		return s
	}
	return quarters.Replace(strings.ToLower(s))
}

// namesYear tells whether four digits of a year stand in s.
func namesYear(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		if (s[i] == '1' && s[i+1] == '9' || s[i] == '2' && s[i+1] == '0') && digit(s, i+2) && digit(s, i+3) && !digit(s, i-1) && !digit(s, i+4) {
			return true
		}
	}
	return false
}
