package document

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
)

func TestParseSymbol(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Symbol
		ok   bool
	}{
		{"19/CT-TTg", Symbol{Number: "19", Code: "CT", Organs: []string{"TTg"}}, true},
		{"02/2024/TT-VKSTC", Symbol{Number: "02", Year: "2024", Code: "TT", Organs: []string{"VKSTC"}}, true},
		{"45/2019/QH14", Symbol{Number: "45", Year: "2019", Organs: []string{"QH14"}}, true},
		{"84/2025/UBTVQH15", Symbol{Number: "84", Year: "2025", Organs: []string{"UBTVQH15"}}, true},
		{"295/2007/NQ-UBTVQH12", Symbol{Number: "295", Year: "2007", Code: "NQ", Organs: []string{"UBTVQH12"}}, true},
		{"51/QĐ-VKSTC-V12", Symbol{Number: "51", Code: "QĐ", Organs: []string{"VKSTC", "V12"}}, true},
		{"1988/VKSTC-V8", Symbol{Number: "1988", Organs: []string{"VKSTC", "V8"}}, true},
		{"224/V16", Symbol{Number: "224", Organs: []string{"V16"}}, true},
		{"34-CT/TW", Symbol{Number: "34", Code: "CT", Organs: []string{"TW"}, Party: true}, true},
		{"367-QĐ/TWĐTN-VP", Symbol{Number: "367", Code: "QĐ", Organs: []string{"TWĐTN", "VP"}, Party: true}, true},
		{"01-TANDTC-VKSNDTC/TTLT", Symbol{Number: "01", Code: "TTLT", Organs: []string{"TANDTC", "VKSNDTC"}}, true},
		{"01a/QĐ-UBND", Symbol{Number: "01a", Code: "QĐ", Organs: []string{"UBND"}}, true},
		{"15/2017/TT-BNN&PTNT", Symbol{Number: "15", Year: "2017", Code: "TT", Organs: []string{"BNN&PTNT"}}, true},
		{"12/QĐ-UB(TH)", Symbol{Number: "12", Code: "QĐ", Organs: []string{"UB(TH)"}}, true},
		{"204517/CTHN-TTHT", Symbol{Number: "204517", Organs: []string{"CTHN", "TTHT"}}, true},
		{in: "43"}, {in: "85-CP"}, {in: "16/7/2021"}, {in: "12/2011"}, {in: "/CT-TTg"}, {in: "19/ct-ttg"}, {in: "1234567/CT"},
		{in: "19/CT-"}, {in: "19/-CT"}, {in: "19/CT TTg"}, {in: ""}, {in: "19/1899/CT-TTg"}, {in: "19-CT/"}, {in: "19ab/CT"},
	} {
		got, ok := ParseSymbol(c.in)
		if ok != c.ok || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q: %+v %v, want %+v %v", c.in, got, ok, c.want, c.ok)
		}
	}
}

// The grammar as regular expressions: slower, and easier to check by eye.
var (
	stateForm = regexp.MustCompile(`^(\d{1,6}[A-Za-z]?)/(?:((?:19|20)\d\d)/)?(\p{Lu}[\p{L}\d&.]*(?:-[\p{L}\d&.()]+)*)$`)
	partyForm = regexp.MustCompile(`^(\d{1,6}[A-Za-z]?)-(\p{Lu}[\p{L}]*)/(\p{Lu}[\p{L}\d&.]*(?:-[\p{L}\d&.]+)*)$`)
	jointForm = regexp.MustCompile(`^(\d{1,6})-(\p{Lu}[\p{L}\d]*(?:-[\p{L}\d]+)*)/(TTLT|TT-LT|TT-LB|TTLB)$`)
)

func FuzzParseSymbol(f *testing.F) {
	for _, s := range []string{"19/CT-TTg", "02/2024/TT-VKSTC", "34-CT/TW", "01-TANDTC-VKSNDTC/TTLT", "12/QĐ-UB(TH)", "1a-B/C", "5/2020/Đ", "7-A1/B", "123456/CTHN-TTHT"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "?")
		sym, ok := ParseSymbol(s)
		want := stateForm.MatchString(s) || partyForm.MatchString(s) || jointForm.MatchString(s)
		if ok != want {
			t.Fatalf("%q: %v, the forms say %v", s, ok, want)
		}
		if ok && (!strings.HasPrefix(s, sym.Number) || len(sym.Organs) == 0) {
			t.Fatalf("%q: %+v", s, sym)
		}
	})
}

func TestFoldSymbol(t *testing.T) {
	for _, pair := range [][2]string{
		{"02 /CT-VKSTC", "2/ct-vkstc"}, {"109-NQ/BCSĐ", "109-NQ/BCSD"}, {"95/QĐ–TTg", "95/QĐ-TTG"}, {"30/2020/NÐ-CP", "30/2020/NĐ-CP"},
	} {
		if a, b := FoldSymbol(pair[0]), FoldSymbol(pair[1]); a != b {
			t.Errorf("%q folds to %q, %q to %q", pair[0], a, pair[1], b)
		}
	}
	if FoldSymbol("12/QĐ-UBND") == FoldSymbol("21/QĐ-UBND") {
		t.Error("two numbers fold alike")
	}
}
