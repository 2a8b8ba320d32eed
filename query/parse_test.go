package query

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func words(s string) []Clause {
	var out []Clause
	for _, w := range strings.Fields(s) {
		out = append(out, Clause{Should, Word{w}})
	}
	return out
}

func TestParse(t *testing.T) {
	tests := []struct {
		name, in string
		want     Node
	}{
		{"empty", "  ", List{}},
		{"one word", "thi", Word{"thi"}},
		{"words", "thi đua", List{words("thi đua")}},
		{"decomposed letters are composed", "đe\u0302\u0300", Word{"đề"}},
		{"phrase", `"thi  đua"`, Phrase{"thi đua"}},
		{"curly quotes", `“Công "minh"”`, Phrase{`Công "minh"`}},
		{"must and not", `+thi -đua`, List{[]Clause{{Must, Word{"thi"}}, {MustNot, Word{"đua"}}}}},
		{"must phrase", `+"thi đua" -(a b)`, List{[]Clause{{Must, Phrase{"thi đua"}}, {MustNot, List{words("a b")}}}}},
		{"or binds weaker than a word of two syllables", "thi đua OR khen thưởng", Or{[]Node{List{words("thi đua")}, List{words("khen thưởng")}}}},
		{"or in Vietnamese and as a bar", "a HOẶC b|c", Or{[]Node{Word{"a"}, Word{"b"}, Word{"c"}}}},
		{"hoặc in small letters is a word", "a hoặc b", List{words("a hoặc b")}},
		{"group", "(a OR b) c", List{[]Clause{{Should, Or{[]Node{Word{"a"}, Word{"b"}}}}, {Should, Word{"c"}}}}},
		{"group of one", "((a))", Word{"a"}},
		{"empty group", "a ()", Word{"a"}},
		{"symbol is one word", "19/CT-TTg, 34-CT/TW", List{words("19/CT-TTg 34-CT/TW")}},
		{"lone dash", "thi - đua", List{words("thi đua")}},
		{"punctuation", "… «thi», đua!", List{words("thi đua")}},
		{"time is no field", "09:30", Word{"09:30"}},
		{"address is no field", "http://x.vn", Word{"http://x.vn"}},
		{"pasted heading", "Chủ đề: Đoàn kết", List{words("Chủ đề Đoàn kết")}},
		{"field", "issuer:VKSTC", Field{"issuer", "VKSTC"}},
		{"quoted value", `issuer:"Bộ Tư pháp"`, Field{"issuer", "Bộ Tư pháp"}},
		{"Vietnamese name with a blank", `cơ quan:VKSTC`, Field{"issuer", "VKSTC"}},
		{"Vietnamese name without blank or marks", `coquan:VKSTC`, Field{"issuer", "VKSTC"}},
		{"longest name wins", `số ký hiệu:19/CT-TTg`, Field{"symbol", "19/CT-TTg"}},
		{"sốhiệu", `sốhiệu:19/CT-TTg`, Field{"symbol", "19/CT-TTg"}},
		{"kind by name", `loại:"Chỉ thị"`, Field{"kind", "chi_thi"}},
		{"kind by name without quotes", `loại:chỉ thị năm`, List{[]Clause{{Should, Field{"kind", "chi_thi"}}, {Should, Word{"năm"}}}}},
		{"kind takes the longest name", `loại:thông tư liên tịch`, Field{"kind", "thong_tu_lien_tich"}},
		{"kind by code", `kind:ct`, Field{"kind", "chi_thi"}},
		{"level", `cấp:xã`, Field{"level", "xa"}},
		{"level in words", `level:"Cấp tỉnh"`, Field{"level", "tinh"}},
		{"level in English", `level:central`, Field{"level", "trung_uong"}},
		{"not a field", `-kind:chi_thi`, List{[]Clause{{MustNot, Field{"kind", "chi_thi"}}}}},
		{"before", "due:<2026-01-01", Dates{Name: "due", Op: OpBefore, From: "2026-01-01"}},
		{"since, printed form", "hạn:>=1/2/2026", Dates{Name: "due", Op: OpSince, From: "2026-02-01"}},
		{"range", "date:2023..2025", Dates{Name: "date", Op: OpBetween, From: "2023", To: "2025"}},
		{"open range", "date:2023.. x", List{[]Clause{{Should, Dates{Name: "date", Op: OpBetween, From: "2023"}}, {Should, Word{"x"}}}}},
		{"range open at the left", "date:..2023-05", Dates{Name: "date", Op: OpBetween, To: "2023-05"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Parse(tt.in)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("Parse(%q) (-want +got):\n%s", tt.in, d)
			}
			again, err := Parse(got.String())
			if err != nil || cmp.Diff(got, again) != "" {
				t.Errorf("Parse(%q) = %v, %v; not the tree it was written from", got.String(), again, err)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct {
		name, in string
		pos      int
		reason   Reason
		hint     string // in either language
	}{
		{"open quote", `thi "đua`, 4, OpenQuote, `"`},
		{"open curly quote", `“thi đua`, 0, OpenQuote, `”`},
		{"open quote of a value", `theme:"thi đua`, 6, OpenQuote, `"`},
		{"open parenthesis", "thi (đua", 4, OpenParenthesis, ""},
		{"closing parenthesis", "a) b", 1, StrayParenthesis, ""},
		{"unknown field", "đề foo:bar", 3, NoField, "issuer"},
		{"unknown field with a phrase", `foo:"bar"`, 0, NoField, "issuer"},
		{"nearly a field", "đề kýhiu:19", 3, NoFieldButNear, "kyhieu:"},
		{"nearly a field in English", `isuer:"Bộ"`, 0, NoFieldButNear, "issuer:"},
		{"no value", "kind:", 0, NoValue, "kind:chi_thi"},
		{"no value before a parenthesis", "(kind:)", 1, NoValue, "kind:chi_thi"},
		{"no value but a sign", "chủ đề:-", 0, NoValue, "theme:"},
		{"unknown kind", "kind:chỉ", 5, NoKind, "chi_thi"},
		{"unknown kind without a likely one", "kind:zzz", 5, NoKind, "quyet_dinh"},
		{"unknown level", "level:làng", 6, NoLevel, "huyen"},
		{"no such day", "due:2026-02-30", 4, NoDate, "2025-11-30"},
		{"no such month", "date:2026-13", 5, NoDate, "2025-11-30"},
		{"no date", "date:mai", 5, NoDate, "2025"},
		{"no date at the right end", "date:2023..mai", 5, NoDate, "2025"},
		{"range backwards", "date:2025..2023", 5, RangeBackwards, ""},
		{"or without a right side", "a OR", 2, LonelyOr, `"OR"`},
		{"or without a left side", "HOẶC a", 0, LonelyOr, `"HOẶC"`},
		{"bar without a side", "a |", 2, LonelyOr, `"|"`},
		{"signed or", "a -OR", 3, SignedOr, `"OR"`},
		{"signed or in Vietnamese", "a +HOẶC", 3, SignedOr, `"HOẶC"`},
		{"too deep", strings.Repeat("(", 40), 32, TooDeep, ""},
		{"too long", strings.Repeat("a ", MaxLength), 0, TooLong, ""},
	}
	seen := map[Reason]bool{}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, err := Parse(tt.in)
			var se *SyntaxError
			if !errors.As(err, &se) {
				t.Fatalf("Parse(%q) = %v, %v; want a SyntaxError", tt.in, n, err)
			}
			seen[se.Reason] = true
			if se.Pos != tt.pos || se.Reason != tt.reason {
				t.Errorf("Parse(%q): %s at %d, want %s at %d", tt.in, se.Reason, se.Pos, tt.reason, tt.pos)
			}
			if right, rest := se.Split(); right+rest != se.Query || len([]rune(right)) != tt.pos {
				t.Errorf("Parse(%q) went wrong between %q and %q", tt.in, right, rest)
			}
			for _, lang := range []string{English, Vietnamese} {
				if !strings.Contains(se.Hint(lang), tt.hint) {
					t.Errorf("Parse(%q): the hint in %s is %q, want %q in it", tt.in, lang, se.Hint(lang), tt.hint)
				}
			}
		})
	}
	for reason := range messages() {
		if !seen[reason] {
			t.Errorf("no query gives the error %s", reason)
		}
	}
}

