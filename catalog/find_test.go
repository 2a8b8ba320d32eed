package catalog_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/graph"
)

func TestFind(t *testing.T) {
	l := newShelf(t, "15-kh-ubnd-gia-lai.txt", "15-kh-ubnd-kon-tum.docx", "118-cd-ttg.txt", "312-bc-ubnd-kon-tum.txt")
	telegram := l.put(t, chain1+"118-cd-ttg.txt")
	abs, err := filepath.Abs("old.txt")
	if err != nil {
		t.Fatal(err)
	}
	elsewhere := l.putText(t, abs, []byte("THÔNG BÁO\nVề việc nghỉ lễ\n\nKhông có số hiệu.\n"))
	for _, c := range []struct{ name, ref, id string }{
		{"id", telegram, telegram},
		{"symbol", "118/CĐ-TTg", telegram},
		{"symbol in another writing", " 118 /cđ-ttg", telegram},
		{"symbol without marks", "118/CD-TTg", telegram},
		{"path", chain1 + "118-cd-ttg.txt", telegram},
		{"relative path of what was ingested by an absolute one", "old.txt", elsewhere},
	} {
		t.Run(c.name, func(t *testing.T) {
			n, err := l.Find(t.Context(), c.ref)
			if err != nil {
				t.Fatal(err)
			}
			if n.ID != c.id || !n.Held {
				t.Errorf("%s, held %v; want %s", n.ID, n.Held, c.id)
			}
		})
	}
	t.Run("cited, not held", func(t *testing.T) {
		n, err := l.Find(t.Context(), "87/CT-TTg")
		if err != nil || n.Held || n.Symbol != "87/CT-TTg" {
			t.Errorf("%+v, %v", n, err)
		}
	})
	t.Run("ambiguous", func(t *testing.T) {
		_, err := l.Find(t.Context(), "15/KH-UBND")
		var ambiguous *catalog.AmbiguousError
		if !errors.As(err, &ambiguous) || len(ambiguous.Candidates) != 2 {
			t.Fatalf("%v", err)
		}
		for _, n := range ambiguous.Candidates {
			if !strings.Contains(err.Error(), n.ID) || !strings.Contains(err.Error(), string(n.Issuer)) {
				t.Errorf("the message does not name %s of %s:\n%v", n.ID, n.Issuer, err)
			}
		}
	})
	for _, ref := range []string{"999/CT-TTg", "", "nothing"} {
		if _, err := l.Find(t.Context(), ref); !errors.Is(err, catalog.ErrNotFound) {
			t.Errorf("%q: %v", ref, err)
		}
	}
}

func TestOnlyHeldDocumentsAreShown(t *testing.T) {
	l := newShelf(t, "118-cd-ttg.txt")
	asks := map[string]func(ref string) error{
		"document": func(ref string) error { _, err := l.Document(t.Context(), ref); return err },
		"coverage": func(ref string) error { _, err := l.Coverage(t.Context(), ref, "2024-12-31"); return err },
		"source":   func(ref string) error { _, err := l.Source(t.Context(), ref); return err },
	}
	for name, ask := range asks {
		var held *catalog.NotHeldError
		if err := ask("87/CT-TTg"); !errors.As(err, &held) || !strings.Contains(err.Error(), "87/CT-TTg") {
			t.Errorf("%s of a document that is only cited: %v", name, err)
		}
		if err := ask("nothing"); !errors.Is(err, catalog.ErrNotFound) {
			t.Errorf("%s of nothing: %v", name, err)
		}
		if err := ask("118/CĐ-TTg"); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if tr, err := l.Trace(t.Context(), "87/CT-TTg", graph.TraceOptions{}); err != nil || len(tr.Edges) == 0 {
		t.Errorf("a cited document can be traced: %+v, %v", tr, err)
	}
}

func TestDocumentKnowsItsLinks(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx", "118-cd-ttg.txt")
	telegram, err := l.Document(t.Context(), "118/CĐ-TTg")
	if err != nil {
		t.Fatal(err)
	}
	directive, err := l.Document(t.Context(), "87/CT-TTg")
	if err != nil {
		t.Fatal(err)
	}
	resolved := false
	for i, c := range telegram.Citations {
		if c.Symbol == "87/CT-TTg" {
			resolved = resolved || string(c.ResolvesTo) == directive.ID
			if telegram.Links[i].Citation != i || telegram.Links[i].State != graph.Resolved {
				t.Errorf("link %d: %+v", i, telegram.Links[i])
			}
		}
	}
	if !resolved {
		t.Errorf("no citation of the telegram resolves to %s", directive.ID)
	}
	if len(directive.CitedBy) == 0 || directive.CitedBy[0].Document != telegram.ID || directive.CitedBy[0].Symbol != "118/CĐ-TTg" {
		t.Errorf("cited by %+v", directive.CitedBy)
	}
}

func TestListAndSource(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx", "118-cd-ttg.txt", "58-ct-tu-gia-lai.txt")
	all, err := l.List(t.Context(), catalog.Filter{}, 0, 0)
	if err != nil || all.Total != 3 || len(all.Documents) != 3 {
		t.Fatalf("%+v, %v", all, err)
	}
	for i := 1; i < len(all.Documents); i++ {
		if all.Documents[i-1].IssuedOn < all.Documents[i].IssuedOn {
			t.Error("not the newest first")
		}
	}
	one, err := l.List(t.Context(), catalog.Filter{Kind: "chi_thi"}, 1, 1)
	if err != nil || one.Total != 2 || len(one.Documents) != 1 {
		t.Errorf("%+v, %v", one, err)
	}
	src, err := l.Source(t.Context(), "118/CĐ-TTg")
	if err != nil || src.Name != "118-cd-ttg.txt" || !strings.HasPrefix(src.MediaType, "text/plain") || !strings.Contains(string(src.Data), "118/CĐ-TTg") {
		t.Errorf("%s, %s, %d bytes, %v", src.Name, src.MediaType, len(src.Data), err)
	}
	if err := l.Ready(t.Context()); err != nil {
		t.Error(err)
	}
}
