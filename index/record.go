package index

import (
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/index/vi"
)

// Doc is what the index needs of a document. Nothing of it is stored but the ID and what facets and sorting need.
type Doc struct {
	ID         string
	Symbol     string
	Kind       string
	Issuer     string
	IssuerCode string
	IssuedOn   string // ISO 8601, possibly a year or a month alone
	Title      string
	Signer     string
	Body       string
	Themes     []string
	Tasks      []string // the words of the tasks
	Leads      []string
	LeadNames  []string // what the units of Leads are called wherever they are counted; the caller knows
	Level      string   // of the issuer: a value that the caller gives
	Dues       []string // ISO dates
	Cites      []string // symbols, ids, URNs or names of cited documents
	Implements []string // those of them that it carries out
}

// FromDocument takes out of a document what is searched.
func FromDocument(d *document.Document) Doc {
	out := Doc{ID: d.ID, Body: d.Text}
	if d.Symbol != nil {
		out.Symbol = d.Symbol.Value
	}
	if d.Kind != nil {
		out.Kind = d.Kind.Value
	}
	if d.Issuer != nil {
		out.Issuer, out.IssuerCode = d.Issuer.Value, string(d.Issuer.Code)
	}
	out.IssuedOn = d.Day()
	if d.Title != nil {
		out.Title = d.Title.Value
	}
	if d.Signer != nil {
		out.Signer = d.Signer.Value
	}
	for _, t := range d.Themes {
		out.Themes = append(out.Themes, t.Text)
	}
	for _, t := range d.Tasks {
		out.Tasks = append(out.Tasks, t.Text)
		out.Leads = append(out.Leads, t.Lead...)
		if t.Due != nil && t.Due.Value != "" {
			out.Dues = append(out.Dues, string(t.Due.Value))
		}
	}
	for i, c := range d.Citations {
		names := citationNames(c)
		out.Cites = append(out.Cites, names...)
		if c.Relation == document.Implements && c.Subject == nil || implementedByTitle(d, i) {
			out.Implements = append(out.Implements, names...)
		}
	}
	return out
}

// implementedByTitle tells whether citation i is carried out by another citation that is this very document, as in
// "Kế hoạch số 16/KH-HĐTĐKT thực hiện Chỉ thị số 19/CT-TTg" standing in plan 16 itself.
func implementedByTitle(d *document.Document, i int) bool {
	c := d.Citations[i]
	if c.Relation != document.Implements || c.Subject == nil || d.Symbol == nil || *c.Subject < 0 || *c.Subject >= len(d.Citations) {
		return false
	}
	return document.FoldSymbol(string(d.Citations[*c.Subject].Symbol)) == document.FoldSymbol(d.Symbol.Value)
}

// citationNames lists what a cited document can be asked for by.
func citationNames(c document.Citation) []string {
	var out []string
	for _, n := range []document.NullString{c.Symbol, c.Name, c.URN, c.ResolvesTo} {
		if n != "" {
			out = append(out, string(n))
		}
	}
	return out
}

// pieces cuts a symbol, a name or an id into folded tokens: "02 /CT-VKSTC" and "2/ct-vkstc" give the same.
func pieces(s string) []string {
	var t vi.Tokenizer
	var out []string
	for _, tok := range t.Tokens(nil, s) {
		out = append(out, tok.Folded)
	}
	return out
}

// key is the form in which two writings of a symbol, name or id are equal.
func key(s string) string { return strings.Join(pieces(s), " ") }

// symbolTerms lists what a symbol is found by: its pieces, the whole, and its letters run together, which is how people
// who type fast write them (19 ctttg).
func symbolTerms(symbol string) []string {
	p := pieces(symbol)
	if len(p) == 0 {
		return nil
	}
	var letters strings.Builder
	for _, w := range p {
		if w[0] < '0' || w[0] > '9' {
			letters.WriteString(w)
		}
	}
	out := append(slices.Clone(p), letters.String(), strings.Join(p, ""))
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(s string) bool { return s == "" })
}

// year gives the year of an ISO date, "" if there is none.
func year(iso string) string {
	if len(iso) < 4 {
		return ""
	}
	return iso[:4]
}

// dayNumber writes an ISO date as the number 20221227, the missing parts of a shorter one as 00, and 0 for none.
func dayNumber(iso string) float64 {
	n := 0
	for i := range 8 {
		pos := []int{0, 1, 2, 3, 5, 6, 8, 9}[i]
		n *= 10
		if pos < len(iso) {
			c := iso[pos]
			if c < '0' || c > '9' {
				return 0
			}
			n += int(c - '0')
		}
	}
	return float64(n)
}
