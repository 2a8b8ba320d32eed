package document

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// whole is a document with every field filled.
func whole() *Document {
	at := func(start, end int, exact string) *Span { return &Span{Start: start, End: end, Exact: exact} }
	e := func(s *Span) Evidence { return Evidence{Span: s, Confidence: 0.9, Method: "letterhead"} }
	d := &Document{
		ID: "a", URN: "urn:lex:vn:x", Source: Source{Path: "a.txt", SHA256: "00", MediaType: "text/plain", Pages: 1, Warnings: []string{"w"}},
		Text: "CHỈ THỊ", Kind: &Kind{"chi_thi", "Chỉ thị", e(at(0, 7, "CHỈ THỊ"))}, Symbol: &Field{"1/CT-X", e(nil)},
		Issuer: &Issuer{"Bộ X", "BX", e(nil)}, IssuedOn: &Field{"2024-01-02", e(nil)}, Place: &Field{"Hà Nội", e(nil)}, Title: &Field{"Về rừng", e(nil)},
		Signer: &Signer{"Lê A", "Bộ trưởng", "", e(nil)}, Urgency: &Field{"Khẩn", Evidence{Confidence: 0.5, Method: "boxed mark", Suggested: true}},
		Recipients: []Recipient{{"Sở A", "để t/h", *at(0, 1, "C")}}, Themes: []Theme{{Kind: ThemeMotto, Text: "Kỷ cương"}}, Sections: []Section{{Path: "I", Label: "I."}},
		Citations: []Citation{{Symbol: "2/CT-X", Relation: Implements, Confidence: 0.9}}, Results: []Result{{Measure: "m", Value: 1.5, Unit: "ha"}},
		Tasks: []Task{{Text: "Làm", Lead: []string{"Sở A"}, Support: []string{}, Due: &Due{Value: "2024-05-06", Text: "06/5"}, Confidence: 0.9}}, Paragraphs: []Paragraph{{Start: 0, End: 7}},
	}
	d.FillEmpty()
	return d
}

// TestJSONRoundTrip reads back what was written: a library keeps documents as JSON.
func TestJSONRoundTrip(t *testing.T) {
	for name, d := range map[string]*Document{"whole": whole(), "empty": {}} {
		d.FillEmpty()
		b, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var back Document
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatal(err)
		}
		back.FillEmpty()
		if !reflect.DeepEqual(&back, d) {
			t.Errorf("%s: written %s, read back as %+v", name, b, back)
		}
	}
}

// TestContractNames holds the names of fields that other programs read.
func TestContractNames(t *testing.T) {
	b, err := json.Marshal(whole())
	if err != nil {
		t.Fatal(err)
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(b, &fields); err != nil {
		t.Fatal(err)
	}
	for _, name := range strings.Fields("id urn source text kind symbol issuer issued_on place title signer secrecy urgency recipients themes sections citations tasks results") {
		if fields[name] == nil {
			t.Errorf("no %s", name)
		}
	}
	for field, names := range map[string]string{
		"kind": "value name span confidence method", "issuer": "value code span confidence method", "signer": "value position authority span confidence method",
		"symbol": "value span confidence method", "urgency": "value span confidence method suggested",
	} {
		var keys map[string]json.RawMessage
		if err := json.Unmarshal(fields[field], &keys); err != nil {
			t.Fatal(err)
		}
		if len(keys) != len(strings.Fields(names)) {
			t.Errorf("%s is %s, want the keys %s", field, fields[field], names)
		}
		for _, n := range strings.Fields(names) {
			if keys[n] == nil {
				t.Errorf("%s has no %s", field, n)
			}
		}
	}
}

// TestKindTable checks each row of the table of kinds against the rules that its head gives.
func TestKindTable(t *testing.T) {
	values, names := map[string]bool{}, map[string]bool{}
	for _, k := range Kinds() {
		if values[k.Value] || names[k.Name] {
			t.Errorf("%s stands twice", k.Value)
		}
		values[k.Value], names[k.Name] = true, true
		if k.Value != "tin_bai" && k.Value != "khac" && k.Value != strings.ReplaceAll(FoldASCII(k.Name), " ", "_") {
			t.Errorf("%s is not %q folded", k.Value, k.Name)
		}
		for _, c := range k.Codes {
			if KindOfCode(c) == "" || c != strings.TrimSpace(c) || strings.ContainsAny(c, "/- ") {
				t.Errorf("%s: code %q", k.Value, c)
			}
		}
	}
}

// TestURNNames checks that a name is given for whole identities alone, and that equal ones have equal names.
func TestURNNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pick := func(name string, from ...string) string { return rapid.SampledFrom(from).Draw(t, name) }
		issuer, kind := pick("issuer", "", "Bộ Y tế", "Ủy ban nhân dân tỉnh Sơn La"), pick("kind", "", "chi_thi", "khac", "tin_bai")
		day, symbol := pick("day", "", "2024", "2024-01-02"), pick("symbol", "", "07/CT-BYT", "34-CT/TW", "45/2019/QH14", "13")
		got := URN(issuer, kind, day, symbol)
		whole := issuer != "" && kind == "chi_thi" && day == "2024-01-02" && symbol != ""
		if (got != "") != whole {
			t.Fatalf("%q, %q, %q, %q: %q", issuer, kind, day, symbol, got)
		}
		if got != "" && (got != strings.ToLower(got) || strings.ContainsAny(got, " /") || !strings.Contains(got, ":"+day+";")) {
			t.Fatalf("%q", got)
		}
		if got != URN(strings.ToUpper(issuer), kind, day, symbol) {
			t.Fatalf("capitals give another name than %q", got)
		}
	})
}

// TestFoldASCIIKeepsPlaces checks that folding keeps the number of code points, folds twice to the same, and leaves no mark.
func TestFoldASCIIKeepsPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("aăâbcdđeêghiklmnoôơpqrstuưvxyÁẢÃẠẮẤĐÐỚỰỳ 09/-"))).Draw(t, "text")
		f := FoldASCII(s)
		if len([]rune(f)) != len([]rune(s)) || FoldASCII(f) != f {
			t.Fatalf("%q folds to %q", s, f)
		}
		for _, r := range f {
			if r > 0x7f || r >= 'A' && r <= 'Z' {
				t.Fatalf("%q keeps %q", s, r)
			}
		}
	})
}
