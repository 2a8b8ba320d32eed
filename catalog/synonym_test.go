package catalog

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/soichi/soichi/query"
	"github.com/soichi/soichi/register"
)

// expanded gives the other names that a query gets, one a line, in the order of the tree.
func expanded(t *testing.T, q string) []string {
	t.Helper()
	n, err := query.Parse(q)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{}
	query.Walk(synonyms{register.Default()}.expand(n), func(n query.Node) {
		if v, ok := n.(query.Variant); ok {
			for _, o := range v.Others {
				out = append(out, o.String())
			}
		}
	})
	return out
}

func TestSynonyms(t *testing.T) {
	names := func(list ...string) string {
		var alts []string
		for _, n := range list {
			alts = append(alts, query.Phrase{Text: n}.String(), query.Field{Name: "issuer", Value: n}.String())
		}
		return "+(" + strings.Join(alts, " OR ") + ")"
	}
	for _, c := range []struct {
		name, query string
		want        []string
	}{
		{"nothing to expand", "phòng cháy rừng", nil},
		{"a syllable is no abbreviation", "thi đua tư pháp", nil},
		{"nor are its letters without marks", "dau tu cong", nil},
		{"a document's number is taken as it is", "87/CT-UBND", nil},
		{"a pasted sentence needs none", strings.Repeat("UBND xã ", 20), nil},
		{"an abbreviation is written out", "ubnd xã", []string{"ủy ban nhân dân xã"}},
		{"what can be abbreviated is", "Ủy ban nhân dân xã", []string{"ubnd xã"}},
		{"without marks too", "uy ban nhan dan xa", []string{"ubnd xa"}},
		{"a ministry without marks", "bo cong an", []string{names("Bộ Công an", "BCA"), "bộ ca"}},
		{"a ministry by its letters", "BTP", []string{names("Bộ Tư pháp")}},
		{"a ministry by its name", "bộ tư pháp", []string{names("BTP")}},
		{"its documents have days", "Bộ NN&MT", []string{
			names("Bộ Nông nghiệp và Môi trường", "BNNMT") + " -date:<2025-03-01",
			names("Bộ Nông nghiệp và Phát triển nông thôn", "BNNPTNT") + " -date:<1995-11-01 -date:>2026-02-28",
			names("Bộ Tài nguyên và Môi trường", "BTNMT") + " -date:<2002-08-05 -date:>2026-02-28",
			names("Bộ Thủy sản", "BTS") + " -date:>2008-07-30",
			"bộ nông nghiệp môi trường",
		}},
		{"what took over speaks of it from that day on", "V16 báo cáo", []string{
			names("Vụ Thi đua - Khen thưởng", "Vụ 16", "Vụ Thi đua - Khen thưởng Viện kiểm sát nhân dân tối cao", "Vụ 16 Viện kiểm sát nhân dân tối cao") +
				" -date:<2015-06-01 -date:>2026-02-11 báo cáo",
			names("Văn phòng Viện kiểm sát nhân dân tối cao") + " -date:<2025-02-11 báo cáo",
		}},
		{"in a phrase the name stands within it", `"kế hoạch của BTP"`, []string{
			`+("kế hoạch của Bộ Tư pháp" OR issuer:"kế hoạch của Bộ Tư pháp")`,
		}},
		{"an issuer", "issuer:BTP", []string{`issuer:"Bộ Tư pháp"`}},
		{"another field is taken as it is", "theme:BTP title:UBND", nil},
		{"in every alternative", "BTP OR (ubnd | x)", []string{names("Bộ Tư pháp"), "ủy ban nhân dân"}},
		{"what must not be there is taken literally", "rừng -ubnd -(BTP x)", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.want == nil {
				c.want = []string{}
			}
			if d := cmp.Diff(c.want, expanded(t, c.query)); d != "" {
				t.Errorf("%s (-want +got):\n%s", c.query, d)
			}
		})
	}
}

// However a query is expanded, it stays the query that was typed.
func TestExpandKeepsTheQuery(t *testing.T) {
	for _, q := range []string{"ubnd xã OR BTP", `kế hoạch "UBND tỉnh" -x +(V16 y)`, "issuer:BTP kind:chi_thi", "", "a"} {
		n, err := query.Parse(q)
		if err != nil {
			t.Fatal(err)
		}
		was := n.String()
		words := func(s string) string { return strings.NewReplacer("(", "", ")", "", "+", "").Replace(s) }
		if now := (synonyms{register.Default()}).expand(n).String(); words(now) != words(was) || n.String() != was {
			t.Errorf("%q became %q, the tree %q", was, now, n.String())
		}
	}
}

func TestPreferred(t *testing.T) {
	for _, c := range []struct {
		query string
		want  string
	}{
		{"báo cáo của Bộ Tư pháp", "kind:bao_cao issuer:\"Bộ Tư pháp\""},
		{"Bộ Tư pháp báo cáo", "kind:bao_cao issuer:\"Bộ Tư pháp\""},
		{"thong tu lien tich ve rung", "kind:thong_tu_lien_tich"},
		{"sửa đổi chỉ thị", ""},
		{"theo báo cáo của dân", ""},
		{"BTS", `issuer:"Bộ Thủy sản" issuer:"Bộ Nông nghiệp và Phát triển nông thôn" issuer:"Bộ Nông nghiệp và Môi trường"`},
		{"kind:bao_cao", ""},
		{"", ""},
	} {
		n, err := query.Parse(c.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range (synonyms{register.Default()}).preferred(n) {
			got = append(got, f.String())
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q prefers %s, want %s", c.query, s, c.want)
		}
	}
}

func TestMarkedTree(t *testing.T) {
	for typed, want := range map[string]string{
		"phòng cháy":        "phòng cháy",
		"ubnd xã":           `(ubnd xã) "ủy ban nhân dân"`,
		"Ủy ban nhân dân x": `(Ủy ban nhân dân x) "ubnd"`,
		"BTP kế hoạch":      `(BTP kế hoạch) "Bộ Tư pháp"`,
		`"kế hoạch BTP" -x`: `("kế hoạch BTP" -x) "kế hoạch Bộ Tư pháp"`,
		"-ubnd":             "-ubnd",
	} {
		n, err := query.Parse(typed)
		if err != nil {
			t.Fatal(err)
		}
		s := synonyms{register.Default()}
		if got := s.marked(n, s.expand(n), "").String(); got != want {
			t.Errorf("%s is marked by %s, want %s", typed, got, want)
		}
	}
}
