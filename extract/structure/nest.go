package structure

import (
	"strings"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
)

// open is a division that has begun and not ended.
type open struct {
	level   Level
	path    string
	section int
}

// nest gives each block its division. Labels nest by their level; a decimal label ("2.1") nests by its own digits.
// Dashes and pluses open no division: contract paths name numbered ancestors only.
func (o *Outline) nest() {
	var stack []open
	region := Letterhead
	closing := o.closing()
	for i := range o.Blocks {
		b := &o.Blocks[i]
		if b.Region != region {
			if b.Region != Main || region != Preamble {
				o.close(&stack, 0, b.Whole.Start)
			}
			region = b.Region
		}
		if i == closing || region == Annex && annexHead(o.View.Para(b.Para)) {
			o.close(&stack, 0, b.Whole.Start)
		}
		if b.Region == Recipients || b.Region == Signature || b.Region == Notes || b.Region == Letterhead || b.Region == Title {
			continue
		}
		if b.Level != None && b.Level != Dash && b.Level != Plus {
			o.enter(&stack, i)
		}
		if len(stack) > 0 {
			b.Path = stack[len(stack)-1].path
		}
		b.Heading = o.isHeading(i) && i+1 != closing
		if b.Heading && b.Level != None && len(stack) > 0 {
			o.Sections[stack[len(stack)-1].section].Title = b.Body
		}
	}
	o.close(&stack, 0, len(o.View.Text))
}

// enter opens the division that block i begins.
func (o *Outline) enter(stack *[]open, i int) {
	b := &o.Blocks[i]
	label := o.label(i)
	keep := len(*stack)
	for keep > 0 && !o.under(*b, label, (*stack)[keep-1]) {
		keep--
	}
	o.close(stack, keep, b.Whole.Start)
	path := label
	if n := len(*stack); n > 0 {
		parent := (*stack)[n-1].path
		if b.Level == Decimal {
			parent = decimalParent(parent, label)
		}
		if parent != "" {
			path = parent + "." + label
		}
	}
	o.Sections = append(o.Sections, Section{Path: path, Label: b.Label, Whole: document.Range{Start: b.Whole.Start}, Block: i})
	*stack = append(*stack, open{b.Level, path, len(o.Sections) - 1})
}

// under tells whether a block belongs below an open division.
func (o *Outline) under(b Block, label string, d open) bool {
	if b.Level == Decimal && d.level == Decimal {
		return strings.HasPrefix(label, lastStep(d)+".")
	}
	return o.Rank(d.level) < o.Rank(b.Level)
}

// Rank orders levels as they nest in this paper, a smaller rank standing higher: "A." may stand above "I.".
func (o *Outline) Rank(l Level) int {
	if l == Letter && o.lettersAbove {
		return 2*int(Roman) - 1
	}
	return 2 * int(l)
}

// lastStep is the own label of an open decimal division.
func lastStep(d open) string {
	digits := d.path
	for i := len(d.path) - 1; i >= 0; i-- {
		if c := d.path[i]; (c < '0' || c > '9') && c != '.' {
			digits = d.path[i+1:]
			break
		}
	}
	return strings.TrimPrefix(digits, ".")
}

// decimalParent drops from a parent's path the digits that the decimal label repeats: "I.2" and "2.1" give "I".
func decimalParent(parent, label string) string {
	first, _, _ := strings.Cut(label, ".")
	for _, tail := range []string{label[:strings.LastIndexByte(label, '.')], first} {
		if parent == tail {
			return ""
		}
		if rest, ok := strings.CutSuffix(parent, "."+tail); ok {
			return rest
		}
	}
	return parent
}

// close ends the divisions from depth keep on.
func (o *Outline) close(stack *[]open, keep, end int) {
	for _, d := range (*stack)[keep:] {
		o.Sections[d.section].Whole.End = end
	}
	*stack = (*stack)[:keep]
}

// isHeading tells whether block i names a division: capitals, or a short line without closing mark that other blocks
// follow, or bold words.
func (o *Outline) isHeading(i int) bool {
	b := o.Blocks[i]
	if o.View.Paras[b.Para].Role != normalize.Body || b.Level == Dash || b.Level == Plus {
		return false
	}
	text := o.Text(b)
	if text == "" {
		return b.Level >= Part && b.Level <= Article
	}
	last, _ := utf8.DecodeLastRuneInString(text)
	switch {
	case capitals(text):
		return true
	case strings.ContainsRune(";:", last):
		return false
	case strings.Contains(text, ". ") || last == '.' && utf8.RuneCountInString(text) > 100:
		return false
	case i+1 >= len(o.Blocks) || o.Blocks[i+1].Region > Main && o.Blocks[i+1].Region != b.Region:
		return false
	}
	next := o.Blocks[i+1]
	deeper := next.Level == None || o.Rank(next.Level) > o.Rank(b.Level)
	if b.Level != None {
		return deeper && (last != '.' || utf8.RuneCountInString(text) < 100)
	}
	return last != '.' && utf8.RuneCountInString(text) < 60
}
