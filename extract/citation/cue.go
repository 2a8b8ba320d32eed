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
	before := backward{text: s, floor: floor, at: at}
	best := found{}
	for i := 0; ; {
		what, size := longestCue(&before, i)
		switch what {
		case "":
			return best
		case filler:
		case plainHard:
			if !best.ok {
				return found{document.Cites, before.starts[i+size-1], true, before.word(i) == "tại"}
			}
			return best
		case plainSoft:
			if !best.ok {
				best = found{document.Cites, before.starts[i+size-1], true, false}
			}
		default:
			if r := document.Relation(what); !best.ok || rank(r) < rank(best.relation) {
				best = found{r, before.starts[i+size-1], true, false}
			}
		}
		i += size
	}
}

// longestCue gives what the longest row of the table is that the text before word i ends with, and its number of words.
func longestCue(before *backward, i int) (string, int) {
	for _, row := range cues()[before.word(i)] {
		n := 0
		for n < len(row.words) && before.word(i+n) == row.words[n] {
			n++
		}
		if n == len(row.words) {
			return row.what, n
		}
	}
	return "", 0
}

// backward holds the words before a mention, the last one first. They are read when they are asked for: most are not.
type backward struct {
	text      string
	floor, at int
	words     [maxCueWords]string
	starts    [maxCueWords]int
	n         int
}

// word gives the i-th word before the mention, "" where there is none.
func (b *backward) word(i int) string {
	for b.n <= i {
		if b.n == maxCueWords || !b.read() {
			return ""
		}
	}
	return b.words[i]
}

// read takes one more word; it reports false where none stands before the next mark that ends a clause.
func (b *backward) read() bool {
	p := backMarks(b.text, b.floor, b.at)
	if b.n == 0 && p > b.floor && b.text[p-1] == ':' { // "Căn cứ các văn bản: Chỉ thị …"
		p = beforeIssuer(b.text, b.floor, backMarks(b.text, b.floor, p-1))
	}
	w := wordStart(b.text, p)
	if w == p || w < b.floor {
		return false
	}
	b.words[b.n], b.starts[b.n] = lower(b.text[w:p]), w
	b.n, b.at = b.n+1, w
	return true
}

// issuerReach bounds, in bytes, an issuer that a list names ahead of its items.
const issuerReach = 90

// beforeIssuer steps back over the issuer that a list names ahead of its items: "các quyết định của Bộ trưởng: số 5 …".
func beforeIssuer(s string, floor, p int) int {
	of := strings.LastIndex(s[floor:p], " của ")
	if of < 0 || p-floor-of > issuerReach || strings.LastIndex(s[floor:floor+of], " các ") < 0 || !capital(s, floor+of+len(" của ")) {
		return p
	}
	return floor + of
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
func rank(r document.Relation) int { return slices.Index(document.Relations(), r) }
