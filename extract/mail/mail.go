// Package mail reads mails (RFC 5322 with MIME) and pages saved as MHTML: the text of the message is the document, the
// header goes into its properties, attachments are given to whoever takes the mail apart.
package mail

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/soichi/soichi/extract/plain"
	"github.com/soichi/soichi/extract/read"
	"github.com/soichi/soichi/extract/webpage"
)

// Reader reads message/rfc822. Its zero value is ready.
type Reader struct{}

// Read gives the message's text: the plain one where there is one, as it is what the writer's program made of the other.
func (Reader) Read(ctx context.Context, src read.Source, lim read.Limits) (*read.Result, error) {
	m, err := Parse(src.Data, lim)
	if err != nil {
		return nil, err
	}
	var res *read.Result
	switch {
	case strings.TrimSpace(m.Plain) != "":
		res, err = plain.Reader{}.Read(ctx, read.Source{Name: src.Name, Data: []byte(m.Plain)}, lim)
	case strings.TrimSpace(m.HTML) != "":
		res, err = webpage.Reader{}.Read(ctx, read.Source{Name: src.Name, Data: []byte(m.HTML)}, lim)
	default:
		return nil, read.Fail(read.NoText, "the message says nothing and has %d attachments", len(m.Attachments))
	}
	if err != nil {
		return nil, err
	}
	if res.Text.Meta == nil {
		res.Text.Meta = map[string]string{}
	}
	for name, value := range m.Header {
		res.Text.Meta[name] = value
	}
	if n := len(m.Attachments); n > 0 {
		res.Warnings = append(res.Warnings, "the attachments of the mail are documents of their own and are not in this text")
	}
	return res, nil
}

// Message is a mail taken apart.
type Message struct {
	Header      map[string]string // subject, from, to, date
	Plain, HTML string            // the first text of either kind
	Attachments []Attachment
}

// Attachment is a file that was sent along.
type Attachment struct {
	Name string
	Data []byte
}

// Parse takes a mail apart. All parts together may not exceed MaxExpanded, nor lie deeper than MaxDepth.
func Parse(data []byte, lim read.Limits) (*Message, error) {
	lim = lim.OrDefault()
	msg, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, read.Fail(read.Damaged, "the header of the mail: %w", err)
	}
	words := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	m := &Message{Header: map[string]string{}}
	for _, name := range []string{"Subject", "From", "To", "Date"} {
		value := msg.Header.Get(name)
		if decoded, err := words.DecodeHeader(value); err == nil {
			value = decoded
		}
		if value != "" {
			m.Header[strings.ToLower(name)] = strings.ToValidUTF8(value, "\ufffd")
		}
	}
	p := &parser{msg: m, lim: lim, left: lim.MaxExpanded, words: words}
	head := part{
		contentType: msg.Header.Get("Content-Type"), encoding: msg.Header.Get("Content-Transfer-Encoding"),
		disposition: msg.Header.Get("Content-Disposition"),
	}
	return m, p.part(head, msg.Body, 1)
}

// part is what the header of a part says.
type part struct {
	contentType, encoding, disposition string
}

type parser struct {
	msg   *Message
	lim   read.Limits
	left  int64
	parts int
	words mime.WordDecoder
}

// part reads one part and those inside it.
func (p *parser) part(head part, body io.Reader, depth int) error {
	if depth > min(p.lim.MaxDepth, 50) {
		return read.Fail(read.TooDeep, "more than %d parts inside each other", depth-1)
	}
	if p.parts++; p.parts > p.lim.MaxPages {
		return read.Fail(read.ExpandsTooMuch, "more than %d parts", p.lim.MaxPages)
	}
	mediaType, params, err := mime.ParseMediaType(head.contentType)
	if err != nil {
		mediaType, params = "text/plain", nil // RFC 2045 5.2: what is not understood is plain text
	}
	if strings.HasPrefix(mediaType, "multipart/") && params["boundary"] != "" {
		return p.multi(multipart.NewReader(body, params["boundary"]), depth)
	}
	data, err := p.decode(head.encoding, body)
	if err != nil {
		return err
	}
	name := p.name(head.disposition, params["name"])
	attached := strings.HasPrefix(strings.ToLower(strings.TrimSpace(head.disposition)), "attachment") || name != ""
	switch {
	case !attached && mediaType == "text/plain":
		if p.msg.Plain == "" {
			p.msg.Plain = text(data, params["charset"])
		}
	case !attached && mediaType == "text/html":
		if p.msg.HTML == "" {
			p.msg.HTML = text(data, params["charset"])
		}
	case attached && len(data) > 0:
		p.msg.Attachments = append(p.msg.Attachments, Attachment{Name: name, Data: data})
	case mediaType == "message/rfc822":
		p.msg.Attachments = append(p.msg.Attachments, Attachment{Name: "message.eml", Data: data})
	}
	return nil
}

func (p *parser) multi(r *multipart.Reader, depth int) error {
	for {
		inner, err := r.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			if p.msg.Plain+p.msg.HTML != "" { // the text is whole; what follows it was cut off
				return nil
			}
			return read.Fail(read.Truncated, "a part of the mail: %w", err)
		}
		head := part{
			contentType: inner.Header.Get("Content-Type"), encoding: inner.Header.Get("Content-Transfer-Encoding"),
			disposition: inner.Header.Get("Content-Disposition"),
		}
		if err := p.part(head, inner, depth+1); err != nil {
			return err
		}
	}
}

// decode undoes the transfer encoding. Damage at the end of a part costs that end.
func (p *parser) decode(encoding string, body io.Reader) ([]byte, error) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	}
	data, err := io.ReadAll(io.LimitReader(body, p.left+1))
	if int64(len(data)) > p.left {
		return nil, read.Fail(read.ExpandsTooMuch, "more than %d bytes", p.lim.MaxExpanded)
	}
	p.left -= int64(len(data))
	if err != nil && len(data) == 0 {
		return nil, read.Fail(read.Damaged, "a part of the mail: %w", err)
	}
	return data, nil
}

// name gives the file name of a part; mail programs write it in three ways.
func (p *parser) name(disposition, typeName string) string {
	_, params, err := mime.ParseMediaType(disposition)
	name := typeName
	if err == nil && params["filename"] != "" {
		name = params["filename"]
	}
	if decoded, err := p.words.DecodeHeader(name); err == nil {
		name = decoded
	}
	return strings.ToValidUTF8(name, "_")
}

// text decodes a text by the character set that its part names, unless it is UTF-8 all the same.
func text(data []byte, label string) string {
	if utf8.Valid(data) || label == "" {
		return string(data)
	}
	r, err := charset.NewReaderLabel(label, bytes.NewReader(data))
	if err != nil {
		return string(data)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		return string(data)
	}
	return string(out)
}
