package coverage

import (
	"regexp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// amendments are the changes of the directive up to the day of the report.
type amendments struct {
	days []string
	dues map[string]string // by section of the directive: the date that was set last
}

var (
	// place matches a task of the directive as an amendment names it: "điểm b mục 4", "Điểm b khoản 2 mục 4", "mục 2 Phần
	// II", "khoản 1 Điều 2", "nhiệm vụ số 7".
	place = regexp.MustCompile(`(?i)(?:điểm\s+(\p{L})\s+)?(?:(?:khoản|mục)\s+(\d+)\s+)?(mục|phần|điều|nhiệm vụ (?:số|thứ)|số thứ tự|STT)\s+0?(\d+|[IVX]+)(?:[^\p{L}\d]|$)`)
	moved = regexp.MustCompile(`(?i)sửa đổi|sửa lại|sửa thành|đính chính`)
	// instead stands between what was written and what is to be read.
	instead = regexp.MustCompile(`(?i)(?:sửa|đổi|thay|điều chỉnh)[^“”\n]{0,40}(?:thành|bằng|lại là|là)\s*:?\s*[“"]?[^“”]*$`)
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
			if day := newDate(said); day != "" {
				out.dues[sectionAt(d.Text, m)] = day
			}
		}
	}
	return out
}

// newDate gives the date that an item of an amendment sets: the only one that it names, or the one after "nay sửa lại là".
func newDate(said string) string {
	days := datesIn(said)
	if len(days) == 0 || !moved.MatchString(said) {
		return ""
	}
	last := days[len(days)-1]
	if len(days) > 1 && (len(days) > 2 || !instead.MatchString(said[days[0].end:last.start])) {
		return ""
	}
	return last.day
}

// sectionAt joins the labels of a place as Task.Section does.
func sectionAt(text string, m []int) string {
	head := group(text, m, 4)
	if strings.EqualFold(group(text, m, 3), "điều") {
		head = "Điều " + head
	}
	return section(head, group(text, m, 2), viet.Lower(group(text, m, 1)))
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
