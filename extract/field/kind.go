package field

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/structure"
)

var addressed = regexp.MustCompile(`^\s*(?:Đồng\s+)?[Kk]ính\s+gửi`)

// kind reads the kind from its line, then from the symbol, then from the form of an official letter.
func (r *reader) kind() {
	if r.h.Kind != nil {
		return // a consolidated text
	}
	for _, l := range r.lines {
		if k, n := kindOf(l.text); k.Value == consolidated && capitals(l.text) {
			r.setKind(k.Value, r.evidence(l.within(0, n), 0, ""), sure, "running head")
			return
		}
	}
	if len(r.title) > 0 {
		if k, n := kindOf(r.title[0].text); k.Value != "" && !r.subjectLine(k, n) {
			l := r.title[0]
			from := len(l.text) - len(strings.TrimLeft(l.text, " *_:."))
			r.h.Kind = &document.Kind{Value: k.Value, Name: k.Name, Evidence: r.evidence(l.within(from, n), certain, "kind line")}
			return
		}
	}
	l := r.letter()
	if s, ok := r.parts(); ok && s.Kind() != "" && (l == nil || s.Code != taxOffice || !addressed.MatchString(l.text)) {
		r.setKind(s.Kind(), r.h.Symbol.Evidence, likely, "symbol")
		if k := r.kindOfSheet(); k != nil {
			r.h.Kind = k
		}
	} else if l != nil {
		r.setKind("cong_van", r.evidence(l.r, sure, ""), sure, "letter form")
	}
}

// taxOffice stands in the numbers of tax offices where those of directives have their code: "5736/CT-QLN".
const taxOffice = "CT"

// kindOfSheet gives the kind that a sheet of properties tells.
func (r *reader) kindOfSheet() *document.Kind {
	p := r.properties["kind"]
	if p == nil {
		return nil
	}
	k, n := kindOf(strings.ReplaceAll(p.value, "-", " "))
	if n == 0 {
		return nil
	}
	return &document.Kind{Value: k.Value, Name: k.Name, Evidence: p.evidence}
}

// subjectLine tells that a line in capitals which begins like a kind is the subject of a paper of another kind, whose own
// line is lost: "QUY ĐỊNH CHẾ ĐỘ PHỤ CẤP" over the number of a decree.
func (r *reader) subjectLine(k document.KindInfo, n int) bool {
	s, ok := r.parts()
	return ok && strings.TrimSpace(r.title[0].text[n:]) != "" && s.Kind() != "" && s.Kind() != k.Value && !slices.Contains(k.Codes, s.Code)
}

func (r *reader) setKind(value string, e document.Evidence, confidence float64, method string) {
	e.Confidence, e.Method = confidence, method
	r.h.Kind = &document.Kind{Value: value, Name: document.KindName(value), Evidence: e}
}

// letter finds what makes a paper an official letter: a symbol without a kind's code or the subject line "V/v", and a
// line of address, which is enough where it opens the text because the head is lost.
func (r *reader) letter() *line {
	var found *line
	for i, l := range r.lines {
		if subject.MatchString(l.text) {
			found = &r.lines[i]
		}
	}
	if r.h.Symbol == nil && found == nil && (len(r.o.Blocks) == 0 || !addressed.MatchString(r.line(0).text)) {
		return nil
	}
	for i, b := range r.o.Blocks {
		text := b.Whole.In(r.o.View.Text)
		if b.Region > structure.Main || i > len(r.lines)+20 {
			break
		}
		if addressed.MatchString(text) || i < pageLines && len(text) > shortestPage && strings.Contains(text, " Kính gửi") {
			return &line{text, b.Whole, i}
		}
	}
	return found
}

// longestKind bounds, in bytes, the name of a kind as it is printed, blanks between its words included.
const longestKind = 120

// formerNames are kinds that were called otherwise: circulars of several ministries before 1996.
var formerNames = map[string]string{
	"Thông tư liên bộ": "thong_tu_lien_tich", "Thông tư liên ngành": "thong_tu_lien_tich", "Thông tư liên cơ quan": "thong_tu_lien_tich",
}

// kindForm is the folded name of a kind as it may open a line.
type kindForm struct {
	info  document.KindInfo
	first string
	words int
	re    *regexp.Regexp
}

var kindForms = sync.OnceValue(func() []kindForm {
	var out []kindForm
	add := func(name string, k document.KindInfo) {
		words := strings.Fields(document.FoldASCII(name))
		out = append(out, kindForm{k, words[0], len(words), regexp.MustCompile(`^` + strings.Join(words, `\s+`) + `(?:[^a-z]|$)`)})
	}
	for _, k := range document.Kinds() {
		add(k.Name, k)
		for former, value := range formerNames {
			if value == k.Value {
				add(former, k)
			}
		}
	}
	return out
})

// ward begins the names of wards, some of which are "Phương án" without marks: "PHƯỜNG AN XUYÊN".
const ward = "phường "

// kindOf gives the kind whose name a line begins with, the longest name first, and how many bytes of the line end with
// the name. Marks that OCR lost are forgiven.
func kindOf(text string) (document.KindInfo, int) {
	lead := len(text) - len(strings.TrimLeft(text, " *_:."))
	folded := document.FoldASCII(text[lead:min(len(text), lead+longestKind)])
	var best kindForm
	for _, k := range kindForms() {
		if k.words > best.words && strings.HasPrefix(folded, k.first) && k.re.MatchString(folded) {
			best = k
		}
	}
	if best.words == 0 || strings.HasPrefix(strings.ToLower(text[lead:]), ward) {
		return document.KindInfo{}, 0
	}
	rest := text[lead:]
	for range best.words {
		rest = strings.TrimLeft(rest, " \u00a0\t")
		rest = strings.TrimLeftFunc(rest, unicode.IsLetter)
	}
	return best.info, len(text) - len(rest)
}
