package query

import "strings"

// Node is a node of the tree. String gives the canonical writing, which parses to the same tree.
type Node interface {
	String() string
	node()
}

// Word is one plain word: a syllable, a number, or a symbol such as 19/CT-TTg.
type Word struct {
	Text string
}

// Phrase is words that stand together in this order.
type Phrase struct {
	Text string
}

// Occur tells how a clause counts in its list.
type Occur int

// The ways a clause counts.
const (
	Should  Occur = iota // wanted; a long list may miss a few
	Must                 // +: has to match
	MustNot              // -: must not match
)

// Clause is one member of a list.
type Clause struct {
	Occur Occur
	Node  Node
}

// List is clauses side by side. The empty list matches every document.
type List struct {
	Clauses []Clause
}

// Or matches where one of its two or more alternatives does.
type Or struct {
	Nodes []Node
}

// Variant matches where Node does and, ranked below that, where one of Others does: other names of what was asked for. It
// is never parsed; whoever knows such names puts it into a tree.
type Variant struct {
	Node   Node
	Others []Node
}

// Field asks one field for a value. Name is the canonical name; of kind, Value is a value of the table of kinds.
type Field struct {
	Name  string
	Value string
}

// Dates asks a date field for a range. Op is one of the Op… constants; From and To are ISO dates, possibly of a year or
// a month alone, as they were typed. To is used with OpRange only; one end of a range may be empty.
type Dates struct {
	Name     string
	Op       string
	From, To string
}

// The comparisons of dates.
const (
	OpIn      = ""
	OpBefore  = "<"
	OpUntil   = "<="
	OpAfter   = ">"
	OpSince   = ">="
	OpBetween = ".."
)

func (Word) node()    {}
func (Phrase) node()  {}
func (List) node()    {}
func (Or) node()      {}
func (Variant) node() {}
func (Field) node()   {}
func (Dates) node()   {}

// String gives the word as typed.
func (w Word) String() string { return w.Text }

// String gives the phrase in quotes: curly ones where the text holds a straight one.
func (p Phrase) String() string { return quote(p.Text) }

// String gives the clauses separated by blanks, with their signs.
func (l List) String() string {
	parts := make([]string, len(l.Clauses))
	for i, c := range l.Clauses {
		parts[i] = c.Occur.sign() + bracket(c.Node)
	}
	return strings.Join(parts, " ")
}

// String gives the alternatives joined by OR.
func (o Or) String() string {
	parts := make([]string, len(o.Nodes))
	for i, n := range o.Nodes {
		if _, ok := n.(Or); ok {
			parts[i] = bracket(n)
			continue
		}
		parts[i] = n.String()
	}
	return strings.Join(parts, " OR ")
}

// String gives what was asked for, without the other names.
func (v Variant) String() string { return v.Node.String() }

// String gives name:value, the value in quotes unless it is a plain word.
func (f Field) String() string {
	if plainValue(f.Value) {
		return f.Name + ":" + f.Value
	}
	return f.Name + ":" + quote(f.Value)
}

// String gives name:range.
func (d Dates) String() string {
	if d.Op == OpBetween {
		return d.Name + ":" + d.From + ".." + d.To
	}
	return d.Name + ":" + d.Op + d.From
}

func (o Occur) sign() string {
	switch o {
	case Must:
		return "+"
	case MustNot:
		return "-"
	default:
		return ""
	}
}

func bracket(n Node) string {
	switch n := n.(type) {
	case Variant:
		return bracket(n.Node)
	case List, Or:
		return "(" + n.String() + ")"
	default:
		return n.String()
	}
}

func quote(s string) string {
	if strings.Contains(s, `"`) {
		return "“" + s + "”"
	}
	return `"` + s + `"`
}

// plainValue tells whether a value needs no quotes: letters, digits and the inner marks of symbols and dates.
func plainValue(s string) bool {
	if s == "" || !wordRune(firstRune(s)) || !wordRune(lastRune(s)) {
		return false
	}
	for _, r := range s {
		if !wordRune(r) && !strings.ContainsRune("/-_.&", r) {
			return false
		}
	}
	return true
}

// Walk calls f for every node of the tree that is not under a MustNot, parents first.
func Walk(n Node, f func(Node)) {
	f(n)
	switch n := n.(type) {
	case List:
		for _, c := range n.Clauses {
			if c.Occur != MustNot {
				Walk(c.Node, f)
			}
		}
	case Or:
		for _, m := range n.Nodes {
			Walk(m, f)
		}
	case Variant:
		Walk(n.Node, f)
		for _, m := range n.Others {
			Walk(m, f)
		}
	}
}
