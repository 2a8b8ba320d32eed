package coverage

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/soichi/soichi/document"
	"github.com/soichi/soichi/viet"
)

var (
	target  = regexp.MustCompile(`(\d{1,3}(?:[.,]\d+)?)\s*%`)
	reached = regexp.MustCompile(`(?i)(?:đạt|chiếm|bằng|mới được|tương đương)\s+(?:tỷ lệ\s+|khoảng\s+|gần\s+|trên\s+)?(\d{1,3}(?:[.,]\d+)?)\s*%`)
	// outOf matches "15/23 bãi": so many of so many things. What looks like it and is a date or a symbol has more after it.
	outOf = regexp.MustCompile(`(?:^|[\s(])(\d[\d.]*)/(\d[\d.]*)\s+(\p{L}+(?: \p{L}+)?)`)
	// counted matches a number of things: the number, and the first two syllables of what they are.
	counted = regexp.MustCompile(`(?:^|[\s(])(\d[\d.]*)\s+(\p{L}+ \p{L}+)`)
)

// remainder matches what says that a part was done before: "08 bãi còn lại", "kiểm tra nốt", "đôn đốc 05 xã chưa nộp".
var remainder = cue{[]string{"còn lại", "nốt", "còn thiếu", " chưa "}, regexp.MustCompile(`(?:^|[^\p{L}])(?:còn lại|nốt|còn thiếu)(?:[^\p{L}]|$)|(?:^|\s)\d[\d.]*(?: \p{L}+){1,5} chưa `)}

// joining matches what takes part in the work of others: "Cử 12 người tham gia", "Phối hợp với Công an huyện".
var joining = regexp.MustCompile(`^[\s\-–+*•]*(?:\S{1,4}[.)]\s*)?(?:đã )?(?:tham gia|cử [^,;.]{0,40}tham gia|phối hợp (?:với|cùng) )`)

// helps tells whether a passage only joins in what a task asks for, which asks for more than that. An office of the unit
// that is named does the work itself, whoever helps it.
func helps(said, task string) bool {
	return joining.MatchString(strings.ToLower(said)) && !joining.MatchString(strings.ToLower(withoutActor(task)))
}

// demand is the figures of a task below which a result falls short.
type demand struct {
	share  float64        // the only percentage it names, 0 for none
	things map[string]int // numbers of things
	levels map[string]int // least numbers of things, by the level of the office that is to do so many
	ranks  []string       // the two levels that it names one after the other: "cấp huyện, cấp xã"
	done   bool           // it demands more than a proposal
	issued bool           // it demands more than a draft
}

func demandOf(t document.Task) demand {
	text := viet.Lower(t.Text)
	d := demand{things: map[string]int{}, levels: map[string]int{}, done: inUse.MatchString(text) || !proposes.MatchString(text), issued: !drafts.MatchString(text)}
	if all := target.FindAllStringSubmatch(t.Text, -1); len(all) == 1 {
		d.share = number(all[0][1])
	}
	for _, m := range counted.FindAllStringSubmatch(t.Text, -1) {
		if thing := viet.Lower(m[2]); !period[strings.Fields(thing)[0]] {
			d.things[thing] = whole(m[1])
		}
	}
	for _, m := range leastAt.FindAllStringSubmatch(text, -1) {
		d.levels[m[1]] = whole(m[2])
	}
	if m := twoLevels.FindStringSubmatch(text); m != nil {
		d.ranks = m[1:]
	}
	d.lessen(text)
	return d
}

// twoLevels matches two levels that a task names one after the other.
var twoLevels = regexp.MustCompile(`cấp (tỉnh|huyện|xã)(?:,| và|, và) (?:cấp )?(tỉnh|huyện|xã)(?:[^\p{L}]|$)`)

// atLevel matches what a passage says of the offices of a level: "của huyện", "29 xã", "các xã, thị trấn".
var atLevel = map[string]*regexp.Regexp{
	"tỉnh":  regexp.MustCompile(`(?:cấp|của|ở) tỉnh(?:[^\p{L}]|$)|tỉnh(?:,| và) (?:\d|huyện|cấp|các)`),
	"huyện": regexp.MustCompile(`(?:cấp|của|ở|các|\d) huyện(?:[^\p{L}]|$)|huyện(?:,| và) (?:\d|xã|cấp|các)`),
	"xã":    regexp.MustCompile(`(?:cấp|của|ở|các|\d|và) (?:xã|phường)(?:[^\p{L}]|$)`),
}

// atSome tells whether a passage names some of the levels that the task asks of and leaves others out.
func (d demand) atSome(said string) bool {
	lower, named := strings.ToLower(said), 0
	for _, rank := range d.ranks {
		if atLevel[rank].MatchString(lower) {
			named++
		}
	}
	return named > 0 && named < len(d.ranks)
}

