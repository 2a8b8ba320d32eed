package pdf

import (
	"context"
	"errors"
	"image"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/extract/pdf/layout"
	"github.com/soichi/soichi/extract/read"
)

func TestPageText(t *testing.T) {
	word := func(text string, y float64, before, after bool) layout.Word {
		return layout.Word{Text: text, Y: y, Before: before, After: after}
	}
	cases := []struct {
		name  string
		words []layout.Word
		want  string
	}{
		{"nothing", nil, ""},
		{"pieces of a word", []layout.Word{word("kê", 10, false, false), word("nh", 10, false, false)}, "kênh"},
		{"a blank before", []layout.Word{word("kênh", 10, true, false), word("mương", 10, true, false)}, "kênh mương"},
		{"a blank after", []layout.Word{word("kênh", 10, false, true), word("mương", 10, false, false)}, "kênh mương"},
		{"one blank where both have one", []layout.Word{word("kênh", 10, true, true), word("mương", 10, true, true)}, "kênh mương"},
		{"the next line", []layout.Word{word("kênh", 10, false, false), word("mương", 24, false, false)}, "kênh mương"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := pageText(&page{Page: layout.Page{Words: c.words}}); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// What a page without letters is, by its pictures and shapes.
func TestJudgeWithoutLetters(t *testing.T) {
	cases := []struct {
		name    string
		images  float64
		drawn   int
		verdict string
	}{
		{"blank", 0, 0, verdictText},
		{"a small logo", 0.019, 0, verdictText},
		{"a picture worth a look", 0.02, 0, verdictPicture},
		{"the lines of a form", 0, 99, verdictText},
		{"letters drawn as shapes", 0, 100, verdictPicture},
		{"a scan", 1, 0, verdictPicture},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := judge(&page{images: c.images, drawn: c.drawn}); got != c.verdict {
				t.Errorf("got %q, want %q", got, c.verdict)
			}
		})
	}
}

// reading is a recognizer that gives one page, or a fault.
type reading struct {
	page  *page
	fault error
}

func (r reading) Read(context.Context, image.Image, int) (*layout.Page, error) {
	if r.fault != nil {
		return nil, r.fault
	}
	return &r.page.Page, nil
}

// What is read on the picture takes the place of the layer only where it is better.
func TestRecognizePage(t *testing.T) {
	french := strings.Repeat("les travaux des canaux seront achevés avant pluies commission régionale fournit rapports ", 3)
	cases := []struct {
		name, layer, read string
		images            float64
		verdict, text     string
	}{
		{"a scan", "Ký bởi", goodText, 1, verdictOCR, goodText},
		{"letters that were rubbish", rubbish, goodText, 0, verdictOCR, goodText},
		{"another language, read no better", french, french, 0, verdictText, french},
		{"the same over a picture", french, french, 1, verdictOCR, french},
		{"nothing read", "Ký bởi", "", 1, verdictPicture, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := pageWith("Tinos", c.layer)
			p.Verdict, p.images, p.Confidence = verdictPicture, c.images, 1
			got := pageWith("", c.read)
			got.Verdict, got.Confidence = verdictOCR, 0.9
			if err := recognizePage(t.Context(), reading{page: got}, nil, 300, p); err != nil {
				t.Fatal(err)
			}
			want := strings.TrimSpace(c.text)
			if p.Verdict != c.verdict || pageText(p) != want || want == "" && p.Confidence != 0 {
				t.Errorf("%q, confidence %v: %q", p.Verdict, p.Confidence, pageText(p))
			}
		})
	}
	fault := errors.New("no light")
	p := pageWith("Tinos", goodText)
	if err := recognizePage(t.Context(), reading{fault: fault}, nil, 300, p); !errors.Is(err, fault) || pageText(p) != strings.TrimSpace(goodText) {
		t.Errorf("after a fault: %v, %q", err, pageText(p))
	}
}

