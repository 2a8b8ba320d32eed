package vi

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/registry"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func exact(text string) []string {
	var t Tokenizer
	out := []string{}
	for _, tok := range t.Tokens(nil, text) {
		out = append(out, tok.Exact)
	}
	return out
}

func TestTokens(t *testing.T) {
	tests := []struct {
		name, in string
		want     []string
	}{
		{"empty", " … ", []string{}},
		{"syllables", "Thi đua, khen thưởng", []string{"thi", "đua", "khen", "thưởng"}},
		{"capitals", "CHỈ THỊ", []string{"chỉ", "thị"}},
		{"new tone place becomes old", "hoà thuỷ khoẻ", []string{"hòa", "thủy", "khỏe"}},
		{"tone place that never moves", "quý già hoàn", []string{"quý", "già", "hoàn"}},
		{"i becomes y by the list", "chiến sĩ qui chế kĩ thuật thi", []string{"chiến", "sỹ", "quy", "chế", "kỹ", "thuật", "thi"}},
		{"Icelandic eth", "Ðảng", []string{"đảng"}},
		{"decomposed", norm.NFD.String("Viện kiểm sát"), []string{"viện", "kiểm", "sát"}},
		{"symbols fall into pieces", "02 /CT-VKSTC; 34-CT/TW", []string{"2", "ct", "vkstc", "34", "ct", "tw"}},
		{"letters and digits stay together", "V12 QH15", []string{"v12", "qh15"}},
		{"superscript footnote mark is no part of a word", "Đảng¹", []string{"đảng"}},
		{"leading zeros", "05 0 00 01a 0x", []string{"5", "0", "00", "1a", "0x"}},
		{"lone combining mark", "\u0301 a", []string{"a"}},
		{"no-break space", "a\u00a0b", []string{"a", "b"}},
		{"invalid bytes", "a\xffb", []string{"a", "b"}},
		{"endless word is cut", strings.Repeat("a", 100), []string{strings.Repeat("a", 64), strings.Repeat("a", 36)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, exact(tt.in)); d != "" {
				t.Error(d)
			}
		})
	}
}

// checkTokens holds the promise of the package: tokens stand in order on rune starts, and folding the text at their
// offsets gives them; nothing that could be a token is left out.
func checkTokens(t interface{ Fatalf(string, ...any) }, text string) {
	var tz Tokenizer
	at := 0
	for _, tok := range tz.Tokens(nil, text) {
		if tok.Start < at || tok.End <= tok.Start || tok.End > len(text) || !utf8.RuneStart(text[tok.Start]) {
			t.Fatalf("token %v in %q is out of place", tok, text)
		}
		if got := Normalize(text[tok.Start:tok.End]); got != *tok.Form {
			t.Fatalf("the text at %d:%d folds to %v, the token is %v", tok.Start, tok.End, got, *tok.Form)
		}
		if strings.ContainsFunc(text[at:tok.Start], func(r rune) bool { return isToken(r, false) }) {
			t.Fatalf("%q of %q is in no token", text[at:tok.Start], text)
		}
		at = tok.End
	}
}

func TestTokensAreTheTextFolded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		alphabet := []rune("aAăẮâđĐÐêôơưýỳYyIiqQuUoOaáà 0129-/.,\u0301\u0302\u0323\u00a0¹“”h\n")
		checkTokens(t, rapid.StringOf(rapid.RuneFrom(alphabet)).Draw(t, "text"))
	})
}

func FuzzTokens(f *testing.F) {
	f.Add("Thuỷ quý\u0301 02/CT-VKSTC")
	f.Add(norm.NFD.String("Kế hoạch thực hiện") + "\xff")
	f.Fuzz(func(t *testing.T, s string) { checkTokens(t, s) })
}

func TestTokensOfSharedTexts(t *testing.T) {
	dir := os.Getenv("SOICHI_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "seeds", "*.txt"))
	if len(files) == 0 {
		t.Skip("no shared documents at", dir)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		checkTokens(t, string(b))
	}
}

func TestTokenizerIsBounded(t *testing.T) {
	var tz Tokenizer
	var buf []Token
	for i := range 3 * maxForms {
		word := []byte("aaaa")
		for j := range word {
			word[j] += byte(i >> (4 * j) & 15)
		}
		buf = tz.Tokens(buf[:0], "x"+string(word)+string(rune('a'+i>>16)))
	}
	if len(tz.forms) > maxForms {
		t.Errorf("%d forms are held, the bound is %d", len(tz.forms), maxForms)
	}
}

func TestAnalyzerIsRegistered(t *testing.T) {
	a, err := registry.NewCache().AnalyzerNamed(Name)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, tok := range a.Analyze([]byte("Thi Ðua")) {
		got = append(got, string(tok.Term)+string(rune('0'+tok.Position)))
	}
	if d := cmp.Diff([]string{"thi1", "đua2", "dua2"}, got); d != "" {
		t.Error(d)
	}
}

func BenchmarkTokens(b *testing.B) {
	text := strings.Repeat("Thực hiện Chỉ thị số 02/CT-VKSTC ngày 27/12/2022 của Viện trưởng VKSND tối cao về phát động phong trào thi đua. ", 200)
	var tz Tokenizer
	var buf []Token
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		buf = tz.Tokens(buf[:0], text)
	}
}
