package document

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNullString(t *testing.T) {
	for _, c := range []struct {
		json string
		want NullString
	}{{`null`, ""}, {`""`, ""}, {`"a"`, "a"}, {`"\u1ed9"`, "ộ"}} {
		got := NullString("before")
		if err := json.Unmarshal([]byte(c.json), &got); err != nil || got != c.want {
			t.Errorf("%s reads as %q, %v", c.json, got, err)
		}
	}
	for _, bad := range []string{`1`, `{}`, `["a"]`, `true`} {
		var s NullString
		if err := json.Unmarshal([]byte(bad), &s); err == nil || !strings.Contains(err.Error(), "a string or null") {
			t.Errorf("%s: %v", bad, err)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := NullString(rapid.String().Draw(t, "s"))
		raw, err := json.Marshal(s)
		if err != nil || (s == "") != (string(raw) == "null") {
			t.Fatalf("%q writes as %s, %v", s, raw, err)
		}
		var back NullString
		if err := json.Unmarshal(raw, &back); err != nil || back != s {
			t.Errorf("%q comes back as %q, %v", s, back, err)
		}
	})
}

func TestDay(t *testing.T) {
	issued, published := &Field{Value: "2022-12-27"}, &Field{Value: "2023-01-05"}
	for _, c := range []struct {
		name string
		d    Document
		want string
	}{
		{"a paper", Document{IssuedOn: issued}, "2022-12-27"},
		{"a news page", Document{PublishedOn: published}, "2023-01-05"},
		{"issue goes before publication", Document{IssuedOn: issued, PublishedOn: published}, "2022-12-27"},
		{"neither", Document{}, ""},
	} {
		if got := c.d.Day(); got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}

// TestNoListIsNull checks the promise of the JSON: a list that is empty is [] and never null, and what is absent is null.
func TestNoListIsNull(t *testing.T) {
	d := Document{Tasks: []Task{{Text: "a"}, {Text: "b", Lead: []string{"Sở Y tế"}}}}
	d.FillEmpty()
	raw, err := json.Marshal(&d)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"warnings":[]`, `"recipients":[]`, `"themes":[]`, `"sections":[]`, `"citations":[]`, `"results":[]`, `"paragraphs":[]`,
		`"lead":[],"support":[]`, `"lead":["Sở Y tế"],"support":[]`, `"symbol":null`, `"urn":null`, `"signer":null`, `"due":null`,
	} {
		if !strings.Contains(string(raw), want) {
			t.Errorf("no %s in %s", want, raw)
		}
	}
	if strings.Contains(string(raw), "published_on") {
		t.Error("a paper that is no news page speaks of publication")
	}
	var back Document
	if err := json.Unmarshal(raw, &back); err != nil || len(back.Tasks) != 2 || back.Tasks[1].Lead[0] != "Sở Y tế" {
		t.Errorf("it comes back as %+v, %v", back, err)
	}
}

func TestEvidenceIsFlat(t *testing.T) {
	raw, err := json.Marshal(Field{Value: "Mật", Evidence: Evidence{Confidence: 0.9, Method: "boxed mark"}})
	if want := `{"value":"Mật","span":null,"confidence":0.9,"method":"boxed mark"}`; err != nil || string(raw) != want {
		t.Errorf("%s, %v; want %s", raw, err, want)
	}
}

func TestKinds(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range Kinds() {
		if seen[k.Value] || k.Name == "" {
			t.Errorf("%+v stands twice or has no name", k)
		}
		seen[k.Value] = true
		if got := strings.ReplaceAll(FoldASCII(k.Name), " ", "_"); got != k.Value {
			t.Errorf("%s folds to %s and not to %s", k.Name, got, k.Value)
		}
		if KindName(k.Value) != k.Name {
			t.Errorf("KindName(%q) = %q", k.Value, KindName(k.Value))
		}
	}
	for _, need := range []string{"chi_thi", "ke_hoach", "bao_cao", "quyet_dinh", "luat", "thong_tu_lien_tich", "cong_van", "tin_bai", "khac"} {
		if !seen[need] {
			t.Errorf("no kind %s", need)
		}
	}
	if KindName("thu") != "" {
		t.Error("an unknown kind has a name")
	}
}

func TestKindOfCode(t *testing.T) {
	for _, c := range []struct{ code, want, why string }{
		{"CT", "chi_thi", "the plainest"},
		{"TT", "thong_tu", "a circular goes before a thông tri"},
		{"QĐ", "quyet_dinh", "a decision goes before a quy định"},
		{"QH", "luat", "a law goes before a plan of land use"},
		{"CTr", "chuong_trinh", "case tells a programme"},
		{"ct", "", "codes are written in their case"},
		{"VKSTC", "", "an organ is no kind"},
		{"", "", "nothing"},
	} {
		if got := KindOfCode(c.code); got != c.want {
			t.Errorf("KindOfCode(%q) = %q, want %q: %s", c.code, got, c.want, c.why)
		}
	}
}

func TestRelations(t *testing.T) {
	all := Relations()
	if all[0] != Amends || all[len(all)-1] != Cites || len(slices.Compact(slices.Sorted(slices.Values(all)))) != len(all) {
		t.Errorf("relations %q", all)
	}
	for _, c := range []struct {
		r    Relation
		want string
	}{
		{BasedOn, "eli:based_on"}, {Implements, "eli:ensures_implementation_of"}, {Amends, "eli:amends"}, {Replaces, "eli:repeals"},
		{Repeals, "eli:repeals"}, {Cites, "eli:cites"}, {AttachedTo, "eli:cites"}, {Relation("other"), "eli:cites"},
	} {
		if got := c.r.ELI(); got != c.want {
			t.Errorf("%s: %s, want %s", c.r, got, c.want)
		}
	}
}

func TestURN(t *testing.T) {
	for _, c := range []struct{ name, issuer, kind, on, symbol, want string }{
		{"a directive", "Viện kiểm sát nhân dân tối cao", "chi_thi", "2022-12-27", "02/CT-VKSTC", "urn:lex:vn:vien.kiem.sat.nhan.dan.toi.cao:chi.thi:2022-12-27;02"},
		{"the Party", "Bộ Chính trị", "chi_thi", "2014-04-07", "34-CT/TW", "urn:lex:vn:bo.chinh.tri:chi.thi:2014-04-07;34"},
		{"commas and dashes in a name", "Bộ Lao động - Thương binh và Xã hội", "thong_tu", "2020-01-02", "1/2020/TT-BLĐTBXH", "urn:lex:vn:bo.lao.dong.thuong.binh.va.xa.hoi:thong.tu:2020-01-02;1"},
		{"a number with a letter", "Chính phủ", "nghi_dinh", "2001-05-06", "01A/NĐ-CP", "urn:lex:vn:chinh.phu:nghi.dinh:2001-05-06;01a"},
		{"a bare number", "Chủ tịch nước", "sac_lenh", "1945-11-30", "68", "urn:lex:vn:chu.tich.nuoc:sac.lenh:1945-11-30;68"},
		{"no issuer", "", "chi_thi", "2022-12-27", "02/CT-VKSTC", ""},
		{"no kind", "Bộ Y tế", "", "2022-12-27", "02/CT-BYT", ""},
		{"no kind that the table names", "Bộ Y tế", "khac", "2022-12-27", "02/CT-BYT", ""},
		{"a news page", "Bộ Y tế", "tin_bai", "2022-12-27", "02/CT-BYT", ""},
		{"no number", "Bộ Y tế", "chi_thi", "2022-12-27", "", ""},
		{"a month is no day", "Bộ Y tế", "chi_thi", "2022-12", "02/CT-BYT", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := URN(c.issuer, c.kind, c.on, c.symbol); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestFoldASCII(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Viện kiểm sát", "vien kiem sat"}, {"ĐƯỜNG Ở ẨN", "duong o an"}, {"Ð", "d"}, {"Ünicode 1/2", "ünicode 1/2"}, {"", ""},
	} {
		if got := FoldASCII(c.in); got != c.want {
			t.Errorf("FoldASCII(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		if a, b := []rune(s), []rune(FoldASCII(s)); len(a) != len(b) {
			t.Errorf("%q has %d code points, folded %d", s, len(a), len(b))
		}
		if once := FoldASCII(s); FoldASCII(once) != once {
			t.Errorf("%q folds again to %q", once, FoldASCII(once))
		}
	})
}

func TestSymbolParts(t *testing.T) {
	for _, c := range []struct{ in, organ, kind string }{
		{"19/CT-TTg", "TTg", "chi_thi"}, {"34-CT/TW", "TW", "chi_thi"}, {"45/2019/QH14", "QH14", ""}, {"51/QĐ-VKSTC-V12", "VKSTC", "quyet_dinh"},
		{"01-TANDTC-VKSNDTC/TTLT", "TANDTC", "thong_tu_lien_tich"}, {"1988/VKSTC-V8", "VKSTC", ""},
	} {
		s, ok := ParseSymbol(c.in)
		if !ok || s.Organ() != c.organ || s.Kind() != c.kind {
			t.Errorf("%q: organ %q, kind %q, %v; want %q, %q", c.in, s.Organ(), s.Kind(), ok, c.organ, c.kind)
		}
	}
	if (Symbol{}).Organ() != "" {
		t.Error("no symbol has an organ")
	}
}

// TestFoldSymbolIsStable checks that folding twice is folding once, and that what typists vary never tells symbols apart.
func TestFoldSymbolIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringMatching(`[0-9]{1,4}[ab]?[/-](2024/)?[A-ZĐ]{1,3}[-/–][A-ZĐa-z&]{1,6}`).Draw(t, "symbol")
		once := FoldSymbol(s)
		if FoldSymbol(once) != once {
			t.Errorf("%q folds to %q and then to %q", s, once, FoldSymbol(once))
		}
		for _, writing := range []string{" " + s, strings.ReplaceAll(s, "-", " – "), strings.ToUpper(s), "0" + s, s + "\u00a0"} {
			if got := FoldSymbol(writing); got != once {
				t.Errorf("%q folds to %q and %q to %q", s, once, writing, got)
			}
		}
	})
}

func TestPageAt(t *testing.T) {
	d := &Document{PageStarts: []int{0, 10, 10, 25}}
	for at, want := range map[int]int{0: 1, 9: 1, 10: 3, 24: 3, 25: 4, 1000: 4} {
		if got := d.PageAt(at); got != want {
			t.Errorf("position %d is on page %d, want %d", at, got, want)
		}
	}
	if got := new(Document).PageAt(3); got != 0 {
		t.Errorf("a text without pages: page %d", got)
	}
}
