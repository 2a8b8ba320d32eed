package flow

import (
	"slices"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// written gives the lines of runs as plain strings.
func written(runs []Run, marks ...string) []string {
	var out []string
	for _, line := range lines(runs, marks) {
		s := ""
		for _, p := range line {
			s += p.text
		}
		out = append(out, s)
	}
	return out
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name  string
		runs  []Run
		marks []string
		want  []string
	}{
		{"one run", []Run{{Text: "Kế hoạch"}}, nil, []string{"Kế hoạch"}},
		{"line breaks", []Run{{Text: "TÊN\nTRÍCH YẾU\n"}}, nil, []string{"TÊN", "TRÍCH YẾU"}},
		{"a break over runs", []Run{{Text: "a\n"}, {Text: "\nb"}}, nil, []string{"a", "b"}},
		{"blanks at both ends", []Run{{Text: "  a"}, {Text: " \t"}}, nil, []string{"a"}},
		{"only blanks", []Run{{Text: " \u00a0\t"}}, nil, nil},
		{"the rule under a letterhead", []Run{{Text: "a\n-------\nb"}}, nil, []string{"a", "b"}},
		{"a rule of long dashes", []Run{{Text: "———"}}, nil, nil},
		{"two dashes are text", []Run{{Text: "--"}}, nil, []string{"--"}},
		{"a raised figure", []Run{{Text: "120 m"}, {Text: "2", Super: true}}, nil, []string{"120 m²"}},
		{"raised letters stay", []Run{{Text: "1"}, {Text: "er", Super: true}}, nil, []string{"1er"}},
		{"the mark of a note", []Run{{Text: "Chỉ thị"}, {Note: 2}}, []string{"1", "12"}, []string{"Chỉ thị¹²"}},
		{"a note that is not there", []Run{{Text: "Chỉ thị"}, {Note: 9}}, []string{"1"}, []string{"Chỉ thị"}},
		{"a letter and its mark in two runs", []Run{{Text: "tươ"}, {Text: "\u0301i"}}, nil, []string{"tưới"}},
		{"a mark that opens a paragraph", []Run{{Text: "\u0301a"}}, nil, []string{"\u0301a"}},
		{"control characters", []Run{{Text: "a\x00b\x01c\u00add\u200be"}}, nil, []string{"abcde"}},
		{"broken bytes", []Run{{Text: "a\xffb"}}, nil, []string{"a\ufffdb"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := written(c.runs, c.marks...); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// Whatever the runs, the lines are composed, trimmed, not empty, and hold no control character but a tab.
func TestLinesProperties(t *testing.T) {
	run := rapid.Custom(func(t *rapid.T) Run {
		return Run{
			Text: rapid.StringOfN(rapid.SampledFrom([]rune("aươê\u0301\u0323\u0300 \t\n\u00a0-1\u00ad\x07đ")), 0, 8, -1).Draw(t, "text"),
			Bold: rapid.Bool().Draw(t, "bold"), Super: rapid.Bool().Draw(t, "super"), Note: rapid.IntRange(0, 2).Draw(t, "note"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		for _, s := range written(rapid.SliceOfN(run, 0, 8).Draw(t, "runs"), "1", "*") {
			switch {
			case !norm.NFC.IsNormalString(s):
				t.Fatalf("%q is not composed", s)
			case s == "" || s[0] == ' ' || s[len(s)-1] == ' ' || s[0] == '\t' || s[len(s)-1] == '\t':
				t.Fatalf("%q is not trimmed", s)
			case !utf8.ValidString(s):
				t.Fatalf("%q is not UTF-8", s)
			}
			for _, r := range s {
				if r < ' ' && r != '\t' || r == '\u00ad' {
					t.Fatalf("%q holds %U", s, r)
				}
			}
		}
	})
}
