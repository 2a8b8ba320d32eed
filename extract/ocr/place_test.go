package ocr

import (
	"image"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestByLine(t *testing.T) {
	cases := []struct {
		name  string
		lines []int // of each word
		want  []int // how many words each line has
	}{
		{"nothing", nil, nil},
		{"one line", []int{1, 1, 1}, []int{3}},
		{"two lines", []int{1, 2, 2}, []int{1, 2}},
		{"a number met again is another line", []int{1, 2, 1}, []int{1, 1, 1}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var words []Word
			for _, n := range c.lines {
				words = append(words, Word{Line: n})
			}
			var got []int
			for _, l := range byLine(words) {
				got = append(got, len(l))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestExtent(t *testing.T) {
	cases := []struct {
		name, word string
		up, down   float64
	}{
		{"low letters", "xem", 0.45, 0.01},
		{"a tall letter", "kho", 0.67, 0.01},
		{"a dot", "in", 0.6, 0.01},
		{"a descender", "qua", 0.45, 0.21},
		{"a mark above", "bán", 0.67, 0.01},
		{"a dot below", "mạ", 0.67, 0.21},
		{"a capital", "Xem", 0.67, 0.01},
		{"a capital with a mark", "Ý", 0.87, 0.01},
		{"Đ is no higher than D", "Đo", 0.67, 0.01},
		{"figures", "15", 0.67, 0.01},
		{"a dash", "-", 0.28, 0.01},
		{"a comma", "xem,", 0.45, 0.21},
		{"a stop", ".", 0.1, 0.01},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if up, down := extent(c.word); up != c.up || down != c.down {
				t.Errorf("%v above and %v below, want %v and %v", up, down, c.up, c.down)
			}
		})
	}
}

func TestMatch(t *testing.T) {
	own := Word{Box: image.Rect(100, 100, 200, 120)}
	cases := []struct {
		name string
		box  image.Rectangle
		want bool
	}{
		{"the same place", image.Rect(100, 100, 200, 120), true},
		{"a little beside", image.Rect(110, 102, 210, 122), true},
		{"half beside", image.Rect(150, 100, 250, 120), false},
		{"a part of it", image.Rect(100, 100, 150, 120), false},
		{"half below", image.Rect(100, 110, 200, 130), true},
		{"most of it below", image.Rect(100, 112, 200, 132), false},
		{"elsewhere", image.Rect(300, 100, 400, 120), false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, ok := match(own, []Word{{Box: image.Rect(0, 0, 9, 9)}, {Box: c.box}}); ok != c.want {
				t.Errorf("got %v", ok)
			}
		})
	}
}

func TestMeanConfidence(t *testing.T) {
	for _, c := range []struct {
		name  string
		words []Word
		want  float64
	}{
		{"nothing", nil, 0},
		{"one", []Word{{Text: "kênh", Confidence: 0.8}}, 0.8},
		{"by letters, not bytes", []Word{{Text: "ếếế", Confidence: 1}, {Text: "a", Confidence: 0}}, 0.75},
	} {
		if got := meanConfidence(c.words); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestLabelOf(t *testing.T) {
	for word, want := range map[string]string{
		"Số:44": "Số:", "Sô44": "Sô", "S6:44": "Số:", "ngày5": "ngày", "ngàyZ": "ngày", "44": "", "tháng": "", "": "",
	} {
		if got := labelOf(word); got != want {
			t.Errorf("%q has %q, want %q", word, got, want)
		}
	}
}

func TestSpeckAndLeader(t *testing.T) {
	cases := []struct {
		name, text    string
		confidence    float64
		speck, leader bool
	}{
		{"a sign in doubt", "'", 0.5, true, false},
		{"a sign surely read", "'", 0.9, false, false},
		{"a dash begins a line", "-", 0.5, false, false},
		{"a letter is no speck", "x", 0.1, false, false},
		{"dots read as letters", "nnnnnnuunnnn", 0.2, false, true},
		{"the same, surely read", "nnnnnnuunnnn", 0.9, false, false},
		{"the longest syllable", "nghiêng", 0.2, false, false},
		{"words tied by signs", "UBND-HĐND-MTTQ", 0.2, false, false},
		{"figures", "nnnnnnnnn2024", 0.2, false, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := Word{Text: c.text, Confidence: c.confidence}
			if s, l := isSpeck(w), isLeader(w); s != c.speck || l != c.leader {
				t.Errorf("speck %v, leader %v", s, l)
			}
		})
	}
}

func TestStrayed(t *testing.T) {
	below := image.Rect(100, 125, 150, 145)
	other := []Word{{Text: "mương", Box: image.Rect(98, 124, 152, 146), Line: 2}}
	cases := []struct {
		name       string
		box        image.Rectangle
		confidence float64
		words      []Word
		want       bool
	}{
		{"on its line", image.Rect(100, 100, 150, 120), 0.1, nil, false},
		{"below it, in doubt", below, 0.5, nil, true},
		{"below it, surely read", below, 0.9, nil, false},
		{"a second reading of the next line", below, 0.9, other, true},
		{"the words of its own line do not count", below, 0.9, []Word{{Box: below, Line: 1}}, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := strayed(Word{Text: "kênh", Box: c.box, Confidence: c.confidence, Line: 1}, 120, c.words); got != c.want {
				t.Errorf("got %v", got)
			}
		})
	}
}

// cells puts words at places from left to right, "|" for a wide gap.
func cells(text string) []Word {
	var out []Word
	x := 100
	for _, s := range strings.Fields(text) {
		if s == "|" {
			x += 60
			continue
		}
		out = append(out, Word{Text: s, Box: image.Rect(x, 100, x+40, 120), Confidence: 0.9})
		x += 50
	}
	return out
}

func TestLeadingRun(t *testing.T) {
	for text, want := range map[string]string{"": "", "CÔNG VĂN ĐẾN": "CÔNG VĂN ĐẾN", "ĐẾN | Kính gửi": "ĐẾN", "a b | c | d": "a b"} {
		if got := texts(leadingRun(cells(text))); got != want {
			t.Errorf("%q begins with %q, want %q", text, got, want)
		}
	}
}

func TestOfStamp(t *testing.T) {
	for text, want := range map[string]bool{
		"Số: 123": true, "Ngày: 5/3": true, "Giờ: 8": true, "Chuyển: VP": true, "Kính chuyển: VP": true, "Lưu hồ sơ số:": true,
		"CÔNG VĂN ĐẾN": true, "ĐẾN": true, "Kính gửi: Sở": false, "Tỉnh Lam Giang": false, "Xong trước khi đến": false,
	} {
		if got := ofStamp(cells(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// A stamp's box lies around its middle line and reaches further down than up.
func TestStampBox(t *testing.T) {
	middle := image.Rect(200, 300, 300, 320)
	box := stampBox(middle, image.Rect(0, 0, 1000, 1400))
	if !middle.In(box) || box.Min.X+box.Max.X != 500 || box.Dx() != 440 || middle.Min.Y-box.Min.Y != 50 || box.Max.Y-middle.Max.Y != 140 {
		t.Errorf("got %v", box)
	}
}

func TestSameCase(t *testing.T) {
	for _, c := range []struct{ syllable, like, want string }{
		{"tổ", "tô", "tổ"}, {"tổ", "Tô", "Tổ"}, {"tổ", "TÔ", "TỔ"}, {"đường", "Duong", "Đường"}, {"ở", "O", "Ở"},
	} {
		if got := sameCase(c.syllable, c.like); got != c.want {
			t.Errorf("%q like %q is %q, want %q", c.syllable, c.like, got, c.want)
		}
	}
}

func TestCoreAndJoined(t *testing.T) {
	for word, want := range map[string]string{"(kênh),": "kênh", "-": "", "b/c": "b/c", "“tổ”": "tổ", "2024": ""} {
		if got := core(word); got != want {
			t.Errorf("the core of %q is %q, want %q", word, got, want)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"tổ", "chức", true}, {"tổ,", "chức", false}, {"tổ", "(chức", false}, {"5", "tổ", false}, {"", "tổ", false}, {"tổ", "chức.", true},
	} {
		if got := joined(Word{Text: c.a}, Word{Text: c.b}); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

// A page in points has every word once, in its order, at its place, whatever the scale; words of a line share its baseline.
func TestPageOfProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dpi := rapid.SampledFrom([]int{100, 150, 200, 300}).Draw(t, "dpi")
		var words []Word
		for i := range rapid.IntRange(0, 20).Draw(t, "n") {
			x, y := rapid.IntRange(0, 900).Draw(t, "x"), rapid.IntRange(0, 1300).Draw(t, "y")
			words = append(words, Word{
				Text: rapid.SampledFrom([]string{"kênh", "quy", "Ý", "12", "-"}).Draw(t, "text"), Line: i / 4,
				Box: image.Rect(x, y, x+rapid.IntRange(1, 90).Draw(t, "w"), y+rapid.IntRange(1, 40).Draw(t, "h")), Confidence: 0.9,
			})
		}
		p := pageOf(words, image.Rect(0, 0, 1000, 1400), dpi)
		if len(p.Words) != len(words) || math.Abs(p.Width*float64(dpi)-72_000) > 1e-6 {
			t.Fatalf("%d words of %d on a page %v wide", len(p.Words), len(words), p.Width)
		}
		for i, w := range p.Words {
			if w.Text != words[i].Text || math.Abs(w.X0*float64(dpi)/72-float64(words[i].Box.Min.X)) > 1e-6 || w.Size <= 0 {
				t.Fatalf("%+v of %+v", w, words[i])
			}
			if i > 0 && words[i].Line == words[i-1].Line && (w.Y != p.Words[i-1].Y || w.Size != p.Words[i-1].Size) {
				t.Fatalf("%q and %q are not on one baseline", p.Words[i-1].Text, w.Text)
			}
		}
	})
}

// A run of black pixels ends where more than a few white ones follow, and is as long as from its first to its last.
func TestRunSteps(t *testing.T) {
	for _, c := range []struct {
		name, pixels string
		lengths      []int
		open         int // length of what is not ended
	}{
		{"white", "....", nil, 0},
		{"black to the end", ".###", nil, 3},
		{"a fault is bridged", "##..##", nil, 6},
		{"a gap ends it", "##...#", []int{2}, 1},
		{"two runs", "#...##...", []int{1, 2}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			var r run
			var got []int
			for i, p := range c.pixels {
				if r.step(i, p == '#') {
					got = append(got, r.length())
				}
			}
			open := 0
			if r.open {
				open = r.length()
			}
			if !slices.Equal(got, c.lengths) || open != c.open {
				t.Errorf("ended %v, open %d", got, open)
			}
		})
	}
}
