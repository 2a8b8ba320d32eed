package citation

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
)

//go:embed issuers.tsv
var issuerTable string

// issuerWords is what the grammar of an issuer phrase needs to know beside capitals.
type issuerWords struct {
	stop   map[string]bool     // a word or pair of words that no name of a body goes on with
	always map[string]bool     // those that end a name even with a capital
	pairs  map[string]bool     // the pairs of stop, folded, for scans that lost marks
	whole  map[string][]string // names that hold "và", a comma or a dash, by their first folded word
	expand map[string]string   // abbreviation → what it stands for
	heads  map[string]bool     // words that a second issuer of a joint document begins with
	closed []string            // names that end a phrase, lower-case
}

var issuers = sync.OnceValue(func() issuerWords {
	w := issuerWords{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string][]string{}, map[string]string{}, map[string]bool{}, nil}
	for line := range strings.Lines(issuerTable) {
		col := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(col) < 2 || strings.HasPrefix(line, "#") {
			continue
		}
		if strings.Contains(col[1], " ") && (col[0] == "stop" || col[0] == "always") {
			w.pairs[document.FoldASCII(col[1])] = true
		}
		switch col[0] {
		case "stop":
			w.stop[col[1]] = true
		case "always":
			w.stop[col[1]], w.always[col[1]] = true, true
		case "whole":
			name := document.FoldASCII(col[1])
			first, _, _ := strings.Cut(name, " ")
			first = strings.TrimRight(first, ",")
			w.whole[first] = append(w.whole[first], name)
		case "expand":
			w.expand[col[1]] = col[2]
		case "head":
			w.heads[col[1]] = true
		case "closed":
			w.closed = append(w.closed, col[1])
		}
	}
	return w
})

// maxIssuerWords bounds an issuer phrase; the longest real one seen has 21 words.
const maxIssuerWords = 24

// scanIssuer reads the body or office that the phrase at at names, where at stands behind "của". joint allows several
// bodies joined by "và", commas or dashes, as circulars have them.
func scanIssuer(s string, at int, joint bool) (document.Range, bool) {
	_, league := matchFolded(s, at, "lien") // "của liên Bộ Tài chính, Y tế": each word behind a comma is a ministry
	if !capital(s, at) && !league {
		return document.Range{}, false
	}
	joint = joint || league
	tab := issuers()
	end, p := at, at
	for n := 0; n < maxIssuerWords; n++ {
		if to, ok := wholeName(s, p, tab); ok {
			end = to
		} else {
			we := wordEnd(s, p)
			if we == p || stops(s, p, we, tab) && n > 0 {
				break
			}
			end = we
		}
		if closes(s[at:end], tab) {
			end = closing(s, end)
			next, ok := nextBody(s, end, league, tab)
			if !ok || !joint {
				break
			}
			p = next
			continue
		}
		next, ok := nextInName(s, end, joint, league, tab)
		if !ok {
			break
		}
		p = next
	}
	end = trimName(s, at, end)
	return document.Range{Start: at, End: end}, end > at
}

// wholeName matches a name with inner "và" or comma that begins at p.
func wholeName(s string, p int, tab issuerWords) (int, bool) {
	we := wordEnd(s, p)
	if we == p {
		return 0, false
	}
	var buf [32]byte
	for _, name := range tab.whole[string(appendFolded(buf[:0], s[p:we]))] {
		if end, ok := matchFolded(s, p, name); ok {
			return end, true
		}
	}
	return 0, false
}

// stops tells whether the word from p to we, alone or with the next one, cannot be part of a name.
func stops(s string, p, we int, tab issuerWords) bool {
	set := tab.stop
	if capital(s, p) && !allCapital(s[p:we]) {
		set = tab.always
	}
	word := lower(s[p:we])
	if set[word] {
		return true
	}
	if next := skipBlanks(s, we); next > we {
		if ne := wordEnd(s, next); ne > next {
			var buf [64]byte
			pair := append(append(append(buf[:0], word...), ' '), lower(s[next:ne])...)
			if set[string(pair)] || capital(s, p) {
				return set[string(pair)]
			}
			return tab.pairs[string(appendFolded(append(appendFolded(buf[:0], s[p:we]), ' '), s[next:ne]))]
		}
	}
	return false
}

// allCapital tells whether a word or a line of more than one letter is written in capitals.
func allCapital(s string) bool { return noSmall(s) && utf8.RuneCountInString(s) > 1 }

// noSmall tells whether s holds no small letter.
func noSmall(s string) bool {
	for _, r := range s {
		if unicode.ToUpper(r) != r {
			return false
		}
	}
	return true
}

