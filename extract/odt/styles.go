package odt

import (
	"strconv"
	"strings"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/xmltree"
)

// maxChain bounds the styles that a style may rest on, against circles.
const maxChain = 20

// props are the properties of characters that change what the text is.
type props struct {
	bold, hidden, caps, super bool
	font                      string
}

type style struct {
	parent string
	text   *xmltree.Node // style:text-properties
	list   string        // the list that paragraphs of the style are in
}

type styles struct {
	byName map[string]*style
	lists  map[string]*flow.List
	fonts  map[string]string // family of a font face
}

func newStyles() *styles {
	return &styles{byName: map[string]*style{}, lists: map[string]*flow.List{}, fonts: map[string]string{}}
}

// add takes the styles of a part in. Paragraph and character styles have names of their own kind.
func (s *styles) add(root *xmltree.Node) {
	for _, n := range root.All("font-face") {
		s.fonts[n.Attr("name")] = strings.Trim(n.Attr("font-family"), "'\"")
	}
	for _, n := range root.All("style") {
		s.byName[n.Attr("family")+" "+n.Attr("name")] = &style{
			parent: n.Attr("parent-style-name"), text: n.Child("text-properties"), list: n.Attr("list-style-name"),
		}
	}
	for _, n := range append(root.All("list-style"), root.All("outline-style")...) {
		s.lists[n.Attr("name")] = newList(n)
	}
}

// newList reads the levels of a list. A level shows the counters of the levels above it as display-levels says.
func newList(n *xmltree.Node) *flow.List {
	l := flow.NewList(n.Attr("name"), n.Attr("name"))
	for _, c := range n.Children {
		at, err := strconv.Atoi(c.Attr("level"))
		if err != nil || at < 1 || at > flow.ListLevels {
			continue
		}
		lv := flow.ListLevel{Start: 1, Restart: -1, Defined: true}
		if start, err := strconv.Atoi(c.Attr("start-value")); err == nil {
			lv.Start = start
		}
		switch c.Name {
		case "list-level-style-bullet":
			lv.Format, lv.Text = "bullet", c.Attr("bullet-char")
		case "list-level-style-number", "outline-level-style":
			lv.Format = formats[c.Attr("num-format")]
			if lv.Format == "" { // no format: no number
				lv.Format, lv.Text = "none", c.Attr("num-prefix")+c.Attr("num-suffix")
				break
			}
			shown, _ := strconv.Atoi(c.Attr("display-levels"))
			var marks []string
			for i := at - max(min(shown, at), 1) + 1; i <= at; i++ {
				marks = append(marks, "%"+strconv.Itoa(i))
			}
			lv.Text = c.Attr("num-prefix") + strings.Join(marks, ".") + c.Attr("num-suffix")
			if whole := c.Attr("num-list-format"); whole != "" { // LibreOffice 7.1 and later: "%1%.%2%."
				lv.Text = strings.ReplaceAll(whole, "%.", ".")
				for i := range flow.ListLevels {
					mark := "%" + strconv.Itoa(i+1)
					lv.Text = strings.ReplaceAll(lv.Text, mark+"%", mark)
				}
			}
		}
		lv.Tight = c.Find("list-level-label-alignment").Attr("label-followed-by") == "nothing"
		l.Levels[at-1] = lv
	}
	return l
}

// formats gives the name that package flow has for a number format (OpenDocument 1.3 part 3, 20.322).
var formats = map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

// apply gives the properties of a style of a family on top of p.
func (s *styles) apply(p props, family, name string) props {
	var chain []*style
	for range maxChain {
		st := s.byName[family+" "+name]
		if st == nil {
			break
		}
		chain = append([]*style{st}, chain...)
		name = st.parent
	}
	for _, st := range chain {
		p.set(st.text, s.fonts)
	}
	return p
}

func (p *props) set(n *xmltree.Node, fonts map[string]string) {
	if n == nil {
		return
	}
	switch w := n.Attr("font-weight"); w {
	case "":
	case "bold", "600", "700", "800", "900":
		p.bold = true
	default:
		p.bold = false
	}
	if d := n.Attr("display"); d != "" {
		p.hidden = d == "none"
	}
	if t := n.Attr("text-transform"); t != "" {
		p.caps = t == "uppercase"
	}
	if pos := n.Attr("text-position"); pos != "" {
		p.super = strings.HasPrefix(pos, "super") || pos[0] >= '1' && pos[0] <= '9'
	}
	if f := n.Attr("font-name"); f != "" {
		p.font = f
		if family := fonts[f]; family != "" {
			p.font = family
		}
	}
}

// listOf gives the list that a paragraph style puts its paragraphs in.
func (s *styles) listOf(name string) string {
	for range maxChain {
		st := s.byName["paragraph "+name]
		if st == nil {
			return ""
		}
		if st.list != "" {
			return st.list
		}
		name = st.parent
	}
	return ""
}
