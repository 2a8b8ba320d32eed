package ocr

import (
	"context"
	_ "embed"
	"image"
	"slices"
	"strings"
	"sync"
)

const (
	// disputedName is the most confidence that a name keeps which two readings give with other letters or marks.
	disputedName = 0.5
	// settledName is the most confidence of a name on which readings at several sizes agree after a dispute.
	settledName = 0.8
)

// nameDPI are the scales at which a disputed name is read again: Tesseract loses other marks at each.
var nameDPI = [...]int{150, 200, 250, 300, 400}

// settle reads the names in the place of a signature that were not surely read again, each at several sizes. A word that is not
// read alike at all of them stays disputed.
func (e *Engine) settle(ctx context.Context, fine original, grey *image.Gray, dpi int, words []Word, place image.Rectangle) ([]Word, error) {
	out := words[:0:0]
	for _, line := range byLine(words) {
		doubted := slices.ContainsFunc(line, func(w Word) bool { return w.Confidence < surelyRead })
		if nearPerson(line) && doubted && middleOf(boxOf(line)).In(place) {
			readings, err := e.sizes(ctx, fine, dpi, boxOf(line), grey.Rect)
			if err != nil {
				return nil, err
			}
			line = elect(line, readings)
		}
		out = append(out, cutName(line, grey)...)
	}
	return out, nil
}

// original is the picture of a page as it came, but for coloured ink: finer than that which is read, and still askew.
type original struct {
	grey *image.Gray
	dpi  int
	skew float64 // in degrees
}

// cut gives a part of the page, whose place is given at another scale on the page set straight.
func (o original) cut(box image.Rectangle, dpi int) *image.Gray {
	by := float64(o.dpi) / float64(dpi)
	return turned(o.grey, o.skew, resized(box, by))
}

func resized(r image.Rectangle, by float64) image.Rectangle {
	of := func(v int) int { return int(float64(v) * by) }
	return image.Rect(of(r.Min.X), of(r.Min.Y), of(r.Max.X), of(r.Max.Y))
}

// sizes reads one line at each of the sizes, from the original.
func (e *Engine) sizes(ctx context.Context, fine original, dpi int, box, page image.Rectangle) ([][]Word, error) {
	m := max(leastMargin, int(margin*float64(box.Dy())))
	box = box.Inset(-m).Intersect(page)
	border := fine.dpi / frameShare
	line := framed(fine.cut(box, dpi), border)
	frame := image.Pt(border*dpi/fine.dpi, border*dpi/fine.dpi)
	var out [][]Word
	for _, at := range nameDPI {
		words, err := e.read(ctx, scaled(line, float64(at)/float64(fine.dpi)), at, oneLine)
		if err != nil {
			return nil, err
		}
		for i := range words {
			words[i].Box = resized(words[i].Box, float64(dpi)/float64(at)).Add(box.Min).Sub(frame)
		}
		out = append(out, respell(words))
	}
	return out, nil
}

// frameShare is the part of an inch that is left white around a line that is read by itself: Tesseract passes over marks that
// touch the edge of a picture.
const frameShare = 20

// framed puts white around a picture.
func framed(img *image.Gray, border int) *image.Gray {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	out := image.NewGray(image.Rect(0, 0, w+2*border, h+2*border))
	for i := range out.Pix {
		out.Pix[i] = 255
	}
	for y := range h {
		copy(out.Pix[out.PixOffset(border, border+y):], img.Pix[y*img.Stride:y*img.Stride+w])
	}
	return out
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

// elect gives each word of a name the form in which the readings agree that are names, which one reading at most may not be.
// Where they do not agree the word is disputed: a majority of them has been seen to read "Hiến" for "Hiển". So is a word
// without the tone that was seen before, for tones are lost.
func elect(line []Word, readings [][]Word) []Word {
	out := slices.Clone(line)
	for i, w := range line {
		out[i].Confidence = min(w.Confidence, disputedName)
		name, agreed := agreedName(w, readings)
		if lost := name != core(w.Text) && spelt(name) == toneless(spelt(core(w.Text))); agreed && !lost {
			out[i].Text, out[i].Confidence = strings.Replace(w.Text, core(w.Text), name, 1), settledName
		}
	}
	return out
}

// agreedName gives the name that stands in a word's place in all readings but one, which may have what is no name there.
func agreedName(w Word, readings [][]Word) (name string, agreed bool) {
	votes := 0
	for _, r := range readings {
		o, ok := match(w, r)
		read := core(o.Text)
		switch {
		case !ok || names()[spelt(read)] == 0:
		case name != "" && read != name:
			return "", false
		default:
			name = read
			votes++
		}
	}
	return name, votes > 0 && votes >= len(readings)-1
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
	return spelledAs(line, func(c string) nameKind { return names()[spelt(c)] })
}

// nearPerson tells whether a line would be the name of a person with other marks.
func nearPerson(line []Word) bool {
	return spelledAs(line, func(c string) nameKind { return bareNames()[bare(c)] })
}

func spelledAs(line []Word, kind func(string) nameKind) bool {
	if len(line) < 2 || len(line) > 5 || kind(core(line[0].Text)) != family {
		return false
	}
	return !slices.ContainsFunc(line, func(w Word) bool { c := core(w.Text); return !isName(c) || kind(c) == 0 })
}

// bareNames gives the letters of names without marks.
var bareNames = sync.OnceValue(func() map[string]nameKind {
	m := map[string]nameKind{}
	for s, kind := range names() {
		m[bare(s)] = max(m[bare(s)], kind)
	}
	return m
})
