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

// national are the heads of names of units under a ministry.
var national = regexp.MustCompile(`^(?:Tổng cục|Cục|Vụ|Thanh tra|Văn phòng|Học viện|Viện|Trung tâm|Trường|Báo|Tạp chí|Nhà xuất bản|Bệnh viện) `)

// ownUnit tells whether an issuer may be a unit of the issuer of the directive, which a group of its own units means: by
// the register, or for a ministry by the head of a name that speaks of no province.
func (r *roster) ownUnit(name string, p Place) bool {
	if p.Parent != "" {
		return r.key(p.Parent) == r.issuer
	}
	return r.province == "" && p.Province == "" && national.MatchString(name) && r.bodies.Province(name) == ""
}

// member makes a body that answers a directive a unit of its own, with the tasks of the groups that it is one of: a
// local body of "các xã, phường", a unit of the issuer of "các đơn vị thuộc Bộ". The group stays for those that have sent
// nothing.
func (r *roster) member(d *document.Document, p Place) (int, bool) {
	name := d.Issuer.Value
	unit, added := -1, false
	for _, g := range r.wide {
		if !r.isMember(name, p, r.units[g].Name) {
			continue
		}
		if !added {
			unit, added = r.unit(name, true, "thuộc "+r.units[g].Name+": "+r.units[g].Why), true
			r.units[unit].Expected = true
		}
		for task, part := range r.given[g] {
			r.given[unit][task] = cmp.Or(r.given[unit][task], part)
		}
	}
	return unit, added
}

// isWide tells whether a unit is a group that the register does not hold one by one.
func isWide(name string) bool {
	lower := strings.ToLower(name)
	for level := range levels {
		if strings.HasSuffix(lower, " "+level) {
			return true
		}
	}
	return ranks(name) != nil || ownUnits.MatchString(name)
}

// isMember tells whether a body is one of a group.
func (r *roster) isMember(name string, p Place, group string) bool {
	if ownUnits.MatchString(group) {
		return r.ownUnit(name, p)
	}
	if levelled(name, group) {
		return p.Province == "" || r.province == "" || p.Province == r.province
	}
	m := committee.FindStringSubmatch(name)
	if m == nil || p.Province != "" && r.province != "" && p.Province != r.province {
		return false
	}
	return slices.Contains(ranks(group), strings.ToLower(m[1]))
}

// levelled tells whether a body is one of all of its sort on a level: "Viện kiểm sát nhân dân huyện A" of "Viện kiểm sát
// nhân dân cấp huyện".
func levelled(name, group string) bool {
	group = strings.ToLower(group)
	for level, ranks := range levels {
		sort, ok := strings.CutSuffix(group, " "+level)
		if !ok {
			continue
		}
		rest, ok := strings.CutPrefix(strings.ToLower(name), sort+" ")
		return ok && slices.ContainsFunc(ranks, func(rank string) bool { return strings.HasPrefix(rest, rank+" ") })
	}
	return false
}
