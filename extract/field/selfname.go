package field

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/register"
)

var (
	// speaks is what an issuer does in the opening of its own paper.
	speaks = regexp.MustCompile(`\s(?:xây dựng|ban hành|báo cáo|yêu cầu|thông báo|hướng dẫn|chỉ thị|quyết định|đề nghị|công bố)(?:\s|$)`)
	// ownLeaders are recipients inside the issuer: its leaders and its units.
	ownLeaders = regexp.MustCompile(`^(?:Đ/c\s+|Đồng chí\s+|Các đồng chí\s+)?(?:Lãnh đạo|Phòng trực thuộc|Các phòng(?: trực)? thuộc|Các đơn vị(?: trực)? thuộc|Viện trưởng|Chủ tịch|Giám đốc|Bộ trưởng)\s+(\S.*)$`)
	placeWords = regexp.MustCompile(`(?:tỉnh|thành phố|TP\.?)\s*$`)
	properName = `(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3})`
)

// ofOther stands before a body that a text speaks of: "Kế hoạch của Bộ Y tế ban hành ngày …".
var ofOther = regexp.MustCompile(`(?:^|\s)(?:của|do)\s+$`)

// longestName bounds a body's name in words.
const longestName = 14

// issuerFromText is for papers that lost their letterhead: the issuer speaks of itself in the opening, or its leaders
// are among the recipients.
func (r *reader) issuerFromText() {
	if r.h.Issuer != nil || len(r.title) == 0 || r.h.Kind != nil && r.h.Kind.Value == consolidated {
		return // the body that speaks in a consolidated text is the one that issued the act
	}
	for _, b := range r.o.Region(structure.Preamble) {
		if b.Level != structure.None {
			continue
		}
		if body, rg := r.speaker(b); body != nil {
			r.setIssuer(body, rg, likely, "opening")
			return
		}
	}
	r.issuerFromRecipients()
}

// speaker finds a body's name right before a verb of issuing.
func (r *reader) speaker(b structure.Block) (*register.Body, document.Range) {
	text := b.Whole.In(r.o.View.Text)
	for _, verb := range speaks.FindAllStringIndex(text, -1) {
		start := verb[0]
		for n := 0; n < longestName && start > 0; n++ {
			start = strings.LastIndexByte(text[:start], ' ') + 1
			name := text[start:verb[0]]
			if strings.ContainsAny(name, ",;.") {
				break
			}
			if body, score := r.reg.Find(name, r.on()); body != nil && score >= 0.9 {
				wider, rg := r.widest(text, start, verb[0], b.Whole.Start)
				if wider != nil && !ofOther.MatchString(text[:rg.Start-b.Whole.Start]) {
					return wider, rg
				}
				break
			}
			start = max(0, start-1)
		}
	}
	return nil, document.Range{}
}

// widest prefers the longest name that ends where the verb begins: "nhân dân tối cao" is no body, but of two names that
// are, the longer one is meant.
func (r *reader) widest(text string, from, end, base int) (*register.Body, document.Range) {
	best, _ := r.reg.Find(text[from:end], r.on())
	at := from
	for n, start := 0, from; n < longestName && start > 0; n++ {
		start = strings.LastIndexByte(text[:start-1], ' ') + 1
		if strings.ContainsAny(text[start:end], ",;.") {
			break
		}
		if b, score := r.reg.Find(text[start:end], r.on()); b != nil && score >= 0.9 {
			best, at = b, start
		}
	}
	return best, document.Range{Start: base + at, End: base + end}
}

// issuerFromRecipients completes the unit whose leaders are recipients by the place that the text names most.
func (r *reader) issuerFromRecipients() {
	for _, to := range r.h.Recipients {
		m := ownLeaders.FindStringSubmatch(to.Text)
		if m == nil {
			continue
		}
		unit := m[1]
		if !placeWords.MatchString(unit) {
			if b, score := r.reg.Find(unit, r.on()); b != nil && score >= 0.9 {
				span := to.Span
				r.h.Issuer = &document.Issuer{Value: b.Name, Code: document.NullString(b.Code), Evidence: document.Evidence{Span: &span, Confidence: guessed, Method: "recipients"}}
				return
			}
			continue
		}
		if b, rg := r.mostNamed(unit); b != nil {
			r.setIssuer(b, rg, guessed, "recipients")
			return
		}
	}
}

// mostNamed finds the body whose name begins with the words of the unit and is completed most often in the text.
func (r *reader) mostNamed(unit string) (*register.Body, document.Range) {
	re, err := regexp.Compile(strings.ReplaceAll(regexp.QuoteMeta(unit), " ", `\s+`) + `\s+` + properName)
	if err != nil {
		return nil, document.Range{}
	}
	count, first := map[string]int{}, map[string]document.Range{}
	best := ""
	for _, m := range re.FindAllStringIndex(r.o.View.Text, -1) {
		name := oneLine(r.o.View.Text[m[0]:m[1]])
		if count[name]++; count[name] == 1 {
			first[name] = document.Range{Start: m[0], End: m[1]}
		}
		if best == "" || count[name] > count[best] {
			best = name
		}
	}
	if best == "" {
		return nil, document.Range{}
	}
	b, _ := r.reg.Find(best, r.on())
	return b, first[best]
}
