package citation

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/soichi/soichi/document"
)

//go:embed laws.tsv
var lawTable string

// lawName is a name in lower case, with and without its marks.
type lawName struct{ folded, exact string }

// marksNeeded is the length in bytes below which a folded name must have its right marks too: "Luật gia" is no law on
// prices ("Giá").
const marksNeeded = 12

// lawNames holds the names of laws, codes and ordinances by the first word behind "Luật", folded, the longest first.
var lawNames = sync.OnceValue(func() map[string][]lawName {
	m := map[string][]lawName{}
	for line := range strings.Lines(lawTable) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name := lawName{document.FoldASCII(line), lower(line)}
		first := name.folded[:wordEnd(name.folded, 0)]
		list := m[first]
		at := 0
		for at < len(list) && len(list[at].folded) >= len(name.folded) {
			at++
		}
		m[first] = slices.Insert(list, at, name)
	}
	return m
})

// scanLawName reads the name that follows "Luật", "Bộ luật" or "Pháp lệnh" at at. A name out of the table counts
// wholly; another one is read while capitals begin it, and is then less sure.
func scanLawName(s string, at int) (end int, sure, ok bool) {
	we := wordEnd(s, at)
	if we == at {
		return 0, false, false
	}
	if end, ok := amendingLaw(s, at); ok {
		return end, true, true
	}
	if end, ok := matchFolded(s, at, "ve"); ok && capital(s, skipBlanks(s, end)) { // "Pháp lệnh về Hàm, cấp ngoại giao"
		return scanLawName(s, skipBlanks(s, end))
	}
	var buf [32]byte
	for _, name := range lawNames()[string(appendFolded(buf[:0], s[at:we]))] {
		if end, ok := matchFolded(s, at, name.folded); ok && (len(name.folded) >= marksNeeded || reads(s[at:end], name.exact)) {
			return end, true, true
		}
	}
	if !capital(s, at) || allCapital(s[at:we]) {
		return 0, false, false
	}
	tab := issuers()
	p := at
	for n := 0; n < maxLawWords; n++ {
		we := wordEnd(s, p)
		if we == p || n > 0 && (stops(s, p, we, tab) || hyphenOrDigit(s, p)) {
			break
		}
		end = we
		next := skipBlanks(s, we)
		if r, _ := runeAt(s, next); next == we || !wordRune(r) {
			break
		}
		p = next
	}
	return end, false, end > at && strings.IndexByte(s[at:end], ' ') > 0 && s[at:end] != "Việt Nam"
}

// maxLawWords bounds a law's name that is not in the table: short, because nothing but a stop word ends it.
const maxLawWords = 6

// amendingLaw reads "sửa đổi, bổ sung một số điều của Luật X [và Luật Y]" as the name of an amending law.
func amendingLaw(s string, at int) (int, bool) {
	if end, ok := matchFolded(s, at, "sua doi"); ok {
		at = end
	} else {
		return 0, false
	}
	for _, part := range []string{", ", "bo sung ", "mot so dieu ", "cua "} {
		if end, ok := matchFolded(s, skipBlanks(s, at), strings.TrimSpace(part)); ok || part == ", " {
			if part == ", " {
				r, n := runeAt(s, skipBlanks(s, at))
				if r == ',' {
					at = skipBlanks(s, at) + n
				}
				continue
			}
			at = end
		}
	}
	at = skipBlanks(s, at)
	if r, _ := runeAt(s, at); r >= '0' && r <= '9' { // "sửa đổi, bổ sung một số điều của 11 Luật"
		return 0, false
	}
	w, end, exact, ok := kindAt(s, at)
	if !ok || !exact || !w.law {
		return 0, false
	}
	to, _, ok := scanLawName(s, skipBlanks(s, end))
	if !ok {
		return 0, false
	}
	return amendedTogether(s, to), true
}

// amendedTogether goes on from the first law that an amending law names to the last: "… của Luật Tổ chức Chính phủ và Luật
// Tổ chức chính quyền địa phương". A comma alone joins nothing: other laws that are cited may stand behind it.
func amendedTogether(s string, at int) int {
	end := at
	for range maxAmended {
		p := skipBlanks(s, at)
		r, n := runeAt(s, p)
		last := false
		if w := wordEnd(s, p); r == ',' {
			p = skipBlanks(s, p+n)
		} else if last = s[p:w] == "và"; last {
			p = skipBlanks(s, w)
		} else {
			break
		}
		w, next, exact, ok := kindAt(s, p)
		if !ok || !exact || !w.law || w.abbr {
			break
		}
		to, _, ok := scanLawName(s, skipBlanks(s, next))
		if !ok {
			break
		}
		if at = to; last {
			end = to
			break
		}
	}
	return end
}

// maxAmended bounds the laws that one law amends; the most seen is eleven.
const maxAmended = 20
