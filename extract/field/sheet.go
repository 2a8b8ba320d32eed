package field

import (
	_ "embed"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
)

//go:embed sheet.tsv
var sheetTable string

// sheetNames are the headings under which sites and front matter tell a paper's properties, folded to letters, and the
// property that each means.
var sheetNames = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(sheetTable) {
		if name, what, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(line, "#") {
			m[name] = what
		}
	}
	return m
})

// longestHeading bounds, in bytes, the heading of a property with the signs around it.
const longestHeading = 100

// sheetNameLetters is how many letters the heading itself has at most in sheetLine.
const sheetNameLetters = 20

// propertyNamed gives the property that a heading means, "" for none.
func propertyNamed(heading string) string {
	if len(heading) > longestHeading {
		return ""
	}
	words := strings.FieldsFunc(document.FoldASCII(heading), func(c rune) bool { return strings.ContainsRune("_-* ", c) })
	return sheetNames()[strings.Join(words, " ")]
}

// sheetWindow bounds the search for a property sheet to what stands before the paper.
const sheetWindow = 60

var (
	sheetLine = regexp.MustCompile(`^(?:[-•*] )?[*_ ]*([\p{L} ]{5,20}?)[*_ ]*\s*[:|][*_ ]*\s*(.+)$`)
	sheetDay  = regexp.MustCompile(`^(?:[Nn]gày\s+)?(\d{1,2})(?:[/.-]|\s+tháng\s+)(\d{1,2})(?:[/.-]|\s+năm\s+)(\d{4})$`)
	// wholeNumber is a number with letters and nothing else: a site that shows none writes words.
	wholeNumber = regexp.MustCompile(`^\d{1,6}[a-zA-Z]?[/-][\p{L}\d/&.()-]+$`)
	wholeDay    = regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)`)
)

// property is one line of a property sheet.
type property struct {
	value    string
	evidence document.Evidence
}

// sheet collects the properties that a site puts before a paper, and those of front matter, and takes number and date
// from them where the letterhead has none. The paper's own words go before both.
func (r *reader) sheet() {
	r.properties = r.sheetLines()
	meta := r.o.View.Source.Meta
	for _, name := range slices.Sorted(maps.Keys(meta)) {
		value := meta[name]
		if what := propertyNamed(name); what != "" && r.properties[what] == nil && value != "" {
			r.properties[what] = &property{value, r.inFrontMatter(value)}
		}
	}
	if p := r.properties["symbol"]; p != nil && r.h.Symbol == nil && !r.blank {
		printed := strings.TrimPrefix(p.value, "Số ") // some sheets write the label twice
		if value, end := tidySymbol(printed); end == len(printed) && wholeNumber.MatchString(value) {
			r.h.Symbol = &document.Field{Value: value, Evidence: p.evidence}
		}
	}
	p := r.properties["date"]
	if p == nil {
		p = r.properties["signed"]
	}
	if p != nil && r.h.IssuedOn == nil {
		if day := anyDay(p.value); day != "" && r.fitsNumber(day) {
			r.h.IssuedOn = &document.Field{Value: day, Evidence: p.evidence}
		}
	}
}

// fromSheet fills what nothing else told from the properties.
func (r *reader) fromSheet() {
	if p := r.properties["issuer"]; p != nil && r.h.Issuer == nil {
		if b, score := r.reg.Find(p.value, r.on()); b != nil && score >= 0.9 {
			r.h.Issuer = &document.Issuer{Value: b.Name, Code: document.NullString(b.Code), Evidence: p.evidence}
		}
	}
	if p := r.properties["court"]; p != nil && r.h.Issuer == nil && courtName.MatchString(p.value) {
		r.h.Issuer = &document.Issuer{Value: p.value, Evidence: p.evidence}
	}
	if r.h.Kind == nil {
		r.h.Kind = r.kindOfSheet()
	}
	if p := r.properties["title"]; p != nil && r.h.Title == nil {
		r.h.Title = &document.Field{Value: strings.TrimRight(oneLine(p.value), trailing), Evidence: p.evidence}
	}
	// A name without number or day beside it is the line of a digital signature, which a clerk may have made.
	if p := r.properties["signer"]; p != nil && r.h.Signer == nil && (r.properties["symbol"] != nil || r.properties["date"] != nil) {
		if name, office := r.personIn(p.value); name != "" {
			r.h.Signer = &document.Signer{Value: name, Position: document.NullString(office), Evidence: p.evidence}
		}
	}
}

// personIn finds the one person in the words of a sheet, and the office told with the name: "Phó Thủ tướng Hồ Đức Phớc",
// "Trần Thanh Mẫn (Chủ tịch Quốc hội)". An office without a person names nobody.
func (r *reader) personIn(words string) (name, office string) {
	before, bracket, _ := strings.Cut(words, "(")
	if name, _ = r.person(line{text: strings.Trim(bracket, " ).;")}); name != "" {
		return name, "" // the office before a name in brackets is that of whom the person signs for
	}
	before, behind, _ := strings.Cut(before, " - ")
	before = strings.TrimSpace(before)
	for _, office = range []string{bracket, behind, ""} {
		office, _, _ = strings.Cut(office, "ký thay")
		if office = strings.Trim(office, " ),.;"); structure.IsOffice(strings.ToUpper(office)) {
			break
		}
	}
	for at := 0; at < len(before); {
		rest := before[at:]
		head := strings.TrimSpace(before[:at])
		if name, _ = r.person(line{text: rest}); name != "" && (head == "" || structure.IsOffice(strings.ToUpper(head))) {
			if head != "" {
				office = head
			}
			return name, office
		}
		blank := strings.IndexByte(rest, ' ')
		if blank < 0 {
			break
		}
		at += blank + 1
	}
	return "", ""
}

// sheetLines reads the sheet in the text: rows of two cells, or lines "Số hiệu: …".
func (r *reader) sheetLines() map[string]*property {
	found := map[string]*property{}
	for i := range r.o.Blocks {
		if i >= sheetWindow {
			break
		}
		for what, rg := range r.propertiesOf(i) {
			if found[what] == nil {
				found[what] = &property{oneLine(rg.In(r.o.View.Text)), r.evidence(rg, likely, "property sheet")}
			}
		}
	}
	return found
}

// propertiesOf gives the properties that block i tells, where their values stand in the view.
func (r *reader) propertiesOf(i int) map[string]document.Range {
	if p := r.o.View.Paras[r.o.Blocks[i].Para]; p.Role == normalize.Row {
		return rowProperties(p, r.o.View.Text)
	}
	l := r.line(i)
	if found := propertiesIn(l.text); len(found) > 0 {
		for what, rg := range found {
			found[what] = l.within(rg.Start, rg.End)
		}
		return found
	}
	if m := propertyIn(l.text); m != nil {
		if what := propertyNamed(l.text[m[2]:m[3]]); what != "" {
			return map[string]document.Range{what: l.within(m[4], m[5])}
		}
	}
	if i+1 < len(r.o.Blocks) && propertyNamed(l.text) == "title" { // a heading, and the words under it
		return map[string]document.Range{"title": r.o.Blocks[i+1].Whole}
	}
	return nil
}

// propertyIn finds heading and value in a line "Số hiệu: …". Most lines have no sign between them, which is seen sooner.
func propertyIn(text string) []int {
	sign := strings.IndexAny(text[:min(len(text), longestHeading)], ":|")
	if sign < 0 || utf8.RuneCountInString(strings.Trim(text[:sign], "-•*_ \t\n")) > sheetNameLetters {
		return nil
	}
	return sheetLine.FindStringSubmatchIndex(text)
}

// rowProperties gives the properties that a row tells: a heading and its value, once or several times.
func rowProperties(p normalize.Para, text string) map[string]document.Range {
	var cells []document.Range
	for _, c := range p.Cells {
		if strings.TrimSpace(c.In(text)) != "" {
			cells = append(cells, c)
		}
	}
	if len(cells)%2 == 1 {
		return nil
	}
	found := map[string]document.Range{}
	for i := 0; i < len(cells); i += 2 {
		what := propertyNamed(strings.TrimRight(strings.TrimSpace(cells[i].In(text)), ":"))
		if value := strings.TrimSpace(cells[i+1].In(text)); what != "" && !slices.Contains(untold, value) {
			found[what] = cells[i+1]
		}
	}
	return found
}

// fitsNumber tells whether a day lies in the year that the paper's own number names, where it names one.
func (r *reader) fitsNumber(day string) bool {
	s, ok := r.parts()
	return !ok || s.Year == "" || strings.HasPrefix(day, s.Year)
}

// inFrontMatter gives where a value stands in the block before the text; no span where it does not stand there as it is.
func (r *reader) inFrontMatter(value string) document.Evidence {
	e := document.Evidence{Confidence: likely, Method: "front matter"}
	src := r.o.View.Source
	if len(src.Furniture) == 0 || src.Furniture[0].Start != 0 {
		return e
	}
	front := src.Furniture[0].In(src.Content)
	if at := strings.Index(front, value); at >= 0 {
		s := document.NewRuler(front).Span(document.Range{Start: at, End: at + len(value)})
		e.Span = &s
	}
	return e
}

// anyDay reads a day as sheets write it: 26/05/2026, 26 tháng 5 năm 2026, 2026-05-26.
func anyDay(s string) string {
	if m := wholeDay.FindStringSubmatch(s); m != nil {
		return isoDate(m[1], m[2], m[3])
	}
	if m := sheetDay.FindStringSubmatch(s); m != nil {
		return isoDate(m[3], m[2], m[1])
	}
	return ""
}
