package samples

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	cases := []struct {
		name, text string
		want       Source
	}{
		{"paragraph", "Kính gửi: Sở Tài chính\n\n", Source{Blocks: []Block{{Text: "Kính gửi: Sở Tài chính"}}}},
		{"heading, centred, italic", "! KẾ HOẠCH\n> năm 2024\n^ Căn cứ Luật;", Source{Blocks: []Block{
			{Kind: Heading, Text: "KẾ HOẠCH"}, {Kind: Centred, Text: "năm 2024"}, {Kind: Italic, Text: "Căn cứ Luật;"}}}},
		{"items of both lists", "#1 MỤC ĐÍCH\n*2 việc", Source{Blocks: []Block{
			{Kind: Item, List: RomanList, Level: 1, Text: "MỤC ĐÍCH"}, {Kind: Item, List: DecimalList, Level: 2, Text: "việc"}}}},
		{"a star without a level is text", "*9 việc", Source{Blocks: []Block{{Text: "*9 việc"}}}},
		{"columns keep blank lines", "%recipients\nNơi nhận:\n%signature\nCHỦ TỊCH\n\nA\n%end", Source{Blocks: []Block{
			{Kind: Columns, Left: []string{"Nơi nhận:"}, Right: []string{"CHỦ TỊCH", "", "A"}}}}},
		{"table", "%table\nTT | Việc\n1 | a\n2 | ^^\n%end", Source{Blocks: []Block{
			{Kind: Grid, Rows: [][]string{{"TT", "Việc"}, {"1", "a"}, {"2", MergedAbove}}}}}},
		{"footnote", "Đề án[^1]\n[^1]: Quyết định 1.", Source{Blocks: []Block{{Text: "Đề án[^1]"}}, Notes: []string{"Quyết định 1."}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := Parse(c.text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseErrors(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"unknown mark", "a\n%tables", `line 2: unknown mark "%tables"`},
		{"no end", "%left\na\n%right\nb", "no %end after %right"},
		{"ragged row", "%table\na | b\nc\n%end", "has 1 cells, the head has 2"},
		{"empty table", "%table\n%end", "a table without a head"},
		{"footnotes out of order", "[^2]: b", "footnote 2 out of order"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Parse(c.text); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want an error with %q", err, c.want)
			}
		})
	}
}

// FuzzParse holds that a source that parses can be set, and that each of its lines is used at most once.
func FuzzParse(f *testing.F) {
	f.Add("! KẾ HOẠCH\n#1 **A**[^1]\n[^1]: b")
	f.Add("%left\na\n%right\nb\n%end\n%table\nTT | Việc\n1 | ^^\n%end\n%break")
	f.Fuzz(func(t *testing.T, text string) {
		src, err := Parse(text)
		if err != nil {
			return
		}
		if lines := strings.Count(text, "\n") + 1; len(src.Blocks)+len(src.Notes) > lines {
			t.Errorf("%d blocks and %d notes from %d lines", len(src.Blocks), len(src.Notes), lines)
		}
		if err := WriteDOCX(discard{}, src); err != nil {
			t.Error(err)
		}
	})
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
