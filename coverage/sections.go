package coverage

import (
	"regexp"

	"github.com/soichi/soichi/document"
)

// voice is how a part of a report speaks.
type voice int

const (
	tells  voice = iota // of what was done
	means               // of what is intended
	asks                // for something from others
	regret              // of what is lacking, and of lessons
)

// voices are the titles by which a part of a report is known. The first that fits decides; a title that speaks of
// results as well ("Kết quả và tồn tại") tells.
var voices = []struct {
	title *regexp.Regexp
	voice voice
}{
	{regexp.MustCompile(`(?i)kết quả|tình hình (?:triển khai|thực hiện)|(?:việc|đã) (?:làm|thực hiện)|công tác (?:chỉ đạo|lãnh đạo)|ưu điểm`), tells},
	{regexp.MustCompile(`(?i)phương hướng|nhiệm vụ trọng tâm|thời gian tới|nhiệm vụ,? giải pháp|nhiệm vụ và giải pháp|giải pháp trọng tâm|kế hoạch (?:năm|quý|tháng)|^[\s\dIVX.)-]*(?:các )?nhiệm vụ (?:công tác )?(?:năm|quý|tháng|\d+ tháng|sáu tháng)|tháng (?:cuối năm|tiếp theo)|(?:năm|quý|tháng) (?:tới|sau)`), means},
	{regexp.MustCompile(`(?i)hạn chế|tồn tại|khó khăn|vướng mắc|nguyên nhân|bài học|kinh nghiệm`), regret},
	{regexp.MustCompile(`(?i)kiến nghị|đề xuất|đề nghị`), asks},
}

func voiceOf(title string) (voice, bool) {
	for _, v := range voices {
		if v.title.MatchString(title) {
			return v.voice, true
		}
	}
	return tells, false
}

// speech knows the divisions of a report whose titles tell how they speak.
type speech []spoken

type spoken struct {
	span  document.Span
	voice voice
}

func newSpeech(d *document.Document) speech {
	var out speech
	for _, s := range d.Sections {
		if v, ok := voiceOf(string(s.Title)); ok && s.Title != "" {
			out = append(out, spoken{s.Span, v})
		}
	}
	return out
}

// at gives the voice of the innermost such division around a position. Divisions come in reading order, the inner ones
// after those around them.
func (s speech) at(pos int) voice {
	out := tells
	for _, d := range s {
		if d.span.Start <= pos && pos < d.span.End {
			out = d.voice
		}
	}
	return out
}