var (
	// leastAt matches what each office of a level is to do at least: "cấp tỉnh kiểm tra ít nhất 06 cơ sở".
	leastAt = regexp.MustCompile(`cấp (tỉnh|huyện|xã)(?:[^\p{L}][^,;.]*?)? (?:ít nhất|tối thiểu) (\d[\d.]*)`)
	// doneAt matches how many the offices of a level did: "(tỉnh 04, huyện 43)", "cấp xã được 05 cơ sở".
	doneAt = regexp.MustCompile(`(?:cấp |[(,;]\s?)(tỉnh|huyện|xã):?(?: có| được| đạt| là)? (\d[\d.]*)(\p{L}|/)?`)
)

// fewerAt tells whether the offices of a level did together less than one of them has to.
func (d demand) fewerAt(lower string) bool {
	for _, m := range doneAt.FindAllStringSubmatch(lower, -1) {
		if least := d.levels[m[1]]; m[3] == "" && whole(m[2]) < least {
			return true
		}
	}
	return false
}

var (
	// numbered matches a number of things: the number, and the first syllable of what they are.
	numbered = regexp.MustCompile(`(?:^|[\s(])(\d[\d.]*)\s+(\p{L}+)`)
	drafts   = regexp.MustCompile(`(?:^|[^\p{L}])(?:dự thảo|soạn thảo|lấy ý kiến|góp ý|đề xuất|nghiên cứu|lập hồ sơ)(?:[^\p{L}]|$)`)
	// drafted matches a report that a paper is only a draft.
	drafted  = cue{[]string{"soạn thảo", " ý kiến"}, regexp.MustCompile(`(?:^|[^\p{L}])(?:(?:đã|đang) (?:lấy|xin|gửi lấy) ý kiến|đang soạn thảo)(?:[^\p{L}]|$)`)}
	proposes = regexp.MustCompile(`(?:^|[^\p{L}])(?:trình|tham mưu|đề xuất|dự thảo|báo cáo)(?:[^\p{L}]|$)`)
	inUse    = regexp.MustCompile(`đưa vào (?:sử dụng|vận hành|khai thác|hoạt động)`)
	// proposed matches a report that a thing was proposed, which is not yet done.
	proposed = cue{[]string{" trình", " đề xuất", " lập hồ sơ", " xin ý kiến", " lấy ý kiến"},
		regexp.MustCompile(`(?:^|[^\p{L}])(?:đã|đang) (?:trình|đề xuất|lập hồ sơ|xin ý kiến|lấy ý kiến)(?:[^\p{L}]|$)`)}
)

// lessen keeps the smallest of several numbers of the same things, which are for different units: "ít nhất 05 vụ án, cấp
// huyện ít nhất 03 vụ".
func (d demand) lessen(text string) {
	for _, m := range numbered.FindAllStringSubmatch(text, -1) {
		for thing, n := range d.things {
			if first, _, _ := strings.Cut(thing, " "); first == m[2] && whole(m[1]) < n {
				d.things[thing] = whole(m[1])
			}
		}
	}
}

// unmet tells whether a passage speaks of less than the task demands: a proposal, a share below the one demanded ("đạt 54,5%" for
// 80%), some of all ("15/23 bãi"), or a smaller number of the same things ("15 bãi chôn lấp" for 23). lower is what is said in lower case.
func (d demand) unmet(said, lower string) bool {
	if d.done && proposed.in(lower) || d.issued && drafted.in(lower) {
		return true
	}
	if !strings.ContainsAny(said, "0123456789") {
		return false
	}
	return d.share > 0 && belowShare(d.share, said) || strings.Contains(said, "/") && someOfAll(said) || len(d.things) > 0 && d.fewer(said) ||
		len(d.levels) > 0 && d.fewerAt(lower)
}

func belowShare(share float64, said string) bool {
	if !strings.Contains(said, "%") {
		return false
	}
	got := reached.FindAllStringSubmatch(said, -1)
	return len(got) == 1 && number(got[0][1]) < share
}

// fewer tells whether a passage counts fewer of the things that the task counts.
func (d demand) fewer(said string) bool {
	for _, m := range counted.FindAllStringSubmatch(said, -1) {
		if n := d.things[viet.Lower(m[2])]; n > 0 && whole(m[1]) < n {
			return true
		}
	}
	return false
}

// someOfAll tells whether a passage says that some of all were done.
func someOfAll(said string) bool {
	for _, m := range outOf.FindAllStringSubmatch(said, -1) {
		if noFraction[viet.Lower(strings.Fields(m[3])[0])] {
			continue
		}
		if some, all := whole(m[1]), whole(m[2]); some > 0 && some < all {
			return true
		}
	}
	return false
}

// noFraction are the words after what looks like a fraction and is none: "24/7", "01/6 năm".
var noFraction = map[string]bool{"năm": true, "của": true, "giờ": true, "và": true, "đến": true, "là": true}

// period are the things whose smaller number is no shortfall.
var period = map[string]bool{"ngày": true, "tháng": true, "năm": true, "giờ": true, "ki": true, "km": true}

// whole reads a number of things, whose dots part the thousands.
func whole(s string) int {
	n, err := strconv.Atoi(strings.ReplaceAll(s, ".", ""))
	if err != nil {
		return 0
	}
	return n
}

// number reads a share, whose comma parts the decimals.
func number(s string) float64 {
	x, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil {
		return 0
	}
	return x
}
