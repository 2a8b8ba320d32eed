package ocr

import (
	"image"
	"slices"
	"strings"
	"testing"
)

func TestDropStamp(t *testing.T) {
	page := image.Rect(0, 0, 1700, 2200)
	// place puts the words of a line 90 pixels apart from x on.
	place := func(words []Word, x, y int, text string) []Word {
		words = slices.Clone(words)
		number := len(words) + 1
		for i, s := range strings.Fields(text) {
			words = append(words, Word{Text: s, Box: image.Rect(x+90*i, y, x+90*i+80, y+30), Confidence: 0.9, Line: number})
		}
		return words
	}
	stamp := func(words []Word, x, y int, lines ...string) []Word {
		for i, l := range lines {
			words = place(words, x, y+40*i, l)
		}
		return words
	}
	title := place(nil, 430, 430, "Phê duyệt Đề án phát triển đội ngũ luật sư")
	below := "Căn cứ Luật Tổ chức Chính phủ năm 2001;"
	cases := []struct {
		name  string
		words []Word
		gone  bool
	}{
		{"a registry's stamp", stamp(title, 180, 500, "CỔNG THÔNG TIN", "CÔNG VĂN ĐẾN", "Số: 12", "Ngày 18", "Kính chuyển"), true},
		{"one word in the middle", stamp(title, 180, 500, "UBND TỈNH", "ĐẾN", "Số: 12", "Chuyển:"), true},
		{"dirt behind the middle line", stamp(title, 180, 500, "CÔNG VĂN ĐẾN t.", "Số: 12", "Ngày: 3"), true},
		{"specks among the words", stamp(title, 180, 500, "CÔNG VĂN ¡ ĐẾN .", "Số: 12", "Ngày 18"), true},
		{"the head of the middle line lost", stamp(title, 180, 500, "G VĂN ĐẾN -.", "Số: 12", "Ngày 18"), true},
		{"no number and no day", stamp(title, 180, 500, "ĐẾN", "năm 2024"), false},
		{"a sentence that ends so", stamp(title, 180, 500, "kể từ ngày đến", "Số: 12", "Ngày: 3"), false},
		{"at the foot of a page", stamp(title, 180, 1900, "CÔNG VĂN ĐẾN", "Số: 12", "Ngày: 3"), false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			in := place(c.words, 410, 735, below)
			got := texts(dropStamp(in, page))
			if !strings.HasPrefix(got, texts(title)) || !strings.HasSuffix(got, below) {
				t.Errorf("the text around it is lost: %q", got)
			}
			if gone := got == texts(title)+" "+below; gone != c.gone {
				t.Errorf("%q", got)
			}
		})
	}
}

// A line of the stamp that Tesseract joined with one of the document goes without it.
func TestDropStampFromJoinedLines(t *testing.T) {
	at := func(line, x, y int, text string) []Word {
		var out []Word
		for i, s := range strings.Fields(text) {
			out = append(out, Word{Text: s, Box: image.Rect(x+90*i, y, x+90*i+80, y+30), Confidence: 0.9, Line: line})
		}
		return out
	}
	words := slices.Concat(at(1, 500, 460, "quốc tế từ năm 2010 đến năm 2020"),
		at(2, 180, 500, "CÔNG VĂN ĐẾN"), at(3, 180, 540, "Ngày 18 tháng 1"),
		at(4, 180, 580, "Kính chuyển:...."), at(4, 700, 580, "THỦ TƯỚNG CHÍNH PHỦ"))
	got := texts(dropStamp(words, image.Rect(0, 0, 1700, 2200)))
	if want := "quốc tế từ năm 2010 đến năm 2020 THỦ TƯỚNG CHÍNH PHỦ"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
