package coverage

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
)

// ownPaper matches what a paper calls itself and its authority, which every task of a chain may say.
var ownPaper = regexp.MustCompile(`(?i)(?:của )?Thủ tướng Chính phủ|(?:thực hiện )?(?:Chỉ thị|Kế hoạch|Quyết định|Công điện|Nghị quyết|Chương trình) này`)

// inCharge matches what is left of the words that give a task to somebody once the names are out.
var inCharge = regexp.MustCompile(`(?i)^[\s,]*(?:chủ trì[\s,]*(?:và )?)?(?:phối hợp(?: chặt chẽ)?(?: với| cùng)?\s*,|chủ trì[\s,])`)

// withoutCharge leaves out the words that put somebody in charge, and the verb of a deadline that was taken out: they say
// nothing of the matter.
func withoutCharge(s string) string {
	s = inCharge.ReplaceAllString(s, " , ")
	body := strings.TrimRight(s, " ,.;")
	if !strings.Contains(s[len(body):], ",") {
		return s
	}
	for _, verb := range []string{" hoàn thành", " xong"} {
		if rest, ok := strings.CutSuffix(body, verb); ok {
			return rest + " , "
		}
	}
	return s
}

// content gives what a passage says of its matter: the text without the citations in it, and of a task without its
// deadline and assignees. What is taken out leaves a comma, so that no words become neighbours that were none.
func content(d *document.Document, span document.Span, t document.Task) string {
	s := withoutActor(span.Exact)
	for _, c := range d.Citations {
		if c.Symbol != "" && c.Span.Start >= span.Start && c.Span.End <= span.End {
			s = strings.Replace(s, c.Span.Exact, " , ", 1)
		}
	}
	if t.Due != nil {
		s = strings.Replace(s, t.Due.Text, " , ", 1)
	}
	for _, names := range [][]string{t.Lead, t.Support} {
		for _, name := range names {
			s = strings.Replace(s, name, " , ", 1)
		}
	}
	s = withoutCharge(s)
	if !strings.Contains(s, " này") && !strings.Contains(s, "hính phủ") {
		return s
	}
	return ownPaper.ReplaceAllString(s, " , ")
}

// ofMonth matches a month named without a day: "tháng 4 năm 2025", "tháng 4/2025".
var ofMonth = regexp.MustCompile(`(?i)tháng\s+(\d{1,2})\s*(?:/|năm\s+)\s*([12]\d{3})`)

// daysOf gives the days and months that a passage names, those of papers of the unit too, which tell when it did a thing, and
// the day that it is due on.
func daysOf(span document.Span, due document.NullString) []string {
	var out []string
	if due != "" {
		out = append(out, string(due))
	}
	if !strings.ContainsAny(span.Exact, "0123456789") {
		return out
	}
	for _, day := range datesIn(span.Exact) {
		out = append(out, day.day)
	}
	for _, m := range ofMonth.FindAllStringSubmatch(span.Exact, -1) {
		out = append(out, m[2]+"-"+pad(m[1]))
	}
	return out
}
