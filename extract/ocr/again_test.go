package ocr

import (
	"context"
	"image"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// lineAt makes a line of words, 100 pixels apart.
func lineAt(number, y int, confidence float64, texts ...string) []Word {
	var out []Word
	for i, s := range texts {
		out = append(out, Word{Text: s, Box: image.Rect(100*i+50, y, 100*i+130, y+20), Confidence: confidence, Line: number})
	}
	return out
}

func TestHandwritten(t *testing.T) {
	page := image.Rect(0, 0, 1000, 1400)
	cases := []struct {
		name  string
		line  []Word
		again bool
	}{
		{"running text", lineAt(1, 700, 0.95, "nạo", "vét"), false},
		{"running text, not surely read", lineAt(1, 700, 0.3, "nạo", "vét"), false},
		{"a number, written by hand on most papers", lineAt(1, 150, 0.95, "Số:", "07/CT-UBND"), true},
		{"figures over the label", lineAt(1, 150, 0.3, "S6l1", "/CT-UBND"), true},
		{"the day", lineAt(1, 180, 0.95, "Lam", "Giang,", "ngày", "5", "tháng", "3", "năm", "2024"), true},
		{"a day in the text", lineAt(1, 900, 0.95, "ngày", "5", "tháng", "3", "năm", "2024"), false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			boxes := handwritten(c.line, page)
			if (len(boxes) == 1) != c.again {
				t.Fatalf("%d lines are read again", len(boxes))
			}
			for _, w := range c.line {
				if c.again && (!w.Box.In(boxes[0]) || boxes[0].Dy() < w.Box.Dy()+2*leastMargin) {
					t.Errorf("%v has no white around %v", boxes[0], w.Box)
				}
			}
		})
	}
}

// What is read in a pile of cuttings comes back to where it was cut out.
func TestPileProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		page := blank(300, 400)
		var boxes []image.Rectangle
		var words []Word
		top := 0
		for i := range rapid.IntRange(1, 8).Draw(t, "lines") {
			x, y := rapid.IntRange(0, 200).Draw(t, "x"), rapid.IntRange(0, 350).Draw(t, "y")
			b := image.Rect(x, y, x+rapid.IntRange(10, 100).Draw(t, "w"), y+rapid.IntRange(6, 50).Draw(t, "h"))
			page.Pix[page.PixOffset(b.Min.X+3, b.Min.Y+3)] = uint8(i)
			boxes = append(boxes, b)
			words = append(words, Word{Text: "x", Box: image.Rect(3, top+3, 4, top+4)})
			top += b.Dy()
		}
		pile := pile(page, boxes)
		if pile.Rect.Dy() != top {
			t.Fatalf("%d rows, want %d", pile.Rect.Dy(), top)
		}
		for i, w := range unpile(words, boxes) {
			at := w.Box.Min
			if at != boxes[i].Min.Add(image.Pt(3, 3)) || pile.GrayAt(3, words[i].Box.Min.Y) != page.GrayAt(at.X, at.Y) {
				t.Errorf("word %d comes to %v, of the cutting %v", i, at, boxes[i])
			}
		}
	})
}

func TestBeforeLeader(t *testing.T) {
	for word, want := range map[string]string{"lạcsrrrrrermrrz": "lạc", "trÚsetrrmm": "trÚ", "nghiêngzzzz": "nghiêng", "cccSicseereekee": "", "zzzzzzzzz": ""} {
		if got := beforeLeader(word); got != want {
			t.Errorf("%q gives %q, want %q", word, got, want)
		}
	}
}

