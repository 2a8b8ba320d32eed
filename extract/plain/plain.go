// Package plain reads plain text and Markdown. The text of such a file is its content in NFC with "\n" line ends and
// nothing else: nothing is moved, joined or dropped, so that spans made by others on the same file point at the same
// characters. What is not the document's own, such as front matter, is only marked.
package plain

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/legacy"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/viet"
)

// Reader reads text/plain and text/markdown. Its zero value is ready.
type Reader struct{}

// Read decodes the file and marks front matter, bold words and tables.
func (Reader) Read(ctx context.Context, src read.Source, _ read.Limits) (*read.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	content, warnings, err := Decode(src.Data)
	if err != nil {
		return nil, err
	}
	t := &document.Text{Content: content, Wrapped: true}
	if front := frontMatter(content); front.End > 0 {
		t.Meta = parseFrontMatter(front.In(content))
		t.Furniture = append(t.Furniture, front)
	}
	t.Emphasis = bold(content)
	t.Tables = tables(content)
	return &read.Result{Text: t, Warnings: warnings}, nil
}

// toleratedErrors is the share of the bytes, one in so many, that may be broken UTF-8 in a file still taken for UTF-8.
const toleratedErrors = 1000

// Decode gives the text of a file of unknown encoding in NFC with "\n" line ends, with a warning for each guess that was
// made. A mark of byte order is no part of the text.
func Decode(data []byte) (content string, warnings []string, err error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	var text string
	switch order := utf16Order(data); {
	case order != nil:
		text = fromUTF16(data, order)
	case utf8.Valid(data):
		text = string(data)
		if e := legacy.Guess(window(text)); e != legacy.None {
			warnings = append(warnings, fmt.Sprintf("the text looks like %s that was saved as Unicode; it is kept as it is", e))
		}
	default:
		if broken := brokenBytes(data); broken*toleratedErrors <= len(data) {
			text = strings.ToValidUTF8(string(data), "\ufffd")
			warnings = append(warnings, fmt.Sprintf("%d bytes are not UTF-8", broken))
			break
		}
		decoded, e, ok := legacy.Bytes(data)
		if !ok {
			fail := read.Fail(read.UnknownEncoding, "neither UTF-8, UTF-16 nor an encoding of Vietnamese")
			fail.Hint = "Open it in its program and save it as UTF-8."
			return "", nil, fail
		}
		text = decoded
		warnings = append(warnings, fmt.Sprintf("the encoding was taken for %s", e))
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	return viet.NFC(text), warnings, nil
}

// window gives the first part of a text, enough to judge its encoding by.
func window(s string) string {
	const size = 16 << 10
	if len(s) <= size {
		return s
	}
	return strings.ToValidUTF8(s[:size], "")
}

func brokenBytes(data []byte) int {
	n := 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			n++
		}
		data = data[size:]
	}
	return n
}

func utf16Order(data []byte) binary.ByteOrder {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return binary.LittleEndian
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return binary.BigEndian
	default:
		return read.LooksUTF16(data[:min(len(data), 4096)])
	}
}

func fromUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i+1 < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	return strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
}