// Without OCR, pictures are left out with a warning, doubtful text is kept with one, and a file of pictures is refused.
func TestWithout(t *testing.T) {
	cause := read.Fail("needs_ocr", "no recognizer here")
	cause.Hint = "Install one."
	half := strings.Repeat("kênh zzkj ", 15)
	scan := func() *page { p := pageWith("", "Ký bởi"); p.images = 1; return p }
	cases := []struct {
		name     string
		pages    []*page
		pictures []int
		fails    bool
		warnings []string
		verdicts []string
	}{
		{"no picture", []*page{pageWith("", goodText)}, nil, false, nil, []string{""}},
		{"one of two", []*page{pageWith("", goodText), scan()}, []int{1}, false, []string{"pages left out, being pictures: 2 ("}, []string{"", verdictPicture}},
		{"all", []*page{scan(), scan()}, []int{0, 1}, true, nil, []string{verdictPicture, verdictPicture}},
		{"doubtful letters", []*page{pageWith("", half)}, []int{0}, false, []string{"page 1: only 50 % of the words"}, []string{verdictText}},
		{"rubbish through and through", []*page{pageWith("", goodText), pageWith("", strings.Repeat("zzkj qrtx ", 15))}, []int{1}, false, []string{"being pictures: 2"}, []string{"", verdictPicture}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			res := &read.Result{}
			if err := without(t.Context(), cause, c.pages, c.pictures, res); (err != nil) != c.fails || err != nil && !errors.Is(err, cause) {
				t.Fatalf("got %v", err)
			}
			var verdicts []string
			for _, p := range c.pages {
				verdicts = append(verdicts, p.Verdict)
				if p.Verdict == verdictPicture && (len(p.Words) > 0 || p.Width != 595 && p.Width != 0) {
					t.Errorf("a page left out has %d words, its width is %v", len(p.Words), p.Width)
				}
			}
			if !slices.Equal(verdicts, c.verdicts) {
				t.Errorf("verdicts %q, want %q", verdicts, c.verdicts)
			}
			if len(res.Warnings) != len(c.warnings) {
				t.Fatalf("warnings %q", res.Warnings)
			}
			for i, w := range c.warnings {
				if !strings.Contains(res.Warnings[i], w) {
					t.Errorf("warning %q, want %q", res.Warnings[i], w)
				}
			}
		})
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if err := without(stopped, cause, []*page{pageWith("", goodText), scan()}, []int{1}, &read.Result{}); !errors.Is(err, cause) {
		t.Errorf("after a stop: %v", err)
	}
}

func TestInBlank(t *testing.T) {
	printed := []layout.Word{{Text: "Số:", X0: 80, X1: 100, Y: 100, Size: 14}, {Text: "/TB-UBND", X0: 160, X1: 220, Y: 100, Size: 14}, {Text: "Kính", X0: 80, X1: 110, Y: 150, Size: 12}}
	cases := []struct {
		name   string
		text   string
		x0, x1 float64
		y      float64
		ok     bool
	}{
		{"in the blank", "11", 115, 128, 103, true},
		{"a little too low", "11", 115, 128, 108, false},
		{"over a printed word", "11", 155, 168, 100, false},
		{"far from the word before it", "11", 300, 312, 100, false},
		{"before the first word", "11", 10, 22, 100, false},
		{"no figures", "1a", 115, 128, 100, false},
		{"nothing", "", 115, 128, 100, false},
		{"more figures than a number has", "123456", 105, 140, 100, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w, ok := inBlank(layout.Word{Text: c.text, X0: c.x0, X1: c.x1, Y: c.y, Size: 28}, printed)
			if ok != c.ok {
				t.Fatalf("got %v", ok)
			}
			if ok && (w.Y != 100 || w.Size != 14 || !w.Before || !w.After) {
				t.Errorf("it is not set on its line: %+v", w)
			}
		})
	}
}
