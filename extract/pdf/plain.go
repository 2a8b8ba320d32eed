package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"

	"github.com/ledongthuc/pdf"
)

// The library reads hostile files by panics at best; some send it into an endless recursion or an allocation that ends
// the process, which nothing can catch. All of those need a cross-reference stream or table that points astray, so only
// files with a plain and sound table are given to it; the others (3 of 100 gazettes) are read in the sandbox.

const (
	// maxObjects bounds the objects of a file; a thousand pages have about ten thousand.
	maxObjects = 1 << 20
	// maxSections bounds the cross-reference tables of a file: one for each time that it was saved or signed.
	maxSections = 200
)

var (
	startMark = regexp.MustCompile(`startxref\s+(\d{1,10})\s`)
	prevEntry = regexp.MustCompile(`/Prev\s+(\d{1,10})[\s/>]`)
)

var (
	errModern = errors.New("its table of objects is a stream")
	errTable  = errors.New("its table of objects is broken")
	objectAt  = regexp.MustCompile(`^\s*\d+\s+\d+\s+obj`)
)

// checkTables gives nil where the file's cross-reference tables, all of them, are of the classic form and sound;
// errModern where one is a stream, as programs have written them since 2003; errTable otherwise.
func checkTables(data []byte) error {
	marks := startMark.FindAllSubmatch(data, -1)
	if len(marks) == 0 || len(marks) != bytes.Count(data, []byte("startxref")) || len(marks) > maxSections {
		return errTable
	}
	for i, m := range marks {
		at, err := strconv.Atoi(string(m[1]))
		switch {
		case err != nil:
			return errTable
		case at == 0 && i < len(marks)-1: // the first part of a file made for the web
		case soundChain(data, at):
		case at > 0 && at < len(data) && objectAt.Match(data[at:min(at+40, len(data))]):
			return errModern
		default:
			return errTable
		}
	}
	return nil
}

// soundChain follows a table to the ones before it.
func soundChain(data []byte, at int) bool {
	seen := map[int]bool{}
	for len(seen) < maxSections {
		if at <= 0 || at >= len(data) || seen[at] {
			return false
		}
		seen[at] = true
		trailer, ok := soundTable(data[at:])
		if !ok {
			return false
		}
		m := prevEntry.FindSubmatch(trailer)
		if m == nil {
			return !bytes.Contains(trailer, []byte("/Prev"))
		}
		at, _ = strconv.Atoi(string(m[1]))
	}
	return false
}

// soundTable checks one table and gives its trailer. Names with escapes are refused, for they could hide an entry.
func soundTable(b []byte) (trailer []byte, ok bool) {
	word, b := field(b)
	if word != "xref" {
		return nil, false
	}
	for {
		if word, b = field(b); word == "trailer" {
			break
		}
		start, err := strconv.Atoi(word)
		if word, b = field(b); err != nil {
			return nil, false
		}
		n, err := strconv.Atoi(word)
		if err != nil || start < 0 || n < 0 || start+n > maxObjects {
			return nil, false
		}
		for range n {
			var offset, generation, use string
			offset, b = field(b)
			generation, b = field(b)
			use, b = field(b)
			if _, err := strconv.ParseUint(offset, 10, 62); err != nil {
				return nil, false
			}
			if _, err := strconv.ParseUint(generation, 10, 17); err != nil || use != "n" && use != "f" {
				return nil, false
			}
		}
	}
	end := bytes.Index(b, []byte("startxref"))
	if end < 0 || end > 1<<16 || bytes.IndexByte(b[:end], '#') >= 0 {
		return nil, false
	}
	return b[:end], true
}

// field cuts off the next word between blanks.
func field(b []byte) (word string, rest []byte) {
	i := 0
	for i < len(b) && isBlank(b[i]) {
		i++
	}
	start := i
	for i < len(b) && !isBlank(b[i]) && i-start < 24 && b[i] != '<' {
		i++
	}
	return string(b[start:i]), b[i:]
}

// budget is how many bytes may still be unpacked from a file.
type budget struct{ left int64 }

// maxStream bounds one stream; the drawing of a page has some hundred kilobytes.
const maxStream = 64 << 20

// maxColumns bounds the row length that a stream's predictor asks to allocate.
const maxColumns = 1 << 20

// unpack reads a stream. One that is broken in the middle gives what came before.
func (b *budget) unpack(v pdf.Value) []byte {
	params := v.Key("DecodeParms")
	for i := 0; i < max(1, params.Len()); i++ {
		p := params
		if params.Kind() == pdf.Array {
			p = params.Index(i)
		}
		if c := p.Key("Columns").Int64(); c < 0 || c > maxColumns {
			panic(stopped{fmt.Errorf("rows of %d bytes: %w", c, errTooMuch)})
		}
	}
	limit := min(b.left, maxStream)
	data, err := io.ReadAll(io.LimitReader(v.Reader(), limit+1))
	if b.left -= int64(len(data)); int64(len(data)) > limit {
		panic(stopped{errTooMuch})
	}
	if err != nil && len(data) == 0 {
		panic(stopped{fmt.Errorf("unpack: %w", err)})
	}
	return data
}

// contents reads the streams of a page, a blank between each two, for a word never runs over.
func (b *budget) contents(v pdf.Value) []byte {
	if v.Kind() != pdf.Array {
		return b.unpack(v)
	}
	var out []byte
	for i := 0; i < v.Len() && i < 10_000; i++ {
		if s := v.Index(i); s.Kind() == pdf.Stream {
			out = append(append(out, b.unpack(s)...), '\n')
		}
	}
	return out
}

// tree walks a file's tree of pages. Depth and number of nodes are bounded, for a broken tree may hold itself.
type tree struct {
	pages []pdf.Value
	limit int
	nodes int
}

const maxDepth = 32

func (t *tree) walk(node pdf.Value, depth int) {
	if t.nodes++; depth > maxDepth || t.nodes > 2*t.limit+maxDepth || len(t.pages) > t.limit {
		return
	}
	kids := node.Key("Kids")
	if kids.Kind() != pdf.Array {
		if node.Kind() == pdf.Dict {
			t.pages = append(t.pages, node)
		}
		return
	}
	for i := 0; i < kids.Len() && t.nodes <= 2*t.limit+maxDepth; i++ {
		t.walk(kids.Index(i), depth+1)
	}
}
