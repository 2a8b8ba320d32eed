package catalog_test

import (
	"errors"
	"testing"

	"github.com/soichi/soichi/catalog"
)

// A period ends with its last day, wherever it is asked for, and nonsense is refused rather than finding nothing.
func TestPeriods(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx", "15-kh-ubnd-gia-lai.txt", "58-ct-tu-gia-lai.txt", "312-bc-ubnd-kon-tum.txt") // 12/12/2023, 16/01, 22/02, 20/06/2024
	for _, c := range []struct {
		name, from, to string
		total          int
		wrong          string
	}{
		{"open", "", "", 4, ""},
		{"a year", "2024", "2024", 3, ""},
		{"the end of a year", "", "2023", 1, ""},
		{"months", "2023-12", "2024-01", 2, ""},
		{"days", "2024-01-16", "2024-02-22", 2, ""},
		{"as printed", "17/1/2024", "", 2, ""},
		{"no such month", "2024-13-01", "", 0, "from"},
		{"no such day", "", "2023-02-29", 0, "to"},
		{"a word", "", "soon", 0, "to"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, searchErr := l.Search(t.Context(), catalog.SearchRequest{From: c.from, To: c.to})
			listed, listErr := l.List(t.Context(), catalog.Filter{From: c.from, To: c.to}, 0, 0)
			var err *catalog.FilterError
			if c.wrong != "" {
				if !errors.As(searchErr, &err) || err.Field != c.wrong || !errors.As(listErr, &err) || err.Field != c.wrong {
					t.Errorf("search: %v; list: %v", searchErr, listErr)
				}
				if saveErr := l.Save(t.Context(), "x", catalog.SearchRequest{From: c.from, To: c.to}); !errors.As(saveErr, &err) {
					t.Errorf("save: %v", saveErr)
				}
				return
			}
			if searchErr != nil || listErr != nil || found.Total != c.total || listed.Total != c.total {
				t.Errorf("search: %v, %v; list: %v, %v; want %d", found, searchErr, listed, listErr, c.total)
			}
		})
	}
}
