package field

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/structure"
)

var (
	motto = regexp.MustCompile(`(?i)c[ộôo]ng\s+h\p{L}[aàá]\s+x\p{L}\s*h[ộôoọ]i(?:\s+ch[ủuú]\s+ngh[ĩiï]a\s+vi[ệêẹe]t\s+nam)?|^ch[ủu]\s+ngh[ĩi]a\s+vi[ệê]t\s+nam|vi[ệê]t\s+nam\s+d[âa]n\s+ch[ủu]\s+c[ộô]ng\s+h[òoó][aà]|đ[ộôo]c\s+l[ậâạ]p\s*[-–—−:.]+\s*t[ựưụ]\s+do\s*[-–—−:.]+\s*h[ạa]nh\s+ph[úu]c|đ[ảa]ng\s+c[ộô]ng\s+s[ảa]n\s+vi[ệê]t\s+nam`)
	// boxed are the marks of Nghị định 30/2020, box 10. They stand alone in capitals; a sentence about secrets does not.
	secrecyMark = regexp.MustCompile(`(?:^|[\s|]{2,}|: )((?:TUYỆT|TỐI|TÔI|TOI|TUYÊT)\s+MẬT|MẬT|MÂT)(?:$|[\s|]{2,})`)
	urgencyMark = regexp.MustCompile(`(?:^|[\s|]{2,}|: |^CÔNG ĐIỆN )((?:THƯỢNG|THƯƠNG)\s+KHẨN|KHẨN|KHÂN|H[ỎO][ẢA]?A?\s+TỐC(?:\s+HẸN GIỜ)?)(?:$|[\s|]{2,})`)
)

// markWindow bounds the search for marks in a paper whose letterhead is lost.
const markWindow = 15

// marks reads the marks of secrecy and urgency, and whether there is a motto, or the name that stands in its place.
func (r *reader) marks() {
	for i, b := range r.o.Blocks {
		if b.Region != structure.Letterhead && (i >= markWindow || b.Region > structure.Preamble) {
			break
		}
		l := r.line(i)
		if b.Region == structure.Letterhead && !r.motto && (motto.MatchString(l.text) || organization.MatchString(l.text)) {
			r.motto, r.mottoBlock = true, i
		}
		if r.h.Secrecy == nil && (strings.Contains(l.text, "MẬT") || strings.Contains(l.text, "MÂT")) {
			r.h.Secrecy = r.mark(l, secrecyMark, map[string]string{"mat": "Mật", "toi mat": "Tối mật", "tuyet mat": "Tuyệt mật"})
		}
		if r.h.Urgency == nil && (strings.Contains(l.text, "KH") || strings.Contains(l.text, "TỐC")) {
			r.h.Urgency = r.mark(l, urgencyMark, map[string]string{"khan": "Khẩn", "thuong khan": "Thượng khẩn", "hoa toc": "Hỏa tốc", "hoa toc hen gio": "Hỏa tốc hẹn giờ"})
		}
	}
}

func (r *reader) mark(l line, re *regexp.Regexp, names map[string]string) *document.Field {
	m := re.FindStringSubmatchIndex(l.text)
	if m == nil {
		return nil
	}
	name := names[oneLine(document.FoldASCII(l.text[m[2]:m[3]]))]
	if name == "" {
		return nil
	}
	return &document.Field{Value: name, Evidence: r.evidence(l.within(m[2], m[3]), sure, "boxed mark")}
}
