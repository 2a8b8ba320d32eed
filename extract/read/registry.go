package read

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sort"
	"strings"
)

// Registry knows the reader of each media type. Fill it before use; it is safe for concurrent reading afterwards.
type Registry struct {
	readers map[string]Reader
}

// Register makes r the reader of the given media types, in place of any before it.
func (g *Registry) Register(r Reader, mediaTypes ...string) {
	if g.readers == nil {
		g.readers = map[string]Reader{}
	}
	for _, t := range mediaTypes {
		g.readers[t] = r
	}
}

// MediaTypes lists what can be read, sorted.
func (g *Registry) MediaTypes() []string {
	out := make([]string, 0, len(g.readers))
	for t := range g.readers {
		out = append(out, t)
	}
	sort.Strings(out)
	return out
}

// Read sniffs the source and has it read by the reader of its type, under the limits. Whatever goes wrong comes back as
// an *Error that names the file; a panic of a reader is a damaged file, never the end of the run.
func (g *Registry) Read(ctx context.Context, src Source, lim Limits) (*Result, error) {
	lim = lim.OrDefault()
	res, err := g.read(ctx, src, lim)
	if err == nil {
		return res, nil
	}
	var e *Error
	if !errors.As(err, &e) {
		if ctx.Err() != nil { // the caller gave up: no fault of the file
			return nil, fmt.Errorf("read %s: %w", src.Name, err)
		}
		e = &Error{Reason: Damaged, Err: err}
	}
	named := *e
	if named.Path == "" {
		named.Path = src.Name
	}
	return nil, &named
}

func (g *Registry) read(ctx context.Context, src Source, lim Limits) (*Result, error) {
	if len(src.Data) == 0 {
		return nil, Fail(Empty, "0 bytes")
	}
	if int64(len(src.Data)) > lim.MaxBytes {
		return nil, Fail(TooLarge, "%d bytes, limit %d", len(src.Data), lim.MaxBytes)
	}
	mediaType := Sniff(src)
	r, ok := g.readers[mediaType]
	if promised := Promised(src.Name); breaks(promised, mediaType, ok) {
		e := Fail(NotWhatItSays, "the name promises %s, the content is %s", promised, mediaType)
		e.Hint = "Check how the file was saved or downloaded; give it its true name to have it read as what it is."
		return nil, e
	}
	if !ok {
		return nil, unsupported(mediaType)
	}
	res, err := guarded(ctx, r, src, lim)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(res.Text.Content) == "" {
		return nil, Fail(NoText, "%s", mediaType)
	}
	res.MediaType = mediaType
	return res, nil
}

// breaks tells whether a file is refused for its name: content that is not read at all, and text under the name of a
// binary format, which is an error page saved as a PDF or worse. A PDF called .docx is only misnamed and is read. Word
// itself saves pages and texts as .doc, and mail programs cut mails down to text.
func breaks(promised, mediaType string, readable bool) bool {
	if promised == "" || promised == mediaType || mediaType == EncryptedOffice {
		return false
	}
	if !readable {
		return true
	}
	return strings.HasPrefix(mediaType, "text/") && promised != DOC && promised != RTF && promised != Mail
}

func unsupported(mediaType string) *Error {
	if mediaType == EncryptedOffice {
		e := Fail(Encrypted, "an Office file with a password to open it")
		e.Hint = "Open it with its password and save it without one."
		return e
	}
	e := Fail(UnsupportedFormat, "%s", mediaType)
	switch {
	case IsArchive(mediaType):
		e.Hint = "Archives are unpacked when they are ingested; unpack it to read a single file of it."
	case mediaType == XLS || mediaType == ODS:
		e.Hint = "Save it as XLSX or CSV."
	case mediaType == PPT || mediaType == PPTX:
		e.Hint = "Save it as PDF."
	}
	return e
}

// guarded runs one reader with a deadline and turns its panic into an error. A reader that ignores its context is left
// behind to finish alone: Go cannot stop it, but the run goes on.
func guarded(ctx context.Context, r Reader, src Source, lim Limits) (*Result, error) {
	limited, cancel := context.WithTimeout(ctx, lim.Timeout)
	defer cancel()
	type answer struct {
		res *Result
		err error
	}
	done := make(chan answer, 1)
	go func() {
		var a answer
		defer func() {
			if p := recover(); p != nil {
				a = answer{err: Fail(Damaged, "the reader stopped: %v at %s", p, panicSite(debug.Stack()))}
			}
			done <- a
		}()
		a.res, a.err = r.Read(limited, src, lim)
		if a.err == nil && (a.res == nil || a.res.Text == nil) {
			a.err = Fail(NoText, "the reader gave nothing")
		}
	}()
	select {
	case a := <-done:
		if a.err != nil && ctx.Err() == nil && errors.Is(a.err, context.DeadlineExceeded) {
			return nil, Fail(Timeout, "limit %s", lim.Timeout)
		}
		return a.res, a.err
	case <-limited.Done():
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, Fail(Timeout, "limit %s", lim.Timeout)
	}
}

// panicSite gives the file and line that panicked: the first line of the stack after the call of panic itself.
func panicSite(stack []byte) string {
	lines := strings.Split(string(stack), "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "panic(") && i+3 < len(lines) {
			site, _, _ := strings.Cut(strings.TrimSpace(lines[i+3]), " ")
			return site[strings.LastIndexByte(site, '/')+1:]
		}
	}
	return "an unknown place"
}
