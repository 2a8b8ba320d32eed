package docx

import (
	"strconv"
	"strings"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/xmltree"
)

// inline walks what stands inside a paragraph.
func (w *walker) inline(n *xmltree.Node, base props) error {
	for _, c := range n.Children {
		var err error
		switch c.Name {
		case "r":
			err = w.run(c, base)
		case "hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "dir", "bdo":
			err = w.inline(c, base)
		case "sdt":
			if content := c.Child("sdtContent"); content != nil {
				err = w.inline(content, base)
			}
		case "AlternateContent":
			if a := alternative(c); a != nil {
				err = w.inline(a, base)
			}
		case "oMath", "oMathPara":
			w.add(c.String(), base)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) add(text string, p props) {
	if text == "" || p.hidden || w.field.Hides() {
		return
	}
	if p.caps {
		text = strings.ToUpper(text)
	}
	w.Runs = append(w.Runs, flow.Run{Text: text, Bold: p.bold, Super: p.super, Font: p.font})
}

func (w *walker) run(r *xmltree.Node, base props) error {
	p := w.styles.run(base, r.Child("rPr"))
	ownMark := false // the text that follows is the mark of a note and written there
	for _, c := range r.Children {
		switch c.Name {
		case "t":
			if ownMark {
				ownMark = false
				continue
			}
			w.add(c.String(), p)
		case "tab", "ptab":
			w.add("\t", p)
		case "br", "cr":
			if len(w.Runs) > w.start { // in front of a paragraph it would part the number from it
				w.add("\n", p)
			}
		case "noBreakHyphen":
			w.add("-", p)
		case "softHyphen": // its code is a letter in TCVN3; elsewhere it falls out of the text later
			w.add("\u00ad", p)
		case "sym":
			w.add(symbol(c), p)
		case "fldChar":
			w.mark(c.Attr("fldCharType"))
		case "footnoteReference", "endnoteReference":
			ownMark = on(c.Attr("customMarkFollows"))
			if err := w.note(c, r, ownMark); err != nil {
				return err
			}
		case "drawing", "pict", "object":
			if err := w.textBoxes(c); err != nil {
				return err
			}
		case "AlternateContent":
			if a := alternative(c); a != nil {
				if err := w.textBoxes(a); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (w *walker) mark(kind string) {
	switch kind {
	case "begin":
		w.field.Begin()
	case "separate":
		w.field.Separate()
	case "end":
		w.field.End()
	}
}

// symbol gives a character that names its font: only marks whose meaning is sure are kept.
func symbol(n *xmltree.Node) string {
	code, err := strconv.ParseUint(n.Attr("char"), 16, 32)
	if err != nil || code > 0xffff {
		return ""
	}
	if code < 0xf000 || code > 0xf0ff {
		return string(rune(code))
	}
	return flow.Symbol(n.Attr("font"), byte(code-0xf000))
}

// textBoxes reads the boxes of a drawing. They stand beside the paragraph and are written after it.
func (w *walker) textBoxes(n *xmltree.Node) error {
	for _, box := range textBoxContents(n) {
		inner := &walker{file: w.file}
		if err := inner.blocks(box); err != nil {
			return err
		}
		inner.EndParagraph()
		w.Boxes = append(w.Boxes, inner.Blocks...)
	}
	return nil
}

// textBoxContents finds the boxes below a drawing, of each pair of versions only one.
func textBoxContents(n *xmltree.Node) []*xmltree.Node {
	switch n.Name {
	case "txbxContent":
		return []*xmltree.Node{n}
	case "AlternateContent":
		if n = alternative(n); n == nil {
			return nil
		}
	}
	var out []*xmltree.Node
	for _, c := range n.Children {
		out = append(out, textBoxContents(c)...)
	}
	return out
}

// note reads the note of a mark. Notes are numbered in the order of their marks, foot- and endnotes in one row, so that
// no two marks of a text are alike; a mark of the writer's own stays.
func (w *walker) note(ref, run *xmltree.Node, ownMark bool) error {
	kind := strings.TrimSuffix(ref.Name, "Reference")
	body := w.notes[kind+" "+ref.Attr("id")]
	if body == nil || w.field.Hides() {
		return nil
	}
	delete(w.notes, kind+" "+ref.Attr("id")) // a note belongs to one mark; this also ends a note that refers to itself
	mark := strings.TrimSpace(run.Child("t").String())
	if !ownMark || mark == "" {
		w.numbered++
		mark = strconv.Itoa(w.numbered)
	}
	w.doc.Notes = append(w.doc.Notes, flow.Note{Mark: mark})
	number := len(w.doc.Notes)
	w.Runs = append(w.Runs, flow.Run{Note: number})
	inner := &walker{file: w.file}
	if err := inner.blocks(body); err != nil {
		return err
	}
	inner.EndParagraph()
	w.doc.Notes[number-1].Blocks = inner.Blocks
	return nil
}
