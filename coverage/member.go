package coverage

import (
	"cmp"
	"iter"
	"regexp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// family is a sort of body that every place below the province has, by the words before the name of the place.
type family struct {
	name string
	head *regexp.Regexp
}

var families = []family{
	{"committee", regexp.MustCompile(`(?i)^(?:(?:HĐND|hội đồng nhân dân)(?:,| và) ?)?(?:chủ tịch )?(?:(?:ủy|uỷ) ban nhân dân|UBND)\s+(?:các )?`)},
	{"procuracy", regexp.MustCompile(`(?i)^(?:viện trưởng )?(?:viện kiểm sát nhân dân|VKSND)\s+(?:các )?`)},
	{"court", regexp.MustCompile(`(?i)^(?:chánh án )?(?:(?:tòa|toà) án nhân dân|TAND)\s+(?:các )?`)},
}

// familyOf names the family of a body or a group, "" if it has none.
func familyOf(name string) string {
	for _, f := range families {
		if f.head.MatchString(name) {
			return f.name
		}
	}
	if partyHead.MatchString(name) {
		return "party"
	}
	return ""
}

// levels are the ranks of places that a level stands for: districts until 30/6/2025, communes.
var levels = map[string][]string{
	"cấp huyện": {"quận", "huyện", "thị xã", "thành phố"},
	"cấp xã":    {"xã", "phường", "thị trấn", "đặc khu"},
	"khu vực":   {"khu vực"},
}

// committees of the Party are called by the rank of their place.
var committees = map[string]string{
	"quận ủy": "quận", "huyện ủy": "huyện", "thị ủy": "thị xã", "thành ủy": "thành phố", "đảng ủy xã": "xã", "đảng ủy phường": "phường", "đảng ủy đặc khu": "đặc khu",
}

const someOf = `(?i)\s+(?:có|nơi|ven|vùng|biên giới|miền núi|trọng điểm|giáp|liên quan|chưa|đã|được|bị)(?:\s.*)?$`

var (
	// partyHead matches a committee of the Party below the province, or a group of them that begins with one.
	partyHead = regexp.MustCompile(`(?i)^(?:ban thường vụ |thường trực |các )?((?:quận|huyện|thị|thành) ủy|đảng ủy (?:các )?(?:xã|phường|đặc khu))(?:\s|,|$)`)
	// groupTail is what may follow the ranks: where they are, and the province's words for itself.
	groupTail = regexp.MustCompile(`(?i)\s+(?:trên địa bàn|thuộc|trong|của|tỉnh).*$|` + someOf)
	// some matches what makes a group of places only some of them: "UBND các huyện có rừng".
	some = regexp.MustCompile(someOf)
	// single matches a rank and the beginning of the name of one place.
	single = regexp.MustCompile(`^(xã|phường|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|khu vực) [\p{Lu}\d]`)
)

// placesOf gives the family and the ranks of places of a group that the register does not hold one by one: "UBND các xã,
// phường" gives xã and phường. It gives no ranks for a single body.
func placesOf(group string) (string, []string) {
	for _, f := range families {
		if head := f.head.FindString(group); head != "" {
			return f.name, ranksIn(group[len(head):])
		}
	}
	return partyPlaces(group)
}

// ranksIn reads a list of ranks, nil where anything else stands in it.
func ranksIn(list string) []string {
	var out []string
	for name := range strings.FieldsFuncSeq(strings.ReplaceAll(viet.Lower(groupTail.ReplaceAllString(list, "")), " và ", ","), func(r rune) bool { return r == ',' }) {
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

// partyPlaces gives the ranks of a list of committees of the Party: "các huyện ủy, thành ủy, đảng ủy trực thuộc". Those of
// no rank in it are left out.
func partyPlaces(group string) (string, []string) {
	if !partyHead.MatchString(group) {
		return "", nil
	}
	var out []string
	for name := range partyNames(group) {
		if rank := partyRank(name, len(out) > 0); rank != "" {
			out = append(out, rank)
		}
	}
	return "party", out
}

// partyNames cuts a list of committees of the Party.
func partyNames(group string) iter.Seq[string] {
	return strings.SplitSeq(strings.ReplaceAll(group, " và ", ","), ",")
}

// partyRank gives the rank of the places of a name in such a list, "" where it has none. After the first, a bare rank goes
// on with the list: "đảng ủy các xã, phường".
func partyRank(name string, goesOn bool) string {
	name = strings.ReplaceAll(strings.TrimPrefix(viet.Lower(strings.TrimSpace(name)), "các "), "đảng ủy các ", "đảng ủy ")
	if goesOn && slices.Contains(levels["cấp xã"], name) {
		return name
	}
	return committees[name]
}

// partyRest gives the names of such a list that are no places, "" where there are none.
func partyRest(group string) string {
	var rest []string
	for name := range partyNames(group) {
		if partyRank(name, true) == "" {
			rest = append(rest, strings.TrimSpace(name))
		}
	}
	if rest == nil {
		return ""
	}
	return viet.Capital(strings.Join(rest, ", "))
}

// bodyIn names the body of a family in a place, which begins with its rank.
func bodyIn(family, rank, place string) string {
	switch family {
	case "committee":
		return "Ủy ban nhân dân " + place
	case "procuracy":
		return "Viện kiểm sát nhân dân " + place
	case "court":
		return "Tòa án nhân dân " + place
	}
	for head, of := range committees {
		if of == rank {
			return viet.Capital(head) + strings.TrimPrefix(place, rank)
		}
	}
	return place
}

// members gives the bodies of a group of places one by one where a paper of a whole province names it and the register has
// the list of that day, the group itself elsewhere. What else the phrase names stays beside them: "các huyện ủy, đảng ủy
// trực thuộc" gives the committees of the districts, and "Đảng ủy trực thuộc".
func (g *groups) members(group string) []string {
	family, ranks := placesOf(group)
	if _, rank := placeOf(g.issuer); rank != "" || g.province == "" || some.MatchString(group) {
		return []string{group}
	}
	var out []string
	for _, place := range g.bodies.Places(g.province, g.on) {
		for _, rank := range ranks {
			if strings.HasPrefix(place, rank+" ") {
				out = append(out, bodyIn(family, rank, place))
				break
			}
		}
	}
	if out == nil {
		return []string{group}
	}
	if rest := partyRest(group); family == "party" && rest != "" {
		out = append(out, rest)
	}
	return out
}

// placeOf gives the family and the rank of the place of a single body: "Viện kiểm sát nhân dân huyện Kỳ Anh".
func placeOf(name string) (string, string) {
	for _, f := range families {
		if head := f.head.FindString(name); head != "" {
			if m := single.FindStringSubmatch(name[len(head):]); m != nil {
				return f.name, m[1]
			}
			return "", ""
		}
	}
	if m := partyHead.FindStringSubmatch(name); m != nil && len(m[0]) < len(name) && !strings.Contains(name, ",") {
		return "party", committees[viet.Lower(m[1])]
	}
	return "", ""
}

// national are the heads of names of units under a ministry.
var national = regexp.MustCompile(`^(?:Tổng cục|Cục|Vụ|Thanh tra|Văn phòng|Học viện|Viện|Trung tâm|Trường|Báo|Tạp chí|Nhà xuất bản|Bệnh viện) `)

// ownUnit tells whether an issuer may be a unit of the issuer of the directive, which a group of its own units means: by
// the register, or for a ministry by the head of a name that speaks of no province.
func (r *roster) ownUnit(name string, p Place) bool {
	if p.Parent != "" {
		return r.key(p.Parent) == r.issuer
	}
	return r.groups.province == "" && p.Province == "" && national.MatchString(name) && r.bodies.Province(name) == ""
}

// wideGroup is a group that may have members whom the register does not know, with the part that it has in each task.
type wideGroup struct {
	name, why string
	given     map[int]Part
}

// note remembers that a group was given tasks. Parts are given in order of weight, so the first one stays.
func (r *roster) note(name string, part Part, why string, tasks []int) {
	i := slices.IndexFunc(r.wide, func(g wideGroup) bool { return g.name == name })
	if i < 0 {
		i = len(r.wide)
		r.wide = append(r.wide, wideGroup{name, why, map[int]Part{}})
	}
	for _, task := range tasks {
		r.wide[i].given[task] = cmp.Or(r.wide[i].given[task], part)
	}
}

// member makes a body that answers a directive a unit of its own, with the tasks of the groups that it is one of: a
// local body of "các xã, phường" that no list has, a unit of the issuer of "các đơn vị thuộc Bộ".
func (r *roster) member(d *document.Document, p Place) (int, bool) {
	name := d.Issuer.Value
	unit, added := -1, false
	for _, g := range r.wide {
		if !r.isMember(name, p, g.name) {
			continue
		}
		if !added {
			unit, added = r.unit(name, true, "thuộc "+g.name+": "+g.why), true
			r.units[unit].Expected = true
		}
		for task, part := range g.given {
			r.given[unit][task] = cmp.Or(r.given[unit][task], part)
		}
	}
	return unit, added
}

// isWide tells whether a unit is a group that the register does not hold one by one.
func isWide(name string) bool {
	_, below := placesOf(name)
	return below != nil || ownUnits.MatchString(name)
}

// isMember tells whether a body is one of a group: "Viện kiểm sát nhân dân huyện A" of "VKSND cấp huyện".
func (r *roster) isMember(name string, p Place, group string) bool {
	if ownUnits.MatchString(group) {
		return r.ownUnit(name, p)
	}
	sort, rank := placeOf(name)
	of, below := placesOf(group)
	return rank != "" && sort == of && slices.Contains(below, rank) && (p.Province == "" || r.groups.province == "" || p.Province == r.groups.province)
}
