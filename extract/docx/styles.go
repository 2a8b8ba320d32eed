package docx

import (
	"github.com/soichi/soichi/extract/xmltree"
)

// maxChain bounds the styles that a style may rest on, against circles.
const maxChain = 20

// props are the properties of characters that change what the text is.
type props struct {
	bold, hidden, caps, super bool
	font                      string
}

// style is one paragraph or character style.
type style struct {
	id, basedOn string
	rPr         *xmltree.Node
	numID       string
	level       string
}

type styles struct {
	byID         map[string]*style
	defaults     *xmltree.Node // rPr of the document's defaults
	defaultParas string        // id of the default paragraph style
}

func newStyles(root *xmltree.Node) *styles {
	s := &styles{byID: map[string]*style{}, defaults: root.Find("rPrDefault").Child("rPr")}
	for _, n := range root.All("style") {
		num := n.Child("pPr", "numPr")
		st := &style{
			id: n.Attr("styleId"), basedOn: n.Child("basedOn").Attr("val"), rPr: n.Child("rPr"),
			numID: num.Child("numId").Attr("val"), level: num.Child("ilvl").Attr("val"),
		}
		s.byID[st.id] = st
		if n.Attr("type") == "paragraph" && on(n.Attr("default")) {
			s.defaultParas = st.id
		}
	}
	return s
}

// chain gives a style and those it rests on, the basic one first.
func (s *styles) chain(id string) []*style {
	var out []*style
	for range maxChain {
		st := s.byID[id]
		if st == nil {
			break
		}
		out = append([]*style{st}, out...)
		id = st.basedOn
	}
	return out
}

// paragraph gives the character properties that a paragraph style gives its runs.
func (s *styles) paragraph(id string) props {
	var p props
	p.apply(s.defaults)
	if id == "" {
		id = s.defaultParas
	}
	for _, st := range s.chain(id) {
		p.apply(st.rPr)
	}
	return p
}

// run gives the properties of a run inside a paragraph of properties p.
func (s *styles) run(p props, rPr *xmltree.Node) props {
	if rPr == nil {
		return p
	}
	for _, st := range s.chain(rPr.Child("rStyle").Attr("val")) {
		p.apply(st.rPr)
	}
	p.apply(rPr)
	return p
}

// number gives the list and level that a paragraph style puts its paragraphs in.
func (s *styles) number(id string) (numID, level string) {
	for _, st := range s.chain(id) {
		if st.numID != "" {
			numID = st.numID
		}
		if st.level != "" {
			level = st.level
		}
	}
	return numID, level
}

func (p *props) apply(rPr *xmltree.Node) {
	if rPr == nil {
		return
	}
	for _, c := range rPr.Children {
		switch c.Name {
		case "b":
			p.bold = toggled(c)
		case "vanish", "webHidden":
			p.hidden = toggled(c)
		case "caps":
			p.caps = toggled(c)
		case "vertAlign":
			p.super = c.Attr("val") == "superscript"
		case "rFonts":
			for _, name := range []string{"ascii", "hAnsi", "cs"} {
				if font := c.Attr(name); font != "" {
					p.font = font
					break
				}
			}
		}
	}
}

// toggled reads an on/off element: present without a value means on.
func toggled(n *xmltree.Node) bool {
	v := n.Attr("val")
	return v == "" || on(v)
}

func on(v string) bool { return v == "1" || v == "true" || v == "on" }
