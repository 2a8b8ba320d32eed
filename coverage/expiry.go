package coverage

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

var (
	// ofItself matches the beginning of what a paper says of its own force.
	ofItself = regexp.MustCompile(`(?i)(?:chỉ thị|quyết định|kế hoạch|nghị quyết|nghị định|thông tư|chương trình|quy định|quy chế|công điện|hướng dẫn|luật) này[^.\n“]{0,160}?(?:có hiệu lực|được thực hiện|hết hiệu lực)`)
	// endsFrom stands before the first day without force, lastsTo before the last one with it.
	endsFrom = regexp.MustCompile(`(?i)hết hiệu lực(?: thi hành)?\s+(?:kể\s+)?(?:từ|vào)\s+ngày\s+$`)
	endsWith = regexp.MustCompile(`(?i)hết hiệu lực(?: thi hành)?\s+(?:kể từ\s+)?(?:sau|đến hết|đến)\s+ngày\s+$`)
	lastsTo  = regexp.MustCompile(`(?i)(?:có hiệu lực|được thực hiện)[^.;\n]{0,80}đến\s+(?:hết\s+)?(?:ngày\s+)?$`)
)

// Expires gives the last day of force that a document names itself (ISO 8601), "" where it names none: "Quyết định này có
// hiệu lực từ ngày 01/01/2025 đến hết ngày 31/12/2026".
func Expires(d *document.Document) string {
	for line := range strings.Lines(d.Text) {
		if !strings.ContainsAny(line, "0123456789") {
			continue
		}
		low := viet.Lower(line)
		if !strings.Contains(low, " này") || !strings.Contains(low, "hiệu lực") && !strings.Contains(low, "được thực hiện") {
			continue
		}
		for _, m := range ofItself.FindAllStringIndex(line, -1) {
			if day := expiry(sentenceFrom(line[m[0]:])); day != "" {
				return day
			}
		}
	}
	return ""
}

// expiry gives the last day of force that a sentence of a paper on itself tells, "" for none.
func expiry(said string) string {
	for _, day := range datesIn(said) {
		switch before := said[:day.start]; {
		case endsFrom.MatchString(before):
			return dayBefore(day.day)
		case endsWith.MatchString(before), lastsTo.MatchString(before):
			return day.day
		}
	}
	return ""
}

// sentenceFrom cuts a text at its first sentence's end.
func sentenceFrom(s string) string {
	for i := range len(s) {
		if s[i] == '\n' || s[i] != ';' && ends(s[i:]) {
			return s[:i]
		}
	}
	return s
}
