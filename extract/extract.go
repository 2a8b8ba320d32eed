package extract

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/citation"
	"github.com/soichi/soichi/extract/field"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/result"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/extract/task"
	"github.com/soichi/soichi/extract/theme"
	"github.com/soichi/soichi/register"
)

// Version names the rules of extraction. A library extracts a file anew when it was extracted under another version, so
// it must change with every change of rules that changes a value.
const Version = "4"

// idLen is the length of a document's id outside a library: the first hex digits of its SHA-256.
const idLen = 16

// Extractor makes documents of files. It is safe for concurrent use.
type Extractor struct {
	readers  *read.Registry
	reader   read.Reader
	limits   read.Limits
	register *register.Register
}

// Options tune an Extractor; the zero value reads every format under the default limits with the built-in register.
type Options struct {
	Readers  *read.Registry
	Reader   read.Reader // what reads a file, such as a child.Pool; nil has Readers do it in this process
	Limits   read.Limits
	Register *register.Register
}

// New makes an Extractor.
func New(opt Options) *Extractor {
	x := &Extractor{readers: opt.Readers, reader: opt.Reader, limits: opt.Limits, register: opt.Register}
	if x.readers == nil {
		x.readers = Readers()
	}
	if x.reader == nil {
		x.reader = x.readers
	}
	if x.register == nil {
		x.register = register.Default()
	}
	return x
}

// Extract reads a file and takes everything out of it. A file that cannot be read gives a *read.Error that names it. A text
// that a rule stumbles over costs that file and not the run.
func (x *Extractor) Extract(ctx context.Context, path string, data []byte) (d *document.Document, err error) {
	defer func() {
		if p := recover(); p != nil {
			d, err = nil, fmt.Errorf("%s: a rule stumbled over the text: %v", path, p)
		}
	}()
	res, err := x.reader.Read(ctx, read.Source{Name: path, Data: data}, x.limits)
	if err != nil {
		return nil, err
	}
	d = x.FromText(res.Text)
	sum := sha256.Sum256(data)
	sha := hex.EncodeToString(sum[:])
	d.ID = sha[:idLen]
	d.Source = document.Source{
		Path: path, SHA256: sha, MediaType: res.MediaType, Pages: len(res.Text.Pages), OCR: res.OCR, Warnings: res.Warnings,
	}
	d.FillEmpty()
	return d, nil
}

// FromText takes everything out of a text that has been read. It is pure: the same text gives the same document.
func (x *Extractor) FromText(t *document.Text) *document.Document {
	view := normalize.NewView(t)
	outline := structure.Parse(view)
	head := field.Extract(outline, x.register)
	d := &document.Document{
		Text: t.Content, Kind: head.Kind, Symbol: head.Symbol, Issuer: head.Issuer, IssuedOn: head.IssuedOn, Place: head.Place,
		Title: head.Title, Signer: head.Signer, Secrecy: head.Secrecy, Urgency: head.Urgency, Recipients: head.Recipients,
	}
	if d.Kind != nil && d.Kind.Value == "tin_bai" {
		d.IssuedOn, d.PublishedOn = nil, d.IssuedOn
	}
	kind, symbol, issuer, on := identity(d)
	d.URN = document.NullString(document.URN(x.body(issuer, on), kind, on, symbol))
	d.Sections = sections(outline)
	d.Paragraphs = paragraphs(outline)
	d.PageStarts = pageStarts(t)
	d.Citations = citation.Extract(outline, citation.Self{Kind: kind, Symbol: symbol, Issuer: issuer, IssuedOn: on}, x.register)
	d.Tasks = task.Extract(outline, task.Self{Kind: kind, Issuer: issuer, IssuedOn: on})
	d.Themes = theme.Extract(outline)
	d.Results = result.Extract(outline)
	tieMovements(view, d)
	d.FillEmpty()
	return d
}

// pageStarts gives where each page begins, in code points.
func pageStarts(t *document.Text) []int {
	if len(t.Pages) == 0 {
		return nil
	}
	ruler := document.NewRuler(t.Content)
	out := make([]int, len(t.Pages))
	for i, p := range t.Pages {
		out[i] = ruler.Span(document.Range{Start: p.Range.Start, End: p.Range.Start}).Start
	}
	return out
}

// body gives the name of the body that an issuer's name stands for, as citations of the document have it in theirs.
func (x *Extractor) body(issuer, on string) string {
	if b, _ := x.register.Find(issuer, on); b != nil {
		return b.Name
	}
	return issuer
}

// identity gives what identifies the document, "" for what it lacks.
func identity(d *document.Document) (kind, symbol, issuer, on string) {
	if d.Kind != nil {
		kind = d.Kind.Value
	}
	if d.Symbol != nil {
		symbol = d.Symbol.Value
	}
	if d.Issuer != nil {
		issuer = d.Issuer.Value
	}
	if d.IssuedOn != nil {
		on = d.IssuedOn.Value
	}
	return kind, symbol, issuer, on
}

// sections turns the outline's divisions into sections with spans.
func sections(o *structure.Outline) []document.Section {
	out := make([]document.Section, 0, len(o.Sections))
	for _, s := range o.Sections {
		if s.Whole.Empty() {
			continue
		}
		whole := document.Range{Start: s.Whole.Start, End: s.Whole.Start + len(strings.TrimRight(s.Whole.In(o.View.Text), "\n "))}
		out = append(out, document.Section{
			Path: s.Path, Label: s.Label.In(o.View.Text), Title: document.NullString(s.Title.In(o.View.Text)), Span: o.View.Span(whole),
		})
	}
	return out
}

// roles names the paragraphs that are not running text.
var roles = map[structure.Region]document.NullString{
	structure.Preamble: "preamble", structure.Annex: "annex", structure.Notes: "note",
}

// paragraphs lists the passages that a reader of the document would quote: everything but letterhead, recipients and
// signature.
func paragraphs(o *structure.Outline) []document.Paragraph {
	var out []document.Paragraph
	for _, b := range o.Blocks {
		if b.Region == structure.Letterhead || b.Region == structure.Recipients || b.Region == structure.Signature {
			continue
		}
		s := o.View.Span(b.Whole)
		if s.Empty() {
			continue
		}
		p := document.Paragraph{Start: s.Start, End: s.End, Section: document.NullString(b.Path), Role: roles[b.Region]}
		switch {
		case b.Heading || b.Region == structure.Title:
			p.Role = "heading"
		case o.View.Paras[b.Para].Role == normalize.Row:
			p.Role = "row"
		}
		out = append(out, p)
	}
	return out
}

// Register gives the register of bodies that the extractor uses.
func (x *Extractor) Register() *register.Register { return x.register }

// MediaTypes lists what can be read.
func (x *Extractor) MediaTypes() []string { return x.readers.MediaTypes() }
