// Package xmltree reads the XML parts of Office files into a light tree, within limits. Names are taken without their
// prefix: the formats read here never use one local name in two meanings at one place.
package xmltree

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html/charset"

	"github.com/soichi/soichi/extract/read"
)

// Node is an element, or a piece of text where Name is "".
type Node struct {
	Name     string
	Attrs    []xml.Attr
	Text     string
	Children []*Node
}

// Parse reads a part. Elements nested deeper than maxDepth are an error, as is XML that is not well formed.
func Parse(data []byte, part string, maxDepth int) (*Node, error) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.CharsetReader = charset.NewReaderLabel
	root := &Node{}
	open := []*Node{root}
	for {
		tok, err := dec.RawToken()
		if errors.Is(err, io.EOF) && len(open) == 1 {
			return root, nil
		}
		if err != nil {
			return nil, read.Fail(read.Damaged, "%s: %w", part, err)
		}
		top := open[len(open)-1]
		switch t := tok.(type) {
		case xml.StartElement:
			if len(open) > maxDepth {
				return nil, read.Fail(read.TooDeep, "%s: more than %d elements inside each other", part, maxDepth)
			}
			n := &Node{Name: t.Name.Local, Attrs: keep(t.Attr)}
			top.Children = append(top.Children, n)
			open = append(open, n)
		case xml.EndElement:
			if len(open) == 1 || top.Name != t.Name.Local {
				return nil, read.Fail(read.Damaged, "%s: </%s> closes nothing", part, t.Name.Local)
			}
			open = open[:len(open)-1]
		case xml.CharData:
			top.Children = append(top.Children, &Node{Text: string(t)})
		}
	}
}

// keep drops the attributes that make up most of a Word file and say nothing of its text: revision ids and namespaces.
func keep(attrs []xml.Attr) []xml.Attr {
	var out []xml.Attr
	for _, a := range attrs {
		if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" && !strings.HasPrefix(a.Name.Local, "rsid") {
			out = append(out, a)
		}
	}
	return out
}

// Attr gives an attribute's value by its name without prefix, "" where it is absent.
func (n *Node) Attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Child gives the first child of the name, nil where there is none; it may be asked of nil.
func (n *Node) Child(names ...string) *Node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var found *Node
		for _, c := range n.Children {
			if c.Name == name {
				found = c
				break
			}
		}
		n = found
	}
	return n
}

// Find gives the first node of the name in document order, n itself included, nil where there is none.
func (n *Node) Find(name string) *Node {
	if n == nil || n.Name == name {
		return n
	}
	for _, c := range n.Children {
		if f := c.Find(name); f != nil {
			return f
		}
	}
	return nil
}

// All gives every node of the name in document order. It does not look inside the ones it found.
func (n *Node) All(name string) []*Node {
	if n == nil {
		return nil
	}
	if n.Name == name {
		return []*Node{n}
	}
	var out []*Node
	for _, c := range n.Children {
		out = append(out, c.All(name)...)
	}
	return out
}

// String gives all text below n.
func (n *Node) String() string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *Node) write(b *strings.Builder) {
	b.WriteString(n.Text)
	for _, c := range n.Children {
		c.write(b)
	}
}
