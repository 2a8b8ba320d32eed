package field

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/register"
	"github.com/soichi/soichi/viet"
)

var (
	// goesOn begins a line that ends the name begun on the line above.
	goesOn = regexp.MustCompile(`^(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ XÃ|THỊ TRẤN|ĐẶC KHU|VIỆT NAM|TỐI CAO|TRUNG ƯƠNG|NHÂN DÂN|CẤP CAO|KHU VỰC|VÀ|CHÍNH PHỦ|NƯỚC|HỒ CHÍ MINH|TẠI|CỘNG SẢN)(?:\s|$)`)
	// committee begins the name of a Party committee, which is no place: "HUYỆN ỦY CAO LỘC".
	committee = regexp.MustCompile(`^(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|XÃ|PHƯỜNG|ĐẢNG) (?:ỦY|UỶ)(?:\s|$)`)
	draft     = regexp.MustCompile(`(?i)^\(?\s*(?:dự\s*thảo|bản\s+sao|sao\s+y|lưu\s+hành\s+nội\s+bộ|hỏa\s+tốc|công\s+báo)`)
	drawn     = regexp.MustCompile(`[-–—_*=\s]{3,}$`)
	// furniture are lines of sites and registries that stand in capitals above a letterhead.
	furniture = regexp.MustCompile(`(?i)^(?:th[ôo]ng tin|văn bản|nội dung|trang chủ|menu|đăng nhập|toàn văn|thuộc tính|tải về|mục lục|trích yếu|căn cứ|tóm tắt|công văn đến|cv đến|đến|hỏa tốc)(?:\s|$|:)`)
)

// annexed opens the head of an annex.
var annexed = regexp.MustCompile(`^(?:PHỤ LỤC|PHỤ BIỂU|DANH MỤC|DANH SÁCH|BIỂU|BẢNG|MẪU)(?:\s|$)`)

// mottoReach is how far from the motto the name of an unknown body may stand, in paragraphs.
const mottoReach = 4

// issuer reads the name above the number: the issuing body, with the body above it on the lines before.
func (r *reader) issuer() {
	names := r.issuerLines(true)
	if len(names) == 0 {
		names = r.issuerLines(false)
	}
	if len(names) > 0 {
		r.nameIssuer(names, certain, "letterhead")
	}
	if r.h.Issuer == nil && len(r.origins) > 0 {
		r.nameIssuer(r.origins, sure, "title")
	}
	r.issuerFromEnactor()
	if r.h.Issuer == nil {
		r.issuerFromSymbol()
	}
}

// issuerLines gives the lines of the letterhead that can be the issuer's name: those in capitals that are nothing else,
// above the number where it is known.
func (r *reader) issuerLines(above bool) []line {
	var names []line
	for i, l := range r.lines {
		if above && r.symbolLine >= 0 && i > r.symbolLine {
			break
		}
		l = r.withoutOthers(l)
		if annexed.MatchString(l.text) {
			break // what stands under the head of an annex that came without its paper is no body
		}
		if k, n := kindOf(l.text); n > 0 && capitals(l.text) {
			rest := strings.TrimLeft(l.text[n:], " -–—")
			if k.Value != consolidated || rest == "" {
				continue
			}
			l = line{rest, document.Range{Start: l.r.End - len(rest), End: l.r.End}, l.block}
		}
		if l.text == "" || draft.MatchString(l.text) || furniture.MatchString(l.text) || subject.MatchString(l.text) {
			continue
		}
		if !capitals(l.text) {
			if subject.MatchString(l.text) || addressed.MatchString(l.text) {
				break
			}
			continue
		}
		if !fragment(l.text) && !organization.MatchString(l.text) {
			names = append(names, l)
		}
	}
	return names
}

// fewestLetters is how many letters the name of a body has at least; OCR leaves shorter strokes in a letterhead.
const fewestLetters = 3

// conjunction stands alone on a line where a narrow column cuts a name: "BỘ NÔNG NGHIỆP / VÀ".
const conjunction = "VÀ"

// fragment tells whether a line of capitals is what is left of a number ("/TB-UBND") or a stroke ("F") and no name.
func fragment(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters < fewestLetters && text != conjunction || strings.Contains(text, "/") && !strings.ContainsAny(text, " \u00a0")
}

