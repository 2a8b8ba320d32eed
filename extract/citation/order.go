package citation

import (
	"regexp"
	"strings"
)

// furtherOrders open a further thing behind a mention that the sentence speaks of: "Thực hiện Chỉ thị … và chỉ đạo của Ủy ban
// nhân dân tỉnh tại văn bản số …".
var furtherOrders = []string{" và ý kiến ", " và chỉ đạo ", " và kết luận ", " và yêu cầu ", " và đề nghị ", "; Kết luận ", "; kết luận ", "; Ý kiến ", "; ý kiến ", "; chỉ đạo "}

// carried matches the end of a clause that stands before "tại" and says that what somebody ordered there is carried out.
var carried = regexp.MustCompile(`(?:thực hiện|triển khai|chấp hành)((?:\s+\p{L}+){0,6}?)\s+(?:(?:chỉ đạo|ý kiến|yêu cầu|kết luận|đề nghị)(?:\s[^,:]*)?|(?:nhiệm vụ|nội dung)(?:[\s,][^:]*)?\s(?:giao|chỉ đạo))$`)

// ordered tells whether the clause before a "tại" carries out what is said in the mention: "thực hiện ý kiến chỉ đạo của Bộ
// trưởng tại Công văn số 8". What stands at a point of it counts where it is somebody's task: "nhiệm vụ được giao tại điểm b".
func (e *enricher) ordered(m *mention, cue found, from int) bool {
	clause := strings.TrimRight(lastClause(e.text[from:max(cue.at, from)]), " \u00a0")
	place := strings.TrimSpace(e.text[cue.at:max(cue.at, m.span.Start)])
	if !beginsFolded(place, "tại") || len(place) > len("tại") && !strings.HasSuffix(clause, "giao") || !holdsAny(clause, []string{"hiện ", "khai ", "hành "}) {
		return false
	}
	verb := carried.FindStringSubmatch(clause)
	return verb != nil && !strings.Contains(verb[1]+" ", " theo ")
}

// introduced matches a clause before a colon that says which papers are carried out, and lists them: "thực hiện hiệu quả các
// văn bản của Trung ương về tiết kiệm như:".
var introduced = regexp.MustCompile(`(?:thực hiện|triển khai|thi hành)(?:,?\s\p{L}+){0,6}?\scác\s+(?:văn bản|quy định|chủ trương|nghị quyết|chỉ thị)\s[^:]*:$`)

// lists tells whether the text before a mention introduces a list of papers that are carried out.
func lists(before string) bool {
	before = strings.TrimRight(before, " \u00a0")
	return strings.HasSuffix(before, ":") && introduced.MatchString(lastClause(before))
}

// answerers are words of a clause that leave an answer to somebody else, or say that there is none.
var answerers = []string{"giao ", "tham mưu", "dự thảo", "chưa "}

// supervision are the verbs of who watches over others' carrying out an act, and does not carry it out himself; watched are
// the words that may follow them before "thực hiện".
var (
	supervision = []string{"kiểm tra", "giám sát", "theo dõi", "thanh tra", "đôn đốc"}
	watched     = []string{"việc", "tình hình", "quá trình", "tiến độ", "công tác", "kết quả"}
)

// supervises tells whether the clause before "thực hiện" says that somebody watches how an act is carried out: "kiểm tra,
// đôn đốc việc", "đôn đốc các xã". In "kiểm tra và thực hiện" he does both; "Ủy ban Kiểm tra" is a body.
func supervises(clause string) bool {
	clause = strings.TrimRight(clause, " \u00a0")
	for _, mark := range []string{",", " và "} {
		if i := strings.LastIndex(clause+" ", mark); i >= 0 {
			clause = clause[min(len(clause), i+len(mark)):]
		}
	}
	if strings.Contains(clause, "đôn đốc") {
		return true
	}
	for _, w := range watched {
		clause = strings.TrimSuffix(clause, " "+w)
	}
	for _, v := range supervision {
		if strings.HasSuffix(clause, v) && !strings.HasSuffix(clause, "ban "+v) {
			return true
		}
	}
	return false
}
