package citation

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/soichi/soichi/document"
)

//go:embed cues.tsv
var cueTable string

// What a run of words between a cue and a mention is, beside a relation.
const (
	filler    = "filler"
	plainHard = "plain"  // cites, whatever stands before it
	plainSoft = "plain?" // cites, unless a stronger verb is joined to it
)

// cueRow is a row of the table: its words, the last one first, and what they are.
type cueRow struct {
	words []string
	what  string
}

// cues holds the rows by their last word, the longest first.
var cues = sync.OnceValue(func() map[string][]cueRow {
	m := map[string][]cueRow{}
	for line := range strings.Lines(cueTable) {
		phrase, what, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if what != plainSoft {
			what = strings.TrimSuffix(what, "?")
		}
		words := strings.Fields(phrase)
		slices.Reverse(words)
		m[words[0]] = append(m[words[0]], cueRow{words, what})
	}
	for _, rows := range m {
		slices.SortStableFunc(rows, func(a, b cueRow) int { return len(b.words) - len(a.words) })
	}
	return m
})

// maxCueWords bounds how many words before a mention are read for its cue.
const maxCueWords = 28

// found is the cue that states a relation.
type found struct {
	relation document.Relation
	at       int // where the cue begins
	ok       bool
	place    bool // "tại": tells where a thing stands, and leaves the relation to the verb before
}

// findCue reads backward from at to floor and gives the strongest relation of the verbs joined there: fillers and list
// marks are passed, any other word ends the search. What a "theo" governs is a plain mention.
func findCue(s string, floor, at int) found {
	var words [maxCueWords]string
	var starts [maxCueWords]int
	n := 0
	p := at
	for n < maxCueWords && p > floor {
		p = backMarks(s, floor, p)
		if n == 0 && p > floor && s[p-1] == ':' { // "Căn cứ các văn bản: Chỉ thị …"
			p = backMarks(s, floor, p-1)
		}
		w := wordStart(s, p)
		if w == p || w < floor {
			break
		}
		words[n], starts[n] = lower(s[w:p]), w
		n++
		p = w
	}
	table := cues()
	best := found{}
	for i := 0; i < n; {
		what, size := longest(table, words[i:n])
		switch what {
		case "":
			return best
		case filler:
		case plainHard:
			if !best.ok {
				return found{document.Cites, starts[i+size-1], true, words[i] == "tại"}
			}
			return best
		case plainSoft:
			if !best.ok {
				best = found{document.Cites, starts[i+size-1], true, false}
			}
		default:
			if r := document.Relation(what); !best.ok || rank(r) < rank(best.relation) {
				best = found{r, starts[i+size-1], true, false}
			}
		}
		i += size
	}
	return best
}

// longest finds the longest row of the table that the words, which are in backward order, end with.
func longest(table map[string][]cueRow, words []string) (string, int) {
	for _, row := range table[words[0]] {
		if len(row.words) <= len(words) && slices.Equal(row.words, words[:len(row.words)]) {
			return row.what, len(row.words)
		}
	}
	return "", 0
}

// backMarks skips blanks, commas, dashes, brackets and quotes before p; it stops at what ends a clause.
func backMarks(s string, floor, p int) int {
	for p > floor {
		r, n := runeBefore(s, p)
		if wordRune(r) || r == '.' || r == ':' || r == ';' || r == '”' || r == '"' {
			return p
		}
		p -= n
	}
	return p
}

// rank orders relations by strength, the strongest first.
func rank(r document.Relation) int {
	for i, x := range document.Relations() {
		if x == r {
			return i
		}
	}
	return len(document.Relations())
}
