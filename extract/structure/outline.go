package structure

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
)

// Region is a part of a document's layout.
type Region int

// The regions in the order in which a complete paper has them; Signature and Recipients may change places.
const (
	Letterhead Region = iota // motto, issuer, symbol, place and date
	Title                    // the kind in capitals and what the paper is about
	Preamble                 // the running text before the first division: legal bases, opening
	Main                     // the numbered divisions
	Recipients               // "Nơi nhận"
	Signature                // authority, position, name
	Annex                    // "Phụ lục", or a text issued with the paper
	Notes                    // footnotes
)

// Block is one paragraph of the view in its place.
type Block struct {
	Para   int            // index in View.Paras
	Region Region         // the part of the layout
	Whole  document.Range // the paragraph in the view, label included
	Label  document.Range // the printed label; empty if there is none
	Body   document.Range // the paragraph without its label
	Level  Level          // the rank of the label
	Path   string         // the division that the block is in or opens: "II.1.a"; "" outside divisions
	// Heading tells that the block names a division rather than say something of its own.
	Heading bool
}

// Section is a numbered division.
type Section struct {
	Path  string
	Label document.Range
	Title document.Range // the heading's words; empty where the division has none
	Whole document.Range // from the label to the end of the division
	Block int            // the block that opens it
}

// Outline is the frame of a document.
type Outline struct {
	View     *normalize.View
	Blocks   []Block
	Sections []Section
	// lastNumbered is the last block with a number or letter.
	lastNumbered int
	// lettersAbove tells that "A." stands above "I." here, as the first of the two to come does.
	lettersAbove bool
	// reread are the labels, by block, that the labels around them told to be others than those printed.
	reread map[int]string
}

// Parse finds the frame.
func Parse(v *normalize.View) *Outline {
	o := &Outline{View: v, Blocks: make([]Block, 0, len(v.Paras))}
	roman := false
	for i, p := range v.Paras {
		b := Block{Para: i, Whole: p.Range, Label: document.Range{Start: p.Range.Start, End: p.Range.Start}, Body: p.Range}
		if p.Role == normalize.Body {
			b.Level, b.Label, b.Body = findLabel(v.Text, p.Range)
		}
		o.Blocks = append(o.Blocks, b)
	}
	if v.Source != nil && v.Source.Wrapped {
		o.mend()
	}
	for i, b := range o.Blocks {
		if numbered(b) {
			o.lastNumbered = i
		}
		switch b.Level {
		case Letter:
			o.lettersAbove = o.lettersAbove || !roman
		case Roman:
			roman = true
		}
	}
	o.findRegions()
	o.nest()
	return o
}

// Text returns the words of a block without its label.
func (o *Outline) Text(b Block) string { return b.Body.In(o.View.Text) }

// Region returns the blocks of one region.
func (o *Outline) Region(r Region) []Block {
	var out []Block
	for _, b := range o.Blocks {
		if b.Region == r {
			out = append(out, b)
		}
	}
	return out
}

// RegionAt gives the region of the paragraph that holds view offset at.
func (o *Outline) RegionAt(at int) Region {
	if len(o.Blocks) == 0 {
		return Main
	}
	return o.Blocks[o.View.ParaAt(at)].Region
}

// PathAt gives the division that holds view offset at, "" outside divisions.
func (o *Outline) PathAt(at int) string {
	if len(o.Blocks) == 0 {
		return ""
	}
	return o.Blocks[o.View.ParaAt(at)].Path
}

