package citation

import (
	"strings"
)

// partyWords are the words that the name of a congress or plenum resolution may hold, folded, the longer first. A name
// needs a number or a Roman numeral beside them: "Nghị quyết Trung ương 4 khoá XII", "Nghị quyết Đại hội đại biểu toàn
// quốc lần thứ XIII của Đảng".
var partyWords = []string{
	"dai hoi", "dai bieu", "toan quoc", "lan thu", "cua dang cong san viet nam", "dang cong san viet nam", "cua dang bo", "dang bo",
	"cua dang", "dang", "hoi nghi", "ban chap hanh", "bch", "trung uong", "nhiem ky", "khoa", "tinh", "thanh pho",
}

// ordinals are the numbers written as words behind "lần thứ".
var ordinals = []string{"nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai", "muoi ba", "muoi bon"}

// scanParty reads the name of a resolution or conclusion of a congress or a plenum that follows the kind's word at at.
func scanParty(s string, at int) (end int, ok bool) {
	p := at
	if to, ok := matchFolded(s, p, "cua"); ok {
		p = skipBlanks(s, to)
	}
	began := false
	for _, head := range []string{"dai hoi", "trung uong", "hoi nghi", "ban chap hanh trung uong", "bch trung uong"} {
		if _, ok := matchFolded(s, p, head); ok && capital(s, p) {
			began = true
		}
	}
	if !began {
		return 0, false
	}
	numbered, ordinal := false, false
	for n := 0; n < maxPartyWords; n++ {
		to, kind := partyStep(s, p, ordinal)
		if kind == 0 {
			break
		}
		numbered = numbered || kind == partyNumber
		ordinal = kind == partyOrdinal
		end = to
		p = skipBlanks(s, to)
		if p == to {
			break
		}
	}
	return end, numbered
}

const maxPartyWords = 16

const (
	partyWord = iota + 1
	partyOrdinal
	partyNumber
)

// partyStep reads one word or numeral of such a name.
func partyStep(s string, p int, ordinal bool) (end, what int) {
	if r, _ := runeAt(s, p); r == '(' {
		inner := p + 1
		if to, ok := matchFolded(s, inner, "khoa"); ok {
			term := skipBlanks(s, to)
			if te := wordEnd(s, term); te > term && te < len(s) && s[te] == ')' && romanDigits(s[term:te]) {
				return te + 1, partyNumber
			}
		}
		return 0, 0
	}
	we := wordEnd(s, p)
	if we == p {
		return 0, 0
	}
	if w := s[p:we]; romanDigits(w) || len(w) <= 2 && w[0] >= '0' && w[0] <= '9' {
		return we, partyNumber
	}
	if ordinal {
		for i := len(ordinals) - 1; i >= 0; i-- {
			if to, ok := matchFolded(s, p, ordinals[i]); ok {
				return to, partyNumber
			}
		}
	}
	for _, w := range partyWords {
		if to, ok := matchFolded(s, p, w); ok {
			if strings.HasPrefix(w, "cua") && !strings.HasPrefix(lower(s[p:to]), "của đảng") {
				continue
			}
			if w == "lan thu" {
				return to, partyOrdinal
			}
			if (w == "tinh" || w == "thanh pho") && !capital(s, skipBlanks(s, to)) {
				return 0, 0
			}
			return to, partyWord
		}
	}
	return 0, 0
}
