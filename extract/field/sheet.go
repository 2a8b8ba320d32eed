package field

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
)

// sheetNames are the headings under which sites and front matter tell a paper's properties, folded to letters, and the
// property that each means.
var sheetNames = map[string]string{
	"so hieu": "symbol", "sohieu": "symbol", "so ky hieu": "symbol", "so van ban": "symbol",
	"ngay ban hanh": "date", "ngaybanhanh": "date", "ngay ky": "date",
	"co quan ban hanh": "issuer", "coquanbanhanh": "issuer", "noi ban hanh": "issuer", "capbanhanh": "issuer",
	"loai van ban": "kind", "loaivanban": "kind",
}

// sheetWindow bounds the search for a property sheet to what stands before the paper.
const sheetWindow = 60

var (
	sheetLine = regexp.MustCompile(`^[*_ ]*([\p{L} ]{5,20}?)[*_ ]*\s*[:|]\s*(.+)$`)
	sheetDay  = regexp.MustCompile(`^(?:[Nn]gày\s+)?(\d{1,2})(?:[/.-]|\s+tháng\s+)(\d{1,2})(?:[/.-]|\s+năm\s+)(\d{4})$`)
	wholeDay  = regexp.MustCompile(`^(\d{4})-(\d\d)-(\d\d)`)
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
	for name, value := range r.o.View.Source.Meta {
		what := sheetNames[strings.Join(strings.FieldsFunc(document.FoldASCII(name), func(c rune) bool { return c == '_' || c == '-' || c == ' ' }), " ")]
		if what != "" && r.properties[what] == nil && value != "" {
			r.properties[what] = &property{value, r.inFrontMatter(value)}
		}
	}
	if p := r.properties["symbol"]; p != nil && r.h.Symbol == nil && !r.blank {
		if _, ok := document.ParseSymbol(p.value); ok {
			r.h.Symbol = &document.Field{Value: p.value, Evidence: p.evidence}
		}
	}
	if p := r.properties["date"]; p != nil && r.h.IssuedOn == nil {
		if day := anyDay(p.value); day != "" {
			r.h.IssuedOn = &document.Field{Value: day, Evidence: p.evidence}
		}
	}
}

// fromSheet fills issuer and kind from the properties where nothing else told them.
func (r *reader) fromSheet() {
	if p := r.properties["issuer"]; p != nil && r.h.Issuer == nil {
		if b, score := r.reg.Find(p.value, r.on()); b != nil && score >= 0.9 {
			r.h.Issuer = &document.Issuer{Value: b.Name, Code: document.NullString(b.Code), Evidence: p.evidence}
		}
	}
	if p := r.properties["kind"]; p != nil && r.h.Kind == nil {
		if k, n := kindOf(strings.ReplaceAll(p.value, "-", " ")); n > 0 {
			r.h.Kind = &document.Kind{Value: k.Value, Name: k.Name, Evidence: p.evidence}
		}
	}
}

// sheetLines reads the sheet in the text: rows of two cells, or lines "Số hiệu: …".
func (r *reader) sheetLines() map[string]*property {
	found := map[string]*property{}
	for i, b := range r.o.Blocks {
		if i >= sheetWindow {
			break
		}
		text := b.Whole.In(r.o.View.Text)
		name, from, to := "", 0, len(text)
		if p := r.o.View.Paras[b.Para]; p.Role == normalize.Row {
			if len(p.Cells) != 2 {
				continue
			}
			name = p.Cells[0].In(r.o.View.Text)
			from, to = p.Cells[1].Start-b.Whole.Start, p.Cells[1].End-b.Whole.Start
		} else if m := sheetLine.FindStringSubmatchIndex(text); m != nil {
			name, from, to = text[m[2]:m[3]], m[4], m[5]
		}
		what := sheetNames[strings.TrimSpace(document.FoldASCII(strings.Trim(name, " *_")))]
		value := strings.TrimSpace(text[from:to])
		if what == "" || found[what] != nil || value == "" {
			continue
		}
		l := line{text, b.Whole, i}
		found[what] = &property{oneLine(value), r.evidence(l.within(from, to), likely, "property sheet")}
	}
	return found
}

// inFrontMatter gives where a value stands in the block before the text; no span where it does not stand there as it is.
func (r *reader) inFrontMatter(value string) document.Evidence {
	e := document.Evidence{Confidence: likely, Method: "front matter"}
	src := r.o.View.Source
	if len(src.Furniture) == 0 || src.Furniture[0].Start != 0 {
		return e
	}
	if at := strings.Index(src.Furniture[0].In(src.Content), value); at >= 0 {
		s := document.NewRuler(src.Content).Span(document.Range{Start: at, End: at + len(value)})
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
