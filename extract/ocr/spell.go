package ocr

import (
	"regexp"
	"strings"

	"github.com/soichi/soichi/viet"
)

// lookalikes are letters of other languages that Tesseract takes for the Vietnamese ones of the same shape, and dirt in
// front of the dash of a list.
var lookalikes = strings.NewReplacer("Ð", "Đ", "ð", "đ", "Ɖ", "Đ", "Ñ", "N", "ñ", "n")

var (
	dirtyDash = regexp.MustCompile(`^[~_=*•·.,'‘’°]+-$`)
	forReport = regexp.MustCompile(`^b[/ií1l][cC]([).;,]*)$`)
	// brokenCode is a directive's number with "CT", no other code being one stroke off, read as what it is no code of.
	brokenCode = regexp.MustCompile(`^((?:[Ss]ố:?)?\d*/)C[Iíl1](-\p{Lu})`)
	pointLabel = regexp.MustCompile(`^[a-zđ]\)$`)
)

// respell writes words as Vietnamese print has them: "Đ" for the Icelandic letter of the same shape, and the labels of a
// list in their order, for "d)" and "đ)" differ by a stroke only: after "c)" comes "d)", and a list has "đ)" but once.
func respell(words []Word) []Word {
	out := make([]Word, len(words))
	label := ""
	for i, w := range words {
		w.Text = viet.NFC(lookalikes.Replace(w.Text))
		w.Text = forReport.ReplaceAllString(w.Text, "b/c$1") // "(để b/c)", of a copy sent to report
		if brokenCode.MatchString(w.Text) {
			w.Text, w.Confidence = brokenCode.ReplaceAllString(w.Text, "${1}CT$2"), min(w.Confidence, restoredConfidence)
		}
		if w.Text == "(đế" || w.Text == "(đề" {
			w.Text = "(để" // no remark in brackets begins with another word of these letters
		}
		if i == 0 || words[i-1].Line != w.Line {
			if dirtyDash.MatchString(w.Text) {
				w.Text = "-"
			}
			if pointLabel.MatchString(w.Text) {
				switch {
				case w.Text == "đ)" && label == "c)":
					w.Text = "d)"
				case w.Text == "d)" && label == "d)":
					w.Text = "đ)"
				}
				label = w.Text
			}
		}
		out[i] = w
	}
	return out
}
