package align

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/soichi/soichi/internal/golden"
)

// wording is one directive of testdata/wordings.json: tasks, and what units that were given some of them wrote, in other
// words. Takes names the tasks that a passage takes up, by index: "all" of it or a "part".
type wording struct {
	Name, Subject string
	Tasks         []string
	Answers       []struct {
		Given    []int
		Passages []struct {
			Text  string
			Takes map[string]string
		}
	}
}

// TestWordings scores passages that say the same in other words. The figures are a file, so that a change of quality shows
// in the diff, with every passage that is judged otherwise.
func TestWordings(t *testing.T) {
	data, err := os.ReadFile("testdata/wordings.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []wording
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	var right, wrong, missed int
	var differences strings.Builder
	for _, w := range all {
		c := NewCorpus()
		c.Subject(w.Subject)
		var tasks []Item
		for _, d := range w.Tasks {
			tasks = append(tasks, c.Task(d))
		}
		for _, a := range w.Answers {
			r := c.Matcher(tasks).Reader()
			var passages []Item
			for _, p := range a.Passages {
				passages = append(passages, r.Passage(p.Text))
			}
			given := map[int]bool{}
			for _, g := range a.Given {
				given[g] = true
			}
			claim := func(_, task int) Claim {
				if given[task] {
					return Given
				}
				return Open
			}
			suggested := map[[2]int]float64{}
			for _, k := range r.Match(passages, claim, nil) {
				if k.Worth() {
					suggested[[2]int{k.Passage, k.Task}] = k.Score()
				}
			}
			for i, p := range a.Passages {
				for task, d := range w.Tasks {
					score, found := suggested[[2]int{i, task}]
					switch wanted := p.Takes[strconv.Itoa(task)] != ""; {
					case wanted && found:
						right++
					case wanted:
						missed++
						fmt.Fprintf(&differences, "- %s: %s ← %s\n", w.Name, d, p.Text)
					case found:
						wrong++
						fmt.Fprintf(&differences, "+ %s: %s ← %s (%.2f)\n", w.Name, d, p.Text, score)
					}
				}
			}
		}
	}
	golden.Compare(t, "testdata/wordings.txt", fmt.Sprintf("%d right, %d too many, %d missed\n%s", right, wrong, missed, &differences))
}
