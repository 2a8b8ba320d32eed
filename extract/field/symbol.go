package field

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/soichi/soichi/document"
)

// dash is every sign that is printed for a hyphen; blanks around it and around the slash come from typists and scans.
const dash = `[-‐‑–—−\x{00ad}]`

var (
	// numberLabel opens the place of the number. "Số:" may follow the kind ("Luật số:") or, where two columns were read
	// as one line, the issuer. OCR and old fonts lose the vowel: "S: 15/UBND".
	numberLabel = regexp.MustCompile(`(?:^-?|[\s|])(?:(?:LUẬT|Luật|Bộ luật|BỘ LUẬT|Nghị quyết|NGHỊ QUYẾT|Pháp lệnh|PHÁP LỆNH|Lệnh|LỆNH|Bản án|BẢN ÁN)\s+)?(?:(?:[Ss][ốôóồ]|SỐ)(?:\s*[:.]|\s+\d)|S:)`)
	// numberForm is a number with the letters of the issuer behind it, blanks around the signs allowed.
	numberForm = regexp.MustCompile(`^[\s:.]*(\d{1,6}(?:\s?[a-zA-ZđĐ]|\p{Lu}{2,5})?)\s*((?:(?:/|` + dash + `)\s*[\p{L}\d&.]+(?:\([\p{L}\d]+\))?\s*)+)`)
	// ownLine is a paragraph that can only be the place of the number or of the date.
	ownLine = regexp.MustCompile(`^(?:(?:Luật |Nghị quyết )?[Ss]ố\s*:|\p{Lu}[\p{L}. -]{2,40},\s*ngày\s)`)
	// restOfSymbol is the second line of a joint circular's number.
	restOfSymbol = regexp.MustCompile(`^[\p{Lu}\d&]+(?:\s?-\s?[\p{Lu}\d&]+)*$`)
	// gap stands between a number and its letters where the number was written in by hand.
	gap       = regexp.MustCompile(`^\S+\s+[/-]`)
	letterSep = regexp.MustCompile(`\s*(/|` + dash + `)\s*`)
	subject   = regexp.MustCompile(`^(?:V/v|V/V|v/v|V\.v|Về việc|Trích yếu)(?:[\s:.]|$)`)
	cited     = regexp.MustCompile(`^(?:\(|Căn cứ|Theo|Thực hiện|Kèm theo|Ban hành kèm|Trả lời|Phúc đáp|Kính gửi)`)
)

// symbol reads the number from the letterhead.
func (r *reader) symbol() {
	for i, l := range r.lines {
		if subject.MatchString(l.text) && (r.blank || r.h.Symbol != nil) {
			return
		}
		if cited.MatchString(l.text) || subject.MatchString(l.text) {
			continue
		}
		from := behindLabel(l.text)
		if from < 0 {
			continue
		}
		m := numberForm.FindStringSubmatchIndex(l.text[from:])
		if m == nil {
			r.blank = r.blank || strings.ContainsAny(l.text[from:], "/")
			continue
		}
		printed := l.piece(from+m[2], from+m[1])
		value, end := tidySymbol(printed.text)
		if value == "" {
			continue
		}
		if r.handwritten() || r.scanned() && gap.MatchString(printed.text) {
			r.blank = true // the number was written by hand, into the gap before the sign, and OCR cannot read it
			return
		}
		if !alone(strings.TrimLeft(l.text[from+m[2]+end:], " ./-*_|,")) {
			continue // a sentence goes on after the number: it is another paper's
		}
		rg := l.within(from+m[2], from+m[2]+end)
		if i+1 < len(r.lines) && strings.HasSuffix(l.text, "-") && restOfSymbol.MatchString(r.lines[i+1].text) {
			value += "-" + strings.Join(strings.Fields(r.lines[i+1].text), "")
			rg.End = r.lines[i+1].r.End
		}
		r.h.Symbol = &document.Field{Value: value, Evidence: r.evidence(rg, r.sureOfNumber(value), "letterhead")}
		r.symbolLine = i
		return
	}
}

// behindLabel gives where the number stands on a line that holds its label and nothing else beside it, -1 for another line.
func behindLabel(text string) int {
	at := numberLabel.FindStringIndex(text)
	if at == nil || !alone(text[:at[0]]) {
		return -1
	}
	label := strings.LastIndexAny(text[:at[1]], ":.ốôóồỐ")
	if c := text[label]; c == ':' || c == '.' {
		return label + 1
	}
	return min(label+len("ố"), len(text))
}

// sureOfNumber is how sure a number is that stands behind its label.
func (r *reader) sureOfNumber(value string) float64 {
	if r.scanned() {
		return doubtful
	}
	if _, ok := document.ParseSymbol(value); ok {
		return certain
	}
	return likely
}

// parts takes the paper's own number apart; false where there is none or its form is another.
func (r *reader) parts() (document.Symbol, bool) {
	if r.h.Symbol == nil {
		return document.Symbol{}, false
	}
	return document.ParseSymbol(r.h.Symbol.Value)
}

// handwritten tells that a text of unknown origin, which may be OCR's, has lost the day of its letterhead while month and
// year are there: the day was written by hand, the number then too, and a number that OCR made of handwriting looks
// like any other.
func (r *reader) handwritten() bool {
	src := r.o.View.Source
	return src.Wrapped && (len(src.Pages) == 0 || r.scanned()) && slices.ContainsFunc(r.lines, func(l line) bool { return strings.Contains(l.text, "tháng") && lostDay.MatchString(l.text) })
}

// scanned tells whether the letterhead was read by OCR. Numbers and days are written by hand on most signed papers, and
// OCR makes of them other numbers that look right: six of six on the scans we measured.
func (r *reader) scanned() bool {
	pages := r.o.View.Source.Pages
	return len(pages) > 0 && pages[0].Verdict == "ocr"
}

// alone tells whether what stands beside a number is nothing, or other parts of a letterhead read on the same line: names
// in capitals, motto, place and date.
func alone(s string) bool {
	s = motto.ReplaceAllString(s, "")
	if at := longDate.FindStringIndex(s); at != nil {
		if p := placeName.FindStringIndex(s[:at[0]]); p != nil {
			s = s[:p[0]] + s[at[1]:]
		}
	}
	return !strings.ContainsFunc(s, unicode.IsLower)
}

// tidySymbol repairs what is certain to be typing: blanks around slash and hyphen, other dashes, a full stop at the end.
// It returns the symbol and how many bytes of the text it covers; "" where no letters follow the number.
func tidySymbol(s string) (string, int) {
	end := len(strings.TrimRight(s, " \u00a0\t.-/–"))
	s = s[:end]
	value := letterSep.ReplaceAllStringFunc(s, func(sep string) string {
		if strings.Contains(sep, "/") {
			return "/"
		}
		return "-"
	})
	value = strings.Join(strings.Fields(value), "")
	if !hasLetters(value[strings.IndexAny(value+"/", "/-"):]) {
		return "", 0
	}
	return value, end
}

func hasLetters(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r > '9' && r != '–' })
}
