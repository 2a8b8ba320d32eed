package eval

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

func TestValuesAreJudged(t *testing.T) {
	g := Gold{
		Scalars: map[string]string{"symbol": "1/CT-X", "place": "Hà Nội", "title": "", "signer": "Lê A", "signer.position": "Chủ tịch", "urgency": "Khẩn"},
		Scored:  only("citations", "tasks"), Citations: []GoldCitation{{Exact: "Chỉ thị số 2/CT-X", Relation: "cites"}}, Tasks: []GoldTask{quote("Làm việc A")},
	}
	e := func(confidence float64, method string) document.Evidence {
		return document.Evidence{Confidence: confidence, Method: method}
	}
	d := &document.Document{
		Text:   "Làm việc A. Làm việc B.",
		Symbol: &document.Field{Value: "1/CT-X", Evidence: e(0.99, "letterhead")}, Place: &document.Field{Value: "Huế", Evidence: e(0.5, "letterhead")},
		Title: &document.Field{Value: "x", Evidence: e(0.8, "sheet")}, Signer: &document.Signer{Value: "Lê A", Position: "Bí thư", Evidence: e(0.95, "signature")},
		Citations: []document.Citation{{Span: document.Span{Exact: "Chỉ thị số 2/CT-X"}, Confidence: 0.99, Method: "number"}, {Span: document.Span{Exact: "Luật B"}, Confidence: 0.7, Method: "name"}},
		Tasks:     []document.Task{{Span: document.Span{Exact: "Làm việc A"}, Confidence: 0.9, Method: "item"}, {Span: document.Span{Exact: "Làm việc B"}, Confidence: 0.7, Method: "item"}},
	}
	want := []Judged{
		{"place", "letterhead", Suggestion{0.5, false}}, {"signer", "signature", Suggestion{0.95, true}}, {"symbol", "letterhead", Suggestion{0.99, true}},
		{"title", "sheet", Suggestion{0.8, false}}, {"citations.span", "number", Suggestion{0.99, true}}, {"citations.span", "name", Suggestion{0.7, false}},
		{"tasks.span", "item", Suggestion{0.9, true}}, {"tasks.span", "item", Suggestion{0.7, false}},
	}
	if got := scored(g, d, Exact).Judged; !reflect.DeepEqual(got, want) {
		t.Errorf("judged\n%v, want\n%v", got, want)
	}
}

func TestRules(t *testing.T) {
	got := Rules([]Judged{
		{"title", "title", Suggestion{0.99, true}}, {"symbol", "letterhead", Suggestion{0.99, true}}, {"symbol", "letterhead", Suggestion{0.5, false}},
		{"symbol", "heading", Suggestion{0.8, true}},
	})
	want := []Rule{
		{"symbol", "heading", 1, 1, 0.8, 2.0 / 3}, {"symbol", "letterhead", 2, 1, 0.745, 0.5}, {"title", "title", 1, 1, 0.99, 2.0 / 3},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	var b strings.Builder
	if err := PrintRules(&b, got); err != nil || !strings.Contains(b.String(), "letterhead      2      1    0.74      0.50") {
		t.Errorf("%v\n%s", err, b.String())
	}
	if got := Rules(nil); len(got) != 0 {
		t.Errorf("no values give %v", got)
	}
}

// TestRulesCountEverything checks that each judged value is in one rule, that no measured share is 0 or 1, and that the bins
// hold the same number.
func TestRulesCountEverything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []Judged
		for range rapid.IntRange(0, 40).Draw(t, "n") {
			list = append(list, Judged{
				rapid.SampledFrom([]string{"symbol", "title"}).Draw(t, "field"), rapid.SampledFrom([]string{"a", "b", ""}).Draw(t, "method"),
				Suggestion{rapid.Float64Range(0, 1).Draw(t, "confidence"), rapid.Bool().Draw(t, "right")},
			})
		}
		given, binned := 0, 0
		for _, r := range Rules(list) {
			if given += r.Given; r.Right > r.Given || r.Measured <= 0 || r.Measured >= 1 || r.Stated < 0 || r.Stated > 1 {
				t.Fatalf("%+v", r)
			}
		}
		for _, b := range Calibration(Suggestions(list)) {
			binned += b.Given
		}
		if given != len(list) || binned != len(list) {
			t.Fatalf("%d values: %d in rules, %d in bins", len(list), given, binned)
		}
	})
}

func TestClasses(t *testing.T) {
	for _, c := range []struct {
		name, want, got string
		class           Class
	}{
		{"capitals", "Về việc thi đua", "VỀ VIỆC THI ĐUA", Spelling},
		{"the place of a tone mark", "Bộ Văn hóa", "Bộ Văn hoá", Spelling},
		{"too short", "Ban Thường vụ Tỉnh ủy Gia Lai", "Tỉnh ủy Gia Lai", Extent},
		{"too long", "Sở Y tế", "Sở Y tế chủ trì", Extent},
		{"misread", "Nguyễn Tấn Dũng", "Nguyễn Tân Dũng", Letters},
		{"another", "08/CT-UBND", "Công văn số 5", Other},
		{"not given", "Hà Nội", "", Missed},
		{"given where there is none", "", "Hà Nội", Invented},
	} {
		if got := (Difference{Want: c.want, Got: c.got}).Class(); got != c.class {
			t.Errorf("%s: %s, want %s", c.name, got, c.class)
		}
	}
}

func TestPrintClasses(t *testing.T) {
	s := NewScores(Exact)
	for _, name := range []string{"a", "b", "c", "d"} {
		s.differ(Gold{Source: name}, "title", "Về thi đua", "")
	}
	s.differ(Gold{Source: "a"}, "symbol", "1/CT-X", "2/CT-X")
	var b strings.Builder
	if err := PrintClasses(&b, s); err != nil {
		t.Fatal(err)
	}
	want := "symbol, letters: 1\n  a: want \"1/CT-X\", got \"2/CT-X\"\ntitle, missed: 4\n  a: want \"Về thi đua\", got \"\"\n" +
		"  b: want \"Về thi đua\", got \"\"\n  c: want \"Về thi đua\", got \"\"\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestPrintKinds(t *testing.T) {
	plan, report := NewScores(Exact), NewScores(Exact)
	plan.Fields["symbol"], plan.Fields["title"] = &Count{Right: 1, Wrong: 1, Missed: 1}, &Count{}
	report.Fields["symbol"] = &Count{Right: 2}
	var b strings.Builder
	if err := PrintKinds(&b, map[string]*Scores{"ke_hoach": plan, "bao_cao": report}); err != nil {
		t.Fatal(err)
	}
	want := "      F1  bao_cao  ke_hoach\n  symbol    1.000     0.500\n   title        -         -\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}