// withoutOthers cuts from a line of the letterhead what is not the issuer: motto, number, place and date.
func (r *reader) withoutOthers(l line) line {
	start, end := 0, len(l.text)
	cut := func(at []int) {
		if at == nil || at[0] >= end {
			return
		}
		if strings.Trim(l.text[start:max(start, at[0])], " |*_-–") == "" {
			start = min(at[1], end)
		} else {
			end = at[0]
		}
	}
	if at := motto.FindStringIndex(l.text); at != nil {
		cut(at)
		if at[1] > at[0] && end == at[0] { // "QUỐC HỘI NƯỚC CỘNG HÒA …": the name of the State was cut off
			end = len(r.withoutState(l.text[:end]))
		}
	}
	if at := numberLabel.FindStringIndex(l.text); at != nil && at[0] < end {
		end = max(start, at[0])
	}
	if at := longDate.FindStringIndex(l.text); at != nil && at[0] < end {
		end = start
	}
	text := l.text[start:end]
	trimmed := strings.TrimLeft(text, " |*_-–—.:\u00a0")
	start += len(text) - len(trimmed)
	trimmed = strings.TrimRight(drawn.ReplaceAllString(trimmed, ""), " |*_.:;,\u00a0") // a last hyphen joins two issuers
	if secrecyMark.MatchString(trimmed) || urgencyMark.MatchString(trimmed) {
		trimmed = ""
	}
	return line{trimmed, l.within(start, start+len(trimmed)), l.block}
}

// withoutState cuts the first word of the State's name, "NƯỚC", off the end of a body's name, unless the body's own name
// ends in it: "CHỦ TỊCH NƯỚC".
func (r *reader) withoutState(name string) string {
	name = strings.TrimRight(name, " ")
	if r.names(strings.TrimLeft(name, " |*_-–")) {
		return name
	}
	return strings.TrimSuffix(name, " NƯỚC")
}

// nameIssuer finds the body in the lines of its name. The longest run of lines that ends with the last one and names a
// known body wins; of unknown names the last line counts, with the one above it where the name runs over.
func (r *reader) nameIssuer(lines []line, confidence float64, method string) {
	if len(lines) > 6 {
		lines = lines[len(lines)-6:]
	}
	on := r.on()
	if r.stacked(lines, on, confidence, method) {
		return
	}
	for i := range lines {
		text, rg := joined(lines[i:])
		if b, score := r.reg.Find(text, on); b != nil && score >= 0.75 {
			r.setIssuer(r.ofOrganization(b, on), rg, confidence, method)
			return
		}
		if r.joint(text, rg, on, confidence, method) {
			return
		}
	}
	last := len(lines) - 1
	for i := 1; i <= last; i++ {
		above, _ := joined(lines[:i])
		unit, rg := joined(lines[i:])
		if b := r.under(unit, above, on); b != nil {
			r.setIssuer(b, rg, confidence, method)
			return
		}
	}
	if b := r.misread(lines, on); b != nil {
		_, rg := joined(lines[max(0, last-1):])
		r.setIssuer(b, rg, likely, method)
		return
	}
	if name := r.localOrganization(lines); name != "" {
		_, rg := joined(lines)
		if b, score := r.reg.Find(name, on); b != nil && score >= 0.75 {
			r.setIssuer(b, rg, confidence, method)
			return
		}
		r.h.Issuer = &document.Issuer{Value: name, Evidence: r.evidence(rg, min(confidence, lettered), method)}
		return
	}
	if fromTitle := r.h.Symbol != nil && r.h.Symbol.Method == "title"; method == "title" && !fromTitle || method == "letterhead" && !r.inLetterhead(lines[last]) {
		return
	}
	r.unknownIssuer(lines, min(confidence, lettered), method)
}

// inLetterhead tells whether a line in capitals stands near the motto. Other such lines stand over a text that is no
// letterhead.
func (r *reader) inLetterhead(l line) bool {
	if !r.motto {
		return r.byCourt(l.text)
	}
	return l.block >= r.mottoBlock-mottoReach && l.block <= r.mottoBlock+mottoReach
}

// unknownIssuer takes the last of the lines, with those above that it goes on from, for the name of a body that the
// register does not hold.
func (r *reader) unknownIssuer(lines []line, confidence float64, method string) {
	last := len(lines) - 1
	first := last
	for first > 0 && (goesOn.MatchString(lines[first].text) && !committee.MatchString(lines[first].text) || !strings.Contains(lines[first-1].text, " ")) {
		first--
	}
	text, rg := joined(lines[first:])
	text = strings.Trim(text, " -–—")
	switch place := ""; {
	case rankedPlace.MatchString(text) && !committee.MatchString(text): // the line above is lost
		s, _ := r.parts()
		if place, text = text, localBody[s.Organ()]; text == "" {
			return
		}
		text += " " + place
	case first > 0 && strings.HasPrefix(text, division):
		if above := placeOfBody.FindString(lines[first-1].text); above != "" && !strings.HasSuffix(text, above) {
			text += " " + above // every district has the same divisions
		}
	}
	r.h.Issuer = &document.Issuer{Value: r.spelled(naturalCase(text), rg), Evidence: r.evidence(rg, confidence, method)}
}

