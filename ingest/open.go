package ingest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/soichi/soichi/document"
)

// open takes one file as far as it goes without the writer: skip it by its stat, read it, take it apart if it is an
// archive, skip it by its hash, extract. Every file gives one result, an archive one for each file inside. The error is
// that of the store or of emit.
func (in *Ingester) open(ctx context.Context, f found, emit func(result) error) error {
	if f.err != nil {
		return emit(result{found: f})
	}
	id, ok, err := in.store.Known(ctx, f.path, f.info.Size(), f.info.ModTime(), in.opt.Version)
	if err != nil {
		return err
	}
	if ok {
		return emit(result{found: f, id: id})
	}
	data, err := readFile(&f, in.opt.MaxBytes)
	if err != nil {
		f.err = err
		return emit(result{found: f})
	}
	if in.opt.Expander != nil {
		if archive, err := in.expand(ctx, f, data, emit); archive || err != nil {
			return err
		}
	}
	return in.extract(ctx, f, data, emit)
}

// expand takes an archive apart, in the way of the function of that name.
func (in *Ingester) expand(ctx context.Context, f found, data []byte, emit func(result) error) (archive bool, err error) {
	archive, bad, err := expand(ctx, in.opt.Expander, f.path, data, func(path string, data []byte) error {
		return in.extract(ctx, found{path: path, info: f.info}, data, emit)
	})
	if err == nil && bad != nil {
		f.err = bad
		err = emit(result{found: f, sha: hash(data)})
	}
	return archive, err
}

// expand gives the files of an archive to take. What take says is kept apart from what the expander says of the archive:
// the first ends the run, as the end of the context does, the second is the archive's failure.
func expand(ctx context.Context, x Expander, path string, data []byte, take func(path string, data []byte) error) (archive bool, bad, fatal error) {
	count := 0
	archive, bad = x.Expand(ctx, path, data, func(path string, data []byte) error {
		if ignored(filepath.Base(path)) {
			return nil
		}
		count++
		fatal = take(path, data)
		return fatal
	})
	switch {
	case fatal != nil:
		return true, nil, fatal
	case bad != nil && ctx.Err() != nil: // the run has ended, which says nothing of the file
		return true, nil, ctx.Err()
	case bad != nil:
		return true, bad, nil
	case archive && count == 0:
		return true, failf(ReasonEmpty, "there is no file in the archive"), nil
	}
	return archive, nil, nil
}

// extract skips bytes that are held, and lets the extractor read the others.
func (in *Ingester) extract(ctx context.Context, f found, data []byte, emit func(result) error) error {
	r := result{found: f, sha: hash(data), data: data}
	id, ok, err := in.store.Attach(ctx, f.path, int64(len(data)), f.info.ModTime(), r.sha, in.opt.Version)
	if err != nil {
		return err
	}
	if ok {
		r.id, r.data = id, nil
		return emit(r)
	}
	r.doc, r.err = in.guarded(ctx, f.path, data)
	if r.err != nil && ctx.Err() != nil { // the run has ended, which says nothing of the file
		return ctx.Err()
	}
	return emit(r)
}

// guarded calls the extractor and turns its panic into a failure of this file: a hostile file ends there.
func (in *Ingester) guarded(ctx context.Context, path string, data []byte) (doc *document.Document, err error) {
	defer func() {
		if p := recover(); p != nil {
			doc, err = nil, failf(ReasonCrashed, "the extractor stopped: %v in %s", p, panicSite())
		}
	}()
	doc, err = in.ex.Extract(ctx, path, data)
	if err == nil && doc == nil {
		err = errors.New("the extractor gave no document")
	}
	if err != nil {
		return nil, err
	}
	doc.Source.Path = path
	return doc, nil
}

// siteDepth is how many calls panicSite names: the innermost ones are often helpers that say little.
const siteDepth = 5

// panicSite names the functions and lines that panicked, innermost first, for the report that a user sends. It is called
// by the deferred function that recovers, where the panicking frames are still on the stack.
func panicSite() string {
	pcs := make([]uintptr, 32)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)])
	var sites []string
	panicking := false
	for more := true; more && len(sites) < siteDepth; {
		var f runtime.Frame
		f, more = frames.Next()
		if panicking && !strings.HasPrefix(f.Function, "runtime.") {
			sites = append(sites, fmt.Sprintf("%s:%d", f.Function[strings.LastIndex(f.Function, "/")+1:], f.Line))
		}
		panicking = panicking || f.Function == "runtime.gopanic"
	}
	return strings.Join(sites, " < ")
}

// readFile reads a file whole, no more of it than limit bytes, and makes sure that nobody wrote to it meanwhile. It renews
// f.info, which the walk may have taken long ago.
func readFile(f *found, limit int64) ([]byte, error) {
	file, err := os.Open(f.path)
	if err != nil {
		return nil, systemError(err)
	}
	defer file.Close() //nolint:errcheck // nothing was written
	before, err := file.Stat()
	if err != nil {
		return nil, systemError(err)
	}
	f.info = before
	if before.Size() > limit {
		return nil, failf(ReasonTooLarge, "%d bytes, limit %d", before.Size(), limit)
	}
	buf := bytes.NewBuffer(make([]byte, 0, before.Size()+bytes.MinRead)) // one allocation: ReadFrom wants room to see the end
	if _, err := buf.ReadFrom(io.LimitReader(file, limit+1)); err != nil {
		return nil, systemError(fmt.Errorf("read: %w", err))
	}
	after, err := file.Stat()
	if err != nil {
		return nil, systemError(err)
	}
	if int64(buf.Len()) != before.Size() || after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) {
		return nil, failf(ReasonChanging, "the file changed while it was read; it is tried again next time")
	}
	return buf.Bytes(), nil
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
