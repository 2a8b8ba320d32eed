package child

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/read"
)

// asChild makes this test program a child, as the program's own hidden command does.
const asChild = "SOICHI_TEST_CHILD"

const testMemory = 256 << 20

func TestMain(m *testing.M) {
	if os.Getenv(asChild) == "" {
		os.Exit(m.Run())
	}
	if err := Serve(context.Background(), os.Stdin, os.Stdout, hostile{}, lines{}, testMemory); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// hostile is a reader that does to its process what its file says.
type hostile struct{}

func (hostile) Read(_ context.Context, src read.Source, lim read.Limits) (*read.Result, error) {
	switch what, rest, _ := strings.Cut(string(src.Data), " "); what {
	case "recurse":
		return nil, fmt.Errorf("%d", recurse(1))
	case "allocate":
		var held [][]byte
		for {
			held = append(held, bytes.Repeat([]byte("x"), 1<<20))
			if len(held) > 1<<14 {
				return nil, errors.New("nobody stopped it")
			}
		}
	case "loop":
		for start := time.Now(); time.Since(start) < time.Minute; {
		}
		return nil, errors.New("nobody stopped it")
	case "panic":
		go panic("no reader's own recover sees this")
		time.Sleep(time.Minute)
	case "exit":
		os.Exit(9)
	case "refuse":
		e := read.Fail(read.Encrypted, "locked by %s", rest)
		e.Hint = "Open it."
		return nil, e
	case "fail":
		return nil, errors.New(rest)
	case "late":
		return nil, read.Fail(read.Timeout, "limit %s", lim.Timeout)
	}
	return &read.Result{
		Text:     &document.Text{Content: string(src.Data), Pages: []document.Page{{Verdict: "text"}}, Meta: map[string]string{"name": src.Name}},
		Warnings: []string{"read by a child"},
	}, nil
}

//go:noinline
func recurse(n int) int {
	if n < 0 {
		return 0
	}
	return recurse(n+1) + n
}

// lines takes a file apart into its lines, if it begins so.
type lines struct{}

func (lines) Expand(_ context.Context, name string, data []byte, yield func(string, []byte) error) (bool, error) {
	text, ok := strings.CutPrefix(string(data), "lines\n")
	if !ok {
		return false, nil
	}
	for i, l := range strings.Split(text, "\n") {
		if l == "damaged" {
			return true, read.Fail(read.Damaged, "line %d", i+1)
		}
		if err := yield(fmt.Sprintf("%s/%d", name, i+1), []byte(l)); err != nil {
			return true, err
		}
	}
	return true, nil
}

func newPool(t *testing.T) *Pool {
	t.Helper()
	p := &Pool{Command: func() *exec.Cmd {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), asChild+"=1")
		return cmd
	}}
	t.Cleanup(p.Close)
	return p
}

// Whatever a file does to the process that reads it, it ends in an error with a reason, and the next file is read.
func TestHostileFiles(t *testing.T) {
	p := newPool(t)
	cases := []struct {
		data   string
		reason read.Reason
		says   string
	}{
		{"recurse", read.Damaged, "stack overflow"},
		{"allocate", read.TooMuchMemory, ""},
		{"loop", read.Timeout, ""},
		{"panic", read.Damaged, "no reader's own recover"},
		{"exit", read.Damaged, "exit status 9"},
		{"refuse me", read.Encrypted, "locked by me"},
		{"late", read.Timeout, "limit 2s"},
	}
	for _, c := range cases {
		t.Run(c.data, func(t *testing.T) {
			start, lim := time.Now(), read.Limits{Timeout: time.Minute}
			if c.reason == read.Timeout {
				lim.Timeout = 2 * time.Second
			}
			_, err := p.Read(t.Context(), read.Source{Name: "a.pdf", Data: []byte(c.data)}, lim)
			var e *read.Error
			if !errors.As(err, &e) || e.Reason != c.reason || !strings.Contains(e.Error(), c.says) {
				t.Errorf("got %v, want the reason %s with %q", err, c.reason, c.says)
			}
			if d := time.Since(start); d > lim.Timeout+30*time.Second {
				t.Errorf("took %v", d)
			}
			res, err := p.Read(t.Context(), read.Source{Name: "b.pdf", Data: []byte("good")}, read.Limits{})
			if err != nil || res.Text.Content != "good" || res.Text.Meta["name"] != "b.pdf" || len(res.Text.Pages) != 1 || len(res.Warnings) != 1 {
				t.Errorf("the next file: %+v, %v", res, err)
			}
		})
	}
}

