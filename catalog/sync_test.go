package catalog_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"

	"github.com/soichi/soichi/catalog"
	"github.com/soichi/soichi/graph"
	"github.com/soichi/soichi/index"
	"github.com/soichi/soichi/register"
	"github.com/soichi/soichi/store"
)

// notice is a small document that cites a directive.
func notice(n int, word string) []byte {
	return fmt.Appendf(nil, "ỦY BAN NHÂN DÂN\nTỈNH KON TUM\nSố: %d/TB-UBND\n\nKon Tum, ngày 05 tháng 3 năm 2024\n\nTHÔNG BÁO\nVề việc %s\n\nThực hiện Chỉ thị số 87/CT-TTg ngày 12 tháng 12 năm 2023 của Thủ tướng Chính phủ, thông báo như sau: %s.\n", n, word, word)
}

func TestSyncFollowsTheStore(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx")
	id := l.putText(t, "notice.txt", notice(1, "trực lễ"))
	if res, _ := l.search(t, catalog.SearchRequest{Query: `"trực lễ"`}); res.Total != 1 {
		t.Fatalf("added: %d", res.Total)
	}
	if again := l.putText(t, "notice.txt", notice(1, "nghỉ bù")); again != id {
		t.Fatalf("a changed file is another document: %s, %s", again, id)
	}
	for query, want := range map[string]int{`"trực lễ"`: 0, `"nghỉ bù"`: 1} {
		if res, _ := l.search(t, catalog.SearchRequest{Query: query}); res.Total != want {
			t.Errorf("changed: %s finds %d, want %d", query, res.Total, want)
		}
	}
	if err := l.store.Delete(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if res, _ := l.search(t, catalog.SearchRequest{}); res.Total != 1 {
		t.Errorf("deleted: %d documents are found", res.Total)
	}
	if _, err := l.Find(t.Context(), "1/TB-UBND"); err == nil {
		t.Error("deleted, and still in the graph")
	}
	seq, err := l.index.Seq()
	if err != nil {
		t.Fatal(err)
	}
	if last, err := l.store.LastChange(t.Context()); err != nil || seq != last {
		t.Errorf("index at %d, store at %d, %v", seq, last, err)
	}
}

func TestLinksHealWhenTheFileArrives(t *testing.T) {
	l := newShelf(t)
	l.putText(t, "notice.txt", notice(1, "trực lễ"))
	wishes, err := l.Missing(t.Context())
	if err != nil || len(wishes) != 1 || wishes[0].Symbol != "87/CT-TTg" {
		t.Fatalf("%+v, %v", wishes, err)
	}
	l.put(t, chain1+"87-ct-ttg.docx")
	wishes, err = l.Missing(t.Context())
	if err != nil || slices.ContainsFunc(wishes, func(w graph.Wish) bool { return w.Symbol == "87/CT-TTg" }) {
		t.Errorf("still missing: %+v, %v", wishes, err)
	}
	d, err := l.Document(t.Context(), "87/CT-TTg")
	if err != nil || len(d.CitedBy) == 0 {
		t.Errorf("cited by nobody: %v", err)
	}
}

func TestAnotherProgramSeesChanges(t *testing.T) {
	dir := t.TempDir()
	writer, reader := openShelf(t, dir), openShelf(t, dir)
	for n := 1; n <= 3; n++ {
		writer.putText(t, fmt.Sprintf("notice-%d.txt", n), notice(n, "trực lễ"))
		if res, _ := reader.search(t, catalog.SearchRequest{Query: `"trực lễ"`}); res.Total != n {
			t.Fatalf("the reader finds %d, want %d", res.Total, n)
		}
		if _, err := reader.Find(t.Context(), fmt.Sprintf("%d/TB-UBND", n)); err != nil {
			t.Error(err)
		}
		if res, _ := writer.search(t, catalog.SearchRequest{Query: `"trực lễ"`}); res.Total != n {
			t.Fatalf("the writer finds %d, want %d", res.Total, n)
		}
	}
}

func TestDocumentsGoesOverAllOfThem(t *testing.T) {
	l := newShelf(t, "87-ct-ttg.docx", "118-cd-ttg.txt")
	n := 0
	for d, err := range catalog.Documents(t.Context(), l.store, register.Default()) {
		if err != nil || d.Body == "" {
			t.Errorf("%+v, %v", d.ID, err)
		}
		n++
	}
	if n != 2 {
		t.Errorf("%d documents", n)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	for _, err := range catalog.Documents(gone, l.store, register.Default()) {
		if err == nil {
			t.Error("goes on after the end")
		}
	}
}

// Readers of two programs ask while a third takes documents in and out. Run with -race.
func TestReadersDuringIngest(t *testing.T) {
	dir := t.TempDir()
	writer, reader := openShelf(t, dir), openShelf(t, dir)
	writer.put(t, chain1+"87-ct-ttg.docx")
	const rounds = 8
	done := make(chan struct{})
	var wg sync.WaitGroup
	for _, l := range []*shelf{writer, reader} {
		for _, ask := range []func() error{
			func() error { _, err := l.Search(t.Context(), catalog.SearchRequest{Query: "thông báo"}); return err },
			func() error { return l.Sync(t.Context()) },
			func() error { _, err := l.Trace(t.Context(), "87/CT-TTg", graph.TraceOptions{}); return err },
		} {
			wg.Go(func() {
				for {
					select {
					case <-done:
						return
					default:
					}
					if err := ask(); err != nil {
						t.Error(err)
						return
					}
				}
			})
		}
	}
	for n := range rounds {
		id := writer.putText(t, fmt.Sprintf("notice-%d.txt", n), notice(n+1, "trực lễ"))
		if n%2 == 0 {
			if err := writer.store.Delete(t.Context(), id); err != nil {
				t.Error(err)
			}
		}
	}
	close(done)
	wg.Wait()
	for _, l := range []*shelf{writer, reader} {
		if res, _ := l.search(t, catalog.SearchRequest{}); res.Total != 1+rounds/2 {
			t.Errorf("%d documents are found, want %d", res.Total, 1+rounds/2)
		}
		if found, err := l.Verify(t.Context()); err != nil || len(found) > 0 {
			t.Errorf("%v, %v", found, err)
		}
	}
}

func TestClosedLibrary(t *testing.T) {
	dir := t.TempDir()
	s, err := store.Open(t.Context(), dir, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	x, err := index.Open(t.Context(), dir+"/index", index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	l := catalog.New(s, x, nil)
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for name, ask := range map[string]func() error{
		"search": func() error { _, err := l.Search(t.Context(), catalog.SearchRequest{}); return err },
		"graph":  func() error { _, err := l.Graph(t.Context()); return err },
		"list":   func() error { _, err := l.List(t.Context(), catalog.Filter{}, 1, 0); return err },
		"find":   func() error { _, err := l.Find(t.Context(), "x"); return err },
		"ready":  func() error { return l.Ready(t.Context()) },
		"verify": func() error { _, err := l.Verify(t.Context()); return err },
	} {
		if ask() == nil {
			t.Errorf("%s of a closed library gives no error", name)
		}
	}
}
