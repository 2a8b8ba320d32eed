package align

import (
	_ "embed"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/soichi/soichi/align/meaning"
)

// Item is a text to compare, prepared once: a task of a directive, or a passage of a plan or report.
type Item struct {
	terms   []int32         // numbers of its terms, each once
	piece   []uint8         // by term: in which piece between commas and semicolons it stands first
	opens   [maxPieces]bool // by piece: a clause begins with it, after a semicolon or with something done
	deeds   []int32         // the first senses of them that are something done
	head    []int32         // the first pairs of them that are no office style: what it is about before it goes into detail
	quotes  []string
	figures []string
	vector  meaning.Vector
	months  []string // of the days that it names or is due on
	other   float64  // the weight of what neither a task nor a table knows
}

// Corpus numbers the terms of a directive's tasks and knows how common each is: from the tasks added, and from a table of
// the words of office style. Passages do not count, so that what one passage scores does not hang on what others say. It
// is not safe for concurrent use.
type Corpus struct {
	words   map[string]token // by field as written
	named   map[string]int32 // by canonical word
	pairs   map[[2]int32]int32
	usual   []float64 // by term: the share of texts that the table expects it in
	seen    []int32   // by term: in how many tasks
	isPair  []bool
	subject []bool // by term: it says what the directive is about as a whole
	isSense []bool
	deed    []bool  // by term: it says what is done, not to what
	marked  []int32 // by term: the last item that held it
	counted int32   // items
	tasks   int32
	lexicon lexicon
	meaning *meaning.Reader
	run     []int32         // room for a run of words
	opens   [maxPieces]bool // of the last text
}

// NewCorpus makes an empty corpus.
func NewCorpus() *Corpus {
	c := &Corpus{words: map[string]token{}, named: map[string]int32{}, pairs: map[[2]int32]int32{}, meaning: meaning.Default().Reader()}
	for text, share := range usual() {
		prev := int32(none)
		var last int32
		for word := range strings.FieldsSeq(text) {
			last = c.word(word)
			if prev != none {
				last = c.pair(prev, last)
			}
			prev = c.word(word)
		}
		c.usual[last] = share
	}
	c.learn()
	return c
}

// Subject says what the directive is about as a whole: its title, whose words all its tasks and all answers may say, so
// that they tell tasks apart badly. Call it before the rest.
func (c *Corpus) Subject(title string) {
	c.terms(title, func(t int32, _ uint8) {
		c.subject[t] = c.subject[t] || c.usual[t] == 0 && c.isPair[t] && !c.deed[t] || c.isSense[t] && !c.deed[t]
		c.usual[t] = max(c.usual[t], subjectShare)
	})
	c.meaning.Vector() // the next text begins anew
}

//go:embed common.tsv
var commonTable string

// usual reads the table of common words. A line that is none is left out, which a test would find.
var usual = sync.OnceValue(func() map[string]float64 {
	out := map[string]float64{}
	for line := range strings.Lines(commonTable) {
		text, share, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if n, err := strconv.ParseFloat(share, 64); ok && err == nil {
			out[text] = n / 100
		}
	}
	return out
})

// Task prepares a task and learns from it how common its terms are in this directive. days are the days that it names or
// is due on, ISO 8601.
func (c *Corpus) Task(text string, days ...string) Item {
	it := c.item(text, days, math.MaxInt32, nil)
	c.tasks++
	for _, t := range it.terms {
		c.seen[t]++
	}
	return it
}

// item prepares a text. Terms from known on are counted with their weight alone.
func (c *Corpus) item(text string, days []string, known int, weigh func(pair bool) float64) Item {
	c.counted++
	it := Item{quotes: quotes(text), figures: figures(text), months: monthsOf(days)}
	c.terms(text, func(t int32, piece uint8) {
		if c.marked[t] == c.counted {
			return
		}
		c.marked[t] = c.counted
		if int(t) < known {
			it.terms, it.piece = append(it.terms, t), append(it.piece, piece)
		} else {
			it.other += weigh(c.isPair[t])
		}
		if c.deed[t] && c.isSense[t] && len(it.deeds) < firstDeeds {
			it.deeds = append(it.deeds, t)
		}
		if len(it.head) < headPairs && c.isPair[t] && c.usual[t] == 0 {
			it.head = append(it.head, t)
		}
	})
	it.opens, it.vector = c.opens, c.meaning.Vector()
	return it
}

// monthsOf gives the months of days: a plan that puts a task off by some days, or does it some days before, keeps its
// month mostly.
func monthsOf(days []string) []string {
	var out []string
	for _, day := range days {
		if len(day) >= len("2006-01") {
			out = append(out, day[:len("2006-01")])
		}
	}
	return out
}

// pieces is the number of pieces that hold terms or stand before one that does.
func (it *Item) pieces() int {
	if len(it.piece) == 0 {
		return 0
	}
	return int(slices.Max(it.piece)) + 1
}

// headPairs is the number of pairs that make the head of an item: a verb or two with their object.
const headPairs = 6

// firstDeeds is the number of things done that an item is known by.
const firstDeeds = 2

// subjectShare is the share of texts in which words of the directive's title are to be expected.
const subjectShare = 0.3

// term gives the number of a new term.
func (c *Corpus) term(pair bool) int32 {
	c.seen, c.usual, c.isPair, c.marked = append(c.seen, 0), append(c.usual, 0), append(c.isPair, pair), append(c.marked, 0)
	c.subject = append(c.subject, false)
	c.deed, c.isSense = append(c.deed, false), append(c.isSense, false)
	return int32(len(c.seen) - 1)
}

const (
	// background is the weight of the table in texts: a directive of forty tasks counts as much as the table.
	background = 40
	// rareFrom is the weight from which a term says much by itself.
	rareFrom = 3
)

// fork makes a copy that learns for itself.
func (c *Corpus) fork() *Corpus {
	f := *c
	f.meaning = meaning.Default().Reader()
	f.words, f.named, f.pairs = maps.Clone(c.words), maps.Clone(c.named), maps.Clone(c.pairs)
	f.usual, f.seen, f.isPair, f.subject = slices.Clip(c.usual), slices.Clip(c.seen), slices.Clip(c.isPair), slices.Clip(c.subject)
	f.isSense, f.deed, f.marked, f.run = slices.Clip(c.isSense), slices.Clip(c.deed), slices.Clone(c.marked), nil
	return &f
}

// weights gives each term its inverse frequency, pairs of syllables worth more than single ones.
func (c *Corpus) weights() []float64 {
	out := make([]float64, len(c.seen))
	for t, seen := range c.seen {
		out[t] = c.weight(float64(seen)+background*c.usual[t], c.isPair[t])
	}
	return out
}

// weight gives the inverse frequency of a term that so many tasks hold.
func (c *Corpus) weight(in float64, pair bool) float64 {
	w := math.Log(1 + (float64(c.tasks)+background-in+0.5)/(in+0.5))
	if pair {
		w *= 2
	}
	return w
}
