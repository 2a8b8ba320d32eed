package catalog_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/query"
)

func TestSavedSearchReportsWhatIsNew(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx", "15-kh-ubnd-gia-lai.txt")
	ask := catalog.SearchRequest{Query: "cháy rừng", Kind: "ke_hoach"}
	if err := l.Save(t.Context(), " rừng ", ask); err != nil {
		t.Fatal(err)
	}
	news := func(total int, fresh ...string) *catalog.News {
		t.Helper()
		n, err := l.News(t.Context(), "rừng", 10)
		if err != nil {
			t.Fatal(err)
		}
		got := []string{}
		for _, h := range n.Hits {
			got = append(got, strings.TrimPrefix(h.Path, chain1))
			if len(h.Passages) == 0 {
				t.Errorf("%s shows no passage", h.Path)
			}
		}
		if n.Total != total || n.New != len(fresh) || len(n.Documents) != len(fresh) || !slices.Equal(got, append([]string{}, fresh...)) {
			t.Errorf("%d of %d new: %v, want %d: %v", n.New, n.Total, got, total, fresh)
		}
		list, err := l.Saved(t.Context())
		if err != nil || len(list) != 1 || !reflect.DeepEqual(list[0], n.SavedSearch) || list[0].Request.Query != ask.Query || list[0].Request.Kind != ask.Kind {
			t.Errorf("%+v, %v; want %+v", list, err, n.SavedSearch)
		}
		return n
	}
	news(1)
	l.put(t, chain1+"118-cd-ttg.txt") // of another kind
	news(1)
	l.put(t, chain1+"15-kh-ubnd-kon-tum.docx")
	l.put(t, chain1+"208-kh-snn-kon-tum.txt")
	n := news(3, "208-kh-snn-kon-tum.txt", "15-kh-ubnd-kon-tum.docx")
	if err := l.MarkSeen(t.Context(), "rừng", n.Documents[:1]); err != nil {
		t.Fatal(err)
	}
	if n, err := l.News(t.Context(), "rừng", 10); err != nil || n.New != 1 {
		t.Errorf("%+v, %v", n, err)
	}
	if err := l.MarkSeen(t.Context(), "rừng", n.Documents); err != nil {
		t.Fatal(err)
	}
	news(3)
	l.put(t, chain1+"208-kh-snn-kon-tum.txt") // again the same
	news(3)
	if err := l.Forget(t.Context(), "rừng"); err != nil {
		t.Fatal(err)
	}
	if list, err := l.Saved(t.Context()); err != nil || len(list) != 0 || list == nil {
		t.Errorf("%#v, %v", list, err)
	}
}

func TestSavedSearchErrors(t *testing.T) {
	l := newShelf(t)
	var syntax *query.SyntaxError
	if err := l.Save(t.Context(), "x", catalog.SearchRequest{Query: "kind:"}); !errors.As(err, &syntax) {
		t.Error(err)
	}
	for _, name := range []string{"", "  ", strings.Repeat("ă", 101)} {
		if err := l.Save(t.Context(), name, catalog.SearchRequest{}); !errors.Is(err, catalog.ErrNoName) {
			t.Errorf("%q: %v", name, err)
		}
	}
	_, err := l.News(t.Context(), "x", 10)
	for what, err := range map[string]error{
		"news": err, "seen": l.MarkSeen(t.Context(), "x", nil), "forget": l.Forget(t.Context(), "x"),
	} {
		if !errors.Is(err, catalog.ErrNotSaved) || !strings.Contains(err.Error(), `"x"`) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := l.store.SaveSearch(t.Context(), "old", `{"query":"gone:x"}`, nil); err != nil {
		t.Fatal(err)
	}
	if list, err := l.Saved(t.Context()); err != nil || len(list) != 1 || !strings.Contains(list[0].Error, "gone") {
		t.Errorf("a query that is none any more: %+v, %v", list, err)
	}
	if n, err := l.News(t.Context(), "old", 10); err != nil || len(n.Hits) != 0 || n.Error == "" {
		t.Errorf("%+v, %v", n, err)
	}
}
