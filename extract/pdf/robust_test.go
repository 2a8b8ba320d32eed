package pdf

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/soichi/soichi/extract/read"
)

// mutate damages a file in one of the ways that files get damaged: cut short, bytes flipped, a piece lost, zeroed or
// doubled, a number changed.
func mutate(data []byte, r *rand.Rand) []byte {
	out := slices.Clone(data)
	at, n := r.IntN(len(out)), 1+r.IntN(200)
	end := min(at+n, len(out))
	switch r.IntN(6) {
	case 0:
		return out[:at]
	case 1:
		for range 1 + r.IntN(30) {
			out[r.IntN(len(out))] ^= byte(1 << r.IntN(8))
		}
	case 2:
		return slices.Delete(out, at, end)
	case 3:
		clear(out[at:end])
	case 4:
		return slices.Insert(out, at, bytes.Clone(out[at:end])...)
	default:
		for i, c := range out {
			if c >= '0' && c <= '9' && r.IntN(400) == 0 {
				out[i] = byte('0' + r.IntN(10))
			}
		}
	}
	return out
}

// A damaged file gives a text or a read.Error with a reason, in bounded time, and never a panic.
func TestMutatedFiles(t *testing.T) {
	count := 150
	if testing.Short() {
		count = 30
	}
	seeds := [][]byte{build(sheet{ops: body(780, 20)}, sheet{image: true})}
	for _, name := range []string{"testdata/chi-thi-chromium.pdf", "testdata/bao-cao-libreoffice.pdf"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		seeds = append(seeds, data)
	}
	r := rand.New(rand.NewPCG(30, 4))
	for i := range count {
		data := mutate(seeds[i%len(seeds)], r)
		checkRead(t, data)
	}
}

