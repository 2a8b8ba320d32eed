package ocr

import (
	"context"
	_ "embed"
	"image"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// The place of a signature is right of the recipients and begins about as high as they do. Shares of the page.
const (
	signatureLeft  = 0.4  // the part of its width that is the recipients' alone
	signatureAbove = 0.06 // how far above "Nơi nhận" an office in two lines begins
	signatureBelow = 0.33 // how far below it a name stands
)

const (
	// signedConfidence is the confidence from which a word in the place of a signature counts as read: seal and signature
	// give many that look like syllables.
	signedConfidence = 0.75
	// surelyRead is the confidence from which a word stays that stands where "Nơi nhận" should.
	surelyRead = 0.9
	// officeConfidence is what a word keeps that was concluded from the office it is part of.
	officeConfidence = 0.7
)

// signature looks a second time at the place of a signature, cut out: over a whole page Tesseract takes seal, signature and
// what they cover for a drawing. Lines that the first reading lacks are added, names are checked, and what seal and signature
// left behind is taken out. A page without "Nơi nhận" stays as it is.
func (e *Engine) signature(ctx context.Context, fine original, grey *image.Gray, dpi int, words []Word) ([]Word, error) {
	head, unread, ok := recipients(words, grey.Rect)
	if !ok {
		return words, nil
	}
	if unread {
		words = nameHead(words, head)
	}
	place := signaturePlace(words, head, grey.Rect)
	second, err := e.read(ctx, pile(grey, []image.Rectangle{place}), dpi, oneBlock)
	if err != nil {
		return nil, err
	}
	return e.settle(ctx, fine, grey, dpi, signed(words, respell(unpile(second, []image.Rectangle{place})), place), place)
}

var (
	recipientsHead = regexp.MustCompile(`^[^a-z]*noi ?(?:gui|nhan)\b`)
	// filed is the last of the recipients: the registry, which keeps a copy.
	filed = regexp.MustCompile(`^[^a-z]{0,3}luu\b ?:? ?(?:vt|van thu|vp|hc|ho so)`)
	item  = regexp.MustCompile(`^[-–—~_+*•] ?[a-z]`)
)

// leastItems is how many lines with a dash make a list of recipients whose head was not read.
const leastItems = 3

// recipients finds the head of the page's last list of recipients, "Nơi nhận:". A head that was not read, as where a signature
// runs through it, is what stands over a list that ends with the registry.
func recipients(words []Word, page image.Rectangle) (head image.Rectangle, unread, found bool) {
	lines := byLine(words)
	var items []image.Rectangle
	for i, l := range lines {
		box, text := boxOf(l), strings.ToLower(lineText(l))
		if float64(box.Min.X) >= signatureLeft*float64(page.Dx()) {
			continue
		}
		switch {
		case recipientsHead.MatchString(text):
			head, found, items = box, true, nil
		case filed.MatchString(text) && !found && len(items) >= leastItems:
			head, found = unreadHead(lines, items[0])
			return head, found, found
		case item.MatchString(text):
			items = append(items, box)
		case i > 0 && len(items) > 0 && items[len(items)-1].Max.Y+box.Dy() < box.Min.Y:
			items = nil
		}
	}
	return head, false, found
}

// unreadHead finds what stands above the first of the recipients, if it is short and not surely read.
func unreadHead(lines [][]Word, first image.Rectangle) (image.Rectangle, bool) {
	for _, l := range lines {
		left := leadingRun(l)
		box := boxOf(left)
		if len(left) > 2 || box.Max.Y > first.Min.Y+first.Dy()/3 || box.Max.Y < first.Min.Y-first.Dy() || box.Min.X > first.Min.X+2*first.Dy() {
			continue
		}
		return box, !slices.ContainsFunc(left, func(w Word) bool { return w.Confidence >= surelyRead })
	}
	return image.Rectangle{}, false
}

// nameHead writes "Nơi nhận:" in the place of a head that was not read.
func nameHead(words []Word, head image.Rectangle) []Word {
	var out []Word
	for _, l := range byLine(words) {
		if !boxOf(leadingRun(l)).Eq(head) {
			out = append(out, l...)
			continue
		}
		middle := (head.Min.X + head.Max.X) / 2
		first, second := head, head
		first.Max.X, second.Min.X = middle, middle
		out = append(out, Word{Text: "Nơi", Box: first, Confidence: disputedName, Line: l[0].Line}, Word{Text: "nhận:", Box: second, Confidence: disputedName, Line: l[0].Line})
		out = append(out, l[len(leadingRun(l)):]...)
	}
	return out
}

// signaturePlace is where a page is signed beside recipients of the given head.
func signaturePlace(words []Word, head, page image.Rectangle) image.Rectangle {
	w, h := float64(page.Dx()), float64(page.Dy())
	left := int(signatureLeft * w)
	for _, l := range byLine(words) {
		box := boxOf(leadingRun(l))
		if box.Min.Y > head.Min.Y && float64(box.Min.X) < signatureLeft*w/2 && float64(box.Max.X) < (1-signatureLeft)*w {
			left = max(left, box.Max.X+head.Dy()/2)
		}
	}
	top, bottom := head.Min.Y-int(signatureAbove*h), head.Min.Y+int(signatureBelow*h)
	return image.Rect(left, top, page.Max.X, bottom).Intersect(page)
}

// signed joins two readings of a page, the second one of the place of its signature alone.
func signed(words, second []Word, place image.Rectangle) []Word {
	var out, inside []Word
	next := 0
	for _, l := range byLine(words) {
		next = max(next, l[0].Line)
		left, right := splitAt(l, place)
		inside = append(inside, right...)
		for _, w := range left {
			if w.Confidence >= noiseConfidence || !middleOf(w.Box).In(place) || viet.IsSyllable(core(w.Text)) {
				out = append(out, w)
			}
		}
	}
	add := func(line, other []Word) {
		next++
		for _, w := range checkNames(signatureLine(familyName(line)), other) {
			w.Line = next
			out = append(out, w)
		}
	}
	for _, l := range byLine(inside) {
		add(l, second)
	}
	for _, l := range byLine(second) {
		if !standsAt(out, boxOf(l)) {
			add(l, inside)
		}
	}
	return out
}

// splitAt parts a line into what stands left of the place of a signature, or runs into it, and what stands in it.
func splitAt(line []Word, place image.Rectangle) (left, right []Word) {
	for i, w := range line {
		apart := i == 0 || w.Box.Min.X-line[i-1].Box.Max.X > boxOf(line[:i]).Dy()
		if apart && w.Box.Min.X >= place.Min.X-w.Box.Dy() && middleOf(boxOf(line[i:])).In(place) {
			return line[:i], line[i:]
		}
	}
	return line, nil
}

func middleOf(r image.Rectangle) image.Point { return r.Min.Add(r.Max).Div(2) }

// standsAt tells whether a line stands already where another one does.
func standsAt(words []Word, box image.Rectangle) bool {
	return slices.ContainsFunc(byLine(words), func(l []Word) bool {
		own := boxOf(l)
		in := own.Intersect(box)
		return 2*in.Dy() > min(own.Dy(), box.Dy())
	})
}

// signatureLine gives a line in the place of a signature as it is kept: an office in capitals, the name of a person or
// other words, surely read; nil where it is what a seal or a signature left behind.
func signatureLine(line []Word) []Word {
	if office, ok := officeLine(line); ok {
		return office
	}
	if isPerson(line) {
		return line
	}
	sure, letters := 0, 0
	for _, w := range line {
		c := core(w.Text)
		n := len([]rune(c))
		letters += max(n, 1)
		if w.Confidence >= signedConfidence && n > 1 && viet.IsSyllable(c) {
			sure += n
		}
	}
	figures := len(line) == 1 && figures(line[0].Text) == line[0].Text // a page's number
	if figures && line[0].Confidence >= signedConfidence || len(line) > 1 && 3*sure > 2*letters {
		return line
	}
	return nil
}

//go:embed offices.txt
var officeList string

// office is a line over a signature and its letters alone.
type office struct{ text, letters string }

var offices = sync.OnceValue(func() []office {
	var out []office
	for l := range strings.Lines(officeList) {
		if l = strings.TrimSpace(l); l != "" && !strings.HasPrefix(l, "#") {
			out = append(out, office{l, plainLetters(l)})
		}
	}
	return out
})

// plainLetters keeps the letters of a line, folded.
func plainLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, document.FoldASCII(s))
}

