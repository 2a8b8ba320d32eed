package flow

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// piece is a run after cleaning: NFC, no odd blanks, no break inside.
type piece struct {
	text string
	bold bool
	note int
}

// lines cleans the runs of a paragraph and splits them at line breaks. Lines without text are left out, and every line is
// trimmed, so that what remains is exactly what goes into the text.
func lines(runs []Run, marks []string) [][]piece {
	var out [][]piece
	var line []piece
	end := func() {
		if line = trim(line); len(line) > 0 && !isRule(line) {
			out = append(out, line)
		}
		line = nil
	}
	for _, r := range settleMarks(runs) {
		if r.Note > 0 {
			if r.Note <= len(marks) {
				line = append(line, piece{text: superscript(marks[r.Note-1]), note: r.Note})
			}
			continue
		}
		text := clean(r.Text)
		if r.Super && isDigits(text) {
			text = superscript(text)
		}
		for i, part := range strings.Split(text, "\n") {
			if i > 0 {
				end()
			}
			if part != "" {
				line = append(line, piece{text: part, bold: r.Bold})
			}
		}
	}
	end()
	return out
}

// settleMarks moves combining marks that open a run to the end of the run before, where their letter is: only then can
// each run be composed alone. Word splits letters from their marks in texts typed with Windows-1258 keyboards.
func settleMarks(runs []Run) []Run {
	out := make([]Run, 0, len(runs))
	for _, r := range runs {
		n := 0
		for n < len(r.Text) {
			c, size := utf8.DecodeRuneInString(r.Text[n:])
			if !unicode.Is(unicode.Mn, c) {
				break
			}
			n += size
		}
		if last := len(out) - 1; n > 0 && last >= 0 && r.Note == 0 && out[last].Note == 0 {
			out[last].Text += r.Text[:n]
			r.Text = r.Text[n:]
		}
		out = append(out, r)
	}
	return out
}

// clean composes a text and drops what has no place in plain text: control characters, soft hyphens, zero-width marks.
// Blanks of special width become plain ones; tabs and line breaks stay.
func clean(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "\ufffd"))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\r' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029':
			return '\n'
		case r == '\u00ad' || r == '\ufeff' || unicode.Is(unicode.Cf, r) || unicode.IsControl(r):
			return -1
		case unicode.Is(unicode.Zs, r):
			return ' '
		default:
			return r
		}
	}, s)
}

// trim cuts blanks at both ends of a line, over the borders of its pieces, and drops the pieces that become empty.
func trim(line []piece) []piece {
	const blanks = " \t"
	for len(line) > 0 {
		line[0].text = strings.TrimLeft(line[0].text, blanks)
		if line[0].text != "" {
			break
		}
		line = line[1:]
	}
	for len(line) > 0 {
		last := &line[len(line)-1]
		last.text = strings.TrimRight(last.text, blanks)
		if last.text != "" {
			break
		}
		line = line[:len(line)-1]
	}
	return line
}

// isRule tells a line of three dashes or more, which stands for the rule that is drawn under a letterhead.
func isRule(line []piece) bool {
	dashes := 0
	for _, p := range line {
		for _, r := range p.text {
			if !strings.ContainsRune("-_–—─=¯ ", r) {
				return false
			}
			dashes++
		}
	}
	return dashes >= 3
}

func isDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}

// superscripts are the raised digits in order; they stand in three Unicode blocks.
var superscripts = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

// superscript raises the digits of s; other marks, such as an asterisk, stay as they are.
func superscript(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return superscripts[r-'0']
		}
		return r
	}, s)
}
