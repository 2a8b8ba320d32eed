package task

import "strings"

// trigger tells what is worth a try where a word begins, or that a word stands in a text at all.
type trigger int

const (
	tryPoint trigger = 1 << iota
	tryByDay
	tryInside
	tryLabel
	tryRelative
	tryRhythm
	trySupport
	tryMade
	digits  // a figure, without which there is no date
	quarter // "quý", which has dates without figures
	event   // a word of deadlines that are counted from an event
	rhythm  // a word of deadlines that come again and again
	inForce // a word of statements on a paper's force
	based   // a word of statements on what others act upon
	liable  // a word of liability
)

// triggers are the first words of the patterns. A text is gone through once, word by word, and a pattern is tried at its
// first words alone: looking a word up costs far less than a pattern, or a search for each of the words.
var triggers = map[string]trigger{
	"chậm": tryPoint | tryRelative | tryRhythm, "muộn": tryPoint | tryRelative | tryRhythm, "trễ": tryPoint | tryRelative,
	"không": tryPoint | tryRelative, "hết": tryPoint, "trước": tryPoint | tryRelative | tryRhythm,
	"đến": tryPoint | tryByDay, "trong": tryInside | tryRelative | tryByDay, "vào": tryInside | tryByDay | tryRhythm,
	"ngay": tryInside | tryRelative | event, "vòng": event, "sau": tryRelative, "thời": tryLabel | event, "tiến": tryLabel, "hạn": tryLabel,
	"hoàn": tryLabel, "định": tryRhythm | rhythm, "hàng": tryRhythm | rhythm, "hằng": tryRhythm | rhythm, "mỗi": tryRhythm | rhythm,
	"lần": rhythm, "một": tryRhythm, "hai": tryRhythm, "ba": tryRhythm, "sáu": tryRhythm, "ngày": tryRhythm, "ít": tryRhythm,
	"thứ": tryRhythm, "sáng": tryRhythm, "chiều": tryRhythm, "quý": quarter | rhythm, "tháng": rhythm,
	"phối": trySupport, "ban": tryMade, "xây": tryMade, "lập": tryMade, "soạn": tryMade, "trình": tryMade,
	"hiệu": inForce, "căn": based, "chịu": liable,
}

// mark is a place at which something is to be tried.
type mark struct {
	at  int
	try trigger
}

// marks are the places of a text, and what there is in it of each sort.
type marks struct {
	list []mark
	all  trigger
}

func (m marks) has(t trigger) bool { return m.all&t != 0 }

// marksOf goes through a text in lower case.
func marksOf(low string) marks {
	var m marks
	for i := 0; i < len(low); i++ {
		c := low[i]
		if c == ' ' || i > 0 && low[i-1] != ' ' && !boundary(low, i) {
			continue
		}
		try, n := tryRhythm|digits, 1
		if c < '0' || c > '9' {
			word := firstWord(low[i:])
			if slash := strings.IndexByte(word, '/'); slash > 0 {
				word = word[:slash]
			}
			try, n = triggers[word], max(1, len(word))
		}
		if try != 0 {
			m.list = append(m.list, mark{i, try})
			m.all |= try
		}
		i += n - 1
	}
	return m
}
