package docx

import (
	"strconv"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/xmltree"
)

// numbering knows the lists of a document.
type numbering struct {
	lists   map[string]*flow.List
	styles  map[string]map[string]int // level that a list gives to a paragraph style
	counter flow.Counter
}

func newNumbering(root *xmltree.Node, st *styles) *numbering {
	n := &numbering{lists: map[string]*flow.List{}, styles: map[string]map[string]int{}}
	abstract := map[string]*xmltree.Node{}
	for _, a := range root.All("abstractNum") {
		abstract[a.Attr("abstractNumId")] = a
	}
	of := map[string]string{} // abstract list of each list
	for _, num := range root.All("num") {
		of[num.Attr("numId")] = num.Child("abstractNumId").Attr("val")
	}
	for _, num := range root.All("num") {
		id, key := num.Attr("numId"), of[num.Attr("numId")]
		if link := abstract[key].Child("numStyleLink").Attr("val"); link != "" {
			linked, _ := st.number(link)
			if abstract[of[linked]] != nil {
				key = of[linked]
			}
		}
		n.add(flow.NewList(id, key), abstract[key], num)
	}
	return n
}

// add fills a list from its abstract list, then from its own changes.
func (n *numbering) add(l *flow.List, abstract, num *xmltree.Node) {
	n.styles[l.ID] = map[string]int{}
	if abstract != nil {
		for _, lvl := range abstract.Children {
			if lvl.Name == "lvl" {
				n.set(l, lvl)
			}
		}
	}
	for _, o := range num.All("lvlOverride") {
		i, ok := levelIndex(o.Attr("ilvl"))
		if !ok {
			continue
		}
		if lvl := o.Child("lvl"); lvl != nil {
			n.set(l, lvl)
		}
		if s, err := strconv.Atoi(o.Child("startOverride").Attr("val")); err == nil {
			l.StartOver[i] = s
		}
	}
	n.lists[l.ID] = l
}

func levelIndex(s string) (int, bool) {
	i, err := strconv.Atoi(s)
	return i, err == nil && i >= 0 && i < flow.ListLevels
}

func (n *numbering) set(l *flow.List, lvl *xmltree.Node) {
	i, ok := levelIndex(lvl.Attr("ilvl"))
	if !ok {
		return
	}
	start, err := strconv.Atoi(lvl.Child("start").Attr("val"))
	if err != nil {
		start = 0 // ECMA-376 part 1, 17.9.25: a level without a start begins at 0
	}
	restart := -1
	if r, err := strconv.Atoi(lvl.Child("lvlRestart").Attr("val")); err == nil {
		restart = r
	}
	var p props
	p.apply(lvl.Child("rPr"))
	legal := lvl.Child("isLgl")
	l.Levels[i] = flow.ListLevel{
		Start: start, Format: lvl.Child("numFmt").Attr("val"), Text: lvl.Child("lvlText").Attr("val"),
		Tight: lvl.Child("suff").Attr("val") == "nothing", Legal: legal != nil && toggled(legal), Restart: restart,
		Font: p.font, Defined: true,
	}
	if style := lvl.Child("pStyle").Attr("val"); style != "" {
		n.styles[l.ID][style] = i
	}
}

// next counts one paragraph of a list and gives its label and the label's font.
func (n *numbering) next(numID string, at int) (label, font string) {
	return n.counter.Next(n.lists[numID], at)
}
