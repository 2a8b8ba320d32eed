package query

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

//go:embed fields.tsv
var fieldTable string

// FieldInfo documents one field of the language: one row of the table that help and documentation print.
type FieldInfo struct {
	Name      string   // canonical: "issuer"
	Type      string   // "text", "kind", "level" or "date"
	Aliases   []string // other names, without marks: "co quan"; typed with or without marks and blanks
	Values    string   // what may stand after the colon
	Example   string
	Meaning   string
	MeaningVi string // the meaning in Vietnamese
}

var fieldList = sync.OnceValue(func() []FieldInfo {
	var out []FieldInfo
	for line := range strings.Lines(fieldTable) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		col := strings.Split(line, "\t")
		out = append(out, FieldInfo{Name: col[0], Type: col[1], Aliases: strings.Split(col[2], ","), Values: col[3], Example: col[4], Meaning: col[5], MeaningVi: col[6]})
	}
	return out
})

// Fields lists every field of the language, in the order of the table. The caller must not change it.
func Fields() []FieldInfo { return fieldList() }

type alias struct {
	text  string // folded, single blanks
	field FieldInfo
}

// aliases holds every name of every field, longest first, so that "so ky hieu" is tried before "so".
var aliases = sync.OnceValue(func() []alias {
	var out []alias
	for _, f := range fieldList() {
		out = append(out, alias{f.Name, f})
		for _, a := range f.Aliases {
			out = append(out, alias{a, f})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return len(out[i].text) > len(out[j].text) })
	return out
})

// matchField finds a field name and its colon at the start of s and gives the number of bytes they take, 0 if there is
// none.
func matchField(s string) (FieldInfo, int) {
	for _, a := range aliases() {
		if n := matchAlias(s, a.text); n > 0 {
			return a.field, n
		}
	}
	return FieldInfo{}, 0
}

// matchAlias matches name, whose blanks may be written as blanks, underscores or nothing, and the colon after it.
func matchAlias(s, name string) int {
	i := 0
	for _, want := range name {
		if want == ' ' {
			for i < len(s) && (s[i] == ' ' || s[i] == '_') {
				i++
			}
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if size == 0 || document.FoldASCII(string(r)) != string(want) {
			return 0
		}
		i += size
	}
	if i < len(s) && s[i] == ':' {
		return i + 1
	}
	return 0
}

// kindValue finds the kind that words name: its value, its printed name with or without marks, or its code.
func kindValue(words string) (string, bool) {
	folded := strings.ReplaceAll(document.FoldASCII(words), " ", "_")
	for _, k := range document.Kinds() {
		if k.Value == folded || strings.ReplaceAll(document.FoldASCII(k.Name), " ", "_") == folded {
			return k.Value, true
		}
	}
	for _, k := range document.Kinds() {
		for _, code := range k.Codes {
			if strings.EqualFold(code, words) {
				return k.Value, true
			}
		}
	}
	return "", false
}