var (
	recipientsForm = regexp.MustCompile(`(?i)^[-~ ]*[nv][ơo]i\s+(?:nh[ậâạă][nm]|gửi)\s*(?::|$|-)|^nơi\s+(?:nhận|gửi)\s*:?`)
	annexForm      = regexp.MustCompile(`^(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|BIỂU MẪU|DANH MỤC|QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|BẢN QUY ĐỊNH)(?:\s+(?:SỐ\s+|số\s+)?[IVXLC\d]{1,5})?\s*[:.]?$`)
	annexTieForm   = regexp.MustCompile(`(?i)^\(?\s*(?:ban hành\s+)?kèm theo\s`)
	authority      = regexp.MustCompile(`^(?:T\s?M\.|K\s?T\.|T\s?L\.|T\s?U\s?Q\.|Q\.|(?:T/M|K/T|T/L|TUQ)\.?|(?:TM|KT|TL)\s)\s*\p{Lu}`)
	// officeName matches the folded name of an office, because OCR loses marks in capitals first.
	officeName = regexp.MustCompile(`^(?:(?:pho|quyen|q\.)\s+)?(?:(?:tong )?(?:giam doc|bi thu|thu ky|bien tap)|chu tich|bo truong|thu truong|vien truong|(?:pho )?thu tuong|(?:tong )?cuc truong|vu truong|chanh (?:an|van phong|thanh tra)|tong (?:thanh tra|kiem toan)|chu nhiem|truong (?:ban|phong|doan|cong an|tram|khoa)|(?:chi cuc|doi|hat|tram|khoa|chi huy|(?:tong )?tham muu) truong|tu lenh|chinh uy|thong doc|hieu truong|hoi truong|kiem sat vien|uy vien|thuong truc)(?:\s|$)`)
	// basis opens a paragraph of the legal bases, which stand under the issuer's name.
	basis      = regexp.MustCompile(`^[*_ ]*(?:Căn cứ|Xét|Theo đề nghị)\s`)
	bodyOpener = regexp.MustCompile(`^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|NGHỊ QUYẾT|CHỈ THỊ|THÔNG BÁO|HƯỚNG DẪN)\s*:\s*$`)
	// decider is the office that decides and its verb on one line: "BỘ TRƯỞNG BỘ Y TẾ QUYẾT ĐỊNH".
	decider = regexp.MustCompile(`\s(?:QUYẾT ĐỊNH|QUYẾT NGHỊ)\s*:?\s*$`)
)

// longestAnnexHead bounds the heading of an annex, "BẢN QUY ĐỊNH SỐ XXXIX:", in bytes.
const longestAnnexHead = 40

// recipientsHead, annexHead and annexTie run on every paragraph, so a look at its first letters comes before the pattern.
func recipientsHead(s string) bool {
	words := strings.TrimLeft(s, "-~ ")
	return beginsWith(words, "NnVv") && beginsWith(words[1:], "oơOƠ") && recipientsForm.MatchString(s)
}

func annexHead(s string) bool {
	return len(s) <= longestAnnexHead && beginsWith(s, "PBDQĐ") && annexForm.MatchString(s)
}

func annexTie(s string) bool {
	return beginsWith(strings.TrimLeft(s, "( \t"), "BbKk") && annexTieForm.MatchString(s)
}

// beginsWith tells whether the first letter of s is one of letters.
func beginsWith(s, letters string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return s != "" && strings.ContainsRune(letters, r)
}

// findRegions walks the paragraphs once, from the letterhead to the annexes.
func (o *Outline) findRegions() {
	v := o.View
	head := o.headEnd()
	second := o.secondPaper(head.body)
	if second < len(o.Blocks) {
		o.lastNumbered = o.lastNumberedBefore(second)
	}
	region := Letterhead
	for i := range o.Blocks {
		b := &o.Blocks[i]
		p := v.Paras[b.Para]
		text := v.Para(b.Para)
		switch {
		case p.Role == normalize.Note:
			b.Region = Notes
			continue
		case i >= second:
			b.Region = Annex
			continue
		case i < head.title:
			region = Letterhead
		case i < head.body:
			region = Title
		case i == head.body:
			region = Preamble
		}
		if i >= head.body {
			region = o.next(region, i, text, p.Role)
		}
		b.Region = region
	}
}

// lastNumberedBefore gives the last block with a number or letter before block i, 0 where there is none.
func (o *Outline) lastNumberedBefore(i int) int {
	for i--; i > 0 && !numbered(o.Blocks[i]); i-- {
	}
	return i
}

// next decides the region of block i, which comes after the title, from the region of the block before it.
func (o *Outline) next(region Region, i int, text string, role normalize.Role) Region {
	b := o.Blocks[i]
	switch {
	case recipientsHead(text) && (region != Annex || capitals(text)): // those of a form in an annex are nobody's
		return Recipients
	case region != Annex && role == normalize.Body && o.signs(i, text):
		return Signature
	case (region == Signature || region == Recipients) && annexHead(text),
		region >= Main && annexHead(text) && o.tied(i),
		(region == Signature || region == Recipients) && capitals(text) && o.issuedWith(i, text):
		return Annex
	case annexTie(text) && (text[0] == '(' || o.underHeading(i)):
		if region == Signature || region == Recipients {
			o.annexTitle(i)
		}
		return Annex
	case region == Recipients && !dash(text) && !o.recipientGoesOn(i):
		return Signature
	case region == Signature && role == normalize.Row:
		return Annex
	case region == Preamble && (b.Level != None && b.Level != Dash || bodyOpener.MatchString(text) || role == normalize.Row):
		return Main
	}
	return region
}