var (
	// rankedPlace is the name of a place behind its rank, which is half of a body's name.
	rankedPlace = regexp.MustCompile(`^(?:TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ XÃ|THỊ TRẤN|ĐẶC KHU)\s`)
	// placeOfBody is the place at the end of the name of a committee of a district or a commune.
	placeOfBody = regexp.MustCompile(`(?:HUYỆN|QUẬN|THỊ XÃ|TX\.|THÀNH PHỐ|TP\.|XÃ|PHƯỜNG)\s?[\p{Lu} ]+$`)
	// localBody is the body of a place for which the letters of a number stand.
	localBody = map[string]string{"UBND": "ỦY BAN NHÂN DÂN", "UB": "ỦY BAN NHÂN DÂN", "HĐND": "HỘI ĐỒNG NHÂN DÂN"}
)

// division begins the name of a unit under a people's committee.
const division = "PHÒNG "

// under finds a unit by its own name and that of the body above it: "SỞ Y TẾ" under "ỦY BAN NHÂN DÂN TỈNH SƠN LA",
// "TỈNH ỦY" under "ĐẢNG BỘ TỈNH SƠN LA", "BAN TỔ CHỨC" under "BAN CHẤP HÀNH TRUNG ƯƠNG".
func (r *reader) under(unit, above, on string) *register.Body {
	tries := []string{unit + " " + above}
	if p := r.reg.Province(above); p != "" {
		tries = append(tries, unit+" tỉnh "+p, unit+" thành phố "+p, unit+" "+p)
	}
	if strings.HasSuffix(viet.Letters(above), "trung ương") {
		tries = append(tries, unit+" Trung ương")
	}
	for _, name := range tries {
		if b, score := r.reg.Find(name, on); b != nil && score >= 0.9 {
			return b
		}
	}
	return nil
}

// standing are the organs of a Party committee that act between its sittings and issue papers of their own. The register
// has them as other names of the committee.
var standing = regexp.MustCompile(`^(?i:(ban thường vụ|thường trực)\s)`)

func (r *reader) setIssuer(b *register.Body, rg document.Range, confidence float64, method string) {
	value := r.spelled(b.Name, rg)
	if m := standing.FindStringSubmatch(rg.In(r.o.View.Text) + " "); m != nil && strings.HasPrefix(b.Kind, "party_") {
		value = naturalCase(strings.ToUpper(m[1])) + " " + value
	}
	r.h.Issuer = &document.Issuer{Value: value, Code: document.NullString(b.Code), Evidence: r.evidence(rg, confidence, method)}
}

// joined is the text of neighbouring lines and the range from the first to the last.
func joined(lines []line) (string, document.Range) {
	var parts []string
	for _, l := range lines {
		parts = append(parts, l.text)
	}
	return oneLine(strings.Join(parts, " ")), document.Range{Start: lines[0].r.Start, End: lines[len(lines)-1].r.End}
}

// on is the day as of which bodies are asked for.
func (r *reader) on() string {
	if r.h.IssuedOn != nil {
		return r.h.IssuedOn.Value
	}
	return ""
}

// bodyOfSymbol is the body that the letters of the paper's own number name, nil where they decide none.
func (r *reader) bodyOfSymbol() *register.Body {
	s, ok := r.parts()
	if !ok {
		return nil
	}
	return r.reg.IssuerOf(s, r.on(), "")
}

// issuerFromSymbol takes the body, or those of a joint paper, that the letters of the paper's own number name.
func (r *reader) issuerFromSymbol() {
	s, _ := r.parts()
	letters, i := strings.Join(s.Organs, "-"), &document.Issuer{Value: r.jointOfSymbol()}
	if i.Value == "" {
		b := r.bodyOfSymbol()
		if b == nil {
			return
		}
		letters, i.Value, i.Code = s.Organ(), b.Name, document.NullString(b.Code)
	}
	i.Evidence = r.h.Symbol.Evidence
	i.Confidence, i.Method = lettered, "symbol"
	if at := strings.LastIndex(i.Span.Exact, letters); at >= 0 {
		start := i.Span.Start + len([]rune(i.Span.Exact[:at]))
		i.Span = &document.Span{Start: start, End: start + len([]rune(letters)), Exact: letters}
	}
	r.h.Issuer = i
}
