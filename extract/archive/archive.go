// Package archive takes archives (ZIP, RAR, 7z, TAR, gzip) and mails with attachments apart into their files, archives
// inside archives too, within limits that hold for the whole of it.
package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/bodgit/sevenzip"
	"github.com/nwaples/rardecode/v2"
	"golang.org/x/text/encoding/charmap"

	"github.com/soichi/soichi/extract/mail"
	"github.com/soichi/soichi/extract/read"
)

const (
	// maxNesting is how many archives may lie inside each other; offices nest two at most.
	maxNesting = 5
	// maxDictionary bounds the memory that a RAR file may ask for to unpack.
	maxDictionary = 64 << 20
)

// Expander takes archives apart. The zero value works under the default limits.
type Expander struct {
	Limits read.Limits
}

// Expand gives every file of an archive to yield under a name that starts with the archive's, and reports false for
// bytes that are no archive. A mail with attachments is given itself as well, if it says something. The error of yield
// ends the walk and is returned; a bad archive gives a *read.Error, after the files that were still good.
func (x Expander) Expand(ctx context.Context, name string, data []byte, yield func(string, []byte) error) (is bool, err error) {
	lim := x.Limits.OrDefault()
	if int64(len(data)) > lim.MaxBytes {
		return false, nil // whoever reads it says so
	}
	w := &walk{ctx: ctx, lim: lim, left: lim.MaxExpanded, yield: yield}
	defer func() {
		if p := recover(); p != nil {
			is, err = true, read.Fail(read.Damaged, "the unpacker stopped: %v", p)
		}
		var e *read.Error
		if errors.As(err, &e) && e.Path == "" {
			e.Path = name
		}
	}()
	return w.open(name, data, 1)
}

// walk is one call of Expand.
type walk struct {
	ctx   context.Context
	lim   read.Limits
	left  int64 // bytes that may still be unpacked
	files int
	yield func(string, []byte) error
}

func (w *walk) open(name string, data []byte, depth int) (bool, error) {
	kind := read.Sniff(read.Source{Name: name, Data: data})
	if kind == read.Mail {
		return w.mail(name, data, depth)
	}
	promised := read.Promised(name)
	if !read.IsArchive(kind) || promised != "" && !read.IsArchive(promised) { // a damaged DOCX is no archive of XML files
		return false, nil
	}
	if depth > maxNesting {
		return true, read.Fail(read.TooDeep, "more than %d archives inside each other", maxNesting)
	}
	switch kind {
	case read.ZIP:
		return true, w.zip(name, data, depth)
	case read.RAR:
		return true, w.rar(name, data, depth)
	case read.SevenZip:
		return true, w.sevenZip(name, data, depth)
	case read.GZIP:
		return true, w.gzip(name, data, depth)
	default:
		return true, w.tar(name, bytes.NewReader(data), depth)
	}
}