// closes tells whether a name is complete, so that what follows is not part of it.
func closes(name string, tab issuerWords) bool {
	for _, c := range tab.closed {
		if len(name) >= len(c) && strings.EqualFold(name[len(name)-len(c):], c) {
			return true
		}
	}
	return false
}

// closing takes what may still follow a complete name: the term of an assembly or committee ("khóa XIII").
func closing(s string, end int) int {
	p := skipBlanks(s, end)
	for _, more := range []string{"trung uong doan", "trung uong dang", "trung uong", "dang", "khoa"} {
		to, ok := matchFolded(s, p, more)
		if !ok {
			continue
		}
		if more != "khoa" {
			end, p = to, skipBlanks(s, to)
			continue
		}
		term := skipBlanks(s, to)
		if te := wordEnd(s, term); te > term && (romanDigits(s[term:te]) || s[term] >= '0' && s[term] <= '9') {
			return te
		}
	}
	return end
}

func romanDigits(s string) bool { return s != "" && strings.Trim(s, "IVXLC") == "" }

// nextBody gives the start of the next body of a joint document: ", Tòa án nhân dân tối cao", " và Bộ Công an".
func nextBody(s string, end int, league bool, tab issuerWords) (int, bool) {
	p := skipBlanks(s, end)
	r, n := runeAt(s, p)
	if w := wordEnd(s, p); s[p:w] == "và" || s[p:w] == "VÀ" {
		n = w - p
	} else if r != ',' && !dashRune(r) {
		return 0, false
	}
	p = skipBlanks(s, p+n)
	return p, beginsBody(s, p, tab) || league && capital(s, p)
}

// nextInName gives the start of the next word of a name that is read up to end.
func nextInName(s string, end int, joint, league bool, tab issuerWords) (int, bool) {
	p := skipBlanks(s, end)
	r, n := runeAt(s, p)
	switch {
	case n == 0:
		return 0, false
	case r == '(': // an abbreviation inside the name: "Viện kiểm sát nhân dân (VKSND) tối cao"
		close := strings.IndexByte(s[p:], ')')
		if close < 0 || close > 40 || !allCapital(s[p+1:p+close]) {
			return 0, false
		}
		after := skipBlanks(s, p+close+1)
		we := wordEnd(s, after)
		return after, we > after && !stops(s, after, we, tab) && !hyphenOrDigit(s, after)
	case dashRune(r):
		after := skipBlanks(s, p+n)
		return after, capital(s, after)
	case r == ',' && joint:
		return nextBody(s, end, league, tab)
	case !wordRune(r) || p == end:
		return 0, false
	}
	we := wordEnd(s, p)
	if w := s[p:we]; w == "và" || w == "VÀ" {
		next, ok := nextBody(s, end, league, tab)
		return next, ok && joint
	}
	if r >= '0' && r <= '9' && !numberedUnit(s, end) {
		return 0, false
	}
	return p, true
}

func hyphenOrDigit(s string, at int) bool {
	r, _ := runeAt(s, at)
	return r >= '0' && r <= '9'
}

// numberedUnit tells whether the word before end takes a number in names ("Quận 3", "Vụ 16", "Khối thi đua số 2").
func numberedUnit(s string, end int) bool {
	switch lower(s[wordStart(s, end):end]) {
	case "quận", "phường", "vụ", "khu", "quân khu", "số", "phòng", "đạo", "ương": // "Ban Chỉ đạo 138", "Hội nghị Trung ương 7"
		return true
	}
	return false
}

func beginsBody(s string, at int, tab issuerWords) bool {
	we := wordEnd(s, at)
	return we > at && capital(s, at) && tab.heads[lower(s[at:we])]
}

// trimName takes words off the end that join or open something else.
func trimName(s string, at, end int) int {
	for end > at {
		ws := wordStart(s, end)
		switch lower(s[ws:end]) {
		case "của", "các", "và", "số", "về", "tại", "những":
			end = backBlanks(s, ws)
			continue
		}
		return end
	}
	return end
}

// spellOut writes the abbreviations of a name out and drops those in brackets.
func spellOut(name string) string {
	tab := issuers()
	name = strings.ReplaceAll(name, "\u00a0", " ")
	if i := strings.IndexByte(name, '('); i > 0 {
		if j := strings.IndexByte(name[i:], ')'); j > 0 {
			name = strings.TrimSpace(name[:i]) + name[i+j+1:]
		}
	}
	words := strings.Fields(name)
	for i, w := range words {
		if full, ok := tab.expand[w]; ok {
			words[i] = full
		}
	}
	return strings.Join(words, " ")
}
