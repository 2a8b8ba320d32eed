package coverage

import (
	"strings"
	"testing"
)

const opens = "Đã rà soát, khoanh vùng và lập bản đồ các khu vực trọng điểm cháy rừng của 10 huyện"

// TestPiecesOfOneSentenceAreOneQuote holds that what a report says of one task in one breath is quoted once.
func TestPiecesOfOneSentenceAreOneQuote(t *testing.T) {
	const goesOn = "bản đồ các khu vực trọng điểm cháy rừng đã giao đến từng xã, từng chủ rừng."
	for _, tt := range []struct {
		name, said string
		quotes     []string
	}{
		{"two pieces", opens + "; " + goesOn, []string{opens + "; " + goesOn}},
		{"one piece", opens + ".", []string{opens + "."}},
		{"another matter between", opens + "; tuyên truyền lưu động về an toàn giao thông ở các trường học; " + goesOn, []string{opens + ";", goesOn}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := at(compute(order(), "2024-12-31", account("2024-02-10", tt.said)), 0, kontum)
			var got []string
			for _, e := range c.Evidence {
				got = append(got, e.Span.Exact)
			}
			for _, want := range tt.quotes {
				if !strings.Contains(strings.Join(got, "\n"), want) || len(got) != len(tt.quotes) {
					t.Errorf("%q, want %q", got, tt.quotes)
				}
			}
		})
	}
}

// TestADecisionFindsItsPiece holds that pieces stay by themselves where a person spoke of the document.
func TestADecisionFindsItsPiece(t *testing.T) {
	said := opens + "; bản đồ các khu vực trọng điểm cháy rừng đã giao đến từng xã, từng chủ rừng."
	in := Input{Directive: order().Document, AsOf: "2024-12-31", Bodies: register{}, Answers: []Answer{answer(account("2024-02-10", said))}}
	in.Decided = func(string) func(quote, task string) (Decision, bool) {
		return func(quote, task string) (Decision, bool) {
			return Decision{Confirmed: false, By: "Lan"}, quote == opens+";" && task == mapTask
		}
	}
	rep := Compute(in)
	if c := at(rep, 0, kontum); len(c.Evidence) != 1 || strings.Contains(c.Evidence[0].Span.Exact, opens) {
		t.Errorf("%+v: the rejected piece is gone, the other is there", c.Evidence)
	}
}

func TestCandidatesAreAllPairs(t *testing.T) {
	in := Input{Directive: order().Document, AsOf: "2024-12-31", Bodies: register{}, Answers: []Answer{answer(account("2024-02-10", opens+"."))}}
	found := Candidates(in)
	if len(found) == 0 {
		t.Fatal("none")
	}
	for _, k := range found {
		if k.Document != "r2024-02-10" || k.Role != Reported || !strings.HasPrefix(k.Span.Exact, "Đã rà soát") {
			t.Errorf("%+v", k)
		}
		if (k.Task == 0) != k.Worth() {
			t.Errorf("task %d scores %.2f", k.Task+1, k.Score())
		}
	}
}
