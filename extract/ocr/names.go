package ocr

import (
	"context"
	_ "embed"
	"image"
	"slices"
	"strings"
	"sync"

	"github.com/soichi/soichi/viet"
)

const (
	// disputedName is the most confidence that a name keeps which two readings give with other letters or marks.
	disputedName = 0.5
	// settledName is the most confidence of a name on which readings at several sizes agree after a dispute.
	settledName = 0.8
)

// nameScales are the sizes at which a disputed name is read again: Tesseract loses other marks at each.
var nameScales = []float64{0.75, 1, 1.25, 1.5, 2}

// settle reads the names in the place of a signature that were not surely read again, each at several sizes. A word that is not
// read alike at all of them stays disputed.
func (e *Engine) settle(ctx context.Context, grey *image.Gray, dpi int, words []Word, place image.Rectangle) ([]Word, error) {
	out := words[:0:0]
	for _, line := range byLine(words) {
		doubted := slices.ContainsFunc(line, func(w Word) bool { return w.Confidence < surelyRead })
		if isPerson(line) && doubted && middleOf(boxOf(line)).In(place) {
			readings, err := e.sizes(ctx, grey, dpi, boxOf(line))
			if err != nil {
				return nil, err
			}
			line = elect(line, readings)
		}
		out = append(out, cutName(line, grey)...)
	}
	return out, nil
}

// sizes reads one line at each of the sizes.
func (e *Engine) sizes(ctx context.Context, grey *image.Gray, dpi int, box image.Rectangle) ([][]Word, error) {
	m := max(leastMargin, int(margin*float64(box.Dy())))
	box = box.Inset(-m).Intersect(grey.Rect)
	line := pile(grey, []image.Rectangle{box})
	var out [][]Word
	for _, scale := range nameScales {
		words, err := e.read(ctx, scaled(line, scale), int(scale*float64(dpi)), oneLine)
		if err != nil {
			return nil, err
		}
		for i := range words {
			b := words[i].Box
			words[i].Box = image.Rect(int(float64(b.Min.X)/scale), int(float64(b.Min.Y)/scale), int(float64(b.Max.X)/scale), int(float64(b.Max.Y)/scale)).Add(box.Min)
		}
		out = append(out, words)
	}
	return out, nil
}

// scaled makes a picture larger or smaller.
func scaled(img *image.Gray, by float64) *image.Gray {
	switch {
	case by > 1:
		return enlargePicture(img, by)
	case by < 1:
		return shrink(img, by)
	default:
		return img
	}
}

// elect gives each word of a name the form in which all readings agree. Where they do not, or nobody is called so, the word is
// disputed: a majority of them has been seen to read "Hiến" for "Hiển".
func elect(line []Word, readings [][]Word) []Word {
	out := slices.Clone(line)
	for i, w := range line {
		votes := map[string]int{}
		for _, r := range readings {
			if o, ok := match(w, r); ok {
				votes[viet.NFC(core(o.Text))]++
			}
		}
		out[i].Confidence = min(w.Confidence, disputedName)
		for name, n := range votes {
			if n == len(readings) && names()[spelt(name)] != 0 {
				out[i].Text, out[i].Confidence = strings.Replace(w.Text, core(w.Text), name, 1), max(settledName, w.Confidence)
			}
		}
	}
	return out
}

// besideName is how far left of a name its first word may be hidden, in parts of its height.
const besideName = 3

// cutName disputes a name of two words that has ink beside it: where a seal covers the family name, what is left of
// "Trần Hoàng Định" is a name too.
func cutName(line []Word, grey *image.Gray) []Word {
	if len(line) != 2 || !isPerson(line) {
		return line
	}
	box := boxOf(line)
	beside := image.Rect(box.Min.X-besideName*box.Dy(), box.Min.Y, box.Min.X-box.Dy()/8, box.Max.Y)
	if isWhite(grey, beside) {
		return line
	}
	out := slices.Clone(line)
	for i := range out {
		out[i].Confidence = min(out[i].Confidence, disputedName)
	}
	return out
}

// checkNames lowers the confidence of names that another reading of their line does not give too, and of what is written as
// a name and is none that people have: "Tuần" for "Tuấn". Which of the names with these letters was printed is not concluded.
func checkNames(line, other []Word) []Word {
	for i := range line {
		w := &line[i]
		c := core(w.Text)
		if !isName(c) || !(i > 0 && isName(core(line[i-1].Text)) || i+1 < len(line) && isName(core(line[i+1].Text))) {
			continue
		}
		o, ok := match(*w, other)
		if _, known := names()[spelt(c)]; !known || !ok || core(o.Text) != c {
			w.Confidence = min(w.Confidence, disputedName)
		}
	}
	return line
}

// familyName gives the first word of a name the marks that a family name of its letters has, if there is but one: "Nguyên"
// stands for "Nguyễn".
func familyName(line []Word) []Word {
	if len(line) < 2 || slices.ContainsFunc(line, func(w Word) bool { return !isName(core(w.Text)) }) {
		return line
	}
	c := core(line[0].Text)
	read := spelt(c)
	if names()[read] == family {
		return line
	}
	found := ""
	for s, k := range names() {
		if k == family && bare(s) == bare(read) {
			if found != "" {
				return line
			}
			found = s
		}
	}
	if found == "" {
		return line
	}
	out := slices.Clone(line)
	out[0].Text = strings.Replace(line[0].Text, c, sameCase(found, c), 1)
	out[0].Confidence = min(out[0].Confidence, restoredConfidence)
	return out
}

//go:embed names.txt
var nameList string

// nameKind is what a syllable of a name is.
type nameKind int

const (
	given nameKind = iota + 1
	family
)

// names gives the syllables of names in their canonical spelling; one that is both is a family name.
var names = sync.OnceValue(func() map[string]nameKind {
	m := map[string]nameKind{}
	for l := range strings.Lines(nameList) {
		kind := given
		if strings.HasPrefix(l, "#") {
			continue
		}
		if rest, ok := strings.CutPrefix(l, "family:"); ok {
			kind, l = family, rest
		}
		for s := range strings.FieldsSeq(l) {
			m[spelt(s)] = max(m[spelt(s)], kind)
		}
	}
	return m
})

// isPerson tells whether a line is the name of a person: a family name, and up to four names more.
func isPerson(line []Word) bool {
	if len(line) < 2 || len(line) > 5 || names()[spelt(core(line[0].Text))] != family {
		return false
	}
	return !slices.ContainsFunc(line, func(w Word) bool { c := core(w.Text); return !isName(c) || names()[spelt(c)] == 0 })
}
