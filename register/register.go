package register

import (
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// Register holds bodies and finds them by code and by name.
type Register struct {
	bodies []*Body
	code   map[string][]*Body // by folded code
	name   map[string][]entry // by key of name or alias
	ascii  map[string][]entry // the same, marks folded away
	// national holds the folded keys of the bodies of the whole country, in the order of the tables.
	national []foldedBody
	// provinces holds the bare names of provinces, each once, in the order of the tables.
	provinces []string
	// local holds the bodies of provinces by how many letters their names have.
	local    map[int][]Spelling
	families map[string][]string // the key of a local name without its province, and the codes of that family
}

// entry is a body under one of its names.
type entry struct {
	body  *Body
	alias bool
}

// Spelling is a body and its own name in small letters without marks.
type Spelling struct {
	Body   *Body
	Folded string
}

// foldedBody is a body under the key of its own name, marks folded away.
type foldedBody struct {
	key  string
	body *Body
}

// build indexes the bodies, each once.
func build(bodies []*Body) *Register {
	r := &Register{code: map[string][]*Body{}, name: map[string][]entry{}, ascii: map[string][]entry{}}
	r.families, r.local = localFamilies(), map[int][]Spelling{}
	seen := map[string]bool{}
	for _, b := range bodies {
		id := strings.Join([]string{b.Name, b.Code, b.From, b.To}, "\t")
		if seen[id] {
			continue
		}
		seen[id] = true
		r.bodies = append(r.bodies, b)
		if b.Province != "" && !seen["province "+b.Province] {
			seen["province "+b.Province] = true
			r.provinces = append(r.provinces, b.Province)
		}
		for _, c := range b.Codes {
			f := document.FoldSymbol(c)
			r.code[f] = append(r.code[f], b)
		}
		if s := (Spelling{b, document.FoldASCII(b.Name)}); b.Province != "" {
			r.local[len(s.Folded)] = append(r.local[len(s.Folded)], s)
		} else {
			r.national = append(r.national, foldedBody{document.FoldASCII(key(b.Name)), b})
		}
		r.addName(b.Name, b, false)
		for _, a := range b.Aliases {
			r.addName(a, b, true)
		}
	}
	return r
}

func (r *Register) addName(name string, b *Body, alias bool) {
	k := key(name)
	if k == "" {
		return
	}
	for _, e := range r.name[k] {
		if e.body == b {
			return
		}
	}
	r.name[k] = append(r.name[k], entry{b, alias})
	r.ascii[document.FoldASCII(k)] = append(r.ascii[document.FoldASCII(k)], entry{b, alias})
	// "tư" is read as an abbreviation, "tu" is not: a name whose words are taken for one is also known letter by letter.
	if plain := document.FoldASCII(strings.Join(strings.Fields(viet.Letters(name)), " ")); plain != document.FoldASCII(k) {
		r.ascii[plain] = append(r.ascii[plain], entry{b, alias})
	}
}

// Bodies lists every body in the order of the tables.
func (r *Register) Bodies() []*Body { return append([]*Body(nil), r.bodies...) }

// Local lists the bodies of provinces whose names have so many letters, in the order of the tables.
func (r *Register) Local(letters int) []Spelling { return r.local[letters] }

// ByCode gives the bodies that a code in a symbol stood for on a day. Several mean that the code alone does not decide:
// UBND is every people's committee, TW three organs of the Party. The number of a National Assembly term is no part of
// the code ("QH15"), nor are case and the marks of Đ.
func (r *Register) ByCode(code, on string) []*Body {
	f := document.FoldSymbol(code)
	if trimmed := strings.TrimRight(f, "0123456789"); trimmed == "QH" || trimmed == "UBTVQH" {
		f = trimmed
	}
	var out []*Body
	for _, b := range r.code[f] {
		if b.On(on) {
			out = append(out, b)
		}
	}
	return out
}

// Former gives the bodies whose work went to b, the nearest first.
func (r *Register) Former(b *Body) []*Body {
	var out []*Body
	for _, old := range r.bodies {
		for _, into := range old.Into {
			if into == b.Name && old != b {
				out = append(out, old)
				break
			}
		}
	}
	return out
}

// Successors gives the bodies that took over the work of b when it ended.
func (r *Register) Successors(b *Body) []*Body {
	var out []*Body
	for _, name := range b.Into {
		for _, e := range r.name[key(name)] {
			if !e.alias && e.body != b && (b.To == "" || e.body.To == "" || e.body.To > b.To) {
				out = append(out, e.body)
			}
		}
	}
	return out
}
