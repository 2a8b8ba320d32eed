package vi

import (
	"sync"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// Name is the name of the analyzer in Bleve's registry.
const Name = "vi"

func init() {
	err := registry.RegisterAnalyzer(Name, func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
		return NewAnalyzer(), nil
	})
	if err != nil {
		panic("vi: the name is taken in Bleve's registry: " + err.Error()) // a second copy of this package in one binary
	}
}

// Analyzer gives Bleve the tokens of a text: the exact form and, where it differs, the folded one at the same position.
// It is safe for concurrent use.
type Analyzer struct {
	pool sync.Pool // of *Tokenizer
}

// NewAnalyzer makes an analyzer.
func NewAnalyzer() *Analyzer {
	return &Analyzer{pool: sync.Pool{New: func() any { return new(Tokenizer) }}}
}

// Analyze implements analysis.Analyzer.
func (a *Analyzer) Analyze(input []byte) analysis.TokenStream {
	t := a.pool.Get().(*Tokenizer)
	defer a.pool.Put(t)
	tokens := t.Tokens(nil, string(input))
	out := make(analysis.TokenStream, 0, len(tokens)*2)
	for i, tok := range tokens {
		out = append(out, streamToken(tok, tok.Exact, i))
		if tok.Marked() {
			out = append(out, streamToken(tok, tok.Folded, i))
		}
	}
	return out
}

func streamToken(t Token, term string, i int) *analysis.Token {
	return &analysis.Token{Start: t.Start, End: t.End, Term: []byte(term), Position: i + 1, Type: analysis.AlphaNumeric}
}
