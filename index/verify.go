package index

import (
	"fmt"

	bquery "github.com/blevesearch/bleve/v2/search/query"

	"github.com/soichi/soichi/index/vi"
)

// verifyMax is the number of results of a phrase that are checked in the text. Natural phrases match wherever their pairs
// do, nearly always; beyond so many results an exact count is worth less than the time.
const verifyMax = 50

// checked leaves out of q, the pairs of a phrase, the documents whose text does not hold the phrase: "a b" and "b c" may
// stand apart from each other. So hits, total and facets agree, wherever in a query the phrase stands.
func (c *compiler) checked(q bquery.Query, phrase []vi.Token, in string) bquery.Query {
	if len(phrase) < 3 || c.text == nil || c.err != nil {
		return q
	}
	ids, more, err := c.find(q, verifyMax)
	if err != nil {
		c.err = err
		return q
	}
	c.unverified = c.unverified || more
	var wrong []string
	var v verifier
	for _, id := range ids {
		d, err := c.text(id)
		if err != nil {
			c.err = fmt.Errorf("check a phrase in document %s: %w", id, err)
			return q
		}
		if !v.holds(&d, phrase, in) {
			wrong = append(wrong, id)
		}
	}
	if len(wrong) == 0 {
		return q
	}
	return bquery.NewBooleanQuery([]bquery.Query{q}, nil, []bquery.Query{bquery.NewDocIDQuery(wrong)})
}

type verifier struct {
	tokenizer vi.Tokenizer
	buf       []vi.Token
}

// holds tells whether the part in of d holds the phrase.
func (v *verifier) holds(d *Doc, phrase []vi.Token, in string) bool {
	var texts []string
	switch in {
	case InTitle:
		texts = []string{d.Title}
	case InTask:
		texts = d.Tasks
	default:
		texts = []string{d.Title, d.Body}
	}
	for _, text := range texts {
		v.buf = v.tokenizer.Tokens(v.buf[:0], text)
		if indexOf(v.buf, phrase) >= 0 {
			return true
		}
	}
	return false
}

// indexOf finds the first place in text where the folded tokens of phrase stand together, -1 if there is none.
func indexOf(text, phrase []vi.Token) int {
	for i := 0; i+len(phrase) <= len(text); i++ {
		j := 0
		for j < len(phrase) && text[i+j].Folded == phrase[j].Folded {
			j++
		}
		if j == len(phrase) {
			return i
		}
	}
	return -1
}
