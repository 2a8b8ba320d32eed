// Package webpage reads HTML: the document that a page carries, without the menus, scripts and lists of links that the
// site puts around it. Pages saved by Word count too, with their footnotes and old Vietnamese fonts.
package webpage

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"github.com/soichi/soichi/extract/flow"
	"github.com/soichi/soichi/extract/read"
)

// Reader reads text/html. Its zero value is ready.
type Reader struct{}

// Read parses the page as browsers do, so that broken markup is no error; only a page without text is one.
func (Reader) Read(ctx context.Context, src read.Source, lim read.Limits) (*read.Result, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	source, warnings := decode(src.Data)
	root, err := html.Parse(strings.NewReader(source))
	if err != nil { // the parser's own limit of open elements is the only error a string can cause
		return nil, read.Fail(read.TooDeep, "parse the page: %w", err)
	}
	doc := &flow.Document{Meta: meta(root)}
	p := newPage(root, lim.OrDefault().MaxDepth)
	body := mainPart(root)
	w := &walker{page: p}
	if err := w.children(body, style{}, 0); err != nil {
		return nil, err
	}
	w.end()
	doc.Blocks = w.blocks
	doc.Notes = p.notes
	text := doc.Text()
	for _, e := range doc.Decoded {
		warnings = append(warnings, "decoded from "+e)
	}
	if strings.TrimSpace(text.Content) == "" {
		return nil, read.Fail(read.NoText, "the page has no text of its own")
	}
	return &read.Result{Text: text, Warnings: warnings}, nil
}

// decode gives the page in UTF-8. Pages that are UTF-8 but say otherwise are many, so the bytes go before what they say.
// Where neither tells, the text is taken for Windows-1252; the old Vietnamese encodings are found behind that later.
func decode(data []byte) (source string, warnings []string) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if utf8.Valid(data) && !bytes.Contains(data, []byte{0}) {
		return string(data), nil
	}
	enc, name, _ := charset.DetermineEncoding(data, "")
	if name == "utf-8" {
		return strings.ToValidUTF8(string(data), "\ufffd"), []string{"the page has bytes that are not UTF-8"}
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd"), []string{fmt.Sprintf("the page is not all %s", name)}
	}
	return string(out), nil
}

// meta collects what the page says of itself: its title and the named meta elements.
func meta(root *html.Node) map[string]string {
	out := map[string]string{}
	for n := range root.Descendants() {
		switch {
		case n.DataAtom == atom.Title && n.FirstChild != nil && out["title"] == "":
			out["title"] = strings.Join(strings.Fields(n.FirstChild.Data), " ")
		case n.DataAtom == atom.Meta:
			name := attr(n, "name") + attr(n, "property")
			if content := strings.TrimSpace(attr(n, "content")); name != "" && content != "" {
				out[strings.ToLower(name)] = content
			}
		}
	}
	return out
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
