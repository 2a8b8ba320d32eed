package field

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
)

var (
	// dateline is a paragraph that holds nothing but the day of publication, with or without the hour.
	dateline = regexp.MustCompile(`^(?i:(?:thứ\s+\p{L}+|chủ\s+nhật)\s*[,|-]?\s*)?(?i:ngày(?:\s+đăng)?\s*:?\s*|cập nhật\s*(?:lúc)?\s*:?\s*)?(?:\d{1,2}[:hg]\d{2}\s*[,|-]?\s*)?(?i:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\s*[,|-]?\s*\(?\d{1,2}[:hg]\s?\d{2}(?::\d{2})?.*)?$`)
	// pressMark is what only a page of a site or a newspaper bears.
	pressMark = regexp.MustCompile(`(?i)^\(?(?:[a-z0-9-]+\.)+(?:vn|com|net|org)\)?(?:\s*[-–].*)?$|^leftcenterrightdel|bình luận$|^lên đầu trang|^(?:PV|P\.V|BBT|Theo\s+.{2,30})$|^tin (?:liên quan|cùng chuyên mục|khác|trong tỉnh)|^nguồn(?: tin)?\s*:|^ảnh\s*:|^chia sẻ\s*:?$`)
)

// reported is the sentence with which news of a paper begin: "Ngày 6/12/2022, Chủ tịch UBND huyện Trà Ôn ban hành Công văn số …".
var reported = regexp.MustCompile(`^(?:(?:(?:\([\p{L} -]+\)|\p{Lu}{2,5})\s*[-–]\s*)?(?:(?:Sáng|Trưa|Chiều|Tối|Đêm|Mới đây|Vừa qua),?\s+)?(?:(?:Vào )?(?:[Hh]ồi|lúc) [\dhg: ]{2,8})?[Nn]gày\s+\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?,?\s+|` +
	`(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch|Bộ|Sở|Tỉnh ủy|Thủ tướng)\s)[^.;]{0,90}\s(?:ban hành|ký|có)\s+(?i:chỉ thị|kế hoạch|quyết định|công văn|công điện|văn bản|thông báo|nghị quyết|hướng dẫn)(?:\s+(?:khẩn|hỏa tốc|chỉ đạo))?\s+(?:số\s+\d|thực hiện|về)`)

// newsWindow bounds the search for the dateline: what stands further down is another page's.
const newsWindow = 8

// news recognises a page of a site or a newspaper: no letterhead, no kind, no signature, and the marks of the press. Its
// day is that of its dateline.
func (r *reader) news() {
	if r.h.Kind != nil || r.h.Symbol != nil || r.motto || r.mottoAnywhere() || r.h.Signer != nil || len(r.h.Recipients) > 0 {
		return
	}
	var mark *line
	for i, b := range r.o.Blocks {
		l := r.line(i)
		if m := dateline.FindStringSubmatch(l.text); m != nil && i < newsWindow && r.h.IssuedOn == nil {
			if day := isoDate(m[3], m[2], m[1]); day != "" {
				r.h.IssuedOn = &document.Field{Value: day, Evidence: r.evidence(b.Whole, sure, "dateline")}
				r.headline(i)
				mark = &l
			}
		}
		if mark == nil && (pressMark.MatchString(l.text) || i < newsWindow && reported.MatchString(l.text)) {
			mark = &l
		}
	}
	if len(r.properties) == 0 {
		r.h.Issuer, r.h.Place = nil, nil
	}
	if mark == nil || len(r.properties) > 0 {
		r.h.Kind = &document.Kind{Value: "khac", Name: document.KindName("khac"), Evidence: document.Evidence{Confidence: guessed, Method: "no mark of a kind"}}
		return
	}
	r.h.Kind = &document.Kind{Value: "tin_bai", Name: document.KindName("tin_bai"), Evidence: r.evidence(mark.r, sure, "marks of the press")}
}

// mottoAnywhere tells whether a line in capitals near the head bears the motto, where no letterhead was made out.
func (r *reader) mottoAnywhere() bool {
	for i := 0; i < len(r.o.Blocks) && i < markWindow; i++ {
		if l := r.line(i); capitals(l.text) && motto.MatchString(l.text) {
			return true
		}
	}
	return false
}

// headline takes the last short paragraph before the dateline as the title.
func (r *reader) headline(at int) {
	for i := at - 1; i >= 0; i-- {
		b := r.o.Blocks[i]
		text := strings.TrimSpace(b.Whole.In(r.o.View.Text))
		if n := len([]rune(text)); n < 15 || n > 250 || strings.HasSuffix(text, ".") || pressMark.MatchString(text) {
			continue
		}
		r.h.Title = &document.Field{Value: oneLine(text), Evidence: r.evidence(b.Whole, sure, "headline")}
		return
	}
}
