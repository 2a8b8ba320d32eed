package structure

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
)

var (
	// speck matches the marks that a scanner's dust leaves before a label: "—_ đ) …", "' b) …".
	speck = regexp.MustCompile("^[-–—\\s]*[_|'‘’`][_|'‘’`\\s–—-]*")
	// token matches a short first word that may be a label read wrongly: "l. Sở", "ø) Chủ trì", "a} Rà soát".
	token = regexp.MustCompile(`^(\S{1,3})([.)}\]])\s+\p{Lu}`)
	// strange matches a token that can be nothing but a point: a sign that Vietnamese has not, or a letter and the wrong bracket.
	strange = regexp.MustCompile(`^(?:[øØöÖðœæ€£§¢©®][)}\]]|[a-zđ][}\]])$`)
)

// points are the letters that points are counted with.
var points = []string{"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v"}

// mend gives labels to paragraphs whose printed label OCR read wrongly. A number or letter is taken from the labels before
// and after it; where they do not decide, only a mark that can be no word is taken for a point.
func (o *Outline) mend() {
	o.reread = map[int]string{}
	for i := range o.Blocks {
		b := &o.Blocks[i]
		if o.View.Paras[b.Para].Role != normalize.Body || b.Level != None && b.Level != Dash && b.Level != Point {
			continue
		}
		s := b.Whole.In(o.View.Text)
		if n := speckAt(s); n > 0 && b.Level != Point {
			rest := document.Range{Start: b.Whole.Start + n, End: b.Whole.End}
			if level, label, body := findLabel(o.View.Text, rest); level != None && level != Dash && level != Plus {
				b.Level, b.Label, b.Body = level, label, body
				continue
			}
		}
		if !strings.ContainsAny(s[:min(len(s), tokenMax)], ".)}]") {
			continue // as in most lines
		}
		if m := token.FindStringSubmatch(s); m != nil {
			o.number(i, m[1], m[2])
		}
	}
}

// tokenMax bounds, in bytes, what token matches before the blank.
const tokenMax = 3*utf8.UTFMax + 1

// speckAt gives the length of the specks that a line begins with. Most lines begin with a letter.
func speckAt(s string) int {
	if first, _ := utf8.DecodeRuneInString(s); unicode.IsLetter(first) {
		return 0
	}
	return len(speck.FindString(s))
}

// number reads the token that block i begins with as the number or letter that is missing there.
func (o *Outline) number(i int, name, mark string) {
	b := &o.Blocks[i]
	size := len(name) + len(mark)
	take := func(level Level, label string) {
		b.Level, b.Label = level, document.Range{Start: b.Whole.Start, End: b.Whole.Start + size}
		body := strings.TrimLeft(b.Whole.In(o.View.Text)[size:], " \u00a0\t")
		b.Body = document.Range{Start: b.Whole.End - len(body), End: b.Whole.End}
		o.reread[i] = label
	}
	if before, after := o.around(i, Number); after > 1 && after-before == 2 && (b.Level != Point || !o.follows(i, name)) {
		take(Number, strconv.Itoa(before+1))
		return
	}
	if b.Level == Point {
		return
	}
	before, after := o.around(i, Point)
	missing := after-before == 2 || after == 0 && before > 0 && strange.MatchString(name+mark)
	if missing && before < len(points) && utf8.RuneCountInString(name) == 1 {
		take(Point, points[before])
	}
}

// follows tells whether a point's letter is the one after the point before it, so that nothing was misread.
func (o *Outline) follows(i int, name string) bool {
	before, _ := o.around(i, Point)
	return before < len(points) && points[before] == name
}

// reach bounds, in paragraphs, how far the next label of a list is looked for.
const reach = 150

// around gives the counts of the labels of a level before and after block i in the same division; 0 where there is none.
func (o *Outline) around(i int, level Level) (before, after int) {
	for j := i - 1; j >= max(0, i-reach) && (o.Blocks[j].Level == None || o.Blocks[j].Level >= level); j-- {
		if o.Blocks[j].Level == level {
			before = o.count(j)
			break
		}
	}
	for j := i + 1; j < min(len(o.Blocks), i+reach) && (o.Blocks[j].Level == None || o.Blocks[j].Level >= level); j++ {
		if o.Blocks[j].Level == level {
			after = o.count(j)
			break
		}
	}
	return before, after
}

// count gives the place of a numbered block among its siblings by its label.
func (o *Outline) count(i int) int {
	label := o.label(i)
	if n, err := strconv.Atoi(label); err == nil {
		return n
	}
	return slices.Index(points, label) + 1
}

// label is how the label of block i is written in a path.
func (o *Outline) label(i int) string {
	if l, ok := o.reread[i]; ok {
		return l
	}
	return step(o.Blocks[i].Label.In(o.View.Text))
}
