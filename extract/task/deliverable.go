package task

import (
	"regexp"
	"strings"
)

// made matches a document that a task clearly asks for; low-stakes, so only the plainest wording counts.
var made = regexp.MustCompile(`^(?:[Bb]an hành|[Xx]ây dựng|[Ll]ập|[Ss]oạn thảo|[Tt]rình [\p{Lu}][^,;.]{2,40}?)(?: và (?:ban hành|triển khai|tổ chức thực hiện))? ((?:[Kk]ế hoạch|[Đđ]ề án|[Cc]hương trình|[Tt]hông tư(?: liên tịch)?|[Nn]ghị định|[Qq]uy chế|Quyết định|[Pp]hương án|Hướng dẫn|[Vv]ăn bản quy định|[Qq]uy trình|[Dd]ự thảo|[Dd]anh mục|[Bb]ảng giá)[^,;.:]{0,160}?)(?:[,;.:]|$| để | nhằm | trình | trước | trong | theo | gửi | báo cáo )`)

// deliverable reads the document that a task produces, "" where the words are not plain.
func deliverable(l line) string {
	places := l.places()
	if allOf(places)&tryMade == 0 {
		return ""
	}
	for _, verb := range []string{"ban hành ", "xây dựng ", "lập ", "soạn thảo ", "trình "} {
		for _, p := range places {
			at := p.at - l.at
			if p.try&tryMade == 0 || !strings.HasPrefix(l.low[at:], verb) || !makes(l.low[at+len(verb):], verb) {
				continue
			}
			if m := made.FindStringSubmatch(window(l.s, at, eventMax)); m != nil && strings.Count(m[1], " ") > 1 { // "kế hoạch" alone says too little
				return strings.TrimSuffix(m[1], " và")
			}
		}
	}
	return ""
}

// papers are the first words of what made matches.
var papers = []string{"kế hoạch", "đề án", "chương trình", "thông tư", "nghị định", "quy chế", "quyết định", "phương án", "hướng dẫn", "văn bản", "quy trình", "dự thảo", "danh mục", "bảng giá"}

// makes tells cheaply whether what follows a verb may name a paper. To whom it is shown stands between "trình" and the paper.
func makes(rest, verb string) bool {
	if verb == "trình " || strings.HasPrefix(rest, "và ") {
		return true
	}
	return startsAny(rest, papers...)
}