// Every message is there in both languages, with every placeholder filled by what the parser gives.
func TestMessagesAreComplete(t *testing.T) {
	for reason, in := range messages() {
		args := strings.Count(in[English].what+in[English].hint, "{1}")
		e := &SyntaxError{Pos: 4, Reason: reason, Args: []string{"x", "y"}}
		for _, lang := range []string{English, Vietnamese} {
			if in[lang].what == "" || in[lang].hint == "" {
				t.Errorf("%s has no message or hint in %s", reason, lang)
			}
			if n := strings.Count(in[lang].what+in[lang].hint, "{1}"); n != args {
				t.Errorf("%s names the second part %d times in %s and %d times in English", reason, n, lang, args)
			}
			if s := e.In(lang); strings.ContainsAny(s, "{}") || !strings.Contains(s, " 5: ") {
				t.Errorf("%s in %s: %s", reason, lang, s)
			}
		}
		if e.In(English) == e.In(Vietnamese) || !strings.Contains(e.Error(), e.In(English)) {
			t.Errorf("%s: %s, %s", reason, e.Error(), e.In(Vietnamese))
		}
	}
}

func TestBounds(t *testing.T) {
	tests := []struct{ in, from, to string }{
		{"date:2024", "2024-01-01", "2024-12-31"},
		{"date:2024-02", "2024-02-01", "2024-02-29"},
		{"date:2024-02-03", "2024-02-03", "2024-02-03"},
		{"date:<2024", "", "2023-12-31"},
		{"date:<=2024", "", "2024-12-31"},
		{"date:>2024", "2025-01-01", ""},
		{"date:>=2024-03", "2024-03-01", ""},
		{"date:2023..2024-02", "2023-01-01", "2024-02-29"},
		{"date:..2024", "", "2024-12-31"},
	}
	for _, tt := range tests {
		n, err := Parse(tt.in)
		if err != nil {
			t.Fatal(err)
		}
		if from, to := n.(Dates).Bounds(); from != tt.from || to != tt.to {
			t.Errorf("%s: %s to %s, want %s to %s", tt.in, from, to, tt.from, tt.to)
		}
	}
}

