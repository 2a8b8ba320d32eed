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
		hint     string
	}{
		{"open quote", `thi "đua`, 4, `"`},
		{"open parenthesis", "thi (đua", 4, "close it"},
		{"closing parenthesis", "a) b", 1, "leave it out"},
		{"unknown field", "đề foo:bar", 3, "issuer"},
		{"unknown field with a phrase", `foo:"bar"`, 0, "issuer"},
		{"no value", "kind:", 0, "kind:chi_thi"},
		{"no value before a parenthesis", "(kind:)", 1, "kind:chi_thi"},
		{"unknown kind", "kind:chỉ", 5, "chi_thi"},
		{"no such day", "due:2026-02-30", 4, "2025-11-30"},
		{"no such month", "date:2026-13", 5, "2025-11-30"},
		{"no date", "date:mai", 5, "2025"},
		{"range backwards", "date:2025..2023", 5, "earlier"},
		{"or without a right side", "a OR", 2, `"OR"`},
		{"or without a left side", "OR a", 0, `"OR"`},
		{"signed or", "a -OR", 3, `"OR"`},
		{"too deep", strings.Repeat("(", 40), 32, ""},
		{"too long", strings.Repeat("a ", MaxLength), 0, "sentence"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, err := Parse(tt.in)
			var se *SyntaxError
			if !errors.As(err, &se) {
				t.Fatalf("Parse(%q) = %v, %v; want a SyntaxError", tt.in, n, err)
			}
			if se.Pos != tt.pos || !strings.Contains(se.Hint, tt.hint) {
				t.Errorf("Parse(%q): position %d, hint %q; want %d and %q", tt.in, se.Pos, se.Hint, tt.pos, tt.hint)
			}
		})
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
	values := map[string]string{"kind": "chi_thi", "date": "2024", "text": "x"}
	for _, f := range Fields() {
		if f.Values == "" || f.Meaning == "" {
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
