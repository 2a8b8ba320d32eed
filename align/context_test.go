package align

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// plain weighs nothing but how much of the task a passage holds, so that a score of 1/2 and more is easily given.
var plain = func() *Weights {
	w := &Weights{Bias: -5}
	w.Of[0] = 10
	return w
}()

// pair is a match by indices, with the share of the task that the passage holds.
func pair(passage, task int, whole float64, claim Claim) Match {
	return Match{Passage: passage, Task: task, Likeness: Likeness{Whole: whole, Head: 1}, Setting: Setting{Claim: claim}}
}

func TestSurround(t *testing.T) {
	at := func(whole float64) float64 { k := pair(0, 0, whole, Given); return plain.Score(&k) }
	for _, tt := range []struct {
		name                   string
		of                     []Match // the first one is looked at
		better, follows, leads float64
	}{
		{"alone", []Match{pair(0, 0, 0.5, Given)}, 0, 0, 0},
		{"another passage fits better", []Match{pair(0, 0, 0.5, Given), pair(3, 0, 0.9, Given)}, at(0.9), 0, 0},
		{"the best one has the second best beside it", []Match{pair(0, 0, 0.9, Given), pair(3, 0, 0.5, Given)}, at(0.5), 0, 0},
		{"the next takes up the next", []Match{pair(1, 1, 0.5, Given), pair(2, 2, 1, Given)}, 0, 0, at(1)},
		{"the one before takes up the one before", []Match{pair(1, 1, 0.5, Given), pair(0, 0, 1, Given)}, 0, at(1), 0},
		{"the next takes up the same", []Match{pair(1, 1, 0.5, Given), pair(2, 1, 1, Given)}, at(1), 0, 0.7 * at(1)},
		{"with one between", []Match{pair(1, 1, 0.5, Given), pair(2, 2, 0, Given), pair(2, 3, 1, Given)}, 0, 0, 0.5 * at(1)},
		{"the order turned round says nothing", []Match{pair(1, 1, 0.5, Given), pair(2, 0, 1, Given)}, 0, 0, 0},
		{"tasks of others between do not count", []Match{pair(1, 1, 0.5, Given), pair(2, 5, 1, Given), pair(2, 3, 1, Open)}, 0, 0, at(1)},
		{"for a task of others all count", []Match{pair(1, 1, 0.5, Open), pair(2, 5, 1, Given), pair(2, 2, 1, Open)}, 0, 0, at(1)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			Surround(tt.of, plain)
			k := tt.of[0]
			for _, d := range []float64{k.Better - tt.better, k.Follows - tt.follows, k.Leads - tt.leads} {
				if math.Abs(d) > 0.02 { // a task of which nothing is said scores a little
					t.Fatalf("better %.2f, follows %.2f, leads %.2f; want %.2f, %.2f, %.2f", k.Better, k.Follows, k.Leads, tt.better, tt.follows, tt.leads)
				}
			}
		})
	}
}

func TestSurroundStaysWithinScores(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var of []Match
		for p := range rapid.IntRange(0, 5).Draw(t, "passages") {
			for task := range rapid.IntRange(0, 4).Draw(t, "tasks") {
				of = append(of, pair(p, task, rapid.Float64Range(0, 1).Draw(t, "whole"), Claim(rapid.IntRange(0, 2).Draw(t, "claim"))))
			}
		}
		Surround(of, plain)
		for _, k := range of {
			for _, x := range []float64{k.Better, k.Follows, k.Leads} {
				if !(x >= 0 && x <= 1) {
					t.Fatalf("%+v", k.Setting)
				}
			}
		}
	})
}

func TestTop(t *testing.T) {
	var top top
	for _, x := range []float64{0.2, 0.9, 0.5} {
		top.take(x)
	}
	if top.first != 0.9 || top.second != 0.5 || top.over(0.9) != 0.4 || top.over(0.2) >= 0 {
		t.Errorf("%+v", top)
	}
}

func TestMeaningTellsTasksApart(t *testing.T) {
	tasks := []string{"Công khai kết quả giải quyết hồ sơ trên cổng thông tin điện tử", "Bồi dưỡng nghiệp vụ cho đội ngũ giáo viên tiểu học", "Tiêm phòng vắc xin cho đàn gia súc"}
	for passage, want := range map[string]int{
		"Đăng tải danh mục thủ tục trên trang thông tin điện tử": 0,
		"Mở 04 khóa đào tạo nhà giáo":                            1,
		"Kiểm dịch gia súc trước khi vận chuyển":                 2,
	} {
		for i, l := range likes(tasks, passage) {
			if i != want && l.Meaning >= likes(tasks, passage)[want].Meaning {
				t.Errorf("%s: task %d is as near as task %d", passage, i+1, want+1)
			}
		}
	}
}

func TestMonths(t *testing.T) {
	c := NewCorpus()
	r := c.Matcher([]Item{c.Task("Lập danh sách hộ nghèo", "2024-04-30")}).Reader()
	for day, want := range map[string]bool{"2024-04-12": true, "2024-04": true, "2024-05-01": false, "2023-04-30": false, "": false} {
		if got := r.compare(r.Passage("Lập danh sách hộ nghèo", day), nil)[0].Month; got != want {
			t.Errorf("%s: %t", day, got)
		}
	}
}
