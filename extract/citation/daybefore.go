package citation

import "strings"

// issuing are the words right before an act in a sentence that begins with the day on which it was issued, the last one of
// each: "đã ban hành", "lại có", "đã ký", "ra".
var issuing = map[string]bool{"hành": true, "có": true, "ký": true, "ra": true, "gửi": true}

// beforeDay are the words that may stand before such a day. Others make it another one: "từ ngày", "trước ngày".
var beforeDay = map[string]bool{"": true, "và": true, "vào": true, "hôm": true}

// longestIssuing bounds, in bytes, what stands between such a day and the act: who issued it, and the verb.
const longestIssuing = 120

// dayBefore reads the day of an act from the words before it: "Ngày 6/12/2022, Chủ tịch tỉnh ban hành Công văn số …".
func (x *scanner) dayBefore(at int) date {
	s := x.text
	end := backBlanks(s, at)
	verb := wordStart(s, end)
	if !issuing[lower(s[verb:end])] {
		return date{}
	}
	from := max(x.end(), end-longestIssuing-len("ngày 27 tháng 12 năm 2022"))
	clause := s[from:end]
	if i := strings.LastIndexAny(clause, ";:\n"); i >= 0 {
		from, clause = from+i+1, clause[i+1:]
	}
	i := strings.LastIndex(clause, "gày ")
	if i < 1 {
		return date{}
	}
	day := from + i - 1
	d, ok := scanDate(s, day)
	if !ok || len(d.value) != len("2006-01-02") || strings.Contains(s[d.r.End:end], ". ") || strings.Contains(s[d.r.End:end], "nhận") {
		return date{}
	}
	if p := backBlanks(s, day); p > 0 && s[p-1] != ',' && s[p-1] != '.' && s[p-1] != '\n' && !beforeDay[lower(s[wordStart(s, p):p])] {
		return date{}
	}
	return d
}
