package meaning

import (
	"bytes"
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

// Head begins a table of vectors; the numbers of words and of coordinates follow on the same line.
const Head = "soichi-vectors"

//go:embed vectors.bin
var embedded []byte

// Table knows the vectors of words.
type Table struct {
	weight []float32 // by word: how much it says
	coords []int8    // of all words, one after the other
	scale  []float32 // by word: what makes its vector as long as one
	dims   int

	// Words are found by their syllables, which are numbered: one alone, or a pair of them.
	syllable map[string]int32
	single   []int32 // by syllable: the word that it is alone, none if it is no word
	pair     map[[2]int32]int32
}

const none = -1

// Default gives the embedded table, which a test reads.
var Default = sync.OnceValue(func() *Table {
	t, err := Read(embedded)
	if err != nil {
		return &Table{}
	}
	return t
})

// saysNothing is the logarithm of how rare a word is up to which it says nothing about the matter: one of 245 words.
const saysNothing = 5.5

// Read reads a table: its head, a line for each word with how often it was seen, and the coordinates, a byte each.
func Read(data []byte) (*Table, error) {
	head, rest, _ := bytes.Cut(data, []byte("\n"))
	var words, dims int
	if n, err := fmt.Sscanf(string(head), Head+" %d %d", &words, &dims); n != 2 || err != nil || words < 0 || dims < 1 || words > len(data) {
		return nil, fmt.Errorf("table of vectors: it begins with %.40q", head)
	}
	t := &Table{dims: dims, syllable: map[string]int32{}, pair: map[[2]int32]int32{}}
	total := 0.0
	for i := range words {
		line, after, ok := bytes.Cut(rest, []byte("\n"))
		word, seen, ok2 := strings.Cut(string(line), "\t")
		n, err := strconv.Atoi(seen)
		if !ok || !ok2 || err != nil || n < 1 {
			return nil, fmt.Errorf("table of vectors: word %d of %d is %.40q", i+1, words, line)
		}
		t.add(word, int32(i))
		t.weight = append(t.weight, float32(n))
		total += float64(n)
		rest = after
	}
	if len(rest) != words*dims {
		return nil, fmt.Errorf("table of vectors: %d bytes of coordinates, not %d times %d", len(rest), words, dims)
	}
	for i, n := range t.weight {
		t.weight[i] = float32(max(math.Log(total/float64(n))-saysNothing, 0))
	}
	t.coords = make([]int8, len(rest))
	for i, b := range rest {
		t.coords[i] = int8(b)
	}
	for i := range words {
		sum := 0.0
		for _, x := range t.coords[i*dims : (i+1)*dims] {
			sum += float64(x) * float64(x)
		}
		t.scale = append(t.scale, float32(1/max(math.Sqrt(sum), 1)))
	}
	return t, nil
}

// add notes the number of a word.
func (t *Table) add(word string, n int32) {
	first, second, two := strings.Cut(word, " ")
	if a := t.syllableOf(first); two {
		t.pair[[2]int32{a, t.syllableOf(second)}] = n
	} else {
		t.single[a] = n
	}
}

// syllableOf numbers a syllable.
func (t *Table) syllableOf(s string) int32 {
	n, ok := t.syllable[s]
	if !ok {
		n = int32(len(t.single))
		t.syllable[s], t.single = n, append(t.single, none)
	}
	return n
}
