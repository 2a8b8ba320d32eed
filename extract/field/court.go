package field

import (
	"regexp"

	"github.com/soichi/soichi/document"
)

// judgment is the kind of a court's paper. Its number has the branch of law and the instance for letters ("12/2021/HS-ST"),
// and its day of judgment stands under the number: "Ngày: 15-3-2021".
const judgment = "ban_an"

var (
	judgmentLabel = regexp.MustCompile(`(?i)^bản án\s+số`)
	judgmentTitle = regexp.MustCompile(`(?i)^bản án(?:\s|$)`)
	courtName     = regexp.MustCompile(`(?i)^(?:tòa|toà) án\s`)
	dayOfTrial    = regexp.MustCompile(`^Ngày\s*:?\s*(\d{1,2})\s*(?:[-/.]|tháng)\s*(\d{1,2})\s*(?:[-/.]|năm)\s*(\d{4})\.?$`)
)

// trial reads kind and day of a court's judgment from the lines under its number.
func (r *reader) trial() {
	if r.h.Symbol == nil {
		return
	}
	var below []line
	switch {
	case len(r.title) > 0 && judgmentTitle.MatchString(r.title[0].text):
		below = r.title[1:]
	case r.symbolLine >= 0 && judgmentLabel.MatchString(r.lines[r.symbolLine].text):
		r.setKind(judgment, r.evidence(r.lines[r.symbolLine].within(0, len("Bản án")), 0, ""), certain, "number's label")
		below = r.lines[r.symbolLine+1:]
	}
	for _, l := range below {
		m := dayOfTrial.FindStringSubmatch(l.text)
		if m == nil || r.h.IssuedOn != nil {
			continue
		}
		if day := isoDate(m[3], m[2], m[1]); day != "" && r.fitsNumber(day) {
			r.h.IssuedOn = &document.Field{Value: day, Evidence: r.evidence(l.r, certain, "day of judgment")}
		}
	}
}

// byCourt tells whether the paper is a judgment and the line names a court, which no motto has to stand beside.
func (r *reader) byCourt(text string) bool {
	return r.h.Kind != nil && r.h.Kind.Value == judgment && courtName.MatchString(text)
}
