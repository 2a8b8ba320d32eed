package ocr

import (
	"context"
	"image"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// sheet is the page of these tests: A4 at 200 dots per inch.
var sheet = image.Rect(0, 0, 1654, 2339)

// printed makes the words of a line from x on, each as wide as its letters.
func printed(number, x, y int, confidence float64, text string) []Word {
	var out []Word
	for _, s := range strings.Fields(text) {
		width := 16 * len([]rune(s))
		out = append(out, Word{Text: s, Box: image.Rect(x, y, x+width, y+30), Confidence: confidence, Line: number})
		x += width + 10
	}
	return out
}

// printedPage puts lines below each other: a number is the place across, a text a line there.
func printedPage(top int, lines ...any) []Word {
	var out []Word
	x := 220
	for _, l := range lines {
		if v, ok := l.(int); ok {
			x = v
			continue
		}
		number := 1
		if len(out) > 0 {
			number = out[len(out)-1].Line + 1
		}
		out = append(out, printed(number, x, top, 0.95, l.(string))...)
		top += 40
	}
	return out
}

func TestRecipients(t *testing.T) {
	items := []any{"- Thường trực Tỉnh ủy;", "- Các sở, ngành;", "- UBND các huyện;", "- Lưu: VT, KT3."}
	unsure := func(words []Word, n int) []Word {
		for i := range n {
			words[i].Confidence = 0.3
		}
		return words
	}
	cases := []struct {
		name          string
		words         []Word
		found, unread bool
	}{
		{"a list with its head", printedPage(1400, append([]any{"Nơi nhận:"}, items...)...), true, false},
		{"sent to", printedPage(1400, "Nơi gửi:", "- Như trên;"), true, false},
		{"a head that a signature runs through", unsure(printedPage(1400, append([]any{"san\""}, items...)...), 1), true, true},
		{"a sentence over a list", printedPage(1400, append([]any{"Giao các cơ quan sau đây:"}, items...)...), false, false},
		{"a list that does not end with the registry", unsure(printedPage(1400, "san\"", "- nạo vét kênh;", "- sửa cống;", "- trồng tre;"), 1), false, false},
		{"at the right", printedPage(1400, 900, "Nơi nhận:"), false, false},
		{"no list", printedPage(1400, "Căn cứ Luật Đê điều;"), false, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			head, unread, found := recipients(c.words, sheet)
			if found != c.found || unread != c.unread {
				t.Fatalf("found %v, unread %v", found, unread)
			}
			if !unread {
				return
			}
			named := nameHead(c.words, head)
			if text := texts(named); !strings.HasPrefix(text, "Nơi nhận: - Thường") || named[0].Confidence > disputedName {
				t.Errorf("%q", text)
			}
		})
	}
}

func TestSignaturePlace(t *testing.T) {
	words := printedPage(1400, "Nơi nhận:", "- Thường trực Hội đồng nhân dân tỉnh;", "- Lưu: VT.")
	head, _, _ := recipients(words, sheet)
	place := signaturePlace(words, head, sheet)
	if longest := boxOf(words[2 : len(words)-3]); place.Min.X <= longest.Max.X || place.Min.Y >= head.Min.Y || place.Max.X != sheet.Max.X || place.Max.Y > sheet.Max.Y {
		t.Errorf("%v beside %v", place, longest)
	}
	if far := signaturePlace(words, head, image.Rect(0, 0, 1654, 1500)); far.Max.Y != 1500 {
		t.Errorf("%v goes beyond the page", far)
	}
}

