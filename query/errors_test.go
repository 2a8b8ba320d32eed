package query_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/soichi/soichi/query"
)

// What a person reads, word for word: the position counts from 1, in letters as they are seen.
func TestErrorsAsTheyAreRead(t *testing.T) {
	for _, c := range []struct{ in, en, vi string }{
		{
			`rừng "cháy`, `position 6: a quote that is not closed (write " at the end of the phrase)`,
			`vị trí 6: ngoặc kép chưa được đóng (viết " ở cuối cụm từ)`,
		},
		{
			"ru\u031b\u0300ng (cháy", "position 6: a ( without its ) (close it, or put the words in quotes)",
			"vị trí 6: dấu ( chưa được đóng (thêm dấu ), hoặc đặt các từ trong ngoặc kép)",
		},
		{
			"hạn:mai", `position 5: "mai" is no date (write 2025, 2025-11, 2025-11-30 or 30/11/2025, for example due:<2026-01-01)`,
			`vị trí 5: "mai" không phải là ngày tháng (viết 2025, 2025-11, 2025-11-30 hoặc 30/11/2025, ví dụ due:<2026-01-01)`,
		},
		{
			"laoi:CT", "position 1: there is no field laoi (write loai: if that is meant; put a text with a colon in quotes)",
			"vị trí 1: không có trường laoi (viết loai: nếu ý là trường này; nếu là lời văn có dấu hai chấm, đặt trong ngoặc kép)",
		},
		{
			"cháy HOẶC", `position 6: HOẶC needs something to search for on both sides (the word itself is written "HOẶC")`,
			`vị trí 6: HOẶC cần có từ để tìm ở cả hai bên (nếu muốn tìm chính từ này, viết "HOẶC")`,
		},
		{
			"cấp:làng", "position 5: there is no level làng (one of trung_uong, tinh, huyen, xa)",
			"vị trí 5: không có cấp làng (viết một trong: trung_uong, tinh, huyen, xa)",
		},
	} {
		_, err := query.Parse(c.in)
		var se *query.SyntaxError
		if !errors.As(err, &se) {
			t.Fatalf("%s: %v", c.in, err)
		}
		if got := se.In(query.English); got != c.en || se.Error() != "query: "+c.en {
			t.Errorf("%s:\n%s, want\n%s", c.in, got, c.en)
		}
		if got := se.In(query.Vietnamese); got != c.vi {
			t.Errorf("%s:\n%s, want\n%s", c.in, got, c.vi)
		}
	}
}

// What is to be left out or quoted, by the hint, makes the query right.
func TestHintsHelp(t *testing.T) {
	for wrong, right := range map[string]string{
		`thi "đua`: `thi "đua"`, "a OR": `a "OR"`, "a -OR": `a -"OR"`, "đề foo:bar": `đề "foo:bar"`, "a) b": "a b", "kind:": "kind:chi_thi",
		"date:2025..2023": "date:2023..2025", "date:mai": "date:30/11/2025", "kind:chỉ": "kind:chi_thi", "level:x": "level:xa",
	} {
		if _, err := query.Parse(wrong); err == nil {
			t.Errorf("%s is no error", wrong)
		}
		if _, err := query.Parse(right); err != nil {
			t.Errorf("%s: %v", right, err)
		}
	}
}

func TestSplitOutsideOfAParser(t *testing.T) {
	e := &query.SyntaxError{Query: "ab", Pos: 9, Reason: query.OpenQuote, Args: []string{`"`}}
	if right, rest := e.Split(); right != "ab" || rest != "" {
		t.Errorf("%q, %q", right, rest)
	}
	if s := (&query.SyntaxError{Reason: "unheard of"}).Error(); !strings.Contains(s, "position 1") {
		t.Error(s)
	}
}

func ExampleParse() {
	n, err := query.Parse(`loại:chỉ thị +"cháy rừng" -(diễn tập)`)
	fmt.Println(n, err)
	_, err = query.Parse(`loại:`)
	fmt.Println(err)
	// Output:
	// kind:chi_thi +"cháy rừng" -(diễn tập) <nil>
	// query: position 1: the field kind needs a value (for example kind:chi_thi)
}
