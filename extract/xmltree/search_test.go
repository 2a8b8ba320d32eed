package xmltree

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/extract/read"
)

// TestSearch covers the ways through a tree: by child, first in order, all that lie in no other.
func TestSearch(t *testing.T) {
	root, err := Parse([]byte(`<d><a n="1"><b n="2"><a n="3"/></b></a><b n="4"/><x:a n="5" y:n="6"/></d>`), "a.xml", 10)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, n := range root.All("a") {
		all = append(all, n.Attr("n"))
	}
	if !slices.Equal(all, []string{"1", "5"}) {
		t.Errorf("all: %q", all)
	}
	for _, c := range []struct {
		name string
		node *Node
		want string // its attribute, "" for no node
	}{
		{"the first in order", root.Find("b"), "2"},
		{"a child, not a grandchild", root.Child("d", "b"), "4"},
		{"a path", root.Child("d", "a", "b", "a"), "3"},
		{"a path that breaks off", root.Child("d", "b", "a"), ""},
		{"no names", root.Child("d").Child("a", "b"), "2"},
		{"nothing", root.Find("c"), ""},
	} {
		if c.node.Attr("n") != c.want {
			t.Errorf("%s: %+v", c.name, c.node)
		}
	}
}

// TestText covers what counts as text of a part.
func TestText(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"text between elements", "<a>x<b>y</b>z</a>", "xyz"},
		{"blanks and line ends stay", "<a> x\n <b/>\ty</a>", " x\n \ty"},
		{"characters by number", "<a>&#7879;&#x1EC7;&lt;&amp;</a>", "ệệ<&"},
		{"comments and instructions", "<a>x<!-- y --><?z w?></a>", "x"},
		{"a section of characters", "<a><![CDATA[<x> & y]]></a>", "<x> & y"},
		{"a mark of byte order", "\ufeff<a>x</a>", "\ufeffx"},
		{"a declared type", `<!DOCTYPE a [<!ELEMENT a ANY>]><a>x</a>`, "x"},
	} {
		root, err := Parse([]byte(c.data), "a.xml", 10)
		if err != nil || root.String() != c.want {
			t.Errorf("%s: %q, %v", c.name, root.String(), err)
		}
	}
}

// TestBombs covers parts that are small in the file and large in memory.
func TestBombs(t *testing.T) {
	lol := `<!DOCTYPE a [<!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]><a>&m;</a>`
	if _, err := Parse([]byte(lol), "a.xml", 10); read.ReasonOf(err) != read.Damaged {
		t.Errorf("entities that stand for entities: %v", err)
	}
	many := map[string]string{}
	for i := range 40 {
		many[strings.Repeat("p", i+1)+".bin"] = strings.Repeat("\x00", 1000)
	}
	if _, err := Open(read.Source{Data: box(t, many)}, read.Limits{MaxExpanded: 39_999}); read.ReasonOf(err) != read.ExpandsTooMuch {
		t.Errorf("many parts that are too much together: %v", err)
	}
	if c, err := Open(read.Source{Data: box(t, many)}, read.Limits{MaxExpanded: 40_000}); err != nil || len(c.File) != len(slices.Collect(maps.Keys(many))) {
		t.Errorf("at the limit: %v", err)
	}
}
