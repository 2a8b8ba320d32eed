package index

import (
	"strings"
	"unicode"

	bquery "github.com/blevesearch/bleve/v2/search/query"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/index/vi"
)

// maxSymbolWords is the longest query that is read as a whole as the name of one document.
const maxSymbolWords = 16

// symbol asks for a document's own symbol: the whole, or some pieces of it.
func (c *compiler) symbol(value string) bquery.Query {
	if k := key(value); c.has(fSymbolKey, k) {
		return term(fSymbolKey, k)
	}
	var all []bquery.Query
	for _, p := range pieces(value) {
		all = append(all, term(fSymbol, p))
	}
	if len(all) == 0 {
		return none()
	}
	return conj(all...)
}

// ownSymbol gives the ways in which words may name the document itself, nil if they cannot: a symbol among them
// (19/CT-TTg), the pieces of one (ct 19 ttg), or a spoken name (chỉ thị 19 năm 2021 thủ tướng).
func (c *compiler) ownSymbol(words []string, tokens []vi.Token) []bquery.Query {
	var out []bquery.Query
	for _, w := range words {
		if strings.ContainsAny(w, "/-") && hasDigit(w) && len(pieces(w)) > 1 {
			out = append(out, fixed(term(fSymbolKey, key(w)), symbolBoost))
			if q := dated(w); q != nil {
				out = append(out, fixed(q, symbolBoost))
			}
		}
	}
	if len(tokens) <= maxSymbolWords {
		if q := c.pieced(tokens); q != nil {
			out = append(out, fixed(q, symbolBoost))
		}
		if q := c.spoken(tokens); q != nil {
			out = append(out, fixed(q, symbolBoost))
		}
	}
	return out
}

// pieced reads words as pieces of a symbol, among them digits and letters: a bare number names no document. After the
// first letters, which are a code, words may also be the body's: 45 KH TU Phú Thọ.
func (c *compiler) pieced(tokens []vi.Token) bquery.Query {
	var all []bquery.Query
	digits, letters := false, false
	for _, t := range tokens {
		switch {
		case hasDigit(t.Folded):
			digits = true
			letters = letters || strings.ContainsFunc(t.Folded, unicode.IsLetter)
			all = append(all, term(fSymbol, t.Folded))
		case letters && strings.ContainsFunc(t.Folded, unicode.IsLetter):
			all = append(all, disj(1, term(fSymbol, t.Folded), term(fIssuerText, t.Folded)))
		default:
			letters = letters || strings.ContainsFunc(t.Folded, unicode.IsLetter)
			all = append(all, term(fSymbol, t.Folded))
		}
	}
	if !digits || !letters {
		return nil
	}
	return conj(all...)
}

// dated reads a symbol that was typed with a year that it does not bear: 19/2021/CT-TTg for 19/CT-TTg of 2021.
func dated(symbol string) bquery.Query {
	s, ok := document.ParseSymbol(symbol)
	if !ok || s.Year == "" {
		return nil
	}
	bare := strings.Replace(symbol, "/"+s.Year+"/", "/", 1)
	return conj(term(fSymbolKey, key(bare)), term(fYear, s.Year))
}

// spoken reads words as kind, number, year and body: a kind and a number have to be named, the rest as far as it is.
func (c *compiler) spoken(tokens []vi.Token) bquery.Query {
	kind, n := kindAt(tokens)
	if kind == "" {
		return nil
	}
	var must []bquery.Query
	var rest []vi.Token
	number := ""
	for i := n; i < len(tokens); i++ {
		w := tokens[i].Folded
		switch {
		case w == "so" || w == "cua" || w == "ngay" || w == "thang":
		case w == "nam" && i+1 < len(tokens) && isYear(tokens[i+1].Folded):
			must = append(must, term(fYear, tokens[i+1].Folded))
			i++
		case number == "" && hasDigit(w):
			number = w
			must = append(must, term(fSymbol, number))
		case isYear(w):
			must = append(must, term(fYear, w))
		default:
			rest = append(rest, tokens[i])
		}
	}
	if number == "" {
		return nil
	}
	must = append(must, term(fKind, kind))
	for _, t := range rest {
		must = append(must, disj(1, term(fIssuerText, t.Folded), term(fSymbol, t.Folded)))
	}
	return conj(must...)
}

// kindAt finds the longest name of a kind at the start of tokens.
func kindAt(tokens []vi.Token) (kind string, n int) {
	for _, k := range document.Kinds() {
		words := strings.Split(k.Value, "_")
		if len(words) <= n || len(words) > len(tokens) {
			continue
		}
		same := true
		for i, w := range words {
			same = same && tokens[i].Folded == w
		}
		if same {
			kind, n = k.Value, len(words)
		}
	}
	return kind, n
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}
