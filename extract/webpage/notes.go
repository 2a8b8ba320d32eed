package webpage

import (
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/soichi/soichi/extract/flow"
)

// Word saves a note as a link to "#_ftn1" (end notes "#_edn1") in the text and a div "ftn1" at the end, which begins
// with a link back to "#_ftnref1". LibreOffice writes "#sdfootnote1sym", "sdfootnote1" and "#sdfootnote1anc".
var (
	noteLink = regexp.MustCompile(`^#_?((?:ftn|edn|sdfootnote|sdendnote)\d+)(?:sym)?$`)
	noteBody = regexp.MustCompile(`^(?:ftn|edn|sdfootnote|sdendnote)\d+$`)
	noteBack = regexp.MustCompile(`^#(?:_(?:ftn|edn)ref\d+|sd(?:foot|end)note\d+anc)$`)
)

// newPage finds the notes and the labels of list items before the walk.
func newPage(root *html.Node, maxDepth int) *page {
	p := &page{maxDepth: maxDepth, numbers: map[string]int{}, bodies: map[*html.Node]bool{}, wraps: map[*html.Node]string{}}
	for n := range root.Descendants() {
		switch {
		case n.DataAtom == atom.Ol || n.DataAtom == atom.Ul:
			p.number(n)
		case n.DataAtom == atom.Div && noteBody.MatchString(attr(n, "id")):
			p.note(n)
		}
	}
	return p
}

// number gives each item of a list its label. An item that brings its own, as "1." typed by hand, keeps that alone.
func (p *page) number(list *html.Node) {
	number := 1
	if start, err := strconv.Atoi(attr(list, "start")); err == nil {
		number = start
	}
	for c := range list.ChildNodes() {
		if c.DataAtom != atom.Li {
			continue
		}
		if value, err := strconv.Atoi(attr(c, "value")); err == nil {
			number = value
		}
		if !flow.HasLabel(strings.TrimSpace(textOf(c))) {
			p.wraps[c] = label(list, number)
		}
		number++
	}
}

// note reads the body of a note. Its mark is the text of the link back.
func (p *page) note(body *html.Node) {
	id := attr(body, "id")
	if _, known := p.numbers[id]; known {
		return
	}
	mark := strings.TrimLeft(id, "abcdefghijklmnopqrstuvwxyz")
	var back *html.Node
	for n := range body.Descendants() {
		if n.DataAtom == atom.A && noteBack.MatchString(attr(n, "href")) {
			back = n
			if m := strings.Trim(textOf(n), " []()\n\t"); m != "" {
				mark = m
			}
			break
		}
	}
	p.bodies[body] = true
	if back != nil {
		p.bodies[back] = true
	}
	w := &walker{page: &page{maxDepth: p.maxDepth, bodies: p.bodies, wraps: p.wraps}}
	if err := w.children(body, style{}, 0); err != nil {
		return // too deep: the walk of the page meets the same depth and says so
	}
	w.end()
	p.notes = append(p.notes, flow.Note{Mark: mark, Blocks: w.blocks})
	p.numbers[id] = len(p.notes)
}

// noteOf gives the number of the note that a link leads to.
func (p *page) noteOf(a *html.Node) (int, bool) {
	m := noteLink.FindStringSubmatch(attr(a, "href"))
	if m == nil {
		return 0, false
	}
	number, ok := p.numbers[m[1]]
	return number, ok
}
