package catalog

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/query"
)

const (
	// documentsProbed bounds the documents whose words are looked up in the index: all of a small library, every n-th of a
	// large one.
	documentsProbed = 2000
	// probes is the number of places in a text that are looked up, and probeWords the syllables at each.
	probes, probeWords = 8, 4
)

// verifyWords looks up runs of words from the stored text of documents in the index, and expects to find the document.
func (c *Catalog) verifyWords(ctx context.Context) ([]Problem, error) {
	var ids []string
	for card, err := range c.store.Cards(ctx) {
		if err != nil {
			return nil, fmt.Errorf("verify the words of the index: %w", err)
		}
		ids = append(ids, card.ID)
	}
	var out []Problem
	step := max(1, (len(ids)+documentsProbed-1)/documentsProbed)
	for i := 0; i < len(ids); i += step {
		d, err := c.store.Get(ctx, ids[i])
		if err != nil {
			return nil, fmt.Errorf("verify the words of the index: %w", err)
		}
		for _, run := range runs(d.Text) {
			r := index.Request{Query: query.Phrase{Text: run}, Filters: index.Filters{IDs: []string{d.ID}, In: index.InBody}}
			found, err := c.index.Matches(ctx, r)
			if err != nil {
				return nil, fmt.Errorf("verify the words of the index: %w", err)
			}
			if !slices.Contains(found, d.ID) {
				out = append(out, Problem{Part: "index", Document: d.ID, Detail: "it is not found by words of its text: " + run, Repairable: true})
				break
			}
		}
	}
	return out, nil
}

// runs takes runs of plain words out of a text, spread over it.
func runs(text string) []string {
	words := strings.Fields(text)
	var out []string
	for i := range probes {
		at := i * len(words) / probes
		end := (i + 1) * len(words) / probes
		for ; at+probeWords <= end; at++ {
			if run := words[at : at+probeWords]; !slices.ContainsFunc(run, notPlain) {
				out = append(out, strings.Join(run, " "))
				break
			}
		}
	}
	return out
}

// notPlain tells whether a word is more than letters.
func notPlain(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
}