// Every field must parse by its name, by every alias and by its own example, so that the table cannot promise what the
// parser does not do.
func TestFieldsTable(t *testing.T) {
	values := map[string]string{"kind": "chi_thi", "level": "xa", "date": "2024", "text": "x"}
	for _, f := range Fields() {
		if f.Values == "" || f.Meaning == "" || f.MeaningVi == "" || f.MeaningVi == f.Meaning {
			t.Errorf("%s: the table's row is not complete: %+v", f.Name, f)
		}
		if n, err := Parse(f.Example); err != nil || !strings.HasPrefix(n.String(), f.Name+":") {
			t.Errorf("example %q: %v, %v", f.Example, n, err)
		}
		for _, a := range append([]string{f.Name}, f.Aliases...) {
			for _, in := range []string{a, strings.ReplaceAll(a, " ", ""), strings.ReplaceAll(a, " ", "_")} {
				if n, err := Parse(in + ":" + values[f.Type]); err != nil || !strings.HasPrefix(n.String(), f.Name+":") {
					t.Errorf("%s: %v, %v; want field %s", in, n, err, f.Name)
				}
			}
		}
	}
}

func TestWalkLeavesOutWhatMustNotBe(t *testing.T) {
	n, err := Parse(`a -b (c OR "d" -e) kind:chi_thi`)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	Walk(n, func(n Node) {
		switch n.(type) {
		case List, Or:
		default:
			got = append(got, n.String())
		}
	})
	if d := cmp.Diff([]string{"a", "c", `"d"`, "kind:chi_thi"}, got); d != "" {
		t.Error(d)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`a -b +c "d e" OR (f)`, "cơ quan:x kind:chỉ thị", "date:2023..2025 due:<=1/2/2026", "“a\"b” |", "a:b:", "-+-a", "cites:\"a b\"", "số:1", "x\u0301:1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 1024 {
			t.Skip("the canonical writing may be longer than the limit allows")
		}
		n, err := Parse(s)
		if err != nil {
			var se *SyntaxError
			if !errors.As(err, &se) || n != nil {
				t.Fatalf("Parse(%q) = %v, %v", s, n, err)
			}
			return
		}
		again, err := Parse(n.String())
		if err != nil {
			t.Fatalf("Parse(%q) gives %q, which does not parse: %v", s, n.String(), err)
		}
		if d := cmp.Diff(n, again); d != "" {
			t.Fatalf("Parse(%q) gives %q, which is another tree:\n%s", s, n.String(), d)
		}
	})
}
