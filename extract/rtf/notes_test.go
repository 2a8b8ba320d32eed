package rtf

import (
	"slices"
	"testing"
)

// TestNotesOfPapers covers notes where papers have them: at names of laws, in tables, at the end, with marks of their own.
func TestNotesOfPapers(t *testing.T) {
	note := func(text string) string {
		return `{\super\chftn{\footnote\pard\plain{\super\chftn} ` + text + `\par}}`
	}
	for _, c := range []struct {
		name, body, want string
		marks            []string
	}{
		{"two in a line", `a` + note("x") + ` b` + note("y") + `\par`, "a¹ b²\n¹ x\n² y\n", []string{"1", "2"}},
		{"an endnote counts on", `a` + note("x") + ` b{\super\chftn{\footnote\ftnalt\pard\plain{\super\chftn} y\par}}\par`, "a¹ b²\n¹ x\n² y\n", []string{"1", "2"}},
		{"of two paragraphs", `a{\super\chftn{\footnote\pard\plain{\super\chftn} x\par y\par}}\par`, "a¹\n¹ x y\n", []string{"1"}},
		{"in a cell", `\trowd\cellx1\cellx2\pard\intbl TT\cell b\cell\row\trowd\cellx1\cellx2\pard\intbl 1\cell c` + note("x") + `\cell\row\pard d\par`, "TT | b\n1 | c¹\nd\n¹ x\n", []string{"1"}},
		{"with a table inside", `a{\super\chftn{\footnote\pard\plain{\super\chftn} x\par\trowd\cellx1\pard\intbl y\cell\row\pard\par}}b\par`, "a¹b\n¹ x y\n", []string{"1"}},
		{"a mark of the writer's own", `a{\super *}{\footnote\pard{\super *} x\par}\par`, "a*\n* x\n", []string{"*"}},
		{"a raised number that is no mark", `m{\super 2} a` + note("x") + `\par`, "m² a¹\n¹ x\n", []string{"1"}},
		{"a note that never ends its paragraph", `a{\super\chftn{\footnote x}}b\par`, "a¹b\n¹ x\n", []string{"1"}},
		{"a note of nothing", `a{\super\chftn{\footnote\pard\plain{\super\chftn}\par}}b\par`, "a¹b\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := want(t, file(c.body), c.want)
			var marks []string
			for _, n := range text.Notes {
				marks = append(marks, n.Mark)
				if n.Anchor.Empty() || n.Body.Empty() {
					t.Errorf("note %+v", n)
				}
			}
			if !slices.Equal(marks, c.marks) {
				t.Errorf("marks %q, want %q", marks, c.marks)
			}
		})
	}
}

// TestBoxes covers text boxes, in which stamps of incoming papers and headings of diagrams stand.
func TestBoxes(t *testing.T) {
	box := func(text string) string {
		return `{\shp{\*\shpinst\shpleft1{\sp{\sn shapeType}{\sv 202}}{\shptxt ` + text + `}}}`
	}
	for _, c := range []struct{ name, body, want string }{
		{"of two paragraphs", `a` + box(`b\par c\par`) + `d\par`, "ad\nb\nc\n"},
		{"two at one paragraph", `a` + box(`b\par`) + box(`c\par`) + `\par`, "a\nb\nc\n"},
		{"in a cell", `\trowd\cellx1\cellx2\pard\intbl TT\cell b\cell\row\trowd\cellx1\cellx2\pard\intbl 1\cell x` + box(`y\par`) + `\cell\row\pard\par`, "TT | b\n1 | x y\n"},
		{"with a table inside", `a` + box(`\trowd\cellx1\cellx2\pard\intbl TT\cell b\cell\row\trowd\cellx1\cellx2\pard\intbl 1\cell c\cell\row\pard\par`) + `\par`, "a\nTT | b\n1 | c\n"},
		{"a box in a box", `a` + box(`b`+box(`c\par`)+`\par`) + `\par`, "a\nb\nc\n"},
		{"its result for old programs", `a{\shp{\*\shpinst{\shptxt b\par}}{\shprslt{\*\do\dobxpage c}}}\par`, "a\nb\n"},
		{"before all text", box(`b\par`) + `a\par`, "a\nb\n"},
	} {
		t.Run(c.name, func(t *testing.T) { want(t, file(c.body), c.want) })
	}
}
