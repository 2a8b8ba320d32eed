package index

import (
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/index/vi"
)

// In each text "|" stands where a sentence ends, "¶" where more than a sentence does; both are taken out before the test.
func TestWhereSentencesEnd(t *testing.T) {
	tests := []struct{ name, text string }{
		{"sentences", "Việc thứ nhất. |Việc thứ hai! |Việc thứ ba"},
		{"clauses", "báo cáo kết quả; |gửi về Bộ"},
		{"printed lines go on", "Ủy ban\nnhân dân tỉnh và\nThủ trưởng"},
		{"a line after a point", "kết quả.\n¶Thủ trưởng"},
		{"a blank line", "QUYẾT ĐỊNH\n\n¶về việc"},
		{"items", "gồm\n¶a) rừng\n¶b) biển\n¶2. đất\n¶- nước"},
		{"points of numbers", "khoản 2. Điều này; |Điều 5. Phạm vi"},
		{"short forms", "TP. Hồ Chí Minh, ThS. |Nguyễn Văn An"},
		{"figures", "1.500.000 đồng"},
		{"small letters go on", "v.v. và các việc khác"},
		{"a heading in capitals", "KẾ HOẠCH\n¶Về việc của UBND\ntỉnh"},
		{"a colon before items", "sau đây:\n¶Rừng"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.NewReplacer("|", "", "¶", "").Replace(tt.text)
			var tz vi.Tokenizer
			tokens := tz.Tokens(nil, text)
			var out strings.Builder
			at := 0
			for i := 1; i < len(tokens); i++ {
				out.WriteString(text[at:tokens[i].Start])
				at = tokens[i].Start
				switch {
				case endsParagraph(text, tokens, i):
					out.WriteString("¶")
				case endsSentence(text, tokens, i):
					out.WriteString("|")
				}
			}
			if got := out.String() + text[at:]; strings.ReplaceAll(got, "- ¶", "¶- ") != tt.text {
				t.Errorf("got  %q\nwant %q", got, tt.text)
			}
		})
	}
}

func TestBestParagraph(t *testing.T) {
	q := &wordsQuery{
		parts: []part{{fBody, "rung", 1, false}, {fBody, "rừng", 1, false}, {fBody, "bien", 1, false}, {fBody, "bao", 1, false}, {fBody, "ve", 1, false}, {pairsOf(fBody), "bao ve", 1, true}, {fKind, "luat", 3, false}},
		worth: []float64{1, 1, 1, 1, 1, 4, 100},
	}
	w := newWeigher(q, &vocabulary{})
	order := []string{ // from the worst to the best
		"không có gì",
		"biển",
		"rừng.\nbiển.\nbảo.\nvệ.\nbảo",
		"bảo vệ",
		"rừng và biển và bảo vệ",
	}
	last := -1.0
	for _, text := range order {
		if got := w.best("", text); got <= last {
			t.Errorf("%q scores %v, not above %v", text, got, last)
		} else {
			last = got
		}
	}
	if w.best("", "biển.\nrừng") >= w.best("", "biển, rừng") {
		t.Error("a paragraph with both words is no better than two with one each")
	}
	if w.best("Bảo vệ", "biển") <= w.best("", "biển") {
		t.Error("the title counts nothing")
	}
	long := strings.Repeat("một hai ba bốn ", 40)
	if w.best("", "rừng "+long) >= w.best("", "rừng") {
		t.Error("a long paragraph scores as a short one")
	}
}

// A title counts as far as the question speaks of it, and its rare words more than its frequent ones.
func TestCovered(t *testing.T) {
	q := &wordsQuery{parts: []part{{fBody, "bao", 1, false}, {fBody, "ve", 1, false}, {fBody, "rung", 1, false}, {pairsOf(fBody), "bao ve", 1, true}, {pairsOf(fBody), "ve rung", 1, true}}}
	q.worth = make([]float64, len(q.parts))
	w := newWeigher(q, &vocabulary{all: 100, docs: map[string]int{"bao": 50, "ve": 50, "rung": 3, "cua": 90, "bien": 3}})
	order := []string{"", "Biển", "Biển của 2023", "Biển rừng của", "Rừng biển", "Về rừng của", "Bảo vệ rừng của", "Bảo vệ rừng"}
	last := 0.0
	for i, title := range order {
		got := w.covered(title)
		if got < 0 || got > 1 || i > 2 && got <= last || i <= 2 && got != 0 {
			t.Errorf("%q is covered by %v, the one before by %v", title, got, last)
		}
		last = got
	}
	if last != 1 {
		t.Errorf("a title of the question's words is covered by %v", last)
	}
}

// A pasted question finds the document whose one paragraph answers it before one that has the same words strewn about;
// the pages of the results hold each document once.
func TestRescore(t *testing.T) {
	docs := []Doc{
		{ID: "scattered", Body: "Thời hạn.\nCấp phép.\nKhai thác.\nGỗ.\nRừng trồng.\n"},
		{ID: "together", Body: "Thời hạn cấp phép khai thác gỗ rừng trồng là mười ngày.\n" + strings.Repeat("Điều này nói về việc khác hẳn.\n", 20)},
	}
	for _, id := range strings.Fields("a b c d e f g h i j k l m n o p q r s t u v w x y z") {
		docs = append(docs, Doc{ID: id, Body: "Thời hạn cấp phép. Khai thác " + id + strings.Repeat(". Điều này nói về việc khác hẳn", 20)})
	}
	x := openWorld(t, docs)
	q := "thời hạn cấp phép khai thác gỗ rừng trồng"
	all := search(t, x, q, Filters{})
	if all.Hits[0].ID != "together" {
		t.Errorf("first is %s", all.Hits[0].ID)
	}
	var paged []string
	for offset := 0; offset < all.Total; offset += 7 {
		page := searchPage(t, x, q, offset, 7)
		for _, h := range page.Hits {
			paged = append(paged, h.ID)
		}
	}
	if want := strings.Fields(ids(all)); !slices.Equal(paged, want) {
		t.Errorf("page after page\n%v\nat once\n%v", paged, want)
	}
	for i := 1; i < len(all.Hits); i++ {
		if all.Hits[i].Score > all.Hits[i-1].Score {
			t.Errorf("hit %d scores above the one before it", i)
		}
	}
}