// lettersAnOffice is how many letters an office must have for each that may be misread.
const lettersAnOffice = 7

// officeLine reads a line as the office that it comes nearest to, if no other comes as near. Words that differ from what
// was read keep less confidence; what a seal left behind without any letter does not count.
func officeLine(line []Word) ([]Word, bool) {
	line = slices.DeleteFunc(slices.Clone(line), func(w Word) bool { return plainLetters(w.Text) == "" })
	text := make([]string, len(line))
	for i, w := range line {
		text[i] = w.Text
	}
	read := plainLetters(strings.Join(text, ""))
	best, least, tied := office{}, len(read), false
	for _, o := range offices() {
		switch d := distance(read, o.letters); {
		case d < least:
			best, least, tied = o, d, false
		case d == least:
			tied = true
		}
	}
	if tied || best.text == "" || least*lettersAnOffice > len(best.letters) || strings.ToUpper(line[len(line)-1].Text) != line[len(line)-1].Text {
		return nil, false
	}
	return write(best.text, line, least > 0), true
}

// write gives the words of an office the places of those that were read.
func write(text string, line []Word, changed bool) []Word {
	words := strings.Fields(text)
	box := boxOf(line)
	out := make([]Word, len(words))
	from := box.Min.X
	for i, s := range words {
		w := Word{Text: s, Confidence: line[0].Confidence, Line: line[0].Line}
		if len(words) == len(line) {
			w.Box, w.Confidence = line[i].Box, line[i].Confidence
		} else {
			to := from + box.Dx()*len([]rune(s))/max(1, len([]rune(text)))
			w.Box = image.Rect(from, box.Min.Y, to, box.Max.Y)
			from = to + box.Dx()/max(1, len([]rune(text)))
		}
		if changed {
			w.Confidence = min(w.Confidence, officeConfidence)
		}
		out[i] = w
	}
	return out
}

// distance is the number of letters by which two words differ: put in, left out or exchanged.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := last
			if a[i] != b[j] {
				cost++
			}
			last, row[j+1] = row[j+1], min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
