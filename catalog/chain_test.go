package catalog_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/eval"
	"github.com/soichi/soichi/internal/golden"
)

// TestChains scores the chains of testdata/chains, whose references list every passage that takes up a task. The
// figures are a file, so that a change of quality shows in the diff.
func TestChains(t *testing.T) {
	chains, err := eval.LoadChains("../testdata/gold")
	if err != nil || len(chains) == 0 {
		t.Fatalf("%d chains, %v", len(chains), err)
	}
	for _, c := range chains {
		name := strings.TrimSuffix(filepath.Base(c.Name), ".json")
		t.Run(name, func(t *testing.T) {
			l := newLibraryOf(t, filepath.Join(c.Folder, "*"))
			held := map[string]*document.Document{}
			for path, id := range l.id {
				d, err := l.store.Get(t.Context(), id)
				if err != nil {
					t.Fatal(err)
				}
				held[filepath.Base(path)] = d
			}
			th := eval.NewThread()
			if err := th.AddChain(t.Context(), c, held, l); err != nil {
				t.Fatal(err)
			}
			var b strings.Builder
			if err := eval.Print(&b, []*eval.Scores{th.Scores}); err != nil {
				t.Fatal(err)
			}
			if err := eval.PrintCalibration(&b, eval.Calibration(th.Suggestions)); err != nil {
				t.Fatal(err)
			}
			if err := eval.PrintDifferences(&b, th.Scores); err != nil {
				t.Fatal(err)
			}
			golden.Compare(t, "testdata/chain-"+name+".txt", b.String())
		})
	}
}
