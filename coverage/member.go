package coverage

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
)

// committee matches the name of a people's committee below the province.
var committee = regexp.MustCompile(`(?i)^(?:chủ tịch )?(?:(?:ủy|uỷ) ban nhân dân|UBND) (xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố) \p{L}`)

// levels are the ranks of places that a level stands for: districts until 30/6/2025, communes.
var levels = map[string][]string{
	"cấp huyện": {"quận", "huyện", "thị xã", "thành phố"},
	"cấp xã":    {"xã", "phường", "thị trấn", "đặc khu"},
}

var (
	groupHead = regexp.MustCompile(`(?i)^(?:(?:HĐND|hội đồng nhân dân)(?:,| và) ?)?(?:chủ tịch )?(?:(?:ủy|uỷ) ban nhân dân|UBND)\s+(?:các )?`)
	// groupTail is what may follow the ranks: where they are, and the province's words for itself.
	groupTail = regexp.MustCompile(`(?i)\s+(?:trên địa bàn|thuộc|trong|của|tỉnh).*$`)
)

// ranks gives the ranks of places of a group of people's committees that the register does not hold one by one: "UBND
// các xã, phường" gives xã and phường. It gives none for a single body.
func ranks(group string) []string {
	head := groupHead.FindString(group)
	if head == "" {
		return nil
	}
	rest := strings.ToLower(groupTail.ReplaceAllString(group[len(head):], ""))
	var out []string
	for name := range strings.FieldsFuncSeq(strings.ReplaceAll(rest, " và ", ","), func(r rune) bool { return r == ',' }) {
		name = strings.TrimSpace(name)
		switch {
		case levels[name] != nil:
			out = append(out, levels[name]...)
		case slices.Contains(levels["cấp huyện"], name) || slices.Contains(levels["cấp xã"], name):
			out = append(out, name)
		default:
			return nil
		}
	}
	return out
}

// member makes a local body that answers a directive a unit of its own, with the tasks of the groups that it is one of.
// The group stays for those that have sent nothing.
func (r *roster) member(d *document.Document, p Place) (int, bool) {
	m := committee.FindStringSubmatch(d.Issuer.Value)
	if m == nil || p.Province != "" && r.province != "" && p.Province != r.province {
		return 0, false
	}
	var groups []int
	for i := range r.units {
		if r.units[i].Expected && slices.Contains(ranks(r.units[i].Name), strings.ToLower(m[1])) {
			groups = append(groups, i)
		}
	}
	if len(groups) == 0 {
		return 0, false
	}
	unit := r.unit(d.Issuer.Value, true, "thuộc "+r.units[groups[0]].Name+": "+r.units[groups[0]].Why)
	for _, g := range groups {
		for task, part := range r.given[g] {
			r.given[unit][task] = cmp.Or(r.given[unit][task], part)
		}
	}
	return unit, true
}
