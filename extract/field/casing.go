package field

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

//go:embed casing.tsv
var casingTable string

// heads open the name of a unit: the word after them is capital, as in "Sở Y tế".
var heads = map[string]bool{
	"bộ": true, "sở": true, "cục": true, "vụ": true, "ban": true, "phòng": true, "viện": true, "trường": true, "trung tâm": true,
	"tổng cục": true, "hội": true, "công ty": true, "tập đoàn": true, "báo": true, "tạp chí": true, "đài": true, "kho bạc": true,
	"chi cục": true, "bệnh viện": true, "học viện": true,
}

// places are followed by a proper name, each word of it capital.
var places = map[string]bool{
	"tỉnh": true, "thành phố": true, "huyện": true, "quận": true, "xã": true, "phường": true, "thị xã": true, "thị trấn": true, "đặc khu": true, "tp.": true, "tx.": true, "tt.": true,
	"tỉnh ủy": true, "thành ủy": true, "huyện ủy": true, "quận ủy": true, "thị ủy": true, "tỉnh uỷ": true, "thành uỷ": true, "huyện uỷ": true, "quận uỷ": true, "thị uỷ": true,
	"tỉnh đoàn": true, "thành đoàn": true, "huyện đoàn": true,
}

// gluedPlace is the short word for a town that no blank parts from its name: "TP.CAO LÃNH".
var gluedPlace = regexp.MustCompile(`(TP|TX|TT)\.(\p{L})`)

// naturals maps a run of words to its natural case, by its letters and, because OCR loses marks in capitals first, by
// its letters folded to ASCII. A folded run that stands for two ("THU TRUONG") is left out.
var naturals = sync.OnceValue(func() map[string][]string {
	m, folded := map[string][]string{}, map[string][]string{}
	for line := range strings.Lines(casingTable) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		words := strings.Fields(line)
		m[viet.Letters(line)] = words
		f := document.FoldASCII(line)
		if _, twice := folded[f]; twice {
			words = nil
		}
		folded[f] = words
	}
	for f, words := range folded {
		if words != nil {
			m[f] = words
		}
	}
	return m
})

// natural looks a run of words up.
func natural(words []string) []string {
	run := viet.Letters(strings.Join(words, " "))
	if to := naturals()[run]; to != nil {
		return to
	}
	return naturals()[document.FoldASCII(run)]
}

// longestNatural bounds the runs of words looked up in the table.
const longestNatural = 5

// naturalCase brings a line in capitals into the case of running text: "PHÓ VIỆN TRƯỞNG" gives "Phó Viện trưởng". A line
// that has small letters already is left as it is.
func naturalCase(s string) string {
	words := strings.Fields(gluedPlace.ReplaceAllString(s, "$1. $2"))
	if strings.ContainsFunc(s, unicode.IsLower) {
		return strings.Join(words, " ")
	}
	var out []string
	for i := 0; i < len(words); {
		to, n := run(words[i:])
		if n == 0 {
			to, n = []string{lowerWord(words[i], out)}, 1
		}
		out = append(out, to...)
		i += n
	}
	if len(out) > 0 {
		out[0] = viet.Capital(out[0])
	}
	return strings.Join(out, " ")
}

// run writes the longest run of first words that is written in one way wherever it stands, and gives how many they are: a
// run of the table, or the rank of a place, which is never capital inside a name.
func run(words []string) ([]string, int) {
	for n := min(longestNatural, len(words)); n > 0; n-- {
		if to := natural(words[:n]); to != nil {
			return keepSigns(words[:n], to), n
		}
	}
	for n := 2; n > 0; n-- {
		if len(words) <= n || strings.HasSuffix(words[0], ".") || words[n] == "HỘI" {
			continue
		}
		if rank := strings.ToLower(strings.Join(words[:n], " ")); places[rank] {
			return strings.Fields(rank), n
		}
	}
	return nil, 0
}

// keepSigns gives the natural words the commas and hyphens of the printed ones.
func keepSigns(printed, natural []string) []string {
	if len(printed) != len(natural) {
		return natural
	}
	out := make([]string, len(natural))
	for i, w := range natural {
		core := strings.TrimRight(printed[i], ",;.")
		out[i] = w + printed[i][len(core):]
	}
	return out
}

// lowerWord lowers one word in its place: acronyms stay, and a name begins capital after the head of a unit or a place.
func lowerWord(w string, before []string) string {
	if acronym(w) {
		return w
	}
	low := strings.ToLower(w)
	if len(before) == 0 {
		return low
	}
	last := strings.ToLower(before[len(before)-1])
	two := last
	if len(before) > 1 {
		two = strings.ToLower(before[len(before)-2]) + " " + last
	}
	if heads[low] && (strings.HasSuffix(last, "trưởng") || last == "đốc" || last == "nhiệm") {
		return viet.Capital(low) // the unit of the office before it: "Vụ trưởng Vụ …"
	}
	if last == "xã" && low == "hội" {
		return low // "xã hội" is no commune
	}
	if heads[last] || heads[two] || places[last] || places[two] || inPlaceName(before) {
		return viet.Capital(low)
	}
	return low
}

// inPlaceName tells whether the words end in a place and the first capital words of its name.
func inPlaceName(before []string) bool {
	for i := len(before) - 1; i >= 0 && len(before)-i <= 4; i-- {
		r, _ := utf8.DecodeRuneInString(before[i])
		if !unicode.IsUpper(r) {
			return i < len(before)-1 && (places[before[i]] || i > 0 && places[strings.ToLower(before[i-1]+" "+before[i])])
		}
		if i == 0 || strings.HasSuffix(before[i], ",") {
			return false
		}
		if low := strings.ToLower(before[i]); places[low] && i < len(before)-1 {
			return true
		}
	}
	return false
}

// threeConsonants is what no syllable has but at its start, "NGH": "UBND", "UBMTTQ".
var threeConsonants = regexp.MustCompile(`^(?:[^N]|N[^G]|NG[^H]).*[BCDĐGHKLMNPQRSTVX]{3}|^[BCDĐGHKLMPQRSTVX]{3}`)

// acronym tells whether a word in capitals is no Vietnamese syllable, or has signs and digits inside.
func acronym(w string) bool {
	core := strings.Trim(w, ",;.()")
	if strings.ContainsAny(core, "&0123456789") {
		return true
	}
	return utf8.RuneCountInString(core) > 1 && (threeConsonants.MatchString(core) || !strings.ContainsAny(document.FoldASCII(core), "aeiouy"))
}
