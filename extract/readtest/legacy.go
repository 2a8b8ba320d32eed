package readtest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/soichi/soichi/extract/legacy"
)

// oldText is set in the fonts of each old encoding; it has every tone and every vowel.
const oldText = "Viện kiểm sát nhân dân tối cao hướng dẫn thực hiện phong trào thi đua, đổi mới công tác, giữ vững kỷ cương của đơn vị"

// OldFonts checks that a reader decodes the encodings from before Unicode: by the name of the font, capitals by the name of
// a font of capitals, and by the text alone where the font says nothing. text makes a document of one paragraph in a font, its
// characters standing for bytes as in a Western font, and gives what is read of it.
func OldFonts(t *testing.T, text func(t *testing.T, font, western string) string) {
	t.Helper()
	for _, c := range []struct {
		name, font string
		encoding   legacy.Encoding
		want       string
	}{
		{"TCVN3", ".VnTime", legacy.TCVN3, oldText},
		{"TCVN3, capitals", ".VnTimeH", legacy.TCVN3, strings.ToUpper(oldText)},
		{"VNI", "VNI-Times", legacy.VNI, oldText},
		{"VPS", "VPS Times", legacy.VPS, oldText},
		{"VISCII", "VI Times", legacy.VISCII, oldText},
		{"TCVN3 in a font that says nothing", "Arial", legacy.TCVN3, oldText},
		{"VNI in a font that says nothing", "Arial", legacy.VNI, oldText},
		{"VPS in a font that says nothing", "Arial", legacy.VPS, oldText},
		{"VISCII in a font that says nothing", "Arial", legacy.VISCII, oldText},
		{"Windows-1258 in a font that says nothing", "Arial", legacy.CP1258, oldText},
		{"Unicode under an old name", ".VnTime", legacy.None, oldText},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(strings.Fields(text(t, c.font, western(t, c.encoding, oldText))), " "); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// western encodes a text and gives its bytes as the characters of Windows-1252.
func western(t *testing.T, e legacy.Encoding, text string) string {
	t.Helper()
	if e == legacy.None {
		return text
	}
	codes := codesOf(e)
	var b strings.Builder
	for _, r := range text {
		if r < utf8.RuneSelf {
			b.WriteRune(r)
			continue
		}
		code, ok := codes[string(r)]
		if !ok {
			t.Fatalf("%s has no %q", e, r)
		}
		for i := range len(code) {
			b.WriteRune(charmap.Windows1252.DecodeByte(code[i]))
		}
	}
	return b.String()
}

// codesOf gives the bytes of each letter: what the decoder makes a letter of, one byte or a pair, the shortest and first.
func codesOf(e legacy.Encoding) map[string]string {
	codes := map[string]string{}
	add := func(code ...byte) {
		letter, err := e.Decode(code)
		if _, known := codes[letter]; err == nil && !known && utf8.RuneCountInString(letter) == 1 {
			codes[letter] = string(code)
		}
	}
	for b := 0x80; b < 0x100; b++ {
		add(byte(b))
	}
	for base := 'A'; base < 0x100; base++ {
		for mark := 0xc0; mark < 0x100; mark++ {
			add(byte(base), byte(mark))
		}
	}
	return codes
}
