package index

import (
	"slices"
	"strconv"

	bdoc "github.com/blevesearch/bleve/v2/document"
	bindex "github.com/blevesearch/bleve_index_api"

	"github.com/soichi/soichi/index/segment"
	"github.com/soichi/soichi/index/vi"
)

// The fields of a Bleve document. Words fields hold exact and folded syllables, and beside each of them is a field of
// pairs, see pairsOf. Key fields hold whole folded values, facet fields values as they are shown.
const (
	fBody       = "b" // words of title and text
	fTitle      = "t"
	fTask       = "k"
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

// pairsOf names the field that holds the folded pairs of neighbours of a words field.
func pairsOf(words string) string { return words + "p" }

// terms is a field of a few values, whose terms are counted by the index itself and not by Bleve's chain of filters.
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
	words     *lexicon
}

// begin starts a batch. The documents of the batch before must not be used any more.
func (b *builder) begin() {
	if b.words == nil || b.words.full() {
		b.words = &lexicon{}
	}
}

func (b *builder) tokens(text string) []vi.Token {
	b.buf = b.tokenizer.Tokens(b.buf[:0], text)
	return b.buf
}

// document makes the Bleve document of d.
func (b *builder) document(d *Doc) *bdoc.Document {
	out := bdoc.NewDocument(d.ID)
	for _, f := range b.texts(d) {
		out.AddField(f)
	}
	add := func(fs ...*terms) {
		for _, f := range fs {
			if f.length > 0 {
				out.AddField(f)
			}
		}
	}
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
func (b *builder) texts(d *Doc) []*keyed {
	body, title, task := newWording(b.words, fBody), newWording(b.words, fTitle), newWording(b.words, fTask)
	body.add(b.tokens(d.Body), 1)
	t := b.tokens(d.Title)
	body.add(t, titleWeight)
	title.add(t, 1)
	for _, s := range d.Tasks {
		task.add(b.tokens(s), 1)
	}
	return slices.Concat(body.fields(), title.fields(), task.fields())
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