// signs tells whether block i opens a signature: an authority or an office in capitals on a line of its own, in the
// second half of the paper, not followed by a colon.
func (o *Outline) signs(i int, text string) bool {
	if i < 2 || len(text) > 160 || strings.HasSuffix(text, ":") || !capitals(text) {
		return false
	}
	if !authority.MatchString(text) && !IsOffice(text) || decider.MatchString(text) {
		return false
	}
	below := i + 1
	for below < min(len(o.Blocks), i+officeLines) && capitals(o.View.Para(o.Blocks[below].Para)) {
		below++
	}
	if below < len(o.Blocks) && basis.MatchString(o.View.Para(o.Blocks[below].Para)) {
		return false // the office that decides, over what it bases its decision on
	}
	return o.lastNumbered <= i || annexAhead(o, i) || o.ended(i)
}

// ended tells whether the text before block i ends with the mark that ends a paper, "./.".
func (o *Outline) ended(i int) bool {
	for i--; i > 0 && o.Blocks[i].Region == Recipients; i-- {
	}
	return i >= 0 && strings.HasSuffix(o.View.Para(o.Blocks[i].Para), "./.")
}

// officeLines bounds the lines in capitals that the name of an office may take: a steering committee's takes three.
const officeLines = 4

// IsOffice tells whether a line in capitals begins with the name of an office, as the line over a signature does.
func IsOffice(line string) bool {
	return capitals(line) && officeName.MatchString(document.FoldASCII(strings.TrimLeft(line, " *_")))
}

// annexAhead tells whether an annex begins within the next paragraphs, which excuses numbered text after a signature.
func annexAhead(o *Outline, i int) bool {
	for j := i + 1; j < len(o.Blocks) && j <= i+40; j++ {
		t := o.View.Para(o.Blocks[j].Para)
		if annexHead(t) || annexTie(t) || recipientsHead(t) {
			return true
		}
	}
	return false
}

// tied tells whether the words "kèm theo" follow block i closely, as under the heading of an annex.
func (o *Outline) tied(i int) bool {
	for j := i + 1; j < len(o.Blocks) && j <= i+3; j++ {
		if annexTie(o.View.Para(o.Blocks[j].Para)) {
			return true
		}
	}
	return false
}

// titleLines bounds the lines between the kind of an annexed paper and its tie.
const titleLines = 6

// issuedWith tells whether block i is the kind's line of a paper that is issued with the one before it: "KẾ HOẠCH", its
// title, "(Kèm theo Quyết định số …)".
func (o *Outline) issuedWith(i int, text string) bool {
	if _, ok := KindLine(text); !ok {
		return false
	}
	for j := i + 1; j < len(o.Blocks) && j <= i+titleLines; j++ {
		if annexTie(o.View.Para(o.Blocks[j].Para)) {
			return true
		}
	}
	return false
}

// underHeading tells whether the paragraph above block i is a heading in capitals, as above "Kèm theo Quyết định số …".
func (o *Outline) underHeading(i int) bool {
	return i > 0 && o.Blocks[i].Level == None && capitals(o.View.Para(o.Blocks[i-1].Para))
}

// annexTitle gives the annex the heading in capitals that stands above its tie at block i.
func (o *Outline) annexTitle(i int) {
	for j := i - 1; j > 0 && i-j <= 6; j-- {
		text := o.View.Para(o.Blocks[j].Para)
		if !capitals(text) || authority.MatchString(text) || IsOffice(text) {
			return
		}
		o.Blocks[j].Region = Annex
	}
}

// recipientGoesOn tells whether block i, which has no dash, still belongs to the recipients: their lists may be written
// with no dashes at all, each line closed by a semicolon.
func (o *Outline) recipientGoesOn(i int) bool {
	t := o.View.Para(o.Blocks[i].Para)
	if strings.HasSuffix(t, ":") && !capitals(t) && i+1 < len(o.Blocks) && dash(o.View.Para(o.Blocks[i+1].Para)) {
		return true // "Đồng kính gửi:", and more of them
	}
	return strings.HasSuffix(t, ";") || recipientsHead(o.View.Para(o.Blocks[i-1].Para)) && !capitals(t)
}

func dash(s string) bool {
	return strings.HasPrefix(s, "-") || strings.HasPrefix(s, "–") || strings.HasPrefix(s, "+") || strings.HasPrefix(s, "•") || strings.HasPrefix(s, "~")
}
