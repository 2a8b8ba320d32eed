package ocr

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/soichi/soichi/viet"
)

// restoredConfidence is the most confidence that a syllable keeps whose marks were not read but concluded.
const restoredConfidence = 0.8

// What it costs, as the logarithm of a chance, to hold that a syllable was printed with other marks than were read. On the
// scans measured one word of three below a confidence of 0.85 has a wrong mark, of those at 0.97 one of 400.
const (
	// changed is the cost up to the confidence of halfSure, and sure what is added for all that lies between that and 1.
	changed, sure, halfSure = 1.5, 6, 0.85
	// otherTone is added where more was misread than that a tone mark was not seen, the usual fault.
	otherTone = 4
	// properName is added for a word written as names are, which follow no rule of the language, and capitals for one
	// written in capitals, which may be a name.
	properName, capitals = 10, 3
	// otherLetter is added for d and đ, which are not told apart by a mark above or below.
	otherLetter = 1
	// unspelt is the cost of keeping what no syllable is spelt like.
	unspelt = 2
	// otherShape is added for a syllable of other letters, which a broken word alone may be.
	otherShape = 4
	// repairedConfidence is the most that such a word keeps, and brokenWord the confidence below which a word may be broken.
	repairedConfidence, brokenWord = 0.6, 0.85
)

// step is one reading of a syllable in the best row of readings that ends with it.
type step struct {
	syllable string
	cost     float64
	from     int // the index of the reading before it
}

// restoreMarks gives syllables back the marks that were lost or changed in reading: "tô chức" becomes "tổ chức". Each
// word may be any syllable of the same letters; the row of syllables is taken that is the likeliest, given what was read
// and how often syllables follow each other in official documents. Figures and words of other languages stay.
func restoreMarks(words []Word) []Word {
	out := slices.Clone(words)
	for start := 0; start < len(words); {
		end := start + 1
		for end < len(words) && joined(words[end-1], words[end]) {
			end++
		}
		for i, s := range official().likeliest(words[start:end]) {
			w := &out[start+i]
			c := core(w.Text)
			if s == spelt(c) {
				continue
			}
			w.Text = strings.Replace(w.Text, c, sameCase(s, c), 1)
			w.Confidence = min(w.Confidence, restoredConfidence)
			if bare(s) != bare(c) {
				w.Confidence = min(w.Confidence, repairedConfidence)
			}
		}
		start = end
	}
	return out
}

// likeliest finds the best row of syllables for words that stand in a row.
func (l language) likeliest(words []Word) []string {
	rows := make([][]step, len(words))
	for i, w := range words {
		before := []step{{}}
		if i > 0 {
			before = rows[i-1]
		}
		name := nameCost(words, i)
		for k, s := range l.readings(w) {
			best := step{syllable: s, cost: math.Inf(1)}
			for from, b := range before {
				if c := b.cost - l.follows(b.syllable, s); c < best.cost {
					best.cost, best.from = c, from
				}
			}
			best.cost += misread(w, s)
			if k > 0 {
				best.cost += name
			}
			rows[i] = append(rows[i], best)
		}
	}
	return path(rows)
}

// nameCost is what it costs to change a word because it may be a name: written in capitals, or as names are and not at the
// beginning of a sentence.
func nameCost(words []Word, i int) float64 {
	c := core(words[i].Text)
	switch {
	case isName(c) && (i > 0 || len(words) > 1 && isName(core(words[1].Text))):
		return properName
	case !isName(c) && c == strings.ToUpper(c):
		return capitals
	default:
		return 0
	}
}

// path goes back from the cheapest last step.
func path(rows [][]step) []string {
	out := make([]string, len(rows))
	k := 0
	for i := len(rows) - 1; i >= 0; i-- {
		if i == len(rows)-1 {
			for j, s := range rows[i] {
				if s.cost < rows[i][k].cost {
					k = j
				}
			}
		}
		out[i] = rows[i][k].syllable
		k = rows[i][k].from
	}
	return out
}

// readings gives what a word may be: itself first, the syllables of the same letters, and for a broken word those that differ
// by a letter.
func (l language) readings(w Word) []string {
	read := spelt(core(w.Text))
	out := []string{read}
	if strings.IndexFunc(core(w.Text), func(r rune) bool { return !isLetter(r) }) >= 0 {
		return out
	}
	for _, s := range l.forms[bare(read)] {
		if s != read {
			out = append(out, s)
		}
	}
	if w.Confidence < brokenWord && !viet.IsSyllable(read) && strings.ToUpper(read) != core(w.Text) {
		out = append(out, l.repairs(read)...)
	}
	return out
}

// misread is the cost of holding that a word was printed as a syllable.
func misread(w Word, s string) float64 {
	c := core(w.Text)
	read := spelt(c)
	if s == read {
		if viet.IsSyllable(read) {
			return 0
		}
		return unspelt
	}
	if bare(s) != bare(read) {
		return changed + otherShape
	}
	cost := changed + sure*max(0, w.Confidence-halfSure)/(1-halfSure)
	if toneless(s) != read {
		cost += otherTone
	}
	if strings.Contains(s, "đ") != strings.Contains(read, "đ") {
		cost += otherLetter
	}
	return cost
}

// toneless is a syllable without its tone mark; circumflex, breve and horn stay.
func toneless(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", r) {
			return -1
		}
		return r
	}, norm.NFD.String(s)))
}

// spelt is a word in small letters, the tone mark in its canonical place.
func spelt(word string) string { return viet.Canonical(strings.ToLower(viet.NFC(word))) }

// core is a word without the signs around it.
func core(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return !isLetter(r) })
}

// joined tells whether the second word may follow the first within a phrase: no sign stands between them.
func joined(a, b Word) bool {
	x, y := []rune(a.Text), []rune(b.Text)
	return len(x) > 0 && len(y) > 0 && isLetter(x[len(x)-1]) && isLetter(y[0])
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// isName tells whether a word has a capital in front and small letters after it.
func isName(s string) bool {
	r := []rune(s)
	return len(r) > 1 && unicode.IsUpper(r[0]) && unicode.IsLower(r[1])
}

// sameCase writes a syllable in the case of another: all capitals, a capital first, or small.
func sameCase(s, like string) string {
	r := []rune(like)
	switch {
	case like == strings.ToUpper(like):
		return strings.ToUpper(s)
	case unicode.IsUpper(r[0]):
		t := []rune(s)
		return string(unicode.ToUpper(t[0])) + string(t[1:])
	default:
		return s
	}
}
