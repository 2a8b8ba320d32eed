package field

import (
	"regexp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/register"
	"github.com/soichi/soichi/viet"
)

var (
	// basis opens the legal bases, over which stands the name of who decides.
	basis = regexp.MustCompile(`^[-*_ ]*(?:(?:Căn cứ|Chiểu|Xét|Theo đề nghị)(?:\s|:)|QUYẾT (?:NGHỊ|ĐỊNH)\s*:)`)
	// bareBody is a body whose place is not told: half of a letterhead was lost.
	bareBody = regexp.MustCompile(`^(?i:(?:ủy|uỷ) ban nhân dân|hội đồng nhân dân|viện kiểm sát nhân dân|(?:tòa|toà) án nhân dân)$`)
	// cutOff is the end of a name's first line that its second must follow.
	cutOff = regexp.MustCompile(`(?i)(?:\sVÀ|[-–—,])$`)
	// sitting follows the name of an elected body: "KHÓA VI, KỲ HỌP THỨ 2".
	sitting = regexp.MustCompile(`^(?i:(?:khóa|khoá|nhiệm kỳ|kỳ họp)\s)`)
)

// enactorLines bounds the lines that the name of who decides takes.
const enactorLines = 3

// issuerFromEnactor takes the body that decides, whose name stands in capitals over the legal bases, where the letterhead
// names none or only half of one: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NINH BÌNH".
func (r *reader) issuerFromEnactor() {
	if r.h.Issuer != nil && !r.half(r.h.Issuer) {
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
	if half != nil {
		r.completed(half)
	}
}

// half tells whether a name is only the first half of one: a body whose place is not told, a name that the line cut behind
// "VÀ", a hyphen or a comma, or one that the letters of the number go on from ("Bộ Nông nghiệp" over "BNNMT").
func (r *reader) half(i *document.Issuer) bool {
	if bareBody.MatchString(i.Value) {
		return true
	}
	if i.Span != nil && cutOff.MatchString(i.Span.Exact) && !r.whole(i.Value) {
		return true
	}
	if r.isJoint() {
		all := r.jointOfSymbol()
		return viet.Letters(i.Value) != viet.Letters(all) && strings.Count(i.Value, ", ") <= strings.Count(all, ", ") && all != ""
	}
	if r.national(i) != nil {
		return true
	}
	b := r.bodyOfSymbol()
	return b != nil && strings.HasPrefix(viet.Letters(b.Name), viet.Letters(i.Value)+" ")
}

// national gives the body of the whole country that a name without its last words, "Việt Nam", is half of, if the number
// bears its letters.
func (r *reader) national(i *document.Issuer) *register.Body {
	s, _ := r.parts()
	b, score := r.reg.Find(i.Value+" Việt Nam", r.on())
	if b == nil || score < known || b.Code == "" || b.Code != s.Organ() {
		return nil
	}
	return b
}

// whole tells whether a name is that of a body of the day, or those of several bodies of a joint paper.
func (r *reader) whole(name string) bool {
	if b, score := r.reg.Find(name, r.on()); b != nil && score >= known {
		return true
	}
	parts := strings.Split(name, ", ")
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool { return !r.names(part) })
}

// known is the score of a name that the register has as of the day, whatever its marks.
const known = 0.9

// completed makes the whole name of a body of which the letterhead has only the first half: by the letters of the number,
// or by the one province that title and place name.
func (r *reader) completed(half *document.Issuer) {
	if b := r.national(half); b != nil {
		half.Value, half.Code = b.Name, document.NullString(b.Code)
		half.Confidence, half.Method = lettered, "letterhead, symbol"
		r.h.Issuer = half
		return
	}
	r.issuerFromSymbol()
	if r.h.Issuer != nil || half.Span == nil {
		return
	}
	province := ""
	if len(r.title) > 0 {
		title, _ := joined(r.title)
		province = r.reg.Province(title)
	}
	if p := r.h.Place; p != nil {
		switch of := r.reg.Province(p.Value); {
		case province == "":
			province = of
		case of != "" && of != province:
			return
		}
	}
	for _, rank := range []string{" tỉnh ", " thành phố "} {
		if b, score := r.reg.Find(half.Value+rank+province, r.on()); province != "" && b != nil && score >= 0.9 {
			half.Value, half.Code = b.Name, document.NullString(b.Code)
			half.Confidence, half.Method = likely, "letterhead, place"
			r.h.Issuer = half
			return
		}
	}
}

// capitalsAbove gives the lines in capitals right above block i that can be a name.
func (r *reader) capitalsAbove(i int) []line {
	var names []line
	for i--; i >= 0 && len(names) < enactorLines; i-- {
		l := r.withoutOthers(r.line(i))
		if (l.text == "" || l.text == "NƯỚC") && motto.MatchString(r.line(i).text) || sitting.MatchString(l.text) {
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
		text = termOfOffice.ReplaceAllString(strings.TrimRight(text, " ,"), "")
		if b, score := r.reg.Find(text, r.on()); b != nil && score >= 0.75 {
			r.setIssuer(b, rg, sure, "over the legal bases")
			return true
		}
		if m := localEnactor.FindStringSubmatch(text); m != nil {
			r.h.Issuer = &document.Issuer{Value: r.spelled(naturalCase(m[1]), rg), Evidence: r.evidence(rg, lettered, "over the legal bases")}
			return true
		}
	}
	return false
}

// localEnactor is the body of a district or a commune, which the register does not hold.
var localEnactor = regexp.MustCompile(`^(?:CHỦ TỊCH\s)?((?:(?:ỦY|UỶ) BAN|HỘI ĐỒNG) NHÂN DÂN\s(?:HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)\s\P{Ll}+)$`)
