package web

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/document"
)

var tag = regexp.MustCompile(`<[^>]*>`)

// plain is what a reader sees of a page's text.
func plain(page string) string { return html.UnescapeString(tag.ReplaceAllString(page, "")) }

func span(text string, start, end int) document.Span {
	r := []rune(text)
	s := document.Span{Start: start, End: end}
	if 0 <= start && start <= end && end <= len(r) {
		s.Exact = string(r[start:end])
	}
	return s
}

func TestAnnotate(t *testing.T) {
	const text = "Số 1/CT-X & <b>việc</b> làm"
	symbol, work := span(text, 3, 9), span(text, 12, 22)
	d := &document.Document{
		Text:      text,
		Symbol:    &document.Field{Value: "1/CT-X", Evidence: document.Evidence{Span: &symbol}},
		Tasks:     []document.Task{{Span: span(text, 3, 22)}},
		Citations: []document.Citation{{Span: work, ResolvesTo: `a"/b`}},
	}
	want := `Số <i id="task-0"></i><i id="field-symbol"></i><span class="task field">1/CT-X</span><span class="task"> &amp; </span>` +
		`<i id="citation-0"></i><a class="task citation" href="/documents/a%22%2Fb">&lt;b&gt;việc&lt;/b</a>&gt; làm`
	if got := string(annotate(d)); got != want {
		t.Errorf("\n%s\nwant\n%s", got, want)
	}
}

func TestAnnotateTakesAnySpans(t *testing.T) {
	for _, c := range []struct {
		name       string
		start, end int
		anchors    int
	}{
		{"all of the text", 0, 7, 1}, {"empty", 3, 3, 0}, {"backwards", 5, 2, 0}, {"before the text", -2, 3, 0}, {"beyond the end", 4, 99, 1},
		{"after the end", 50, 60, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			const text = "văn bản"
			page := string(annotate(&document.Document{Text: text, Tasks: []document.Task{{Span: document.Span{Start: c.start, End: c.end}}}}))
			if plain(page) != text || strings.Count(page, `id="task-0"`) != c.anchors {
				t.Errorf("%s", page)
			}
		})
	}
	if page := annotate(&document.Document{}); page != "" {
		t.Errorf("an empty text: %q", page)
	}
}

// However marks overlap: the text is whole, every mark has one anchor where it begins, and every letter bears the classes
// of all marks over it.
func TestAnnotateProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[aă&<>"' \n]{1,30}`).Draw(t, "text")
		n := len([]rune(text))
		d := &document.Document{Text: text}
		draw := func(name string) document.Span {
			start := rapid.IntRange(0, n-1).Draw(t, name+" start")
			return span(text, start, rapid.IntRange(start+1, n).Draw(t, name+" end"))
		}
		for range rapid.IntRange(0, 5).Draw(t, "tasks") {
			d.Tasks = append(d.Tasks, document.Task{Span: draw("task")})
		}
		for range rapid.IntRange(0, 5).Draw(t, "citations") {
			d.Citations = append(d.Citations, document.Citation{Span: draw("citation")})
		}
		if rapid.Bool().Draw(t, "title") {
			s := draw("title")
			d.Title = &document.Field{Evidence: document.Evidence{Span: &s}}
		}
		page := string(annotate(d))
		if got := plain(page); got != text {
			t.Fatalf("%q of %q", got, text)
		}
		for _, m := range marksOf(d) {
			before, after, ok := strings.Cut(page, `<i id="`+m.id+`"></i>`)
			if !ok || strings.Contains(after, m.id+`"`) || len([]rune(plain(before))) != m.start {
				t.Fatalf("anchor %s at %d in %q", m.id, m.start, page)
			}
		}
		if got, want := classes(page), covering(d, n); got != want {
			t.Fatalf("classes %s, want %s of %q", got, want, page)
		}
	})
}

// classes reads off a page which letters are task, citation and field: one line of 0 and 1 each.
func classes(page string) string {
	lines, class := map[string]string{}, ""
	for page != "" {
		if page[0] == '<' {
			t, rest, _ := strings.Cut(page, ">")
			page = rest
			switch {
			case strings.HasPrefix(t, "<span") || strings.HasPrefix(t, "<a"):
				class = t
			case t == "</span" || t == "</a":
				class = ""
			}
			continue
		}
		end := strings.IndexByte(page+"<", '<')
		letters := len([]rune(html.UnescapeString(page[:end])))
		page = page[end:]
		for _, c := range []string{"task", "citation", "field"} {
			bit := "0"
			if strings.Contains(class, c) {
				bit = "1"
			}
			lines[c] += strings.Repeat(bit, letters)
		}
	}
	return fmt.Sprintf("%s %s %s", lines["task"], lines["citation"], lines["field"])
}

// covering says the same from the spans.
func covering(d *document.Document, n int) string {
	lines := map[string][]byte{}
	for _, class := range []string{"task", "citation", "field"} {
		lines[class] = []byte(strings.Repeat("0", n))
	}
	for _, m := range marksOf(d) {
		for i := m.start; i < m.end; i++ {
			lines[m.class][i] = '1'
		}
	}
	return fmt.Sprintf("%s %s %s", lines["task"], lines["citation"], lines["field"])
}
