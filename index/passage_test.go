package index

import (
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/soichi/soichi/index/vi"
	"github.com/soichi/soichi/query"
)

const sample = `CHỈ THỊ
Về việc phát động thi đua

Viện trưởng yêu cầu các đơn vị tổ chức thi đua. Thị trường dưa hấu không liên quan; quả dưa cũng vậy.
Cac don vi to chuc thi dua nghiem tuc. Căn cứ Chỉ thị số 02 /CT-VKSTC, "khen thưởng" <kịp thời> & đúng người.`

func TestPassages(t *testing.T) {
	tests := []struct {
		name, query string
		want        []string
	}{
		{"nothing wanted", "", nil},
		{"nothing found", "ngân hàng", nil},
		{"marks typed: exact before text without marks, never another word", `"thi đua"`, []string{
			"Về việc phát động <mark>thi đua</mark>",
			"Viện trưởng yêu cầu các đơn vị tổ chức <mark>thi đua</mark>.",
			"Cac don vi to chuc <mark>thi dua</mark> nghiem tuc.",
		}},
		{"no marks typed", `"to chuc thi dua"`, []string{
			"Cac don vi <mark>to chuc thi dua</mark> nghiem tuc.",
			"Viện trưởng yêu cầu các đơn vị <mark>tổ chức thi đua</mark>.",
		}},
		{"other tone place and capitals", "CHỈ thị", []string{"<mark>CHỈ THỊ</mark>"}},
		{"symbol without zero and blank", "2/CT-VKSTC", []string{"Căn cứ Chỉ thị số <mark>02 /CT-VKSTC</mark>, &#34;khen thưởng&#34; &lt;kịp thời&gt; &amp; đúng người."}},
		{"escaped", `"kịp thời"`, []string{"Căn cứ Chỉ thị số 02 /CT-VKSTC, &#34;khen thưởng&#34; &lt;<mark>kịp thời</mark>&gt; &amp; đúng người."}},
		{"what must not be there is no hit", "nghiem -tuc", []string{"Cac don vi to chuc thi dua <mark>nghiem</mark> tuc."}},
		{"a task's words", `task:"nghiem tuc" kind:chi_thi`, []string{"Cac don vi to chuc thi dua <mark>nghiem tuc</mark>."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, err := query.Parse(tt.query)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range Passages(sample, n, 3) {
				got = append(got, p.Marked)
			}
			if len(tt.want) == 1 && len(got) > 1 {
				got = got[:1]
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
		})
	}
}

// checkPassages holds what highlighting promises: spans and segments are the text to the letter, every mark is one or
// more whole tokens that were asked for, and passages do not overlap.
func checkPassages(t interface{ Fatalf(string, ...any) }, text, q string) {
	n, err := query.Parse(q)
	if err != nil {
		return
	}
	var tz vi.Tokenizer
	wanted := map[string]bool{}
	for _, seq := range wantedIn(&tz, n) {
		for _, tok := range seq {
			wanted[tok.Folded] = true
		}
	}
	runes := []rune(text)
	used := make([]bool, len(runes)+1)
	for _, p := range Passages(text, n, 4) {
		if got := string(runes[p.Span.Start:p.Span.End]); got != p.Span.Exact {
			t.Fatalf("span %d:%d is %q in the text, %q in the passage", p.Span.Start, p.Span.End, got, p.Span.Exact)
		}
		joined, marks := "", 0
		for _, s := range p.Segments {
			joined += s.Text
			if !s.Hit {
				continue
			}
			marks++
			tokens := tz.Tokens(nil, s.Text)
			if len(tokens) == 0 || tokens[0].Start != 0 || tokens[len(tokens)-1].End != len(s.Text) {
				t.Fatalf("mark %q is not whole tokens", s.Text)
			}
			for _, tok := range tokens {
				if !wanted[tok.Folded] {
					t.Fatalf("mark %q holds %q, which nobody asked for in %q", s.Text, tok.Folded, q)
				}
			}
		}
		stripped := html.UnescapeString(strings.NewReplacer("<mark>", "", "</mark>", "").Replace(p.Marked))
		if joined != p.Span.Exact || stripped != p.Span.Exact || marks == 0 {
			t.Fatalf("%d marks; segments %q, marked %q; want the text %q", marks, joined, stripped, p.Span.Exact)
		}
		for i := p.Span.Start; i < p.Span.End; i++ {
			if used[i] {
				t.Fatalf("code point %d is in two passages", i)
			}
			used[i] = true
		}
	}
}

func TestPassagesTellMarksFromNone(t *testing.T) {
	const text = "Công an tỉnh kiểm tra bếp ăn tập thể tại Nghệ An. cac bep an tap the phai an toan."
	for asked, want := range map[string][]string{
		"ăn":  {"ăn", "an", "an"}, // what is written without marks may be the word, what stands among marks is "an"
		"an":  {"an", "ăn", "An", "an", "an"},
		"bếp": {"bếp", "bep"},
		"ân":  {"an", "An", "an", "an"}, // nothing is written so
	} {
		n, err := query.Parse(asked)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, p := range Passages(text, n, 9) {
			for _, s := range p.Segments {
				if s.Hit {
					got = append(got, s.Text)
				}
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: marked %q, want %q", asked, got, want)
		}
	}
}

func TestPassagesProperty(t *testing.T) {
	words := []string{"thi", "đua", "Thi", "dua", "thị", "dưa", "19/CT-TTg", "05", ". ", "; ", "\n", "\u00a0", "“", "<b>", "&", "hoa\u0300", "Đảng¹", "-"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(words)).Draw(t, "text"), rapid.SampledFrom([]string{" ", ""}).Draw(t, "between"))
		checkPassages(t, text, rapid.SampledFrom([]string{"thi đua", `"thi dua"`, "19 ct", "5 thị", "hoà đảng", "thi OR dưa"}).Draw(t, "query"))
	})
}

