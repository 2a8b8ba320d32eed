package catalog

import (
	"context"
	"fmt"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/query"
	"github.com/soichi/soichi/viet"
)

const (
	namingWords = 16 // words of the longest query that is read as the name of a document
	wishesShown = 3
)

// notHeld lists the documents that a query names by number, as in "chỉ thị 19 năm 2021 thủ tướng", and that are cited but not
// held, those that most documents cite first. A query that names a held document asks for no other.
func (c *Catalog) notHeld(ctx context.Context, n query.Node, req index.Request) ([]graph.Wish, error) {
	words := naming(n)
	if words == nil {
		return nil, nil
	}
	g, err := c.Graph(ctx)
	if err != nil {
		return nil, err
	}
	var out []graph.Wish
	for _, w := range g.Missing() {
		if len(out) < wishesShown && w.Symbol != "" && w.State == graph.Wanted && named(w, words) {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return nil, nil
	}
	req.Sort, req.Offset, req.Limit = index.ByRelevance, 0, 1
	first, err := c.index.Search(ctx, req)
	if err != nil {
		return nil, fmt.Errorf("look for the document that is named: %w", err)
	}
	if len(first.Hits) > 0 && first.Hits[0].Named {
		return nil, nil
	}
	return out, nil
}

// naming gives the words of a query that may name a document, folded: plain words, with letters and digits among them. A
// symbol is cut up.
func naming(n query.Node) []string {
	var text []string
	plain := true
	query.Walk(n, func(n query.Node) {
		switch n := n.(type) {
		case query.Word:
			text = append(text, n.Text)
		case query.List:
			for _, c := range n.Clauses {
				plain = plain && c.Occur != query.MustNot
			}
		default:
			plain = false
		}
	})
	words := nameWordsOf(strings.Join(text, " "))
	digits, letters := 0, 0
	for _, w := range words {
		if w[0] >= '0' && w[0] <= '9' {
			digits++
		} else {
			letters++
		}
	}
	if !plain || digits == 0 || letters == 0 || len(words) > namingWords {
		return nil
	}
	return words
}

// nameWordsOf cuts a text into folded words, numbers without their leading zeros.
func nameWordsOf(text string) []string {
	words := strings.Fields(document.FoldASCII(viet.Letters(text)))
	for i, w := range words {
		if w = strings.TrimLeft(w, "0"); w != "" {
			words[i] = w
		}
	}
	return words
}

// linking are the words between the parts of a document's name.
const linking = " so cua ngay thang nam "

// named tells whether words name a document: its number and something of its kind or body, and nothing but what it is called
// and dated by.
func named(w graph.Wish, words []string) bool {
	symbol := nameWordsOf(string(w.Symbol))
	kind := strings.Split(string(w.Kind), "_")
	known := map[string]bool{strings.Join(symbol[1:], ""): true}
	for _, list := range [][]string{symbol[1:], kind, nameWordsOf(string(w.Issuer))} {
		for _, k := range list {
			known[k] = true
		}
	}
	number, letters := false, false
	for _, word := range words {
		switch {
		case word == symbol[0]:
			number = true
		case known[word]:
			letters = true
		case strings.Contains(linking, " "+word+" "), dates(string(w.IssuedOn), word):
		default:
			return false
		}
	}
	return number && letters
}

// dates tells whether a word is the year, the month or the day of an ISO date.
func dates(iso, word string) bool {
	for part := range strings.SplitSeq(iso, "-") {
		if part != "" && strings.TrimLeft(part, "0") == word {
			return true
		}
	}
	return false
}
