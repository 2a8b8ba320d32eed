package flow

import (
	"strings"
	"testing"
)

// outline is the list of most plans: "I.", "1.", "1.1", "a)", "-".
func outline(id string) *List {
	l := NewList(id, "outline")
	for i, lv := range []ListLevel{
		{Format: "upperRoman", Text: "%1."}, {Format: "decimal", Text: "%2."}, {Format: "decimal", Text: "%2.%3", Legal: true},
		{Format: "lowerLetter", Text: "%4)"}, {Format: "bullet", Text: "-"},
	} {
		lv.Start, lv.Restart, lv.Defined = 1, -1, true
		l.Levels[i] = lv
	}
	return l
}

// labels counts one paragraph for each level and joins the labels.
func labels(k *Counter, l *List, at ...int) string {
	var out []string
	for _, i := range at {
		label, _ := k.Next(l, i)
		out = append(out, strings.TrimSpace(label))
	}
	return strings.Join(out, " ")
}

func TestCounter(t *testing.T) {
	for _, c := range []struct {
		name string
		set  func(*List)
		at   []int
		want string
	}{
		{"deeper levels begin anew", nil, []int{0, 1, 1, 0, 1, 3, 3, 4, 1}, "I. 1. 2. II. 1. a) b) - 2."},
		{"a level above that was never used", nil, []int{2}, "1.1"},
		{"a level that never begins anew", func(l *List) { l.Levels[1].Restart = 0 }, []int{0, 1, 1, 0, 1}, "I. 1. 2. II. 3."},
		{"a level that begins anew under the first alone", func(l *List) { l.Levels[3].Restart = 1 }, []int{0, 1, 3, 1, 3, 0, 3}, "I. 1. a) 2. b) II. a)"},
		{"another start", func(l *List) { l.Levels[0].Start = 4 }, []int{0, 0}, "IV. V."},
		{"two digits", func(l *List) { l.Levels[1].Format = "decimalZero" }, []int{1, 1}, "01. 02."},
		{"a level without a number", func(l *List) { l.Levels[0].Format, l.Levels[0].Text = "none", "" }, []int{0, 1}, " 1."},
		{"a level that is not there", nil, []int{7}, ""},
		{"a bullet of a symbol font", func(l *List) { l.Levels[4].Text = "\uf0b7" }, []int{4}, "•"},
		{"a word in front", func(l *List) { l.Levels[0].Format, l.Levels[0].Text = "decimal", "Điều %1." }, []int{0, 0}, "Điều 1. Điều 2."},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := outline("1")
			if c.set != nil {
				c.set(l)
			}
			if got := labels(&Counter{}, l, c.at...); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestListsOfOneKey(t *testing.T) {
	var k Counter
	first, second := outline("1"), outline("2")
	if got := labels(&k, first, 0, 0) + " " + labels(&k, second, 0); got != "I. II. III." {
		t.Errorf("lists of one key go on: %q", got)
	}
	third := outline("3")
	third.StartOver[0] = 1
	if got := labels(&k, third, 0, 0) + " " + labels(&k, first, 0); got != "I. II. III." {
		t.Errorf("a list that starts over does so once: %q", got)
	}
	k.Restart(first)
	if got := labels(&k, first, 0); got != "I." {
		t.Errorf("after a restart: %q", got)
	}
}

func TestNilList(t *testing.T) {
	if label, _ := new(Counter).Next(nil, 0); label != "" {
		t.Errorf("got %q", label)
	}
}

func TestLetterAndRoman(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "a", 26: "z", 27: "aa", 53: "aaa", -4: "", 1 << 20: ""} {
		if got := Letter(n); got != want {
			t.Errorf("Letter(%d) = %q, want %q", n, got, want)
		}
	}
	for n, want := range map[int]string{0: "", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 1994: "MCMXCIV", 4000: ""} {
		if got := Roman(n); got != want {
			t.Errorf("Roman(%d) = %q, want %q", n, got, want)
		}
	}
}

func TestHasLabel(t *testing.T) {
	for text, want := range map[string]bool{
		"1. Mục đích": true, "a) Rà soát": true, "- Sở A": true, "II. NỘI DUNG": true, "1.2. Việc": true, "Điều 5. Phạm vi": true, "(1) x": true,
		"Thực hiện": false, "2024 là năm": false, "": false,
	} {
		if got := HasLabel(text); got != want {
			t.Errorf("HasLabel(%q) = %v", text, got)
		}
	}
}

func TestFields(t *testing.T) {
	var f Fields
	f.End() // an end without a field is nothing
	f.Begin()
	if !f.Hides() {
		t.Error("the code of a field is hidden")
	}
	f.Separate()
	if f.Hides() {
		t.Error("the result of a field is shown")
	}
	f.Begin()
	if !f.Hides() {
		t.Error("the code of a field in a result is hidden")
	}
	f.End()
	f.End()
	if f.Hides() {
		t.Error("nothing is hidden after the last field")
	}
}
