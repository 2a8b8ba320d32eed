package flow

import (
	"strconv"
	"strings"
)

// ListLevels is the number of levels that a list of an office format has (ECMA-376 part 1, 17.9.6).
const ListLevels = 9

// ListLevel is how one level of a list counts and looks.
type ListLevel struct {
	Start  int
	Format string // "decimal", "upperRoman", "lowerLetter", "bullet", …: the names of ECMA-376
	// Text is what is printed: "%1.%2" stands for the counters of the first two levels.
	Text    string
	Tight   bool // nothing stands between label and text
	Legal   bool // all counters in plain digits
	Restart int  // the level, counted from 1, whose use restarts this one; -1: any above; 0: none
	Font    string
	Defined bool
}

// List is one list. Lists of one Key go on counting together; StartOver holds, for each level, the number that this
// list starts with on its own, -1 where it does not.
type List struct {
	ID        string
	Key       string
	Levels    [ListLevels]ListLevel
	StartOver [ListLevels]int
}

// NewList makes a list whose levels do not start over.
func NewList(id, key string) *List {
	l := &List{ID: id, Key: key}
	for i := range l.StartOver {
		l.StartOver[i] = -1
	}
	return l
}

// unset marks a counter that starts anew.
const unset = -1 << 30

// Counter counts the numbered paragraphs of a document in the order in which they come. The zero value is ready.
type Counter struct {
	counts map[string]*[ListLevels]int
	begun  map[string]bool // list and level whose StartOver was used up
}

// Next counts one paragraph and gives its label with what stands behind it, and the label's font; "" for a level that
// the list does not define.
func (k *Counter) Next(l *List, at int) (label, font string) {
	if l == nil || at < 0 || at >= ListLevels || !l.Levels[at].Defined {
		return "", ""
	}
	c := k.of(l.Key)
	begun := l.ID + " " + strconv.Itoa(at)
	switch {
	case l.StartOver[at] >= 0 && !k.begun[begun]:
		c[at] = l.StartOver[at]
	case c[at] == unset:
		c[at] = l.Levels[at].Start
	default:
		c[at]++
	}
	k.begun[begun] = true
	for i := at + 1; i < ListLevels; i++ {
		if r := l.Levels[i].Restart; r < 0 || r > 0 && at < r {
			c[i] = unset
		}
	}
	for i := range at {
		if c[i] == unset {
			c[i] = l.Levels[i].Start
		}
	}
	return l.label(at, c), l.Levels[at].Font
}

func (k *Counter) of(key string) *[ListLevels]int {
	if k.counts == nil {
		k.counts, k.begun = map[string]*[ListLevels]int{}, map[string]bool{}
	}
	c := k.counts[key]
	if c == nil {
		c = new([ListLevels]int)
		for i := range c {
			c[i] = unset
		}
		k.counts[key] = c
	}
	return c
}

func (l *List) label(at int, c *[ListLevels]int) string {
	lv := l.Levels[at]
	text := lv.Text
	if lv.Format == "bullet" {
		text = bullet(text)
	} else {
		for i := range ListLevels {
			mark := "%" + strconv.Itoa(i+1)
			if !strings.Contains(text, mark) {
				continue
			}
			format := l.Levels[i].Format
			if lv.Legal {
				format = "decimal"
			}
			text = strings.ReplaceAll(text, mark, count(c[i], format))
		}
	}
	if text != "" && !lv.Tight {
		text += " "
	}
	return text
}

// count writes a counter. The formats that spell numbers out are written in digits.
func count(n int, format string) string {
	switch format {
	case "upperRoman":
		return Roman(n)
	case "lowerRoman":
		return strings.ToLower(Roman(n))
	case "upperLetter":
		return strings.ToUpper(Letter(n))
	case "lowerLetter":
		return Letter(n)
	case "decimalZero":
		if n >= 0 && n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "none":
		return ""
	}
	return strconv.Itoa(n)
}

// bullet gives the mark of an unnumbered item. Marks of symbol fonts have no meaning as characters and become a bullet.
func bullet(text string) string {
	if text == "o" {
		return "◦"
	}
	return strings.Map(func(r rune) rune {
		if r >= 0xe000 && r <= 0xf8ff || r < ' ' {
			return '•'
		}
		return r
	}, text)
}

// StartAt lets the next paragraph of a level have a number of its own.
func (k *Counter) StartAt(l *List, at, n int) {
	if l != nil && at >= 0 && at < ListLevels && n > unset {
		k.of(l.Key)[at] = n - 1
	}
}

// Restart lets the lists of l's key begin anew, for formats whose lists end.
func (k *Counter) Restart(l *List) {
	delete(k.counts, l.Key)
}
