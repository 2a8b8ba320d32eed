package task

import (
	"slices"
	"unicode/utf8"
)

// trigger tells which patterns are worth a try where a word begins.
type trigger uint16

const (
	tryPoint trigger = 1 << iota
	tryByDay
	tryInside
	tryLabel
	tryRelative
	tryRhythm
	tryHead // begins what may be the time that heads an item
	tryMeeting
	tryWith
	tryMade

	tryDue = tryPoint | tryByDay | tryInside | tryLabel | tryRelative | tryRhythm | tryHead | tryMeeting
)

// triggers are the first words of the patterns. A pattern is tried there alone: looking words up costs far less than a
// pattern over the whole text.
var triggers = map[string]trigger{
	"chậm": tryPoint | tryRelative | tryRhythm, "muộn": tryPoint | tryRelative | tryRhythm, "trễ": tryPoint | tryRelative,
	"không": tryPoint | tryRelative, "hết": tryPoint, "trước": tryPoint | tryRelative | tryRhythm | tryHead,
	"đến": tryPoint | tryByDay | tryInside, "trong": tryInside | tryRelative | tryByDay | tryRhythm | tryHead, "vào": tryInside | tryByDay | tryRhythm | tryHead,
	"ngay": tryInside | tryRelative | tryByDay, "xong": tryByDay, "tại": tryMeeting, "từ": tryHead, "đầu": tryHead, "giữa": tryHead, "cuối": tryHead,
	"tháng": tryRhythm | tryHead, "quý": tryHead, "sau": tryRelative, "kể": tryRelative, "thời": tryLabel, "tiến": tryLabel, "hạn": tryLabel, "hoàn": tryLabel,
	"định": tryRhythm, "hàng": tryRhythm, "hằng": tryRhythm, "mỗi": tryRhythm, "một": tryRhythm, "hai": tryRhythm, "ba": tryRhythm,
	"sáu": tryRhythm, "ngày": tryRhythm | tryHead, "ít": tryRhythm, "thứ": tryRhythm, "sáng": tryRhythm, "chiều": tryRhythm,
	"phối": tryWith, "ban": tryMade, "xây": tryMade, "lập": tryMade, "soạn": tryMade, "trình": tryMade,
}

// mark is a place at which some patterns are to be tried.
type mark struct {
	at  int
	try trigger
}

// marks finds the places of a text once, when they are first asked for; the stretches of the text share them.
type marks struct {
	low   string
	ready bool
	all   []mark
}

// find looks every word of the text up.
func (m *marks) find() {
	m.ready = true
	for i := 0; i < len(m.low); i++ {
		if m.low[i] == ' ' || i > 0 && m.low[i-1] != ' ' && !boundary(m.low, i) {
			continue
		}
		try, n := triggerAt(m.low[i:])
		if try != 0 {
			m.all = append(m.all, mark{i, try})
		}
		i += n - 1
	}
}

// triggerAt tells what to try where low begins, and the length of the word there.
func triggerAt(low string) (trigger, int) {
	if low[0] >= '0' && low[0] <= '9' {
		return tryRhythm, 1
	}
	word := firstWord(low)
	if word == "" {
		return 0, 1
	}
	if !opens[pair(word)] {
		return 0, len(word)
	}
	return triggers[word], len(word)
}

// pair maps the first and the last byte of a word into the table of those that are looked for.
func pair(word string) int { return (int(word[0])*31 + int(word[len(word)-1])) % pairs }

const pairs = 1024

// opens tells which words are worth a look into the map, which costs more than all else here.
var opens = func() (t [pairs]bool) {
	for word := range triggers {
		t[pair(word)] = true
	}
	return t
}()

// places gives the marks of a stretch, with their offsets in the whole text. The stretch begins a word, even after a label
// that no blank follows.
func (l line) places() []mark {
	if !l.marks.ready {
		l.marks.find()
	}
	from, _ := slices.BinarySearchFunc(l.marks.all, l.at, byPlace)
	to, _ := slices.BinarySearchFunc(l.marks.all, l.at+len(l.low), byPlace)
	found := l.marks.all[from:to]
	if l.low == "" || boundary(l.marks.low, l.at) || len(found) > 0 && found[0].at == l.at || !utf8.RuneStart(l.low[0]) {
		return found
	}
	if try, _ := triggerAt(l.low); try != 0 {
		return slices.Concat([]mark{{l.at, try}}, found)
	}
	return found
}

func byPlace(m mark, at int) int { return m.at - at }

// allOf joins what is to be tried at some places.
func allOf(places []mark) trigger {
	var all trigger
	for _, m := range places {
		all |= m.try
	}
	return all
}
