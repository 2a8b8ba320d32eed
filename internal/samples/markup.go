package samples

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
)

// BlockKind tells how a block is set.
type BlockKind int

// The kinds of block.
const (
	Paragraph BlockKind = iota
	Centred             // centred
	Heading             // centred and bold
	Italic              // a paragraph in italics, such as a căn cứ line
	Item                // a numbered or dashed item; List and Level say which number Word computes
	Columns             // two columns without borders: Left and Right
	Grid                // a table with borders: Rows
	PageBreak
)

// The two numbering schemes of administrative papers: "I. 1. a) -" of plans and reports, "1. a) -" of directives.
const (
	RomanList   = 1
	DecimalList = 2
)

// MergedAbove is the text of a table cell that continues the cell above it.
const MergedAbove = "^^"

// Block is one piece of a source in reading order.
type Block struct {
	Kind        BlockKind
	List, Level int // of an Item; Level counts from 1
	Text        string
	Left, Right []string
	Rows        [][]string
}

// Source is a parsed text source. Notes holds the footnotes by their number, counted from 1.
type Source struct {
	Blocks []Block
	Notes  []string
}

var noteLine = regexp.MustCompile(`^\[\^(\d+)\]: (.+)$`)

// Parse reads a source. A line is a paragraph, unless it starts with one of these marks:
//
//	"! "  centred bold        "> " centred            "^ " italic
//	"#n " item of level n in the list I. 1. a) -      "*n " item of level n in the list 1. a) -
//	%left … %right … %end     %recipients … %signature … %end     two columns, one paragraph a line
//	%table … %end             a row a line, cells between " | ", the first row being the head
//	%break                    a new page              "[^1]: " the text of footnote 1, referred to by [^1]
//
// Two stars around words make them bold. Blank lines mean nothing outside the two columns.
func Parse(text string) (Source, error) {
	p := parser{lines: strings.Split(strings.TrimRight(text, "\n"), "\n")}
	for p.at < len(p.lines) {
		if err := p.block(); err != nil {
			return Source{}, fmt.Errorf("line %d: %w", p.at+1, err)
		}
		p.at++
	}
	return p.src, nil
}

type parser struct {
	lines []string
	at    int
	src   Source
}

func (p *parser) block() error {
	line := p.lines[p.at]
	if m := noteLine.FindStringSubmatch(line); m != nil {
		if m[1] != fmt.Sprint(len(p.src.Notes)+1) {
			return fmt.Errorf("footnote %s out of order", m[1])
		}
		p.src.Notes = append(p.src.Notes, m[2])
		return nil
	}
	switch {
	case strings.TrimSpace(line) == "":
		return nil
	case line == "%left":
		return p.columns("%right")
	case line == "%recipients":
		return p.columns("%signature")
	case line == "%table":
		return p.grid()
	case line == "%break":
		p.src.Blocks = append(p.src.Blocks, Block{Kind: PageBreak})
		return nil
	case strings.HasPrefix(line, "%"):
		return fmt.Errorf("unknown mark %q", line)
	}
	p.src.Blocks = append(p.src.Blocks, lineBlock(line))
	return nil
}

// lineBlock reads a block that takes one line.
func lineBlock(line string) Block {
	if len(line) > 3 && line[2] == ' ' && line[1] >= '1' && line[1] <= '4' {
		switch line[0] {
		case '#':
			return Block{Kind: Item, List: RomanList, Level: int(line[1] - '0'), Text: line[3:]}
		case '*':
			return Block{Kind: Item, List: DecimalList, Level: int(line[1] - '0'), Text: line[3:]}
		}
	}
	for mark, kind := range map[string]BlockKind{"! ": Heading, "> ": Centred, "^ ": Italic} {
		if rest, ok := strings.CutPrefix(line, mark); ok {
			return Block{Kind: kind, Text: rest}
		}
	}
	return Block{Kind: Paragraph, Text: line}
}

// upTo takes the lines after the current one until the mark and stops on the mark.
func (p *parser) upTo(mark string) ([]string, error) {
	start := p.at + 1
	for i := start; i < len(p.lines); i++ {
		if p.lines[i] == mark {
			p.at = i
			return p.lines[start:i], nil
		}
	}
	return nil, fmt.Errorf("no %s after %s", mark, p.lines[p.at])
}

func (p *parser) columns(middle string) error {
	left, err := p.upTo(middle)
	if err != nil {
		return err
	}
	right, err := p.upTo("%end")
	if err != nil {
		return err
	}
	p.src.Blocks = append(p.src.Blocks, Block{Kind: Columns, Left: left, Right: right})
	return nil
}

func (p *parser) grid() error {
	lines, err := p.upTo("%end")
	if err != nil {
		return err
	}
	b := Block{Kind: Grid}
	for _, line := range lines {
		row := strings.Split(line, " | ")
		if len(b.Rows) > 0 && len(row) != len(b.Rows[0]) {
			return fmt.Errorf("table row %q has %d cells, the head has %d", line, len(row), len(b.Rows[0]))
		}
		b.Rows = append(b.Rows, row)
	}
	if len(b.Rows) == 0 {
		return errors.New("a table without a head")
	}
	p.src.Blocks = append(p.src.Blocks, b)
	return nil
}
