package document

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed kinds.tsv
var kindTable string

// KindInfo is one row of the table of document kinds.
type KindInfo struct {
	Value   string   // "chi_thi"
	Name    string   // "Chỉ thị"
	Codes   []string // abbreviations in symbols, the official one first
	Citable bool     // the bare word with a number or a name is a mention of a document
}

// Kinds lists every kind of document that the program tells apart, in the order of the table.
var Kinds = sync.OnceValue(func() []KindInfo {
	var out []KindInfo
	for line := range strings.Lines(kindTable) {
		line = strings.TrimRight(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		col := strings.Split(line, "\t")
		k := KindInfo{Value: col[0], Name: col[1], Citable: col[3] == "yes"}
		if col[2] != "" {
			k.Codes = strings.Split(col[2], ",")
		}
		out = append(out, k)
	}
	return out
})

// KindName gives the printed name of a kind value, or "" for an unknown one.
func KindName(value string) string {
	for _, k := range Kinds() {
		if k.Value == value {
			return k.Name
		}
	}
	return ""
}

// KindOfCode gives the kind that a code in a symbol stands for. Where a code serves several kinds ("TT" is a circular
// of the State and a thông tri of the Party, "QĐ/TW" also a quy định) the first of the table wins: the word in the text
// decides against it where there is one. Unknown codes give "".
func KindOfCode(code string) string { return kindOfCode()[code] }

// kindOfCode indexes the table by code.
var kindOfCode = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, k := range Kinds() {
		for _, c := range k.Codes {
			if _, taken := m[c]; !taken {
				m[c] = k.Value
			}
		}
	}
	return m
})
