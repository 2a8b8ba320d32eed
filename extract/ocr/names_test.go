package ocr

import (
	"context"
	"image"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// name prints a name in the place of a signature, with the confidences of its words.
func name(text string, confidences ...float64) []Word {
	words := printed(1, 1000, 1500, 0.95, text)
	for i, c := range confidences {
		words[i].Confidence = c
	}
	return words
}

func TestElect(t *testing.T) {
	cases := []struct {
		name, line string
		readings   []string
		want       string
		sure       bool
	}{
		{"all agree on another tone", "Trần Hữu Tân", []string{"Trần Hữu Tấn", "Trần Hữu Tấn", "Trần Hữu Tấn"}, "Trần Hữu Tấn", true},
		{"all but one", "Trần Hữu Tân", []string{"Trần Hữu Tấn", "Trần Hữu Tấn", "Trần Hữu Tân"}, "Trần Hữu Tân", false},
		{"one that is no name", "Trần Hữu Tuần", []string{"Trần Hữu Tuấn", "Trần Hữu Tuần", "Trần Hữu Tuấn"}, "Trần Hữu Tuấn", true},
		{"two that are none", "Trần Hữu Tuần", []string{"Trần Hữu Tuấn", "Trần Hữu Tuần", "Trần Hữu Tuần"}, "Trần Hữu Tuần", false},
		{"a tone that is lost", "Trần Hữu Tấn", []string{"Trần Hữu Tân", "Trần Hữu Tân", "Trần Hữu Tân"}, "Trần Hữu Tấn", false},
		{"signs around them do not count", "Trần Hữu Tân", []string{"\"Trần Hữu Tân.", "Trần Hữu Tân", "'Trần Hữu Tân"}, "Trần Hữu Tân", true},
		{"nobody is called so", "Phạm Hữu Tân", []string{"Ếhạm Hữu Tân", "Ếhạm Hữu Tân", "Ếhạm Hữu Tân"}, "Phạm Hữu Tân", false},
		{"nothing is read", "Trần Hữu Tân", []string{"", "", ""}, "Trần Hữu Tân", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var readings [][]Word
			for _, r := range c.readings {
				words := name(r)
				for i, w := range name(c.line) {
					if i < len(words) {
						words[i].Box = w.Box
					}
				}
				readings = append(readings, words)
			}
			got := elect(name(c.line, 0.4, 0.4, 0.4), readings)
			sure := !slices.ContainsFunc(got, func(w Word) bool { return w.Confidence <= disputedName })
			if texts(got) != c.want || sure != c.sure {
				t.Errorf("%q, sure %v", texts(got), sure)
			}
		})
	}
}

// Whatever is read, a name keeps the words that it had or gets one that all readings have but for what is no name, and no
// doubted word becomes sure without them.
func TestElectProperties(t *testing.T) {
	word := rapid.SampledFrom([]string{"Trần", "Tấn", "Tân", "Tần", "Xyz"})
	rapid.Check(t, func(t *rapid.T) {
		line := name(word.Draw(t, "first")+" "+word.Draw(t, "second"), 0.3, 0.3)
		var readings [][]Word
		for range rapid.IntRange(1, 5).Draw(t, "readings") {
			words := slices.Clone(line)
			for i := range words {
				words[i].Text = word.Draw(t, "read")
			}
			readings = append(readings, words)
		}
		for i, w := range elect(line, readings) {
			all := !slices.ContainsFunc(readings, func(r []Word) bool { return r[i].Text != w.Text && names()[spelt(r[i].Text)] != 0 })
			if w.Confidence > disputedName && !all || w.Text != line[i].Text && !all {
				t.Errorf("%q from %v", w.Text, readings)
			}
		}
	})
}

