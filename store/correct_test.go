package store

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/soichi/soichi/document"
)

// correct records a value of lan's for a field.
func correct(s *Store, id, field, value string) error {
	c := Correction{DocumentID: id, Field: field, Who: "lan"}
	if value != "" {
		c.Value = json.RawMessage(value)
	}
	return s.Correct(ctx, c)
}

func TestCorrectionWins(t *testing.T) {
	s := open(t, t.TempDir())
	id, _ := put(t, s, abs("a"), "1", "x")
	before, err := s.LastChange(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for field, value := range map[string]string{
		"symbol":    `{"value": "12/CT-UBND", "span": {"start": 12, "end": 21, "exact": "1/CT-UBND"}}`,
		"issued_on": `{"value": "2024-05-06"}`,
		"issuer":    `{"value": "Ủy ban nhân dân tỉnh Lai Châu", "code": "UBND"}`,
		"citations": `[]`,
	} {
		if err := correct(s, id, field, value); err != nil {
			t.Fatal(err)
		}
	}
	check := func(when string) {
		t.Helper()
		d, err := s.Get(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if d.Symbol.Value != "12/CT-UBND" || d.Symbol.Method != byPerson || d.Symbol.Confidence != 1 || d.Symbol.Span == nil {
			t.Errorf("%s: symbol %+v", when, d.Symbol)
		}
		if d.URN != "urn:lex:vn:uy.ban.nhan.dan.tinh.lai.chau:chi.thi:2024-05-06;12" || len(d.Citations) != 0 {
			t.Errorf("%s: urn %s, citations %v", when, d.URN, d.Citations)
		}
		cards, err := s.FindBySymbol(ctx, document.FoldSymbol("12/CT-UBND"))
		if err != nil || len(cards) != 1 || cards[0].IssuedOn != "2024-05-06" || cards[0].URN != string(d.URN) {
			t.Errorf("%s: found %+v, %v", when, cards, err)
		}
		sound(t, s)
	}
	check("at once")
	if after, err := s.LastChange(ctx); err != nil || after != before+4 {
		t.Errorf("changes %d, then %d (%v)", before, after, err)
	}
	if _, outcome, err := s.Put(ctx, doc(abs("a"), "1", "x"), []byte("x"), old, "2"); err != nil || outcome != Updated {
		t.Fatal(outcome, err)
	}
	check("after another extraction")
	put(t, s, abs("a"), "1", "y")
	check("after another version")

	if err := correct(s, id, "symbol", ""); err != nil {
		t.Fatal(err)
	}
	if d, err := s.Get(ctx, id); err != nil || d.Symbol.Value != "1/CT-UBND" || d.Symbol.Method != "test" {
		t.Errorf("withdrawn: %+v %v", d.Symbol, err)
	}
	all, err := s.Corrections(ctx, id)
	if err != nil || len(all) != 5 || all[4].Value != nil || all[4].Who != "lan" || !all[4].At.Equal(day) {
		t.Errorf("history %+v %v", all, err)
	}
}

// TestCorrectedSpans corrects on one text and reads on another.
func TestCorrectedSpans(t *testing.T) {
	cases := map[string]struct {
		text  string
		start int // -1: no span
	}{
		"as it stood":   {"Hà Nội, và thôi", 0},
		"moved":         {"Tại Hà Nội", 4},
		"gone":          {"Tại Huế", -1},
		"in two places": {"Ở Hà Nội, Hà Nội", -1},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := &document.Document{Text: c.text}
			span := `{"start": 0, "end": 6, "exact": "Hà Nội"}`
			for field, value := range map[string]string{
				"place": `{"value": "Hà Nội", "span": ` + span + `}`, "recipients": `[{"text": "Hà Nội", "span": ` + span + `}]`,
			} {
				if err := setField(d, field, json.RawMessage(value)); err != nil {
					t.Fatal(err)
				}
			}
			want := document.Span{}
			if c.start >= 0 {
				want = document.Span{Start: c.start, End: c.start + 6, Exact: "Hà Nội"}
			}
			if diff := cmp.Diff(want, d.Recipients[0].Span); diff != "" {
				t.Error(diff)
			}
			if (d.Place.Span == nil) != (c.start < 0) || d.Place.Span != nil && *d.Place.Span != want {
				t.Errorf("place at %+v", d.Place.Span)
			}
			if found := checkSpans("", d); len(found) > 0 {
				t.Error(found)
			}
		})
	}
}

