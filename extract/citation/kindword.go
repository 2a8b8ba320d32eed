package citation

import (
	"strings"
	"sync"

	"github.com/soichi/soichi/document"
)

// kindWord is a word or abbreviation that begins a mention.
type kindWord struct {
	folded string // lower-case ASCII
	exact  string // lower-case with marks, canonical tone places
	kind   string
	abbr   bool // "QĐ", "NQ": counts only before a number
	law    bool // cited by name as often as by number
}

// otherWords are the words beside the names of kinds: the generic "văn bản", which a number may follow, and what
// clerks abbreviate.
var otherWords = []kindWord{
	{exact: "văn bản", kind: "cong_van"}, {exact: "công hàm", kind: "cong_van"}, {exact: "lệnh", kind: "lenh"},
	{exact: "đề án", kind: "de_an"}, {exact: "dự án luật", kind: ""}, {exact: "điện", kind: "cong_dien"},
	{exact: "thông tư liên bộ", kind: "thong_tu_lien_tich"}, {exact: "thông tư liên ngành", kind: "thong_tu_lien_tich"},
	{exact: "quyết nghị", kind: "nghi_quyet"}, {exact: "ttlt", kind: "thong_tu_lien_tich", abbr: true},
}

// abbreviated are the kinds whose code is written for the word before a number ("QĐ số 31-QĐ/TW").
var abbreviated = map[string]bool{
	"chi_thi": true, "ke_hoach": true, "quyet_dinh": true, "nghi_quyet": true, "nghi_dinh": true, "thong_tu": true,
	"huong_dan": true, "cong_van": true, "cong_dien": true, "ket_luan": true, "thong_bao": true,
}

// kindWords indexes the words by their first folded letter, the longest first.
var kindWords = sync.OnceValue(func() *[256][]kindWord {
	var table [256][]kindWord
	add := func(w kindWord) {
		w.folded = document.FoldASCII(w.exact)
		list := table[w.folded[0]]
		at := 0
		for at < len(list) && len(list[at].folded) >= len(w.folded) {
			at++
		}
		list = append(list[:at:at], append([]kindWord{w}, list[at:]...)...)
		table[w.folded[0]] = list
	}
	for _, k := range document.Kinds() {
		law := k.Value == "luat" || k.Value == "bo_luat" || k.Value == "phap_lenh" || k.Value == "hien_phap"
		if k.Citable {
			add(kindWord{exact: lower(k.Name), kind: k.Value, law: law})
		}
		if abbreviated[k.Value] {
			add(kindWord{exact: strings.ToLower(k.Codes[0]), kind: k.Value, abbr: true})
		}
	}
	for _, w := range otherWords {
		if w.kind != "" {
			add(w)
		}
	}
	return &table
})

// letters is a set of small ASCII letters.
type letters uint32

func (l letters) holds(c byte) bool { return c >= 'a' && c <= 'z' && l&(1<<(c-'a')) != 0 }

// kindPairs tells which second letters the kind words have behind each first one.
var kindPairs = sync.OnceValue(func() *[256]letters {
	var t [256]letters
	for c, list := range kindWords() {
		for _, w := range list {
			t[c] |= 1 << (w.folded[1] - 'a')
		}
	}
	return &t
})

// starts tells for each byte whether it may begin a number or a kind word with a capital: the cheap test that runs on
// every byte. Kind words in small letters count before a number alone and are read backward from it.
var starts = sync.OnceValue(func() *[256]bool {
	var t [256]bool
	for c := byte('0'); c <= '9'; c++ {
		t[c] = true
	}
	for c, list := range kindWords() {
		if len(list) > 0 {
			t[c-'a'+'A'] = true
		}
	}
	t[0xC4], t[0xC3] = true, true // the first bytes of Đ and Ð; no kind's word begins with a vowel
	return &t
})

// kindAt matches the longest kind word at at. exact tells that the marks are right too, which a word must have unless a
// number follows it.
func kindAt(s string, at int) (w kindWord, end int, exact, ok bool) {
	r, n := runeAt(s, at)
	next, size := runeAt(s, at+n)
	first, second := fold(r), fold(next)
	if !kindPairs()[first].holds(second) {
		return kindWord{}, 0, false, false
	}
	after, _ := runeAt(s, at+n+size)
	third := fold(after)
	for i := range kindWords()[first] {
		w := &kindWords()[first][i]
		if w.folded[1] != second || len(w.folded) > 2 && w.folded[2] != third && w.folded[2] != ' ' {
			continue
		}
		if end, ok := matchFolded(s, at, w.folded); ok {
			if w.abbr && (!capital(s, at) || lower(s[at:end]) == s[at:end]) {
				continue
			}
			return *w, end, reads(s[at:end], w.exact), true
		}
	}
	return kindWord{}, 0, false, false
}

// kindBefore matches the kind word that ends at end, the longest one.
func kindBefore(s string, end int) (w kindWord, start int, ok bool) {
	p := end
	for range longestKind {
		from := wordStart(s, p)
		if from == p {
			break
		}
		if k, to, _, found := kindAt(s, from); found && to == end && !k.abbr {
			w, start, ok = k, from, true
		}
		p = backBlanks(s, from)
	}
	return w, start, ok
}

// longestKind is the number of syllables of the longest kind word, "văn bản hợp nhất".
const longestKind = 4
