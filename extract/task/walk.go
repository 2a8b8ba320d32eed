package task

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/extract/normalize"
	"github.com/soichi/soichi/extract/structure"
	"github.com/soichi/soichi/viet"
)

// gate says what the heading of a division tells of tasks below it.
type gate int

const (
	funds gate = -2 // on money: tasks only for bodies that are named
	shut  gate = -1
	plain gate = 0
	wide  gate = 1
)

// scope is a heading, lead-in or labelled item that governs the blocks after it.
type scope struct {
	level   structure.Level
	depth   int // dots in a decimal label
	caption bool
	star    bool // a star or dot, under which dashes stand
	who     who
	gate    gate
	orders  bool // a lead-in that asks: "Để bảo đảm tiến độ, yêu cầu:"
}

// walk goes over the blocks once, in reading order.
func (x *extractor) walk() {
	opening := x.opening()
	x.closing = x.closingStart()
	annex := false
	for i := 0; i < len(x.o.Blocks); i++ {
		b := x.o.Blocks[i]
		if x.o.View.Paras[b.Para].Role == normalize.Row {
			end := x.tableEnd(i)
			if b.Region >= structure.Preamble && b.Region != structure.Notes {
				x.table(i, end)
			}
			i = end - 1
			continue
		}
		switch b.Region {
		case structure.Preamble, structure.Main:
			if i <= opening {
				continue
			}
			if opening < 0 && b.Region == structure.Preamble {
				x.loose(b)
				continue
			}
			x.item(i)
		case structure.Annex:
			if !annex {
				annex, x.stack, x.asked = true, nil, nil
				x.mode, x.annexed = x.annexMode(i)
				if tie := x.tieOf(i); tie >= 0 {
					i = tie
					continue
				}
			}
			x.item(i)
		}
	}
}

// annexMode gives the mode of what is issued with a paper: that of its own kind, where it is printed over it; in rules
// only what is told of a body by its name is a task, for which named is set. Else its headings say where tasks are.
func (x *extractor) annexMode(i int) (m mode, named bool) {
	if x.mode == charges {
		return none, false
	}
	for j := i; j < len(x.o.Blocks) && j < i+4; j++ {
		kind, ok := structure.KindLine(x.o.View.Para(x.o.Blocks[j].Para))
		if !ok {
			continue
		}
		kind = viet.Lower(kind)
		if x.self.Kind == "quyet_dinh" && (strings.HasPrefix(kind, "quy chế") || strings.HasPrefix(kind, "quy định")) {
			return assigned, true
		}
		for _, k := range document.Kinds() {
			if words().mode[k.Value] == open && strings.HasPrefix(kind, viet.Lower(k.Name)) {
				return open, false
			}
		}
	}
	return sections, false
}

// tieOf finds the line below an annex's title that says what it is issued with, -1 where none follows closely.
func (x *extractor) tieOf(i int) int {
	for j := i; j < len(x.o.Blocks) && j < i+8 && x.o.Blocks[j].Path == ""; j++ {
		if tied.MatchString(x.view.in(x.o.Blocks[j].Whole).low) {
			return j
		}
	}
	return -1
}

// tied matches the words that tie an annex to its paper.
var tied = regexp.MustCompile(`^\(?\s*(?:ban hành )?kèm theo\s`)

// ordersWindow is, in bytes, how soon before its end an opening says that it gives orders.
const ordersWindow = 120

// opening finds the last paragraph before the first division that announces the items, and keeps whom it asks.
func (x *extractor) opening() int {
	found := -1
	for i, b := range x.o.Blocks {
		if b.Region > structure.Main || b.Region == structure.Main && b.Path != "" {
			break
		}
		if b.Region < structure.Preamble || b.Level != structure.None || !ahead(x.text(b)) {
			continue
		}
		found = i
		x.orders = x.orders || hasAny(tail(x.text(b).low, ordersWindow), "có ý kiến", "chỉ đạo", "yêu cầu", "đề nghị", "phân công", "giao nhiệm vụ")
		if names := askedIn(x.text(b)); names != nil {
			x.asked = names
		}
	}
	return found
}

// asks finds the words by which somebody is asked.
func asks(l line) []document.Range {
	var out []document.Range
	for i := 0; i < len(l.low); i++ {
		if i > 0 && l.low[i-1] != ' ' {
			continue
		}
		if c, ok := words().at(ask, l.low[i:]); ok {
			out = append(out, document.Range{Start: i, End: i + len(c.phrase)})
			i += len(c.phrase) - 1
		}
	}
	return out
}

// askedIn reads whom the last request of a paragraph is made to.
func askedIn(l line) []string {
	all := asks(l)
	for k := len(all) - 1; k >= 0; k-- {
		if n, ok := nameFrom(l, all[k].End+blanks(l.low[all[k].End:])); ok {
			return n.names
		}
	}
	return nil
}

