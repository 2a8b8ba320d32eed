package read

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/soichi/soichi/document"
)

// fake is a reader that does as its function says.
type fake func(ctx context.Context) (*Result, error)

func (f fake) Read(ctx context.Context, _ Source, _ Limits) (*Result, error) { return f(ctx) }

func gives(content string) fake {
	return func(context.Context) (*Result, error) {
		return &Result{Text: &document.Text{Content: content}}, nil
	}
}

var errBroken = errors.New("broken part")

func TestRegistry(t *testing.T) {
	pdf := []byte("%PDF-1.7 ")
	for _, c := range []struct {
		name, file string
		data       []byte
		reader     Reader
		lim        Limits
		want       Reason
	}{
		{"read", "a.pdf", pdf, gives("x"), Limits{}, ""},
		{"empty", "a.pdf", nil, gives("x"), Limits{}, Empty},
		{"too large", "a.pdf", pdf, gives("x"), Limits{MaxBytes: 4}, TooLarge},
		{"no text", "a.pdf", pdf, gives(" \n"), Limits{}, NoText},
		{"nothing at all", "a.pdf", pdf, fake(func(context.Context) (*Result, error) { return nil, nil }), Limits{}, NoText},
		{"a panic", "a.pdf", pdf, fake(func(context.Context) (*Result, error) { panic("index out of range") }), Limits{}, Damaged},
		{"an error without a reason", "a.pdf", pdf, fake(func(context.Context) (*Result, error) { return nil, errBroken }), Limits{}, Damaged},
		{"an error with one", "a.pdf", pdf, fake(func(context.Context) (*Result, error) { return nil, Fail(Encrypted, "x") }), Limits{}, Encrypted},
		{"a reader that heeds the deadline", "a.pdf", pdf, fake(func(ctx context.Context) (*Result, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}), Limits{Timeout: time.Millisecond}, Timeout},
		{"a reader that does not", "a.pdf", pdf, fake(func(context.Context) (*Result, error) {
			time.Sleep(300 * time.Millisecond)
			return nil, errBroken
		}), Limits{Timeout: time.Millisecond}, Timeout},
		{"a format that is not read", "a.xls", ole("Workbook"), gives("x"), Limits{}, UnsupportedFormat},
		{"encrypted", "a.docx", ole("EncryptedPackage"), gives("x"), Limits{}, Encrypted},
		{"text called a PDF", "a.pdf", []byte("this is no PDF"), gives("x"), Limits{}, NotWhatItSays},
		{"a page called a document", "a.docx", []byte("<html><body>404"), gives("x"), Limits{}, NotWhatItSays},
		{"bytes called a PDF", "a.pdf", []byte{0, 1, 2, 3}, gives("x"), Limits{}, NotWhatItSays},
		{"a page called .doc", "a.doc", []byte("<html><body>x"), gives("x"), Limits{}, ""},
		{"a PDF called .docx", "a.docx", pdf, gives("x"), Limits{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var g Registry
			g.Register(c.reader, PDF, HTML, Plain)
			res, err := g.Read(t.Context(), Source{Name: c.file, Data: c.data}, c.lim)
			if got := ReasonOf(err); got != c.want || (err != nil) != (c.want != "") {
				t.Fatalf("reason %q, error %v; want %q", got, err, c.want)
			}
			if err != nil && !strings.HasPrefix(err.Error(), c.file+": ") {
				t.Errorf("the error names no file: %v", err)
			}
			if err == nil && res.MediaType == "" {
				t.Error("the result has no media type")
			}
		})
	}
}

func TestPanicSaysWhere(t *testing.T) {
	var g Registry
	g.Register(fake(func(context.Context) (*Result, error) { panic("out of range") }), PDF)
	_, err := g.Read(t.Context(), Source{Name: "a", Data: []byte("%PDF-")}, Limits{})
	if err == nil || !strings.Contains(err.Error(), "out of range at registry_test.go:") {
		t.Errorf("got %v", err)
	}
}

func TestCallerGivesUp(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var g Registry
	g.Register(fake(func(ctx context.Context) (*Result, error) {
		cancel()
		<-ctx.Done()
		return nil, ctx.Err()
	}), PDF)
	_, err := g.Read(ctx, Source{Name: "a", Data: []byte("%PDF-")}, Limits{})
	if !errors.Is(err, context.Canceled) || ReasonOf(err) != "" {
		t.Errorf("got %v: the file is not to blame", err)
	}
}

func TestMediaTypes(t *testing.T) {
	var g Registry
	g.Register(gives("x"), PDF, HTML)
	if got, want := g.MediaTypes(), []string{PDF, HTML}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestError(t *testing.T) {
	reasons := []Reason{
		TooMuchMemory, Truncated, Encrypted, NotWhatItSays, TooLarge, ExpandsTooMuch, UnsupportedFormat, NoText, Damaged, Timeout, TooDeep, Empty,
		MissingTool, UnknownEncoding,
	}
	sentences := map[string]bool{}
	for _, r := range reasons {
		sentences[reasonText(r)] = true
	}
	if len(sentences) != len(reasons) || sentences[reasonText("other")] {
		t.Error("two reasons share a sentence")
	}
	e := Fail(Damaged, "part %d: %w", 3, errBroken)
	e.Path = "a.docx"
	if got, want := e.Error(), "a.docx: the file is damaged: part 3: broken part"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if !errors.Is(e, errBroken) || e.ReasonCode() != "damaged" {
		t.Error("the cause or the code is lost")
	}
	if got, want := Fail(Empty, "0 bytes").Error(), "the file is empty: 0 bytes"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLimits(t *testing.T) {
	if got := (Limits{}).OrDefault(); got != DefaultLimits() {
		t.Errorf("got %+v", got)
	}
	own := Limits{MaxBytes: 1, MaxExpanded: 2, MaxPages: 3, MaxDepth: 4, Timeout: 5}
	if got := own.OrDefault(); got != own {
		t.Errorf("got %+v", got)
	}
}

func TestIsArchive(t *testing.T) {
	for kind, want := range map[string]bool{ZIP: true, RAR: true, SevenZip: true, TAR: true, GZIP: true, DOCX: false, PDF: false} {
		if IsArchive(kind) != want {
			t.Errorf("%s: %v", kind, !want)
		}
	}
}
