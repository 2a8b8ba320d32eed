package normalize

import (
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
)

// noted makes a text of printed lines in which "{¹ … }" is a note that the file told.
func noted(marked string) *document.Text {
	t := &document.Text{Wrapped: true}
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(marked, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		note, after, _ := strings.Cut(rest, "}")
		mark, body, _ := strings.Cut(note, " ")
		b.WriteString(mark + " ")
		start := b.Len()
		b.WriteString(body)
		t.Notes = append(t.Notes, document.Note{Mark: mark, Body: document.Range{Start: start, End: b.Len()}})
		marked = after
	}
	t.Content = b.String()
	return t
}

func TestToldNotes(t *testing.T) {
	for _, test := range []struct {
		name, marked string
		body, notes  []string
	}{
		{"a note of one line", "theo kế hoạch¹.\n{¹ Kế hoạch số 48.}\nHết.", []string{"theo kế hoạch.", "Hết."}, []string{"Kế hoạch số 48."}},
		{"a note that runs over the line", "các mẫu¹ được\n{¹ Theo Thông tư số 08 của Bộ trưởng Bộ Lao\nđộng - Thương binh và Xã hội.}\nbãi bỏ.",
			[]string{"các mẫu được bãi bỏ."}, []string{"Theo Thông tư số 08 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội."}},
		{"a note of several paragraphs", "như sau¹:\n{¹ Thông tư số 08 có căn cứ:\n“Căn cứ Luật Cư trú;\nCăn cứ Luật Việc làm.”.}\nĐiều 1. Phạm vi",
			[]string{"như sau:", "Điều 1. Phạm vi"}, []string{"Thông tư số 08 có căn cứ:", "“Căn cứ Luật Cư trú;", "Căn cứ Luật Việc làm.”."}},
		{"a number cut in a note", "bãi bỏ².\n{² Khoản 5 Điều 3 Thông tư số 08/2023/TT-\nBLĐTBXH.}", []string{"bãi bỏ."}, []string{"Khoản 5 Điều 3 Thông tư số 08/2023/TT- BLĐTBXH."}},
		{"two notes", "một¹ hai².\n{¹ Thứ nhất}\n{² Thứ hai}", []string{"một hai."}, []string{"Thứ nhất", "Thứ hai"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			v := NewView(noted(test.marked))
			var body, notes []string
			for i, p := range v.Paras {
				if p.Role != Note {
					body = append(body, v.Para(i))
					continue
				}
				notes = append(notes, v.Para(i))
				if before := v.Text[:max(p.Anchor, 0)]; before == "" || strings.HasSuffix(before, "\n") {
					t.Errorf("note %q is tied to %d", v.Para(i), p.Anchor)
				}
			}
			if strings.Join(body, "\n") != strings.Join(test.body, "\n") {
				t.Errorf("body %q, want %q", body, test.body)
			}
			if strings.Join(notes, "\n") != strings.Join(test.notes, "\n") {
				t.Errorf("notes %q, want %q", notes, test.notes)
			}
		})
	}
}

// TestNotesOutOfOrder gives the notes in an order that is not that of the text.
func TestNotesOutOfOrder(t *testing.T) {
	text := noted("một¹ hai².\n{¹ Thứ nhất}\n{² Thứ hai}")
	text.Notes[0], text.Notes[1] = text.Notes[1], text.Notes[0]
	v := NewView(text)
	if want := "một hai.\nThứ nhất\nThứ hai"; v.Text != want {
		t.Errorf("got %q, want %q", v.Text, want)
	}
}
