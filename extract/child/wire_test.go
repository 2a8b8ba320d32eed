package child

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
)

// TestWire sends messages of both directions with bytes behind them and wants them back in order.
func TestWire(t *testing.T) {
	var stream bytes.Buffer
	out := newWire(nil, &stream)
	requests := []request{
		{Name: "kế hoạch.pdf", Size: 3, Limits: read.Limits{MaxPages: 7}},
		{Expand: true, Name: "a.zip", Size: 0},
		{Name: "b.doc", Size: 100_000},
	}
	for _, q := range requests {
		if err := out.send(q, bytes.Repeat([]byte("x"), q.Size)); err != nil {
			t.Fatal(err)
		}
	}
	in := newWire(&stream, nil)
	for _, want := range requests {
		var q request
		if err := in.dec.Decode(&q); err != nil || q != want {
			t.Fatalf("%+v, %v; want %+v", q, err, want)
		}
		data, err := in.receive(q.Size)
		if err != nil || len(data) != want.Size || len(bytes.Trim(data, "x")) > 0 {
			t.Errorf("%s: %d bytes, %v", q.Name, len(data), err)
		}
	}
	if err := in.dec.Decode(&request{}); !errors.Is(err, io.EOF) {
		t.Errorf("behind the last: %v", err)
	}
}

// TestWireBroken covers streams that end too early and messages that announce what cannot be.
func TestWireBroken(t *testing.T) {
	w := newWire(strings.NewReader("abc"), io.Discard)
	for _, size := range []int{-1, maxAnnounced + 1} {
		if _, err := w.receive(size); err == nil || !strings.Contains(err.Error(), "announces") {
			t.Errorf("%d bytes: %v", size, err)
		}
	}
	if _, err := w.receive(4); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("more than there is: %v", err)
	}
	if err := Serve(t.Context(), strings.NewReader("no message at all"), io.Discard, hostile{}, lines{}, 1<<40); err == nil || !strings.Contains(err.Error(), "receive") {
		t.Errorf("a child that is told nonsense: %v", err)
	}
	if err := Serve(t.Context(), strings.NewReader(""), io.Discard, hostile{}, lines{}, 1<<40); err != nil {
		t.Errorf("a child that is told nothing: %v", err)
	}
}

// TestResultsPass holds that all that a reader tells comes through, ranges and pages too.
func TestResultsPass(t *testing.T) {
	res := &read.Result{OCR: true, MediaType: read.PDF, Warnings: []string{"a", "b"}, Text: &document.Text{
		Content: "Chỉ thị\nTT | b\n", Wrapped: true, Pages: []document.Page{{Range: document.Range{End: 9}, Verdict: "ocr", Confidence: 0.5}},
		Tables: []document.Table{{Rows: []document.Row{{Cells: []document.Range{{Start: 9, End: 11}}, Header: true}}}},
		Notes:  []document.Note{{Mark: "1", Anchor: document.Range{Start: 1, End: 2}}}, Doubts: []document.Doubt{{Confidence: 0.3}},
		Emphasis: []document.Range{{Start: 0, End: 3}}, Meta: map[string]string{"title": "x"},
	}}
	var stream bytes.Buffer
	if err := newWire(nil, &stream).send(answer{Result: res}, nil); err != nil {
		t.Fatal(err)
	}
	var got answer
	if err := newWire(&stream, nil).dec.Decode(&got); err != nil || got.Fault != nil || fmt.Sprintf("%+v", *got.Result.Text) != fmt.Sprintf("%+v", *res.Text) {
		t.Errorf("got %+v, %v", got.Result, err)
	}
	if !got.Result.OCR || got.Result.MediaType != read.PDF || len(got.Result.Warnings) != 2 {
		t.Errorf("got %+v", got.Result)
	}
}

// TestFaults holds that an error means the same on the other side, whatever it wrapped.
func TestFaults(t *testing.T) {
	broken := errors.New("broken part")
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"none", nil, ""},
		{"no fault of the file", broken, "broken part"},
		{"with a detail", read.Fail(read.Damaged, "part %d", 3), "the file is damaged: part 3"},
		{"with a cause", read.Fail(read.Truncated, "part: %w", broken), "the file ends before it should: part: broken part"},
		{"with a file", &read.Error{Path: "a.doc", Reason: read.TooDeep, Detail: "x", Err: broken}, "a.doc: the file is nested deeper than the limit: x: broken part"},
		{"wrapped", fmt.Errorf("read a: %w", read.Fail(read.NoText, "b")), "there is no text in the file: b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := faultOf(c.err).err()
			if c.err == nil {
				if got != nil {
					t.Errorf("got %v", got)
				}
				return
			}
			if got == nil || got.Error() != c.want || read.ReasonOf(got) != read.ReasonOf(c.err) {
				t.Errorf("got %v, want %q", got, c.want)
			}
		})
	}
}

// TestLastWords covers what is kept of what a child said before it died.
func TestLastWords(t *testing.T) {
	for _, c := range []struct{ name, said, want string }{
		{"nothing", "", ""},
		{"one line", "exit", "exit"},
		{"a panic behind warnings", "warning: x\npanic: index out of range\n\ngoroutine 1", "panic: index out of range"},
		{"an error of the program", "a\nfatal error: stack overflow\nb", "fatal error: stack overflow"},
		{"a long story", strings.Repeat("x", 3*maxSaid), strings.Repeat("x", maxSaid)},
	} {
		h := &head{}
		for _, half := range []string{c.said[:len(c.said)/2], c.said[len(c.said)/2:]} {
			if n, err := h.Write([]byte(half)); n != len(half) || err != nil {
				t.Fatalf("%s: %d, %v", c.name, n, err)
			}
		}
		if got := h.line(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