func FuzzPassages(f *testing.F) {
	f.Add(sample, "thi đua")
	f.Add("a\u0301b<mark>c", "c b")
	f.Fuzz(func(t *testing.T, text, q string) {
		if !utf8.ValidString(text) {
			t.Skip("texts are valid by contract")
		}
		checkPassages(t, text, q)
	})
}

// written gives a text in other ways of writing it: decomposed, with the look-alike of Đ, with the other place of tones.
func written(text string) []string {
	return []string{text, norm.NFD.String(text), strings.NewReplacer("Đ", "Ð", "òa", "oà", "ủy", "uỷ", "hóa", "hoá").Replace(text)}
}

// Every document of the shared corpus is marked right, however it and the query are written, and what is asked for by words
// of the document itself is found in it.
func TestPassagesOfSharedTexts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads all of the shared texts: not in the short run")
	}
	texts := sharedTexts(t)
	queries := []string{"thi đua khen thưởng", `"thực hiện"`, "cua va cac", "19/CT-TTg", "Uỷ ban nhân dân tỉnh Ðồng Nai"}
	for i, text := range texts {
		own := strings.Join(firstWords(text, 3), " ")
		for _, w := range written(text) {
			checkPassages(t, w, queries[i%len(queries)])
			n, err := query.Parse(`"` + own + `"`)
			if err != nil {
				continue // the text begins with a word of the query language
			}
			if len(Passages(w, n, 1)) == 0 {
				t.Errorf("%q is not found in its own text, which begins %.60q", own, w)
			}
		}
	}
	t.Logf("%d texts", len(texts))
}

// firstWords gives the first n words of letters alone that stand side by side at the beginning of a text.
func firstWords(text string, n int) []string {
	words := strings.Fields(text)
	for i := 0; i+n <= len(words); i++ {
		if !strings.ContainsFunc(strings.Join(words[i:i+n], ""), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			return words[i : i+n]
		}
	}
	return words[:1]
}

// sharedTexts gives the texts of the shared collections that are kept as text; every tenth article of the codification.
func sharedTexts(t *testing.T) []string {
	dir := os.Getenv("SOICHI_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "shared")
	}
	var out []string
	add := func(text string) {
		if strings.Count(text, " ") > 10 {
			out = append(out, strings.ToValidUTF8(text, ""))
		}
	}
	for _, pattern := range []string{"seeds/*.txt", "gold/*/*.txt", "corpus/markdown-2026/*.md", "corpus/tvpl-html/*.html"} {
		found, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, name := range found {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			add(string(b))
		}
	}
	laws, _ := retrieval(t)
	for _, d := range laws {
		add(d.Body)
	}
	for i, d := range codified(t) {
		if i%10 == 0 {
			add(d.Body)
		}
	}
	return out
}

func BenchmarkPassages(b *testing.B) {
	text := strings.Repeat(sample+"\n", 100)
	n, _ := query.Parse("tổ chức thi đua khen thưởng của các đơn vị")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Passages(text, n, 3)
	}
}
