package store

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/soichi/soichi/document"
)

// extraction is a document as the machine gave it, ready to be written: the text apart, the rest packed.
type extraction struct {
	doc    *document.Document
	packed []byte
}

// pack writes the document without its text and id, which have columns of their own. What a section spans is quoted in
// it again and again; packing takes that out.
func (s *Store) pack(d *document.Document) (extraction, error) {
	bare := *d
	bare.Text, bare.ID = "", ""
	bare.FillEmpty()
	b, err := json.Marshal(&bare)
	if err != nil {
		return extraction{}, fmt.Errorf("encode the extraction of %s: %w", d.Source.Path, err)
	}
	x := extraction{doc: d, packed: s.enc.EncodeAll(b, nil)}
	// The encoder writes half a letter, which a cut in the wrong place leaves, as this escape. What reading gives back
	// then differs from d, and the columns must agree with what reading gives.
	if bytes.Contains(b, []byte(`\ufffd`)) {
		if x.doc, err = s.unpack(x.packed); err != nil {
			return extraction{}, err
		}
		x.doc.Text = d.Text
	}
	return x, nil
}

// unpack gives the document back, still without id and text.
func (s *Store) unpack(packed []byte) (*document.Document, error) {
	b, err := s.dec.DecodeAll(packed, nil)
	if err != nil {
		return nil, fmt.Errorf("unpack an extraction: %w", err)
	}
	var d document.Document
	if err := json.Unmarshal(b, &d); err != nil {
		return nil, fmt.Errorf("decode an extraction: %w", err)
	}
	d.FillEmpty()
	return &d, nil
}

// light holds the columns that lists and links read, in the order of lightColumns.
type light struct {
	kind, symbol, folded, issuer, code, issuedOn, title, urn any
	citations, themes                                        string
}

// lighten takes the light columns from a document that has its corrections applied.
func lighten(d *document.Document) (light, error) {
	l := light{urn: nullable(string(d.URN))}
	if d.Kind != nil {
		l.kind = nullable(d.Kind.Value)
	}
	if d.Symbol != nil {
		l.symbol = nullable(d.Symbol.Value)
		l.folded = nullable(document.FoldSymbol(d.Symbol.Value))
	}
	if d.Issuer != nil {
		l.issuer, l.code = nullable(d.Issuer.Value), nullable(string(d.Issuer.Code))
	}
	if d.Day() != "" {
		l.issuedOn = nullable(d.Day())
	}
	if d.Title != nil {
		l.title = nullable(d.Title.Value)
	}
	citations, err := json.Marshal(d.Citations)
	if err != nil {
		return light{}, fmt.Errorf("encode the citations of %s: %w", d.ID, err)
	}
	themes, err := json.Marshal(d.Themes)
	if err != nil {
		return light{}, fmt.Errorf("encode the themes of %s: %w", d.ID, err)
	}
	l.citations, l.themes = string(citations), string(themes)
	return l, nil
}

// nullable turns an absent value into SQL NULL.
func nullable(s string) any {
	if s == "" {
		return nil
	}
	return s
}
