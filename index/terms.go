package index

import (
	"slices"
	"strconv"

	bdoc "github.com/blevesearch/bleve/v2/document"
	bindex "github.com/blevesearch/bleve_index_api"

	"github.com/soichi/soichi/index/segment"
	"github.com/soichi/soichi/index/vi"
)

// The fields of a Bleve document. Words fields hold exact and folded syllables, pair fields folded pairs of neighbours,
// key fields whole folded values, facet fields values as they are shown.
const (
	fBody       = "b" // words of title and text
	fBodyPairs  = "bp"
	fTitle      = "t"
	fTitlePairs = "tp"
	fTask       = "k"
	fTaskPairs  = "kp"
	fSymbol     = "s" // pieces of the symbol
	fSymbolKey  = "sk"
	fKind       = "kind" // facet
	fIssuer     = "issuer"
	fIssuerKey  = "ik"
	fIssuerText = "it"
	fTheme      = "theme"
	fThemeKey   = "hk"
	fThemeText  = "ht"
	fSigner     = "g"
	fLead       = "l"
	fLeadName   = "lead" // facet
	fLeadKey    = "lk"
	fLevel      = "level" // facet
	fCites      = "c"
	fImplements = "m"
	fYear       = "year"
	fDate       = "date"
	fDue        = "due"
)

// terms is a field whose terms are counted by the index itself and not by Bleve's chain of filters: one pass over the
// text makes all fields of a document, and a term that occurs a hundred times is one entry from the start.
type terms struct {
	name   string
	counts map[string]int
	length int
}

var _ segment.Counted = (*terms)(nil)

func newTerms(name string) *terms {
	return &terms{name: name, counts: map[string]int{}}
}

func (f *terms) add(term string) {
	f.counts[term]++
	f.length++
}

// words adds a text's exact and folded syllables, and its pairs of neighbours to pairs, each counted times over.
func (f *terms) words(tokens []vi.Token, pairs *terms, times int) {
	for i, t := range tokens {
		f.counts[t.Folded] += times
		if t.Marked() {
			f.counts[t.Exact] += times
		}
		if i > 0 {
			pairs.counts[pair(tokens[i-1], t)] += times
		}
	}
	f.length += len(tokens) * times
	pairs.length += len(tokens) * times
}

// measured notes the field's length in the field itself, where ranking looks it up.
func (f *terms) measured() *terms {
	if f.length > 0 {
		f.counts[lengthTerm] = f.length
	}
	return f
}

// Name implements bleve's Field, as do the methods below.
func (f *terms) Name() string { return f.name }

// ArrayPositions gives none: the values of a list are one bag of terms.
func (f *terms) ArrayPositions() []uint64 { return nil }

// Options tells what Bleve keeps of the field: the postings alone.
func (f *terms) Options() bindex.FieldIndexingOptions { return bindex.IndexField }

// Analyze does nothing: the terms are counted already.
func (f *terms) Analyze() {}

// Counts gives the terms.
func (f *terms) Counts() map[string]int { return f.counts }

// Value gives nothing: no value is stored.
func (f *terms) Value() []byte { return nil }

// NumPlainTextBytes is for Bleve's statistics only.
func (f *terms) NumPlainTextBytes() uint64 { return 0 }

// Size is an estimate of the memory taken.
func (f *terms) Size() int { return 64 * len(f.counts) }

// EncodedFieldType says text.
func (f *terms) EncodedFieldType() byte { return 't' }

// AnalyzedLength is not kept, see lengthTerm.
func (f *terms) AnalyzedLength() int { return f.length }

// AnalyzedTokenFrequencies gives none: the segments read Counts.
func (f *terms) AnalyzedTokenFrequencies() bindex.TokenFrequencies { return nil }

// dayTerm is the term of a date.
func dayTerm(iso string) []string {
	n := dayNumber(iso)
	if n == 0 {
		return nil
	}
	return []string{strconv.Itoa(int(n))}
}

// builder makes Bleve documents. It is not safe for concurrent use.
type builder struct {
	tokenizer vi.Tokenizer
	buf       []vi.Token
}

func (b *builder) tokens(text string) []vi.Token {
	b.buf = b.tokenizer.Tokens(b.buf[:0], text)
	return b.buf
}

// document makes the Bleve document of d.
func (b *builder) document(d *Doc) *bdoc.Document {
	out := bdoc.NewDocument(d.ID)
	add := func(fs ...*terms) {
		for _, f := range fs {
			if f.length > 0 {
				out.AddField(f)
			}
		}
	}
	add(b.texts(d)...)
	add(
		listed(fSymbol, symbolTerms(d.Symbol)),
		listed(fSymbolKey, []string{key(d.Symbol)}),
		listed(fKind, []string{d.Kind}),
		listed(fIssuer, []string{d.Issuer}),
		listed(fIssuerKey, []string{key(d.Issuer)}),
		listed(fTheme, d.Themes),
		listed(fThemeKey, keys(d.Themes)),
		listed(fYear, []string{year(d.IssuedOn)}),
		listed(fDate, dayTerm(d.IssuedOn)),
		listed(fCites, keys(d.Cites)),
		listed(fImplements, keys(d.Implements)),
		b.folded(fIssuerText, d.Issuer, d.IssuerCode),
		b.folded(fThemeText, d.Themes...),
		b.folded(fSigner, d.Signer),
		b.folded(fLead, d.Leads...),
		listed(fLeadName, d.LeadNames),
		listed(fLeadKey, keys(d.LeadNames)),
		listed(fLevel, []string{d.Level}),
	)
	for i, due := range d.Dues {
		if n := dayNumber(due); n > 0 {
			out.AddField(bdoc.NewNumericFieldWithIndexingOptions(fDue, []uint64{uint64(i)}, n, bindex.IndexField))
		}
	}
	return out
}

// titleWeight is how many times the words of a title count in the body: tuned by eval_test.go.
const titleWeight = 3

// texts makes the fields that words are searched in. The title counts in the body too: it may stand outside the text, and
// what it says weighs more than what stands anywhere in the text.
func (b *builder) texts(d *Doc) []*terms {
	body, bodyPairs := newTerms(fBody), newTerms(fBodyPairs)
	title, titlePairs := newTerms(fTitle), newTerms(fTitlePairs)
	task, taskPairs := newTerms(fTask), newTerms(fTaskPairs)
	body.words(b.tokens(d.Body), bodyPairs, 1)
	t := b.tokens(d.Title)
	body.words(t, bodyPairs, titleWeight)
	title.words(t, titlePairs, 1)
	for _, s := range d.Tasks {
		task.words(b.tokens(s), taskPairs, 1)
	}
	return []*terms{body.measured(), bodyPairs, title.measured(), titlePairs, task.measured(), taskPairs}
}

// folded makes a field of the folded words of short values, without their order.
func (b *builder) folded(name string, values ...string) *terms {
	f := newTerms(name)
	for _, v := range values {
		for _, t := range b.tokens(v) {
			f.add(t.Folded)
		}
	}
	return f
}

// listed makes a field of whole values.
func listed(name string, values []string) *terms {
	f := newTerms(name)
	for _, v := range values {
		if v != "" && f.counts[v] == 0 {
			f.add(v)
		}
	}
	return f
}

func keys(values []string) []string {
	out := make([]string, 0, len(values))
	for _, v := range values {
		out = append(out, key(v))
	}
	slices.Sort(out)
	return slices.Compact(out)
}
