package index

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/index/vi"
)

// spoken is a library of a few papers.
func spoken() []Doc {
	return []Doc{
		{ID: "a", Body: "Chỉ thị của Thủ tướng về phòng cháy, chữa cháy rừng. Thủ tướng Chính phủ yêu cầu các bộ."},
		{ID: "b", Body: "Kế hoạch phòng cháy rừng của Ủy ban nhân dân tỉnh Kon Tum; thi đua khen thưởng."},
		{ID: "c", Body: "Báo cáo thi đua, khen thưởng của tỉnh. Thị trường gạo. Chỉ thị mới."},
	}
}

func TestCorrect(t *testing.T) {
	x := opened(t, spoken()...)
	for _, c := range []struct{ name, typed, want string }{
		{"all known", "thủ tướng chính phủ", "thủ tướng chính phủ"},
		{"a letter left out", "thủ tướg chính phủ", "thủ tuong chính phủ"},
		{"a letter put in", "khenn thưởng", "khen thưởng"},
		{"two letters swapped", "khen thuogn", "khen thuong"},
		{"another letter", "phong chsy rung", "phong chay rung"},
		{"run together", "thutuong", "thu tuong"},
		{"beside what it stands beside", "thi dun", "thi dua"},
		{"known, but never beside its neighbour", "khen phuong", "khen thuong"},
		{"nothing near", "xyzzy thi đua", "xyzzy thi đua"},
		{"signs and quotes stay", `+"thủ tướg" -x`, `+"thủ tuong" -x`},
		{"operators stay", "rừnng OR tỉnnh", "rung OR tinh"},
		{"numbers stay", "87/CT-TTg 2o", "87/CT-TTg 2o"},
		{"nothing", "", ""},
		{"a pasted page", strings.Repeat("thủ tướg ", 40), strings.Repeat("thủ tướg ", 40)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, changed, err := x.Correct(t.Context(), c.typed)
			if err != nil || got != c.want || changed != (c.want != c.typed) {
				t.Errorf("%q: %q, %v, %v; want %q", c.typed, got, changed, err, c.want)
			}
		})
	}
}

func TestRestore(t *testing.T) {
	var texts []string
	for _, d := range spoken() {
		texts = append(texts, d.Body)
	}
	for _, c := range []struct{ name, typed, want string }{
		{"no marks", "chi thi phong chay rung", "chỉ thị phòng cháy rừng"},
		{"some marks", "thi đua khen thuong", "thi đua khen thưởng"},
		{"wrong marks", "thị đùa khèn thưởng", "thi đua khen thưởng"},
		{"as it stands in the texts", "thị trường", "thị trường"},
		{"the same letters, two words", "thi truong", "thị trường"},
		{"capitals", "Thu tuong Chinh phu", "Thủ tướng Chính phủ"},
		{"with signs", `+"thu tuong" -kho`, `+"thủ tướng" -kho`},
		{"never side by side", "gao rung", "gao rung"},
		{"one word", "rung", "rừng"},
		{"one word that stands so", "rừng", "rừng"},
		{"one word of several writings", "thi", "thi"},
		{"other letters", "abc def", "abc def"},
		{"an operator", "phong chay OR khen thuong", "phòng cháy OR khen thưởng"},
		{"nothing", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Restore(c.typed, texts); got != c.want {
				t.Errorf("%q: %q, want %q", c.typed, got, c.want)
			}
		})
	}
	if got := Restore("chi thi", nil); got != "chi thi" {
		t.Errorf("without texts: %q", got)
	}
}

// Whatever is typed, restoring changes marks alone: no letter is lost, and a second time changes nothing.
func TestRestoreProperty(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		word := rapid.SampledFrom([]string{"thi", "thị", "đua", "dua", "cháy", "chay", "rừng", "THI", "Đua", `"`, "+", "OR", "87/CT"})
		typed := strings.Join(rapid.SliceOfN(word, 0, 8).Draw(rt, "typed"), " ")
		texts := []string{strings.Join(rapid.SliceOfN(word, 0, 20).Draw(rt, "text"), " ")}
		got := Restore(typed, texts)
		if letters(got) != letters(typed) {
			rt.Fatalf("%q became %q", typed, got)
		}
		if again := Restore(typed, texts); again != got {
			rt.Fatalf("%q became %q and %q", typed, got, again)
		}
	})
}

func letters(s string) string {
	var t vi.Tokenizer
	var out []string
	for _, tok := range t.Tokens(nil, s) {
		out = append(out, tok.Folded)
	}
	return strings.Join(out, " ")
}

// A word that is near another by one slip is found from it.
func TestNearProperty(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		word := rapid.StringMatching(`[a-e]{1,6}`).Draw(rt, "word")
		v := &vocabulary{docs: map[string]int{word: 1}}
		i := rapid.IntRange(0, len(word)-1).Draw(rt, "place")
		slips := []string{word[:i] + word[i+1:], word[:i] + "x" + word[i:], word[:i] + "x" + word[i+1:]}
		if i+1 < len(word) {
			slips = append(slips, word[:i]+word[i+1:i+2]+word[i:i+1]+word[i+2:])
		}
		for _, slip := range slips {
			if near := v.near(slip); slip != word && (len(near) != 1 || near[0] != word) {
				rt.Fatalf("%q is near %v, want %q", slip, near, word)
			}
		}
		if len(v.near(word)) != 0 {
			rt.Fatalf("%q is near itself", word)
		}
	})
}