// What a line in the place of a signature is kept as.
func TestSignatureLine(t *testing.T) {
	mixed := func(text string, confidences ...float64) []Word {
		words := printed(1, 1000, 1500, 0.95, text)
		for i, c := range confidences {
			words[i].Confidence = c
		}
		return words
	}
	cases := []struct {
		name, want string
		line       []Word
	}{
		{"an office", "CHỦ TỊCH", mixed("CHỦ TỊCH")},
		{"its first letter under the seal", "THỦ TƯỚNG", mixed("HỦ TƯỚNG", 0.6)},
		{"its last letter", "PHÓ CHỦ TỊCH", mixed("PHÓ CHỦ TỊC")},
		{"marks lost", "CHỦ TỊCH UBND TỈNH", mixed("CHỦ TỊCH UBND TINH")},
		{"for whom is signed, without a blank", "KT. BỘ TRƯỞNG", mixed("KT.BỘ TRƯỞNG")},
		{"one letter less of a deputy's", "THỨ TRƯỞNG", mixed("TH. TRƯỚNG")},
		{"strokes of the seal before it", "THỨ TRƯỞNG", mixed("__ THỨ TRƯỞNG", 0)},
		{"too little is left", "", mixed("TRƯỞ", 0.6)},
		{"as near to two offices", "", mixed("TRƯỞN", 0.6)},
		{"the rim of the seal", "", mixed("TINH", 0.9)},
		{"the signature", "", mixed("——\\LauL——", 0.4)},
		{"letters of both", "", mixed("Và e", 0.9, 0.74)},
		{"a person", "Trần Hữu Định", mixed("Trần Hữu Định")},
		{"a person, not surely read", "Trần Hữu Định", mixed("Trần Hữu Định", 0.6, 0.6, 0.6)},
		{"with a rank", "Thượng tướng Trần Hữu Định", mixed("Thượng tướng Trần Hữu Định")},
		{"words that look like a name and are none", "", mixed("Ngh Xa Ều", 0.5, 0.4, 0.5)},
		{"a sentence that stands there", "Biểu kèm theo Kế hoạch", mixed("Biểu kèm theo Kế hoạch")},
		{"the page's number", "12", mixed("12")},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := texts(signatureLine(c.line)); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
	for _, w := range signatureLine(mixed("__ THỨ TRƯỞNG", 0)) {
		if w.Confidence < surelyRead {
			t.Errorf("strokes of the seal leave %q with %v", w.Text, w.Confidence)
		}
	}
	if got := signatureLine(mixed("HỦ TƯỚNG")); got[0].Confidence > officeConfidence || !boxOf(got).In(boxOf(mixed("HỦ TƯỚNG")).Inset(-40)) {
		t.Errorf("%+v", got)
	}
}

// A seal makes Tesseract leave the office out and join the name with a recipient.
func TestSigned(t *testing.T) {
	words := printedPage(1400, "Nơi nhận:", "- Thường trực Tỉnh ủy;", "- Các sở, ngành;")
	beside := printed(3, 1000, 1480, 0.9, "Trần Hữu Định")
	words = append(words, beside...)
	words = append(words, printed(9, 1010, 1600, 0.4, "ỐNG «")...)
	head, _, _ := recipients(words, sheet)
	second := append(printed(1, 1000, 1395, 0.9, "KT. CHỦ TỊCH"), printed(2, 1000, 1480, 0.9, "Trần Hữu Định")...)
	got := texts(signed(words, second, signaturePlace(words, head, sheet)))
	if want := "Nơi nhận: - Thường trực Tỉnh ủy; - Các sở, ngành; Trần Hữu Định KT. CHỦ TỊCH"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// A page without recipients is not looked at again; where Tesseract fails, so does the reading.
func TestSignatureLook(t *testing.T) {
	if _, err := os.Stat("/bin/sh"); err != nil {
		t.Skip("no /bin/sh")
	}
	script(t, `case "$1" in --version) echo "tesseract 9" ;; --list-langs) echo vie ;; *) exit 1 ;; esac`)
	engine, err := Find(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	grey := blank(sheet.Dx(), sheet.Dy())
	plain := printedPage(400, "Căn cứ Luật Đê điều;")
	if got, err := engine.signature(context.Background(), original{grey, 200, 0}, grey, 200, plain); err != nil || len(got) != len(plain) {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := engine.signature(context.Background(), original{grey, 200, 0}, grey, 200, printedPage(400, "Nơi nhận:", "- Như trên;")); err == nil {
		t.Error("the fault of Tesseract is passed over")
	}
}

func TestDistanceProperties(t *testing.T) {
	word := rapid.StringMatching(`[a-e]{0,8}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := word.Draw(t, "a"), word.Draw(t, "b"), word.Draw(t, "c")
		switch d := distance(a, b); {
		case (d == 0) != (a == b), d != distance(b, a), d > max(len(a), len(b)), d > distance(a, c)+distance(c, b):
			t.Errorf("%q and %q are %d apart", a, b, d)
		}
	})
}
