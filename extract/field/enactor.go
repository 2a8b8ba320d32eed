package field

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/extract/structure"
)

var (
	// basis opens the legal bases, over which stands the name of who decides.
	basis = regexp.MustCompile(`^[-*_ ]*(?:(?:Căn cứ|Chiểu|Xét|Theo đề nghị)(?:\s|:)|QUYẾT (?:NGHỊ|ĐỊNH)\s*:)`)
	// bareBody is a body whose place is not told: half of a letterhead was lost.
	bareBody = regexp.MustCompile(`^(?i:(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân)$`)
	// sitting follows the name of an elected body: "KHÓA VI, KỲ HỌP THỨ 2".
	sitting = regexp.MustCompile(`^(?i:(?:khóa|khoá|nhiệm kỳ|kỳ họp)\s)`)
)

// enactorLines bounds the lines that the name of who decides takes.
const enactorLines = 3

// issuerFromEnactor takes the body that decides, whose name stands in capitals over the legal bases, where the letterhead
// names none or only half of one: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NINH BÌNH".
func (r *reader) issuerFromEnactor() {
	if r.h.Issuer != nil && !bareBody.MatchString(r.h.Issuer.Value) {
		return
	}
	half := r.h.Issuer
	r.h.Issuer = nil
	for i := range r.o.Blocks {
		if i > markWindow+len(r.lines) || r.o.Blocks[i].Region > structure.Main {
			break
		}
		if !basis.MatchString(r.line(i).text) {
			continue
		}
		if names := r.capitalsAbove(i); len(names) > 0 && r.bodyOf(names) {
			return
		}
		break
	}
	if half != nil && r.h.Place == nil {
		r.h.Issuer = half
	}
}

// capitalsAbove gives the lines in capitals right above block i that can be a name.
func (r *reader) capitalsAbove(i int) []line {
	var names []line
	for i--; i >= 0 && len(names) < enactorLines; i-- {
		l := r.withoutOthers(r.line(i))
		if l.text == "" && motto.MatchString(r.line(i).text) || sitting.MatchString(l.text) {
			continue
		}
		if !capitals(l.text) {
			break
		}
		names = append([]line{l}, names...)
	}
	return names
}

// bodyOf sets the issuer to the body that the last lines name, as few of them as name one.
func (r *reader) bodyOf(names []line) bool {
	for from := len(names) - 1; from >= 0; from-- {
		text, rg := joined(names[from:])
		if b, score := r.reg.Find(strings.TrimRight(text, " ,"), r.on()); b != nil && score >= 0.75 {
			r.setIssuer(b, rg, sure, "over the legal bases")
			return true
		}
	}
	return false
}
