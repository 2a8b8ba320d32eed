package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/soichi/soichi/graph"
)

// DOT writes a trace for Graphviz. Documents that are not held have a dashed frame.
func DOT(w io.Writer, t *graph.Trace) error {
	var b strings.Builder
	b.WriteString("digraph trace {\n  rankdir=BT;\n  node [shape=box, fontname=\"sans-serif\"];\n")
	for _, n := range t.Nodes {
		style := ""
		if !n.Held {
			style = ", style=dashed"
		}
		fmt.Fprintf(&b, "  %s [label=%s%s];\n", dotQuote(n.ID), dotQuote(wrap(strings.ReplaceAll(Label(n), `\`, `\\`), 40, `\n`)), style)
	}
	for _, e := range t.Edges {
		fmt.Fprintf(&b, "  %s -> %s [label=%s];\n", dotQuote(e.From), dotQuote(e.To), dotQuote(RelationName(e.Relation, false)))
	}
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// dotQuote quotes a string for DOT; backslashes are the caller's, because the line breaks that wrap put in must stay.
func dotQuote(s string) string {
	return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"`
}

// Mermaid writes a trace as a Mermaid flowchart.
func Mermaid(w io.Writer, t *graph.Trace) error {
	var b strings.Builder
	b.WriteString("flowchart BT\n")
	at := map[string]string{}
	for i, n := range t.Nodes {
		at[n.ID] = fmt.Sprintf("n%d", i)
		frame := [2]string{"[", "]"}
		if !n.Held {
			frame = [2]string{"([", "])"}
		}
		fmt.Fprintf(&b, "  n%d%s\"%s\"%s\n", i, frame[0], wrap(mermaidText(Label(n)), 40, "<br/>"), frame[1])
	}
	for _, e := range t.Edges {
		fmt.Fprintf(&b, "  %s -->|%s| %s\n", at[e.From], mermaidText(RelationName(e.Relation, false)), at[e.To])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func mermaidText(s string) string {
	return strings.NewReplacer(`"`, "#quot;", "<", "#lt;", ">", "#gt;", "“", "#8220;", "”", "#8221;").Replace(s)
}

// wrap breaks a line at blanks so that no part is longer than width letters where that can be helped.
func wrap(s string, width int, br string) string {
	var b strings.Builder
	n := 0
	for i, word := range strings.Fields(s) {
		size := len([]rune(word))
		switch {
		case i > 0 && n+1+size > width:
			b.WriteString(br)
			n = 0
		case i > 0:
			b.WriteByte(' ')
			n++
		}
		b.WriteString(word)
		n += size
	}
	return b.String()
}
