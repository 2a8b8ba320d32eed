package field

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
)

// joint begins a further issuer behind a dash.
var joint = regexp.MustCompile(`\s*[-–—]\s*(?:BỘ|TÒA|TOÀ|VIỆN|NGÂN HÀNG|THANH TRA|ỦY BAN|UỶ BAN|TỔNG|BAN|HỘI|MẶT TRẬN|KIỂM TOÁN)`)

// stacked reads the issuers of a joint paper that stand one under the other without a dash: "BỘ QUỐC PHÒNG / BỘ TÀI CHÍNH".
// The kind says that there are several; every line must belong to one of them.
func (r *reader) stacked(lines []line, on string, confidence float64, method string) bool {
	if !r.isJoint() {
		return false
	}
	var names []string
	for from := 0; from < len(lines); {
		to := len(lines)
		for ; to > from; to-- {
			text, rg := joined(lines[from:to])
			if b, score := r.reg.Find(strings.Trim(text, " -–—"), on); b != nil && score >= 0.75 {
				names = append(names, r.spelled(b.Name, rg))
				break
			}
		}
		if to == from {
			return false
		}
		from = to
	}
	if len(names) < 2 {
		return false
	}
	_, rg := joined(lines)
	r.h.Issuer = &document.Issuer{Value: strings.Join(names, ", "), Evidence: r.evidence(rg, confidence, method)}
	return true
}

// joint reads several issuers joined by dashes.
func (r *reader) joint(text string, rg document.Range, on string, confidence float64, method string) bool {
	if !joint.MatchString(text) {
		return false
	}
	var names []string
	for len(text) > 0 {
		at := joint.FindStringIndex(text)
		part := text
		if at != nil {
			part = text[:at[0]]
			text = strings.TrimLeft(text[at[0]:], " -–—")
		} else {
			text = ""
		}
		b, score := r.reg.Find(part, on)
		if b == nil || score < 0.75 {
			return false
		}
		names = append(names, b.Name)
	}
	if len(names) < 2 {
		return false
	}
	r.h.Issuer = &document.Issuer{Value: strings.Join(names, ", "), Evidence: r.evidence(rg, confidence, method)}
	return true
}

// jointOfSymbol gives the names of the bodies whose letters the number of a joint paper bears, "" unless it names them all.
func (r *reader) jointOfSymbol() string {
	s, ok := r.parts()
	if !ok || len(s.Organs) < 2 || !r.isJoint() {
		return ""
	}
	var names []string
	for _, organ := range s.Organs {
		b := r.reg.IssuerOf(document.Symbol{Organs: []string{organ}}, r.on(), "")
		if b == nil {
			return ""
		}
		names = append(names, b.Name)
	}
	return strings.Join(names, ", ")
}

// isJoint tells whether the kind is one that several bodies issue together.
func (r *reader) isJoint() bool {
	return r.h.Kind != nil && strings.HasSuffix(r.h.Kind.Value, "_lien_tich")
}
