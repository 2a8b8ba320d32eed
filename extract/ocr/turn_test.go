package ocr

import (
	"bytes"
	"context"
	"image"
	"os"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/extract/pdf/layout"
)

func TestQuarterProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 12).Draw(t, "width"), rapid.IntRange(1, 12).Draw(t, "height")
		img := image.NewGray(image.Rect(0, 0, w, h))
		copy(img.Pix, rapid.SliceOfN(rapid.Byte(), w*h, w*h).Draw(t, "pixels"))
		once := quarter(img)
		if once.Rect.Dx() != h || once.GrayAt(h-1, 0) != img.GrayAt(0, 0) {
			t.Fatalf("the left upper corner of %v is not right above in %v", img.Rect, once.Rect)
		}
		if back := quarter(quarter(quarter(once))); !bytes.Equal(back.Pix, img.Pix) {
			t.Fatal("four quarters do not bring a picture back")
		}
	})
}

// A stand-in for Tesseract that reads Vietnamese on wide pictures alone: pages that stand are turned until they lie.
const readsWide = `case "$1" in --version) echo "tesseract 9"; exit ;; --list-langs) echo vie; exit ;; esac
size=$(head -n 2 | tail -n 1); cat >/dev/null
word=xqzt; test ${size% *} -gt ${size#* } && word=WORD
i=0; while [ $i -lt 30 ]; do i=$((i+1)); printf '5\t1\t1\t1\t%d\t1\t100\t%d\t60\t20\t95\t%s\n' $i $((i*25)) $word; done`

func TestReadTurned(t *testing.T) {
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip("no /bin/sh")
	}
	cases := []struct {
		name, word string
		w, h       int
		want       string
		wide       bool // the page as read
	}{
		{"upright", "kênh", 1100, 800, "kênh", true},
		{"on its side", "kênh", 800, 1100, "kênh", true},
		{"in another language", "xqzt", 800, 1100, "xqzt", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			script(t, string(bytes.ReplaceAll([]byte(readsWide), []byte("WORD"), []byte(c.word))))
			engine, err := Find(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			p, err := engine.Read(context.Background(), blank(c.w, c.h), 100)
			if err != nil {
				t.Fatal(err)
			}
			if len(p.Words) < judgedWords || p.Words[0].Text != c.want || p.Width > p.Height != c.wide {
				t.Errorf("%d words, %+v, %v by %v", len(p.Words), p.Words[:1], p.Width, p.Height)
			}
		})
	}
}

func TestSyllables(t *testing.T) {
	page := func(text string, width, size float64, n int) *layout.Page {
		p := &layout.Page{}
		for range n {
			p.Words = append(p.Words, layout.Word{Text: text, X1: width, Size: size})
		}
		return p
	}
	cases := []struct {
		name  string
		page  *layout.Page
		share float64
	}{
		{"lines across", page("kênh", 30, 12, 10), 1},
		{"lines that run down", page("kênh", 12, 40, 10), 0},
		{"no syllables", page("xqzt", 30, 12, 10), 0},
		{"nothing", page("", 0, 0, 0), 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if share, _ := syllables(c.page); share != c.share {
				t.Errorf("%v", share)
			}
		})
	}
}
