package viet

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// onsets and rimes are all beginnings and endings of Vietnamese syllables without their tone. A syllable is an onset, or
// none, and a rime; the few pairs that the language does not use are not told apart.
var (
	onsets = set("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")
	rimes  = set("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây " +
		"e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu " +
		"i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu " +
		"o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot " +
		"ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt " +
		"u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu " +
		"ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu " +
		"y ych yêm yên yêng yêt yêu yn ynh yt")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// The five tone marks as combining characters; the breve, circumflex and horn belong to the letter.
const (
	grave = '\u0300'
	acute = '\u0301'
	tilde = '\u0303'
	hook  = '\u0309'
	dot   = '\u0323'
)

// IsSyllable tells whether a word, in either case, is built as a Vietnamese syllable is: onset, rime, at most one tone,
// and no other tone than acute and dot before c, ch, p and t.
func IsSyllable(word string) bool {
	if len(word) > 24 { // "nghiêng" with its tone has 11 bytes; the rest is room for decomposed letters
		return false
	}
	bare, tone, ok := splitTone(strings.ToLower(word))
	if !ok {
		return false
	}
	for i := range bare {
		if i > 3 {
			break
		}
		if i > 0 && !onsets[bare[:i]] || !rimes[bare[i:]] {
			continue
		}
		return tone == acute || tone == dot || !endsStopped(bare)
	}
	return false
}

// splitTone takes the tone mark out of a syllable; it reports false where there are two.
func splitTone(word string) (bare string, tone rune, ok bool) {
	ok = true
	bare = norm.NFC.String(strings.Map(func(r rune) rune {
		switch r {
		case grave, acute, tilde, hook, dot:
			ok = ok && tone == 0
			tone = r
			return -1
		}
		return r
	}, norm.NFD.String(word)))
	return bare, tone, ok
}

func endsStopped(bare string) bool {
	return strings.HasSuffix(bare, "c") || strings.HasSuffix(bare, "ch") || strings.HasSuffix(bare, "p") || strings.HasSuffix(bare, "t")
}

// Syllables counts the words of a text and how many of them are built as Vietnamese syllables. Words of one letter and
// numbers are left out: they prove nothing. Abbreviations and foreign names make even a perfect text miss a few.
func Syllables(text string) (valid, words int) {
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		if len(w) < 2 {
			continue
		}
		words++
		if IsSyllable(w) {
			valid++
		}
	}
	return valid, words
}
