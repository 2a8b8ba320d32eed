package main

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/soichi/soichi/align"
	"github.com/soichi/soichi/coverage"
	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/eval"
)

func TestLogisticFindsTheWeights(t *testing.T) {
	var x [][]float64
	var right []bool
	for i := range 400 {
		a, b := float64(i%20)/10-1, float64(i/20%20)/10-1
		x = append(x, []float64{a, b, 1})
		p := 1 / (1 + math.Exp(-(0.5 + 2*a - b)))
		right = append(right, p > float64(i*7919%400)/400)
	}
	bias, w := logistic(x, right, 0.01, []bool{true, true, true}, []bool{false, true, false})
	if math.Abs(bias-0.5) > 0.5 || math.Abs(w[0]-2) > 0.6 || math.Abs(w[1]+1) > 0.5 || w[2] != 0 {
		t.Errorf("bias %.2f, weights %.2f", bias, w)
	}
	_, w = logistic(x, right, 0.01, []bool{true, true, true}, []bool{false, false, false})
	if w[1] != 0 || w[0] <= 0 {
		t.Errorf("%v: what comes out on the wrong side weighs nothing", w)
	}
	_, w = logistic(x, right, 0.01, []bool{false, true, true}, []bool{false, true, false})
	if w[0] != 0 {
		t.Errorf("%v: a feature that is left out weighs nothing", w)
	}
	if bias, _ := logistic(nil, nil, 1, []bool{true}, []bool{false}); bias != 0 {
		t.Error("nothing to fit to")
	}
}

func TestSolve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "n")
		want, h := make([]float64, n), make([][]float64, n)
		for i := range want {
			want[i] = float64(rapid.IntRange(-9, 9).Draw(t, "x"))
		}
		for i := range h {
			h[i] = make([]float64, n+1)
			for j := range n {
				h[i][j] = float64(rapid.IntRange(-3, 3).Draw(t, "a"))
				if i == j {
					h[i][j] += 20 // so that there is one solution
				}
				h[i][n] += h[i][j] * want[j]
			}
		}
		for i, got := range solve(h) {
			if math.Abs(got-want[i]) > 1e-6 {
				t.Fatalf("%v is %v, want %v", i, got, want[i])
			}
		}
	})
}

func TestUsable(t *testing.T) {
	use := usable([]string{"month", ""})
	for i, name := range align.Features {
		if use[i] == (name == "month") {
			t.Errorf("%s: %t", name, use[i])
		}
	}
}

// chain makes a group in which passages that hold much of the task are right.
func chain(name string, rows int) group {
	g := group{name: name}
	for i := range rows {
		whole := float64(i%10) / 10
		k := align.Match{Passage: i % 5, Task: i / 5 % 4, Likeness: align.Likeness{Whole: whole, Head: 1}, Setting: align.Setting{Claim: align.Given}}
		g.rows = append(g.rows, row{Match: k, answer: i / 20, judged: i%7 != 3, right: whole > 0.6, where: name})
	}
	return g
}

func TestCrossedIsScoredByTheOthers(t *testing.T) {
	f := fitter{ridge: 1, use: usable(nil)}
	odd := chain("odd", 60)
	for i := range odd.rows {
		odd.rows[i].right = !odd.rows[i].right // what it would teach by itself is the contrary
	}
	left := f.crossed([]group{chain("a", 60), chain("b", 60), odd})
	if p, r := left[0].at(0.5); p < 0 || r < 0 || len(left) != 3 {
		t.Errorf("%v/%v of %d groups", p, r, len(left))
	}
	if p, _ := left[2].at(0.5); p > 0.1 {
		t.Errorf("the odd chain is judged by the others, not by itself: precision %.2f", p)
	}
	m := f.fit([]group{chain("a", 60), chain("b", 60)})
	g := chain("c", 60)
	g.score(&m)
	if p, r := g.at(0.5); p < 0.9 || r < 0.9 {
		t.Errorf("%.2f/%.2f", p, r)
	}
}

func TestReport(t *testing.T) {
	g := chain("a", 20)
	for i := range g.rows {
		g.rows[i].score = 0.1
		if g.rows[i].right {
			g.rows[i].score = 0.9
		}
	}
	g.rows[0].score = 0.8 // wrong
	var b bytes.Buffer
	report(&b, "left out", []group{g}, true)
	for _, want := range []string{"left out", "P/R at 0.50", "all ", "0.80 a"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, &b)
		}
	}
}

func TestRowsAreJudgedByTheReference(t *testing.T) {
	a := eval.GoldAlignment{Directive: "ct.txt", Pairs: []eval.GoldPair{
		{Task: "1", Document: "kh.txt", Quote: "mở 12 lớp tập huấn"}, {Task: "1", Document: "kh.txt", Quote: "in 500 tờ rơi", Optional: true},
	}}
	d := &document.Document{Tasks: []document.Task{{Text: "Tập huấn", Section: "1"}, {Text: "Báo cáo", Section: "2"}}}
	say := func(passage, start int, words string, task int) coverage.Candidate {
		return coverage.Candidate{Document: "x", Span: document.Span{Start: start, End: start + 10, Exact: words}, Role: coverage.Planned, Match: align.Match{Passage: passage, Task: task}}
	}
	var g group
	g.add(a, d, []coverage.Candidate{
		say(0, 0, "Đã mở 12 lớp tập huấn;", 0), say(1, 11, "340 người được cấp chứng chỉ.", 0), say(2, 40, "In 500 tờ rơi", 0), say(3, 80, "Trồng cây", 0), say(0, 0, "Đã mở 12 lớp tập huấn;", 1),
	}, func(string) string { return "kh.txt" })
	for i, want := range [][2]bool{{true, true}, {false, false}, {false, false}, {false, true}, {false, true}} {
		if r := g.rows[i]; r.right != want[0] || r.judged != want[1] {
			t.Errorf("%s: right %t, judged %t", r.where, r.right, r.judged)
		}
	}
}

// TestCollect takes in one real chain.
func TestCollect(t *testing.T) {
	chains, err := eval.LoadChains("../../testdata/gold")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range chains {
		if !strings.Contains(c.Name, "drowning") {
			continue
		}
		g, err := rowsOf(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		right := 0
		for _, r := range g.rows {
			if r.right {
				right++
			}
		}
		if len(g.rows) < 50 || right < 8 {
			t.Errorf("%d rows, %d right", len(g.rows), right)
		}
	}
}
