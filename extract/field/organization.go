package field

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/register"
)

// organization is the name that a mass organization prints where the State prints its motto and the Party its name.
var organization = regexp.MustCompile(`^(?:ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH|HỘI (?:LIÊN HIỆP (?:PHỤ NỮ|THANH NIÊN)|SINH VIÊN|NÔNG DÂN|CỰU CHIẾN BINH) VIỆT NAM)$`)

// ofOrganization gives the body of a mass organization where its letterhead names one: every organization has a "BAN CHẤP
// HÀNH TRUNG ƯƠNG".
func (r *reader) ofOrganization(b *register.Body, on string) *register.Body {
	if b.Kind != "party_central" {
		return b
	}
	if org := r.organization(); org != "" {
		if own, score := r.reg.Find("Ban Chấp hành Trung ương "+org, on); own != nil && score >= 0.9 {
			return own
		}
	}
	return b
}

// organization gives the name of the mass organization that the letterhead prints, "" for none.
func (r *reader) organization() string {
	for _, l := range r.lines {
		if organization.MatchString(l.text) {
			return l.text
		}
	}
	return ""
}

// localOrganization names the body of a mass organization in a place, of which its letterhead prints the halves apart: "BCH
// TỈNH SƠN LA" and "ĐOÀN TNCS HỒ CHÍ MINH". It gives "" where the left half says itself what body it is.
func (r *reader) localOrganization(lines []line) string {
	org := r.organization()
	text, _ := joined(lines)
	at := placeBehind.FindStringIndex(" " + text)
	if org == "" || at == nil || strings.Contains(text, "ĐOÀN") || strings.Contains(text, "HỘI") {
		return ""
	}
	org = strings.ReplaceAll(strings.TrimSuffix(org, " VIỆT NAM"), "TNCS", "THANH NIÊN CỘNG SẢN")
	return naturalCase(org + " " + text[at[0]:])
}

// placeBehind finds the rank and name of a place.
var placeBehind = regexp.MustCompile(`\s(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU)\s`)
