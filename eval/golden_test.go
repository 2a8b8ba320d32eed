package eval_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/soichi/soichi/eval"
	"github.com/soichi/soichi/extract"
	"github.com/soichi/soichi/internal/golden"
)

// evaluate extracts the documents of gold folders and scores them at every level, and by kind with folded letters.
func evaluate(t *testing.T, dirs ...string) (scores []*eval.Scores, kinds map[string]*eval.Scores) {
	t.Helper()
	x := extract.New(extract.Options{})
	kinds = map[string]*eval.Scores{}
	for _, l := range eval.Levels() {
		scores = append(scores, eval.NewScores(l))
	}
	for _, dir := range dirs {
		list, err := eval.Load(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range list {
			data, err := os.ReadFile(g.Source)
			if err != nil {
				t.Fatal(err)
			}
			d, err := x.Extract(t.Context(), g.Source, data)
			if err != nil {
				t.Fatal(err)
			}
			kind := g.Scalars["kind"]
			if kinds[kind] == nil {
				kinds[kind] = eval.NewScores(eval.Folded)
			}
			for _, s := range append(scores[:len(scores):len(scores)], kinds[kind]) {
				s.Add(g, d)
			}
		}
	}
	return scores, kinds
}

// at gives the scores of one level.
func at(scores []*eval.Scores, level eval.Strictness) *eval.Scores {
	for _, s := range scores {
		if s.Level == level {
			return s
		}
	}
	return nil
}

// TestGoldenTestdata keeps the figures of the project's own documents in a file, by field, kind and rule, with every
// difference, so that a change of quality is read in review.
func TestGoldenTestdata(t *testing.T) {
	scores, kinds := evaluate(t, "../testdata/gold")
	folded := at(scores, eval.Folded)
	var b strings.Builder
	for _, print := range []func() error{
		func() error { return eval.Print(&b, scores) },
		func() error { return eval.PrintKinds(&b, kinds) },
		func() error { return eval.PrintCalibration(&b, eval.Calibration(eval.Suggestions(folded.Judged))) },
		func() error { return eval.PrintRules(&b, eval.Rules(folded.Judged)) },
		func() error { return eval.PrintDifferences(&b, folded) },
	} {
		if err := print(); err != nil {
			t.Fatal(err)
		}
		b.WriteString("\n")
	}
	corpus := filepath.FromSlash("../testdata/corpus/")
	got := strings.ReplaceAll(b.String(), corpus, "")
	golden.Compare(t, "../testdata/golden/eval.txt", filepath.ToSlash(got))
}

// TestFloors holds the quality on real documents that the project does not own above what was reached once.
func TestFloors(t *testing.T) {
	shared := os.Getenv("SOICHI_SHARED")
	if shared == "" {
		shared = "../../shared"
	}
	var dirs []string
	for _, name := range []string{"seeds", "chithi", "scan"} {
		dir := filepath.Join(shared, "gold", name)
		if _, err := os.Stat(dir); err == nil {
			dirs = append(dirs, dir)
		}
	}
	if len(dirs) == 0 {
		t.Skipf("no references of real documents in %s; $SOICHI_SHARED names their folder", shared)
	}
	scores, _ := evaluate(t, dirs...)
	s := at(scores, eval.Folded)
	for field, floor := range map[string]float64{
		"kind": 0.97, "symbol": 0.97, "issued_on": 0.97, "issuer": 0.97, "title": 0.97, "signer": 0.97,
		"citations.identity": 0.97, "citations.span": 0.97, "citations.relation": 0.95, "tasks.span": 0.90, "tasks.lead": 0.90, "themes": 0.95,
	} {
		c := s.Fields[field]
		if c == nil {
			t.Errorf("%s is not scored", field)
			continue
		}
		t.Logf("%s: F1 %.3f", field, c.F1())
		if c.F1() < floor {
			t.Errorf("%s: F1 %.3f is below %.2f", field, c.F1(), floor)
		}
	}
	for _, field := range []string{"symbol", "issued_on"} {
		if c := s.Fields[field]; c != nil && c.Wrong > 0 {
			t.Errorf("%s: %d wrong values; none is better than a wrong one", field, c.Wrong)
		}
	}
	if !t.Failed() {
		return
	}
	var b strings.Builder
	if err := eval.PrintDifferences(&b, s); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + b.String())
}
