package docx

import (
	"strconv"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/xmltree"
)

// walker turns block elements into blocks. A new one is made for each cell, note and text box.
type walker struct {
	*file
	flow.Gatherer
	field flow.Fields
	// inCell tells that the walker reads a cell of a table.
	inCell bool
	start  int // number of runs before the text of the open paragraph: its label, if any
}

// blocks walks paragraphs and tables, and through the wrappers that hold them.
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
		case "p":
			err = w.paragraph(c)
		case "tbl":
			w.EndParagraph()
			err = w.table(c)
		case "sdt":
			err = w.blocks(c.Child("sdtContent"))
		case "AlternateContent":
			err = w.blocks(alternative(c))
		case "customXml", "smartTag", "ins", "moveTo":
			err = w.blocks(c)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// alternative chooses between the versions of one thing that Word writes for its successors and its ancestors.
func alternative(n *xmltree.Node) *xmltree.Node {
	if c := n.Child("Choice"); c != nil {
		return c
	}
	return n.Child("Fallback")
}

func (w *walker) paragraph(p *xmltree.Node) error {
	pPr := p.Child("pPr")
	style := pPr.Child("pStyle").Attr("val")
	base := w.styles.paragraph(style)
	if label, font := w.label(pPr, style); label != "" {
		own := w.styles.run(base, pPr.Child("rPr"))
		w.Runs = append(w.Runs, flow.Run{Text: label, Bold: own.bold, Font: font})
	}
	before := len(w.Runs)
	w.start = before
	if err := w.inline(p, base); err != nil {
		return err
	}
	if len(w.Runs) == before && !w.inCell {
		// An empty item counts, but its number alone is no text; in a cell it is the number of the row.
		w.Runs = nil
	}
	if pPr.Child("rPr", "del") == nil { // a deleted paragraph mark joins the paragraph to the next
		w.EndParagraph()
	}
	return nil
}

// label counts the paragraph if it is in a list, by itself or through its style, and gives its number.
func (w *walker) label(pPr *xmltree.Node, style string) (label, font string) {
	if style == "" {
		style = w.styles.defaultParas
	}
	numID, at := w.styles.number(style)
	fromStyle := numID != ""
	if own := pPr.Child("numPr"); own != nil {
		if id := own.Child("numId").Attr("val"); id != "" {
			numID, fromStyle = id, false
		}
		if i := own.Child("ilvl").Attr("val"); i != "" {
			at = i
		}
	}
	if numID == "" || numID == "0" { // 0 takes a paragraph out of its style's list
		return "", ""
	}
	index, _ := strconv.Atoi(at)
	if fromStyle {
		if i, ok := w.numbers.styles[numID][style]; ok {
			index = i
		}
	}
	return w.numbers.next(numID, index)
}

func (w *walker) table(t *xmltree.Node) error {
	table := &flow.Table{}
	for _, tr := range rows(t) {
		trPr := tr.Child("trPr")
		if trPr.Child("del") != nil {
			continue
		}
		row := flow.Row{}
		if h := trPr.Child("tblHeader"); h != nil {
			row.Header = toggled(h)
		}
		for _, tc := range cells(tr) {
			tcPr := tc.Child("tcPr")
			span, _ := strconv.Atoi(tcPr.Child("gridSpan").Attr("val"))
			cell := flow.Cell{Span: min(max(span, 1), 63)}
			if m := tcPr.Child("vMerge"); m != nil && m.Attr("val") != "restart" {
				cell.Continues = true
			}
			if !cell.Continues { // a merged cell shows nothing of its own, and its paragraphs do not count in lists
				inner := &walker{file: w.file, inCell: true}
				if err := inner.blocks(tc); err != nil {
					return err
				}
				inner.EndParagraph()
				cell.Blocks = inner.Blocks
			}
			row.Cells = append(row.Cells, cell)
		}
		if len(row.Cells) > 0 {
			table.Rows = append(table.Rows, row)
		}
	}
	w.Blocks = append(w.Blocks, flow.Block{Table: table})
	return nil
}

// rows gives the rows of a table, through the wrappers of content controls and changes.
func rows(n *xmltree.Node) []*xmltree.Node { return within(n, "tr") }

func cells(n *xmltree.Node) []*xmltree.Node { return within(n, "tc") }

func within(n *xmltree.Node, name string) []*xmltree.Node {
	var out []*xmltree.Node
	for _, c := range n.Children {
		switch c.Name {
		case name:
			out = append(out, c)
		case "sdt":
			if content := c.Child("sdtContent"); content != nil {
				out = append(out, within(content, name)...)
			}
		case "customXml", "ins", "moveTo":
			out = append(out, within(c, name)...)
		}
	}
	return out
}