func TestErrorsComeAsTheyWere(t *testing.T) {
	p := newPool(t)
	_, err := p.Read(t.Context(), read.Source{Name: "a.doc", Data: []byte("refuse you")}, read.Limits{})
	var e *read.Error
	if !errors.As(err, &e) || e.Hint != "Open it." || e.Detail != "locked by you" {
		t.Errorf("got %#v", err)
	}
	if _, err := p.Read(t.Context(), read.Source{Data: []byte("fail at it")}, read.Limits{}); read.ReasonOf(err) != "" || err == nil || err.Error() != "at it" {
		t.Errorf("got %v", err)
	}
	if _, err := p.Read(t.Context(), read.Source{Name: "big", Data: []byte("12345")}, read.Limits{MaxBytes: 4}); read.ReasonOf(err) != read.TooLarge {
		t.Errorf("got %v", err)
	}
}

func TestCancelled(t *testing.T) {
	p := newPool(t)
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, err := p.Read(ctx, read.Source{Name: "a", Data: []byte("loop")}, read.Limits{})
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 10*time.Second {
		t.Errorf("got %v after %v", err, time.Since(start))
	}
	if _, err := p.Read(ctx, read.Source{Name: "a", Data: []byte("good")}, read.Limits{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestNoProgram(t *testing.T) {
	p := &Pool{Command: func() *exec.Cmd { return exec.Command("/no/such/program") }}
	if _, err := p.Read(t.Context(), read.Source{Name: "a"}, read.Limits{}); err == nil || !strings.Contains(err.Error(), "start a reader") {
		t.Errorf("got %v", err)
	}
}

func TestExpand(t *testing.T) {
	p := newPool(t)
	stop := errors.New("enough")
	cases := []struct {
		name, data string
		want       []string
		is         bool
		reason     read.Reason
		err        error
	}{
		{"an archive", "lines\na\nb", []string{"z/1=a", "z/2=b"}, true, "", nil},
		{"no archive", "a\nb", nil, false, "", nil},
		{"damaged after the first file", "lines\na\ndamaged\nb", []string{"z/1=a"}, true, read.Damaged, nil},
		{"the caller has enough", "lines\na\nstop\nb", []string{"z/1=a"}, true, "", stop},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			is, err := p.Expand(t.Context(), "z", []byte(c.data), func(name string, data []byte) error {
				if string(data) == "stop" {
					return stop
				}
				got = append(got, name+"="+string(data))
				return nil
			})
			if is != c.is || read.ReasonOf(err) != c.reason || !slices.Equal(got, c.want) || c.err != nil && !errors.Is(err, c.err) {
				t.Errorf("got %v, %q, %v", is, got, err)
			}
		})
	}
}

// Children are shared out: many readers at once get their own answers, from no more children than readers.
func TestAtOnce(t *testing.T) {
	p := newPool(t)
	var group sync.WaitGroup
	for i := range 4 {
		group.Go(func() {
			for k := range 20 {
				want := fmt.Sprintf("file %d of %d %s", k, i, strings.Repeat("x", 10_000*k))
				res, err := p.Read(t.Context(), read.Source{Data: []byte(want)}, read.Limits{})
				if err != nil || res.Text.Content != want {
					t.Errorf("file %d of %d: %v", k, i, err)
				}
			}
		})
	}
	group.Wait()
	if n := len(p.idle); n == 0 || n > 4 {
		t.Errorf("%d children", n)
	}
}
