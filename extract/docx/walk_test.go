package docx

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/extract/read"
)

// either makes what Word writes for its successors and, for its ancestors, once more.
func either(now, before string) string {
	out := `<mc:AlternateContent>`
	if now != "" {
		out += `<mc:Choice>` + now + `</mc:Choice>`
	}
	if before != "" {
		out += `<mc:Fallback>` + before + `</mc:Fallback>`
	}
	return out + `</mc:AlternateContent>`
}

// Whatever wraps a thing, its text is read, once and in its place.
func TestWrappers(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"paragraphs in two versions", either(p("mới"), p("cũ")), "mới\n"},
		{"paragraphs for the ancestors alone", either("", p("cũ")), "cũ\n"},
		{"an empty choice", p("a") + either("", "") + p("b"), "a\nb\n"},
		{"runs in two versions", `<w:p>` + either(r("", "mới"), r("", "cũ")) + `</w:p>`, "mới\n"},
		{"runs without a version", `<w:p>` + r("", "a") + either("", "") + r("", "b") + `</w:p>`, "ab\n"},
		{"paragraphs in foreign marks", `<w:customXml><w:smartTag>` + p("a") + `</w:smartTag></w:customXml>`, "a\n"},
		{"paragraphs that were put in and moved", `<w:ins>` + p("a") + `</w:ins><w:moveTo>` + p("b") + `</w:moveTo>`, "a\nb\n"},
		{"paragraphs that were moved away", `<w:moveFrom>` + p("a") + `</w:moveFrom>` + p("b"), "b\n"},
		{"a control without content", `<w:sdt/>` + p("a") + `<w:p><w:sdt/>` + r("", "b") + `</w:p>`, "a\nb\n"},
		{"a control in a control", `<w:sdt><w:sdtContent><w:sdt><w:sdtContent>` + p("a") + `</w:sdtContent></w:sdt></w:sdtContent></w:sdt>`, "a\n"},
		{"letters from right to left", `<w:p><w:bdo>` + r("", "a") + `</w:bdo><w:dir>` + r("", "b") + `</w:dir></w:p>`, "ab\n"},
		{"a box in a box", `<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>ngoài</w:t></w:r><w:r><w:pict>` + box("trong") + `</w:pict></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>`, "ngoài\ntrong\n"},
		{"a drawing without a version", `<w:p>` + r("", "a") + `<w:r><w:drawing>` + either("", "") + `</w:drawing></w:r></w:p>`, "a\n"},
		{"a symbol that is none", `<w:p><w:r><w:sym w:font="Wingdings" w:char="zz"/><w:sym w:font="Wingdings" w:char="1F0FE"/><w:t>a</w:t></w:r></w:p>`, "a\n"},
		{"text outside a run", `<w:p>bay<w:r><w:t>a</w:t></w:r></w:p>`, "a\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			want(t, build(t, tt.body, nil), tt.want)
		})
	}
}

func TestAttachedNotes(t *testing.T) {
	notes := `<w:footnotes xmlns:w="w"><w:footnote w:id="2">` + p("chú thích") + `</w:footnote></w:footnotes>`
	ref := func(id, more string) string {
		return `<w:r><w:footnoteReference w:id="` + id + `"` + more + `/></w:r>`
	}
	for _, tt := range []struct {
		name, body string
		notes      int
	}{
		{"a note", `<w:p>` + r("", "a") + ref("2", "") + `</w:p>`, 1},
		{"marked twice", `<w:p>` + r("", "a") + ref("2", "") + ref("2", "") + `</w:p>`, 1},
		{"a mark without its note", `<w:p>` + r("", "a") + ref("7", "") + `</w:p>`, 0},
		{"in what is not shown", `<w:p>` + fldChar("begin") + ref("2", "") + fldChar("end") + r("", "a") + `</w:p>`, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := build(t, tt.body, map[string]string{
				"word/footnotes.xml":           notes,
				"word/_rels/document.xml.rels": `<Relationships><Relationship Type="x/footnotes" Target="footnotes.xml"/></Relationships>`,
			})
			res, err := Reader{}.Read(t.Context(), read.Source{Name: "a.docx", Data: data}, read.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if got := len(res.Text.Notes); got != tt.notes || strings.Count(res.Text.Content, "chú thích") != tt.notes {
				t.Errorf("%d notes in %q, want %d", got, res.Text.Content, tt.notes)
			}
		})
	}
}

func TestAReaderStopsWhenItIsTold(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Reader{}.Read(ctx, read.Source{Name: "a.docx", Data: build(t, strings.Repeat(p("a"), 100), nil)}, read.Limits{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want the end of the context", err)
	}
}

// Plain paragraphs are read back one a line, whatever they are wrapped in.
func TestParagraphsAreReadBack(t *testing.T) {
	wrappers := []func(string) string{
		func(s string) string { return s },
		func(s string) string { return `<w:sdt><w:sdtContent>` + s + `</w:sdtContent></w:sdt>` },
		func(s string) string { return `<w:customXml>` + s + `</w:customXml>` },
		func(s string) string { return `<w:ins>` + s + `</w:ins>` },
		func(s string) string { return either(s, p("thừa")) },
	}
	rapid.Check(t, func(rt *rapid.T) {
		body, wanted := "", ""
		for i := range rapid.IntRange(1, 6).Draw(rt, "paragraphs") {
			line := p(fmt.Sprint("đoạn ", i))
			for range rapid.IntRange(0, 3).Draw(rt, "depth") {
				line = rapid.SampledFrom(wrappers).Draw(rt, "wrapper")(line)
			}
			body, wanted = body+line, wanted+fmt.Sprint("đoạn ", i, "\n")
		}
		res, err := Reader{}.Read(t.Context(), read.Source{Name: "a.docx", Data: build(t, body, nil)}, read.Limits{})
		if err != nil || res.Text.Content != wanted {
			rt.Fatalf("%q (%v), want %q", res.Text.Content, err, wanted)
		}
	})
}
