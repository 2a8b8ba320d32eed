package theme

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/soichi/soichi/viet"
)

//go:embed names.tsv
var nameTable string

// lists are the rows of names.tsv.
type lists struct {
	openings []string
	proper   []string
	known    map[string]string // by letters
	starts   []string          // the known names in lower case, to be met without quotation marks
	mottoes  []string          // the same of mottoes
}

var table = sync.OnceValue(func() lists {
	l := lists{known: map[string]string{}}
	for line := range strings.Lines(nameTable) {
		class, words, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		switch {
		case !ok || strings.HasPrefix(class, "#"):
		case class == "opening":
			l.openings = append(l.openings, words)
		case class == "proper":
			l.proper = append(l.proper, words)
		case class == "motto":
			l.mottoes = append(l.mottoes, viet.Lower(words))
		case class == "known":
			l.known[viet.Letters(words)] = words
			l.starts = append(l.starts, viet.Lower(words))
		}
	}
	return l
})
