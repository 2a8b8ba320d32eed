// Package odt reads OpenDocument texts (OASIS OpenDocument 1.3): paragraphs, numbered lists, tables, notes and text boxes;
// deleted and hidden text left out.
package odt

import (
	"context"
	"strings"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/xmltree"
)

// Reader reads ODT. Its zero value is ready.
type Reader struct{}

// Read opens the container, whose sizes are checked first, and walks the content.
func (Reader) Read(ctx context.Context, src read.Source, lim read.Limits) (*read.Result, error) {
	lim = lim.OrDefault()
	box, err := xmltree.Open(src, lim)
	if err != nil {
		return nil, err
	}
	if manifest, err := box.Part("META-INF/manifest.xml"); err == nil && manifest.Find("encryption-data") != nil {
		return nil, read.Fail(read.Encrypted, "an OpenDocument file with a password to open it")
	}
	content, err := box.Part("content.xml")
	if err != nil {
		return nil, err
	}
	body := content.Find("body").Child("text")
	if body == nil {
		return nil, read.Fail(read.Damaged, "the container has no text")
	}
	f := &file{ctx: ctx, styles: newStyles()}
	common, err := box.Part("styles.xml")
	if err != nil {
		f.warnings = append(f.warnings, "styles.xml cannot be read: "+err.Error())
	}
	f.styles.add(common)
	f.styles.add(content)
	w := &walker{file: f}
	if err := w.blocks(body); err != nil {
		return nil, err
	}
	w.EndParagraph()
	f.doc.Blocks = w.Blocks
	f.doc.Meta = meta(box)
	res := &read.Result{Text: f.doc.Text(), Warnings: f.warnings}
	for _, e := range f.doc.Decoded {
		res.Warnings = append(res.Warnings, "decoded from "+e)
	}
	return res, nil
}

// file is one document.
type file struct {
	ctx      context.Context
	styles   *styles
	counter  flow.Counter
	doc      flow.Document
	warnings []string
}

// meta gives what the file says of itself.
func meta(box *xmltree.Container) map[string]string {
	root, err := box.Part("meta.xml")
	if err != nil || root == nil {
		return nil
	}
	out := map[string]string{}
	for _, name := range []string{"title", "subject", "description", "initial-creator", "creator", "creation-date", "date"} {
		if value := strings.TrimSpace(root.Find(name).String()); value != "" {
			out[name] = value
		}
	}
	return out
}
