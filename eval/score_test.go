package eval

import (
	"bytes"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

// figures are right, wrong and missed of a field.
func (s *Scores) figures(field string) Count { return *s.count(field) }

func scored(g Gold, d *document.Document, level Strictness) *Scores {
	s := NewScores(level)
	s.Add(g, d)
	return s
}

func only(fields ...string) map[string]bool {
	m := map[string]bool{}
	for _, f := range fields {
		m[f] = true
	}
	return m
}

func TestScalars(t *testing.T) {
	for _, c := range []struct {
		name, want, got string
		count           Count
	}{
		{"right", "Hà Nội", "Hà Nội", Count{Right: 1}},
		{"wrong is too many and missed", "Hà Nội", "Huế", Count{Wrong: 1, Missed: 1}},
		{"not given", "Hà Nội", "", Count{Missed: 1}},
		{"given where there is none", "", "Hà Nội", Count{Wrong: 1}},
		{"rightly not given", "", "", Count{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &document.Document{}
			if c.got != "" {
				d.Place = &document.Field{Value: c.got}
			}
			s := scored(Gold{Scalars: map[string]string{"place": c.want}}, d, Exact)
			if got := s.figures("place"); got != c.count {
				t.Errorf("%+v, want %+v", got, c.count)
			}
			if (len(s.Differences) > 0) != (c.want != c.got) {
				t.Errorf("differences %v", s.Differences)
			}
		})
	}
}

func TestEveryScalarIsRead(t *testing.T) {
	f := func(v string) *document.Field { return &document.Field{Value: v} }
	d := &document.Document{
		Kind: &document.Kind{Value: "chi_thi"}, Issuer: &document.Issuer{Value: "i"}, Symbol: f("s"), IssuedOn: f("d"), Place: f("p"),
		Title: f("t"), Secrecy: f("Mật"), Urgency: f("Khẩn"), Signer: &document.Signer{Value: "n", Position: "o", Authority: "KT."},
	}
	got := scalarsOf(d)
	for field, want := range map[string]string{
		"kind": "chi_thi", "issuer": "i", "symbol": "s", "issued_on": "d", "place": "p", "title": "t", "secrecy": "Mật", "urgency": "Khẩn",
		"signer": "n", "signer.position": "o", "signer.authority": "KT.",
	} {
		if got[field] != want {
			t.Errorf("%s: %q", field, got[field])
		}
	}
}

func TestTitlesAreComparedBare(t *testing.T) {
	d := &document.Document{Title: &document.Field{Value: "VỀ VIỆC TRỰC TẾT"}}
	if got := scored(Gold{Scalars: map[string]string{"title": "trực Tết"}}, d, Exact).figures("title"); got != (Count{Right: 1}) {
		t.Errorf("%+v", got)
	}
}

func TestLists(t *testing.T) {
	for _, c := range []struct {
		name      string
		want, got []string
		count     Count
	}{
		{"in another order", []string{"a", "b"}, []string{"b", "a"}, Count{Right: 2}},
		{"twice and once", []string{"a", "a"}, []string{"a"}, Count{Right: 1, Missed: 1}},
		{"once and twice", []string{"a"}, []string{"a", "a"}, Count{Right: 1, Wrong: 1}},
		{"none of either", nil, nil, Count{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &document.Document{}
			for _, r := range c.got {
				d.Recipients = append(d.Recipients, document.Recipient{Text: r})
			}
			if got := scored(Gold{Scored: only("recipients"), Recipients: c.want}, d, Exact).figures("recipients"); got != c.count {
				t.Errorf("%+v, want %+v", got, c.count)
			}
		})
	}
}

func TestThemesCountOnceByLetters(t *testing.T) {
	g := Gold{Scored: only("themes"), Themes: []GoldTheme{{"motto", "Kỷ cương, liêm chính"}, {"motto", "Kỷ cương - liêm chính"}, {"theme", "Đoàn kết"}}}
	d := &document.Document{Themes: []document.Theme{{Kind: "motto", Text: "KỶ CƯƠNG – LIÊM CHÍNH"}, {Kind: "movement", Text: "Đoàn kết"}}}
	s := scored(g, d, Exact)
	if got := s.figures("themes"); got != (Count{Right: 1, Wrong: 1, Missed: 1}) {
		t.Errorf("%+v", got)
	}
	if s.Level != Exact {
		t.Errorf("the level is left at %s", s.Level)
	}
}

func TestResultsAreValueAndUnit(t *testing.T) {
	g := Gold{Scored: only("results"), Results: []GoldResult{{6433, "tin báo"}, {0.5, "%"}, {3, "vụ"}}}
	d := &document.Document{Results: []document.Result{{Value: 6433, Unit: "tin báo"}, {Value: 0.5, Unit: "%"}, {Value: 3, Unit: "bị can"}}}
	if got := scored(g, d, Exact).figures("results"); got != (Count{Right: 2, Wrong: 1, Missed: 1}) {
		t.Errorf("%+v", got)
	}
}

func TestSilentFieldsAreNotScored(t *testing.T) {
	d := &document.Document{
		Place: &document.Field{Value: "Huế"}, Recipients: []document.Recipient{{Text: "a"}}, Themes: []document.Theme{{Text: "a"}},
		Tasks: []document.Task{{Text: "a"}}, Citations: []document.Citation{{Symbol: "1/CT-X"}}, Results: []document.Result{{Unit: "a"}},
	}
	if names := scored(Gold{}, d, Exact).Names(); len(names) > 0 {
		t.Errorf("scored %v", names)
	}
}

func TestCountShares(t *testing.T) {
	for _, c := range []struct {
		count    Count
		p, r, f1 float64
	}{
		{Count{}, 1, 1, 1},
		{Count{Right: 3, Wrong: 1}, 0.75, 1, 6.0 / 7},
		{Count{Right: 1, Missed: 3}, 1, 0.25, 0.4},
		{Count{Wrong: 2}, 0, 1, 0},
	} {
		if p, r, f1 := c.count.Precision(), c.count.Recall(), c.count.F1(); p != c.p || r != c.r || f1 != c.f1 {
			t.Errorf("%+v: %v %v %v", c.count, p, r, f1)
		}
	}
}

func TestPrint(t *testing.T) {
	g := Gold{Source: "a.txt", Scalars: map[string]string{"place": "Thừa Thiên Huế", "kind": "chi_thi"}}
	d := &document.Document{Place: &document.Field{Value: "THỪA THIÊN HUẾ"}, Kind: &document.Kind{Value: "ke_hoach"}}
	var scores []*Scores
	for _, l := range Levels() {
		scores = append(scores, scored(g, d, l))
	}
	var b bytes.Buffer
	if err := Print(&b, scores); err != nil {
		t.Fatal(err)
	}
	want := "" +
		"  field  gold  given      P      R  F1 exact  F1 folded  F1 overlap  F1 edit\n" +
		"   kind     1      1  0.000  0.000     0.000      0.000       0.000    0.000\n" +
		"  place     1      1  0.000  0.000     0.000      1.000       1.000    1.000\n"
	if b.String() != want {
		t.Errorf("\n%s\nwant\n%s", b.String(), want)
	}
	b.Reset()
	if err := PrintDifferences(&b, scores[1]); err != nil {
		t.Fatal(err)
	}
	if want := "a.txt: kind: want \"chi_thi\", got \"ke_hoach\"\n"; b.String() != want {
		t.Errorf("%s", b.String())
	}
	if rows := scores[1].Rows(); len(rows) != 2 || rows[0] != (Row{Field: "kind", Wrong: 1, Missed: 1}) || rows[1].F1 != 1 {
		t.Errorf("%+v", rows)
	}
	if err := Print(&b, nil); err != nil {
		t.Error(err)
	}
}

func TestClip(t *testing.T) {
	long := strings.Repeat("ă", 100) + strings.Repeat("b", 100)
	if got := clip(long); got != strings.Repeat("ă", 80)+" … "+strings.Repeat("b", 30) {
		t.Error(got)
	}
	if got := clip(" short\nenough "); got != "short enough" {
		t.Errorf("%q", got)
	}
}
