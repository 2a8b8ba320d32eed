package coverage

import (
	"regexp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
)

// amendments are the changes of the directive up to the day of the report.
type amendments struct {
	days []string
	dues map[string]string // by section of the directive: the date that was set last
}

var (
	// place matches a task of the directive as an amendment names it: "điểm b mục 4", "Điểm b khoản 2 mục 4".
	place = regexp.MustCompile(`(?i)(?:điểm\s+(\p{L})\s+)?(?:khoản\s+(\d+)\s+)?mục\s+(\d+|[IVX]+)(?:[^\p{L}\d]|$)`)
	moved = regexp.MustCompile(`(?i)sửa đổi`)
	// item matches the beginning of the next item of the amendment, at the beginning of a line.
	item = regexp.MustCompile(`\n\s*(?:\d+[.)]|\p{L}\)|Điều\s)`)
)

// amendments reads the documents that changed the directive. Of their contents it takes moved deadlines alone: an item
// that names the place in the directive and one date.
func (in Input) amendments() amendments {
	out := amendments{dues: map[string]string{}}
	docs := slices.DeleteFunc(slices.Clone(in.Amendments), func(d *document.Document) bool {
		return issuedOn(d) == "" || issuedOn(d) > in.AsOf
	})
	slices.SortStableFunc(docs, func(a, b *document.Document) int { return strings.Compare(issuedOn(a), issuedOn(b)) })
	for _, d := range docs {
		out.days = append(out.days, issuedOn(d))
		for _, m := range place.FindAllStringSubmatchIndex(d.Text, -1) {
			said := itemAround(d.Text, m[0])
			if days := datesIn(said); len(days) == 1 && moved.MatchString(said) {
				out.dues[section(group(d.Text, m, 3), group(d.Text, m, 2), strings.ToLower(group(d.Text, m, 1)))] = days[0].day
			}
		}
	}
	return out
}

// itemAround gives the item of an amendment from the beginning of the line that holds a position to the next item.
func itemAround(text string, at int) string {
	start := strings.LastIndexByte(text[:at], '\n') + 1
	if next := item.FindStringIndex(text[at:]); next != nil {
		return text[start : at+next[0]]
	}
	return text[start:]
}

// group gives a group of a match, "" if it took no part.
func group(s string, m []int, n int) string {
	if m[2*n] < 0 {
		return ""
	}
	return s[m[2*n]:m[2*n+1]]
}

// section joins the labels that are there as Task.Section does.
func section(labels ...string) string {
	return strings.Join(slices.DeleteFunc(labels, func(s string) bool { return s == "" }), ".")
}

// due gives the date that an amendment set for a task, "" where none did.
func (a amendments) due(t document.Task) document.NullString {
	if t.Section == "" {
		return ""
	}
	return document.NullString(a.dues[string(t.Section)])
}

// after tells whether the directive was changed after a day.
func (a amendments) after(day string) bool {
	return slices.ContainsFunc(a.days, func(d string) bool { return d > day })
}
