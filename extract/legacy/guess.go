package legacy

import (
	"strings"
	"unicode"

	"github.com/soichi/soichi/viet"
)

const (
	// enoughSyllables is the share of well-built syllables that a decoding must reach: good texts of this kind have
	// 0.85 to 0.97, the rest being abbreviations; wrong decodings stay under 0.6.
	enoughSyllables = 0.8
	// enoughWords is the least number of words to judge a text by.
	enoughWords = 3
	// sampleSize is how much of a file is looked at.
	sampleSize = 64 << 10
	// betterBy is how much a decoding must win over the text as it stands.
	betterBy = 0.1
)

// ByFont gives the encoding that a font's name promises, and whether the font shows small letters as capitals, as the
// ABC fonts do whose name ends in H (.VnTimeH).
func ByFont(font string) (e Encoding, capitals bool) {
	name := strings.ToLower(strings.TrimSpace(font))
	switch {
	case strings.HasPrefix(name, ".vn") || strings.HasPrefix(name, "vn") && strings.HasPrefix(font, "Vn"):
		return TCVN3, strings.HasSuffix(font, "H") || strings.Contains(font, "H ")
	case strings.HasPrefix(name, "vni-") || strings.HasPrefix(name, "vni "):
		return VNI, false
	case strings.HasPrefix(name, "vps "):
		return VPS, false
	case strings.HasPrefix(name, "viscii") || strings.HasPrefix(name, "vi ") || strings.HasPrefix(name, "u-"):
		return VISCII, false
	default:
		return None, false
	}
}

// HasVietnamese tells whether a text holds Vietnamese letters that Windows-1252 lacks, and so is Unicode already.
func HasVietnamese(text string) bool {
	for _, r := range text {
		if r >= 0x1ea0 && r <= 0x1ef9 || r == 'ơ' || r == 'ư' || r == 'đ' || r == 'Đ' {
			return true
		}
	}
	return false
}

// Guess gives the encoding under which a text, whose characters stand for bytes, reads as Vietnamese, or None where the
// text is better as it stands or too short to tell.
func Guess(text string) Encoding {
	if HasVietnamese(text) || IsASCII(text) {
		return None
	}
	best, bestShare := None, share(text)+betterBy
	for _, e := range Encodings() {
		if s := share(e.DecodeString(text)); s >= enoughSyllables && s > bestShare {
			best, bestShare = e, s
		}
	}
	return best
}

// Bytes decodes a file that is not valid UTF-8 by trying each encoding. It reports false where none gives Vietnamese.
// The start of the file decides for the whole.
func Bytes(data []byte) (string, Encoding, bool) {
	best, bestShare := None, 0.0
	for _, e := range Encodings() {
		text, err := e.Decode(data[:min(len(data), sampleSize)])
		if err != nil {
			continue
		}
		if s := share(text); s >= enoughSyllables && s > bestShare {
			best, bestShare = e, s
		}
	}
	if best == None {
		return "", None, false
	}
	text, err := best.Decode(data)
	return text, best, err == nil
}

// share is the part of the words that are well-built syllables and keep their case within the word. Words without any
// letter beyond ASCII say nothing of the encoding and are left out; a text of fewer than enoughWords others has share 0.
func share(text string) float64 {
	valid, words := 0, 0
	for w := range strings.FieldsFuncSeq(text, isBreak) {
		if IsASCII(w) {
			continue
		}
		words++
		if viet.IsSyllable(w) && oneCase(w) {
			valid++
		}
	}
	if words < enoughWords {
		return 0
	}
	return float64(valid) / float64(words)
}

// isBreak splits at ASCII punctuation and blanks only: in a wrong decoding the symbols above ASCII stand for letters.
func isBreak(r rune) bool {
	return r < 0x80 && !unicode.IsLetter(r) || r == '\u00a0' || r == '–' || r == '“' || r == '”' || r == '…'
}

// oneCase tells a word written in small letters, in capitals, or with a capital at its start.
func oneCase(w string) bool {
	_, rest, _ := strings.Cut(w, string([]rune(w)[0]))
	return w == strings.ToUpper(w) || rest == strings.ToLower(rest)
}

// IsASCII tells a text that is the same in every encoding.
func IsASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
