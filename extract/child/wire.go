package child

import (
	"bufio"
	"encoding/gob"
	"errors"
	"fmt"
	"io"

	"github.com/soichi/soichi/extract/read"
)

// request is one file that a child is given; its bytes follow.
type request struct {
	Expand bool // take it apart as an archive, else read it
	Name   string
	Size   int
	Limits read.Limits
}

// answer is one message of a child. Files of an archive come one by one before the answer that ends the request.
type answer struct {
	More    bool   // a file of an archive: Size bytes follow, and another answer
	Name    string // of that file
	Size    int
	Archive bool // the request's bytes were an archive
	Result  *read.Result
	Fault   *fault
}

// fault is an error on its way from one process to the other.
type fault struct {
	Path   string
	Reason read.Reason // "" for an error that is no fault of the file
	Detail string
	Hint   string
}

// faultOf makes an error ready to be sent.
func faultOf(err error) *fault {
	var e *read.Error
	switch {
	case err == nil:
		return nil
	case !errors.As(err, &e):
		return &fault{Detail: err.Error()}
	}
	f := &fault{Path: e.Path, Reason: e.Reason, Detail: e.Detail, Hint: e.Hint}
	if e.Err != nil && f.Detail != "" {
		f.Detail += ": "
	}
	if e.Err != nil {
		f.Detail += e.Err.Error()
	}
	return f
}

// err gives the error back; nil for no fault.
func (f *fault) err() error {
	switch {
	case f == nil:
		return nil
	case f.Reason == "":
		return errors.New(f.Detail)
	default:
		return &read.Error{Path: f.Path, Reason: f.Reason, Detail: f.Detail, Hint: f.Hint}
	}
}

// wire is one end of the talk: messages by gob, and after a message the bytes that it announces, which gob would copy
// several times.
type wire struct {
	in  *bufio.Reader
	dec *gob.Decoder
	enc *gob.Encoder
	out io.Writer
}

func newWire(in io.Reader, out io.Writer) *wire {
	r := bufio.NewReader(in) // shared: a decoder that is given a buffered reader takes no byte too many from it
	return &wire{in: r, dec: gob.NewDecoder(r), enc: gob.NewEncoder(out), out: out}
}

// send writes a message with the bytes that it announces.
func (w *wire) send(message any, data []byte) error {
	if err := w.enc.Encode(message); err != nil {
		return fmt.Errorf("send: %w", err)
	}
	if _, err := w.out.Write(data); err != nil {
		return fmt.Errorf("send %d bytes: %w", len(data), err)
	}
	return nil
}

// maxAnnounced bounds what a message may announce: more than any limit allows of a file, or of one in an archive.
const maxAnnounced = 1 << 30

// receive reads the bytes that a message announced.
func (w *wire) receive(size int) ([]byte, error) {
	if size < 0 || size > maxAnnounced {
		return nil, fmt.Errorf("receive: a message announces %d bytes", size)
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(w.in, data); err != nil {
		return nil, fmt.Errorf("receive %d bytes: %w", size, err)
	}
	return data, nil
}
