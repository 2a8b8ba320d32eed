package coverage

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed deeds.txt
var deedList string

// deeds are the words with which offices begin to say what they do.
var deeds = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(deedList) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out[line] = true
		}
	}
	return out
})

// bodyHeads are the words with which names of bodies and offices begin.
var bodyHeads = map[string]bool{
	"Trung": true, "Chi": true, "Tổng": true, "Cục": true, "Vụ": true, "Phòng": true, "Văn": true, "Sở": true, "Bộ": true, "Ban": true, "Thanh": true,
	"Công": true, "Hội": true, "Liên": true, "Đoàn": true, "Đảng": true, "Huyện": true, "Thành": true, "Tỉnh": true, "Đài": true, "Báo": true, "Trường": true,
	"Bệnh": true, "Trạm": true, "Hạt": true, "Đội": true, "Quỹ": true, "Viện": true, "UBND": true, "Ủy": true, "Uỷ": true, "Chủ": true, "Giám": true, "Trưởng": true,
	"Thủ": true, "Mặt": true, "Các": true,
}

// longestActor is the number of words in which a body is named at most.
const longestActor = 16

// withoutActor leaves out the body that a passage begins with ("2. Phòng Y tế rà soát …" gives "rà soát …"): who acts is
// no matter of a task. Names of bodies begin their words with capitals, what they do is written small.
func withoutActor(s string) string {
	rest := s[len(listed.FindString(s)):]
	first, _, _ := strings.Cut(rest, " ")
	if !bodyHeads[first] {
		return s
	}
	at := len(first)
	for range longestActor {
		for at < len(rest) && (rest[at] == ' ' || rest[at] == '\n') {
			at++
		}
		word, after := cutWord(rest[at:])
		if word == "" || strings.ContainsAny(word, ";:.") {
			return s
		}
		next, _ := cutWord(after)
		if deeds()[word] || deeds()[word+" "+strings.TrimRight(next, ",")] {
			return rest[at:]
		}
		at += len(word)
	}
	return s
}

// cutWord gives the first word of a text and what follows it.
func cutWord(s string) (word, after string) {
	i := strings.IndexAny(s, " \n")
	if i < 0 {
		return s, ""
	}
	return s[:i], strings.TrimLeft(s[i:], " \n")
}
