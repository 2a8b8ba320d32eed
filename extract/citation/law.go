package citation

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/soichi/soichi/document"
)

//go:embed laws.tsv
var lawTable string

// lawNames holds the names of laws, codes and ordinances by the first word behind "Luật", folded, the longest first.
var lawNames = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(lawTable) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name := document.FoldASCII(line)
		first := name[:wordEnd(name, 0)]
		list := m[first]
		at := 0
		for at < len(list) && len(list[at]) >= len(name) {
			at++
		}
		m[first] = append(list[:at:at], append([]string{name}, list[at:]...)...)
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
	for _, name := range lawNames()[document.FoldASCII(s[at:we])] {
		if end, ok := matchFolded(s, at, name); ok {
			return end, true, true
		}
	}
	if !capital(s, at) {
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
	return end, false, end > at && strings.IndexByte(s[at:end], ' ') > 0
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
	return to, ok
}
