package register

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed groups.tsv
var groupTable string

// group is one row of groups.tsv.
type group struct {
	words []string
	who   string // "kind:…", "local:…", "children:", "open:", "depts:"
	to    string
}

var groups = sync.OnceValue(func() []group {
	var out []group
	for _, row := range rows(groupTable) {
		g := group{words: strings.Fields(row[0]), who: row[1]}
		if len(row) > 2 {
			g.to = row[2]
		}
		out = append(out, g)
	}
	slices.SortStableFunc(out, func(a, b group) int { return len(b.words) - len(a.words) })
	return out
})

// ofAllProvinces are the ways to say "of every province" after the name of a local body, the longest first.
var ofAllProvinces = [][]string{
	strings.Fields("cấp tỉnh thành phố trực thuộc trung ương"), strings.Fields("tỉnh thành phố trực thuộc trung ương"),
	strings.Fields("tỉnh thành phố"), strings.Fields("cấp tỉnh"),
}

// idle are words of a phrase that name nobody.
var idle = map[string]bool{"các": true, "toàn": true, "thể": true, "những": true, "tất": true, "cả": true, "của": true, "thuộc": true, "ở": true, "tại": true}

// Expand gives the units that a phrase of recipients or assignees stands for on a day, by their full names, and whether
// the phrase speaks of a group at all. "Các bộ, cơ quan ngang bộ" gives every ministry of that day; a group whose members
// the register does not hold ("UBND các xã") gives the phrase itself, and one that did not exist any more gives nothing
// (UBND các huyện after 30/6/2025). What is no group comes back as it is, with false.
func (r *Register) Expand(phrase, on string) ([]string, bool) { return r.ExpandFor(phrase, on, "") }

// ExpandFor is Expand for a paper of a known issuer: "các sở, ngành tỉnh" are then those of the issuer's province.
func (r *Register) ExpandFor(phrase, on, issuer string) ([]string, bool) {
	if b, s := r.Find(phrase, on); b != nil && s >= byFolding {
		return []string{phrase}, false
	}
	words := slices.DeleteFunc(strings.Fields(key(phrase)), func(w string) bool { return w == "các" })
	e := expansion{r: r, on: on, issuer: issuer, phrase: phrase, seen: map[string]bool{}}
	for i := 0; i < len(words); {
		n := e.take(words[i:])
		if n == 0 {
			e.rest = append(e.rest, words[i])
			n = 1
		}
		i += n
	}
	if !e.group {
		return []string{phrase}, false
	}
	if len(e.rest) > 0 {
		e.left()
	}
	return e.units, true
}

// expansion collects the units of one phrase.
type expansion struct {
	r                  *Register
	on, issuer, phrase string
	units              []string
	seen               map[string]bool
	rest               []string
	group              bool
}

// take matches a group at the front of the words and returns how many words it took, 0 for none.
func (e *expansion) take(words []string) int {
	if n := e.families(words); n > 0 {
		return n
	}
	if n := e.ministries(words); n > 0 {
		return n
	}
	for _, g := range groups() {
		if len(g.words) > len(words) || !slices.Equal(g.words, words[:len(g.words)]) {
			continue
		}
		if n := e.apply(g, words[len(g.words):]); n >= 0 {
			e.group = true
			return len(g.words) + n
		}
	}
	if to, n := offices().at(words); n > 0 && len(to) == 0 && n < len(words) {
		if m := e.take(words[n:]); m > 0 {
			return n + m
		}
	}
	return 0
}

// ministries matches a list that names its head once: "bộ tài chính tư pháp ngoại giao". A single one is no group.
func (e *expansion) ministries(words []string) int {
	if words[0] != "bộ" {
		return 0
	}
	at := 1
	for at < len(words) {
		n := min(len(words)-at, 8)
		for ; n > 0; n-- {
			if b, _ := pick(e.r.name["bộ "+strings.Join(words[at:at+n], " ")], e.on); b != nil {
				e.name(b.Name)
				break
			}
		}
		if n == 0 {
			break
		}
		at += n
	}
	if at == 1 {
		return 0
	}
	e.group = e.group || len(e.units) > 1
	return at
}

// families matches names of local bodies followed by "of all provinces": "hội đồng nhân dân ủy ban nhân dân tỉnh thành phố".
func (e *expansion) families(words []string) int {
	var codes []string
	at := 0
	for at < len(words) {
		n, c := e.family(words[at:])
		if n == 0 {
			break
		}
		codes = append(codes, c...)
		at += n
	}
	if len(codes) == 0 {
		return 0
	}
	for _, tail := range ofAllProvinces {
		if len(words)-at >= len(tail) && slices.Equal(tail, words[at:at+len(tail)]) {
			for _, c := range codes {
				e.local(c)
			}
			e.group = true
			return at + len(tail)
		}
	}
	return 0
}

// family matches the longest local name at the front of the words.
func (e *expansion) family(words []string) (int, []string) {
	for n := min(len(words), 10); n > 0; n-- {
		if c := e.r.families[strings.Join(words[:n], " ")]; c != nil {
			return n, c
		}
	}
	return 0, nil
}

// apply adds the members of a group and returns how many of the words after it belong to it, -1 if it is none here.
func (e *expansion) apply(g group, after []string) int {
	if g.to != "" && e.on > g.to {
		return 0 // the group had ended: nobody is meant
	}
	who, arg, _ := strings.Cut(g.who, ":")
	switch who {
	case "kind":
		kinds := strings.Split(arg, ",")
		e.add(func(b *Body) bool { return slices.Contains(kinds, b.Kind) })
	case "local":
		e.local(arg)
	case "children":
		return e.children(after)
	case "depts":
		return e.departments(after)
	default:
		e.name(e.phrase)
	}
	return 0
}

// children adds the bodies under the body that the words after the group name.
func (e *expansion) children(after []string) int {
	for n := len(after); n > 0; n-- {
		host, _ := e.r.lookup(strings.Join(after[:n], " "), e.on)
		if host == nil {
			continue
		}
		before := len(e.units)
		e.add(func(b *Body) bool { return b.Parent == host.Name && strings.HasSuffix(b.Kind, "_dept") })
		if len(e.units) == before {
			e.name(e.phrase)
		}
		return n
	}
	return -1
}

// departments adds the departments of the issuer's province; the name of the province may follow.
func (e *expansion) departments(after []string) int {
	place, n := e.r.provinceIn(strings.Join(after, " ")), len(after)
	if place == "" {
		place, n = e.r.Province(e.issuer), 0
	}
	if place == "" {
		e.name(e.phrase)
		return 0
	}
	e.add(func(b *Body) bool { return b.Province == place && b.Kind == "province_dept" })
	return n
}

func (e *expansion) local(code string) {
	e.add(func(b *Body) bool { return b.Province != "" && b.Code == code })
}

func (e *expansion) add(want func(*Body) bool) {
	for _, b := range e.r.bodies {
		if b.On(e.on) && want(b) {
			e.name(b.Name)
		}
	}
}

func (e *expansion) name(unit string) {
	if !e.seen[unit] {
		e.seen[unit] = true
		e.units = append(e.units, unit)
	}
}

// left names what stands beside the groups in the phrase, where it is a body.
func (e *expansion) left() {
	words := slices.DeleteFunc(slices.Clone(e.rest), func(w string) bool { return idle[w] })
	if b, _ := e.r.lookup(strings.Join(words, " "), e.on); b != nil {
		e.name(b.Name)
	}
}
