package legacy

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// sentence has every tone and every special letter in words that official papers use.
const sentence = "Viện kiểm sát nhân dân tối cao, Ủy ban nhân dân tỉnh Đắk Lắk hướng dẫn thực hiện Chỉ thị về việc phát động phong trào thi đua"

// encode writes a text in an encoding, letter by letter, the way its keyboards did.
func encode(t *testing.T, e Encoding, text string) []byte {
	t.Helper()
	if e == CP1258 {
		return encode1258(t, text)
	}
	code := map[string]string{}
	for bytes, letter := range tables()[e] {
		if _, taken := code[letter]; !taken || len(bytes) == 1 {
			code[letter] = bytes
		}
	}
	var out []byte
	for _, r := range text {
		if r < 0x80 {
			out = append(out, byte(r))
			continue
		}
		b, ok := code[string(r)]
		if !ok { // TCVN3 has capitals in fonts of their own
			b, ok = code[strings.ToLower(string(r))]
		}
		if !ok {
			t.Fatalf("%s has no %q", e, r)
		}
		out = append(out, b...)
	}
	return out
}

// encode1258 parts letters from the five tones, which Windows-1258 has as marks of their own.
func encode1258(t *testing.T, text string) []byte {
	t.Helper()
	var parted strings.Builder
	for _, r := range norm.NFC.String(text) {
		if _, ok := charmap.Windows1258.EncodeRune(r); ok {
			parted.WriteRune(r)
			continue
		}
		decomposed := []rune(norm.NFD.String(string(r)))
		tone := len(decomposed) - 1
		for tone > 0 && !strings.ContainsRune("\u0300\u0301\u0303\u0309\u0323", decomposed[tone]) {
			tone--
		}
		mark := decomposed[tone]
		rest := append(decomposed[:tone:tone], decomposed[tone+1:]...)
		parted.WriteString(norm.NFC.String(string(rest)) + string(mark))
	}
	out, err := charmap.Windows1258.NewEncoder().String(parted.String())
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

func TestDecodeAndGuess(t *testing.T) {
	for _, e := range Encodings() {
		t.Run(string(e), func(t *testing.T) {
			data := encode(t, e, sentence)
			got, err := e.Decode(data)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.EqualFold(got, sentence) {
				t.Errorf("got  %q\nwant %q", got, sentence)
			}
			if text, found, ok := Bytes(data); !ok || found != e {
				t.Errorf("Bytes takes it for %q: %q", found, text)
			}
			western, err := charmap.Windows1252.NewDecoder().Bytes(data)
			if err != nil {
				t.Fatal(err)
			}
			if utf8.RuneCount(western) == len(data) && !strings.ContainsRune(string(western), '\ufffd') {
				if found := Guess(string(western)); found != e {
					t.Errorf("Guess takes it for %q", found)
				}
				if got := e.DecodeString(string(western)); !strings.EqualFold(got, sentence) {
					t.Errorf("DecodeString gives %q", got)
				}
			}
		})
	}
}

func TestDecodeString(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		e              Encoding
	}{
		{"a soft hyphen is a letter", "tr\u00adng", "trưng", TCVN3},
		{"Unicode letters stay", "s¸t Viện", "sát Viện", TCVN3},
		{"the private area of symbol fonts", "s\uf0b8t", "sát", TCVN3},
		{"quotes of Windows-1252", "“s¸t”", "“sát”", TCVN3},
		{"no encoding", "s¸t", "s¸t", None},
		{"marks in the other case", "CHAØO Caùc", "CHÀO Các", VNI},
		{"a mark without its letter", "x ù", "x ù", VNI},
	} {
		if got := c.e.DecodeString(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestByFont(t *testing.T) {
	for font, want := range map[string]struct {
		e        Encoding
		capitals bool
	}{
		".VnTime": {TCVN3, false}, ".VnTimeH": {TCVN3, true}, ".vnarial": {TCVN3, false}, "VNI-Times": {VNI, false},
		"VPS Times": {VPS, false}, "VISCII Times": {VISCII, false}, "Times New Roman": {None, false}, "Verdana": {None, false}, "": {None, false},
		"VnTimes": {TCVN3, false},
	} {
		if e, capitals := ByFont(font); e != want.e || capitals != want.capitals {
			t.Errorf("%q: %q %v", font, e, capitals)
		}
	}
}

func TestGuessLeavesOtherTextAlone(t *testing.T) {
	for name, text := range map[string]string{
		"Unicode":        sentence,
		"English":        "The quick brown fox",
		"French":         "Le café de la forêt près du château, déjà fermé à l'été",
		"nothing":        "",
		"too few":        "s¸t",
		"plain à and là": "và là mà hàng",
	} {
		if e := Guess(text); e != None {
			t.Errorf("%s: taken for %s", name, e)
		}
	}
}

func TestBytesRefuses(t *testing.T) {
	for name, data := range map[string][]byte{
		"random": {0xff, 0xfe, 0x80, 0x90, 0xa0, 0xb0, 0xc0, ' ', 0xd0, 0xe0, 0xf0, ' ', 0x81, 0x91},
		"French": []byte("Le caf\xe9 de la for\xeat pr\xe8s du ch\xe2teau, d\xe9j\xe0 ferm\xe9"),
		"empty":  {},
	} {
		if text, e, ok := Bytes(data); ok {
			t.Errorf("%s: taken for %s: %q", name, e, text)
		}
	}
}

func TestUnknownEncoding(t *testing.T) {
	if _, err := Encoding("koi8").Decode([]byte("x")); err == nil {
		t.Error("no error")
	}
}

// TestTables checks the data file: one code a letter, no code for two small letters, and no letter left out.
func TestTables(t *testing.T) {
	rows := strings.Count(letterTable, "\n") - strings.Count(letterTable, "#")
	if rows != 134 { // 67 letters with marks, small and capital
		t.Errorf("%d letters", rows)
	}
	for _, e := range []Encoding{TCVN3, VISCII, VPS, VNI} {
		small := 0
		for _, letter := range tables()[e] {
			if letter == strings.ToLower(letter) {
				small++
			}
		}
		if small != 67 {
			t.Errorf("%s writes %d small letters, want 67", e, small)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("ViÖn kiÓm s¸t"))
	f.Add([]byte("Xin chaøo\xff\x00\xf9"))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, e := range Encodings() {
			got, err := e.Decode(data)
			if err != nil {
				t.Fatalf("%s: %v", e, err)
			}
			if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) {
				t.Errorf("%s gives %q", e, got)
			}
		}
		Bytes(data)
		Guess(string(data))
	})
}

// What every encoding writes alike is left as it is by all of them, and counts for none.
func TestASCIIIsOneInAllEncodings(t *testing.T) {
	const text = "Quy dinh 15/2024 (Dieu 3, khoan 2): 100% ho so?"
	for _, e := range Encodings() {
		if got, err := e.Decode([]byte(text)); err != nil || got != text {
			t.Errorf("%v: %q (%v)", e, got, err)
		}
		if got := e.DecodeString(text); got != text {
			t.Errorf("%v, of a string: %q", e, got)
		}
	}
	if !IsASCII(text) || IsASCII("Quyết định") || !IsASCII("") {
		t.Error("IsASCII")
	}
}

func TestOneCase(t *testing.T) {
	for word, want := range map[string]bool{"rừng": true, "RỪNG": true, "Rừng": true, "rỪng": false, "RừNG": false, "a": true} {
		if oneCase(word) != want {
			t.Errorf("%s: want %v", word, want)
		}
	}
}