func TestCutName(t *testing.T) {
	cases := []struct {
		name, line string
		ink        image.Rectangle
		sure       bool
	}{
		{"two words on white", "Trần Định", image.Rectangle{}, true},
		{"a seal beside them", "Trần Định", image.Rect(930, 1495, 980, 1535), false},
		{"a seal far off", "Trần Định", image.Rect(700, 1495, 800, 1535), true},
		{"three words beside a seal", "Trần Hữu Định", image.Rect(930, 1495, 980, 1535), true},
		{"two words that are no name", "CHỦ TỊCH", image.Rect(930, 1495, 980, 1535), true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			grey := blank(sheet.Dx(), sheet.Dy())
			for y := c.ink.Min.Y; y < c.ink.Max.Y; y++ {
				for x := c.ink.Min.X; x < c.ink.Max.X; x++ {
					grey.Pix[grey.PixOffset(x, y)] = 0
				}
			}
			got := cutName(name(c.line), grey)
			if sure := got[0].Confidence > disputedName; sure != c.sure {
				t.Errorf("sure %v", sure)
			}
		})
	}
}

// A name in doubt is read at each size, one that is not stays as it is.
func TestSettle(t *testing.T) {
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip("no /bin/sh")
	}
	script(t, `case "$1" in --version) echo "tesseract 9" ;; --list-langs) echo vie ;; *) cat >/dev/null; exit 1 ;; esac`)
	engine, err := Find(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	grey, place := blank(sheet.Dx(), sheet.Dy()), image.Rect(800, 1300, 1600, 1800)
	if got, err := engine.settle(context.Background(), original{grey, 200, 0}, grey, 200, name("Trần Hữu Định"), place); err != nil || texts(got) != "Trần Hữu Định" {
		t.Errorf("%q, %v", texts(got), err)
	}
	if _, err := engine.settle(context.Background(), original{grey, 200, 0}, grey, 200, name("Trần Hữu Định", 0.5), place); err == nil {
		t.Error("the fault of Tesseract is passed over")
	}
	if got, err := engine.settle(context.Background(), original{grey, 200, 0}, grey, 200, name("Trần Hữu Định", 0.5), image.Rect(0, 0, 400, 400)); err != nil || len(got) != 3 {
		t.Errorf("a name elsewhere: %v, %v", got, err)
	}
}

func TestFramed(t *testing.T) {
	black := image.NewGray(image.Rect(0, 0, 30, 10))
	got := framed(black, 4)
	if got.Rect != image.Rect(0, 0, 38, 18) || got.GrayAt(3, 9).Y != 255 || got.GrayAt(4, 4).Y != 0 || got.GrayAt(33, 13).Y != 0 || got.GrayAt(34, 13).Y != 255 {
		t.Errorf("%v", got.Rect)
	}
}

func TestScaled(t *testing.T) {
	img := blank(100, 40)
	for _, by := range []float64{0.5, 1, 1.5} {
		if got := scaled(img, by); got.Rect.Dx() != int(100*by) || got.Rect.Dy() != int(40*by) {
			t.Errorf("scaled by %v: %v", by, got.Rect)
		}
	}
}

func TestCheckNames(t *testing.T) {
	cases := []struct {
		name, line, other, want string
		sure                    bool // of all words
	}{
		{"both readings agree", "Trần Hữu Định", "Trần Hữu Định", "Trần Hữu Định", true},
		{"they differ by a mark", "Trần Hữu Tấn", "Trần Hữu Tân", "Trần Hữu Tấn", false},
		{"one has it alone", "Trần Hữu Định", "", "Trần Hữu Định", false},
		{"nobody is called so", "Trần Hữu Tuần", "Trần Hữu Tuần", "Trần Hữu Tuần", false},
		{"a family name without its mark", "Nguyên Hữu Định", "Nguyễn Hữu Định", "Nguyễn Hữu Định", true},
		{"no family name has these letters", "Xyz Hữu Định", "", "Xyz Hữu Định", false},
		{"several have them", "Đô Hữu Định", "Đỗ Hữu Định", "Đỗ Hữu Định", true},
		{"an office", "CHỦ TỊCH", "", "CHỦ TỊCH", true},
		{"words of a sentence", "Nguyên tắc chung", "", "Nguyên tắc chung", true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := checkNames(familyName(printed(1, 1000, 1500, 0.95, c.line)), printed(2, 1000, 1500, 0.95, c.other))
			sure := true
			for _, w := range got {
				sure = sure && w.Confidence > disputedName
			}
			if texts(got) != c.want || sure != c.sure {
				t.Errorf("%q, sure %v", texts(got), sure)
			}
		})
	}
}
