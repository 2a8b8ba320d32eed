package graph

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/soichi/soichi/document"
)

func TestCardOf(t *testing.T) {
	cites := []document.Citation{cite("luat", "16/2017/QH14", "Quốc hội", "2017-11-15", document.BasedOn)}
	full := &document.Document{
		ID: "d", URN: "urn:lex:vn:a", Text: "bảy chữ", Source: document.Source{Path: "a/b.pdf"}, Citations: cites,
		Kind: &document.Kind{}, Symbol: &document.Field{}, Issuer: &document.Issuer{}, IssuedOn: &document.Field{}, Title: &document.Field{},
	}
	full.Kind.Value, full.Symbol.Value, full.Issuer.Value = "chi_thi", "4/CT-UBND", lạng
	full.IssuedOn.Value, full.Title.Value = "2024-03-05", "Về gieo cấy vụ xuân"
	for _, tt := range []struct {
		name string
		doc  *document.Document
		want Card
	}{
		{"everything", full, Card{
			ID: "d", Path: "a/b.pdf", Size: len("bảy chữ"), Kind: "chi_thi", Symbol: "4/CT-UBND", Issuer: lạng, IssuedOn: "2024-03-05",
			Title: "Về gieo cấy vụ xuân", URN: "urn:lex:vn:a", Citations: cites,
		}},
		{"a page of which nothing was read", &document.Document{ID: "e"}, Card{ID: "e"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, CardOf(tt.doc), cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(Card{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// asked counts the questions to a register.
type asked struct{ canonical, province int }

func (a *asked) Canonical(name, on string) string { a.canonical++; return name + "@" + on }
func (a *asked) Province(words string) string     { a.province++; return words + "!" }

func TestARegisterIsAskedOnce(t *testing.T) {
	var register asked
	m := remember(&register)
	for range 3 {
		for _, on := range []string{"2024-01-01", "2025-07-01"} {
			if got := m.Canonical(huế, on); got != huế+"@"+on {
				t.Errorf("the name of %s is %q: a day has its own answer", on, got)
			}
		}
		if got := m.Province(huế); got != huế+"!" {
			t.Errorf("province %q", got)
		}
	}
	if register.canonical != 2 || register.province != 1 {
		t.Errorf("asked %+v, want one question a name and day", register)
	}
}
