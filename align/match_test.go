package align

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestBestStretch(t *testing.T) {
	for _, tt := range []struct {
		name         string
		weight, held []float64
		least, want  float64
	}{
		{"nothing", nil, nil, 1, 0},
		{"all of it", []float64{10, 10}, []float64{10, 10}, 5, 1},
		{"the fullest piece", []float64{10, 10, 10}, []float64{0, 9, 3}, 5, 0.9},
		{"a piece too short goes with its neighbour", []float64{4, 10, 10}, []float64{4, 1, 0}, 5, 5.0 / 14},
		{"a task too short has no part", []float64{4}, []float64{4}, 5, 0},
		{"pieces apart are no stretch", []float64{10, 10, 10}, []float64{10, 0, 10}, 20, 20.0 / 30},
	} {
		var shared [maxPieces]float64
		copy(shared[:], tt.held)
		if got := bestStretch(tt.weight, &shared, tt.least); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: %.3f, want %.3f", tt.name, got, tt.want)
		}
	}
}

func TestShortLists(t *testing.T) {
	if got := common([]string{"5", "7", "9"}, []string{"9", "5", "5"}); got != 2 {
		t.Errorf("%d in common, want 2", got)
	}
	if meet([]int32{1, 2}, []int32{3}) || !meet([]int32{1, 2}, []int32{3, 2}) || meet(nil, nil) {
		t.Error("lists meet where they share a number")
	}
	if ratio(3, 4) != 0.75 || ratio(0, 0) != 0 {
		t.Error("a share of nothing is none")
	}
	if (Likeness{Large: 3, Touched: 3}).LeavesOut() || !(Likeness{Large: 3, Touched: 1}).LeavesOut() {
		t.Error("a clause is left out that is large and not spoken of")
	}
}

// drawn draws a reader of some tasks.
func drawn(t *rapid.T) (*Reader, []string) {
	c := NewCorpus()
	var items []Item
	var texts []string
	for range rapid.IntRange(1, 4).Draw(t, "tasks") {
		texts = append(texts, textOf(t, 15))
		items = append(items, c.Task(texts[len(texts)-1]))
	}
	return c.Matcher(items).Reader(), texts
}

func TestSharesAreShares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, _ := drawn(t)
		for i, l := range r.compare(r.Passage(textOf(t, 20)), nil) {
			for name, x := range map[string]float64{"whole": l.Whole, "part": l.Part, "precision": l.Precision, "head": l.Head} {
				if !(x >= 0 && x <= 1.0001) {
					t.Fatalf("task %d: %s is %v", i, name, x)
				}
			}
			if l.Touched&^l.Large != 0 || l.Meaning < -1.0001 || l.Meaning > 1.0001 || l.Piece >= maxPieces {
				t.Fatalf("task %d: %+v", i, l)
			}
			if l.Whole == 0 && l != (Likeness{}) {
				t.Fatalf("nothing in common with task %d, and yet %+v", i, l)
			}
		}
	})
}

func TestATaskIsWhollyLikeItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, texts := drawn(t)
		for i, text := range texts {
			l := r.compare(r.Passage(text), nil)[i]
			if len(r.tasks[i].terms) == 0 {
				continue
			}
			if math.Abs(l.Whole-1) > 1e-9 || l.Large != l.Touched || l.Aside {
				t.Fatalf("%q: %+v", text, l)
			}
		}
	})
}

// A passage that says more holds no less of any task.
func TestMoreWordsHoldNoLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, _ := drawn(t)
		said, more := textOf(t, 10), textOf(t, 10)
		before := append([]Likeness(nil), r.compare(r.Passage(said), nil)...)
		for i, l := range r.compare(r.Passage(said+" . "+more), nil) {
			if l.Whole < before[i].Whole-1e-9 || l.Touched&before[i].Touched != before[i].Touched {
				t.Fatalf("%q and %q: task %d from %+v to %+v", said, more, i, before[i], l)
			}
		}
	})
}

func TestOrderOfTasksDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := []string{textOf(t, 12), textOf(t, 12), textOf(t, 12)}
		order := rapid.Permutation([]int{0, 1, 2}).Draw(t, "order")
		said := textOf(t, 15)
		a, b := likes(texts, said), likes([]string{texts[order[0]], texts[order[1]], texts[order[2]]}, said)
		for i, of := range order {
			x, y := a[of], b[i]
			if math.Abs(x.Whole-y.Whole) > 1e-6 || math.Abs(x.Precision-y.Precision) > 1e-6 || math.Abs(x.Meaning-y.Meaning) > 1e-3 || x.Deed != y.Deed || x.Rare != y.Rare {
				t.Fatalf("task %q: %+v, and elsewhere %+v", texts[of], x, y)
			}
		}
	})
}

// Words that neither a task nor a table knows make a passage less precise, and hold no less of the task.
func TestWordsOfItsOwnMakeAPassageLessPrecise(t *testing.T) {
	tasks := []string{"Cắm biển cảnh báo tại khu vực nước sâu"}
	bare, more := likes(tasks, "Cắm 12 biển cảnh báo")[0], likes(tasks, "Cắm 12 biển cảnh báo, giồng trôm")[0]
	if more.Precision >= bare.Precision || more.Whole != bare.Whole {
		t.Errorf("%.3f precise and %.3f whole, without them %.3f and %.3f", more.Precision, more.Whole, bare.Precision, bare.Whole)
	}
}

// Every passage is most like some task, and most like one of those that were given, where it is like any
// of these; every piece of a task that is spoken of is spoken of most somewhere.
func TestEveryPassageHasABestTask(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tasks := []string{textOf(t, 12), textOf(t, 12), textOf(t, 12)}
		given := rapid.SliceOfDistinct(rapid.IntRange(0, 2), rapid.ID).Draw(t, "given")
		best, bestGiven, mutual := map[int]bool{}, map[int]bool{}, map[[2]int]bool{}
		all := answerOf(tasks, given, textOf(t, 12), textOf(t, 12))
		for _, k := range all {
			best[k.Passage] = best[k.Passage] || k.Best
			bestGiven[k.Passage] = bestGiven[k.Passage] || k.Best && k.Claim == Given
			mutual[[2]int{k.Task, k.Piece}] = mutual[[2]int{k.Task, k.Piece}] || k.Mutual
			if k.Margin < 0 || k.Rival < 0 || !k.Best && k.Margin != 0 || k.Claim != Given && k.Rival != 0 {
				t.Fatalf("%+v", k.Setting)
			}
		}
		for _, k := range all {
			if !best[k.Passage] || k.Claim == Given && !bestGiven[k.Passage] || !mutual[[2]int{k.Task, k.Piece}] {
				t.Fatalf("passage %d, piece %d of task %d: %+v", k.Passage, k.Piece, k.Task, k.Setting)
			}
		}
	})
}
