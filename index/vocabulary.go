package index

import (
	"context"
	"fmt"
	"strings"

	bindex "github.com/blevesearch/bleve_index_api"
)

// vocabulary holds the folded words of all texts, with the number of documents that have each. It is read from the
// dictionary once a snapshot, at the first word that is looked up: about 60 bytes a word.
type vocabulary struct {
	docs map[string]int
	all  int // documents
}

// readVocabulary reads the words that are letters alone: numbers are not misspelt but others.
func readVocabulary(r bindex.IndexReader) (*vocabulary, error) {
	dict, err := r.FieldDict(fBody)
	if err != nil {
		return nil, err
	}
	defer dict.Close()
	v := &vocabulary{docs: map[string]int{}}
	all, err := r.DocCount()
	if err != nil {
		return nil, err
	}
	v.all = int(all) //nolint:gosec // a count of documents fits an int
	for {
		e, err := dict.Next()
		if err != nil || e == nil {
			return v, err
		}
		if plainWord(e.Term) {
			v.docs[strings.Clone(e.Term)] = int(e.Count) //nolint:gosec // a count of documents fits an int
		}
	}
}

// numberRarity is what a number counts, which the vocabulary does not hold: as much as a word that one document in 150 has.
const numberRarity = 5

// rarity is how much a word tells: the logarithm by which BM25 weighs it.
func (v *vocabulary) rarity(word string) float64 {
	if !plainWord(word) {
		return numberRarity
	}
	return rarity(v.all, v.docs[word])
}

// plainWord tells whether s is made of the letters a to z.
func plainWord(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}

// words gives the vocabulary of a snapshot.
func (s *snap) words() (*vocabulary, error) {
	s.readWords.Do(func() {
		s.wordsErr = s.withReader(func(r bindex.IndexReader) (err error) {
			s.vocabulary, err = readVocabulary(r)
			return err
		})
	})
	return s.vocabulary, s.wordsErr
}

// withReader opens Bleve's reader for the time of f.
func (s *snap) withReader(f func(bindex.IndexReader) error) error {
	advanced, err := s.bleve.Advanced()
	if err != nil {
		return err
	}
	r, err := advanced.Reader()
	if err != nil {
		return err
	}
	if err := f(r); err != nil {
		_ = r.Close()
		return err
	}
	return r.Close()
}

// docCount gives the number of documents that have a term.
func docCount(ctx context.Context, r bindex.IndexReader, field, term string) (int, error) {
	postings, err := r.TermFieldReader(ctx, []byte(term), field, false, false, false)
	if err != nil {
		return 0, fmt.Errorf("look up %q: %w", term, err)
	}
	n := postings.Count()
	return int(n), postings.Close() //nolint:gosec // a count of documents fits an int
}

// near lists the words of the vocabulary that are one slip of the finger away from a folded word: a letter left out, put
// in, changed, or two swapped.
func (v *vocabulary) near(word string) []string {
	seen := map[string]bool{word: true}
	var out []string
	try := func(s string) {
		if !seen[s] && v.docs[s] > 0 {
			seen[s] = true
			out = append(out, s)
		}
	}
	for i := 0; i <= len(word); i++ {
		if i < len(word) {
			try(word[:i] + word[i+1:])
		}
		if i+1 < len(word) {
			try(word[:i] + word[i+1:i+2] + word[i:i+1] + word[i+2:])
		}
		for c := byte('a'); c <= 'z'; c++ {
			try(word[:i] + string(c) + word[i:])
			if i < len(word) {
				try(word[:i] + string(c) + word[i+1:])
			}
		}
	}
	return out
}

// cut lists the ways to cut a word in two known ones: "thutuong" is "thu tuong".
func (v *vocabulary) cut(word string) []string {
	var out []string
	for i := 1; i < len(word); i++ {
		if v.docs[word[:i]] > 0 && v.docs[word[i:]] > 0 {
			out = append(out, word[:i]+" "+word[i:])
		}
	}
	return out
}