// Files made to hurt: each of these ends the process, or never ends, in the library alone.
func TestHostileFiles(t *testing.T) {
	font := "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
	one := func(contents, resources string) []byte {
		return assemble([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<" + resources + ">>>>", contents, font}, "")
	}
	text := "BT /F 12 Tf 80 700 Td (kenh) Tj ET "
	selfTable := "%PDF-1.7\n1 0 obj\n<</Type/XRef/Size 3/W[1 1 1]/Root 2 0 R/Length 9>>\nstream\n\x00\x00\x00\x01\x09\x00\x02\x02\x00\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
	cases := []struct {
		name string
		data []byte
	}{
		{"a string without end", one(stream("", text+"<0041"), "/Font<</F 5 0 R>>")},
		{"a literal string without end", one(stream("", text+"(((("), "/Font<</F 5 0 R>>")},
		{"a form that draws itself", one(stream("/Type/XObject/Subtype/Form/Resources<</XObject<</X 4 0 R>>/Font<</F 5 0 R>>>>", text+"/X Do /X Do"), "/XObject<</X 4 0 R>>/Font<</F 5 0 R>>")},
		{"a row of a terabyte", one(stream("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1099511627776>>", "x\x9c"), "")},
		{"a tree of pages that is a ring", assemble([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"}, "")},
		{"a page that is its own parent", assemble([]string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", "<</Type/Page/Parent 3 0 R>>"}, "")},
		{"a table of a billion objects", []byte("%PDF-1.7\nxref\n2147483000 1\n0000000009 00000 n \ntrailer\n<</Size 2147483647/Root 1 0 R>>\nstartxref\n9\n%%EOF\n")},
		{"tables that name each other", []byte("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n")},
		{"a hidden entry", []byte("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Pr#65v 9>>\nstartxref\n9\n%%EOF\n")},
		{"an object that is stored in itself", []byte(selfTable)},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			checkRead(t, c.data)
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}

func TestLexer(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"operators and operands", "1 -2.5 .5 /F1 (a) <41> [1 (b)] op", "op 1 -2.5 0.5 F1 a A [1 b]"},
		{"escapes", `(a\(\)\101\n\\) x`, "x a()A\n\\"},
		{"brackets in a string", "(a(b)c) x", "x a(b)c"},
		{"a name with an escape", "/A#20B x", "x A B"},
		{"remarks", "1 % (remark\n 2 x", "x 1 2"},
		{"a picture in the stream", "1 BI /W 1 ID \x00(EI<< EI 2 x", "x 2"},
		{"odd numbers", "--5 1.2.3 - x", "x -5 1.2 0"},
		{"no end", "(abc", ""},
		{"a list without end", "[1 2 x 3 y", "y [1 2] 3"},
		{"a dictionary", "/P <</A 1>> BDC", "BDC P . A 1 . ."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			op, args, ok := (&lexer{b: []byte(c.in)}).next(nil)
			if got := strings.TrimSpace(op + " " + show(args)); ok && got != c.want || ok != (c.want != "") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// show writes operands in a row.
func show(args []operand) string {
	var out []string
	for _, a := range args {
		switch a.kind {
		case kindNumber:
			out = append(out, strconv.FormatFloat(a.num, 'g', -1, 64))
		case kindList:
			out = append(out, "["+show(a.list)+"]")
		case kindOther:
			out = append(out, ".")
		default:
			out = append(out, a.str)
		}
	}
	return strings.Join(out, " ")
}

// Lexing moves on to the end whatever the bytes.
func FuzzLexer(f *testing.F) {
	f.Add([]byte("1 -2.5 /F1 (a\\101) <41> [1 (b)] op BI ID x EI [[[[[[ <<"))
	f.Fuzz(func(t *testing.T, data []byte) {
		x, n := lexer{b: data}, 0
		for {
			_, _, ok := x.next(nil)
			if n++; !ok || n > len(data)+1 {
				break
			}
		}
		if x.i != len(data) {
			t.Errorf("stopped at %d of %d", x.i, len(data))
		}
	})
}

// checkRead reads a file that may be anything, and checks what must hold of the outcome.
func checkRead(t *testing.T, data []byte) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	res, err := Reader{FindOCR: noOCR}.Read(ctx, read.Source{Name: "x.pdf", Data: data}, read.Limits{MaxPages: 100})
	if err == nil {
		checkText(t, res.Text)
		return
	}
	var e *read.Error
	if !errors.As(err, &e) || e.Reason == "" {
		t.Errorf("an error without a reason: %v", err)
	}
}

// Any bytes are read, or refused with a reason, by the engine written in Go; what pdfium reads is in its sandbox.
func FuzzNative(f *testing.F) {
	f.Add(build(sheet{ops: body(780, 3)}))
	f.Add(build(sheet{ops: "q 1 0 0 1 0 0 cm 10 10 100 100 re S Q /I Do [<0041> -100 (x)] TJ T* \" '"}))
	f.Add([]byte("%PDF-1.7\n%%EOF"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		pages, _, err := readPages(ctx, native{}, data, read.Limits{MaxPages: 20}.OrDefault(), nil)
		if err != nil {
			if read.ReasonOf(err) == "" && ctx.Err() == nil {
				t.Errorf("an error without a reason: %v", err)
			}
			return
		}
		for _, p := range pages {
			p.Verdict, p.Confidence = judge(p), 1
		}
		checkText(t, compose(pages))
	})
}

func TestCodeMap(t *testing.T) {
	cases := []struct {
		name, program string
		want          codeMap
	}{
		{"single codes", "2 beginbfchar <01> <004B> <02> <1EC7> endbfchar", codeMap{1: "K", 2: "ệ"}},
		{"a range that counts up", "1 beginbfrange <0010> <0012> <0061> endbfrange", codeMap{16: "a", 17: "b", 18: "c"}},
		{"a range with a list", "1 beginbfrange <01> <02> [<0061> <00660069>] endbfrange", codeMap{1: "a", 2: "fi"}},
		{"with all that stands around", "/CIDInit /ProcSet findresource begin 12 dict begin begincmap <</Registry (Adobe)>> def\n" +
			"% a remark <00> <00>\n1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar < 0 3 ><0 041> endbfchar endcmap", codeMap{3: "A"}},
		{"a pair above the basic plane", "1 beginbfchar <01> <D83DDE00> endbfchar", codeMap{1: "😀"}},
		{"broken", "beginbfchar <01 endbfchar [ <02> endbfrange ] <", codeMap{}},
		{"a range far too long", "1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange", codeMap{}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := readCodeMap([]byte(c.program))
			if len(got) != len(c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
			for k, v := range c.want {
				if got[k] != v {
					t.Errorf("code %d is %q, want %q", k, got[k], v)
				}
			}
		})
	}
}

func FuzzCodeMap(f *testing.F) {
	f.Add([]byte("2 beginbfchar <01> <004B> <02> <1EC7> endbfchar 1 beginbfrange <01> <02> [<0061> <0062>] endbfrange"))
	f.Fuzz(func(t *testing.T, program []byte) {
		if m := readCodeMap(program); len(m) > maxMapEntries {
			t.Errorf("%d entries", len(m))
		}
	})
}
