package odt

import (
	"strconv"
	"strings"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/xmltree"
)

// walker turns elements into blocks. A new one is made for each cell, note and text box.
type walker struct {
	*file
	flow.Gatherer
	list  *flow.List // the open list, nil outside
	level int
	// inCell tells that the walker reads a cell of a table.
	inCell bool
	due    bool // the open list item has not shown its number yet
}

func (w *walker) blocks(n *xmltree.Node) error {
	if n == nil {
		return nil
	}
	if err := w.ctx.Err(); err != nil {
		return err
	}
	for _, c := range n.Children {
		var err error
		switch c.Name {
		case "p", "h":
			err = w.paragraph(c)
		case "list":
			err = w.listOf(c)
		case "table":
			w.EndParagraph()
			err = w.table(c)
		case "frame", "custom-shape": // between paragraphs, bound to the page
			err = w.frame(c)
			w.EndParagraph()
		case "section", "table-of-content", "index-body", "index-title", "list-header", "illustration-index":
			err = w.blocks(c)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// listOf walks a list. A list inside an item is one level deeper; its style is its own or that of the list around it.
// A list that does not go on with an earlier one begins anew.
func (w *walker) listOf(n *xmltree.Node) error {
	outer, level, due := w.list, w.level, w.due
	defer func() { w.list, w.level, w.due = outer, level, due && w.due }()
	if name := n.Attr("style-name"); w.styles.lists[name] != nil {
		w.list = w.styles.lists[name]
	}
	if outer == nil {
		w.level = 0
		if n.Attr("continue-numbering") != "true" && n.Attr("continue-list") == "" && w.list != nil {
			w.counter.Restart(w.list)
		}
	} else {
		w.level++
	}
	for _, item := range n.Children {
		w.due = item.Name == "list-item"
		if start, err := strconv.Atoi(item.Attr("start-value")); err == nil {
			w.counter.StartAt(w.list, w.level, start)
		}
		if item.Name == "list-item" || item.Name == "list-header" {
			if err := w.blocks(item); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *walker) paragraph(p *xmltree.Node) error {
	style := p.Attr("style-name")
	base := w.styles.apply(props{}, "paragraph", style)
	label, font := "", ""
	switch {
	case w.list != nil && w.due:
		label, font = w.counter.Next(w.list, w.level)
	case w.list == nil && p.Name == "h":
		label, font = w.heading(p, style)
	}
	w.due = false
	if label != "" {
		w.Runs = append(w.Runs, flow.Run{Text: label, Bold: base.bold, Font: font})
	}
	before := len(w.Runs)
	if err := w.inline(p, base); err != nil {
		return err
	}
	if len(w.Runs) == before && !w.inCell {
		w.Runs = nil // a number alone is no text; in a cell it is the number of the row
	}
	w.EndParagraph()
	return nil
}

// heading numbers a heading by the list of its style, or by the outline of the document.
func (w *walker) heading(p *xmltree.Node, style string) (label, font string) {
	at, err := strconv.Atoi(p.Attr("outline-level"))
	if err != nil || p.Attr("is-list-header") == "true" {
		return "", ""
	}
	l := w.styles.lists[w.styles.listOf(style)]
	if l == nil {
		l = w.styles.lists["Outline"]
	}
	return w.counter.Next(l, at-1)
}

// inline walks what stands inside a paragraph. Blanks fold as in HTML; more than one is written as an element.
func (w *walker) inline(n *xmltree.Node, p props) error {
	for _, c := range n.Children {
		var err error
		switch c.Name {
		case "":
			w.add(strings.Join(strings.FieldsFunc(" "+c.Text+" ", isBlank), " "), c.Text, p)
		case "span":
			err = w.inline(c, w.styles.apply(p, "text", c.Attr("style-name")))
		case "s":
			count, _ := strconv.Atoi(c.Attr("c"))
			w.put(strings.Repeat(" ", min(max(count, 1), 1000)), p)
		case "tab":
			w.put("\t", p)
		case "line-break":
			w.put("\n", p)
		case "note":
			err = w.note(c)
		case "frame", "custom-shape":
			err = w.frame(c)
		case "annotation", "annotation-end", "tracked-changes", "hidden-text", "bookmark", "soft-page-break", "ruby-text":
		case "g", "ruby", "ruby-base", "a", "meta", "meta-field":
			err = w.inline(c, p)
		default: // fields show their value
			err = w.inline(c, p)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func isBlank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' }

// add writes folded text with the blanks at its ends that the source has.
func (w *walker) add(folded, source string, p props) {
	if source == "" {
		return
	}
	if folded == "" {
		folded = " "
	} else {
		if isBlank(rune(source[0])) {
			folded = " " + folded
		}
		if isBlank(rune(source[len(source)-1])) {
			folded += " "
		}
	}
	w.put(folded, p)
}

func (w *walker) put(text string, p props) {
	if p.hidden {
		return
	}
	if p.caps {
		text = strings.ToUpper(text)
	}
	w.Runs = append(w.Runs, flow.Run{Text: text, Bold: p.bold, Super: p.super, Font: p.font})
}

// note reads a foot- or endnote. Endnotes are numbered on after the footnotes, so that no two marks are alike.
func (w *walker) note(n *xmltree.Node) error {
	mark := strings.TrimSpace(n.Child("note-citation").String())
	if n.Attr("note-class") == "endnote" {
		mark = strconv.Itoa(len(w.doc.Notes) + 1)
	}
	w.doc.Notes = append(w.doc.Notes, flow.Note{Mark: mark})
	number := len(w.doc.Notes)
	w.Runs = append(w.Runs, flow.Run{Note: number})
	inner := &walker{file: w.file}
	if err := inner.blocks(n.Child("note-body")); err != nil {
		return err
	}
	inner.EndParagraph()
	w.doc.Notes[number-1].Blocks = inner.Blocks
	return nil
}

// frame reads the text boxes of a drawing; they stand beside the paragraph and are written after it.
func (w *walker) frame(n *xmltree.Node) error {
	boxes := n.All("text-box")
	if n.Name == "custom-shape" {
		boxes = []*xmltree.Node{n}
	}
	for _, box := range boxes {
		inner := &walker{file: w.file}
		if err := inner.blocks(box); err != nil {
			return err
		}
		inner.EndParagraph()
		w.Boxes = append(w.Boxes, inner.Blocks...)
	}
	return nil
}
