// Package rtf reads RTF files: text, tables, footnotes, numbers of lists as Word wrote them out, text boxes; field codes,
// hidden and deleted text left out. Old Vietnamese fonts and Windows-1258 are decoded.
package rtf

import (
	"context"
	"strings"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/read"
)

// Reader reads RTF. Its zero value is ready.
type Reader struct{}

// Read walks the file once. A file that ends inside a group was cut off, which is an error: nobody can know how much of
// the text is missing.
func (Reader) Read(ctx context.Context, src read.Source, lim read.Limits) (*read.Result, error) {
	p := &parser{ctx: ctx, scanner: scanner{data: src.Data}, lim: lim.OrDefault(), fonts: map[int]font{}}
	p.target = &target{}
	p.main = p.target
	p.state = state{unicodeSkip: 1}
	if err := p.run(); err != nil {
		return nil, err
	}
	p.endParagraph(false)
	p.main.endTable()
	doc := &flow.Document{Blocks: p.main.blocks, Notes: p.notes, Meta: p.meta}
	res := &read.Result{Text: doc.Text()}
	for _, e := range doc.Decoded {
		res.Warnings = append(res.Warnings, "decoded from "+e)
	}
	return res, nil
}

// font is one entry of the font table.
type font struct {
	name    string
	charset int
}

// state is what a group inherits and its end restores.
type state struct {
	bold, hidden, deleted, caps, super bool
	font                               int
	unicodeSkip                        int  // bytes that stand in for a Unicode character
	ignore                             bool // the group is no text
	dest                               string
	label                              bool // the group is the number of a list item
	inTable                            bool
	depth                              int // of table in table
}

// parser reads one file.
type parser struct {
	scanner
	ctx      context.Context
	lim      read.Limits
	state    state
	stack    []state
	targets  []*target // the flows that footnotes and boxes interrupted
	opened   []int     // the depth of the stack at which each of them goes on
	target   *target
	main     *target
	fonts    map[int]font
	page     int // ansicpg
	bytes    []byte
	skip     int // bytes still to leave out after a Unicode character
	high     rune
	star     bool // the group began with \*: an unknown destination is left out whole
	name     strings.Builder
	notes    []flow.Note
	auto     bool // the next footnote is numbered by Word
	numbered int
	meta     map[string]string
}

func (p *parser) run() error {
	for tokens := 0; ; tokens++ {
		if tokens%10000 == 0 && p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		t := p.next()
		if t.kind != tokenHex && t.kind != tokenByte {
			p.flush()
		}
		switch t.kind {
		case tokenEnd:
			if len(p.stack) > 0 {
				return read.Fail(read.Truncated, "%d groups are still open at the end", len(p.stack))
			}
			return nil
		case tokenOpen:
			if len(p.stack) >= p.lim.MaxDepth {
				return read.Fail(read.TooDeep, "more than %d groups inside each other", p.lim.MaxDepth)
			}
			p.stack = append(p.stack, p.state)
			p.star, p.skip = false, 0
		case tokenClose:
			p.close()
			if len(p.stack) == 0 {
				return nil // what follows the last brace is no part of the document
			}
		case tokenWord:
			p.word(t)
		case tokenHex, tokenByte:
			p.textByte(t.b)
		}
	}
}

// close ends a group: of a destination what was gathered is put in its place, of a footnote the main text goes on.
func (p *parser) close() {
	p.skip = 0
	if len(p.stack) == 0 {
		return
	}
	outer := p.stack[len(p.stack)-1]
	if p.state.dest != outer.dest {
		p.endDestination(p.state.dest)
	}
	p.stack = p.stack[:len(p.stack)-1]
	p.state = outer
	if n := len(p.opened); n > 0 && len(p.stack) < p.opened[n-1] {
		p.endParagraph(false)
		p.target.endTable()
		p.target.done(p.target.blocks)
		p.target = p.targets[n-1]
		p.targets, p.opened = p.targets[:n-1], p.opened[:n-1]
	}
}

// divert sends the text of the open group to a flow of its own; done gets its blocks.
func (p *parser) divert(done func([]flow.Block)) {
	p.targets = append(p.targets, p.target)
	p.opened = append(p.opened, len(p.stack))
	p.target = &target{done: done}
	p.state.inTable, p.state.depth = false, 0
}

// textByte takes one byte of text, unless it stands in for a Unicode character that was read already.
func (p *parser) textByte(b byte) {
	if p.skip > 0 {
		p.skip--
		return
	}
	p.bytes = append(p.bytes, b)
}

// flush decodes the gathered bytes.
func (p *parser) flush() {
	if len(p.bytes) == 0 {
		return
	}
	text := decode(p.bytes, p.fonts[p.state.font], p.page)
	p.bytes = p.bytes[:0]
	p.add(text)
}

// add puts text where it belongs: the flow, or the name that a destination gathers.
func (p *parser) add(text string) {
	switch p.state.dest {
	case "fonttbl": // "Times New Roman;" ends an entry
		before, _, ended := strings.Cut(text, ";")
		p.name.WriteString(before)
		if ended {
			f := p.fonts[p.state.font]
			f.name = strings.TrimSpace(p.name.String())
			p.fonts[p.state.font] = f
			p.name.Reset()
		}
		return
	case "title", "author", "subject":
		p.name.WriteString(text)
		return
	}
	if p.state.ignore || p.state.hidden || p.state.deleted {
		return
	}
	if p.state.caps {
		text = strings.ToUpper(text)
	}
	p.target.runs = append(p.target.runs, flow.Run{
		Text: text, Bold: p.state.bold, Super: p.state.super, Font: p.fonts[p.state.font].name,
	})
}

// unicode takes a character written \u; those beyond 16 bits come as two halves.
func (p *parser) unicode(n int) {
	p.skip = p.state.unicodeSkip
	r := rune(uint16(n)) //nolint:gosec // RTF writes numbers over 32767 as negative ones
	switch {
	case r >= 0xd800 && r < 0xdc00:
		p.high = r
		return
	case r >= 0xdc00 && r < 0xe000:
		if p.high != 0 {
			r = (p.high-0xd800)<<10 + (r - 0xdc00) + 0x10000
		} else {
			r = '\ufffd'
		}
	}
	p.high = 0
	p.add(string(r))
}
