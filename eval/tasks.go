package eval

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

// spot is a passage of the text in bytes of its squeezed form.
type spot struct{ start, end int }

func (a spot) overlap(b spot) int { return max(0, min(a.end, b.end)-max(a.start, b.start)) }

func (a spot) size() int { return a.end - a.start }

// squeezed is a text with its blanks folded, in which quotes are looked up.
type squeezed struct {
	text string
	from int // where the next look-up begins, so that repeated words are found in order
}

// find places a quote; it gives a zero spot for words that are not there.
func (q *squeezed) find(w Quote) spot {
	first, last := w.Start, w.End
	if w.Text != "" {
		first, last = w.Text, ""
	}
	first, last = squeeze(strip(first)), squeeze(strip(last))
	i := strings.Index(q.text[q.from:], first)
	if i < 0 {
		q.from = 0
		if i = strings.Index(q.text, first); i < 0 {
			return spot{}
		}
	}
	start := q.from + i
	end := start + len(first)
	if last != "" {
		if j := strings.Index(q.text[start:], last); j >= 0 {
			end = start + j + len(last)
		}
	}
	q.from = start + 1
	return spot{start, end}
}

// strip drops marks of emphasis, which a reference may have kept or not.
func strip(s string) string { return strings.ReplaceAll(s, "*", "") }

// tasks scores tasks by overlap, and the leads and dates of those that were found.
func (s *Scores) tasks(g Gold, d *document.Document) {
	text := &squeezed{text: squeeze(strip(d.Text))}
	want := make([]spot, len(g.Tasks))
	for i, t := range g.Tasks {
		want[i] = text.find(t.Quote)
	}
	text.from = 0
	var neutral []spot
	for _, q := range g.Neutral {
		neutral = append(neutral, text.find(q))
	}
	text.from = 0
	got := make([]spot, len(d.Tasks))
	for i, t := range d.Tasks {
		got[i] = text.find(Quote{Text: t.Span.Exact})
	}
	match := matchTasks(g, want, got)
	c := s.count("tasks.span")
	found := map[int]bool{}
	for i, j := range match {
		if j >= 0 {
			c.Right++
			found[j] = true
			s.taskFields(g, g.Tasks[i], d.Tasks[j])
			continue
		}
		if g.Tasks[i].Split && coveredBy(want[i], got) {
			continue // kept whole with its sister: not punished twice
		}
		c.Missed++
		if g.Scored["tasks.due"] {
			s.count("tasks.joint").Missed++
		}
		s.differ(g, "tasks.span", g.Tasks[i].Text+g.Tasks[i].Start, "")
	}
	for j := range got {
		wrong := !g.Partial && !found[j] && !coveredBy(got[j], neutral) && !holdsSplit(g, want, got[j])
		if found[j] || wrong {
			s.judge("tasks.span", d.Tasks[j].Method, d.Tasks[j].Confidence, found[j])
		}
		if wrong {
			c.Wrong++
			if g.Scored["tasks.due"] {
				s.count("tasks.joint").Wrong++
			}
			s.differ(g, "tasks.span", "", d.Tasks[j].Text)
		}
	}
}

// matchTasks pairs each task of the reference with the one that overlaps it by at least half of the longer one.
func matchTasks(g Gold, want, got []spot) []int {
	out := make([]int, len(want))
	used := make([]bool, len(got))
	for i, w := range want {
		out[i] = -1
		best := 0
		for j, h := range got {
			o := w.overlap(h)
			longer := max(w.size(), h.size())
			if g.Tasks[i].Split {
				longer = min(w.size(), h.size())
			}
			if !used[j] && o > best && 2*o >= longer {
				best, out[i] = o, j
			}
		}
		if out[i] >= 0 {
			used[out[i]] = true
		}
	}
	return out
}

func coveredBy(a spot, list []spot) bool {
	for _, b := range list {
		if a.size() > 0 && 2*a.overlap(b) >= a.size() {
			return true
		}
	}
	return false
}

// holdsSplit tells whether a found task is part of a task that the reference cut differently.
func holdsSplit(g Gold, want []spot, a spot) bool {
	for i, w := range want {
		if g.Tasks[i].Split && w.size() > 0 && 2*a.overlap(w) >= min(a.size(), w.size()) {
			return true
		}
	}
	return false
}

// taskFields scores the parts of a task that was found. An item whose lead stands in the chapeau may go without one. The
// joint score wants span, lead and date right together, and is for references that speak of dates.
func (s *Scores) taskFields(g Gold, want GoldTask, got document.Task) {
	joint := true
	if want.LeadFrom != "chapeau" || len(got.Lead) > 0 {
		joint = s.names(g, "tasks.lead", want.Lead, got.Lead) && joint
	}
	s.names(g, "tasks.support", want.Support, got.Support)
	if !g.Scored["tasks.due"] {
		return
	}
	joint = s.due(g, want, got) && joint
	c := s.count("tasks.joint")
	if joint {
		c.Right++
	} else {
		c.Wrong++
		c.Missed++
	}
}

// names compares two lists of units on letters alone; it tells whether they agree.
func (s *Scores) names(g Gold, field string, want, got []string) bool {
	c := s.count(field)
	before := *c
	have := map[string]int{}
	for _, n := range got {
		have[unitKey(n)]++
	}
	for _, n := range want {
		if k := unitKey(n); have[k] > 0 {
			have[k]--
			c.Right++
		} else {
			c.Missed++
		}
	}
	for _, n := range have {
		c.Wrong += n
	}
	same := c.Wrong == before.Wrong && c.Missed == before.Missed
	if !same {
		s.differ(g, field, strings.Join(want, " | "), strings.Join(got, " | "))
	}
	return same
}

var unitArticle = regexp.MustCompile(`^(?:các|những) `)

func unitKey(s string) string { return unitArticle.ReplaceAllString(viet.Letters(s), "") }

func (s *Scores) due(g Gold, want GoldTask, got document.Task) bool {
	c := s.count("tasks.due")
	var w, h string
	if want.Due != nil {
		w = deref(want.Due.Value)
		if w == "" {
			w = "text"
		}
	}
	if got.Due != nil {
		h = string(got.Due.Value)
		if h == "" {
			h = "text"
		}
	}
	switch {
	case w == h && w != "":
		c.Right++
	case w != h:
		if h != "" {
			c.Wrong++
		}
		if w != "" {
			c.Missed++
		}
		s.differ(g, "tasks.due", w, h)
	}
	return w == h
}

var titleOpening = regexp.MustCompile(`(?i)^(?:v/v|về việc|về)\s+`)

// bareTitle is a title as it is compared: without case and without a leading "về (việc)".
func bareTitle(s string) string {
	return viet.Letters(titleOpening.ReplaceAllString(strings.TrimSpace(s), ""))
}
