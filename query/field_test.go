package query

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

// Every kind is named by its value, its printed name, its name without marks or blanks in the value, and in the middle of
// other words, without quotes.
func TestEveryKindCanBeAskedFor(t *testing.T) {
	for _, k := range document.Kinds() {
		for _, in := range []string{k.Value, `"` + k.Name + `"`, strings.ToUpper(k.Value), strings.ReplaceAll(k.Value, "_", " ")} {
			n, err := Parse("kind:" + in + " +x")
			want := List{[]Clause{{Should, Field{"kind", k.Value}}, {Must, Word{"x"}}}}
			if err != nil {
				t.Errorf("kind:%s: %v", in, err)
				continue
			}
			if longest := len(strings.Split(k.Value, "_")); longest > maxKindWords && strings.Contains(in, " ") && !strings.Contains(in, `"`) {
				continue // so long a name needs quotes
			}
			if d := cmp.Diff(Node(want), n); d != "" {
				t.Errorf("kind:%s (-want +got):\n%s", in, d)
			}
		}
	}
}

func TestValues(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     Node
	}{
		{"ends before a parenthesis", "(symbol:19/CT-TTg)", Field{"symbol", "19/CT-TTg"}},
		{"loses its full stop", "symbol:19/CT-TTg.", Field{"symbol", "19/CT-TTg"}},
		{"keeps its inner colon", "cites:urn:lex:vn", Field{"cites", "urn:lex:vn"}},
		{"with blanks inside quotes", `theme:"  thi   đua "`, Field{"theme", "thi đua"}},
		{"in curly quotes", "theme:“thi đua”", Field{"theme", "thi đua"}},
		{"decomposed", "signer:Le\u0302", Field{"signer", "Lê"}},
		{"a field after a field", "kind:chi_thi issuer:VKSTC", List{[]Clause{{Should, Field{"kind", "chi_thi"}}, {Should, Field{"issuer", "VKSTC"}}}}},
		{"a signed field", `+theme:"a b"`, List{[]Clause{{Must, Field{"theme", "a b"}}}}},
		{"alternatives of fields", "kind:CT OR kind:KH", Or{[]Node{Field{"kind", "chi_thi"}, Field{"kind", "ke_hoach"}}}},
		{"a name with marks and capitals", "NGƯỜI KÝ:Trí", Field{"signer", "Trí"}},
		{"a name before a blank is words", "nhiệm vụ: sơ kết", List{words("nhiệm vụ sơ kết")}},
		{"a comparison in Vietnamese writing", "hạn:<31/12/2025", Dates{Name: "due", Op: OpBefore, From: "2025-12-31"}},
		{"a level of several words", `cấp:"trung ương"`, Field{"level", "trung_uong"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Parse(c.in)
			if d := cmp.Diff(c.want, got); d != "" || err != nil {
				t.Errorf("%s: %v (-want +got):\n%s", c.in, err, d)
			}
		})
	}
}

func TestKindExamples(t *testing.T) {
	for in, want := range map[string]string{"chỉ": "chi_thi", "qđ": "quyet_dinh", "Bao": "bao_cao", "xyz": "…", "": "…"} {
		if got := kindExamples(in); !strings.Contains(got, want) {
			t.Errorf("%q: %s, want %s among them", in, got, want)
		}
	}
}

// Where an error says that a query went wrong, it did: what stands before the place is no error, but for what is left
// open there.
func TestErrorPlaceProperty(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{
			"rừng", `"thi đua"`, "kind:chi_thi", "+a", "-b", "foo:x", "kind:zzz", `"mở`, ")", "date:mai", "due:>2024", "OR x", "level:lang", "đ\u0300",
		}), 1, 5).Draw(rt, "parts")
		q := strings.Join(parts, " ")
		_, err := Parse(q)
		var se *SyntaxError
		if !errors.As(err, &se) {
			return
		}
		right, rest := se.Split()
		if rest == "" && se.Reason != LonelyOr {
			rt.Fatalf("%s: nothing is left where it went wrong: %v", q, err)
		}
		if se.Reason == LonelyOr || strings.HasSuffix(strings.TrimSpace(right), ":") {
			return // what stands before is cut off in the middle
		}
		if _, err := Parse(right); err != nil {
			rt.Fatalf("%s went wrong at %q, but %q is wrong itself: %v", q, rest, right, err)
		}
	})
}