// A figure on which the two looks differ keeps little confidence; a page that is surely read is looked at once.
func TestSecondLook(t *testing.T) {
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip("no /bin/sh")
	}
	script(t, `case "$1" in --version) echo "tesseract 9" ;; --list-langs) echo vie ;; *) cat >/dev/null
case "$*" in
*"--psm 6"*) printf '5\t1\t1\t1\t1\t1\t58\t8\t40\t20\t90\t0l\n' ;;
*) printf '5\t1\t1\t1\t1\t1\t10\t900\t60\t20\t97\tkênh\n5\t1\t1\t1\t2\t1\t10\t150\t40\t20\t60\tSố\n5\t1\t1\t1\t2\t2\t60\t150\t40\t20\t60\t07\n' ;;
esac ;; esac`)
	engine, err := Find(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	grey := blank(1000, 1400)
	words, err := engine.read(context.Background(), grey, 200, wholePage)
	if err != nil || len(words) != 3 {
		t.Fatal(words, err)
	}
	got, err := engine.again(context.Background(), grey, 200, words)
	if err != nil || got[0] != words[0] || got[1] != words[1] || got[2].Confidence > doubt {
		t.Errorf("%+v, %v", got, err)
	}
	script(t, "exit 1")
	if got, err := engine.again(context.Background(), grey, 200, words[:1]); err != nil || !slices.Equal(got, words[:1]) {
		t.Errorf("a sure page: %+v, %v", got, err)
	}
}

// A page is read at 200 dots per inch, whatever it was drawn at; its words stand where they do on the sheet.
func TestReadingScale(t *testing.T) {
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip("no /bin/sh")
	}
	script(t, `case "$1" in --version) echo "tesseract 9" ;; --list-langs) echo vie ;; *) head -2 | tail -1 | grep -q '^200 400$' || exit 5
printf '5\t1\t1\t1\t1\t1\t20\t40\t60\t20\t97\tkênh\n' ;; esac`)
	engine, err := Find(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ dpi, by int }{{200, 1}, {400, 2}} {
		p, err := engine.Read(context.Background(), blank(200*c.by, 400*c.by), c.dpi)
		if err != nil || len(p.Words) != 1 || math.Abs(p.Words[0].X0-7.2) > 0.01 || p.Width != 72 || p.Height != 144 {
			t.Errorf("at %d dpi: %+v, %v", c.dpi, p, err)
		}
	}
}

func TestKeptAndLeftOut(t *testing.T) {
	sure := lineAt(1, 100, 0.95, "Nơi", "nhận:")
	with := func(w Word) []Word { return append(slices.Clone(sure), w) }
	box := func(x, y int) image.Rectangle { return image.Rect(x, y, x+60, y+20) }
	below := lineAt(2, 130, 0.95, "-", "Các", "sở")
	cases := []struct {
		name string
		in   []Word
		kept bool
	}{
		{"a speck", with(Word{Text: "“", Box: box(500, 100), Confidence: 0.7, Line: 1}), false},
		{"a dash in doubt", with(Word{Text: "-", Box: box(500, 100), Confidence: 0.3, Line: 1}), true},
		{"a sign surely read", with(Word{Text: "“", Box: box(500, 100), Confidence: 0.9, Line: 1}), true},
		{"a leader", with(Word{Text: "cccSicseereekee", Box: box(500, 100), Confidence: 0.2, Line: 1}), false},
		{"an address", with(Word{Text: "tonghop@lamgiang.gov.vn", Box: box(500, 100), Confidence: 0.2, Line: 1}), true},
		{"a foreign word", with(Word{Text: "Internetbanking", Box: box(500, 100), Confidence: 0.8, Line: 1}), true},
		{"the longest syllable", with(Word{Text: "nghiêng", Box: box(500, 100), Confidence: 0.3, Line: 1}), true},
		{"strayed from the next line", append(with(Word{Text: "sở", Box: box(250, 130), Confidence: 0.97, Line: 1}), below...), false},
		{"doubtful below the line", with(Word{Text: "b", Box: box(250, 130), Confidence: 0.3, Line: 1}), false},
		{"sure and alone below the line", with(Word{Text: "tỉnh", Box: box(250, 130), Confidence: 0.97, Line: 1}), true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := dropNoise(c.in)
			if kept := len(got) == len(c.in); kept != c.kept {
				t.Errorf("%s", strings.Join(strings.Fields(texts(got)), " "))
			}
		})
	}
}