// file unpacks one file and passes it on, or takes it apart in turn.
func (w *walk) file(archive, inner string, r io.Reader, depth int) error {
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if w.files++; w.files > w.lim.MaxPages {
		return read.Fail(read.ExpandsTooMuch, "more than %d files", w.lim.MaxPages)
	}
	data, err := io.ReadAll(io.LimitReader(r, w.left+1))
	if int64(len(data)) > w.left {
		return read.Fail(read.ExpandsTooMuch, "more than %d bytes", w.lim.MaxExpanded)
	}
	w.left -= int64(len(data))
	if err != nil {
		return failure(inner, err)
	}
	name := archive + path.Clean("/"+strings.ReplaceAll(inner, `\`, "/"))
	if nested, err := w.open(name, data, depth+1); nested || err != nil {
		return err
	}
	return w.yield(name, data)
}

// failure tells why unpacking stopped.
func failure(what string, err error) error {
	var e *read.Error
	switch {
	case errors.As(err, &e):
		return err
	case errors.Is(err, rardecode.ErrArchiveEncrypted), errors.Is(err, rardecode.ErrArchivedFileEncrypted), isPassword(err):
		return read.Fail(read.Encrypted, "%s: %w", what, err)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return read.Fail(read.Truncated, "%s: %w", what, err)
	default:
		return read.Fail(read.Damaged, "%s: %w", what, err)
	}
}

// isPassword tells the error of sevenzip for an encrypted file, which it wraps in one of its own.
func isPassword(err error) bool {
	var e *sevenzip.ReadError
	return errors.As(err, &e) && e.Encrypted
}

func (w *walk) zip(name string, data []byte, depth int) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		if errors.Is(err, zip.ErrFormat) { // the directory stands at the end
			return read.Fail(read.Truncated, "%w", err)
		}
		return read.Fail(read.Damaged, "%w", err)
	}
	for _, f := range z.File {
		if f.FileInfo().IsDir() {
			continue
		}
		if f.Flags&1 != 0 {
			return read.Fail(read.Encrypted, "%s", f.Name)
		}
		r, err := f.Open()
		if err != nil {
			return failure(f.Name, err)
		}
		err = w.file(name, zipName(f), r, depth)
		if cerr := r.Close(); err == nil && cerr != nil {
			err = failure(f.Name, cerr)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// zipName gives a file's name; without the flag for UTF-8 it is in the code page of DOS.
func zipName(f *zip.File) string {
	if !f.NonUTF8 || utf8.ValidString(f.Name) {
		return f.Name
	}
	name, err := charmap.CodePage437.NewDecoder().String(f.Name)
	if err != nil {
		return strings.ToValidUTF8(f.Name, "_")
	}
	return name
}

func (w *walk) rar(name string, data []byte, depth int) error {
	r, err := rardecode.NewReader(bytes.NewReader(data), rardecode.MaxDictionarySize(maxDictionary))
	if err != nil {
		return failure("open", err)
	}
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return failure("next file", err)
		}
		if h.IsDir {
			continue
		}
		if err := w.file(name, h.Name, r, depth); err != nil {
			return err
		}
	}
}

func (w *walk) sevenZip(name string, data []byte, depth int) error {
	z, err := sevenzip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return failure("open", err)
	}
	for _, f := range z.File {
		if f.FileInfo().IsDir() {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return failure(f.Name, err)
		}
		err = w.file(name, f.Name, r, depth)
		if cerr := r.Close(); err == nil && cerr != nil {
			err = failure(f.Name, cerr)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// gzip unpacks one file, which may be a TAR.
func (w *walk) gzip(name string, data []byte, depth int) error {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return failure("open", err)
	}
	inner := z.Name
	if inner == "" {
		inner = strings.TrimSuffix(strings.TrimSuffix(path.Base(name), ".gz"), ".tgz")
	}
	return w.file(name, inner, z, depth)
}

func (w *walk) tar(name string, r io.Reader, depth int) error {
	t := tar.NewReader(r)
	for {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return failure("next file", err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		if err := w.file(name, h.Name, t, depth); err != nil {
			return err
		}
	}
}

// mail takes a mail with attachments apart; one without is a document like others.
func (w *walk) mail(name string, data []byte, depth int) (bool, error) {
	m, err := mail.Parse(data, w.lim)
	if err != nil || len(m.Attachments) == 0 {
		return false, nil //nolint:nilerr // whoever reads the mail says what is wrong with it
	}
	if depth > maxNesting {
		return true, read.Fail(read.TooDeep, "more than %d archives inside each other", maxNesting)
	}
	if strings.TrimSpace(m.Plain)+strings.TrimSpace(m.HTML) != "" {
		if err := w.yield(name, data); err != nil {
			return true, err
		}
	}
	for i, a := range m.Attachments {
		inner := a.Name
		if inner == "" {
			inner = fmt.Sprintf("attachment-%d", i+1)
		}
		if err := w.file(name, inner, bytes.NewReader(a.Data), depth); err != nil {
			return true, err
		}
	}
	return true, nil
}
