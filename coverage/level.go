package coverage

import (
	"regexp"
	"strings"
)

// everyProvince makes a group of all provinces of the name of a local body.
const everyProvince = " các tỉnh, thành phố trực thuộc Trung ương"

var (
	// each matches what asks every member of a group: "Mỗi VKSND cấp tỉnh".
	each = regexp.MustCompile(`^(?i:mỗi|từng) `)
	// inBrackets matches an abbreviation inside a name.
	inBrackets = regexp.MustCompile(`\([^()]*\)`)
	// everyLevel matches a body with those below it: "UBND các cấp", "Viện trưởng VKSND hai cấp tỉnh Hà Tĩnh".
	everyLevel = regexp.MustCompile(`(?i)^(?:chủ tịch |viện trưởng |chánh án )?(ủy ban nhân dân|uỷ ban nhân dân|UBND|viện kiểm sát nhân dân|VKSND|tòa án nhân dân|TAND) (?:các|hai|02|2) cấp(?: tỉnh .*| thành phố .*)?$`)
)

// levelled gives the body of a phrase that names it with those below it, "" for other phrases.
func levelled(phrase string) string {
	m := everyLevel.FindStringSubmatch(strings.Join(strings.Fields(inBrackets.ReplaceAllString(phrase, " ")), " "))
	if m == nil {
		return ""
	}
	return m[1]
}

// levels gives the units of a phrase that names a body with those below it: in a paper of the State those of all provinces,
// in a paper of a province its own. Lower ones without a list stay a group.
func (g *groups) levels(phrase string) []string {
	body := levelled(phrase)
	if body == "" {
		return nil
	}
	var out []string
	if g.province == "" {
		if units, group := g.bodies.ExpandFor(body+everyProvince, g.on, g.issuer); group {
			out = units
		}
	}
	for _, name := range g.parts(phrase) {
		out = append(out, g.members(name)...)
	}
	return out
}

// parts gives the groups below the province that a group consists of, one for each level.
func (g *groups) parts(group string) []string {
	body := levelled(group)
	if body == "" {
		return []string{group}
	}
	var out []string
	for _, below := range g.levelsBelow(body) {
		out = append(out, body+" "+below)
	}
	return out
}

// levelsBelow names the levels below the province at which a body stands on the day of the paper.
func (g *groups) levelsBelow(body string) []string {
	committee, ended := familyOf(body+" cấp xã") == "committee", g.bodies.Ended("huyện", g.on)
	switch {
	case ended && committee:
		return []string{"cấp xã"}
	case ended:
		return []string{"khu vực"}
	case committee:
		return []string{"cấp huyện", "cấp xã"}
	}
	return []string{"cấp huyện"}
}
