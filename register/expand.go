package register

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/soichi/soichi/viet"
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
	e := expansion{r: r, on: on, issuer: issuer, phrase: phrase, seen: map[string]bool{}}
	e.split()
	for i := 0; i < len(e.words); {
		n := e.take(i, e.opens[i])
		if n == 0 {
			e.rest = append(e.rest, e.words[i])
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
	words              []string
	first              []bool // first[i]: words[i] follows a comma or "và", or begins the phrase
	opens              []bool // opens[i]: the same, or it follows "các"
	units              []string
	seen               map[string]bool
	rest               []string
	group              bool
}

// separators stand between the members of a list. Those inside a name ("Giáo dục và Đào tạo") do no harm, because names
// are matched across them.
var separators = strings.NewReplacer(",", "\n", ";", "\n", ":", "\n", " và ", "\n")

// split cuts the phrase into words in their comparable form and remembers where members may begin.
func (e *expansion) split() {
	for _, piece := range strings.Split(separators.Replace(e.phrase), "\n") {
		begins, opens := true, true
		for _, w := range strings.Fields(key(piece)) {
			if w == "các" {
				opens = true
				continue
			}
			e.words, e.first, e.opens = append(e.words, w), append(e.first, begins), append(e.opens, opens)
			begins, opens = false, false
		}
	}
}

// ends tells whether a member may end before word i: "tỉnh, thành phố" is not every province in "các tỉnh, thành phố
// vùng Tây Nguyên".
func (e *expansion) ends(i int) bool { return i >= len(e.words) || e.first[i] }

// take matches a group at word i and returns how many words it took, 0 for none. Bodies of a kind are only meant where a
// name may open: "Vụ Tổ chức cán bộ" and "Thanh tra Bộ" do not end in all ministries.
func (e *expansion) take(i int, open bool) int {
	if n := e.families(i); n > 0 {
		return n
	}
	if n := e.ministries(i); n > 0 {
		return n
	}
	words := e.words[i:]
	for _, g := range groups() {
		if len(g.words) > len(words) || !slices.Equal(g.words, words[:len(g.words)]) {
			continue
		}
		if !open && strings.HasPrefix(g.who, "kind:") {
			continue
		}
		if n := e.apply(g, i+len(g.words)); n >= 0 {
			e.group = true
			return len(g.words) + n
		}
	}
	if to, n := offices().at(words); n > 0 && len(to) == 0 && n < len(words) {
		if m := e.take(i+n, true); m > 0 {
			return n + m
		}
	}
	return 0
}

// ministries matches a list that names its head once: "bộ tài chính tư pháp ngoại giao". A single one is no group.
func (e *expansion) ministries(i int) int {
	if e.words[i] != "bộ" {
		return 0
	}
	at := i + 1
	for at < len(e.words) {
		n := min(len(e.words)-at, 8)
		for ; n > 0; n-- {
			if b, _ := pick(e.r.name["bộ "+strings.Join(e.words[at:at+n], " ")], e.on); b != nil && e.ends(at+n) {
				e.name(b.Name)
				break
			}
		}
		if n == 0 {
			break
		}
		at += n
	}
	if at == i+1 {
		return 0
	}
	e.group = e.group || len(e.units) > 1
	return at - i
}

// families matches names of local bodies followed by "of all provinces": "hội đồng nhân dân ủy ban nhân dân tỉnh thành phố".
func (e *expansion) families(i int) int {
	var codes []string
	at := i
	for at < len(e.words) {
		n, c := e.family(e.words[at:])
		if n == 0 {
			break
		}
		codes = append(codes, c...)
		at += n
	}
	if len(codes) == 0 {
		return 0
	}
	if n := e.named(at, codes); n > 0 {
		e.group = true
		return at + n - i
	}
	for _, tail := range ofAllProvinces {
		end := at + len(tail)
		if end > len(e.words) || !slices.Equal(tail, e.words[at:end]) || !e.ends(end) {
			continue
		}
		for _, c := range codes {
			e.local(c)
		}
		e.group = true
		return end - i
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

// apply adds the members of a group that ends before word i and returns how many of the words from i on belong to it,
// -1 if it is none here.
func (e *expansion) apply(g group, i int) int {
	who, arg, _ := strings.Cut(g.who, ":")
	switch {
	case who != "children" && who != "depts" && !e.ends(i):
		return -1
	case g.to != "" && e.on > g.to:
		return 0 // the group had ended: nobody is meant
	}
	switch who {
	case "kind":
		kinds := strings.Split(arg, ",")
		e.add(func(b *Body) bool { return slices.Contains(kinds, b.Kind) })
	case "local":
		e.local(arg)
	case "children":
		return e.children(e.words[i:])
	case "depts":
		return e.departments(i)
	default:
		e.name(e.open(g))
	}
	return 0
}

// open names a group whose members the register does not hold: by the phrase where it says nothing else, by its own
// words where it is one of several.
func (e *expansion) open(g group) string {
	if len(e.words) == len(g.words) {
		return e.phrase
	}
	return viet.Capital(strings.Join(g.words, " "))
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
func (e *expansion) departments(i int) int {
	n := 0
	for !e.ends(i + n) {
		n++
	}
	place := e.r.provinceIn(strings.Join(e.words[i:i+n], " "))
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
