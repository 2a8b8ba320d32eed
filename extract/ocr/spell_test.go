package ocr

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// wordsOf makes lines of words, all read with one confidence.
func wordsOf(confidence float64, lines ...string) []Word {
	var out []Word
	for n, line := range lines {
		for _, s := range strings.Fields(line) {
			out = append(out, Word{Text: s, Line: n + 1, Confidence: confidence})
		}
	}
	return out
}

func texts(words []Word) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.Text
	}
	return strings.Join(out, " ")
}

func TestRespell(t *testing.T) {
	cases := []struct {
		name  string
		lines []string
		want  string
	}{
		{"the Icelandic letter", []string{"TGÐ Cổng, Ðề án"}, "TGĐ Cổng, Đề án"},
		{"a label out of order", []string{"a) kênh", "b) mương", "c) cống", "đ) đập"}, "a) kênh b) mương c) cống d) đập"},
		{"the label in its place", []string{"c) cống", "d) đập", "đ) đê"}, "c) cống d) đập đ) đê"},
		{"twice the same", []string{"d) đập", "d) đê"}, "d) đập đ) đê"},
		{"a label within a line stays", []string{"c) cống", "theo điểm đ) này"}, "c) cống theo điểm đ) này"},
		{"a dirty dash", []string{"~- Đài Truyền hình"}, "- Đài Truyền hình"},
		{"a dash within a line stays", []string{"kênh ~- mương"}, "kênh ~- mương"},
		{"a copy to report", []string{"Ban Bí thư (đế bíc);", "Tỉnh ủy (đề b/C);"}, "Ban Bí thư (để b/c); Tỉnh ủy (để b/c);"},
		{"the throne outside brackets", []string{"đế chế"}, "đế chế"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := texts(respell(wordsOf(0.9, c.lines...))); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestRestoreMarks(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"a lost hook", "định kỳ tô chức kiểm tra", "định kỳ tổ chức kiểm tra"},
		{"another tone", "các tỉnh tố chức diễn tập", "các tỉnh tổ chức diễn tập"},
		{"the second syllable", "theo yêu câu của", "theo yêu cầu của"},
		{"a lost stroke", "tiếp tục theo đõi", "tiếp tục theo dõi"},
		{"signs around", "“tô chức”, theo đõi;", "“tổ chức”, theo dõi;"},
		{"capitals", "ỦY BAN NHÀN DÂN", "ỦY BAN NHÂN DÂN"},
		{"a capital in front", "Tô chức thực hiện", "Tổ chức thực hiện"},
		{"a known word stays", "đối tượng chính sách", "đối tượng chính sách"},
		{"known with the word before", "chú trọng các", "chú trọng các"},
		{"both places of the tone mark", "theo uỷ quyền", "theo uỷ quyền"},
		{"two spellings in use", "hàng năm và hằng năm", "hàng năm và hằng năm"},
		{"both syllables", "bao đam vệ sinh", "bảo đảm vệ sinh"},
		{"a sign between", "nộp tô, chức danh", "nộp tô, chức danh"},
		{"a name", "ông Trần Tô Chức", "ông Trần Tô Chức"},
		{"nothing known", "kênh mương", "kênh mương"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := restoreMarks(wordsOf(0.95, c.in))
			if texts(got) != c.want {
				t.Errorf("got %q, want %q", texts(got), c.want)
			}
			for i, w := range wordsOf(0.95, c.in) {
				if changed := got[i].Text != w.Text; changed != (got[i].Confidence <= restoredConfidence) {
					t.Errorf("%q has the confidence %v", got[i].Text, got[i].Confidence)
				}
			}
		})
	}
}

// Whatever is read: no word is lost, and marks alone change.
func TestRestoreMarksProperties(t *testing.T) {
	var syllables []string
	for s := range official().single {
		syllables = append(syllables, s)
	}
	slices.Sort(syllables)
	syllables = append(syllables, strings.Fields("tô câu phô đõi ( ) , ; 12 07/CT-UBND Ðà")...)
	rapid.Check(t, func(t *rapid.T) {
		in := wordsOf(0.9, strings.Join(rapid.SliceOfN(rapid.SampledFrom(syllables), 0, 30).Draw(t, "words"), " "))
		out := restoreMarks(in)
		if len(out) != len(in) {
			t.Fatalf("%d words of %d", len(out), len(in))
		}
		for i := range in {
			if bare(out[i].Text) != bare(in[i].Text) || out[i].Confidence > in[i].Confidence {
				t.Errorf("%+v becomes %+v", in[i], out[i])
			}
		}
	})
}
