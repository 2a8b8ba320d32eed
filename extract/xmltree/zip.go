package xmltree

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"

	"github.com/soichi/soichi/extract/read"
)

// maxPart bounds one XML part: a tree takes several times the memory of its text, and the thickest documents seen have
// parts of 20 MB.
const maxPart = 64 << 20

// Container is an Office file whose declared sizes are within the limits.
type Container struct {
	*zip.Reader
	maxDepth int
}

// Open checks the container before anything is unpacked: sizes, and encryption. Go's zip reader itself refuses a part
// that unpacks to more than it declares.
func Open(src read.Source, lim read.Limits) (*Container, error) {
	lim = lim.OrDefault()
	z, err := zip.NewReader(bytes.NewReader(src.Data), int64(len(src.Data)))
	if err != nil {
		reason := read.Damaged
		if errors.Is(err, zip.ErrFormat) { // the directory stands at the end: without it the file was cut off
			reason = read.Truncated
		}
		return nil, read.Fail(reason, "open the container: %w", err)
	}
	var total uint64
	for _, f := range z.File {
		if f.Flags&1 != 0 {
			return nil, read.Fail(read.Encrypted, "part %s", f.Name)
		}
		if total += f.UncompressedSize64; total > uint64(lim.MaxExpanded) || f.UncompressedSize64 > uint64(lim.MaxExpanded) {
			return nil, read.Fail(read.ExpandsTooMuch, "more than %d bytes", lim.MaxExpanded)
		}
		if strings.HasSuffix(f.Name, ".xml") && f.UncompressedSize64 > maxPart {
			return nil, read.Fail(read.ExpandsTooMuch, "part %s has %d bytes, limit %d", f.Name, f.UncompressedSize64, maxPart)
		}
	}
	return &Container{Reader: z, maxDepth: lim.MaxDepth}, nil
}

// Bytes unpacks a part; it gives nil for a part that is not there.
func (c *Container) Bytes(name string) ([]byte, error) {
	for _, f := range c.File {
		if f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, read.Fail(read.Damaged, "part %s: %w", name, err)
		}
		defer r.Close()
		data, err := io.ReadAll(io.LimitReader(r, int64(min(f.UncompressedSize64, maxPart))+1))
		if err != nil {
			return nil, read.Fail(read.Damaged, "part %s: %w", name, err)
		}
		return data, nil
	}
	return nil, nil
}

// Part unpacks and parses a part; it gives nil for a part that is not there.
func (c *Container) Part(name string) (*Node, error) {
	data, err := c.Bytes(name)
	if err != nil || data == nil {
		return nil, err
	}
	return Parse(data, name, c.maxDepth)
}
