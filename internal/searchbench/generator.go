package main

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/soichi/soichi/index"
)

//go:embed words.txt
var wordList string

//go:embed bodies.txt
var bodyList string

// generator makes documents by recombination that are like official papers in what matters to an index: few syllables,
// some of them in every document, sentences that many papers have in common, a long tail of rare words, numbers and
// symbols. Two generators of one seed give the same documents.
type generator struct {
	seed  uint64
	words []string // from frequent to rare
	bank  []string // sentences that papers have in common
	// bodies are the names of each body, the first of them its own.
	bodies [][]string
}

// The shape of the documents: 4.7 kB in the mean, as that of the papers that earlier measurements were made on.
const (
	rareWords   = 6000
	bankSize    = 8000
	leastBytes  = 2000
	spreadBytes = 5400
	ownSentence = 10 // one in so many sentences is the document's own
)

func newGenerator(seed uint64) *generator {
	g := &generator{seed: seed, words: listed(wordList)}
	for _, line := range listed(bodyList) {
		g.bodies = append(g.bodies, strings.Split(line, "|"))
	}
	onsets := strings.Fields("b c ch d đ g gi h kh l m n ng nh ph r s t th tr v x")
	rimes := strings.Fields("a á à ả ạ an án àn ang áng ành ao áo âm ấm ầm ân ấn ăng ắng e é è en ét ê ế iên iến iện o ó ò on ong óng ô ố ồ ôn ông ộng ơ ớ ơn u ú ùng ung uyên uyền ư ứ ừ ươn ương ường")
	rng := rand.New(rand.NewPCG(seed, 0))
	syllable := func() string { return onsets[rng.IntN(len(onsets))] + rimes[rng.IntN(len(rimes))] }
	for range rareWords { // names and rare words of two syllables
		g.words = append(g.words, syllable()+" "+syllable())
	}
	w := g.writer(0)
	for range bankSize {
		g.bank = append(g.bank, w.sentence())
	}
	return g
}

// listed gives the lines of a list without its comments.
func listed(list string) []string {
	var out []string
	for line := range strings.Lines(list) {
		if !strings.HasPrefix(line, "#") {
			out = append(out, strings.TrimSpace(line))
		}
	}
	return out
}

// writer writes what depends on chance: document n for the writer n+1, and the queries.
func (g *generator) writer(n uint64) *writer {
	rng := rand.New(rand.NewPCG(g.seed, n+1))
	return &writer{g, rng, rand.NewZipf(rng, 1.1, 8, uint64(len(g.words)-1))}
}

type writer struct {
	*generator
	rng  *rand.Rand
	zipf *rand.Zipf
}

// body gives the names of a body.
func (w *writer) body() []string { return w.bodies[w.rng.IntN(len(w.bodies))] }

// word gives a word as often as papers have it.
func (w *writer) word() string { return w.words[w.zipf.Uint64()] }

// among gives one of the words from first to last, counted from the most frequent.
func (w *writer) among(first, last int) string { return w.words[first+w.rng.IntN(last-first)] }

func (w *writer) sentence() string {
	var b strings.Builder
	for i := range 8 + w.rng.IntN(14) {
		if i > 0 {
			b.WriteByte(' ')
		}
		switch w.rng.IntN(40) {
		case 0:
			fmt.Fprintf(&b, "ngày %d/%d/%d", 1+w.rng.IntN(28), 1+w.rng.IntN(12), 2015+w.rng.IntN(11))
		case 1:
			fmt.Fprintf(&b, "số %02d/CT-VKSTC", 1+w.rng.IntN(99))
		case 2:
			names := w.body()
			b.WriteString(names[w.rng.IntN(len(names))])
		default:
			b.WriteString(w.word())
		}
	}
	return b.String() + ".\n"
}

// doc makes document i.
func (g *generator) doc(i int) index.Doc {
	w := g.writer(uint64(i) + 1)
	var body strings.Builder
	for size := leastBytes + w.rng.IntN(spreadBytes); body.Len() < size; {
		if w.rng.IntN(ownSentence) == 0 {
			body.WriteString(w.sentence())
		} else {
			body.WriteString(w.bank[w.rng.IntN(len(w.bank))])
		}
	}
	kinds := []string{"chi_thi", "ke_hoach", "bao_cao", "quyet_dinh"}
	return index.Doc{
		ID: fmt.Sprintf("d%07d", i), Symbol: fmt.Sprintf("%02d/CT-VKSTC", i%100), Kind: kinds[w.rng.IntN(4)],
		Issuer:   w.body()[0],
		IssuedOn: fmt.Sprintf("%d-%02d-%02d", 2010+w.rng.IntN(16), 1+w.rng.IntN(12), 1+w.rng.IntN(28)),
		Title:    "Về việc " + strings.TrimSpace(w.sentence()), Themes: []string{"chủ đề " + w.among(0, 30)}, Body: body.String(),
	}
}
