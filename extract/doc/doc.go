// Package doc reads Word 97 to 2003 files (MS-DOC), and the text of Word 6 and 95 files, which share their ending: text,
// tables, foot- and endnotes, text boxes, list numbers; field codes, hidden and deleted text left out. The container is
// opened by mscfb; the rest is this package's own reading of the published format.
package doc

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/read"
)

// Reader reads DOC files. Its zero value is ready.
type Reader struct{}

// Read takes the file apart and walks its text.
func (Reader) Read(ctx context.Context, src read.Source, lim read.Limits) (*read.Result, error) {
	lim = lim.OrDefault()
	streams, err := open(src.Data)
	if err != nil {
		return nil, err
	}
	f, err := newFile(ctx, streams)
	if err != nil {
		return nil, err
	}
	f.maxDepth = lim.MaxDepth
	doc, err := f.document()
	if err != nil {
		return nil, err
	}
	res := &read.Result{Text: doc.Text(), Warnings: f.warnings}
	for _, e := range doc.Decoded {
		res.Warnings = append(res.Warnings, "decoded from "+e)
	}
	return res, nil
}

// streams are the parts of the compound file that hold the document.
type streams struct {
	main   []byte
	data   []byte            // properties too long for their page
	tables map[string][]byte // "0Table" and "1Table"
}

// open reads the streams. None can be larger than the file itself, which the caller has bounded.
func open(data []byte) (*streams, error) {
	box, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, read.Fail(cutOff(err), "open the container: %w", err)
	}
	s := &streams{tables: map[string][]byte{}}
	for {
		entry, err := box.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, read.Fail(cutOff(err), "walk the container: %w", err)
		}
		if len(entry.Path) > 0 || !holdsDocument(entry.Name) {
			continue
		}
		if entry.Size < 0 || entry.Size > int64(len(data)) {
			return nil, read.Fail(read.Truncated, "stream %s claims %d bytes", entry.Name, entry.Size)
		}
		body, err := io.ReadAll(io.LimitReader(entry, entry.Size))
		if err != nil {
			return nil, read.Fail(cutOff(err), "stream %s: %w", entry.Name, err)
		}
		switch entry.Name {
		case "WordDocument":
			s.main = body
		case "Data":
			s.data = body
		default:
			s.tables[entry.Name] = body
		}
	}
	if s.main == nil {
		return nil, read.Fail(read.Damaged, "the container has no WordDocument stream")
	}
	return s, nil
}

func holdsDocument(stream string) bool {
	return stream == "WordDocument" || stream == "Data" || stream == "0Table" || stream == "1Table"
}

// cutOff tells a file that ends too early from one that is wrong in itself.
func cutOff(err error) read.Reason {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) || strings.Contains(err.Error(), "EOF") {
		return read.Truncated
	}
	return read.Damaged
}

// file is one document taken apart.
type file struct {
	ctx      context.Context
	fib      *fib
	main     []byte
	data     []byte
	table    []byte
	units    []uint16 // the text in UTF-16, all parts one behind the other; an index is a character position
	offsets  []uint32 // where in the main stream each unit stands
	chars    []run    // character properties by offset
	paras    []run    // paragraph properties by offset
	fonts    []string
	styles   []style
	lists    []*flow.List // by number of the list's use, counted from 0
	counter  flow.Counter
	anchors  map[int]int   // shape of the drawing at a character position
	boxes    map[int][]box // text boxes by shape
	notes    map[int]note  // the note of a mark, by position of the mark
	noteMark int
	doc      flow.Document
	walked   int // characters read so far, as text, note or box
	depth    int
	maxDepth int
	warnings []string
}

// box is the text of a text box: a stretch of character positions.
type box struct{ start, end int }

// note is the text of a note, and whether Word numbers it.
type note struct {
	box
	numbered bool
}

func newFile(ctx context.Context, s *streams) (*file, error) {
	h, err := newFIB(s.main)
	if err != nil {
		return nil, err
	}
	f := &file{ctx: ctx, fib: h, main: s.main, data: s.data, table: s.main}
	if !h.old {
		if f.table = s.tables[h.tableName]; f.table == nil {
			return nil, read.Fail(read.Damaged, "the container has no %s stream", h.tableName)
		}
	}
	if err := f.loadText(); err != nil {
		return nil, err
	}
	f.chars = f.loadRuns(h.chpx, false)
	f.paras = f.loadRuns(h.papx, true)
	f.loadFonts()
	f.loadStyles()
	f.loadLists()
	f.loadNotes()
	f.loadBoxes()
	return f, ctx.Err()
}

// document walks the main text; notes and text boxes are read where their marks stand.
func (f *file) document() (*flow.Document, error) {
	if f.fib.text == 0 {
		return nil, read.Fail(read.NoText, "the document has no text")
	}
	blocks, err := f.blocks(0, min(f.fib.text, len(f.units)))
	if err != nil {
		return nil, err
	}
	f.doc.Blocks = blocks
	return &f.doc, nil
}
