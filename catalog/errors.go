package catalog

import (
	"errors"
	"fmt"
	"strings"

	"github.com/soichi/soichi/graph"
)

// ErrNotFound says that nothing held or cited bears the name asked for.
var ErrNotFound = errors.New("no such document in the library, neither held nor cited")

// AmbiguousError says that a symbol names several documents.
type AmbiguousError struct {
	Ref        string
	Candidates []*graph.Node
}

// Error lists the candidates, one a line, with the ids to ask for.
func (e *AmbiguousError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%q names %d documents; ask for one by its id:", e.Ref, len(e.Candidates))
	for _, n := range e.Candidates {
		fmt.Fprintf(&b, "\n  %s  %s %s  %s  %s", n.ID, n.Symbol, n.IssuedOn, n.Issuer, n.Title)
	}
	return b.String()
}

// NotHeldError says that a document is cited, but its text is not in the library.
type NotHeldError struct {
	Node *graph.Node
}

// Error names the document and what can still be asked about it.
func (e *NotHeldError) Error() string {
	return fmt.Sprintf("%s is cited but not held: ingest the file, or ask `trace` who speaks of it", nodeName(e.Node))
}

func nodeName(n *graph.Node) string {
	if n.Symbol != "" {
		return string(n.Symbol)
	}
	return string(n.Title)
}
