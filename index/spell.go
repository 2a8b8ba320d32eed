package index

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	bindex "github.com/blevesearch/bleve_index_api"

	"github.com/soichi/soichi/index/vi"
)

// maxSpelled is the longest query, in words, that is looked over for slips: a longer one was pasted.
const maxSpelled = 24

// Correct puts words that the library knows in the place of those of a query that it does not, as far as one slip of the
// finger explains them, and tells whether it changed any. What the words stand beside decides between several; the new
// words bear no marks, see Restore. The rest of the query stays as it was typed.
func (x *Index) Correct(ctx context.Context, q string) (better string, changed bool, err error) {
	var t vi.Tokenizer
	tokens := t.Tokens(nil, q)
	if len(tokens) == 0 || len(tokens) > maxSpelled {
		return q, false, nil
	}
	s, err := x.acquire()
	if err != nil {
		return "", false, err
	}
	defer x.release(s)
	known, err := s.words()
	if err != nil {
		return "", false, fmt.Errorf("index %s: read the vocabulary: %w", x.files.dir, err)
	}
	err = s.withReader(func(r bindex.IndexReader) error {
		sp := speller{vocabulary: known, pairs: func(a, b string) (int, error) { return docCount(ctx, r, pairsOf(fBody), a+" "+b) }}
		better, changed, err = sp.correct(q, tokens)
		return err
	})
	if err != nil {
		return "", false, fmt.Errorf("index %s: look for slips in %q: %w", x.files.dir, q, err)
	}
	return better, changed, nil
}

// speller corrects the words of one query.
type speller struct {
	*vocabulary
	pairs func(a, b string) (int, error) // the number of documents in which two words are neighbours
}

func (s speller) correct(q string, tokens []vi.Token) (string, bool, error) {
	var b strings.Builder
	at, changed, before := 0, false, ""
	for i, t := range tokens {
		if operator(q, t) || !plainWord(t.Folded) { // what stands beside a number says nothing
			before = ""
			continue
		}
		after := ""
		if i+1 < len(tokens) && !operator(q, tokens[i+1]) && plainWord(tokens[i+1].Folded) {
			after = tokens[i+1].Folded
		}
		word := t.Folded
		best, err := s.best(before, word, after)
		if err != nil {
			return "", false, err
		}
		if best != word {
			b.WriteString(q[at:t.Start] + best)
			at, changed, word = t.End, true, best
		}
		before = word[strings.LastIndexByte(word, ' ')+1:]
	}
	return b.String() + q[at:], changed, nil
}

// operator tells whether a word of a query joins others instead of being searched for.
func operator(q string, t vi.Token) bool {
	word := q[t.Start:t.End]
	return word == "OR" || word == "HOẶC"
}

// best gives what stands best between two words: the word itself if it is known and ever stood beside one of them, or if
// nothing better is near.
func (s speller) best(before, word, after string) (string, error) {
	own, err := s.support(before, word, after)
	if err != nil || own > 0 || s.docs[word] > 0 && before == "" && after == "" {
		return word, err
	}
	type choice struct {
		word          string
		support, docs int
	}
	var all []choice
	for _, w := range slices.Concat(s.near(word), s.cut(word)) {
		n, err := s.support(before, w, after)
		if err != nil {
			return "", err
		}
		if n == 0 && (s.docs[word] > 0 || before != "" || after != "" || strings.Contains(w, " ")) {
			continue // alone, or beside what it never stood beside: no better than what was typed
		}
		first, _, _ := strings.Cut(w, " ")
		all = append(all, choice{w, n, s.docs[first]})
	}
	if len(all) == 0 {
		return word, nil
	}
	return slices.MinFunc(all, func(a, b choice) int {
		return cmp.Or(cmp.Compare(b.support, a.support), cmp.Compare(b.docs, a.docs), cmp.Compare(a.word, b.word))
	}).word, nil
}

// support counts the documents in which a word, or two, stand beside the words around.
func (s speller) support(before, word, after string) (int, error) {
	sum := 0
	first, last := word, word
	if a, b, two := strings.Cut(word, " "); two {
		first, last = a, b
		n, err := s.pairs(a, b)
		if err != nil || n == 0 {
			return 0, err
		}
		sum += n
	}
	for _, p := range [][2]string{{before, first}, {last, after}} {
		if p[0] == "" || p[1] == "" {
			continue
		}
		n, err := s.pairs(p[0], p[1])
		if err != nil {
			return 0, err
		}
		sum += n
	}
	return sum, nil
}