// item handles one block: a heading, a lead-in, or something to do.
func (x *extractor) item(i int) {
	b := x.o.Blocks[i]
	x.leave(b)
	switch {
	case x.mode == charges && x.silent(i):
	case x.isClosing(i):
		x.stack = nil
		x.units(i, "", "closing")
	case x.isAttribute(i) && len(x.tasks) > 0:
		x.describe(i)
	case x.isHeading(i), x.isLeadIn(i):
		x.enter(i)
	case x.goesOn(i):
		x.extend(b)
	default:
		how := "item"
		if b.Level == structure.None {
			how = "paragraph"
		}
		own := x.units(i, b.Path, how)
		if own != nil && b.Level != structure.None {
			sc := x.scopeOf(b)
			sc.who = who{lead: own, from: "lead_in"}
			x.stack = append(x.stack, sc)
		}
	}
}

// silent tells cheaply whether block i of a norm is no heading and cannot charge anybody.
func (x *extractor) silent(i int) bool {
	b := x.o.Blocks[i]
	l := x.text(b)
	return !b.Heading && !mayCharge(l.low)
}

// scopeOf makes the scope of a block.
func (x *extractor) scopeOf(b structure.Block) scope {
	return scope{level: b.Level, depth: strings.Count(b.Label.In(x.view.s), "."), caption: b.Level == structure.None, star: x.starred(b)}
}

// starred tells whether a block has a star or dot for its label, not a dash.
func (x *extractor) starred(b structure.Block) bool {
	return b.Level == structure.Dash && startsAny(b.Label.In(x.view.s), "*", "•", "·", "▪")
}

// enter opens the scope of the heading or lead-in at block i.
func (x *extractor) enter(i int) {
	b := x.o.Blocks[i]
	l := x.text(b)
	if b.Level == structure.None && regime.MatchString(l.low) {
		x.stack = nil
	}
	sc := x.scopeOf(b)
	if sc.gate = gateOf(l); x.mode == sections && sc.gate == wide && !names(l.low, future) {
		sc.gate = plain // a report also tells of tasks that were done
	}
	if x.mode != charges { // there a sentence names who answers
		sc.orders = ahead(l) && len(asks(line{s: tail(l.s, askTail), low: tail(l.low, askTail)})) > 0
		if names := x.headed(l); names != nil {
			sc.who = who{lead: names, support: support(l), from: "lead_in"}
		}
	}
	if x.law && sc.who.lead == nil && ofPeople(l.low) {
		sc.gate = shut
	}
	if sc.caption && !x.isHeading(i) {
		sc.caption = false
		sc.level = structure.Ordinal // governs dashes and points, ends at the next number
		switch {
		case underPoint(b.Path):
			sc.level = structure.Point
		case x.overNumbers(i):
			sc.level = structure.Letter // governs the numbers, too
		}
	}
	x.stack = append(x.stack, sc)
}

// ofPeople tells whether a heading in a norm is over what people have to do: "Trách nhiệm của người sử dụng lao động".
func ofPeople(low string) bool {
	return hasAny(low, people...) && private.MatchString(duty.ReplaceAllString(low, ""))
}

// people are the words without one of which private matches nothing.
var people = []string{"người ", "cá nhân", "hộ ", "học sinh", "sinh viên", "công dân", "thí sinh", "khách hàng"}

// regime matches the line over the reports that everybody owes who was asked, whatever stands above it.
var regime = regexp.MustCompile(`^chế độ (?:thông tin,? )?báo cáo`)

// overNumbers tells whether a line without label at block i stands right over the numbers of its division, which has a
// Roman number, a letter or none.
func (x *extractor) overNumbers(i int) bool {
	if i+1 >= len(x.o.Blocks) || x.o.Blocks[i+1].Level != structure.Number {
		return false
	}
	path := x.o.Blocks[i].Path
	return path == "" || !strings.ContainsAny(path[len(path)-1:], "0123456789")
}

// askTail is, in bytes, how near its end a lead-in asks.
const askTail = 40

// ordered tells whether the current block stands under a lead-in that asks.
func (x *extractor) ordered() bool {
	return slices.ContainsFunc(x.stack, func(sc scope) bool { return sc.orders })
}

// underPoint tells whether a path ends in a point, as "II.1.a" does.
func underPoint(path string) bool {
	last, _ := utf8.DecodeLastRuneInString(path[strings.LastIndexByte(path, '.')+1:])
	return unicode.IsLower(last)
}

