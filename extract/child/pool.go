package child

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/soichi/soichi/extract/read"
)

// grace is how much longer than the time limit a child may take to say so itself.
const grace = 5 * time.Second

// Pool reads files in child processes: a read.Reader and an ingest.Expander. It starts children as they are needed and
// keeps them. It is safe for concurrent use; Close ends the children.
type Pool struct {
	// Command makes the command of a child, a program that calls Serve over its standard input and output.
	Command func() *exec.Cmd

	mu   sync.Mutex
	idle []*process
}

// process is one running child.
type process struct {
	*wire
	cmd   *exec.Cmd
	stdin io.Closer
	said  *head
}

// Read has a file read by a child. A file over the size limit is refused here.
func (p *Pool) Read(ctx context.Context, src read.Source, lim read.Limits) (*read.Result, error) {
	lim = lim.OrDefault()
	if int64(len(src.Data)) > lim.MaxBytes {
		e := read.Fail(read.TooLarge, "%d bytes, limit %d", len(src.Data), lim.MaxBytes)
		e.Path = src.Name
		return nil, e
	}
	a, err := p.ask(ctx, request{Name: src.Name, Size: len(src.Data), Limits: lim}, src.Data, nil)
	if err != nil {
		return nil, err
	}
	return a.Result, a.Fault.err()
}

// Expand has an archive taken apart by a child.
func (p *Pool) Expand(ctx context.Context, name string, data []byte, yield func(string, []byte) error) (bool, error) {
	lim := read.Limits{}.OrDefault()
	if int64(len(data)) > lim.MaxBytes {
		return false, nil // whoever reads it says so
	}
	a, err := p.ask(ctx, request{Expand: true, Name: name, Size: len(data), Limits: lim}, data, yield)
	if err != nil {
		return true, err
	}
	return a.Archive, a.Fault.err()
}

// ask gives a child one request and waits for the answer that ends it. A child that fails in any way is put away.
func (p *Pool) ask(ctx context.Context, q request, data []byte, yield func(string, []byte) error) (*answer, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", q.Name, err)
	}
	c, err := p.take()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", q.Name, err)
	}
	a, yielded, err := c.talk(ctx, q, data, yield)
	if err == nil && (a.Fault == nil || a.Fault.Reason != read.Timeout) { // else its reader may still be running
		p.put(c)
		return a, nil
	}
	died := c.end()
	switch {
	case err == nil:
		return a, nil
	case yielded != nil:
		return nil, yielded
	case ctx.Err() != nil:
		return nil, fmt.Errorf("read %s: %w", q.Name, ctx.Err())
	}
	died.Path = q.Name
	return nil, died
}

// talk sends a request and receives its answers; yield's own error comes back beside. The child is killed when the
// context ends or the time is over, which ends the talk with an error.
func (c *process) talk(ctx context.Context, q request, data []byte, yield func(string, []byte) error) (a *answer, yielded, err error) {
	timer := time.AfterFunc(q.Limits.Timeout+grace, func() {
		c.said.late()
		_ = c.cmd.Process.Kill()
	})
	defer timer.Stop()
	defer context.AfterFunc(ctx, func() { _ = c.cmd.Process.Kill() })()
	if err := c.send(q, data); err != nil {
		return nil, nil, err
	}
	for {
		a := &answer{}
		if err := c.dec.Decode(a); err != nil {
			return nil, nil, fmt.Errorf("receive: %w", err)
		}
		if !a.More {
			return a, nil, nil
		}
		file, err := c.receive(a.Size)
		if err != nil {
			return nil, nil, err
		}
		timer.Stop() // what is done with the file is not the child's time
		if err := yield(a.Name, file); err != nil {
			return nil, err, err
		}
		timer.Reset(q.Limits.Timeout + grace)
	}
}

// take gives an idle child, or a new one.
func (p *Pool) take() (*process, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if n := len(p.idle); n > 0 {
		c := p.idle[n-1]
		p.idle = p.idle[:n-1]
		return c, nil
	}
	c := &process{cmd: p.Command(), said: &head{}}
	c.cmd.Stderr = c.said
	in, err := c.cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("start a reader: %w", err)
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("start a reader: %w", err)
	}
	if err := c.cmd.Start(); err != nil {
		return nil, fmt.Errorf("start a reader: %w", err)
	}
	c.stdin, c.wire = in, newWire(out, in)
	return c, nil
}

func (p *Pool) put(c *process) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.idle = append(p.idle, c)
}

// Close ends the children that are idle. A pool may be used again afterwards.
func (p *Pool) Close() {
	p.mu.Lock()
	idle := p.idle
	p.idle = nil
	p.mu.Unlock()
	for _, c := range idle {
		_ = c.end()
	}
}

// end ends a child, which may have ended by itself, and says why it did.
func (c *process) end() *read.Error {
	_ = c.stdin.Close() // a child at its end of the work goes by itself
	gone := time.AfterFunc(time.Second, func() { _ = c.cmd.Process.Kill() })
	err := c.cmd.Wait()
	gone.Stop()
	var exit *exec.ExitError
	switch {
	case c.said.wasLate():
		return read.Fail(read.Timeout, "the reader did not stop by itself")
	case errors.As(err, &exit) && exit.ExitCode() == exitMemory:
		return read.Fail(read.TooMuchMemory, "the reader was ended")
	case c.said.line() != "":
		return read.Fail(read.Damaged, "the reader ended: %s", c.said.line())
	default:
		return read.Fail(read.Damaged, "the reader ended: %v", err)
	}
}

// head keeps the beginning of what a child says on its error output: how a Go program that dies tells why.
type head struct {
	mu   sync.Mutex
	b    bytes.Buffer
	over bool // its time was over
}

// maxSaid is how much is kept of what a child says.
const maxSaid = 4 << 10

// Write keeps what fits and drops the rest.
func (h *head) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.b.Write(p[:min(len(p), maxSaid-h.b.Len())])
	return len(p), nil
}

func (h *head) late() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.over = true
}

func (h *head) wasLate() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.over
}

// line gives the line that says why the process died, else the first.
func (h *head) line() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	first, _, _ := strings.Cut(h.b.String(), "\n")
	for l := range strings.Lines(h.b.String()) {
		if strings.HasPrefix(l, "fatal error: ") || strings.HasPrefix(l, "panic: ") {
			return strings.TrimSpace(l)
		}
	}
	return first
}
