package graph

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/soichi/soichi/document"
)

var (
	// nameYear matches the year at the end of a name: "Luật Đất đai năm 2024".
	nameYear = regexp.MustCompile(`(?i)[ ,]+năm\s+((?:19|20)\d\d)$`)
	// symbolYear matches the year of a law in its number, which is the one of its adoption: "31/2024/QH15".
	symbolYear = regexp.MustCompile(`/((?:19|20)\d\d)/`)
)

// constitution is the kind of which there is one at a time.
const constitution = "hien_phap"

// named are the kinds of documents that are cited by name.
var named = []document.NullString{"luat", "bo_luat", "phap_lenh", constitution}

// plain writes the name of a law as all of them are compared: the year of a name is a date, the subject of a law that is
// cited by its number is its name.
func plain(c document.Citation) document.Citation {
	if !slices.Contains(named, c.Kind) || c.Name == "" && c.Title == "" {
		return c
	}
	if c.Name == "" && c.Symbol != "" {
		c.Name = document.NullString(document.KindName(string(c.Kind)) + " " + string(c.Title))
	}
	if m := nameYear.FindStringSubmatchIndex(string(c.Name)); m != nil {
		if c.IssuedOn == "" {
			c.IssuedOn = c.Name[m[2]:m[3]]
		}
		c.Name = c.Name[:m[0]]
	}
	if c.Kind == constitution {
		c.Name = "Hiến pháp" // with the name of the State or without it
	}
	return c
}

// ties are the names that mentions give to numbers ("Luật Đất đai số 31/2024/QH15"), by how many sayings.
type ties struct {
	changed map[string]bool           // names whose numbers came or went since the last settle
	numbers map[string]map[string]int // groups of numbers by group of names
	names   map[string]map[string]int // and back
}

// note counts a saying that came (1) or went (-1).
func (t ties) note(s saying, by int) {
	if s.symbol == "" || s.name == "" {
		return
	}
	name := nameKey(s.kind, s.name)
	t.changed[name] = true
	count(t.numbers, name, s.group, by)
	count(t.names, s.group, name, by)
}

func count(lists map[string]map[string]int, key, member string, by int) {
	if lists[key] == nil {
		lists[key] = map[string]int{}
	}
	if lists[key][member] += by; lists[key][member] == 0 {
		delete(lists[key], member)
	}
	if len(lists[key]) == 0 {
		delete(lists, key)
	}
}

// order gives the dirty groups in the order in which they are settled: numbers, then the names that these bear.
func (w *wishes) order() []string {
	var numbers []string
	names := map[string]bool{}
	for key := range w.dirty {
		if strings.Contains(key, " ") {
			names[key] = true
			continue
		}
		numbers = append(numbers, key)
	}
	for _, key := range numbers {
		for name := range w.ties.names[key] {
			names[name] = true
		}
	}
	for name := range w.ties.changed {
		names[name] = true
	}
	slices.Sort(numbers)
	return append(numbers, slices.Sorted(maps.Keys(names))...)
}

// numbered gives the nodes of documents cited by name that are wanted by their number as well: those that bear the name,
// where one of them alone fits in year and kind.
func (w *wishes) numbered(key string, merged []*wish) map[*wish]*Node {
	out := map[*wish]*Node{}
	for _, m := range merged {
		if m.symbol != "" {
			return out
		}
		var fits []*Node
		for group := range w.ties.numbers[key] {
			for _, x := range w.groups[group] {
				n := x.means
				if n != nil && m.agrees(x.dated()) && !slices.ContainsFunc(fits, func(o *Node) bool { return o.ID == n.ID }) {
					fits = append(fits, n)
				}
			}
		}
		if len(fits) == 1 {
			out[m] = fits[0]
		}
	}
	return out
}

// dated gives a wish with the year of its number where it has no date.
func (x *wish) dated() *wish {
	if m := symbolYear.FindStringSubmatch(x.symbol); m != nil && x.issuedOn == "" {
		y := *x
		y.issuedOn, y.day = m[1], dayOf(m[1])
		return &y
	}
	return x
}
