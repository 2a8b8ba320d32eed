package query

import (
	"strings"
	"unicode"

	"github.com/soichi/soichi/document"
)

// valueFollows tells whether what stands after a field's colon makes it a field: a value that touches it, or the end of
// the query, which is an error to report. A blank makes the name a plain word, as in a pasted "Chủ đề: Đoàn kết".
func (p *parser) valueFollows(i int) bool {
	return i >= len(p.s) || !unicode.IsSpace(firstRune(p.s[i:]))
}

// field reads the value of f; start is where its name stands.
func (p *parser) field(f FieldInfo, start int) (Node, error) {
	at := p.i
	value, quoted, err := p.value()
	if err != nil {
		return nil, err
	}
	if !hasWord(value) {
		return nil, p.fail(start, NoValue, f.Name, f.Example)
	}
	switch f.Type {
	case "date":
		return p.dates(f, value, at)
	case "kind":
		return p.kind(f, value, quoted, at)
	case "level":
		level, ok := levels[strings.TrimPrefix(document.FoldASCII(value), "cap ")]
		if !ok {
			return nil, p.fail(at, NoLevel, value, `trung_uong, tinh, huyen, xa`)
		}
		return Field{f.Name, level}, nil
	default:
		return Field{f.Name, value}, nil
	}
}

// value reads a quoted or a bare value; a bare one may begin with a comparison and ends without punctuation.
func (p *parser) value() (value string, quoted bool, err error) {
	if p.i < len(p.s) {
		if r := firstRune(p.s[p.i:]); r == '"' || r == '“' {
			value, err = p.quoted()
			return value, true, err
		}
	}
	end, next := wordEnd(p.s, p.i)
	value = p.s[p.i:end]
	if strings.HasSuffix(p.s[p.i:next], "..") {
		value += ".." // an open range: date:2023..
	}
	p.i = next
	return value, false, nil
}

// maxKindWords is the number of syllables of the longest kind name that people write without quotes.
const maxKindWords = 4

// kind looks the value up in the table of kinds. A name of several syllables may stand without quotes: as many words
// are taken as make the longest name, so that loại:chỉ thị means what it says.
func (p *parser) kind(f FieldInfo, value string, quoted bool, at int) (Node, error) {
	best, ok := kindValue(value)
	rest := p.i
	if !quoted {
		words, i := value, p.i
		for n := 1; n < maxKindWords && i < len(p.s) && p.s[i] == ' ' && i+1 < len(p.s) && wordRune(firstRune(p.s[i+1:])); n++ {
			end, next := wordEnd(p.s, i+1)
			words += " " + p.s[i+1:end]
			i = next
			if v, found := kindValue(words); found {
				best, ok, rest = v, true, i
			}
		}
	}
	if !ok {
		return nil, p.fail(at, NoKind, value, kindExamples(value))
	}
	p.i = rest
	return Field{f.Name, best}, nil
}

// levels are the levels of bodies by their names, folded.
var levels = map[string]string{
	"trung_uong": "trung_uong", "trung uong": "trung_uong", "tw": "trung_uong", "central": "trung_uong",
	"tinh": "tinh", "province": "tinh", "huyen": "huyen", "district": "huyen", "xa": "xa", "commune": "xa",
}

// kindExamples lists the kinds that begin like value, or the commonest.
func kindExamples(value string) string {
	folded := document.FoldASCII(value)
	var out []string
	for _, k := range document.Kinds() {
		if len(folded) > 0 && strings.HasPrefix(k.Value, folded[:1]) {
			out = append(out, k.Value)
		}
	}
	if len(out) == 0 {
		return "chi_thi, ke_hoach, bao_cao, quyet_dinh, …"
	}
	return strings.Join(out, ", ")
}

// unknownField reports name:value where name is no field. Times (9:30), addresses (http://…) and a colon before a blank
// are left to be words.
func (p *parser) unknownField(word string, next int) error {
	name, value, found := strings.Cut(word, ":")
	if !found && strings.HasPrefix(p.s[p.i+len(word):], `:"`) {
		name, value, found = word, "?", true
	}
	if !found || value == "" || !wordRune(firstRune(value)) && value != "?" {
		return nil
	}
	for _, r := range name {
		if !unicode.IsLetter(r) {
			return nil
		}
	}
	if near := nearestField(name); near != "" {
		return p.fail(p.i, NoFieldButNear, name, near)
	}
	var names []string
	for _, f := range Fields() {
		names = append(names, f.Name)
	}
	return p.fail(p.i, NoField, name, strings.Join(names, ", "))
}
