package child

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"

	"github.com/soichi/soichi/extract/read"
)

// DefaultMemory is the memory limit of a child: pdfium's sandbox may take 1 GiB of it, a large page's pictures the rest.
const DefaultMemory = 2 << 30

const (
	// exitMemory is the exit code of a child that went over its memory limit.
	exitMemory = 77
	// watchEvery is how often a child looks at its memory: in that time it can touch some tens of megabytes more.
	watchEvery = 10 * time.Millisecond
	// maxStack bounds the stack of a reader that calls itself without end.
	maxStack = 64 << 20
)

// Expander takes archives apart, as ingest.Expander does.
type Expander interface {
	Expand(ctx context.Context, name string, data []byte, yield func(name string, data []byte) error) (bool, error)
}

// Serve reads files that come in over in until it ends, and answers over out. The process ends itself when it uses more
// than memory bytes. It is the whole work of a child process: nothing else may use the two streams.
func Serve(ctx context.Context, in io.Reader, out io.Writer, r read.Reader, x Expander, memory int64) error {
	debug.SetMaxStack(maxStack)
	debug.SetMemoryLimit(memory - memory/4) // collect harder before the limit is met
	go watch(ctx, memory)
	w := newWire(in, out)
	for {
		var q request
		if err := w.dec.Decode(&q); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("receive: %w", err)
		}
		data, err := w.receive(q.Size)
		if err != nil {
			return err
		}
		if err := w.send(serve(ctx, w, q, data, r, x), nil); err != nil {
			return err
		}
	}
}

// serve does what one request asks for.
func serve(ctx context.Context, w *wire, q request, data []byte, r read.Reader, x Expander) answer {
	if !q.Expand {
		res, err := r.Read(ctx, read.Source{Name: q.Name, Data: data}, q.Limits)
		return answer{Result: res, Fault: faultOf(err)}
	}
	is, err := x.Expand(ctx, q.Name, data, func(name string, data []byte) error {
		return w.send(answer{More: true, Name: name, Size: len(data)}, data)
	})
	return answer{Archive: is, Fault: faultOf(err)}
}

// watch ends the process when it uses more memory than the limit.
func watch(ctx context.Context, limit int64) {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for ctx.Err() == nil {
		metrics.Read(sample)
		if used := sample[0].Value.Uint64() - sample[1].Value.Uint64(); used > uint64(max(limit, 0)) {
			os.Exit(exitMemory)
		}
		time.Sleep(watchEvery)
	}
}
