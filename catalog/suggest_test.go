package catalog_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
)

func TestDidYouMean(t *testing.T) {
	l := worldShelf(t)
	for _, c := range []struct{ name, query, want string }{
		{"marks are put", "chi thi phong chay rung", "chỉ thị phòng cháy rừng"},
		{"some were there", "dịch vu công truc tuyến", "dịch vụ công trực tuyến"},
		{"a slip of the finger", "thủ tướg chính phủ", "thủ tướng chính phủ"},
		{"a slip without marks", "phong chayy rung", "phòng cháy rừng"},
		{"run together", "dichvu cong", "dịch vụ công"},
		{"wrong marks", "phóng cháy rừng", "phòng cháy rừng"},
		{"in quotes", `"chua chay rung"`, `"chữa cháy rừng"`},
		{"one word", "rung", "rừng"},
		{"well as it is", "phòng cháy rừng", ""},
		{"a number", "87 ct ttg", ""},
		{"a number with signs", "87/CT-TTg", ""},
		{"nothing near", "xyzzyqwerty", ""},
		{"with a field", "phong chay kind:chi_thi", ""},
		{"everything", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			res, err := l.Search(t.Context(), catalog.SearchRequest{Query: c.query})
			if err != nil || res.DidYouMean != c.want {
				t.Errorf("%q: %q, %v; want %q", c.query, res.DidYouMean, err, c.want)
			}
			if c.want == "" {
				return
			}
			meant, err := l.Search(t.Context(), catalog.SearchRequest{Query: c.want})
			if err != nil || meant.Total == 0 || meant.DidYouMean != "" {
				t.Errorf("%q finds %d and means %q, %v", c.want, meant.Total, meant.DidYouMean, err)
			}
		})
	}
	if res, _ := l.search(t, catalog.SearchRequest{Query: "phong chay rung", Offset: 1}); res.DidYouMean != "" {
		t.Errorf("offered again on the second page: %q", res.DidYouMean)
	}
}

func TestSuggestFromTheLibrary(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx", "58-ct-tu-gia-lai.txt", "15-kh-ubnd-gia-lai.txt")
	suggest := func(typed string) []catalog.Suggestion {
		t.Helper()
		list, err := l.Suggest(t.Context(), typed, 10)
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	for _, c := range []struct{ typed, kind, text string }{
		{"87", "symbol", "87/CT-TTg"},
		{"15/k", "symbol", "15 /KH-UBND"},
		{"thu tu", "body", "Thủ tướng Chính phủ"},
		{"phòng chá", "title", ""},
	} {
		list := suggest(c.typed)
		if !slices.ContainsFunc(list, func(s catalog.Suggestion) bool {
			return s.Kind == c.kind && (c.text == "" || strings.ReplaceAll(s.Text, " ", "") == strings.ReplaceAll(c.text, " ", ""))
		}) {
			t.Errorf("%q: %+v, want %s %s", c.typed, list, c.kind, c.text)
		}
	}
	if list := suggest("118"); len(list) != 0 {
		t.Errorf("not held: %+v", list)
	}
	id := l.put(t, chain1+"118-cd-ttg.txt")
	if list := suggest("118"); len(list) == 0 || string(list[0].Document) != id || list[0].Note == "" {
		t.Errorf("a new document is not suggested: %+v", list)
	}
}

func TestLikeAHeldDocument(t *testing.T) {
	l := worldShelf(t)
	hits, err := l.Like(t.Context(), "93/CT-TTg", 5)
	if err != nil || len(hits) != 5 {
		t.Fatalf("%d, %v", len(hits), err)
	}
	for _, h := range hits {
		if !strings.Contains(h.Path, "chain2") || h.Symbol == "93/CT-TTg" || h.Score <= 0 {
			t.Errorf("%s (%s) is not like it", h.Path, h.Symbol)
		}
	}
	if _, err := l.Like(t.Context(), "999/CT-TTg", 5); !errors.Is(err, catalog.ErrNotFound) {
		t.Error(err)
	}
}

func TestPassagesTellTheirPlace(t *testing.T) {
	l := worldShelf(t)
	res, err := l.Search(t.Context(), catalog.SearchRequest{Query: `số hóa hồ sơ đất đai phân tán`, Limit: 1})
	if err != nil || len(res.Hits) == 0 {
		t.Fatal(err)
	}
	if p := res.Hits[0].Passages[0]; p.Page != 1 {
		t.Errorf("%+v of a PDF of one page", p)
	}
	res, err = l.Search(t.Context(), catalog.SearchRequest{Query: `"phương án chữa cháy rừng" phê duyệt`, Limit: 3})
	if err != nil || len(res.Hits) == 0 {
		t.Fatal(err)
	}
	inTasks := 0
	for _, h := range res.Hits {
		d, err := l.Document(t.Context(), h.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range h.Passages {
			if p.Page != 0 {
				t.Errorf("%s has no pages, the passage is on %d", h.Path, p.Page)
			}
			if p.Task == nil {
				continue
			}
			inTasks++
			if task := d.Tasks[*p.Task]; task.Span.End <= p.Span.Start || task.Span.Start >= p.Span.End {
				t.Errorf("%s: the passage %q is not in task %d, %q", h.Path, p.Span.Exact, *p.Task, task.Text)
			}
		}
	}
	if inTasks == 0 {
		t.Error("no passage stands in a task")
	}
}
