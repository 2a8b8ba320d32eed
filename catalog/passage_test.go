package catalog

import (
	"html"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/index"
)

// marked makes a passage of a text in which hits stand between [ and ].
func marked(t testing.TB, text, passage string) index.Passage {
	t.Helper()
	var p index.Passage
	for i, part := range strings.FieldsFunc(strings.ReplaceAll(passage, "[", "|["), func(r rune) bool { return r == '|' || r == ']' }) {
		hit := strings.HasPrefix(part, "[")
		part = strings.TrimPrefix(part, "[")
		if part == "" && i > 0 {
			continue
		}
		p.Segments = append(p.Segments, index.Segment{Text: part, Hit: hit})
		p.Span.Exact += part
	}
	i := strings.Index(text, p.Span.Exact)
	if i < 0 {
		t.Fatalf("%q is not in the text", p.Span.Exact)
	}
	p.Span = document.NewRuler(text).Span(document.Range{Start: i, End: i + len(p.Span.Exact)})
	for _, s := range p.Segments {
		if s.Hit {
			p.Marked += "<mark>" + html.EscapeString(s.Text) + "</mark>"
		} else {
			p.Marked += html.EscapeString(s.Text)
		}
	}
	return p
}

// paragraphs makes a document of which each line is a paragraph, in sections 1, 2 and so on.
func paragraphs(text string) *document.Document {
	d := &document.Document{Text: text}
	at := 0
	for i, line := range strings.Split(text, "\n") {
		n := len([]rune(line))
		d.Paragraphs = append(d.Paragraphs, document.Paragraph{Start: at, End: at + n, Section: document.NullString(string(rune('1' + i)))})
		at += n + 1
	}
	return d
}

func TestPassagesStayInAParagraph(t *testing.T) {
	const text = "II. NHIỆM VỤ CHỦ YẾU\n1. Rà soát, khoanh vùng & lập bản đồ\n2. Báo cáo"
	for _, c := range []struct{ name, passage, marked, section string }{
		{"in one paragraph", "Rà soát, [khoanh vùng] & lập", "Rà soát, <mark>khoanh vùng</mark> &amp; lập", "2"},
		{"most hits below a heading", "[NHIỆM VỤ] CHỦ YẾU\n1. [Rà soát], [khoanh vùng] & lập", "1. <mark>Rà soát</mark>, <mark>khoanh vùng</mark> &amp; lập", "2"},
		{"most hits in the heading", "II. [NHIỆM VỤ] CHỦ YẾU\n1. Rà [soát]", "II. <mark>NHIỆM VỤ</mark> CHỦ YẾU", "1"},
		{"as many in two: the first", "lập [bản đồ]\n2. Báo [cáo]", "lập <mark>bản đồ</mark>", "2"},
		{"a hit over the border", "CHỦ [YẾU\n1]. Rà soát", "CHỦ <mark>YẾU</mark>", "1"},
		{"no hits", "CHỦ YẾU\n1. Rà soát", "CHỦ YẾU\n1. Rà soát", "1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := within(paragraphs(text), marked(t, text, c.passage))
			if got.Marked != c.marked || string(got.Section) != c.section {
				t.Errorf("%q in %q, want %q in %q", got.Marked, got.Section, c.marked, c.section)
			}
			if in := string([]rune(text)[got.Span.Start:got.Span.End]); in != got.Span.Exact {
				t.Errorf("the span holds %q and says %q", in, got.Span.Exact)
			}
		})
	}
	p := marked(t, text, "CHỦ [YẾU]\n1. [Rà soát]")
	if got := within(&document.Document{Text: text}, p); got.Span != p.Span || got.Marked != p.Marked {
		t.Errorf("a text without paragraphs: %+v", got)
	}
}

// However a passage lies over paragraphs, what comes out is a part of it, well marked, and holds a hit if it held one.
func TestWithinProperty(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		lines := rapid.SliceOfN(rapid.StringMatching(`[aă&< ]{1,8}`), 1, 4).Draw(rt, "lines")
		text := strings.Join(lines, "\n")
		runes := []rune(text)
		from := rapid.IntRange(0, len(runes)-1).Draw(rt, "from")
		to := rapid.IntRange(from+1, len(runes)).Draw(rt, "to")
		p := index.Passage{Span: document.Span{Start: from, End: to, Exact: string(runes[from:to])}}
		for at := from; at < to; {
			n := rapid.IntRange(1, to-at).Draw(rt, "segment")
			p.Segments = append(p.Segments, index.Segment{Text: string(runes[at : at+n]), Hit: rapid.Bool().Draw(rt, "hit")})
			at += n
		}
		got := within(paragraphs(text), p)
		if got.Span.Start < from || got.Span.End > to || string(runes[got.Span.Start:got.Span.End]) != got.Span.Exact {
			rt.Fatalf("%+v of %+v", got.Span, p.Span)
		}
		if got.Span == p.Span {
			return
		}
		plain := html.UnescapeString(strings.NewReplacer("<mark>", "", "</mark>", "").Replace(got.Marked))
		if plain != got.Span.Exact || strings.Contains(got.Span.Exact, "\n") {
			rt.Fatalf("%q marks %q", got.Marked, got.Span.Exact)
		}
	})
}
