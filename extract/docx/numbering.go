package docx

import (
	"strconv"
	"strings"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/xmltree"
)

// levels is the number of levels of a list (ECMA-376 part 1, 17.9.6).
const levels = 9

// level is how one level of a list counts and looks.
type level struct {
	start   int
	format  string
	text    string // "%1.%2" with the counters of levels in it
	suffix  string // "tab", "space" or "nothing" between number and text
	font    string // of a bullet
	style   string // the paragraph style that belongs to the level
	legal   bool   // all counters in plain digits
	restart int    // the level whose use restarts this one, counted from 1; -1: the one above; 0: none
	used    bool
}

// list is one w:num: an abstract list with its own changes.
type list struct {
	abstract string
	levels   [levels]level
	restarts [levels]int // startOverride, -1 where there is none
}

// numbering counts the numbered paragraphs in the order in which they come.
type numbering struct {
	lists    map[string]*list
	counters map[string]*[levels]int // by abstract list: lists made from one go on counting together
	begun    map[string]bool         // list and level whose startOverride was used up
}

func newNumbering(root *xmltree.Node, st *styles) *numbering {
	n := &numbering{lists: map[string]*list{}, counters: map[string]*[levels]int{}, begun: map[string]bool{}}
	abstract := map[string]*xmltree.Node{}
	for _, a := range root.All("abstractNum") {
		abstract[a.Attr("abstractNumId")] = a
	}
	of := map[string]string{} // abstract list of each list
	for _, num := range root.All("num") {
		of[num.Attr("numId")] = num.Child("abstractNumId").Attr("val")
	}
	for _, num := range root.All("num") {
		id := of[num.Attr("numId")]
		a := abstract[id]
		if link := a.Child("numStyleLink").Attr("val"); link != "" {
			linked, _ := st.number(link)
			if to := abstract[of[linked]]; to != nil {
				id, a = of[linked], to
			}
		}
		n.lists[num.Attr("numId")] = newList(id, a, num)
	}
	return n
}

func newList(id string, abstract, num *xmltree.Node) *list {
	l := &list{abstract: id}
	for i := range l.restarts {
		l.restarts[i] = -1
	}
	if abstract != nil {
		for _, lvl := range abstract.Children {
			if lvl.Name == "lvl" {
				l.set(lvl)
			}
		}
	}
	for _, o := range num.All("lvlOverride") {
		i, ok := levelIndex(o.Attr("ilvl"))
		if !ok {
			continue
		}
		if lvl := o.Child("lvl"); lvl != nil {
			l.set(lvl)
		}
		if s, err := strconv.Atoi(o.Child("startOverride").Attr("val")); err == nil {
			l.restarts[i] = s
		}
	}
	return l
}

func levelIndex(s string) (int, bool) {
	i, err := strconv.Atoi(s)
	return i, err == nil && i >= 0 && i < levels
}

func (l *list) set(lvl *xmltree.Node) {
	i, ok := levelIndex(lvl.Attr("ilvl"))
	if !ok {
		return
	}
	start, err := strconv.Atoi(lvl.Child("start").Attr("val"))
	if err != nil {
		start = 0 // ECMA-376 17.9.25: a level without a start begins at 0
	}
	restart := -1
	if r, err := strconv.Atoi(lvl.Child("lvlRestart").Attr("val")); err == nil {
		restart = r
	}
	var p props
	p.apply(lvl.Child("rPr"))
	legal := lvl.Child("isLgl")
	l.levels[i] = level{
		start: start, format: lvl.Child("numFmt").Attr("val"), text: lvl.Child("lvlText").Attr("val"),
		suffix: lvl.Child("suff").Attr("val"), font: p.font, style: lvl.Child("pStyle").Attr("val"),
		legal: legal != nil && toggled(legal), restart: restart, used: true,
	}
}

// levelOf gives the level that a paragraph style has in a list whose numbering comes from the style.
func (n *numbering) levelOf(numID, style string) (int, bool) {
	l := n.lists[numID]
	if l == nil {
		return 0, false
	}
	for i := range l.levels {
		if l.levels[i].used && l.levels[i].style == style {
			return i, true
		}
	}
	return 0, false
}

// next counts one paragraph and gives its label with what stands behind it; "" for a list that is not known.
func (n *numbering) next(numID string, at int) (label, font string) {
	l := n.lists[numID]
	if l == nil || at < 0 || at >= levels || !l.levels[at].used {
		return "", ""
	}
	c := n.counters[l.abstract]
	if c == nil {
		c = new([levels]int)
		for i := range c {
			c[i] = unset
		}
		n.counters[l.abstract] = c
	}
	key := numID + " " + strconv.Itoa(at)
	if s := l.restarts[at]; s >= 0 && !n.begun[key] {
		c[at] = s
	} else if c[at] == unset {
		c[at] = l.levels[at].start
	} else {
		c[at]++
	}
	n.begun[key] = true
	for i := at + 1; i < levels; i++ {
		if r := l.levels[i].restart; r < 0 || r > 0 && at < r {
			c[i] = unset
		}
	}
	for i := range at {
		if c[i] == unset {
			c[i] = l.levels[i].start
		}
	}
	return l.label(at, c)
}

// unset marks a counter that starts anew.
const unset = -1 << 30

func (l *list) label(at int, c *[levels]int) (label, font string) {
	lv := l.levels[at]
	text := lv.text
	if lv.format == "bullet" {
		text = bullet(text)
	} else {
		for i := range levels {
			mark := "%" + strconv.Itoa(i+1)
			if !strings.Contains(text, mark) {
				continue
			}
			format := l.levels[i].format
			if lv.legal {
				format = "decimal"
			}
			text = strings.ReplaceAll(text, mark, count(c[i], format))
		}
	}
	if text == "" {
		return "", ""
	}
	if lv.suffix != "nothing" {
		text += " "
	}
	return text, lv.font
}

// count writes a counter. The formats that spell numbers out are written in digits.
func count(n int, format string) string {
	switch format {
	case "upperRoman":
		return flow.Roman(n)
	case "lowerRoman":
		return strings.ToLower(flow.Roman(n))
	case "upperLetter":
		return strings.ToUpper(flow.Letter(n))
	case "lowerLetter":
		return flow.Letter(n)
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

// bullet gives the mark of an unnumbered item. Marks of symbol fonts have no meaning as characters and become a bullet.
func bullet(text string) string {
	if text == "o" {
		return "◦"
	}
	return strings.Map(func(r rune) rune {
		if r >= 0xe000 && r <= 0xf8ff {
			return '•'
		}
		return r
	}, text)
}