func TestBadCorrections(t *testing.T) {
	s := open(t, t.TempDir())
	id, _ := put(t, s, abs("a"), "1", "x")
	cases := map[string]struct {
		field, value string
		want         error
	}{
		"unknown field":              {"colour", `{"value": "red"}`, ErrBadCorrection},
		"withdrawn unknown field":    {"colour", ``, ErrBadCorrection},
		"the text":                   {"text", `"y"`, ErrBadCorrection},
		"the secrecy mark":           {"secrecy", `null`, ErrBadCorrection},
		"not the field's shape":      {"symbol", `["1"]`, ErrBadCorrection},
		"an unknown part":            {"symbol", `{"value": "1", "colour": "red"}`, ErrBadCorrection},
		"something behind the value": {"symbol", `{"value": "1"} x`, ErrBadCorrection},
		"an empty value":             {"symbol", `{"value": ""}`, ErrBadCorrection},
		"an unknown kind":            {"kind", `{"value": "chi_tiet"}`, ErrBadCorrection},
		"a day that is none":         {"issued_on", `{"value": "2023-02-30"}`, ErrBadCorrection},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if err := correct(s, id, c.field, c.value); !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
		})
	}
	if err := correct(s, "0000000000000000", "symbol", `null`); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	if err := s.Correct(ctx, Correction{DocumentID: id, Field: "symbol", Value: json.RawMessage(`null`)}); !errors.Is(err, ErrBadCorrection) {
		t.Error("nobody said it: ", err)
	}
	if all, err := s.Corrections(ctx, id); err != nil || len(all) != 0 {
		t.Errorf("recorded %+v %v", all, err)
	}
	if d, err := s.Get(ctx, id); err != nil || d.Symbol.Value != "1/CT-UBND" {
		t.Error(d.Symbol, err)
	}
}

// TestEveryField corrects each field to its absence and to what it was.
func TestEveryField(t *testing.T) {
	full := &document.Document{
		Text: "x", Kind: &document.Kind{Value: "chi_thi", Name: "Chỉ thị"}, Symbol: &document.Field{Value: "1/CT-UBND"},
		Issuer: &document.Issuer{Value: "UBND"}, IssuedOn: &document.Field{Value: "2024-01-02"}, Place: &document.Field{Value: "p"},
		Title: &document.Field{Value: "t"}, Signer: &document.Signer{Value: "s"}, Urgency: &document.Field{Value: "KHẨN"},
		Recipients: []document.Recipient{{Text: "r"}}, Themes: []document.Theme{{Kind: "theme", Text: "t"}}, Sections: []document.Section{{Path: "I"}},
		Citations: []document.Citation{{Symbol: "2/CT-UBND", Relation: document.Cites}}, Tasks: []document.Task{{Text: "t"}}, Results: []document.Result{{Measure: "m"}},
	}
	full.FillEmpty()
	b, err := json.Marshal(full)
	if err != nil {
		t.Fatal(err)
	}
	var values map[string]json.RawMessage
	if err := json.Unmarshal(b, &values); err != nil {
		t.Fatal(err)
	}
	fields := append(singleFields[:], listFields[:]...)
	for _, field := range fields {
		if field == "secrecy" {
			continue
		}
		t.Run(field, func(t *testing.T) {
			d := &document.Document{Text: "x"}
			if err := tryField(d, field, values[field]); err != nil {
				t.Error(err)
			}
			gone := *full
			if err := setField(&gone, field, json.RawMessage(`null`)); err != nil {
				t.Error(err)
			}
			if ev := evidenceOf(&gone, field); ev != nil || len(listSpans(&gone, field)) > 0 {
				t.Errorf("still there: %+v", gone)
			}
			if ev := evidenceOf(full, field); ev == nil && len(listSpans(full, field)) == 0 {
				t.Error("the machine's document was changed")
			}
		})
	}
}
