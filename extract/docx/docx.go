// Package docx reads Word files (Office Open XML, ECMA-376): the text as Word shows it, with list numbers, notes, tables
// and text boxes, tracked changes accepted, field codes and hidden text left out.
package docx

import (
	"bytes"
	"context"
	"path"
	"strings"

	"github.com/nguyenthenguyen/docx"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/xmltree"
)

// Reader reads DOCX files. Its zero value is ready.
type Reader struct{}

// Read opens the container, whose sizes are checked first, and walks the document.
func (Reader) Read(ctx context.Context, src read.Source, lim read.Limits) (*read.Result, error) {
	lim = lim.OrDefault()
	box, err := xmltree.Open(src, lim)
	if err != nil {
		return nil, err
	}
	root, main, err := mainPart(src, box, lim)
	if err != nil {
		return nil, err
	}
	d := &file{box: box, dir: path.Dir(main), ctx: ctx}
	if err := d.load(); err != nil {
		return nil, err
	}
	doc, err := d.document(root)
	if err != nil {
		return nil, err
	}
	doc.Meta = properties(box)
	res := &read.Result{Text: doc.Text(), Warnings: d.warnings}
	for _, e := range doc.Decoded {
		res.Warnings = append(res.Warnings, "decoded from "+e)
	}
	return res, nil
}

// mainPart gives the parsed document and the name of its part. The library reads it where the part has its usual name;
// Word's web version calls it otherwise, and then the container's relations say how.
func mainPart(src read.Source, box *xmltree.Container, lim read.Limits) (*xmltree.Node, string, error) {
	const usual = "word/document.xml"
	content := ""
	if has(box, usual) {
		lib, err := docx.ReadDocxFromMemory(bytes.NewReader(src.Data), int64(len(src.Data)))
		if err == nil {
			content = lib.Editable().GetContent()
		}
	}
	if content != "" {
		root, err := xmltree.Parse([]byte(content), usual, lim.MaxDepth)
		return root, usual, err
	}
	rels, err := box.Part("_rels/.rels")
	if err != nil {
		return nil, "", err
	}
	name := usual
	for _, r := range rels.All("Relationship") {
		if strings.HasSuffix(r.Attr("Type"), "/officeDocument") {
			name = strings.TrimPrefix(r.Attr("Target"), "/")
		}
	}
	root, err := box.Part(name)
	if err != nil {
		return nil, "", err
	}
	if root == nil {
		return nil, "", read.Fail(read.Damaged, "the container has no %s", name)
	}
	return root, name, nil
}

func has(box *xmltree.Container, part string) bool {
	for _, f := range box.File {
		if f.Name == part {
			return true
		}
	}
	return false
}

// properties gives what the file says of itself: title, author, subject and times of docProps/core.xml. Damaged ones are
// no reason to refuse the text.
func properties(box *xmltree.Container) map[string]string {
	core, err := box.Part("docProps/core.xml")
	if err != nil || core == nil {
		return nil
	}
	meta := map[string]string{}
	for _, top := range core.Children {
		for _, c := range top.Children {
			if value := strings.TrimSpace(c.String()); c.Name != "" && value != "" {
				meta[strings.ToLower(c.Name)] = value
			}
		}
	}
	return meta
}

// file is one DOCX with the parts that the walk needs.
type file struct {
	ctx      context.Context
	box      *xmltree.Container
	dir      string
	styles   *styles
	numbers  *numbering
	notes    map[string]*xmltree.Node // by kind and id: "footnote 2"
	rels     map[string]string        // target of a relation, by id
	doc      flow.Document
	numbered int // notes that were given a number
	warnings []string
}

// load reads the side parts. A damaged one costs what it holds, with a warning, and not the document.
func (f *file) load() error {
	part := func(name string) *xmltree.Node {
		n, err := f.box.Part(path.Join(f.dir, name))
		if err != nil {
			f.warnings = append(f.warnings, name+" cannot be read: "+err.Error())
		}
		return n
	}
	f.styles = newStyles(part("styles.xml"))
	f.numbers = newNumbering(part("numbering.xml"), f.styles)
	f.notes = map[string]*xmltree.Node{}
	for _, kind := range []string{"footnote", "endnote"} {
		for _, n := range part(kind + "s.xml").All(kind) {
			if t := n.Attr("type"); t == "" || t == "normal" {
				f.notes[kind+" "+n.Attr("id")] = n
			}
		}
	}
	f.rels = map[string]string{}
	for _, r := range part("_rels/document.xml.rels").All("Relationship") {
		f.rels[r.Attr("Id")] = r.Attr("Target")
	}
	return f.ctx.Err()
}

// document walks the body, then the first page's header where only that has the letterhead.
func (f *file) document(root *xmltree.Node) (*flow.Document, error) {
	body := root.Find("body")
	if body == nil {
		return nil, read.Fail(read.Damaged, "the document has no body")
	}
	w := &walker{file: f}
	if err := w.blocks(body); err != nil {
		return nil, err
	}
	w.EndParagraph()
	f.doc.Blocks = w.Blocks
	head, err := f.letterhead(body)
	if err != nil {
		return nil, err
	}
	f.doc.Blocks = append(head, f.doc.Blocks...)
	return &f.doc, nil
}

// letterhead gives the header of the first page if it bears the motto of the State or the Party's name and the body
// does not. Other headers repeat on every page and are no text.
func (f *file) letterhead(body *xmltree.Node) ([]flow.Block, error) {
	if flow.HasLetterhead(f.doc.Blocks) {
		return nil, nil
	}
	sections := body.All("sectPr")
	if len(sections) == 0 {
		return nil, nil
	}
	for _, ref := range sections[0].All("headerReference") {
		target := f.rels[ref.Attr("id")]
		if target == "" || ref.Attr("type") == "even" {
			continue
		}
		part, err := f.box.Part(path.Join(f.dir, target))
		if err != nil || part == nil {
			continue
		}
		w := &walker{file: f}
		if err := w.blocks(part.Find("hdr")); err != nil {
			return nil, err
		}
		w.EndParagraph()
		if flow.HasLetterhead(w.Blocks) {
			return w.Blocks, nil
		}
	}
	return nil, nil
}