// goesOn tells whether block i only continues the task before it: a page, a misread mark, or a full stop at the end of a
// printed line broke the paragraph.
func (x *extractor) goesOn(i int) bool {
	b := x.o.Blocks[i]
	if b.Level != structure.None || i == 0 || len(x.tasks) == 0 {
		return false
	}
	before := x.o.Blocks[i-1]
	if x.open.End < before.Body.End-2 || x.open.End > before.Body.End { // a closing mark may be cut off
		return false
	}
	l := x.text(b)
	if first, _ := utf8.DecodeRuneInString(l.s); unicode.IsLower(first) {
		return true
	}
	if !x.o.View.Source.Wrapped || x.o.View.Paras[b.Para].Blank || ahead(l) {
		return false
	}
	_, own := x.named(i)
	return !own && x.fullLine(before, b)
}

// fullShare is how much of the longest line of its paragraph a last line fills where the paragraph may go on after it.
const fullShare = 0.93

// fullLine tells whether the last printed line of a paragraph of several lines reaches the margin, as the lines of the
// paragraph after it show it.
func (x *extractor) fullLine(b, next structure.Block) bool {
	lines := x.printed(b)
	last := utf8.RuneCountInString(lines[len(lines)-1])
	like := lines
	if len(lines) == 2 { // the first line is set in, the last one is asked about
		like = append(like, x.printed(next)...)
	}
	longest := 0
	for _, l := range like {
		longest = max(longest, utf8.RuneCountInString(l))
	}
	return len(lines) > 1 && float64(last) >= fullShare*float64(longest)
}

// printed gives the lines of a block as they stand in the source, without the blanks around them.
func (x *extractor) printed(b structure.Block) []string {
	lines := strings.Split(x.o.View.Range(b.Whole).In(x.o.View.Source.Content), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSpace(l)
	}
	return lines
}

// leave closes the scopes that block b is no longer under.
func (x *extractor) leave(b structure.Block) {
	for n := len(x.stack); n > 0; n = len(x.stack) {
		top := x.stack[n-1]
		over := false
		switch {
		case b.Level == structure.None:
			over = top.caption && b.Heading
		case top.caption:
			over = b.Level != structure.Dash && b.Level != structure.Plus
		case b.Level == structure.Dash && top.star:
			over = x.starred(b)
		case b.Level == structure.Decimal && top.level == structure.Decimal:
			over = top.depth >= strings.Count(b.Label.In(x.view.s), ".")
		default:
			over = x.o.Rank(top.level) >= x.o.Rank(b.Level)
		}
		if !over {
			return
		}
		x.stack = x.stack[:n-1]
	}
}

// governed gives whom the scopes around the current block name, else whom the opening asks.
func (x *extractor) governed() who {
	for k := len(x.stack) - 1; k >= 0; k-- {
		if len(x.stack[k].who.lead) > 0 {
			return x.stack[k].who
		}
	}
	if len(x.asked) > 0 {
		return who{lead: x.asked, from: "chapeau"}
	}
	return who{}
}

// gateNow gives what the nearest heading that speaks of tasks says.
func (x *extractor) gateNow() gate {
	for k := len(x.stack) - 1; k >= 0; k-- {
		if x.stack[k].gate != plain {
			return x.stack[k].gate
		}
	}
	return plain
}

// loose takes the sentences of a paper without items in which the issuer plainly asks somebody, and those in which it asks
// for more without saying whom: "Kế hoạch đề nghị lập theo mẫu, gửi về Bộ trước ngày 25/7".
func (x *extractor) loose(b structure.Block) {
	l := x.text(b)
	if x.asksUp(l) {
		return
	}
	add := func(p document.Range, names []string) {
		x.add(document.Range{Start: b.Body.Start + p.Start, End: b.Body.Start + p.End}, b.Path, who{lead: names, from: "own"}, "sentence", 0.7)
	}
	anew, further := false, false
	for _, p := range pieces(l.s) {
		names, more := x.request(l.in(p))
		if names != nil && !ahead(l.in(p)) {
			add(p, names)
			anew = true
		}
		further = further || more
	}
	if further && !anew && len(x.tasks) > 0 {
		add(document.Range{End: len(l.s)}, x.tasks[len(x.tasks)-1].Lead)
	}
}

// request reads whom a sentence of the issuer asks; more tells that it names nobody and what is to be done.
func (x *extractor) request(l line) (names []string, more bool) {
	for _, a := range asks(l) {
		at := a.End + blanks(l.low[a.End:])
		if n, ok := nameFrom(l, at); ok && n.rest < len(l.s) && x.isSelf(subject(l.s[:a.Start])) {
			return n.names, false
		}
		more = more || startsVerb(l.low[at:])
	}
	return nil, more
}

// subject gives the last clause before a verb, where its subject stands; nobody there is the issuer.
func subject(s string) string {
	return strings.TrimSpace(s[strings.LastIndexAny(s, ",;")+1:])
}
