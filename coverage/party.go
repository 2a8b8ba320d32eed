package coverage

import (
	"regexp"
	"strings"
)

// partyBody matches the Party's body in an office of the State, the army or the Front: "Ban cán sự đảng Ủy ban nhân dân tỉnh"
// (until 2025), "Đảng ủy Ủy ban nhân dân tỉnh" (since), "Đảng đoàn Hội Nông dân tỉnh".
var partyBody = regexp.MustCompile(`(?i)^(?:ban cán sự đảng|đảng đoàn|đảng (?:ủy|uỷ)) +(.+)$`)

// officeOf gives the office in which a Party body leads, "" for any other name. That of an army is its command.
func officeOf(name string) string {
	m := partyBody.FindStringSubmatch(strings.TrimSpace(name))
	switch {
	case m == nil:
		return ""
	case strings.HasPrefix(strings.ToLower(m[1]), "quân sự ") || strings.HasPrefix(strings.ToLower(m[1]), "bộ đội biên phòng "):
		return "Bộ Chỉ huy " + m[1]
	}
	return m[1]
}
