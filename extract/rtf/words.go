package rtf

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"

	"github.com/soichi/soichi/extract/flow"
)

// ignored are the destinations whose text is no text of the document. Unknown ones that begin with \* are left out too.
var ignored = map[string]bool{
	"colortbl": true, "stylesheet": true, "listtable": true, "listoverridetable": true, "info": true, "pict": true,
	"header": true, "headerl": true, "headerr": true, "headerf": true, "footer": true, "footerl": true, "footerr": true,
	"footerf": true, "object": true, "fldinst": true, "themedata": true, "datastore": true, "xmlnstbl": true, "rsidtbl": true,
	"generator": true, "bkmkstart": true, "bkmkend": true, "annotation": true, "atnid": true, "atnauthor": true,
	"nonshppict": true, "sp": true, "ftnsep": true, "ftnsepc": true, "aftnsep": true, "aftnsepc": true, "pgptbl": true,
	"filetbl": true, "revtbl": true, "private": true, "mmathPr": true, "nonesttables": true, "txe": true, "xe": true, "tc": true,
}

// word obeys one control word.
func (p *parser) word(t token) {
	star := p.star
	p.star = false
	on := !t.has || t.number != 0
	switch t.word {
	case "*":
		p.star = true
	case "\\", "{", "}":
		p.textByte(t.word[0])
	case "~":
		p.add("\u00a0")
	case "_":
		p.add("-")
	case "-": // its code is a letter in TCVN3; elsewhere it falls out of the text later
		p.add("\u00ad")
	case "u":
		p.unicode(t.number)
	case "uc":
		p.state.unicodeSkip = max(t.number, 0)
	case "bin":
		p.scanner.skip(t.number)
	case "ansicpg":
		p.page = t.number
	case "f":
		p.state.font = t.number
	case "fcharset":
		if p.state.dest == "fonttbl" {
			f := p.fonts[p.state.font]
			f.charset = t.number
			p.fonts[p.state.font] = f
		}
	case "plain":
		p.state.bold, p.state.hidden, p.state.deleted, p.state.caps, p.state.super = false, false, false, false, false
	case "b":
		p.state.bold = on
	case "v":
		p.state.hidden = on
	case "deleted":
		p.state.deleted = on
	case "caps":
		p.state.caps = on
	case "super":
		p.state.super = on
	case "nosupersub":
		p.state.super = false
	default:
		if !p.destination(t.word, star) && !p.mark(t.word) && !p.state.ignore && !p.state.deleted {
			p.layout(t) // a comment's paragraphs and a running head's rows are none of the paper's
		}
	}
}

// marks are the words that stand for a character.
var marks = map[string]string{
	"tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
	"bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "page": "\n", "column": "\n",
}

// mark writes what a word stands for; it reports false for other words.
func (p *parser) mark(word string) bool {
	text, ok := marks[word]
	if ok && p.state.label && text == "\t" {
		text = " "
	}
	if ok {
		p.add(text)
	}
	return ok
}

// destination begins a group whose text goes elsewhere; it reports false for other words.
func (p *parser) destination(word string, star bool) bool {
	switch word {
	case "fonttbl":
		p.state.dest = word
	case "title", "author", "subject":
		if p.state.dest == "info" {
			p.state.dest = word
			p.name.Reset()
		}
	case "info":
		p.state.dest, p.state.ignore = word, true
	case "footnote":
		p.footnote()
	case "shptxt":
		if p.state.ignore {
			return true
		}
		outer := p.target
		p.divert(func(blocks []flow.Block) { outer.boxes = append(outer.boxes, blocks...) })
	case "listtext", "pntext": // the number of a list item as Word shows it
		p.state.label = true
	case "chftn":
		p.auto = true
	case "shpinst", "nesttableprops": // hold text or rows of the document, for all their \*
	default:
		if !ignored[word] && !star {
			return false
		}
		p.state.ignore = true
		p.state.dest = word
	}
	return true
}

// footnote reads a note. Its mark stands in front of it in the text and again at its start; both are numbered here.
func (p *parser) footnote() {
	if p.state.ignore {
		return
	}
	mark := ""
	if n := len(p.target.runs); !p.auto && n > 0 && p.target.runs[n-1].Super { // a mark of the writer's own
		mark = strings.TrimSpace(p.target.runs[n-1].Text)
		p.target.runs = p.target.runs[:n-1]
	}
	if mark == "" {
		p.numbered++
		mark = strconv.Itoa(p.numbered)
	}
	p.auto = false
	p.notes = append(p.notes, flow.Note{Mark: mark})
	number := len(p.notes)
	p.target.runs = append(p.target.runs, flow.Run{Note: number})
	p.divert(func(blocks []flow.Block) {
		p.auto = false
		dropMark(blocks, mark)
		p.notes[number-1].Blocks = blocks
	})
}

// dropMark takes the mark that repeats at the start of a note's text away.
func dropMark(blocks []flow.Block, mark string) {
	if len(blocks) == 0 || blocks[0].Paragraph == nil {
		return
	}
	runs := blocks[0].Paragraph.Runs
	if len(runs) > 0 && runs[0].Super && strings.TrimSpace(runs[0].Text) == mark {
		blocks[0].Paragraph.Runs = runs[1:]
	}
}

// endDestination puts what a destination gathered in its place.
func (p *parser) endDestination(dest string) {
	switch dest {
	case "title", "author", "subject":
		if text := strings.TrimSpace(p.name.String()); text != "" {
			if p.meta == nil {
				p.meta = map[string]string{}
			}
			p.meta[dest] = text
		}
	case "fonttbl":
	default:
		return
	}
	p.name.Reset()
}

// pages are the code pages that fonts name by character set.
var pages = map[int]encoding.Encoding{
	163: charmap.Windows1258, 204: charmap.Windows1251, 238: charmap.Windows1250, 161: charmap.Windows1253, 162: charmap.Windows1254,
	186: charmap.Windows1257,
}

// decode turns bytes into text by the font's character set, or by the file's code page. Western text stays in the
// characters that stand for its bytes, from which old Vietnamese fonts are decoded later. Programs that know no better
// write UTF-8, which no other text looks like.
func decode(b []byte, f font, page int) string {
	if utf8.Valid(b) {
		return string(b)
	}
	enc := pages[f.charset]
	if enc == nil && page == 1258 && f.charset <= 1 {
		enc = charmap.Windows1258
	}
	if enc == nil {
		enc = charmap.Windows1252
	}
	out, err := enc.NewDecoder().Bytes(b)
	if err != nil { // no byte is an error of these code pages
		return strings.ToValidUTF8(string(b), "\ufffd")
	}
	return string(out)
}
