package register

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/soichi/soichi/document"
)

//go:embed terms.tsv
var termTable string

// searchedRows are the abbreviations that a search knows: those of names, and those of terms that no name is read by.
func searchedRows() [][]string { return slices.Concat(rows(wordTable), rows(termTable)) }

// searched holds them as they are written.
var searched = sync.OnceValue(func() phrases { return phrasesOf(wordTable + "\n" + termTable) })

// WrittenOut gives what the abbreviation that the words begin with stands for, and how many of them it takes; 0 where
// they begin with none. Words are lower case; marks may be missing from an abbreviation of three letters and more.
func WrittenOut(words []string) (full []string, n int) {
	if to, n := searched().at(words); n > 0 {
		return to, n
	}
	return foldedAbbreviations().at(words)
}

// Abbreviated gives an abbreviation of the words that the list begins with, and how many of them it stands for; 0 where
// there is none. Words are lower case, with marks or without any.
func Abbreviated(words []string) (short []string, n int) {
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = document.FoldASCII(w)
	}
	return reversed().at(folded)
}

// foldedAbbreviations holds the abbreviations whose marks matter to nobody: of two letters, too many mean something else.
var foldedAbbreviations = sync.OnceValue(func() phrases {
	p := newPhrases()
	for _, row := range searchedRows() {
		if f := document.FoldASCII(row[0]); len(f) > 2 && p.to[f] == nil {
			p.add(strings.Fields(f), strings.Fields(row[1]))
		}
	}
	return p
})

// reversed maps what is written out, folded, to its first abbreviation in the table.
var reversed = sync.OnceValue(func() phrases {
	p := newPhrases()
	for _, row := range searchedRows() {
		full := strings.Fields(document.FoldASCII(row[1]))
		if k := strings.Join(full, " "); p.to[k] == nil && len(full) > 1 {
			p.add(full, strings.Fields(row[0]))
		}
	}
	return p
})
